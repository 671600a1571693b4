"""An appointment with a doctor: told apart from one for the injection."""

from __future__ import annotations

import pytest

from b12guide.diary.visits import Visit, visit_in


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
