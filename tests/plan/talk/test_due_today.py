"""A dose that is due today, and words that speak of somebody else's plan."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.dialogue_chat import WORDING
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 8, 11)
CALL = WORDING("today_call")
NEXT = "The next one is today, Wednesday 11 August 2027."


def told(text: str) -> tuple[Talk, list[str]]:
    chat = Talk(TODAY)
    return chat, chat.say(text)


@pytest.mark.parametrize(
    "text",
    [
        "every 8 weeks, last one 16 june",
        "monthly, last one was 11 july",
        "weekly for 6 weeks then every 3 months, had 2, last one 4 august",
    ],
)
def test_today_is_said_with_a_call(text: str) -> None:
    """Read back, confirmed and asked for, a dose of today is called today, with what to do."""
    chat, lines = told(text)
    assert NEXT in lines
    assert CALL in lines
    assert chat.say("yes")[:2] == ["Your next injection is today, Wednesday 11 August 2027.", CALL]
    assert CALL in chat.say("when is my next one?")


def test_no_call_where_no_clinic_gives_it() -> None:
    """Who injects at home, or has an appointment today, is not sent to the phone."""
    _, lines = told("I inject at home every 8 weeks, last one 16 june")
    assert CALL not in lines
    chat, _ = told("every 12 weeks, last one 1 june")
    chat.say("yes")
    assert CALL not in chat.say("they booked me in today")


def test_a_refused_dose_in_the_words_for_the_clinic() -> None:
    """What to say names that it was refused, until it is given."""
    chat, _ = told("every 8 weeks, last one 9 june")
    chat.say("yes")
    chat.say("I declined it")
    assert "I did not take it." in "\n".join(chat.say("what do I tell them?"))
    chat.say("had it today")
    assert "I did not take it." not in "\n".join(chat.say("what do I tell them?"))


def test_nobody_else_is_called_you() -> None:
    """Of somebody else's dose it is never said that "you" had it, or have it late."""
    other = WORDING.for_other()
    for name in WORDING.names() - {name for name in WORDING.names() if name.endswith("_of_other")}:
        text = other(name, **dict.fromkeys(other.fields(name), "-")).lower()
        for words in ("you had", "you have had", "you have new", "do you have", "did you have", "my b12"):
            assert words not in text, name
