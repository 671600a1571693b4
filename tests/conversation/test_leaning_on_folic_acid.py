"""What leans on folic acid, or on injecting at home, is answered of that, whatever it sounds like by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Step
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act
from tests.conversation.test_decide import WHO

ASKED = State(
    last=["overlapping_conditions"],
    focus="folic_acid",
    question="folic_acid_can_hide_b12",
    said=["question folic_acid_can_hide_b12"],
)
SENT_ON = State(refused="out_of_scope_medical", said=["beside folate"])
IN_HAND = Step("ask_topic", (("topic", "overlapping_conditions"), ("question", "folic_acid_in_hand")))
HOME = State(
    last=["self_injection"],
    focus="home_injection",
    question="can_i_inject_at_home",
    said=["question can_i_inject_at_home"],
)


def _steps(text: str, kind: str, state: State, near: str) -> tuple[Step, ...]:
    said = replace(Understanding(text, Verdict(), Act(kind)), of_thing=lambda _: [near])
    return decide(said, state, WHO).steps


@pytest.mark.parametrize("state", [ASKED, SENT_ON])
@pytest.mark.parametrize("text", ["should I take it as well then?", "so do i take that too", "shall i start it"])
def test_taking_it_as_well_is_asked_of_folic_acid(text: str, state: State) -> None:
    """It is no wish for another dose of B12: whom to ask about folic acid, and why, is said."""
    assert _steps(text, "dose_change_request", state, "folic_acid_in_hand") == (IN_HAND,)


def test_more_injections_are_still_refused() -> None:
    """Who names the injections asks for another plan."""
    text = "should I take more b12 injections as well then?"
    assert _steps(text, "dose_change_request", ASKED, "folic_acid_in_hand")[0].kind == "dose_change_request"


def test_after_another_refusal_it_stays_one() -> None:
    """Only folic acid that was just named is leant on."""
    state = State(refused="out_of_scope_medical", said=["beside iron"])
    assert _steps("should I take it as well then?", "dose_change_request", state, "folic_acid_in_hand") != (IN_HAND,)


def test_is_it_hard_is_asked_of_what_was_answered() -> None:
    """Injecting at home is meant, and not how a program feels."""
    (step,) = _steps("is it hard?", "bot_life", HOME, "when_home_injection_starts")
    assert step.values("question") == ["when_home_injection_starts"]


@pytest.mark.parametrize("text", ["how are you", "is that you?", "is it cold where you are"])
def test_small_talk_stays_small_talk(text: str) -> None:
    """What asks after the program, or the weather, is answered as that."""
    assert [step.kind for step in _steps(text, "bot_life", HOME, "when_home_injection_starts")] == ["bot_life"]
