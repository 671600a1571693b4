"""How often an injection is meant to be is no amount; more of it than was meant is a wrong dose."""

from __future__ import annotations

import pytest

from b12guide.shared import triage


@pytest.mark.parametrize(
    "text",
    [
        "last one I had was 9 october, meant to be every 10 weeks, nobody rang",
        "had the last on 5 may and was supposed to have it every 2 months",
        "should be every ten weeks and the last one i had was in may",
        "I should have one every 5 weeks and I had mine on 3 june",
        "supposed to have 5 loading jabs, had 2 so far",
        "meant to have 2 a week, had the first yesterday",
        "was supposed to have one on Monday, had it Wednesday instead",
        "had it last 10 june, supposed to be a ten week gap",
        "had it a week early, should have been the 10th",
        "should've been 10 weeks ago, had it yesterday",
    ],
)
def test_how_often_it_was_meant_to_be_is_no_amount(text: str) -> None:
    """An interval, a day and a count of injections to come."""
    assert triage(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "had 3 ml, meant to be 1 ml",
        "drew up 5, should be 1 every 10 weeks",
        "gave myself 2 ampoules, supposed to be one every 5 weeks",
        "nurse gave me two, meant to have one every 10 weeks",
        "had 2 yesterday, meant to be one every ten weeks",
        "had it daily for a month, meant to be every 10 weeks",
        "had 5 mg, meant to be 1 mg every 10 weeks",
        "supposed to have one on monday and had two in one go",
    ],
)
def test_more_than_was_meant_is_a_wrong_dose(text: str) -> None:
    """Beside how often it is meant to be, too."""
    assert triage(text).level == "urgent"
