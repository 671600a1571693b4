"""Which of the dates that were listed are at a weekend, and the one after a weekday."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 5)
PLAN = "on the 7th of every month, last one 7 february 2027. list all dates until the end of september"
# 7 March (Sunday), 7 April, 7 May, 7 June, 7 July, 7 August (Saturday) and 7 September 2027.
ASKED = [
    "how many of them fall on a weekend",
    "which of those are on a saturday or a sunday?",
    "of the seven dates, how many are at a weekend?",
    "please list only those that fall on a weekend",
    "are any of them on a Saturday or Sunday",
    "I should be glad to know how many of these land on weekends.",
]


@pytest.mark.parametrize("text", ASKED)
@pytest.mark.parametrize("lead", ["", "yes. ", "1. Yes, correct. 2. ", "1. Thank you. 2. "])
def test_those_of_the_list(text: str, lead: str) -> None:
    """They are counted and named; a yes before is one."""
    chat = Talk(TODAY)
    chat.say(PLAN)
    said = chat.say(f"{lead}{text}")
    assert said[0] == "2 of the 7 are at a weekend: Sunday 7 March and Saturday 7 August 2027."
    assert chat.kept is not None
    assert chat.kept["confirmed"] is ("es" in lead)


@pytest.mark.parametrize(
    "text", ["can they do the saturday", "could i have it on sunday", "is it on a saturday", "they can see me saturday"]
)
def test_another_wish_about_a_day(text: str) -> None:
    """Is no such question."""
    chat = Talk(TODAY)
    chat.say(PLAN)
    chat.say("yes")
    assert all(name != "weekend_of" for _, name, _ in chat.moves(text))


@pytest.mark.parametrize(
    "text", ["and one after mon", "the one after monday", "next jab after monday then", "what's after mon?"]
)
def test_the_one_after_a_weekday(text: str) -> None:
    """The weekday is that of the next dose."""
    chat = Talk(TODAY)
    chat.say("every 10 weeks, last one 4 january 2027")  # next Monday 15 March, then Monday 24 May
    chat.say("yes")
    assert chat.say(text)[0] == "After Monday 15 March 2027, the next one is on Monday 24 May 2027."
