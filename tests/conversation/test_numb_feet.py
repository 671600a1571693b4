"""Numb feet that were told: driving, and whom to tell. No model, no Rasa."""

from __future__ import annotations

from dataclasses import replace

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Step
from b12guide.conversation.told_of_self import NUMB_FEET, told_in
from b12guide.conversation.whose import ME
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act
from tests.conversation.test_decide import WHO

DRIVING = Act("ask_topic", 0.9, (("topic", "other_b12"), ("question", "driving_and_low_b12")))
RECOVERY = Act("ask_topic", 0.8, (("topic", "nerve_recovery"), ("question", "nerves_how_long")))
TOLD = [
    "feet have gone a bit numb over the years",
    "my toes have been numb since 2020",
    "numb toes for ages, never changes",
    "I can't feel my feet properly",
    "got numbness in both feet",
    "no feeling in my soles",
    "my legs are numb below the knee",
    "hardly feel my toes these days",
    "soles feel numb, always have",
    "numbness of the feet, two years",
]
NOT_TOLD = [
    "my feet are not numb",
    "can numb feet come from low b12",
    "my feet were numb last winter",
    "dad's feet are numb",
    "feet numb from the cold",
    "does numbness in the feet go",
    "the nurse asked if my toes were numb",
]


def taken(text: str, act: Act, state: State | None = None) -> Step:
    return decide(Understanding(text, Verdict(), act), state or State(), WHO).steps[0]


@pytest.mark.parametrize("text", TOLD)
def test_numb_feet_are_kept_once_they_are_told(text: str) -> None:
    """With or without "my"."""
    assert told_in(text)[True] == [NUMB_FEET]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_asked_denied_over_or_of_somebody_else_is_not(text: str) -> None:
    """It chooses no answer for the writer."""
    assert told_in(text)[True] == []


def test_whether_to_drive_is_answered_for_who_told_of_them() -> None:
    """A plain no, and no list of what would allow it; whatever was asked in between."""
    state = State()
    state.heard_of("my toes have been numb for three years, no change")
    state.heard_of("which foods have b12")
    assert taken("can I take the van out", DRIVING, state).values("question") == ["driving_with_numb_feet"]
    assert taken("can I take the van out", DRIVING).values("question") == ["driving_and_low_b12"]


def test_a_cause_told_beside_them_takes_nothing_away() -> None:
    """Metformin, told first, has no answer on driving: the numb feet have."""
    act = replace(DRIVING, details=(*DRIVING.details, ("beside", "side_effects")))
    state = State()
    state.heard_of("I'm on metformin and my toes are numb, same as ever")
    assert taken("may I still drive", act, state).values("question") == ["driving_with_numb_feet"]


@pytest.mark.parametrize("text", ["my feet aren't numb any more", "the numbness has gone", "no numbness now"])
def test_what_is_over_is_forgotten(text: str) -> None:
    """Then it is answered as for anybody, numb feet and all."""
    state = State(facts={ME: [NUMB_FEET]})
    state.heard_of(text)
    assert state.facts[ME] == []


@pytest.mark.parametrize(
    "text",
    [
        "who should I tell about my numb toes",
        "and which doctor do I see about the feet",
        "who do I ring about the tingling, it's old",
        "where do i go about the numbness",
        "whom am I supposed to speak to about my feet",
        "who must I inform of the pins and needles",
    ],
)
def test_whom_to_tell_is_answered_with_whom(text: str) -> None:
    """And not with how long nerves take."""
    assert taken(text, RECOVERY).values("question") == ["whom_to_tell_of_numbness"]


def test_it_stands_for_what_was_told() -> None:
    """ "Who do I tell about it", behind a word on driving."""
    state = State(facts={ME: [NUMB_FEET]}, focus="driving", last=["other_b12"], question="driving_with_numb_feet")
    assert taken("so who do I tell about it", RECOVERY, state).values("question") == ["whom_to_tell_of_numbness"]


@pytest.mark.parametrize("text", ["who do I tell about the date", "who gets numb feet", "who do I ask about tablets"])
def test_another_matter_is_left(text: str) -> None:
    """Who is asked about something else, or who has it."""
    assert "whom_to_tell_of_numbness" not in taken(text, RECOVERY).values("question")


def test_numbness_that_is_worse_is_a_sign() -> None:
    """Whom to tell comes second to the card."""
    urgent = Verdict("urgent", ("nerves",), why="rules", signs=("B2",))
    said = Understanding("who do I tell about my feet, they got worse", urgent, Act("urgent"))
    assert decide(said, State(), WHO).kind == "urgent"


@pytest.mark.parametrize(
    "text",
    [
        "planning the drive to my sister's, is it ok?",
        "what about the van then, can I drive it",
        "ok to drive the taxi tho",
        "so I'm fine behind the wheel?",
        "can I still do the driving",
        "is it safe to drive",
    ],
)
def test_driving_in_any_words_is_heard_behind_numb_feet(text: str) -> None:
    """Also where it was not understood by itself; of nobody who told of none."""
    state = State(facts={ME: [NUMB_FEET]})
    assert taken(text, Act("unsure"), state).values("question") == ["driving_with_numb_feet"]
    assert taken(text, Act("unsure")).values("question") != ["driving_with_numb_feet"]


@pytest.mark.parametrize(
    "text",
    [
        "how long until I can drive?",
        "my wife drives me, is that ok?",
        "it's an hour's drive, can they come to me?",
        "do I tell the DVLA about driving?",
        "this is driving me mad, why is it so slow?",
    ],
)
def test_another_question_of_driving_is_left(text: str) -> None:
    """When, who, how far, whom to inform."""
    state = State(facts={ME: [NUMB_FEET]})
    assert "driving_with_numb_feet" not in taken(text, Act("unsure"), state).values("question")
