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
        assert "Call 999 or your local emergency number now" in said
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

    def __init__(self, state: State, *kinds: str, text: str = "") -> None:
        self.state, self.said, self.text, self.verdict = state, [], text, Verdict()
        self.person = SimpleNamespace(today=date(2026, 3, 5), country="CA")
        self.step = Step(WARNING_STANDS, tuple((ABOUT, kind) for kind in kinds))

    def say(self, text: str, **_: Any) -> None:
        """Keeps the text."""
        self.said.append(text)


@pytest.fixture(autouse=True)
def _no_diary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety.diary, "keep_heard", lambda _: False)


def said(state: State, *kinds: str, text: str = "") -> str:
    """What is said in one turn beside the warning, to a `text` that was heard as `kinds`."""
    turn = _Turn(state, *kinds, text=text)
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


@pytest.mark.parametrize(
    "text",
    [
        "my brother is coming over at 3",
        "my niece is coming round today",
        "my manager told me to come in now",
        "mum wants me over at 4",
        "the swelling is going down now",
        "it's going down",
        "i'm going in to town at 2",
        "the plumber is seeing me at 4",
        "they can't see me today",
        "got an appointment with the hairdresser today",
    ],
)
def test_who_is_no_clinician_is_no_help(text: str) -> None:
    """A visitor, a boss and a swelling see nobody about the sign."""
    assert not {"called_back", "appointment_today"} & set(about(text, "infection"))


@pytest.mark.parametrize("text", ["if they see me today i'll ask", "can the nurse ring me back today?"])
def test_what_is_only_hoped_or_asked_is_no_help(text: str) -> None:
    """It is not waited for."""
    assert about(text, "infection") == ["wait"]


@pytest.mark.parametrize(
    "text",
    [
        "the surgery is fitting me in today",
        "the clinic is seeing me today at 5",
        "the nurse is squeezing me in this afternoon",
        "i'm being seen this afternoon",
        "the gp will see me at 5",
        "surgery told me to come straight down",
    ],
)
def test_a_visit_that_is_to_come_ends_no_warning(text: str) -> None:
    """Nobody has said what to do yet: it is help that is coming."""
    assert about(text, "infection") == ["appointment_today"]


def test_once_they_have_said_what_to_do_it_ends() -> None:
    """Advice that was had is advice."""
    said_so = Understanding("the nurse saw me today and said to watch it", Verdict(), Act(NOT_UNDERSTOOD))
    assert [step.kind for step in decide(said_so, warned("infection"), WHO).steps] == ["advised"]


@pytest.mark.parametrize(
    "text",
    [
        "they rang and i missed it",
        "i missed their call",
        "they've cancelled on me",
        "my appointment was cancelled",
        "they haven't rung and now i have the shivers",
        "the doctor hasn't called but it is hotter",
    ],
)
def test_a_call_that_was_missed_is_none(text: str) -> None:
    """They are called again."""
    assert about(text, "infection") == ["not_rung_yet"]
    state = warned("infection")
    said(state, "called_back")
    assert "They know of it" not in said(state, "not_rung_yet", text=text)
    assert state.warned is not None
    assert not state.warned.coming


@pytest.mark.parametrize(
    "text",
    [
        "it is spreading",
        "now i feel shivery",
        "my arm is red as well",
        "its getting bigger",
        "i feel hot",
        "bit sick now",
    ],
)
def test_they_do_not_know_of_what_is_new(text: str) -> None:
    """A word of the body or of a change has the advice said again, and what is said after it too."""
    state = warned("infection")
    said(state, "called_back")
    assert "Call your doctor" in said(state, text=text)
    assert "Call your doctor" in said(state, text="ok")


def test_a_call_promised_beside_what_is_new_has_the_advice_too() -> None:
    """Who waits for a call while it spreads is told what to do now."""
    state = warned("infection")
    assert "Call your doctor" in said(state, "called_back", text="they will ring me back but it is spreading")


@pytest.mark.parametrize(
    "text",
    [
        "my sister spoke to 111 last month and they said it was fine",
        "i rang 999 and they said we are 12th in line",
        "called 111, they said ring back later",
    ],
)
def test_a_queue_and_another_time_end_no_emergency(text: str) -> None:
    """It stands, whatever the message was heard as."""
    act = Act("help_is_here", 0.9, (("help_is_here", "yes"),))
    steps = decide(Understanding(text, Verdict(), act), State(standing="general"), WHO).steps
    assert steps[0].kind == "emergency_stands"
