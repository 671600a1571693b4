"""What a reminder is to leave out, the weekday that one is wished for, and a day that is told without "to"."""

from __future__ import annotations

import pytest

from b12guide.diary.reading import Asked
from b12guide.diary.reminder_replies import MOVED, answer_to_reminder, only_seen
from b12guide.diary.reminder_talk import asks_discreet
from b12guide.diary.wishes import DISCREET, PLAINLY, asked_of_reminders, weekday_named


@pytest.mark.parametrize(
    "text",
    [
        "no mention of injections in them",
        "don't say what it's for",
        "so that nobody else can tell what it is about",
        "keep them vague",
        "it must not mention B12",
    ],
)
def test_a_reminder_is_to_name_nothing(text: str) -> None:
    """In whatever words."""
    assert asks_discreet(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("no B12 in the reminders please", DISCREET),
        ("say what it is for in my reminders", PLAINLY),
        ("nobody tells me what this is about", None),
    ],
)
def test_it_is_told_from_one_that_names_it(text: str, what: str | None) -> None:
    """And from what is said of something else."""
    found = asked_of_reminders(text)
    assert (found.what if found else None) == what


@pytest.mark.parametrize(
    ("text", "day"),
    [("text me fri morning", 4), ("on Wednesdays", 2), ("sat or sunday", None), ("the day before", None)],
)
def test_the_one_weekday_that_is_named(text: str, day: int | None) -> None:
    """From 0 for Monday; of several none."""
    assert weekday_named(text) == day


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("MOVED 9/7", Asked(MOVED, "9/7")),
        ("moved Friday", Asked(MOVED, "Friday")),
        ("Moved: 9 july", Asked(MOVED, "9 july")),
        ("moved house", None),
    ],
)
def test_moved_needs_no_to(text: str, answer: Asked | None) -> None:
    """Where a day follows."""
    assert answer_to_reminder(text) == answer


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("ok thanks", True),
        ("Thank you for reminding me!", True),
        ("👍", True),
        ("Got it, I'll be there", True),
        ("ok but is it still at 10?", False),
        ("thanks, it hurts", False),
        ("no", False),
        ("", False),
        ("?", False),
    ],
)
def test_a_word_of_thanks_says_that_it_was_read(text: str, seen: bool) -> None:
    """And nothing else; what asks, tells or refuses is more than that."""
    assert only_seen(text) is seen
