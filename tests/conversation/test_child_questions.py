"""What is asked of a child and is no amount has an answer; a mother's unborn baby is no patient."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.kinds import CHILDREN
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, CHILD, NOT_UNDERSTOOD, OUT_OF_SCOPE, QUESTION, TOPIC
from tests.conversation.test_decide import WHO

OF_BOY = State(other="grandson", children=["grandson"], for_other=True, said=["children"])
ADULTS_TABLETS = ((TOPIC, "injections_vs_oral"), (QUESTION, "tablets_switch_over"))


def said(text: str, kind: str, *details: tuple[str, str], near: str | None = None) -> Understanding:
    return Understanding(
        text, Verdict(), Act(kind, 0.9, details), of_thing=lambda one: [near] if near and one == "children" else []
    )


@pytest.mark.parametrize(
    "text", ["might he have it by mouth", "would a pill do for him", "is there a syrup for the boy"]
)
def test_who_was_spoken_of_stays_the_child(text: str) -> None:
    """ "He" after a boy of four is the boy: no adult's text on tablets."""
    step = decide(said(text, ASK_TOPIC, *ADULTS_TABLETS, near="child_other_forms"), OF_BOY, WHO).steps[0]
    assert step.values(QUESTION) == ["child_other_forms"]


@pytest.mark.parametrize("kind", [ASK_TOPIC, NOT_UNDERSTOOD, OUT_OF_SCOPE])
def test_signs_to_watch_for_are_told(kind: str) -> None:
    """A question about a child that asks for no amount is answered."""
    asked = said("what signs would be bad in a small child", kind, (CHILD, "yes"), near="child_what_to_watch")
    assert decide(asked, OF_BOY, WHO).steps[0].values(QUESTION) == ["child_what_to_watch"]


@pytest.mark.parametrize(
    "text", ["how much does he get", "what dose for my daughter of 6", "is 500 micrograms ok for a toddler"]
)
def test_an_amount_stays_refused(text: str) -> None:
    """No amount for a child, whatever is near."""
    asked = said(text, ASK_TOPIC, (CHILD, "yes"), near="child_other_forms")
    assert decide(asked, OF_BOY, WHO).steps[0].kind == CHILDREN


def test_without_an_answer_of_its_own_it_is_refused_as_before() -> None:
    """What nothing here is about goes to the children's team."""
    assert decide(said("is it good for kids", ASK_TOPIC, (CHILD, "yes")), State(), WHO).steps[0].kind == CHILDREN


def test_the_writers_own_question_after_a_child_is_theirs() -> None:
    """ "And can I have tablets" is asked for the writer."""
    step = decide(
        said("and can I have tablets", ASK_TOPIC, *ADULTS_TABLETS, near="child_other_forms"), OF_BOY, WHO
    ).steps[0]
    assert step.values(QUESTION) == ["tablets_switch_over"]


PREGNANT = State(told={"pregnancy": "2026-03-01"}, last=["pregnancy"])
OF_PREGNANCY = ((TOPIC, "pregnancy"), (QUESTION, "b12_injections_while_pregnant"))


@pytest.mark.parametrize("text", ["is that safe for the baby", "could it do my baby harm"])
def test_the_baby_of_who_is_pregnant_is_no_child(text: str) -> None:
    """Safe for the baby is asked of the pregnancy, and makes nobody else the patient."""
    step = decide(said(text, ASK_TOPIC, *OF_PREGNANCY, (CHILD, "yes")), PREGNANT, WHO).steps[0]
    assert step.values(QUESTION) == ["b12_injections_while_pregnant"]
    state = State(told={"pregnancy": "2026-03-01"})
    state.heard_of(text)
    assert (state.for_other, state.children, state.other) == (False, [], None)


@pytest.mark.parametrize("text", ["my baby of 5 months needs b12, how is it given", "does my toddler need b12"])
def test_a_child_that_is_born_is_one(text: str) -> None:
    """A baby of some months is a patient of the children's team, also beside a pregnancy."""
    assert decide(said(text, ASK_TOPIC, *OF_PREGNANCY, (CHILD, "yes")), PREGNANT, WHO).steps[0].kind == CHILDREN
