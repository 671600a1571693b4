"""Small words beside a plan: none of them is taken for a part of it, and none of them makes it unreadable."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide import plan

TODAY = date(2027, 2, 11)


def _read(text: str, today: date = TODAY) -> plan.Reading:
    return plan.read(text, today=today, country="IE")


@pytest.mark.parametrize(
    "text", ["had me jab a week last tuesday, every 8 weeks", "had my jab a week last tuesday, 8 weekly"]
)
def test_a_jab_a_week_last_tuesday(text: str) -> None:
    """It is the day a week before last Tuesday, and no plan of one a week."""
    found = _read(text)
    assert [(phase.period, phase.unit) for phase in found.phases] == [(8, "wk")]
    assert [day.date for day in found.dates] == [date(2027, 2, 2)]


def test_a_jab_a_week_is_still_one() -> None:
    """What recurs recurs."""
    assert [(phase.period, phase.unit) for phase in _read("a jab a week on tuesdays").phases] == [(1, "wk")]


def test_mon_between_a_number_and_other_days_is_monday() -> None:
    """ "x6 mon weds fri" is no six months."""
    found = _read("loading x6 mon weds fri from 1 feb")
    assert [(phase.frequency, phase.period, phase.unit, phase.count) for phase in found.phases] == [(3, 1, "wk", 6)]


def test_last_1_march_is_a_day() -> None:
    """The figure is the day; as a word it is the last one."""
    assert [(day.date, day.role) for day in _read("every 12 weeks, last 1 march", date(2027, 3, 2)).dates] == [
        (date(2027, 3, 1), "last")
    ]
    assert _read("the last one may be late, every 8 weeks").dates == ()


def test_i_had_the_last() -> None:
    """ "I'd the last" tells of it."""
    found = _read("it's every 13 weeks and i'd the last on 22nd of january")
    assert (found.unread, [day.date for day in found.dates]) == ((), [date(2027, 1, 22)])


def test_there_are_six_of_them() -> None:
    """The number of a course beside its days."""
    found = _read("just had my 1st today, theres 6 of them mon wed fri", date(2027, 5, 3))
    assert [(phase.frequency, phase.count) for phase in found.phases] == [(3, 6)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("weekly, five to start with, then every 3 months", 5),
        ("once a week, 6 to begin with, then monthly", 6),
        ("every other day, 4 at first, then monthly", 4),
    ],
)
def test_how_many_to_start_with(text: str, count: int) -> None:
    """It is the number of the first part."""
    assert _read(text).phases[0].count == count


@pytest.mark.parametrize(
    "told",
    ["third one was on saturday", "third dose was on saturday", "the 3rd was 6 february", "my third was saturday"],
)
def test_the_third_one_says_which_was_the_last(told: str) -> None:
    """ "Third one was on Saturday": the day of the last one, of which there were three, and no weekday of the plan."""
    found = _read(f"weekly for 8 weeks, {told}")
    assert [(day.date, day.role, day.done) for day in found.dates] == [(date(2027, 2, 6), "last", 3)]
    assert not found.phases[0].days_of_week


@pytest.mark.parametrize("told", ["for years", "for years now", "for months already"])
def test_so_long_without_a_number_is_no_length(told: str) -> None:
    """How long somebody has had them is no year of loading."""
    found = _read(f"I have had hydroxocobalamin {told}, every three months, the last was 11 January")
    assert [(phase.kind, phase.period, phase.unit, phase.duration) for phase in found.phases] == [
        ("maintenance", 3, "mo", None)
    ]


def test_weeks_without_a_number_are_asked_about() -> None:
    """ "Once a week for weeks" has an end that nobody knows."""
    assert _read("once a week for weeks, last one yesterday").status == "ask"


@pytest.mark.parametrize("told", ["had it this arvo", "did mine this arvo"])
def test_this_arvo_is_today(told: str) -> None:
    """An afternoon in Australia."""
    assert [day.date for day in _read(f"every 2 weeks, {told}").dates] == [TODAY]


@pytest.mark.parametrize(
    "told",
    ["im on 8 weeks", "he's on 8 weeks now", "on the 8 week plan", "frequency - 8 weeks", "my 8 week routine"],
)
def test_so_many_weeks_apart(told: str) -> None:
    """ "I'm on 8 weeks" says how far apart they are."""
    found = _read(f"{told}, last one yesterday")
    assert [(phase.period, phase.unit) for phase in found.phases] == [(8, "wk")]
    assert [day.date for day in found.dates] == [date(2027, 2, 10)]


@pytest.mark.parametrize(
    "told", ["I'm on 12 weeks of sick leave", "on 3 months antibiotics", "im on 12 weeks pregnant"]
)
def test_so_many_weeks_of_something_else(told: str) -> None:
    """What lasts so long is no gap."""
    assert not _read(told).phases


@pytest.mark.parametrize("told", ["it's been 5 weeks since my last", "its been 5 weeks since I had one"])
def test_so_long_since_the_last(told: str) -> None:
    """The day of the last one is so long ago."""
    assert [(day.date, day.role) for day in _read(f"{told}, every 8 weeks").dates] == [(date(2027, 1, 7), "last")]


def test_it_has_been_since_a_day() -> None:
    """The last one was on that day."""
    found = _read("I'm meant to have it 3 monthly but it's been since november 12")
    assert [(day.date, day.role) for day in found.dates] == [(date(2026, 11, 12), "last")]


@pytest.mark.parametrize("told", ["first one monday, 6 over 2 weeks", "first one monday, 6 in 2 weeks"])
def test_a_count_behind_a_weekday_is_no_day(told: str) -> None:
    """ "Monday, 6 over 2 weeks": six of them, no sixth of a month, and none in two weeks from now."""
    found = _read(told, date(2026, 11, 19))
    assert [(day.date, day.role) for day in found.dates] == [(date(2026, 11, 23), "first")]


def test_a_bare_number_behind_a_weekday_is_not_looked_for_far_off() -> None:
    """No Monday the 6th is near: which day it was is asked, and neither part is taken alone."""
    assert not _read("last one was monday 6, every 8 weeks", date(2027, 4, 20)).dates
    near = _read("last one was thursday 8, every 8 weeks", date(2027, 4, 20))
    assert [day.date for day in near.dates] == [date(2027, 4, 8)]
