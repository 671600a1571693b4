"""What is asked behind an answer is asked of that: of a neighbour that was sent on, an answer, one's own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Step
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, NEAR, NEIGHBOUR, OUT_OF_SCOPE, PLAN, QUESTION, REQUEST, TOPIC, UNSURE
from b12guide.understanding.understand import Part
from tests.conversation.test_decide import WHO

IRON = State(refused="out_of_scope_medical", said=["beside iron"])
RESULT = State(last=["diagnosis_request"], focus="result", question="read_my_result", said=["question read_my_result"])
FURTHER = "a neighbour that was sent on, asked about further"


def heard(text: str, kind: str, sure: float, *details: tuple[str, str]) -> Understanding:
    """A message as it is heard by itself."""
    return Understanding(text, Verdict(), Act(kind, sure, details))


@pytest.mark.parametrize(
    ("text", "kind", "details"),
    [
        ("is one a day enough?", ASK_TOPIC, (TOPIC, "loading_phase")),
        ("and on an empty stomach?", UNSURE, (NEAR, "b12_every_day")),
        ("mine was 9, is that bad", UNSURE, (NEAR, "b12_every_day")),
        ("how long between them", PLAN, (REQUEST, "due")),
        ("so which kind do I get", OUT_OF_SCOPE, (NEAR, "b12_every_day")),
    ],
)
def test_it_stays_with_the_neighbour(text: str, kind: str, details: tuple[str, str]) -> None:
    """Whom to ask about iron is said once more, and nothing about injections."""
    decided = decide(heard(text, kind, 0.6, details), IRON, WHO)
    assert (decided.by, decided.steps) == (FURTHER, (Step("out_of_scope_medical", ((NEIGHBOUR, "iron"),)),))


@pytest.mark.parametrize(
    ("text", "kind", "sure", "details"),
    [
        ("and how often are the jabs?", ASK_TOPIC, 0.6, (TOPIC, "maintenance_phase")),
        ("how long until I feel better?", ASK_TOPIC, 0.95, (TOPIC, "time_to_feel_better")),
        ("what about b12 tablets?", UNSURE, 0.3, (NEAR, "tablets_dose")),
        ("every 12 weeks, last one on 5 January 2026", PLAN, 1.0, (REQUEST, "state")),
        ("my brother told me to write here, he had it all last year and knows", UNSURE, 0.3, (NEAR, "tablets_dose")),
    ],
)
def test_what_is_ours_again_is_answered(text: str, kind: str, sure: float, details: tuple[str, str]) -> None:
    """What names B12, injections or dates, what is surely a topic, a plan and a tale are not asked of iron."""
    assert decide(heard(text, kind, sure, details), IRON, WHO).by != FURTHER


def test_after_another_answer_nothing_is_asked_of_a_neighbour() -> None:
    """Only what was sent on in the turn before is asked about further."""
    said = heard("is one a day enough?", ASK_TOPIC, 0.6, (TOPIC, "loading_phase"))
    assert decide(said, State(said=["beside iron", "question tablets_dose"]), WHO).by != FURTHER


def test_what_next_asks_on_from_an_answer() -> None:
    """Where there is no plan, it asks what comes after what was answered, and opens no form for dates."""
    said = heard("ok, what next?", PLAN, 0.85, (REQUEST, "next"), ("leaning", "what_next_after_low"))
    (step,) = decide(said, RESULT, WHO).steps
    assert (step.kind, step.values(QUESTION)) == (ASK_TOPIC, ["what_next_after_low"])


@pytest.mark.parametrize("text", ["what next?", "when is my next injection?", "work out my dates"])
def test_without_an_answer_before_it_is_the_plan(text: str) -> None:
    """The first words of somebody, and what speaks of injections or dates, ask for dates."""
    state = RESULT if text != "what next?" else State()
    assert decide(heard(text, PLAN, 0.85, (REQUEST, "next")), state, WHO).kind == PLAN


def test_a_message_is_about_what_its_sentences_are_about() -> None:
    """What as a whole is about nothing we know is answered by the question nearest to it, of a sentence's topic."""
    near = (NEAR, "who_trains_me_to_inject")
    said = heard("mum is 90 and I want to give her them. who trains me", OUT_OF_SCOPE, 0.54, near)
    told = Part("mum is 90 and I want to give her them.", Act(ASK_TOPIC, 0.7, ((TOPIC, "self_injection"),)))
    (step,) = decide(replace(said, parts=(told,)), State(), WHO).steps
    assert step.values(QUESTION) == ["who_trains_me_to_inject"]
    other = Part(told.text, Act(ASK_TOPIC, 0.7, ((TOPIC, "side_effects"),)))
    assert decide(replace(said, parts=(other,)), State(), WHO).kind == OUT_OF_SCOPE
