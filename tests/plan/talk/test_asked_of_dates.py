"""What people ask of their dates and files in their own words, with and without a plan that is known."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 14)


def _kept(plan: str = "every 6 weeks, last one 3 may") -> Talk:
    chat = Talk(TODAY)
    chat.say(plan)
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "every 10 days, last was on 10 may. send me the next five dates for my boss",
        "I get it every 10 days, had the last 10 may, I need my next 5 injections",
    ],
)
def test_as_many_dates_as_are_asked_for_with_the_plan(text: str) -> None:
    """The plan is read back with all of them."""
    said = Talk(TODAY).say(text)
    assert "5 injections: Thursday 20, Sunday 30 May, Wednesday 9, Saturday 19 and Tuesday 29 June 2027." in said


@pytest.mark.parametrize(
    "text", ["every 10 days, last 10 may. what are the next 3 dates", "every 10 days, last 10 may"]
)
def test_three_dates_are_read_back_anyway(text: str) -> None:
    """Nothing is said twice."""
    assert not any("injections:" in line for line in Talk(TODAY).say(text))


def test_the_days_between_two_days_are_all_of_them() -> None:
    """From one day to the other, and not the two days alone."""
    assert _kept().say("do any fall between june 10 and june 20?", None) == ["Yes. 1 injection: Monday 14 June 2027."]
    assert _kept().say("are any due from 15 june to 20 july", None) == [
        "No injection falls between Tuesday 15 June 2027 and Tuesday 20 July 2027."
    ]


@pytest.mark.parametrize("text", ["which date counts?", "which one do I go by"])
def test_which_date_counts(text: str) -> None:
    """The clinic's."""
    assert _kept().say(text, None)[0] == (
        "The date that your clinic gave you counts. Mine are only counted from what you told me."
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I should be most obliged if you would give me the next one", "next"),
        ("we'd be very grateful if you could list all dates until september", "list"),
        ("I would appreciate it if you could kindly print it", "print"),
        ("I'd be glad if you told me whether I may have it earlier", ""),
    ],
)
def test_an_elaborate_please_is_no_condition(text: str, name: str) -> None:
    """What is asked behind it is answered."""
    assert [move[1] for move in _kept().moves(text)] == ([name] if name else [])


@pytest.mark.parametrize(
    "text",
    [
        "where is the calendar file?",
        "how do I open the file, it's an old nokia",
        "does it open on an old huawei or not",
        "I can't open the link",
    ],
)
def test_where_the_file_is(text: str) -> None:
    """It comes once more, with what to do where it does not open."""
    chat = _kept()
    assert chat.say(text, None)[0].startswith("The files are below this message.")
    assert chat.last.links


@pytest.mark.parametrize(
    "text", ["when will the alarm go off", "what time does the reminder ring", "at what time will it beep"]
)
def test_when_the_alarm_rings(text: str) -> None:
    """As the file has it."""
    assert (
        _kept()
        .say(text, None)[0]
        .startswith(
            "The calendar file has 2 alarms for each date: at 9 in the morning, a week before and the day before."
        )
    )


@pytest.mark.parametrize(
    "text", ["when will the clinic ring", "can I open the ampoule on my own", "when will they ring me"]
)
def test_a_call_or_an_ampoule_is_no_file(text: str) -> None:
    """Other things ring and open too."""
    assert not {"alarm", "file_help"} & {move[1] for move in _kept().moves(text)}


def test_no_file_before_the_plan_is_right() -> None:
    """A question about the file is no yes."""
    chat = Talk(TODAY)
    chat.say("every 6 weeks, last one 3 may")
    assert chat.say("where is the file?", None)[0].startswith("Once you say that this is right")


@pytest.mark.parametrize(
    "text",
    [
        "so the last weekly one is 31 may and monthly starts when?",
        "and the monthly ones begin when",
        "when do the monthly ones start",
    ],
)
def test_when_the_next_part_starts_after_the_plan_was_laid_out(text: str) -> None:
    """What is said back of the parts is no other plan."""
    chat = Talk(TODAY)
    chat.say("weekly for 4 weeks then monthly, first one 10 may")
    chat.say("yes")
    assert chat.say(text, None)[0] == "Every month: this starts on Wednesday 30 June 2027."
    assert chat.kept is not None
    assert len(chat.kept["phases"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        "every 3 weeks and want to know if any fall in the christmas break",
        "I get it every 3 weeks and I'd like to know which of them land in the easter holidays",
        "no I am not stopping them, I just want the dates. every 3 weeks",
        "I'm not stopping I only want my dates every 3 weeks",
    ],
)
def test_what_they_want_to_know_is_no_part_of_the_plan(text: str) -> None:
    """How often is read, and nothing is left that could change it."""
    found = read(text, today=TODAY)
    assert [(phase.period, phase.unit) for phase in found.phases] == [(3, "wk")]
    assert found.unread == ()


@pytest.mark.parametrize(
    "text",
    [
        "I have it and want to know if having it every 3 weeks is ok",
        "I want it every 3 weeks",
        "I'm stopping the ones every 3 weeks",
        "every 3 weeks but not always, and I want to know if any fall at christmas",
    ],
)
def test_what_changes_a_plan_is_still_asked_about(text: str) -> None:
    """A wish, an end or an exception is never passed over."""
    found = read(text, today=TODAY)
    assert found.status != "ok"


def test_a_plan_told_with_what_they_want_to_know_is_the_writers() -> None:
    """The last one is asked for."""
    chat = Talk(TODAY)
    text = "I have mine on the 9th of every month. I would like to know which ones this year are on a weekend."
    assert [move[1] for move in chat.moves(text)] == ["regimen"]
    assert chat.say(text)[0].startswith("I can work that out. When did you have the last one?")
