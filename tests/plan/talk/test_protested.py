"""Who protests gets the plan of before, and is told so; who protests of nothing that was changed keeps the plan."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 10)
WRONG = "I took that wrong. Your plan stays as it was."
STAYS = "Your plan stays as it is."
LOADING = "every other day for 2 weeks, then every 12 weeks. first one was monday 8 march 2027"


def _told(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "they said every other day. i never said mondays wednesdays and fridays",
        "no, it's every other day, nobody said mondays",
        "put it back how you had it",
        "why have you changed it? it is every other day",
        "i didn't ask you to change my plan, it's every other day",
        "that's not what i said. every other day",
    ],
)
def test_the_plan_of_before_stands(text: str) -> None:
    """All its days are there again, and as it was agreed no yes is asked for."""
    chat = _told(LOADING, "yes", "no weekends")
    said = chat.say(text)
    assert said[0] == WRONG
    assert chat.dates[:3] == ["2027-03-10", "2027-03-12", "2027-03-14"]
    assert chat.kept is not None
    assert (chat.kept["confirmed"], chat.kept["about"]) == (True, None)


@pytest.mark.parametrize("text", ["hang on, my plan is every other day, don't change it", "don't go changing my plan"])
def test_a_plan_that_was_not_changed_stays(text: str) -> None:
    """Nothing is read anew, and that is said."""
    chat = _told(LOADING, "yes")
    before = chat.dates
    assert chat.say(text)[0] == STAYS
    assert chat.dates == before


@pytest.mark.parametrize(
    "text",
    [
        "i never said weekly, it's every 3 weeks",
        "i never said that, it is every 6 weeks",
        "don't change it, it's daily",
    ],
)
def test_another_plan_is_read_as_one(text: str) -> None:
    """A protest that tells a plan of its own puts no other one back."""
    found = [move[1:] for move in _told("every 8 weeks, last one 20 january 2027", "yes").moves(text)]
    assert not {("undo", "protest"), ("plan_stays", "protest")} & set(found)


def test_an_old_change_that_was_agreed_stands() -> None:
    """What was agreed since is not taken back by who denies the plan of before."""
    chat = _told("every 12 weeks, last one 20 january 2027", "yes", "it's every 10 weeks", "yes")
    chat.say("i never said every 12 weeks")
    assert chat.dates[0] == "2027-03-31"
