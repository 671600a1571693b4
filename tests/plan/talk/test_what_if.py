"""A day that is only supposed is counted from and kept nowhere."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 4, 1)  # a Thursday
LINE = "If it is on {}, the one after that is on {}."


def _kept(plan: str) -> Talk:
    chat = Talk(TODAY)
    chat.say(plan)
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    ("text", "day", "after"),
    [
        ("suppose I had it on the 22nd, what would the following one be", "Thursday 22 April", "Thursday 17 June"),
        ("if they gave me it on the nineteenth of april, when's the one after", "Monday 19 April", "Monday 14 June"),
        ("when would the next one be if I got it on the 20th of April?", "Tuesday 20 April", "Tuesday 15 June"),
        ("say it's the 14th instead", "Wednesday 14 April", "Wednesday 9 June"),
        ("and if I take it this saturday when is the one after that", "Saturday 3 April", "Saturday 29 May"),
        ("what if it was on the 16th?", "Friday 16 April", "Friday 11 June"),
        ("assuming we go on tuesday 13 april, what comes next", "Tuesday 13 April", "Tuesday 8 June"),
        ("if i have it a week later whens the next after", "Monday 19 April", "Monday 14 June"),
        ("let's say I get it tomorrow. When is the next?", "Friday 2 April", "Friday 28 May"),
    ],
)
def test_what_follows_from_a_supposed_day(text: str, day: str, after: str) -> None:
    """Every 8 weeks, next on Monday 12 April: counted from the supposed day, and the plan stays as it is."""
    chat = _kept("every 8 weeks, last one was 15 february 2027")
    before = chat.kept
    assert chat.say(text)[0] == LINE.format(f"{day} 2027", f"{after} 2027")
    assert before is not None
    assert chat.kept is not None
    assert (chat.kept["anchor"], chat.kept["given"]) == (before["anchor"], before["given"])


def test_while_one_is_late() -> None:
    """It is counted from the supposed day, although the plan's own dates depend on it."""
    chat = _kept("every 4 weeks, last one was 22 february 2027")
    said = chat.say("if I have it on saturday when's the next after?")
    assert said[0] == LINE.format("Saturday 3 April 2027", "Saturday 1 May 2027")


def test_a_change_with_a_supposed_day() -> None:
    """The change is taken, and what follows is counted by it."""
    chat = _kept("every 8 weeks, last one was 15 february 2027")
    said = chat.say("the doctor said every 6 weeks now. if I have it on the 12th when's the one after?")
    assert LINE.format("Monday 12 April 2027", "Monday 24 May 2027") in said


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("is it alright if I have it on the 14th", "Only your clinic can move it."),
        ("would it matter if I took it on friday?", "Only your clinic can move it."),
        ("what if I miss it on the 12th", "Do not skip one on your own"),
    ],
)
def test_what_only_the_clinic_can_allow(text: str, line: str) -> None:
    """Whether a day would do is no question of counting."""
    chat = _kept("every 8 weeks, last one was 15 february 2027")
    assert any(said.startswith(line) for said in chat.say(text))


@pytest.mark.parametrize("text", ["if I had it on the 3rd of may last year", "suppose I had it in january"])
def test_no_dose_is_noted_from_a_condition(text: str) -> None:
    """A condition tells of no dose, whatever its day."""
    chat = _kept("every 8 weeks, last one was 15 february 2027")
    before = chat.kept
    chat.say(text)
    assert before is not None
    assert chat.kept is not None
    assert chat.kept["anchor"] == before["anchor"]


def test_the_one_after_a_weekday() -> None:
    """The weekday of the next date stands for it."""
    chat = _kept("every 8 weeks, last one was 15 february 2027")
    assert chat.say("so when is the next one after that monday?")[0] == (
        "After Monday 12 April 2027, the next one is on Monday 7 June 2027."
    )
