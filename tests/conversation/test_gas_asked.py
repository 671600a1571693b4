"""Whether B12 undoes laughing gas: answered first, and nothing of a warning is left out. No model, no Rasa."""

from __future__ import annotations

import pytest

from b12guide.conversation import State, decide
from b12guide.conversation.decision import Step
from b12guide.shared import triage
from b12guide.understanding import Understanding, Verdict
from b12guide.understanding.acts import Act
from tests.conversation.test_decide import STANDING, WHO

ANSWER = "tablets_against_gas"
ASKED = [
    "do b12 tabs undo nangs",
    "does vitamin b12 protect me from whippets?",
    "will a supplement make up for a night on nos",
    "is b12 enough to balance out the balloons",
    "can pills fix what laughing gas does",
    "if I take b12 am i covered for nitrous",
    "are b12 gummies any help against canisters",
    "do the jabs keep me safe on laughing gas",
    "does taking b12 offset the bulbs",
    "would tablets reverse it, I mean the nos",
]
WITH_SIGN = [
    "does b12 fix it, my toes tingle since the balloons",
    "can b12 tablets cancel out laughing gas, my hands are numb from it",
    "will b12 pills help, I do whippets and my legs are weak",
    "balloons every week and I'm unsteady, are b12 tablets enough?",
]


def taken(text: str, state: State | None = None) -> Step:
    verdict = Verdict.of_rules(triage(text))
    act = Act(verdict.level if verdict.warns else "unsure")
    return decide(Understanding(text, verdict, act), state or State(), WHO).steps[0]


@pytest.mark.parametrize("text", ASKED)
def test_the_question_is_answered_first(text: str) -> None:
    """With the card behind it where the rules give one, and without where they give none."""
    step = taken(text)
    assert step.values("question") == [ANSWER]
    warns = Verdict.of_rules(triage(text)).warns
    assert (step.kind, step.values("card")) == (("warning_stands", ["gas"]) if warns else ("ask_topic", []))


def test_the_card_of_the_use_alone_is_kept() -> None:
    """What the rules hold of the gas beside B12 stays urgent."""
    text = "are b12 tablets any help with laughing gas"
    assert Verdict.of_rules(triage(text)).level == "urgent"
    assert (taken(text).kind, taken(text).values("card")) == ("warning_stands", ["gas"])


@pytest.mark.parametrize("text", WITH_SIGN)
def test_a_sign_beside_it_is_first(text: str) -> None:
    """Its card, as ever."""
    assert Verdict.of_rules(triage(text)).warns
    assert taken(text).kind in ("urgent", "emergency")


@pytest.mark.parametrize(
    "text",
    [
        "can I have gas and air in labour",
        "the dentist gave me nitrous, do my b12 tablets cover it?",
        "midwife used the gas, is my b12 jab enough to make up for it",
        "had nitrous for a tooth out, does b12 fix it?",
        "laughing gas in my operation, will b12 tablets help?",
        "do b12 tablets help with tiredness?",
        "there were balloons at the party",
        "does b12 protect my heart",
        "what does laughing gas do to b12",
    ],
)
def test_what_only_sounds_like_it_is_left(text: str) -> None:
    """Another gas, other things that B12 may do, balloons to look at."""
    assert ANSWER not in taken(text).values("question")


def test_an_emergency_that_stands_is_said_again() -> None:
    """No answer on tablets then."""
    assert taken("do b12 tablets cancel out balloons", STANDING).kind == "emergency_stands"
