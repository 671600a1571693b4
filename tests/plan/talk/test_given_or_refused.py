"""Doses given by the clinic's hand, doses refused, and days that a plan no longer has."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from tests.plan.talk.dialogue_chat import WORDING, Chat, confirmed

TODAY = date(2026, 3, 11)
MISSED = WORDING("not_all_given")


def late() -> Chat:
    """Every 4 weeks, due 2 March, today 11 March."""
    chat = confirmed("every 4 weeks, last one 2 february", date(2026, 2, 20))
    chat.today = TODAY
    return chat


def heard(chat: Chat, text: str, request: str | None = None) -> str:
    """The answer to a message with the moves that its words make."""
    who = dialogue.Who(chat.today, chat.country, "Europe/London")
    moves = dialogue.moves(chat.kept, text, who=who)
    outcome = dialogue.turn(
        chat.kept, text, request=request, moves=moves, who=who, wording=WORDING, new_key=lambda: "key"
    )
    assert outcome is not None, text
    chat.kept = outcome.state
    return "\n".join(outcome.bubbles)


def kept(chat: Chat) -> dialogue.State:
    return dialogue.State.from_json(chat.kept)


@pytest.mark.parametrize(
    "text",
    [
        "The clinic did it for me today. They say again in four weeks.",
        "Clinic make the injection today. Again 4 weeks from today",
        "nurse gave it to me this morning, come back in 4 weeks",
        "I got it today, next in 4 weeks they say",
    ],
)
def test_given_today_with_the_clinics_own_count(text: str) -> None:
    """The dose is given, not booked, and the next one is counted as the clinic says and in no other way."""
    chat = late()
    said = heard(chat, text)
    assert "Wednesday 8 April 2026" in said
    assert "30 March" not in said
    assert TODAY in [dose.day for dose in kept(chat).given]


@pytest.mark.parametrize(
    "text",
    ["Given 10:15 today by the nurse. When next?", 'Not "her". Given today by community nurse',
     "administered today at noon",
     "Injection done this morning"],
)  # fmt: skip
def test_given_in_a_nurses_words(text: str) -> None:
    """A passive tells of a dose as well, and a "not" elsewhere takes nothing from it."""
    chat = late()
    heard(chat, text)
    assert TODAY in [dose.day for dose in kept(chat).given]


@pytest.mark.parametrize(
    "text",
    [
        "DECLINED",
        "Not given. Declined 2 March",
        "she refused it on 2 march",
        "due 2 March - refused",
        "Dose due 2 march was not administered, would not have it",
    ],
)
def test_a_refused_dose_was_not_given(text: str) -> None:
    """It is noted as missed, the plan stays late, and no date to come is made of the day."""
    chat = late()
    said = heard(chat, text)
    assert MISSED in said
    assert "it was due on Monday 2 March 2026" in said
    assert [dose.day for dose in kept(chat).given] == [date(2026, 2, 2)]
    assert kept(chat).booked is None


@pytest.mark.parametrize(
    "text",
    [
        "4 weekly, last Mon 2 Feb. Due 2 March - DECLINED.",
        "every 4 weeks, last one 2 february. He refused the one on 2 march",
    ],
)
def test_a_plan_told_with_a_refused_dose(text: str) -> None:
    """The plan is read without the refused day."""
    chat = Chat(TODAY)
    said = heard(chat, text, "regimen")
    assert MISSED in said
    assert "it was due on Monday 2 March 2026" in said
    assert kept(chat).anchor is not None
    assert kept(chat).anchor.date == date(2026, 2, 2)


@pytest.mark.parametrize("text", ["I refused the tablets", "they declined to give me a date"])
def test_what_is_refused_may_be_something_else(text: str) -> None:
    """Only a dose that was refused is a missed one."""
    who = dialogue.Who(TODAY, "GB", "Europe/London")
    assert not [move for move in dialogue.moves(late().kept, text, who=who) if move.name == "refused"]


@pytest.mark.parametrize("text", ["so the 2nd is gone?", "is the 2nd replaced then", "2 march is off now?"])
def test_a_day_that_the_plan_no_longer_has(text: str) -> None:
    """Asked whether the old day is gone, the answer begins with yes."""
    chat = confirmed("every 4 weeks, last one 11 february", date(2026, 2, 12))
    said = heard(chat, text)
    assert said.startswith("Yes. Monday 2 March 2026 is none of your dates now.")
    assert "Wednesday 11 March 2026" in said


def test_a_day_that_the_plan_has_is_not_gone() -> None:
    """One of the plan's own dates stands."""
    chat = confirmed("every 4 weeks, last one 11 february", date(2026, 2, 12))
    assert heard(chat, "so the 11th of march is gone?").startswith("No. It is on Wednesday 11 March 2026.")


@pytest.mark.parametrize(
    "text",
    ["forget that one", "oh no, that's the dog's card", "that was my wife's card", "sorry wrong card",
     "that one isn't mine",
     "scrap that, it is the cat's"],
)  # fmt: skip
@pytest.mark.parametrize("agreed", [False, True])
def test_a_plan_that_is_not_ones_own_is_dropped(text: str, agreed: bool) -> None:
    """Nothing of it lives on, and the own one is asked for."""
    chat = Chat(TODAY)
    chat.say("every week, last one saturday 7 march 2026")
    if agreed:
        chat.say("yes")
    said = heard(chat, text)
    assert "How often do you have them?" in said
    assert (kept(chat).phases, kept(chat).anchor, kept(chat).given, kept(chat).confirmed) == ((), None, (), False)
    assert "Saturday 9 May 2026" in heard(chat, "every 3 months, last one monday 9 february", "regimen")


def test_the_own_plan_beside_it_is_read_alone() -> None:
    """What is dropped and what is told instead may stand in one message."""
    chat = Chat(TODAY)
    chat.say("every week, last one saturday 7 march 2026")
    said = heard(chat, "no no, that's the cat's card, forget it! mine is every 3 months, last one monday 9 february")
    assert "Every 3 months. The last one was on Monday 9 February 2026." in said


@pytest.mark.parametrize(
    "text",
    ["missed it cos of the trains", "I couldn't make it, no lift", "was laid up in bed and never went",
     "forgot all about my jab", "I skipped that one because of my back"],
)  # fmt: skip
def test_one_that_was_missed_for_a_reason(text: str) -> None:
    """Why it was missed is no other subject: it is noted as not given, and the plan's day stays where it was."""
    said = heard(late(), text)
    assert said.startswith("I have noted that. A missed one was not given.")
    assert "Monday 2 March 2026" in said
