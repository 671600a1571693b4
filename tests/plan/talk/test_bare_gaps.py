"""A gap of which only the number is said takes the unit that the same message names for another gap or length."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("text", "period", "unit"),
    [
        ("it's been 13 weeks, and they said every twelve", 12, "wk"),
        ("every 10, i had it 3 weeks ago", 10, "wk"),
        ("2 months since the last, mine is every 3", 3, "mo"),
        ("i'm a week late, they do mine every 8", 8, "wk"),
        ("was 8 weeks, now it's every 6", 6, "wk"),
        ("3 times a week for 2 weeks, then every 12", 12, "wk"),
    ],
)
def test_the_unit_is_the_one_that_the_message_names(text: str, period: int, unit: str) -> None:
    """It is said as taken so."""
    reading = read(text, today=TODAY)
    assert [(phase.period, phase.unit) for phase in reading.phases][-1] == (period, unit)
    assert any(note.startswith("I took ") for note in reading.assumptions)


@pytest.mark.parametrize(
    "text",
    [
        "every 12, last one 4 may",
        # Few weeks may be months, many months weeks.
        "weekly for 6 weeks, then every 3",
        "been on it for 6 months, every 12",
        # Two units, or days.
        "had it 10 days ago, every 2 weeks at first, now every 8",
        "every other day for 2 weeks, then every 8",
        "daily for 5 days, then every 12",
        # No gap and no length.
        "had it this week, they said every 12",
        "on b12 for 20 years, every 12",
    ],
)
def test_what_is_not_certain_is_asked(text: str) -> None:
    """As it is where no unit is named at all."""
    assert any("has no unit" in question.text for question in read(text, today=TODAY).questions)


def test_a_unit_alone_is_that_of_the_number_that_was_asked_about() -> None:
    """It is no new beginning."""
    chat = Talk(TODAY)
    chat.say("i get it every twelve, last one 4 may")
    assert chat.say("weeks")[0] == "Every 12 weeks. The last one was on Monday 4 May 2026."


@pytest.mark.parametrize("text", ["no, every 10", "no, it's every ten after that"])
def test_a_correction_keeps_the_unit(text: str) -> None:
    """The part that goes on is the one that is put right."""
    chat = Talk(TODAY)
    chat.say("every other day for 2 weeks then every 8 weeks, first one today")
    chat.say(text)
    assert chat.kept is not None
    assert [(phase["period"], phase["unit"]) for phase in chat.kept["phases"]] == [(2, "d"), (10, "wk")]
