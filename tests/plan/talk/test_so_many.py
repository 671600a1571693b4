"""How many doses a part has, told after two ends of it were read."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 10)
SIX = (
    "• Loading: 3 times a week for 6 injections: Monday 14, Wednesday 16, Friday 18, Monday 21, Wednesday 23 and "
    "Friday 25 June 2027."
)


@pytest.mark.parametrize(
    "text",
    [
        "starting monday, 3 a week for 2 weeks then every 3 months",
        "first one monday 3 a week for 2 weeks and then every 3 months",
        "from monday 3 per week for two weeks, then quarterly",
    ],
)
def test_so_many_a_week_is_no_day_of_a_month(text: str) -> None:
    """ "Monday, 3 a week" names a weekday and how often, and not Monday the 3rd."""
    reading = read(text, today=TODAY)
    assert [(p.frequency, p.period, p.unit) for p in reading.phases] == [(3, 1, "wk"), (1, 3, "mo")]
    assert not any(mention.date.day == 3 for mention in reading.dates)


@pytest.mark.parametrize("stated", ["3 a week for 2 weeks (7 jabs) then every 3 months",
                                    "3 a week for 2 weeks, 5 jabs, then every 3 months"])  # fmt: skip
@pytest.mark.parametrize(
    "answer",
    ["6", "six", "6 in all", "it's six", "six jabs", "6 injections altogether", "6 of them", "its 6 in total",
     "6 overall"],
)  # fmt: skip
def test_a_number_ends_the_part(stated: str, answer: str) -> None:
    """It is taken at once, and the next question follows."""
    chat = Talk(TODAY)
    chat.say(stated)
    assert chat.say(answer, None)[0].startswith("When did you have the last one?")
    assert SIX in chat.say("first one 14 june")


@pytest.mark.parametrize(
    "answer",
    ["6 in all. first one monday the 14th of june", "six jabs altogether, first on 14 june", "6, starting 14 june",
     "6 in total and the first is on 14 june"],
)  # fmt: skip
def test_the_day_beside_the_number_is_not_lost(answer: str) -> None:
    """How many and when in one answer: the plan is read back."""
    chat = Talk(TODAY)
    chat.say("3 a week for 2 weeks (7 jabs) then every 3 months")
    assert SIX in chat.say(answer, None)


def test_a_number_is_not_asked_twice() -> None:
    """Where no part has an end to be put right, what is missing beside it is asked next."""
    chat = Talk(TODAY)
    assert "two different ends" in chat.say("5 over 2 weeks over 3 weeks then monthly")[0]
    assert chat.say("5", None) == ["How often are the injections in each part of the plan?"]
