"""How often they were, told beside how often they are: what is counts."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.old_gap import without_old_gap
from b12guide.plan.talk.state import State
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("the old clinic went by 8, the new one does 10", "every 10 weeks"),
        ("It used to be every 12 weeks, now they do 9", "every 9 weeks"),
        ("my previous practice gave it monthly and here it's every 10 weeks", "every 10 weeks"),
        ("at the last surgery they did every 8, but this lot say 10", "every 10 weeks"),
        ("it was 12 weeks, they've changed it to 10", "every 10 weeks"),
    ],
)
def test_the_new_gap_takes_the_place_of_the_old(text: str, often: str) -> None:
    """A number without its unit has that of the plan."""
    chat = Talk(TODAY)
    for told in ("every 8 weeks, last one 20 october 2026", "yes"):
        chat.say(told)
    assert f"You now say {often}." in chat.say(text)[0]


def test_both_told_with_the_last_day_are_one_plan() -> None:
    """Nothing of the old gap is left in a plan that is told anew."""
    chat = Talk(TODAY)
    answer = chat.say("my old clinic did them every 8 weeks, the new one does 10. last one 20 october 2026")
    assert answer[0] == "Every 10 weeks. The last one was on Tuesday 20 October 2026."


@pytest.mark.parametrize(
    "text",
    [
        "every 8 weeks, last one 20 october",
        "the new nurse was nice, last one 3 march, every 8 weeks",
        "the old clinic did 8, does the new one do 10?",
        "weekly for 6 weeks, now every 3 months",
        "the old one was in march, the new one is in june",
    ],
)
def test_what_does_not_tell_both_stays_as_it_stands(text: str) -> None:
    """One gap alone, a question, two parts, and days."""
    assert without_old_gap(text, State()) == text
