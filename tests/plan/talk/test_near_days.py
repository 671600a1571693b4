"""A day named twice is one day; that on which a plan was changed is that of no dose; doses named in the answer to
whether all were had are all."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.written_marks import without_near_day
from tests.plan.talk.moves_chat import Talk

# A Friday.
TODAY = date(2026, 12, 11)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("today friday", "today"),
        ("had it yesterday, thursday the 10th", "had it yesterday"),
        ("tomorrow Saturday 12 December", "tomorrow"),
        ("done today, 11 December 2026", "done today"),
        ("yesterday the 10th", "yesterday"),
        ("today monday", "today monday"),
        ("tomorrow the 14th", "tomorrow the 14th"),
        ("today 11 December 2025", "today 11 December 2025"),
        ("today 2 tablets", "today 2 tablets"),
    ],
)
def test_a_day_named_twice(text: str, plain: str) -> None:
    """What stands behind it goes where it is the same day, and stays where it is another."""
    assert without_near_day(text, TODAY).rstrip() == plain


def test_it_begins_tomorrow_by_name_and_number() -> None:
    """The course begins on that day."""
    chat = Talk(date(2026, 11, 26))
    assert "Friday 27, Monday 30 November" in "\n".join(
        chat.say("mon wed fri for 2 weeks starting tomorrow friday 27th then every 3 months")
    )


def test_the_day_of_a_change_is_no_dose() -> None:
    """The plan counts on from the last dose that is known."""
    chat = Talk(date(2026, 11, 2))
    chat.say("every 12 weeks, last one 14 september 2026")
    chat.say("yes")
    lines = chat.say("the nurse changed it today, it's now every 8 weeks, counting from my last one")
    assert "The next one is on Monday 9 November 2026." in lines


def test_doses_named_in_the_answer_are_all() -> None:
    """Nothing is asked again, and nothing fails."""
    chat = Talk(date(2026, 11, 27))
    chat.say("I start on Tuesday 1 December, then every other day, six in all.")
    chat.say("yes")
    chat.today = date(2026, 12, 3)
    assert "Did you have all of those?" in chat.say("Had my second one today")[0]
    assert "You told me of these: Tuesday 1 December 2026 and Thursday 3 December 2026." in chat.say(
        "Yes, I had both of them. Tuesday and today."
    )


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("it's now every 8 weeks counting from my last one", True),
        ("it's now every 8 weeks, not counting from my last one", False),
        ("now every 8 weeks but don't count from my last one", False),
    ],
)
def test_a_new_gap_counts_from_the_last_one_unless_that_is_denied(text: str, taken: bool) -> None:
    """Where it is denied, nothing is counted from it."""
    chat = Talk(date(2026, 11, 2))
    chat.say("every 12 weeks, last one 14 september 2026")
    chat.say("yes")
    assert ("The next one is on Monday 9 November 2026." in chat.say(text)) is taken
