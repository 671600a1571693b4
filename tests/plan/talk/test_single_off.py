"""The single day that the clinic set, told before how often they are, cancelled, denied or of another thing."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 16)
OFF = ["I have taken Wednesday 14 July 2027 off: none is booked for that day.", "When you have a new date, tell me."]
BOOKED = "Your clinic booked Wednesday 14 July 2027."


def _booked() -> Talk:
    chat = Talk(TODAY)
    chat.say("my next jab is booked for Wednesday 14 July")
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "the surgery has cancelled it",
        "it's been called off",
        "my jab on 14 July got cancelled because the nurse is ill",
        "the nurse rang, they had to cancel it",
        "sorry, it isn't booked any more",
        "they let somebody else have my slot on the 14th",
        "they've given my appointment to another patient",
        "the booking fell through",
        "the one on Wednesday 14 July won't be going ahead",
        "they postponed it",
        "I cancelled it",
    ],
)
def test_a_day_that_was_cancelled_is_taken_off(text: str) -> None:
    """It is said, nothing of it is kept, and a gap that is told later is not counted from it."""
    chat = _booked()
    assert chat.say(text) == OFF
    assert not dialogue.is_told(chat.kept)
    chat.say("every 12 weeks")
    assert dialogue.asks(chat.kept) == "anchor"


@pytest.mark.parametrize(
    "text",
    [
        "no, that is not right",
        "sorry, I got that wrong",
        "ignore that date",
        "oh no, that was my mistake",
        "hang on, wrong date",
        "scratch that",
        "that's incorrect",
    ],
)
def test_a_day_that_is_denied_right_away_is_taken_off(text: str) -> None:
    """Whoever says that it is wrong has it kept no longer."""
    chat = _booked()
    assert chat.say(text) == OFF
    assert not dialogue.is_told(chat.kept)


@pytest.mark.parametrize(
    "text",
    [
        "the 14th is for bloods, not my b12",
        "oh, that is for the shingles jab",
        "sorry, that's the optician",
        "it is not for the b12",
        "wait, that's the dentist, not the jab",
        "14 July is a scan and not the injection",
    ],
)
def test_a_day_of_another_thing_is_taken_off(text: str) -> None:
    """A day that is said to be that of something else is none of an injection."""
    chat = _booked()
    assert chat.say(text) == OFF
    assert not dialogue.is_told(chat.kept)


@pytest.mark.parametrize(
    "text",
    [
        "they cancelled my blood test",
        "my holiday was cancelled",
        "what if they cancel it?",
        "can I cancel it?",
        "they have not cancelled it",
        "they might have cancelled it",
        "they cancelled it but then it was back on for the same day",
        "the one on 7 July was cancelled",
        "the 14th is my birthday",
        "my eye test is on the 14th too",
        "my flight is then, they cancelled it",
        "if it is cancelled I will ring",
        "was it cancelled?",
        "my wife's was cancelled",
        "that is for my b12 and my flu jab",
        "I did not get the wrong date",
        "they nearly cancelled it",
    ],
)
def test_what_only_looks_like_it_leaves_the_day(text: str) -> None:
    """What is asked, supposed, denied, or of something or somebody else takes nothing."""
    chat = _booked()
    assert [move for move in chat.moves(text) if move[1] == "called_off"] == []
    chat.say(text)
    assert chat.say("when is my next one", "next")[0] == BOOKED


def test_the_new_day_beside_it_takes_its_place() -> None:
    """Whoever tells the new day has that one kept."""
    chat = _booked()
    chat.say("they cancelled it, my next jab is Thursday 22 July")
    assert chat.say("when is my next one", "next")[0] == "Your clinic booked Thursday 22 July 2027."


def test_a_new_day_told_later_is_kept() -> None:
    """After a day that was taken off, the next one that the clinic sets is kept."""
    chat = _booked()
    chat.say("they cancelled it")
    assert chat.say("my new one is booked for Thursday 22 July")[0] == (
        "I have noted what your clinic booked: Thursday 22 July 2027."
    )
