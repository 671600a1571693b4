"""A question beside a plan that is known: what does not answer it is heard against the plan as it stood."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from b12guide.plan.talk.last_told import with_last_told
from b12guide.plan.talk.state import State
from b12guide.shared import plan_wording

TODAY = date(2027, 3, 1)
WHO = dialogue.Who(TODAY, country="GB")


def _say(kept: dict[str, object] | None, text: str, request: str | None = None) -> dialogue.Outcome:
    moves = dialogue.moves(kept, text, who=WHO)
    outcome = dialogue.turn(
        kept, text, request=request, moves=moves, who=WHO, wording=plan_wording(), new_key=lambda: "k"
    )
    assert outcome is not None
    return outcome


@pytest.fixture
def asked() -> dict[str, object] | None:
    """A plan that was confirmed, and a day of it that can be read in several ways."""
    kept = _say(None, "every 8 weeks, last one 4 february 2027", "regimen").state
    kept = _say(kept, "yes").state
    return _say(kept, "it was 3/2", "date").state


def test_the_plan_is_kept_while_a_day_is_asked_for(asked: dict[str, object] | None) -> None:
    """It is gone with the answer."""
    assert State.from_json(asked).stood is not None
    assert State.from_json(_say(asked, "3 february").state).stood is None


@pytest.mark.parametrize("text", ["forget it", "never mind", "forget that. what are my dates?"])
def test_it_is_let_go(asked: dict[str, object] | None, text: str) -> None:
    """Nothing of the plan is changed."""
    outcome = _say(asked, text)
    assert "Thursday 1 April 2027" in outcome.bubbles[0]
    assert State.from_json(outcome.state).about is None


def test_twice_in_vain_is_enough(asked: dict[str, object] | None) -> None:
    """What is asked is answered both times, the second time alone."""
    first = _say(asked, "just show me my plan")
    assert first.bubbles[0].startswith("Without that one:")
    second = _say(first.state, "show me my plan")
    assert "several ways" not in second.bubbles[0]


def test_a_dose_that_is_told_is_noted(asked: dict[str, object] | None) -> None:
    """It answers nothing, and is not lost."""
    outcome = _say(asked, "had mine today", "date")
    assert [dose.day for dose in State.from_json(outcome.state).given][-1] == TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("sorry, it was the 3rd", "Wednesday 3 February 2027"),
        ("I have found my card, it was in fact the Tuesday, the 2nd", "Tuesday 2 February 2027"),
        ("I had my last one on Friday 5 February, not Thursday the 4th", "Friday 5 February 2027"),
        ("was it the 3rd?", None),
        ("sorry, my blood test was the 3rd", None),
        ("no, the next one was the 3rd", None),
    ],
)
def test_the_last_one_is_put_right(text: str, day: str | None) -> None:
    """Only where it is the last one that is spoken of, and told."""
    kept = _say(None, "every 8 weeks, last one 4 february 2027", "regimen").state
    found = with_last_told(text, State.from_json(kept), TODAY)
    assert found == text if day is None else f"the last one was on {day}" in found
