"""An appointment with a doctor: told apart from one for the injection."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.diary.visits import Visit, day_to_come, visit_in

TODAY = date(2027, 3, 8)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "I'm seeing my GP on Friday 12 March, make me a page",
            Visit("I'm seeing my GP on Friday 12 March", "make me a page"),
        ),
        ("the 12th is just my consultant appointment", None),
        ("I have a doctor's appointment on 19 March", Visit("I have a doctor's appointment on 19 March", "")),
    ],
)
def test_a_visit_is_told_from_what_stands_beside_it(text: str, found: Visit | None) -> None:
    """The clause of the visit, and the rest."""
    got = visit_in(text)
    assert (got == found) if found is not None else (got is not None)


@pytest.mark.parametrize(
    "text",
    [
        "the doctor booked my injection for 12 March",
        "doctor's appointment on Tuesday for my B12 jab",
        "nurse appointment on 12 March",
        "my doctor said 12 March",
        "I saw the doctor on 2 March",
        "what do I ask my doctor on 12 March?",
    ],
)
def test_what_may_be_of_the_injection_is_no_visit(text: str) -> None:
    """It is left to the plan."""
    assert visit_in(text) is None


def test_that_it_is_no_injection_is_heard_with_the_rest() -> None:
    """Who denies it says when the injection is, beside that."""
    found = visit_in("no, Friday is only for the doctor, no jab. my jab is the 15th")
    assert found is not None
    assert (found.denies, found.rest) == (True, "no. my jab is the 15th")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("the injection is on the 15th", date(2027, 3, 15)),
        ("Thursday's the doctor", date(2027, 3, 11)),
        ("Friday 12 March", date(2027, 3, 12)),
        ("Thursday 12 March", None),
    ],
)
def test_the_day_is_one_to_come(words: str, day: date | None) -> None:
    """Of a number alone the next such day; a weekday that does not fit names none."""
    assert day_to_come(words, TODAY) == day
