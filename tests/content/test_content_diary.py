"""What is said of diary and reminders: plain, discreet, and no word of praise, score or meaning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from b12guide.content.diary import diary_faults
from b12guide.shared import content
from b12guide.yaml_lines import read_yaml

FILE = Path(__file__).parents[2] / "content" / "diary.yml"


def sections() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = read_yaml(FILE).data
    return found


def test_the_file_has_no_fault() -> None:
    """Grade 6, sentences of 20 words at most, and reminders that end with how to end them."""
    assert list(diary_faults(sections(), content().uncounted)) == []


@pytest.mark.parametrize(
    ("section", "name", "text", "fault"),
    [
        ("sent", "first", "Your B12 is due on {day}. Reply NO MORE", "'B12' tells others"),
        ("sent", "first", "You have something planned on {day}.", "does not say how to end them"),
        ("notes", "noted", "Kept, as you should.", "'should'"),
        ("notes", "noted", "Kept {day", "its braces cannot be filled"),
        ("notes", "first", "A name of another section.", "stands in"),
    ],
)
def test_what_the_check_finds(section: str, name: str, text: str, fault: str) -> None:
    """Each fault in one line that says what is wrong."""
    data = {**sections(), section: {**sections()[section], name: text}}
    assert any(fault in message for _, message in diary_faults(data, content().uncounted))


def test_nothing_is_praised_scored_or_interpreted() -> None:
    """A note is kept; that is all that is said of it."""
    said = " ".join(text for texts in sections().values() for text in texts.values()).lower()
    for word in ("well done", "great", "good job", "proud", "score of", "average", "improving", "normal", "trend"):
        assert re.search(rf"\b{word}\b", said) is None, word


def test_it_says_who_reads_it_and_that_a_reminder_is_no_promise() -> None:
    """It is kept on the clinic's computer, where nobody watches it; whoever has a link can open the page. Nowhere that
    nobody but the person could read it."""
    say = content().diary
    assert say("nobody_reads").startswith("It stays on this clinic's computer. Nobody reads it as it comes in.")
    assert "Nobody reads" in say("begin")
    assert "Whoever has the link can open it." in say("here")
    assert say("promise").startswith("A reminder is a help, not a promise.")
    said = " ".join(text for texts in sections().values() for text in texts.values())
    assert re.search(r"\b(?:but|only) you\b", said) is None


def test_a_reminder_is_two_texts_at_most() -> None:
    """The longest date makes no third segment of any of them."""
    from b12guide.channels.pieces import plain, segments

    longest = "Wednesday 30 September 2026"
    for name, text in sections()["sent"].items():
        if not name.startswith(("mail", "ask")):
            said = text.format(day=longest, last=longest, who="your grandmother Margaret")
            assert segments(plain(f"About your grandmother Margaret: {said}")) <= 2, name
