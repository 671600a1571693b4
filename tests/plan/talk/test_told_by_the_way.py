"""How often, how many and from whom, told by the way in a story of a missed or moved injection."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide import plan
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 9, 7)


@pytest.mark.parametrize(
    ("text", "every", "unit", "day"),
    [
        ("my 10-week jab was meant to be on 1 September, I only got it today", 10, "wk", TODAY),
        ("had mine on 30 July and it's 12 weeks", 12, "wk", date(2027, 7, 30)),
        ("I get it off the practice nurse every 4 weeks, last one 30 July", 4, "wk", date(2027, 7, 30)),
        ("mum gets hers off our GP monthly, last one 30 July", 1, "mo", date(2027, 7, 30)),
    ],
)
def test_how_often(text: str, every: int, unit: str, day: date) -> None:
    """The length before "jab", behind "it's", and beside whoever gives it."""
    read = plan.read(text, today=TODAY)
    assert [(phase.period, phase.unit) for phase in read.phases] == [(every, unit)]
    assert [found.date for found in read.dates if found.role == "last"] == [day]
    assert read.questions == ()


@pytest.mark.parametrize(
    "text", ["had it on 30 July and it's 12 weeks since", "it's 12 weeks late", "I am 2 weeks off my date"]
)
def test_no_length(text: str) -> None:
    """A time that has gone by says nothing of how often."""
    assert plan.read(text, today=TODAY).phases == ()


@pytest.mark.parametrize("text", ["Only got 2 in before I fell ill", "I only managed 2 of them before we moved"])
def test_how_many_were_had(text: str) -> None:
    """Two were given: when the last of them was is asked, and no date supposes the rest."""
    chat = Talk(TODAY)
    said = "\n".join(chat.say(f"3 a week for a fortnight, Mon Wed Fri, began Monday 23 August. {text}"))
    assert "You have had 2 of them. When was the last one?" in said


@pytest.mark.parametrize(
    "text",
    [
        "they've booked me the second Tuesday in November",
        "the clinic booked me for the second tuesday of november",
        "our nurse is away, so I am booked in on 9 November",
    ],
)
def test_a_day_that_was_booked(text: str) -> None:
    """The place of a weekday in its month, and somebody else who is away, hide no booking."""
    chat = Talk(TODAY)
    chat.say("every 12 weeks, last one 30 July")
    chat.say("yes")
    assert "I have noted what your clinic booked: Tuesday 9 November 2027." in "\n".join(chat.say(text))
