"""The report on the content: every topic is in it, and the Clear Communication Index is scored as it says."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from b12guide.content import Content
from b12guide.review import Reviews, load_reviews, load_sheets
from b12guide.review.sign import sign
from reports._clear_index import ITEMS, Said, said_of, score
from reports.content import main, report

CONTENT = Path(__file__).parents[2] / "content"
GOOD = Said(
    short="Some people feel better in days. It may take 2 to 3 weeks.",
    contact="If you feel worse, get medical advice today.",
    why="Nerves heal slowly.",
    more="",
    uncounted=(),
)


TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Reviews:
    """A copy of the content in which one topic, and one card a year before, are signed."""
    folder = tmp_path_factory.mktemp("signed") / "content"
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns("reviews"))
    sheets = load_sheets(folder)
    for name, today in (("typical_dose", TODAY), ("urgent_eyes", date(2025, 11, 21))):
        sign(folder, sheets, of=name, name="Dr A. Example", role="GP", read=sheets[name].hash, today=today)
    return load_reviews(folder, sheets)


@pytest.fixture(scope="module")
def content(signed: Reviews) -> Content:
    return signed.sheets.content


@pytest.fixture(scope="module")
def written(content: Content, signed: Reviews) -> str:
    """The whole page."""
    return report(content, content.uncounted, signed, TODAY)


def test_a_plain_answer_gets_every_point() -> None:
    """An answer that does all that a program can see misses nothing, and the rest waits for an editor."""
    found = score(GOOD)
    assert found.missed == ()
    assert found.percent == 100
    assert found.for_editor == (1, 16, 19)


@pytest.mark.parametrize(
    ("short", "contact", "missed"),
    [
        ("Is it slow? It may be.", GOOD.contact, 2),
        ("It may be slow.", "Your clinic knows more.", 5),
        ("It may be slow.", "If no check was planned, ask your clinic.", 6),
        ("Individualised multidisciplinary considerations may predominate.", GOOD.contact, 7),
        ("It is slow.", GOOD.contact, 11),
        ("It may be slow.", "Get a chair, and lie down.", 12),
        ("It may be slow.", "Rest and get warm.", 14),
        ("It may be 33.3% slower.", GOOD.contact, 15),
        ("It may be slow. Multiply 2 by the days.", GOOD.contact, 17),
    ],
)
def test_each_item_can_be_missed(short: str, contact: str, missed: int) -> None:
    """Every item that a program scores has a text that fails it."""
    assert missed in score(Said(short, contact, "It is so.", "", ())).missed


def test_items_without_an_occasion_are_not_counted() -> None:
    """An answer without numbers, and without a danger, is not scored on them; telephone numbers are none."""
    found = score(
        Said("It may be slow.", "Ask your clinic. In an emergency, call 999, 911 or a friend.", "So.", "", ())
    )
    assert {15, 17, 18}.isdisjoint(found.counted)
    assert 16 not in found.for_editor
    assert 20 in score(Said("1 in 7 may.", GOOD.contact, "So.", "", ())).for_editor


def test_only_items_for_short_material_are_there() -> None:
    """Items on layout and pictures do not apply to a chat bubble."""
    assert [item.number for item in ITEMS] == [1, 2, 5, 6, 7, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]


def test_every_topic_is_in_each_table(content: Content, written: str) -> None:
    """Grades, sources and the Index are given for all topics."""
    for topic in content.topics:
        assert written.count(f"| {topic} |") == 3


def test_signatures_are_told(written: str) -> None:
    """Who signed what and when it is due stands with the topic or the card, and how much in all at the top."""
    assert "- Signed off by a clinician: 1 of 34 topics, 0 of 46 care cards, " in written
    assert "- Next signature due again: 2027-11-22." in written
    (topic,) = [line for line in written.splitlines() if "Dr A. Example (GP), 2026-11-22; due 2027-11-22" in line]
    assert topic.startswith("| typical_dose |")
    due = "2025-11-21; overdue since 2026-11-21"
    assert f"| Urgent: Change of sight or eye pain (`urgent_eyes`) | Dr A. Example (GP), {due} |" in written


def test_every_answer_without_a_source_is_listed(content: Content, written: str) -> None:
    """An editor sees which specific questions wait for a source, and no other."""
    section = written.split("## Answers without a source")[1].split("\n## ")[0]
    unsourced = {question.id for question in content.questions.values() if not question.sources}
    assert "cobalt_after_some" in unsourced
    assert {line.split("`")[1] for line in section.splitlines() if line.startswith("- ")} == unsourced
    assert f"{len(unsourced)} of {len(content.questions)} answers" in section


def test_an_answer_misses_at_most_what_is_not_known(content: Content) -> None:
    """No topic loses a point but for item 11, where there may be nothing unknown to tell."""
    missed = {topic.id: score(said_of(content, topic, content.uncounted)).missed for topic in content.topics.values()}
    assert {name: items for name, items in missed.items() if set(items) - {11}} == {}


def test_the_page_is_written_where_it_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command writes the page, and says so."""
    page = tmp_path / "docs" / "page.md"
    assert main(["--content", str(CONTENT), "--page", str(page)]) == 0
    assert page.read_text(encoding="utf-8").startswith("# The content in figures")
    assert capsys.readouterr().out == f"wrote {page}\n"
