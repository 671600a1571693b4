"""An amount that is asked after a child was spoken of is asked for the child: the children's team sets it."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Step
from b12guide.conversation.kinds import ABOUT, CHILDREN, DOSE_CHANGE, PART
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, NOT_UNDERSTOOD, TOPIC
from tests.conversation.test_decide import WHO

AFTER_CHILD = State(other="child", children=["child"], said=["children"])


def taken(text: str, state: State, act: Act) -> tuple[Step, ...]:
    """What is done about a message that was heard as `act`."""
    return decide(Understanding(text, Verdict(), act), state, WHO).steps


@pytest.mark.parametrize(
    "text",
    [
        "would a quarter of mine do for now",
        "mine are 1mg, so half of that?",
        "i could put in a third of the vial",
        "is 250 enough then",
        "what if i use just a bit of my ampoule",
        "then how many micrograms",
        "how much do i give",
    ],
)
@pytest.mark.parametrize("kind", [DOSE_CHANGE, NOT_UNDERSTOOD, ASK_TOPIC])
def test_a_part_of_an_adults_dose_is_no_childs_dose(text: str, kind: str) -> None:
    """Whatever it was heard as, an amount that follows on a child is not answered as an adult's."""
    details = ((TOPIC, "typical_dose"),) if kind == ASK_TOPIC else ()
    (step,) = taken(text, AFTER_CHILD, Act(kind, details=details))
    assert step.kind == CHILDREN


def test_half_of_an_adults_is_said_to_be_none() -> None:
    """Who asks for a part of their own hears that no part of it is a child's."""
    assert taken("half of mine, till monday?", AFTER_CHILD, Act(DOSE_CHANGE)) == (Step(CHILDREN, ((ABOUT, PART),)),)


@pytest.mark.parametrize(
    "text",
    [
        "and for me, is half enough",
        "back to mine: do i need half",
        "could my husband have half",
        "i am 44. can i have half",
        "does it hurt",
    ],
)
def test_an_adult_who_is_named_is_no_child(text: str) -> None:
    """Who says that it is for themselves or another adult is answered so, and what asks for no amount too."""
    assert taken(text, AFTER_CHILD, Act(DOSE_CHANGE))[0].kind == DOSE_CHANGE


def test_without_a_child_spoken_of_an_amount_is_an_adults() -> None:
    """Nothing of a child in the conversation, or long ago, changes nothing."""
    assert taken("is half ok", State(), Act(DOSE_CHANGE)) == (Step(DOSE_CHANGE),)
    long_ago = State(other="child", children=["child"], said=["children", *(f"answer {n}" for n in range(9))])
    assert taken("is half ok", long_ago, Act(DOSE_CHANGE)) == (Step(DOSE_CHANGE),)


def test_it_stays_the_childs_as_long_as_they_are_named() -> None:
    """ "She" is the child, however long ago it was said how old."""
    long_ago = State(other="daughter", children=["daughter"], said=["children", *(f"answer {n}" for n in range(9))])
    assert taken("can she have half of mine", long_ago, Act(DOSE_CHANGE))[0].kind == CHILDREN
