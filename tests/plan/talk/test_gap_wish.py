"""A wish for another gap than the clinic's."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from tests.plan.talk.dialogue_chat import WORDING, confirmed
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 18)
FULL, AGAIN = WORDING("gap_wish"), WORDING("gap_wish_again")


def planned() -> Talk:
    """Every 12 weeks, the last one on 6 April 2027, kept."""
    chat = Talk(TODAY)
    chat.say("every 12 weeks, last one 6 april")
    chat.say("yes")
    return chat


def gap(chat: Talk) -> int:
    return dialogue.State.from_json(chat.kept).phases[0].period


@pytest.mark.parametrize(
    "wish",
    [
        "put me down for every 9 weeks",
        "I want 8",
        "I'd like them every ten weeks instead",
        "I would rather have it monthly",
        "can you make it 8 weeks? I feel rubbish by then",
        "could I have it every two months?",
        "she wants it every 8 weeks",
        "can we go to 10 weeks",
    ],
)
def test_a_wish_changes_no_plan(wish: str) -> None:
    """The gap stays the clinic's; what to do is said in full once, in short the second time."""
    chat = planned()
    assert chat.say(wish) == [FULL, "Your next injection is on Tuesday 29 June 2027."]
    assert gap(chat) == 12
    assert chat.say(wish) == [AGAIN, "Your next injection is on Tuesday 29 June 2027."]


@pytest.mark.parametrize(
    "words", ["make it every 8 then", "just put 8", "change it to 8 weeks", "ok, set it to ten weeks"]
)
def test_once_turned_down_it_is_still_a_wish(words: str) -> None:
    """Words that put a plan right by themselves are the wish once more."""
    chat = planned()
    chat.say("I want it every 8 weeks")
    assert chat.say(words)[0] == AGAIN
    assert gap(chat) == 12


@pytest.mark.parametrize(
    "words",
    ["rang them, GP says 8 weeks, done", "my doctor said 8 weeks is fine", "the nurse agreed to every 8 weeks",
     "GP says 8 now"],
)  # fmt: skip
def test_the_clinics_word_changes_it(words: str) -> None:
    """What the clinic says is the plan, read back and asked about, also after a wish."""
    chat = planned()
    chat.say("I want it every 8 weeks")
    said = chat.say(words)
    assert "Every 8 weeks. The last one was on Tuesday 6 April 2027." in said
    assert "The next one is on Tuesday 1 June 2027." in said


@pytest.mark.parametrize(
    "text",
    [
        "they have me on 12 weekly, last one was 6 april, but I want it every 8 weeks",
        "put me down for every 8 weeks. they've got me on every 12, last b12 jab was 6 april",
        "I'd like every 8 weeks but the surgery has me on 12 weekly. Last one was 6 april",
    ],
)
def test_a_plan_told_with_a_wish(text: str) -> None:
    """Of the two intervals the one that is prescribed is the plan's, and nothing is asked."""
    said = Talk(TODAY).say(text)
    assert said[0] == FULL
    assert "The next one is on Tuesday 29 June 2027." in said


@pytest.mark.parametrize(
    "text",
    [
        "I want my dates",
        "I want the next 3 dates",
        "I'd like it on a monday",
        "can I have all 12 dates",
        "can I have two at once",
        "I want two at once to catch up",
    ],
)
def test_other_wishes(text: str) -> None:
    """A wish for dates, a list or a day is none for a gap."""
    chat = planned()
    assert FULL not in chat.say(text)


def test_a_correction_is_no_wish() -> None:
    """Nobody wished before: what is put right is read back as what the clinic said."""
    chat = confirmed("every 12 weeks, last one 6 april 2027", TODAY)
    assert "I had every 12 weeks. You now say every 10 weeks." in chat.say("sorry, it is every 10 weeks")
