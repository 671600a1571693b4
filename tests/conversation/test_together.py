"""The plans of two people: one yes for both, and the day on which both are due."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.claims import MEET, MEET_AGAIN, comparison
from b12guide.conversation.kinds import COMPARE_PLANS, KEEP_PLANS
from b12guide.conversation.state import AT_ONCE, PLAN
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2027, 1, 10), "GB", "Europe/London")


def _both(*, at_once: bool = True) -> State:
    """Two plans that were read back with one question."""
    plans = {}
    for person, text in ((("Ron"), "every 6 weeks, last one 3 December"), (ME, "every 12 weeks, last one 22 October")):
        outcome = dialogue.turn(None, text, request="regimen", who=WHO, wording=plan_wording(), new_key=lambda: "key")
        assert outcome is not None
        plans[person] = outcome.state or {}
    said = [PLAN, AT_ONCE] if at_once else [AT_ONCE, PLAN]
    return State(plans=plans, adults=["Ron"], other="Ron", waiting=["Ron"], awaiting=PLAN, said=said)


def _kinds(text: str, state: State, kind: str = "affirm") -> list[str]:
    return [step.kind for step in decide(Understanding(text, Verdict(), Act(kind)), state, WHO).steps]


def test_one_yes_keeps_both() -> None:
    """The question was one for both plans."""
    (step,) = decide(Understanding("yes", Verdict(), Act("affirm")), _both(), WHO).steps
    assert (step.kind, step.values("saved")) == (KEEP_PLANS, ["Ron", ME])


@pytest.mark.parametrize("text", ["Yes. both on the same day then?", "yes, so both the same day?"])
def test_a_yes_and_whether_it_is_one_day(text: str) -> None:
    """Both are kept, and the days are held against each other."""
    assert _kinds(text, _both(), "unsure") == [KEEP_PLANS, COMPARE_PLANS]


def test_a_later_yes_is_that_of_one_plan() -> None:
    """What was said in between was about one of them."""
    assert KEEP_PLANS not in _kinds("yes", _both(at_once=False))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("when do we go together?", MEET),
        ("so then not again together till when?", MEET_AGAIN),
        ("and after that when are both of us in on the same day again", MEET_AGAIN),
        ("are we due on the same day?", "same"),
    ],
)
def test_the_day_of_both(text: str, claim: str) -> None:
    """Which day both have, the next one or the one after that."""
    found = comparison(text, [ME, "Ron"], "Ron")
    assert found is not None
    assert found.claim == claim


def test_the_days_of_two_years() -> None:
    """Those that both plans have are the ones in common."""
    days = [dialogue.days_ahead(plan, WHO, plan_wording()) for plan in _both().plans.values()]
    assert [day for day in days[0] if day in days[1]][:2] == [date(2027, 1, 14), date(2027, 4, 8)]
