"""Thanks and goodbyes at the end of a message that asks nothing; dates that were turned down."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.kinds import NO_DATES, THANKS
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC, PLAN, TOPIC, UNSURE
from tests.conversation.test_decide import WHO

AFTER = State(last=["stopping_maintenance"], focus="stopping", question="what_happens_after_stopping")


def kinds(text: str, kind: str = ASK_TOPIC, *, state: State = AFTER) -> list[str]:
    details = ((TOPIC, "questions_for_clinician"),) if kind == ASK_TOPIC else ()
    return [step.kind for step in decide(Understanding(text, Verdict(), Act(kind, 0.8, details)), state, WHO).steps]


@pytest.mark.parametrize(
    "text",
    [
        "I'll ring them about it, ta",
        "right, nothing to see on the outside then. cheers pal",
        "ok will speak to the doctor. thank you",
        "kk cheers for reading that",
    ],
)
@pytest.mark.parametrize("kind", [ASK_TOPIC, PLAN, UNSURE])
def test_who_thanks_and_asks_nothing_gets_one_line(text: str, kind: str) -> None:
    """Whatever the words before the thanks sound like."""
    assert kinds(text, kind) == [THANKS]


def test_who_goes_to_ask_wants_no_person_here() -> None:
    """ "Will speak to the nurse, cheers" is a farewell; a wish for a person stays one."""
    assert kinds("will speak to the nurse, cheers", "talk_to_person") == [THANKS]
    assert kinds("I want to speak to a nurse, cheers", "talk_to_person") == ["talk_to_person"]


@pytest.mark.parametrize("text", ["I give up, bye", "forget it, I will ask my doctor. goodnight"])
def test_a_goodbye_is_one(text: str) -> None:
    """A farewell gets a farewell, no lecture."""
    assert kinds(text) == ["goodbye"]


@pytest.mark.parametrize(
    "text",
    [
        "thanks, and how long does it last",
        "ta. is it painful?",
        "tell me what to say, thanks",
        "b12 shots and headaches thanks",
        "what about tablets, cheers",
    ],
)
def test_a_question_beside_thanks_is_answered(text: str) -> None:
    """Thanks take nothing from a question."""
    assert THANKS not in kinds(text)


@pytest.mark.parametrize(
    "text", ["no dates please, just what happens", "not after dates pal", "I never asked for a date"]
)
def test_dates_turned_down_are_remembered(text: str) -> None:
    """The form is dropped also where a part of the plan was told."""
    found = decide(Understanding(text, Verdict(), Act(UNSURE)), State(awaiting="plan"), WHO)
    assert found.steps[-1].kind == NO_DATES


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("do i call anybody about the bruise or leave it", State(last=["side_effects"], focus="bruise")),
        ("and do i leave that be or phone them about the bruise", State()),
    ],
)
def test_a_thing_that_is_named_is_no_wish_for_dates(text: str, state: State) -> None:
    """What only sounds like a request of the plan, and names a bruise, is asked of the bruise."""
    act = Act(PLAN, 0.6, (("request", "left"),))
    said = Understanding(
        text, Verdict(), act, of_thing=lambda thing: ["bruise_at_the_spot"] if thing == "bruise" else []
    )
    assert decide(said, state, WHO).steps[0].values("question") == ["bruise_at_the_spot"]


def test_a_wish_for_dates_stays_one() -> None:
    """Who says "when" or "due" asks for dates, whatever else is named."""
    said = Understanding("when is it due, with this bruise", Verdict(), Act(PLAN, 0.9, (("request", "due"),)))
    assert decide(said, State(), WHO).kind == PLAN


def test_a_change_asked_of_a_medicine_is_none_of_the_injections() -> None:
    """What sounds like a change of the plan, and names folic acid, is asked of the folic acid."""
    said = Understanding(
        "do i take folic acid as well then",
        Verdict(),
        Act("dose_change_request"),
        of_thing=lambda thing: ["folic_acid_in_hand"] if thing == "folic_acid" else [],
    )
    assert decide(said, State(), WHO).steps[0].values("question") == ["folic_acid_in_hand"]


@pytest.mark.parametrize("text", ["safe", "knew it", "k", "cheers then", "ok sound", "fair enough mate"])
def test_a_last_word_gets_a_last_line(text: str) -> None:
    """Whatever it was heard as."""
    taken = decide(Understanding(text, Verdict(), Act(ASK_TOPIC, 0.8, ((TOPIC, "side_effects"),))), AFTER, WHO).steps
    assert [(step.kind, step.details) for step in taken] == [("goodbye", (("felt", "last_word"),))]


@pytest.mark.parametrize("text", ["is it safe", "safe?", "k2", "cheers then, does it hurt"])
def test_what_only_sounds_like_one_is_none(text: str) -> None:
    """It asks."""
    assert kinds(text) != ["goodbye"]


def test_a_word_that_may_answer_is_no_farewell() -> None:
    """Where something is open, or nothing was said yet."""
    assert kinds("k", "affirm", state=State(last=["side_effects"], awaiting="plan")) != ["goodbye"]
    assert kinds("k", "affirm", state=State()) == ["affirm"]
