"""What is asked beside the dates: the name of a calendar entry, what the clinic was told, one more at the end."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.takeaway.calendar import CHECK, DISCREET_TITLE
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 3)
TOLD = "I do not know what they were told. Call the clinic that gives you the injections and tell them."


def _kept(plan: str = "every 9 weeks, last one 11 January 2027") -> Talk:
    chat = Talk(TODAY)
    chat.say(plan)
    chat.say("yes, all of them")
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "what is the entry in my diary called?",
        "does the calendar entry mention B12?",
        "can my manager read what it says in the calendar?",
        "can I rename the title in the calendar?",
        "what do the events in the file say?",
    ],
)
def test_what_the_entry_says(text: str) -> None:
    """The name that the file really has, and that it can be changed."""
    lines = _kept().say(text)
    assert lines[0].startswith(f'Each entry in the calendar file is called "{DISCREET_TITLE}". B12 is not in it.')
    assert CHECK in lines[0]
    assert lines[1].startswith("You can change the name in your own calendar.")


@pytest.mark.parametrize(
    "text",
    [
        "put it in my calendar please",
        "can I change the date?",
        "what will my next one be called for?",
        "who can see my data?",
    ],
)
def test_another_wish_about_the_calendar(text: str) -> None:
    """The file itself, and other questions, are as before."""
    assert not any(name == "entry_name" for _, name, _ in _kept().moves(text))


@pytest.mark.parametrize(
    "text",
    [
        "will my surgery know that I had it in hospital?",
        "does the GP know I had one on the ward?",
        "yes. has the clinic been told about the jab the hospital gave me?",
        "Would the practice nurse be aware of it?",
    ],
)
def test_whether_the_clinic_was_told(text: str) -> None:
    """Nobody here knows: call, with what to say."""
    assert _kept().say(text)[:2] == [
        TOLD,
        'You can say: "I had a B12 injection on Monday 11 January 2027. Is it in my record, and when is my next one?"',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "do you know when it is?",
        "did the doctor tell you?",
        "will the nurse know how to inject it?",
        "what do I tell the clinic?",
    ],
)
def test_other_things_that_are_known(text: str) -> None:
    """What the bot knows, or a nurse can do, is another question."""
    assert not any(name == "clinic_knows" for _, name, _ in _kept().moves(text))


def test_one_more_at_the_end() -> None:
    """The course ends when it was to end, and one more is the clinic's to add."""
    chat = _kept("weekly on Wednesdays for 8 weeks, first one 30 December 2026, missed the 13th")
    for text in ("does the missed one get added on at the end?", "ok so do they tack it on the end?"):
        lines = chat.say(text)
        assert lines[0] == "The last one of that part is on Wednesday 17 February 2027."
        assert lines[1].startswith("Only your clinic says if one is added for one that was not given.")
