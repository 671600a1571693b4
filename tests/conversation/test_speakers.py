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
        "thanks. Ann wants a word, here she is",
        "this is Ann now. when is mine?",
        "I'm Ann",
        "hi, I am Ann. he told you already",
        "Ann here",
        "it's Ann here",
        "this is Ann speaking, what is my date",
        "Ann would like the phone now please",
        "my name's Ann. what about me?",
        "I'm handing you over to Ann",
        "passing the phone to Ann",
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
        "I have to give one to Ann on Friday",
        "we give the jab to Ann at home",
        "can you pass the dates on to Ann?",
        "could you hand the reminders over to Ann",
        "giving it to Ann today",
        "I hand the needle over to Ann",
        "it goes over to Ann on Monday",
        "Ann gets her turn at the surgery",
        "Ann has her go with the needle next week",
        "Ann wants a go at doing it herself",
        "Ann wants a word with the nurse",
        "Ann has her say with the doctor",
        "Ann's is in March, that's me sorted",
        "Ann gets hers at the chemist, that's me told",
        "that was Bob's, it's Ann now",
        "what if this is Ann now?",
        "if I'm Ann, when is it",
        "I'm Ann-Marie",
        "passing the phone to Ann on Sunday",
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


@pytest.mark.parametrize(
    "text",
    [
        "Bob here. when is hers?",
        "bob here, her husband",
        "this is Bob now",
        "I'm Bob. thanks for that",
        "it's bob again",
        "her husband here",
        "I'm her husband, I was on before",
    ],
)
def test_another_name_ends_it(text: str) -> None:
    """Whoever gives another name has not her plan."""
    state = State(plans={ANN: PLAN}, whose=ANN, other=ANN)
    state.heard_of("this is Ann now")
    state.heard_of(text)
    assert (state.plans, state.speaker) == ({ANN: PLAN}, None)


@pytest.mark.parametrize(
    "text",
    [
        "I'm fine",
        "I'm Ann",
        "Ann here again",
        "it's due now",
        "right here.",
        "I have it every 3 weeks",
        "every 5 weeks?",
    ],
)
def test_what_names_nobody_else_ends_nothing(text: str) -> None:
    """She writes on."""
    state = State(plans={ANN: PLAN}, whose=ANN, other=ANN)
    state.heard_of("this is Ann now")
    state.heard_of(text)
    assert (state.plans, state.speaker) == ({ME: PLAN}, ANN)


@pytest.mark.parametrize("text", ["I have it every 4 weeks, last 2 March", "Bob here. Mine is every 2 months"])
def test_another_plan_never_takes_the_place_of_the_one_taken_over(text: str) -> None:
    """It may be that of whoever wrote before: both are kept apart."""
    state = State(plans={ANN: PLAN}, whose=ANN, other=ANN)
    state.heard_of("this is Ann now")
    state.heard_of(text)
    assert (state.plans, state.whose, state.speaker) == ({ANN: PLAN}, ME, None)


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
