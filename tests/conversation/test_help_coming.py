"""Help that is to come: a call that is promised and a visit today are well done, and no end of the warning."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from actions import safety
from b12guide.conversation import State, decide
from b12guide.conversation.decision import Step
from b12guide.conversation.kinds import ABOUT, WARNING_STANDS
from b12guide.conversation.state import Warned
from b12guide.shared import cards, help_is_here, replies, standing
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import NOT_UNDERSTOOD
from tests.conversation.test_decide import WHO

TO_RING = [
    "i've called 111, they are phoning me back",
    "rang 111, they're ringing me back",
    "they said they will call me back",
    "111 are calling me back within the hour",
    "the nurse is going to phone me back",
    "spoke to the desk, they're ringing back",
]
SEEN_TODAY = [
    "called. they want me in at 4",
    "rang them, they want me in for bloods at half three",
    "they're seeing me at 5",
    "i'm going in at 2",
    "they told me to come in now",
    "they're squeezing me in this afternoon",
    "i'm heading down there now",
    "rang the clinic, going in at 2 today",
]
NOT_RUNG = [
    "they haven't rung yet",
    "nobody has called me back",
    "still waiting for the call",
    "111 never rang back",
    "no call back yet, what do i tell them",
    "the nurse hasn't phoned. what should i say to her",
    "still nothing",
]
# Lines that look alike and tell of no help that is to come.
NOTHING_COMES = [
    "i haven't rung yet",
    "i'm going in the garden",
    "can they see me on thursday",
    "what do i tell them",
    "should i call back later",
]


def warned(card: str = "potassium") -> State:
    """Right after an urgent card."""
    return State(warned=Warned([card], ["heart flutters"], ["B3"], WHO.today.isoformat()))


def about(text: str, card: str = "potassium") -> list[str]:
    """What a message after the card is heard to be about."""
    steps = decide(Understanding(text, Verdict(), Act(NOT_UNDERSTOOD)), warned(card), WHO).steps
    return steps[0].values(ABOUT) if steps[0].kind == WARNING_STANDS else []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *((text, "called_back") for text in TO_RING),
        *((text, "appointment_today") for text in SEEN_TODAY),
        *((text, "not_rung_yet") for text in NOT_RUNG),
    ],
)
def test_what_is_to_come_is_taken_up(text: str, kind: str) -> None:
    """It is answered as that, and the warning stands."""
    assert about(text) == [kind]


@pytest.mark.parametrize("text", NOTHING_COMES)
def test_what_looks_alike_is_no_help(text: str) -> None:
    """Nothing is well done that nobody did."""
    assert not {"called_back", "appointment_today", "not_rung_yet"} & set(about(text))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("they want me in next week for bloods", ["wait"]),
        ("they want me in tomorrow at 4", ["wait"]),
        ("they are seeing me in two weeks", ["wait"]),
        ("they want me in at 4 today", ["appointment_today"]),
    ],
)
def test_a_visit_on_another_day_is_not_help_today(text: str, kinds: list[str]) -> None:
    """A sign that has to be seen today does not wait for it."""
    assert about(text) == kinds


@pytest.mark.parametrize("text", [*TO_RING, *NOT_RUNG])
def test_a_call_that_is_promised_is_no_help_that_is_there(text: str) -> None:
    """An emergency stands until somebody is there, or has spoken: whatever the message was heard as."""
    assert not help_is_here(text)
    assert not replies().may_be_help(text)
    state = State(standing="cord_bladder")
    steps = decide(Understanding(text, Verdict(), Act(NOT_UNDERSTOOD)), state, WHO).steps
    assert steps[0].kind == "emergency_stands"
    assert steps[0].values(ABOUT) in (["called_back"], ["not_rung_yet"])


def test_in_an_emergency_nobody_waits_for_it() -> None:
    """Who was not rung calls the emergency number, and what to say is not forgotten."""
    for sentence in standing().says("not_rung_yet", emergency=True):
        said = cards().filled(sentence, "GB")
        assert "call 999 or your local emergency number now" in said
        assert "what you" in said


@pytest.mark.parametrize("kind", ["called_back", "appointment_today", "not_rung_yet"])
def test_it_says_what_would_make_it_an_emergency(kind: str) -> None:
    """The signs of this very card, with the number; for potassium chest pain, a faint, trouble breathing."""
    for sentence in standing().says(kind):
        said = cards().urgent_again(sentence, "", ["potassium"], country="CA").text
        assert "It is an emergency if you faint, have chest pain, or cannot breathe well." in said
        assert "Then call 911 or your local emergency number." in said
        assert "Get medical advice today" not in said


class _Turn:
    """A turn of the action, of which what it says is kept."""

    def __init__(self, state: State, *kinds: str) -> None:
        self.state, self.said = state, []
        self.person = SimpleNamespace(today=date(2026, 3, 5), country="CA")
        self.step = Step(WARNING_STANDS, tuple((ABOUT, kind) for kind in kinds))

    def say(self, text: str, **_: Any) -> None:
        """Keeps the text."""
        self.said.append(text)


@pytest.fixture(autouse=True)
def _no_diary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety.diary, "keep_heard", lambda _: False)


def said(state: State, *kinds: str) -> str:
    """What is said in one turn beside the warning."""
    turn = _Turn(state, *kinds)
    safety.warning_stands(turn)  # type: ignore[arg-type]
    return " ".join(turn.said)


def test_once_help_is_coming_the_card_does_not_come_again() -> None:
    """What to say there, and a bare word, are answered beside what they said: go, or take the call."""
    state = warned()
    assert "You wrote: heart flutters." in said(state, "appointment_today")
    then = said(state, "what_to_say")
    assert "You wrote: heart flutters." in then
    assert "Get medical advice today" not in then
    assert "Call your doctor" not in then
    assert "Call your doctor" not in said(state)


@pytest.mark.parametrize("kind", ["not_rung_yet", "wait", "unreachable", "not_going"])
def test_where_it_comes_to_nothing_the_action_is_back(kind: str) -> None:
    """Who cannot reach them, or will not go, is told to get advice today as before."""
    state = warned()
    said(state, "called_back")
    said(state, kind)
    assert "Call your doctor" in said(state)
