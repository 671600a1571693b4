"""A weekday that a date does not fall on is asked about with both days, in whatever the date tells."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

# A Wednesday; 12 June is a Friday, 14 May a Thursday.
TODAY = date(2026, 6, 10)
BOTH = ("Friday 12 June 2026", "Thursday 11 June 2026")


@pytest.mark.parametrize(
    "text",
    [
        "they moved it to thursday 12th june",
        "my next one is booked for Thursday the 12th",
        "clinic rang, it's thurs 12 June now",
        "new date: 12th June (thursday)",
        "booked for June 12, which is a Thursday",
    ],
)
def test_a_day_that_was_set(text: str) -> None:
    """Nothing is noted before it is known which of the two it is."""
    chat = Talk(TODAY)
    chat.say("every 4 weeks, last one 18 may")
    chat.say("yes")
    chat.say(text)
    assert set(chat.last.buttons) >= set(BOTH)
    assert chat.kept is not None
    assert chat.kept["booked"] is None
    answer = "\n".join(chat.say("the thursday"))
    assert "Thursday 11 June 2026" in answer
    assert chat.kept["anchor"]["date"] == "2026-06-11"


@pytest.mark.parametrize("text", ["thursday 12th june", "they've put me in for friday 12th june", "friday the 12th"])
def test_the_weekday_that_fits_is_not_asked_about(text: str) -> None:
    """Or asked only where it does not."""
    chat = Talk(TODAY)
    chat.say("every 4 weeks, last one 18 may")
    chat.say("yes")
    answer = "\n".join(chat.say(f"the clinic booked me for {text}"))
    assert ("Which day" in answer) is text.startswith("thursday")


@pytest.mark.parametrize(
    "text",
    [
        "every 12 weeks, last one wednesday 14th may",
        "every 12 weeks. had it wed 14 May",
        "12 weekly, last jab was Wednesday, May 14",
    ],
)
def test_in_the_first_words(text: str) -> None:
    """A year in which it fits, long ago, is no better than the day beside it."""
    chat = Talk(TODAY)
    answer = "\n".join(chat.say(text))
    shown = answer + " ".join(chat.last.buttons)
    assert "Thursday 14 May 2026" in shown
    assert "Wednesday 13 May 2026" in shown
    assert "The next one is" not in answer


def test_of_a_dose_that_was_had() -> None:
    """And of one that is told of later."""
    chat = Talk(date(2026, 7, 6))
    chat.say("every 4 weeks, last one 4 june")
    chat.say("yes")
    answer = "\n".join(chat.say("had it friday 2nd july"))
    shown = answer + " ".join(chat.last.buttons)
    assert "Thursday 2 July 2026" in shown
    assert "Friday 3 July 2026" in shown
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == "2026-06-04"
