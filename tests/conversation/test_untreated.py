"""Who has no injections: what tells it, what ends it, and which answers fit."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Decision
from b12guide.conversation.treatment_told import tells_none, tells_some
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, QUESTION, TOPIC
from tests.conversation.test_decide import WHO

NONE = [
    "I'm not having any injections, I only had a result",
    "im not on jabs at all",
    "never had a shot in my life. which tests",
    "haven't begun any treatment",
    "nothing has been started so far",
    "havent had any treatment, what is next",
    "no injections yet, just a blood result",
    "I have no injections",
    "still waiting for my second test",
    "I don't get shots, I was reading about them",
    "we have not been put on anything",
]
NOT_NONE = [
    "I haven't had my injection this month",
    "not had a jab since March",
    "I'm not having injections any more, they stopped them",
    "my mum is not on injections",
    "he hasn't started any treatment",
    "haven't had any injections for 3 months",
    "what if I have no injections for a year",
    "does everyone get injections",
    "no injections left in the box",
    "I'm not getting any better on these shots",
]
SOME = [
    "I had my first injection on Monday",
    "ok, I have started the injections now",
    "I get shots every 12 weeks",
    "I'm on the jabs since June",
    "my last injection was in May",
]
NOT_SOME = [
    "do I get injections then",
    "would I have jabs for life",
    "if I have injections, does it hurt",
    "I'm not on injections",
]


@pytest.mark.parametrize("text", NONE)
def test_it_is_told_that_there_are_none(text: str) -> None:
    """The writer says that they have no injections."""
    assert tells_none(text)


@pytest.mark.parametrize("text", NOT_NONE)
def test_a_dose_that_is_missed_or_another_person_is_not_none(text: str) -> None:
    """A late dose, treatment that ended, somebody else and a question tell nothing of it."""
    assert not tells_none(text)


@pytest.mark.parametrize("text", SOME)
def test_an_injection_that_is_told_ends_it(text: str) -> None:
    """Who tells of an injection of their own has some."""
    assert tells_some(text)


@pytest.mark.parametrize("text", NOT_SOME)
def test_a_question_about_injections_ends_nothing(text: str) -> None:
    """Who only asks, or supposes, has none because of it."""
    assert not tells_some(text)


def test_it_is_kept_until_an_injection_is_told() -> None:
    """It is a fact of the conversation, in one field, and read again as it was written."""
    state = State()
    state.heard_of("im not on injections")
    state.heard_of("which foods have it?")
    assert State.from_json(state.to_json()).untreated
    state.heard_of("I had my first injection today")
    assert not state.untreated


def asked(text: str, topic: str, *questions: str, state: State | None = None) -> Decision:
    details = ((TOPIC, topic), *((QUESTION, one) for one in questions))
    return decide(Understanding(text, Verdict(), Act(ASK_TOPIC, 0.8, details)), state or State(untreated=True), WHO)


@pytest.mark.parametrize(
    ("text", "topic", "questions", "answer"),
    [
        ("what are the other blood tests", "monitoring_after_starting", (), "what_next_after_low"),
        ("which bloods", "monitoring_after_starting", ("nobody_checked_me",), "what_next_after_low"),
        ("what becomes of it if I leave it", "stopping_maintenance", (), "low_b12_untreated"),
        ("what do I ask on Monday", "questions_for_clinician", (), "before_any_treatment"),
        ("may I begin tablets now", "injections_vs_oral", (), "tablets_before_the_visit"),
        ("why can't I eat it", "purpose_of_injections", ("why_not_just_food",), "why_food_is_not_enough"),
    ],
)
def test_what_supposes_injections_is_answered_as_before_any(
    text: str, topic: str, questions: tuple[str, ...], answer: str
) -> None:
    """No text on check-ups, stopping or a switch goes to somebody who has none."""
    assert asked(text, topic, *questions).steps[0].values(QUESTION) == [answer]


def test_with_injections_the_same_words_are_about_them() -> None:
    """Nothing changes for everybody else."""
    assert (
        asked("what are the other blood tests", "monitoring_after_starting", state=State()).steps[0].values(QUESTION)
        == []
    )


def test_it_counts_in_the_message_that_tells_it() -> None:
    """ "I'm not on injections. What else ...?" in one."""
    found = asked("I'm not on injections. which tests", "monitoring_after_starting", state=State())
    assert found.steps[0].values(QUESTION) == ["what_next_after_low"]


def test_after_a_poor_diet_food_alone_is_asked_of_the_diet() -> None:
    """ "Why not just food?" after an answer on diet gets no gut that takes in too little."""
    state = State(last=["dietary_deficiency"])
    found = asked("why not just food", "purpose_of_injections", "why_not_just_food", state=state)
    assert found.steps[0].values(QUESTION) == ["why_food_is_not_enough"]


def test_what_was_said_already_makes_room_for_the_next() -> None:
    """The second question about tests gets the next answer."""
    state = State(untreated=True, said=["question what_next_after_low"])
    found = asked("and which others", "monitoring_after_starting", state=state)
    assert found.steps[0].values(QUESTION) == ["how_the_cause_is_found"]
