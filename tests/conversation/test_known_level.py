"""A low level in a pregnancy, of which the clinic knows: the advice once, then what is asked. No model, no Rasa."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.state import Warned
from b12guide.plan import dialogue
from b12guide.shared import replies, triage
from b12guide.understanding import Act, Understanding, Verdict

WHO = dialogue.Who(date(2026, 3, 5), "GB", "Europe/London")
TOLD_BY_CLINIC = [
    "my midwife told me my b12 is low and I am pregnant",
    "I'm 20 weeks pregnant and the doctor says my b12 is low",
    "pregnant, b12 low, the GP rang me about it",
    "low b12 found at the antenatal clinic, I am pregnant",
]
NOT_TOLD = [
    "my b12 is low and I am pregnant",
    "I am pregnant and my b12 is low, should I tell my midwife?",
    "pregnant with low b12, I have not told the doctor",
    "b12 low in the home test and I am pregnant, will call the midwife",
]
QUESTIONS = [
    "I feel well, what about tablets instead?",
    "I'm fine really. does the needle hurt?",
    "is it all right while breastfeeding?",
    "which foods have it",
]


def warned(*, known: bool, card: str = "pregnancy_level") -> State:
    return State(warned=Warned([card], ["pregnant, b12 is low"], ["B8"], "2026-03-05", known=known))


def taken(text: str, kind: str, state: State) -> str:
    return decide(Understanding(text, Verdict(), Act(kind)), state, WHO).kind


@pytest.mark.parametrize("text", [*TOLD_BY_CLINIC, *NOT_TOLD])
def test_a_low_level_in_pregnancy_gets_advice_today(text: str) -> None:
    """Whoever knows of it, the level is urgent, with a card of its own."""
    found = triage(text)
    assert (found.level, found.cards) == ("urgent", ["pregnancy_level"])


@pytest.mark.parametrize(
    "text",
    [
        "pregnant, b12 is low and my feet tingle",
        "my b12 is low, I'm pregnant and so tired",
        "pregnant, my b12 is low, feeling faint",
    ],
)
def test_what_is_felt_beside_the_level_has_the_other_card(text: str) -> None:
    """Then it does not rest on the level alone."""
    found = triage(text)
    assert found.level == "urgent"
    assert {"pregnancy_urgent", "pregnancy_level"} & set(found.cards) == {"pregnancy_urgent"}


def test_who_knows_is_read_from_what_the_clinic_did() -> None:
    """A midwife who told, a GP who rang; not one who is still to be told."""
    assert [replies().clinician_knows(text) for text in TOLD_BY_CLINIC] == [True] * len(TOLD_BY_CLINIC)
    assert [replies().clinician_knows(text) for text in NOT_TOLD] == [False] * len(NOT_TOLD)


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_later_question_is_answered(text: str) -> None:
    """ "I feel well, what about ..." after the advice, where the clinic knows: the answer."""
    assert taken(text, "ask_topic", warned(known=True)) == "ask_topic"


@pytest.mark.parametrize("text", QUESTIONS[:2])
def test_the_advice_is_repeated_where_nobody_knows_or_something_is_felt(text: str) -> None:
    """Feeling well takes nothing from a level of which no clinic knows, nor from a sign."""
    assert taken(text, "ask_topic", warned(known=False)) == "warning_stands"
    assert taken(text, "ask_topic", warned(known=True, card="pregnancy_urgent")) == "warning_stands"


@pytest.mark.parametrize(
    "text", ["can it wait until my scan next month?", "I don't want to bother anyone", "nobody picks up", "I feel fine"]
)
def test_putting_it_off_is_still_answered_with_the_action(text: str) -> None:
    """Bargaining is no question of something else."""
    assert taken(text, "unsure", warned(known=True)) == "warning_stands"


def test_the_person_may_say_later_that_the_clinic_knows() -> None:
    """In the same message as the question."""
    assert taken("my midwife knows about it. is it ok to breastfeed?", "ask_topic", warned(known=False)) == "ask_topic"
