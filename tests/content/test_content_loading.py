"""Reading the content folder: what is in the files arrives, and every fault is named with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from b12guide.content import ContentError, load_content

LATE = "topics/missed_or_late_injection.yml"


def test_every_part_of_a_topic_arrives(folder: Path) -> None:
    """A topic file's parts are found under their names, dates as dates."""
    path = folder / "topics" / "time_to_feel_better.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("last_checked: null", "last_checked: 2026-11-19"), encoding="utf-8")
    topic = load_content(folder).topic("time_to_feel_better")
    assert topic.question == "How long until I feel better?"
    assert topic.short.startswith("Some people feel better in days, others in weeks. ")
    assert topic.follow_up == ("nerve_recovery", "not_improving", "monitoring_after_starting")
    assert topic.level == "none"
    assert topic.review_due == date(2027, 5, 20)
    assert topic.last_checked == date(2026, 11, 19)
    assert topic.disagreement is None


def test_a_topic_cannot_be_changed_by_who_reads_it(folder: Path) -> None:
    """Topics are frozen, so that no turn of a conversation changes what the next person reads."""
    topic = load_content(folder).topic("time_to_feel_better")
    with pytest.raises(AttributeError):
        topic.short = "Stop."  # what the type checker refuses as well


def test_a_checked_source_carries_its_day(folder: Path, plant) -> None:
    """Once an original was opened, its day stands beside the source."""
    path = folder / "sources.yml"
    first_null = path.read_text(encoding="utf-8").replace("checked: null", "checked: 2026-11-20", 1)
    path.write_text(first_null, encoding="utf-8")
    (line,) = load_content(folder).sources_for(["NICE-REC"])
    assert line["checked"] == "2026-11-20"


def test_the_glossary_knows_other_names(folder: Path) -> None:
    """A term is found under its own name and its other names, whatever the case."""
    content = load_content(folder)
    term = content.define("Methylmalonic Acid")
    assert term is not None
    assert term.term == "MMA"
    assert content.define("mma ") is term
    assert content.define("hovercraft") is None


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (LATE, "level: routine", "level: urgent", "level: 'urgent' is not one of"),
        (LATE, "level: routine", "level routine", "not valid YAML"),
        (LATE, "level: routine", "level: routine\nlevel: none", "'level' stands here twice"),
        (LATE, "differs: []", "differ: []", "'differ' was unexpected"),
        (LATE, "question: What if I miss one or I am late?", "", "'question' is a required property"),
        (LATE, "differs: []", "differs: [{country: uk, product: null, text: A, sources: [NHS-AB]}]", "does not match"),
        (LATE, "[NHS-HAV, SPS-C19, PEN]", "[NHS-HAV, SPS-C19, NOBODY]", "source NOBODY is not in sources.yml"),
        (LATE, "[NHS-HAV, SPS-C19, PEN]", "[]", "sources: []"),
        (LATE, "review_due: 2027-05-20", "review_due: 2027-02-30", "2027-02-30 is not a day of the calendar"),
        (LATE, "review_due: 2027-05-20", "review_due: soon", "review_due: 'soon' does not match"),
        (LATE, "id: missed_or_late_injection", "id: other_b12", "does not match the file's name"),
        ("sources.yml", "url: https://www.nhs.uk/conditions/anaphylaxis/", "url: www.nhs.uk", "does not match"),
        ("glossary.yml", "term: MMA\n", "trem: MMA\n", "'term' is a required property"),
        ("small_talk.yml", "thanks:\n", "thanks:\n  bubble: Hello.\n", "'bubble' was unexpected"),
        ("labels.yml", "emergency_local:", "emergency:", "'emergency_local' is a required property"),
    ],
)
def test_a_fault_is_named_with_file_line_and_way_out(folder: Path, plant, name, old, new, message) -> None:
    """A file that does not meet its schema stops the loading with one line that says where and what."""
    plant(name, old, new)
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    lines = [line for line in str(caught.value).splitlines() if message in line]
    assert lines, str(caught.value)
    place = lines[0].removeprefix(f"{folder / name}:")
    assert place != lines[0]
    assert place.split(":")[0].isdigit()


def test_the_line_is_that_of_the_fault(folder: Path, plant) -> None:
    """The line in the message is the line in the file."""
    line = plant(LATE, "level: routine", "level: urgent")
    with pytest.raises(ContentError, match=f"{LATE}:{line}: level: "):
        load_content(folder)


def test_all_faults_are_told_at_once(folder: Path, plant) -> None:
    """Whoever edits sees every fault, not one after the other."""
    plant(LATE, "level: routine", "level: urgent")
    plant("labels.yml", "emergency_local:", "emergency:")
    with pytest.raises(ContentError) as caught:
        load_content(folder)
    assert len(str(caught.value).splitlines()) == 2


def test_a_missing_file_is_named(folder: Path) -> None:
    """A file that is not there is named, with what to do."""
    (folder / "labels.yml").unlink()
    with pytest.raises(ContentError, match=r"labels\.yml:1: the file cannot be read .*save it as UTF-8"):
        load_content(folder)


def test_a_missing_schema_is_named(folder: Path) -> None:
    """Without a schema nothing is read, and the message names it."""
    (folder / "schema" / "topic.schema.json").unlink()
    with pytest.raises(ContentError, match=r"topic\.schema\.json:1: this schema cannot be read"):
        load_content(folder)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda content: content.topic("flying"), "no topic is called flying"),
        (lambda content: content.answer("flying"), "no topic is called flying"),
        (lambda content: content.sources_for(["NOBODY"]), "no source is called NOBODY"),
        (lambda content: content.label("flying"), "no label is called flying"),
        (lambda content: content.reply("flying"), "no reply is called flying"),
    ],
)
def test_asking_for_what_is_not_there_names_it(content, ask, message) -> None:
    """A name that does not exist gets an error that says where it belongs."""
    with pytest.raises(ContentError, match=message):
        ask(content)
