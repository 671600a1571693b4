"""A thing that a question names, and that nothing of the answer is about, is said to have no answer here."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Step
from b12guide.conversation.kinds import UNANSWERED
from b12guide.conversation.named import others_in, unnamed
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, QUESTION, TOPIC
from tests.conversation.test_decide import WHO


def answered(text: str, topic: str, question: str | None = None, **kept: object) -> Step:
    """What is done about a message that was heard as a question of `topic`."""
    details = ((TOPIC, topic), *(((QUESTION, question),) if question else ()))
    said = Understanding(text, Verdict(), Act(ASK_TOPIC, 0.6, details))
    return decide(said, State(**kept), WHO).steps[-1]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "topic", "thing"),
    [
        ("what about my allopurinol", "interactions_medicines", "allopurinol"),
        ("does sulfasalazine use up b12", "interactions_medicines", "sulfasalazine"),
        ("i have lupus, does it come from b12", "side_effects", "lupus"),
        ("are injections right with sarcoidosis", "who_needs_injections", "sarcoidosis"),
    ],
)
def test_what_the_text_is_not_about_is_said(text: str, topic: str, thing: str) -> None:
    """The general text of a topic that says nothing of the thing does not stand as its answer."""
    assert answered(text, topic).values(UNANSWERED) == [thing]


@pytest.mark.parametrize(
    ("text", "topic", "question"),
    [
        ("does metformin lower it", "interactions_medicines", None),
        ("can iron be low as well", "overlapping_conditions", None),
        ("does colchicine bring it down", "interactions_medicines", "colchicine_and_b12"),
        ("sertraline and b12 together", "interactions_medicines", "other_medicines_upset"),
        ("my cholesterol is high, does b12 matter", "interactions_medicines", None),
        ("how long until i feel better", "time_to_feel_better", None),
        ("not lupus. how long until i feel better", "time_to_feel_better", None),
    ],
)
def test_what_the_answer_is_about_is_answered(text: str, topic: str, question: str | None) -> None:
    """What the text names, what a question is about, what is denied, and what is no medicine are answered as before."""
    step = answered(text, topic, question)
    assert step.values(UNANSWERED) == []
    assert step.values(TOPIC) == [topic]


def test_an_answer_about_another_medicine_is_none() -> None:
    """What is said of metformin is not said to who names lithium and not metformin."""
    step = answered("lithium, do i carry on with it", "interactions_medicines", "metformin_carry_on")
    assert step.values(UNANSWERED) == ["lithium"]
    assert step.values(QUESTION) == []


def test_a_text_names_others_than_were_asked_about() -> None:
    """Which texts are about another medicine than the one that was named."""
    assert others_in("Metformin can lower B12.", "i take lithium")
    assert not others_in("Metformin can lower B12.", "i take metformin and lithium")
    assert not others_in("Ask the person who prescribes it.", "i take lithium")
    assert unnamed("i take lithium and have gout", "It is listed: gout.") == [("lithium", "medicine")]


def alone(text: str, kind: str, nearest: tuple[str, ...] = (), **kept: object) -> Step:
    """What is done about a message of which nothing was understood."""
    said = Understanding(text, Verdict(), Act(kind, 0.2), of_thing=lambda _: list(nearest))
    return decide(said, State(**kept), WHO).steps[-1]  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["not_understood", "unsure"])
def test_a_thing_that_is_named_alone_is_answered(kind: str) -> None:
    """Who only names a thing, after an answer or before any, gets what is known of it, then other words for it."""
    step = alone("gout i said", kind, ("gout_and_b12",))
    assert step.values(QUESTION) == ["gout_and_b12"]
    again = alone("gout i said", kind, ("gout_and_b12",), said=["question gout_and_b12"])
    assert again.values(QUESTION) == ["gout_and_b12"]


def test_a_thing_of_which_nothing_is_known_is_named() -> None:
    """No menu and no guess for a medicine that no page is about."""
    assert alone("and my allopurinol", "not_understood").values(UNANSWERED) == ["allopurinol"]
    assert alone("hmm well then", "not_understood").kind == "not_understood"


def test_a_named_medicine_that_a_question_is_about_gets_that() -> None:
    """Where a message was heard as a general question on medicines, what is known of the one that it names is said."""
    details = ((TOPIC, "interactions_medicines"),)
    act = Act(ASK_TOPIC, 0.6, details)
    said = Understanding("my mtx, does it matter", Verdict(), act, of_thing=lambda _: ["methotrexate_and_b12"])
    assert decide(said, State(), WHO).steps[-1].values(QUESTION) == ["methotrexate_and_b12"]


def test_what_is_known_here_only_tells_beside_another_question() -> None:
    """Who had omeprazole and asks how long treatment lasts is answered on that."""
    text = "mine came from omeprazole, so how long do i need them"
    step = answered(text, "how_long_treatment_lasts")
    assert step == Step(ASK_TOPIC, ((TOPIC, "how_long_treatment_lasts"),))


def test_what_was_named_before_it_is_asked_of_is_asked_of() -> None:
    """ "Can I have it with that?" is asked of the medicine that was told of in the sentence before."""
    text = "The heart clinic has me on allopurinol. Is it fine to have the jabs with that?"
    act = Act(ASK_TOPIC, 0.6, ((TOPIC, "interactions_medicines"),))
    said = Understanding(text, Verdict(), act, asks="Is it fine to have the jabs with that?")
    assert decide(said, State(), WHO).steps[-1].values(UNANSWERED) == ["allopurinol"]


def test_a_question_about_another_medicine_is_no_answer() -> None:
    """An answer that names no medicine is still about the one that its question is about."""
    step = answered("does sulfasalazine use up b12", "interactions_medicines", "acid_tablets_lower_b12")
    assert step.values(QUESTION) != ["acid_tablets_lower_b12"]
