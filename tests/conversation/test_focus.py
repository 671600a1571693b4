"""What leans on the thing that was spoken of, and what stands by itself."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.focus import leans
from b12guide.understanding import Act, Understanding, Verdict
from tests.conversation.test_decide import WHO


@pytest.mark.parametrize(
    "text",
    [
        "what do they check after you start",
        "what do they give you in hospital",
        "do they monitor people for years at all",
    ],
)
def test_they_who_treat_are_nothing_that_was_spoken_of(text: str) -> None:
    """ "What do they check?" asks of the clinic, not of the dose that was asked about before it."""
    assert not leans(text, "dose")


@pytest.mark.parametrize("text", ["are they any good for older people", "do they work as fast for everybody"])
def test_they_are_the_tablets_that_were_spoken_of(text: str) -> None:
    """ "Are they any good?" asks of the thing in focus."""
    assert leans(text, "tablets")


def test_what_sounds_like_an_answer_of_the_check_leans_while_none_is_open() -> None:
    """With no check open, a question about the thing in focus is answered, however it sounded."""
    state = State(last=["other_b12"], focus="shortage", question="b12_shortage_what_to_do")
    act = Act("teach_back_answer", 0.9, (("near", "shortage_other_kind"),))
    said = Understanding("they hold a different one, is it the same", Verdict(), act)
    assert decide(said, state, WHO).steps[0].values("question") == ["shortage_other_kind"]


@pytest.mark.parametrize(
    "text", ["but the hospital wants me on it", "my rheumatologist gave me that", "it was prescribed"]
)
def test_what_is_said_to_be_prescribed_is_answered_as_prescribed(text: str) -> None:
    """Who says that the folic acid spoken of is from their own team hears that it is kept."""
    state = State(last=["overlapping_conditions"], focus="folic_acid", question="folic_acid_in_hand")
    said = Understanding(text, Verdict(), Act("not_understood"), of_thing=lambda _: ["folic_acid_in_hand"])
    assert decide(said, state, WHO).steps[0].values("question") == ["folic_acid_prescribed"]
