"""Signatures: what they are about, what voids them, when they are due, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from b12guide.content.prose import grade_faults
from b12guide.review import MONTHS_VALID, Reviews, load_reviews, load_sheets
from b12guide.safety import load_languages

TOPIC, OTHER, CARD = "time_to_feel_better", "typical_dose", "urgent_nerves"
FILE = f"topics/{TOPIC}.yml"
SIGNED_ON, DUE = date(2026, 11, 22), date(2027, 11, 22)
AGAIN = "A new review is due by Monday 22 November 2027."
QUESTION = '"How long until I feel better?"'

Signs = Callable[..., Path]


def reviews(folder: Path) -> Reviews:
    return load_reviews(folder, load_sheets(folder))


def standings(folder: Path, *names: str, today: date = SIGNED_ON) -> list[str]:
    found = reviews(folder)
    return [found.state(name, today).standing for name in names]


def test_a_year_is_how_long_a_signature_holds() -> None:
    """The setting that all other days follow from."""
    assert MONTHS_VALID == 12


def test_a_signature_holds_for_its_sheet_alone(folder: Path, signs: Signs) -> None:
    """What was signed is signed, until its day; nothing else is."""
    signs(TOPIC, CARD)
    assert standings(folder, TOPIC, CARD, OTHER) == ["signed", "signed", "unsigned"]
    assert standings(folder, TOPIC, today=DUE) == ["signed"]
    assert standings(folder, TOPIC, today=date(2027, 11, 23)) == ["overdue"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (FILE, "Some people feel better in days, others in weeks.", "Some people feel better in days."),
        (FILE, "Nobody can promise a date.\n    Write down", "Nobody can promise.\n    Write down"),
        (
            FILE,
            "others in weeks, and nobody can promise a date.\n      If they feel",
            "others later.\n      If they feel",
        ),
        (FILE, "question: How soon will I have more energy?", "question: When will I have more energy?"),
        (FILE, "sources: [NHS-AB, NHLBI, FDA-H, FDA-C, ADAM, NHS-W]", "sources: [NHS-AB, NHLBI, FDA-H, FDA-C, ADAM]"),
        (FILE, "  - 'same day'\n", ""),
        (FILE, "follow_up: [nerve_recovery, not_improving,", "follow_up: [not_improving, nerve_recovery,"),
        (FILE, "level: none", "level: routine"),
        ("sources.yml", 'title: "About hydroxocobalamin"', 'title: "On hydroxocobalamin"'),
        ("safety/numbers.yml", 'NZ: {say: "111", calls: ["111"]', 'NZ: {say: "112", calls: ["112"]'),
    ],
    ids=["short", "more", "carer", "question", "sources", "must_not_say", "follow_up", "level", "source", "number"],
)
def test_a_change_of_what_is_signed_voids_it(folder: Path, signs: Signs, plant, name: str, old: str, new: str) -> None:
    """Any text that a patient reads, what it rests on and what it must not say: the signature is void."""
    signs(TOPIC)
    plant(name, old, new)
    assert standings(folder, TOPIC) == ["changed"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (FILE, "      - when does the tiredness lift\n", "      - when does tiredness go\n"),
        (FILE, "      - when does it lift\n", "      - when will it lift\n"),
        (FILE, "id: time_to_feel_better\n", "# How soon it works.\nid: time_to_feel_better\n"),
        (FILE, "review_due: 2027-05-20", "review_due: 2028-05-20"),
        (FILE, "last_checked: null", "last_checked: 2026-11-20"),
        (FILE, "a source for it has been opened.", "a source was opened."),
        (f"topics/{OTHER}.yml", "level: ", "level:  "),
    ],
    ids=["ask", "leaning", "comment", "due", "checked", "note", "other topic"],
)
def test_what_no_patient_reads_voids_nothing(folder: Path, signs: Signs, plant, name: str, old: str, new: str) -> None:
    """Ways to ask, comments, editors' notes and days are not signed."""
    signs(TOPIC)
    plant(name, old, new)
    assert standings(folder, TOPIC) == ["signed"]


def test_a_card_is_void_when_its_number_or_a_shared_sentence_changes(folder: Path, signs: Signs, plant) -> None:
    """A card is signed with the sentences that it shares with others, and with the numbers of each country."""
    signs(CARD, "urgent_eyes", "emergency_sight", "emergency_still")
    plant("safety/cards_urgent.yml", 'nobody: "Nobody watches this chat."', 'nobody: "This chat is not watched."')
    assert (
        standings(folder, CARD, "urgent_eyes", "emergency_sight", "emergency_still") == ["changed"] * 2 + ["signed"] * 2
    )


def test_a_topic_is_void_when_the_number_for_advice_today_changes(folder: Path, signs: Signs, plant) -> None:
    """A topic that says whom to call today is signed with what that is in each country."""
    signs("side_effects", OTHER)
    plant("safety/numbers.yml", "call 811.", "call 812.")
    assert standings(folder, "side_effects", OTHER) == ["changed", "signed"]


