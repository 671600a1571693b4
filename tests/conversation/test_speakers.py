"""Somebody whose plan was told takes the phone."""

from __future__ import annotations

from typing import Any

import pytest

from b12guide.conversation.speakers import speaker_in, without_speaker
from b12guide.conversation.state import State
from b12guide.conversation.whose import ME

PLAN: dict[str, Any] = {"phases": [{"frequency": 1, "period": 3, "unit": "wk"}]}
ANN = "wife Ann"


@pytest.mark.parametrize(
    "text",
    [
        "Ann would like a turn now",
        "thanks. Ann wants a go, here she is",
        "this is Ann now. when is mine?",
        "I'm Ann",
        "hi, I am Ann. he told you already",
        "Ann here",
        "it's Ann now",
        "I'm handing you over to Ann",
        "passing the phone to Ann",
        "no, Ann's dates. that's me",
    ],
)
def test_who_takes_over_is_heard(text: str) -> None:
    """Their plan is the writer's own from then on, and kept once."""
    state = State(plans={ANN: PLAN}, whose=ANN, other=ANN)
    assert speaker_in(text, state.plans) == ANN
    state.heard_of(text)
    assert (state.plans, state.whose, state.speaker) == ({ME: PLAN}, ME, ANN)


@pytest.mark.parametrize(
    "text",
    [
        "it's Ann's",
        "it's for Ann",
        "I'm Ann's husband",
        "I'm not Ann",
        "this is Ann, my wife, she has it every 3 weeks",
        "when is Ann's next one?",
        "Ann wants it on Tuesday",
        "Ann has hers on Tuesdays",
        "Ann is tired",
        "I gave it to Ann's nurse",
    ],
)
def test_who_is_only_spoken_of_takes_nothing_over(text: str) -> None:
    """The plan stays hers."""
    state = State(plans={ANN: PLAN}, whose=ANN, other=ANN)
    state.heard_of(text)
    assert (state.plans, state.speaker) == ({ANN: PLAN}, None)


@pytest.mark.parametrize("text", ["it's me again, her husband", "this is her husband again", "back to me"])
def test_the_one_before_comes_back(text: str) -> None:
    """The plan is hers again."""
    state = State(plans={ANN: PLAN}, whose=ANN, other=ANN)
    state.heard_of("this is Ann now")
    state.heard_of(text)
    assert (state.plans, state.whose, state.speaker) == ({ANN: PLAN}, ANN, None)


def test_beside_a_plan_of_the_writers_own_nothing_is_taken_over() -> None:
    """Whose "mine" is then is not sure."""
    state = State(plans={ME: PLAN, ANN: PLAN}, whose=ANN, other=ANN)
    state.heard_of("this is Ann now")
    assert set(state.plans) == {ME, ANN}


def test_what_is_on_hold_stays_with_whom_it_is_about() -> None:
    """After a reaction no plan is anybody else's."""
    state = State(plans={ANN: {**PLAN, "paused": True}}, whose=ANN, other=ANN)
    state.heard_of("this is Ann now")
    assert (set(state.plans), state.speaker) == ({ANN}, None)


def test_a_child_has_no_plan_to_take_over() -> None:
    """Who may be a child is no speaker either."""
    state = State(plans={"daughter Ann": PLAN}, whose="daughter Ann", other="daughter Ann")
    state.heard_of("this is Ann now")
    assert ME not in state.plans


def test_what_stands_beside_it_is_kept() -> None:
    """The question is answered."""
    assert without_speaker("this is Ann now. when is mine?", ANN) == "when is mine?"
