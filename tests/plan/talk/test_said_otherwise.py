"""A plan that was read back is put right in a sentence of other words; a yes never keeps what was not taken in."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from tests.plan.talk.dialogue_chat import WORDING
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 23)


def _told(*texts: str) -> str:
    chat = Talk(TODAY)
    return "\n".join([chat.say(text) for text in texts][-1])


@pytest.mark.parametrize(
    "text",
    [
        "forgive me, the card on the fridge says 11 weeks",
        "hang on, my letter states every 11 weeks",
        "apologies, it should be 11 weeks really",
        "so sorry for this but it's 11 weeks",
    ],
)
def test_how_often_it_is_after_all(text: str) -> None:
    """Twelve weeks become eleven, and are read back again."""
    said = _told("last one was Friday 5 March, every 12 weeks", text)
    assert "Every 11 weeks." in said
    assert "Friday 21 May 2027" in said
    assert "Is that what your clinic said?" in said


def test_what_was_right_before() -> None:
    """Who takes a change back gets the plan before it."""
    said = _told(
        "monthly, last one 10 March",
        "no, every 3 weeks",
        "forget it, the 3 weeks is my hay fever jab. monthly was right",
    )
    assert "Every month." in said
    assert "Saturday 10 April 2027" in said


def test_how_many_in_a_part() -> None:
    """Five to begin with instead of six: the part behind it is counted from the fifth."""
    begun = "6 injections on Mondays, Wednesdays and Fridays, the first was Monday 22 March, then every 3 months"
    assert "for 5 injections" in _told(begun, "pardon, 5 to begin with, not 6")


@pytest.mark.parametrize("text", ["12 March, not Feb", "the 12th of March, not February"])
def test_a_month_that_was_wrong(text: str) -> None:
    """Only the month is denied, and nothing of it is asked."""
    said = _told("every 6 weeks, last one 12 Feb", text)
    assert "The last one was on Friday 12 March 2027." in said


@pytest.mark.parametrize(
    "text",
    ["my sister says 11 weeks ago", "is it 11 weeks?", "my flu jab is in 11 weeks", "they said 2 weeks late is fine"],
)
def test_what_says_nothing_of_the_plan(text: str) -> None:
    """A time, a question, another jab: the plan is not changed."""
    chat = Talk(TODAY)
    chat.say("last one was Friday 5 March, every 12 weeks")
    chat.say(text)
    assert "Every 11 weeks" not in "\n".join(chat.say("show my plan"))


def test_an_unread_change_says_the_plan_once_more() -> None:
    """What names a length and was answered as something else brings back the plan and not only "is that right?"."""
    chat = Talk(TODAY)
    chat.say("last one was Friday 5 March, every 12 weeks")
    back = dialogue.comes_back(chat.kept, "the gap of 9 weeks that we talked of", WORDING)
    assert back == "I have changed nothing in your plan. It is still: every 12 weeks. Is that what your clinic said?"
    assert dialogue.comes_back(chat.kept, "does it hurt", WORDING) == "Now, your date: Is that what your clinic said?"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("when is the final weekly one", "Sunday 25 April 2027"),
        ("when's the last of the weekly ones", "Sunday 25 April 2027"),
        ("when is the last daily one", "Sunday 28 March 2027"),
    ],
)
def test_the_last_of_the_part_that_is_named(text: str, day: str) -> None:
    """Of two parts that end, the one that is as often as they say."""
    told = "starting Monday 22 March: daily for 7 days, then once a week for 4 weeks, then monthly"
    assert f"The last one of that part is on {day}." in _told(told, "yes", text)


def test_one_of_two_ways_in_other_words() -> None:
    """The "one" of "the fortnight one" counts nothing."""
    said = _told("mine are biweekly, had one on Friday 19 March", "the fortnight one")
    assert "Every 2 weeks. The last one was on Friday 19 March 2027." in said