def test_a_language_is_signed_without_its_patterns(folder: Path, signs: Signs, plant) -> None:
    """What is answered in another language is signed; the words that are looked for are not."""
    signs("language_es", "language_fr")
    plant("languages/es.yml", '"labios ~2 azules/morados/azulados"', '"labios ~2 azules/morados"')
    load_languages.cache_clear()
    assert standings(folder, "language_es") == ["signed"]
    load_languages.cache_clear()
    plant("languages/es.yml", "Quédese con la persona enferma.", "No la deje.")
    assert standings(folder, "language_es", "language_fr") == ["changed", "signed"]


def test_a_signature_by_hand_counts(folder: Path) -> None:
    """Four lines written by hand are a signature, as those of the command."""
    (folder / "reviews").mkdir()
    text = f"name: Dr A. Example\nrole: GP\ndate: 2026-11-22\nhash: {load_sheets(folder)[TOPIC].hash}\n"
    (folder / "reviews" / f"{TOPIC}.yml").write_text(text, encoding="utf-8")
    assert standings(folder, TOPIC) == ["signed"]


def test_the_summary_says_how_much_who_and_until_when(folder: Path, signs: Signs) -> None:
    """Nothing signed, a part, all; the first day that is due counts, and what is void or overdue does not."""
    assert reviews(folder).summary(SIGNED_ON) == "No clinician has signed off my answers yet."
    signs(TOPIC, today=date(2026, 6, 1))
    signs(OTHER, name="B. Example", role="nurse")
    found = reviews(folder)
    assert found.summary(SIGNED_ON) == (
        "Signed off so far: 2 of my 34 answers, by Dr A. Example (GP) and B. Example (nurse). A new review is due by "
        "Tuesday 1 June 2027."
    )
    assert found.summary(date(2027, 6, 2)) == (
        "Signed off so far: 1 of my 34 answers, by B. Example (nurse). A new review is due by Monday 22 November 2027."
    )
    assert found.summary(date(2028, 1, 1)) == "No clinician has signed off my answers yet."
    signs(*found.sheets.content.topics)
    assert reviews(folder).summary(SIGNED_ON) == (
        "All my answers are signed off: by Dr A. Example (GP). A new review is due by Monday 22 November 2027."
    )


def test_many_signers_are_counted(folder: Path, signs: Signs) -> None:
    """Three are named, the others are a number."""
    for number, topic in enumerate(list(load_sheets(folder).content.topics)[:5]):
        signs(topic, name=f"Dr {number}")
    assert "by Dr 0 (GP), Dr 1 (GP), Dr 2 (GP) and 2 more. " in reviews(folder).summary(SIGNED_ON)


def test_an_answer_says_how_its_signature_stands(folder: Path, signs: Signs, plant) -> None:
    """Unsigned, signed, overdue, changed; of several topics each by name; a text that is no topic's is unsigned."""
    pending = "No clinician has signed off this answer yet."
    assert reviews(folder).of_answer([TOPIC], SIGNED_ON) == pending
    signs(TOPIC)
    found = reviews(folder)
    signed = f"{QUESTION} was signed off by Dr A. Example (GP) on Sunday 22 November 2026. {AGAIN}"
    assert found.of_answer([TOPIC], SIGNED_ON) == signed
    assert found.of_answer([OTHER], SIGNED_ON) == found.of_answer([], SIGNED_ON) == pending
    assert found.of_answer([OTHER, "gone"], SIGNED_ON) == pending
    dose = found.sheets.content.topic(OTHER).question
    assert found.of_answer([OTHER, TOPIC], SIGNED_ON) == f'{signed} No clinician has signed off "{dose}" yet.'
    assert found.of_answer([TOPIC], date(2028, 1, 1)) == signed.replace("review is due", "review was due")
    plant(FILE, "Some people feel better in days, others in weeks.", "Some people feel better in days.")
    assert reviews(folder).of_answer([TOPIC], SIGNED_ON) == (
        f"{QUESTION} has new words since a clinician signed it off. Nobody has signed those yet."
    )


def test_the_page_to_print_says_who_checked_it(folder: Path, signs: Signs) -> None:
    """Nobody, somebody, somebody a while ago."""
    assert reviews(folder).of_plan_page(SIGNED_ON) is None
    signs("plan_page")
    found = reviews(folder)
    who = "Dr A. Example (GP) on Sunday 22 November 2026. A new check"
    assert found.of_plan_page(SIGNED_ON) == f"{who} is due by Monday 22 November 2027"
    assert found.of_plan_page(date(2028, 1, 1)) == f"{who} was due by Monday 22 November 2027"


def test_what_is_said_of_signatures_is_plain(folder: Path, signs: Signs) -> None:
    """The sentences read at the grade of all other texts."""
    signs(TOPIC)
    found = reviews(folder)
    said = [found.summary(SIGNED_ON), found.of_answer([TOPIC], SIGNED_ON), found.of_answer([TOPIC, OTHER], SIGNED_ON)]
    said += [found.of_answer([OTHER], SIGNED_ON), found.of_answer([TOPIC], date(2028, 1, 1))]
    assert [list(grade_faults(text, found.sheets.content.uncounted)) for text in said] == [[]] * len(said)
