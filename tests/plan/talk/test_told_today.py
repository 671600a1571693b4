"""A dose that was had today, told by its place or beside the one before it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    "text",
    [
        "she had the third today",
        "had the third one this morning",
        "the nurse gave him the 3rd dose today",
        "had the third of the seven today",
        "that was the third of 7 today",
    ],
)
@pytest.mark.parametrize("first", ["", ", first was 29 november"])
def test_a_place_is_no_day_of_the_month(text: str, first: str) -> None:
    """3 of the 7 are given, and the others come every other day from today."""
    chat = Talk(TODAY)
    chat.say(f"one every other day, 7 in total{first}")
    lines = chat.say(text)
    assert lines[1] == "• Last injection: Thursday 3 December 2026."
    assert "3 of them given" in lines[2]
    assert chat.dates[0] == "2026-12-05"


def test_a_place_of_yesterday() -> None:
    """The day is the one that is told."""
    chat = Talk(TODAY)
    chat.say("one every other day, 7 in total")
    chat.say("had the second yesterday")
    assert chat.dates[0] == "2026-12-04"


@pytest.mark.parametrize("text", ["had it on the 3rd", "it was the third of november"])
def test_a_day_stays_a_day(text: str) -> None:
    """What is a date by its words is no place."""
    chat = Talk(TODAY)
    chat.say("every 12 weeks")
    assert "of them given" not in " ".join(chat.say(text))


@pytest.mark.parametrize(
    "text",
    [
        "every 10 weeks, the previous one was 24 september, had it early today",
        "every 10 weeks, last one was 24 september but got mine this morning",
    ],
)
def test_the_one_of_today_is_the_last_one(text: str) -> None:
    """It counts from today, and is not asked which of the two it was."""
    chat = Talk(TODAY)
    chat.say(text)
    assert chat.dates[0] == "2027-02-11"


def test_yesterday_beside_another_day_is_asked() -> None:
    """Of two days that are told alike it is asked which was the last one."""
    chat = Talk(TODAY)
    chat.say("every 10 weeks, 24 september, 1 december")
    assert chat.last.kind == "ask"


@pytest.mark.parametrize(
    "text",
    [
        "mondays, wednesdays and fridays for two weeks, starting 7 december",
        "mon wed and fri for 2 weeks from 7 december",
    ],
)
def test_days_of_the_week_for_so_long_are_a_plan(text: str) -> None:
    """With the day on which they begin it is read at once."""
    chat = Talk(TODAY)
    chat.say(text)
    assert chat.dates[:3] == ["2026-12-07", "2026-12-09", "2026-12-11"]


@pytest.mark.parametrize(
    "text", ["i work mondays and fridays for two weeks, starting 7 december", "mondays and fridays for yoga"]
)
def test_other_days_of_the_week_are_none(text: str) -> None:
    """Work and sport are no injections."""
    assert Talk(TODAY).say(text) == []


@pytest.mark.parametrize("count", ["7 of them in all", "7 of them altogether", "7 in all"])
def test_how_many_of_them_there_are(count: str) -> None:
    """ "7 of them in all" is how many the part has."""
    chat = Talk(TODAY)
    chat.say(f"My father is 81, one every other day, {count}.", "state")
    assert "3 of them given" in chat.say("he had the third today")[2]
