"""What a plan takes beside what a message sounds like: a joke, somebody who wants to see it, a card on a wrong dose."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import Decision, State, decide
from b12guide.conversation.state import Warned
from b12guide.conversation.whose import ME, whose
from b12guide.plan import dialogue
from b12guide.shared import plan_wording
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2026, 11, 25), "GB", "Europe/London")
DAUGHTER, HUSBAND = "daughter", "husband"


def kept(*texts: str) -> dict[str, object]:
    """What is kept after some messages about a plan."""
    state: dict[str, object] | None = None
    for text in texts:
        moves = dialogue.moves(state, text, who=WHO)
        outcome = dialogue.turn(
            state, text, request="regimen", moves=moves, who=WHO, wording=plan_wording(), new_key=lambda: "k"
        )
        assert outcome is not None
        state = outcome.state
    assert state is not None
    return state


def heard(text: str, kind: str, state: State) -> Decision:
    """What is done about a message that was heard as `kind`."""
    return decide(Understanding(text, Verdict(), Act(kind, details=())), state, WHO)


@pytest.mark.parametrize("text", ["haha oh, it's every other week!", "lol no, every 3 weeks"])
def test_who_laughs_and_says_how_often_tells_a_plan(text: str) -> None:
    """It answers what was asked, and puts right what was read back."""
    asking = State(plans={ME: kept("when is my next one")}, awaiting="plan")
    shown = State(plans={ME: kept("every 8 weeks, last one 20 october 2026")}, awaiting="plan")
    assert [heard(text, "joke", state).kind for state in (asking, shown)] == ["plan", "plan"]


def test_a_joke_with_no_plan_in_it_stays_one() -> None:
    """How often they are is not told."""
    shown = State(plans={ME: kept("every 8 weeks, last one 20 october 2026")}, awaiting="plan")
    assert heard("haha you should be on the stage", "joke", shown).kind == "joke"


@pytest.mark.parametrize(
    "text",
    [
        "my daughter wants a copy",
        "can I show my husband",
        "my husband would like a printout",
        "show it to my daughter",
        "my husband keeps asking for a picture",
    ],
)
def test_who_wants_to_see_the_plan_has_none(text: str) -> None:
    """It is the writer's that is wanted."""
    assert whose(text, current=ME, known=(ME,), last=None).person == ME


def test_who_holds_the_diary_has_no_injections() -> None:
    """The gap that somebody else reads out is the writer's."""
    assert whose("my daughter has the diary. every 15 weeks", current=ME, known=(ME,), last=None).person == ME


@pytest.mark.parametrize("text", ["show my mum's plan", "my mum wants her next date"])
def test_whose_plan_is_named_is_meant(text: str) -> None:
    """Theirs is asked for."""
    assert whose(text, current=ME, known=(ME, "mum"), last="mum").person == "mum"


def test_the_day_of_an_injection_too_many_goes_to_the_plan() -> None:
    """Though the warning stands, which is said beside it."""
    plan = dialogue.extra_told(kept("every 8 weeks, last one 20 october 2026"), "they gave me an extra one", WHO)
    assert plan is not None
    warned = Warned(["dose"], ["gave me an extra one"], ["B11"], "2026-11-25")
    decided = heard("it was on monday", "not_understood", State(plans={ME: plan}, warned=warned))
    assert decided.kind == "plan"
