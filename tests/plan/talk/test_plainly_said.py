"""What is plainly said is never thrown away: the day, how often, how many, and the clinic's news."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.put_right import put_right
from tests.plan.talk.moves_chat import Talk, saved

TODAY = date(2027, 2, 5)


def _talk(*texts: str, today: date = TODAY) -> Talk:
    chat = Talk(today)
    for text in texts:
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("not the 12th, I said the 8th", "the 8th"),
        ("never the 12th of May pet, i told you the 8th", "the 8th of May"),
        ("weekly. Not every 6 weeks.", "weekly                   ."),
    ],
)
def test_what_is_denied_is_out(text: str, meant: str) -> None:
    """The day or the interval that was never said is no part of the message."""
    assert put_right(text).rstrip() == meant


@pytest.mark.parametrize(
    "words", ["seven weeks, funny sort of gap", "every seven weeks. Odd, isn't that one", "7 weeks, love that"]
)
def test_a_remark_behind_the_interval_weighs_nothing(words: str) -> None:
    """The interval is the answer, whatever is chatted behind it."""
    chat = _talk("my last one was 12 january 2027")
    chat.say(words)
    assert chat.dates[0] == "2027-03-02"


def test_a_condition_behind_the_interval_is_no_remark() -> None:
    """ "But" changes what was said."""
    chat = _talk("my last one was 12 january 2027")
    assert chat.say("seven weeks, but the one after is in ten") == []


def test_two_days_stay_the_two_that_were_offered() -> None:
    """A supposition names days of the months offered, and the card decides."""
    chat = _talk("every 12 weeks, last one was 3 december or 9 december")
    lines = chat.say("if it was the 3rd when, and if it was the 9th when")
    assert lines[:2] == [
        "If it was Thursday 3 December 2026, the next one is on Thursday 25 February 2027.",
        "If it was Wednesday 9 December 2026, the next one is on Wednesday 3 March 2027.",
    ]
    chat.say("got the card. 9th it was")
    assert chat.dates[0] == "2027-03-03"


def test_how_often_a_part_is_leaves_the_other_parts() -> None:
    """An answer to how many of a part there are never takes the place of the whole plan."""
    chat = _talk("5 injections alternate days, then every 4 weeks, then monthly. First was 3 february 2027")
    assert chat.kept is not None
    assert chat.kept["about"] == "count"
    chat.say("every week")
    assert [phase["unit"] for phase in chat.kept["phases"]] == ["d", "wk", "mo"]


def test_an_option_is_meant_by_how_often_it_is() -> None:
    """ "3 weekly": one a week, in other words than those offered."""
    chat = _talk("5 injections alternate days, then 3 weekly, then monthly. First was 5 february 2027")
    chat.say("3 weekly means 3 injections, one per week. Not every 3 weeks.")
    assert chat.kept is not None
    assert [(phase["period"], phase["unit"], phase["count"]) for phase in chat.kept["phases"]] == [
        (2, "d", 5), (1, "wk", 3), (1, "mo", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    ["No, the first monthly one, 26 March!", "No, the first monthly one, 26 March! Could it be every 4 weeks instead?"],
)
def test_a_later_part_named_with_its_day_drops_nothing(words: str) -> None:
    """The weekly ones to come stay in the plan."""
    chat = _talk("weekly for 4 doses then monthly, first one is today")
    chat.say(words)
    assert chat.kept is not None
    assert len(chat.kept["phases"]) == 2
    assert chat.dates[:2] == ["2027-02-05", "2027-02-12"]


@pytest.mark.parametrize(
    "words",
    [
        "phoned up, doctor says 8 weeks, done",
        "she's changed it, 8 weeks now not 12, from this one",
        "the nurse changed it, 8 weeks now",
    ],
)
def test_the_clinics_interval_is_read_back(words: str) -> None:
    """The clinic's word changes a kept plan, after a yes."""
    chat = saved()
    assert chat.say(words)[0] == "I had every 12 weeks. You now say every 8 weeks."


@pytest.mark.parametrize(
    "words", ["they've texted, Thursday the 7th instead", "the surgery rang, thursday the 7th of may now"]
)
def test_the_clinics_message_books_a_date(words: str) -> None:
    """A date in a message of the clinic is booked."""
    assert saved().say(words)[0] == "I have noted what your clinic booked: Thursday 7 May 2026."


@pytest.mark.parametrize(
    "words", ["No new date given by clinic.", "they didn't give me one", "no date given", "nurse gave no date"]
)
def test_no_date_of_the_clinic_is_an_answer(words: str) -> None:
    """The plan counts on from the day of the last one."""
    chat = _talk("8 weekly, last 14 december 2026", "yes")
    chat.today = date(2027, 2, 9)
    chat.say("had it today", "given")
    assert chat.say(words)[0].startswith("Then I count from the date you had it.")
