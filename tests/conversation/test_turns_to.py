"""A yes to one plan with a turn to another, the logs of two people at once, and who only says when a dose was."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME, whose
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2027, 6, 9), "GB", "Europe/London")


def _plan(text: str) -> dict[str, object]:
    outcome = dialogue.turn(None, text, request="regimen", who=WHO, wording=plan_wording(), new_key=lambda: "key")
    assert outcome is not None
    return dict(outcome.state or {})


def _steps(text: str) -> list[tuple[list[str], list[str]]]:
    plans = {"dad": _plan("every 4 weeks, last one 2 June"), ME: _plan("every 6 weeks, last one 1 June")}
    state = State(plans=plans, adults=["dad"], other="dad", whose="dad", awaiting=PLAN)
    steps = decide(Understanding(text, Verdict(), Act("not_understood")), state, WHO).steps
    return [(step.values("whose"), step.values("request")) for step in steps]


@pytest.mark.parametrize("text", ["yes. and mine?", "yes, that's right. what about me?", "yep and when is mine"])
def test_a_yes_and_the_other_plan(text: str) -> None:
    """The yes is dad's, and the writer's next date is asked for."""
    assert _steps(text) == [(["dad"], ["affirm"]), ([ME], ["next"])]


@pytest.mark.parametrize(
    "text", ["which have been given, for him and for me?", "which have you got down as given for dad and me"]
)
def test_two_logs(text: str) -> None:
    """Each person's own."""
    assert _steps(text) == [(["dad"], ["state"]), ([ME], ["state"])]


@pytest.mark.parametrize(
    "text",
    [
        "my husband says it was the monday, he has it in the diary",
        "my sister reckons it was the friday, she wrote it on the calendar",
    ],
)
def test_who_keeps_the_calendar_has_no_plan_by_it(text: str) -> None:
    """It is still the writer's."""
    assert whose(text, current=ME, known=(ME,), last=None).person == ME
