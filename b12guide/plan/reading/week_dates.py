"""Weekdays counted from today: "thursday before last", "a week last tuesday", "it'll be 5 weeks on friday".

Where speakers differ ("2 weeks ago on friday") every reading is an option of the question (regimens.md, section 3g).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..model import full_date
from .dates import (
    NEAR_ENOUGH,
    STEPS,
    WEEKDAY,
    day_number,
    dose_of_weekday,
    in_months_around,
    role_at,
    role_of_match,
    slip_question,
    when,
)
from .elements import When
from .roles import RoleReading, role_of
from .scan import Build, Context

_WEEK = timedelta(days=7)
# Before a number of weeks these make it an interval, or a length.
_OF_AN_INTERVAL = re.compile(
    # "Had my jab a week last Tuesday" tells of one.
    r"(?<! had my)(?<! had me)(?<! had the)(?<! had his)(?<! had her)(?<! got my)"
    r" (?:every|every other|every 2th|each other|other|alternate|each|q|per|for|x|of|in|over|to|or"
    r"|-|/|and|time|dose|amp|1|b12|daily|weekly|monthly)(?: single)? $"
)
_LOOK_BACK = 30
# "Starting B12 jabs a week on Friday": without their number nobody has jabs a week.
_STARTING = re.compile(r" (?:start|starts|starting|begin|begins|beginning) (?:(?:my|the|b12|dose|on|with) ){0,4}$")
_BEGUN = re.compile(r" (?:start|started|begin|began|begun|first) ")
_COMING = re.compile(r" (?:coming|next) ")
_GONE = re.compile(r" (?:last|past|gone|was) ")
_DAYS_OFF = {"yesterday": -1, "today": 0, "tomorrow": 1}


def number(text: str) -> int:
    """The number that a figure, "a" or nothing says."""
    return int(text) if text and text.isdigit() else 1


def monday_of(day: date) -> date:
    """The first day of a week, which is Monday (ISO 8601)."""
    return day - timedelta(day.weekday())


def latest(weekday: int, today: date) -> list[date]:
    """The last such weekday before today; on that weekday itself it may be today or a week ago."""
    back = (today.weekday() - weekday) % 7
    return [today - timedelta(back)] if back else [today, today - _WEEK]


def coming(weekday: int, today: date) -> date:
    """The next such weekday after today."""
    return today + timedelta((weekday - today.weekday()) % 7 or 7)


def _past_weekday(m: re.Match[str], c: Context) -> When:
    """ "Last Tuesday" is the one before today; on a Tuesday it may be today or a week ago, so it is asked."""
    role = role_at(m.start(), m.end(), c)
    if role.role == "unknown":
        role = RoleReading("last", past=True)
    days = latest(WEEKDAY[m["w"]], c.today)
    if len(days) > 1 and " today " in c.lexed.canon:
        # Whoever tells of today beside it means another day.
        days = [day for day in days if day != c.today]
    return _dated(m, c, days, role)


def _plain_weekday(m: re.Match[str], c: Context) -> When | None:
    role = role_at(m.start(), m.end(), c)
    if m[0].startswith("from ") and not role.past and role.related and role.role in ("unknown", "last"):
        # "Every 3 months from Sunday": the one that was, or the one to come.
        return _dated(m, c, [*latest(WEEKDAY[m["w"]], c.today)[:1], coming(WEEKDAY[m["w"]], c.today)], role)
    if role.role == "unknown":
        return None
    inside = in_stretch(c, WEEKDAY[m["w"]])
    if inside:
        return _dated(m, c, inside, role)
    if (role.past or m[0].startswith("was ")) and (role.role != "next" or role.past_due):
        return _past_weekday(m, c)
    ahead = c.today + timedelta((WEEKDAY[m["w"]] - c.today.weekday()) % 7)
    if role.was_booked:
        return _dated(m, c, [*latest(WEEKDAY[m["w"]], c.today)[:1], coming(WEEKDAY[m["w"]], c.today)], role)
    # The nearest one to come; said on that day of the week, it may be today or a week from now.
    return _dated(m, c, [ahead, ahead + _WEEK] if ahead == c.today else [ahead], role)


def in_stretch(c: Context, weekday: int) -> list[date]:
    """The days of that weekday in the stretch that was asked about, if one was."""
    if c.within is None:
        return []
    first, last = c.within
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return [day for day in days if day.weekday() == weekday]


def _next_weekday(m: re.Match[str], c: Context) -> When:
    following = coming(WEEKDAY[m["w"]], c.today)
    return when(m.start(), m.end(), c, [following, following + _WEEK])


def _dated(m: re.Match[str], c: Context, days: list[date], role: RoleReading | None = None) -> When:
    days = list(dict.fromkeys(days))
    note = f'I took "{c.lexed.words(m.start(), m.end())}" as {full_date(days[0])}.' if days else None
    return when(m.start(), m.end(), c, days, note, role=role)


def _before_last(m: re.Match[str], c: Context) -> When:
    return _dated(m, c, [day - _WEEK for day in latest(WEEKDAY[m["w"] or m["w0"]], c.today)])


def _before_denied(m: re.Match[str], c: Context) -> When | None:
    """ "Thursday, not yesterday, the one before": the one a week before that. Which is meant is asked where the words
    name no weekday, or another one than that of the day that is denied."""
    role = role_at(m.start(), m.end(), c)
    if role.role not in ("unknown", "last"):
        return None
    if role.role == "unknown":
        role = RoleReading("last", past=True)
    denied = m["denied"]
    named = next((WEEKDAY[word] for word in (m["one"], m["w"], *denied.split()) if word in WEEKDAY), None)
    if " week" in denied:
        monday = monday_of(c.today) - (2 if denied.startswith("last ") else 1) * _WEEK
        days = [monday + timedelta(n) for n in range(7)]
        return (
            _dated(m, c, [days[named]], role) if named is not None else when(*m.span(), c, days, role=role, within=True)
        )
    if denied in _DAYS_OFF:
        day = c.today + timedelta(_DAYS_OFF[denied])
        if m["one"] == "week" and named in (None, day.weekday()):
            return _dated(m, c, [day - _WEEK], role)
        if named is None:
            return when(*m.span(), c, [], role=role)
        if named != day.weekday():
            before = day - timedelta((day.weekday() - named) % 7)
            return when(*m.span(), c, [before, before - _WEEK], role=role)
        return _dated(m, c, [day - _WEEK], role)
    if named is None:
        return when(*m.span(), c, [], role=role)
    return _dated(m, c, [day - _WEEK for day in latest(named, c.today)], role)


def _of_week(m: re.Match[str], c: Context) -> When:
    weeks = {"this": 0, "last": -1, "next": 1, "before last": -2, "after next": 2}[m["which"]]
    return _dated(m, c, [monday_of(c.today) + weeks * _WEEK + timedelta(WEEKDAY[m["w"]])])


def _whole_week(m: re.Match[str], c: Context) -> When | None:
    """ "Last week" is asked for its day."""
    role = role_at(m.start(), m.end(), c)
    if role.role == "unknown":
        return None
    monday = monday_of(c.today) + (-2 if m["before"] else -1) * _WEEK
    return when(m.start(), m.end(), c, [monday + timedelta(n) for n in range(7)], role=role, within=True)


def _seven_days(m: re.Match[str], c: Context) -> When | None:
    """ "This last week" is asked for its day, which is one of the seven before today."""
    role = role_at(m.start(), m.end(), c)
    if role.role == "unknown":
        return None
    days = [c.today - timedelta(n) for n in range(7, 0, -1)]
    return when(m.start(), m.end(), c, days, role=role, within=True)


def _coming(m: re.Match[str], c: Context) -> When:
    return _dated(m, c, [coming(WEEKDAY[m["w"]], c.today)])


def _span(m: re.Match[str]) -> relativedelta:
    return STEPS[m["u"]](number(m["n"]))


def _is_interval(m: re.Match[str], c: Context) -> bool:
    """Whether the weeks are those of an interval or a length: "every 12 weeks last Friday", "once a week on Monday"."""
    before = c.lexed.canon[max(m.start() - _LOOK_BACK, 0) : m.start()]
    return _OF_AN_INTERVAL.search(before) is not None and _STARTING.search(before) is None


def _before_weekday(m: re.Match[str], c: Context) -> When | None:
    """ "A week last Tuesday" is the Tuesday before the last one."""
    if _is_interval(m, c):
        return None
    return _dated(m, c, [day - _span(m) for day in latest(WEEKDAY[m["w"]], c.today)])


def _ago_on(m: re.Match[str], c: Context) -> When | None:
    """ "2 weeks ago on Friday": the Friday of that week, or so many weeks before the last one."""
    weekday = WEEKDAY[m["w"]]
    if c.lexed.canon.endswith(" last ", 0, m.start()):
        # "Last Friday, 2 weeks ago" says two days.
        return when(m.start(), m.end(), c, [])
    back = c.today - _span(m)
    if c.today.weekday() == weekday:
        return _dated(m, c, [back])
    return _dated(m, c, [monday_of(back) + timedelta(weekday), *(d - _span(m) for d in latest(weekday, c.today))])


def _will_be(m: re.Match[str], c: Context) -> When | None:
    """ "It'll be 5 weeks on Friday" counts back from a day to come, "it was 5 weeks on Friday" from the last one."""
    role = role_at(m.start(), m.end(), c)
    if role.role == "next":
        return when(m.start(), m.end(), c, [], role=role)
    if role.related and role.role in ("unknown", "first") and not _BEGUN.search(c.lexed.canon):
        # "Since" what, if not since a dose.
        role = RoleReading("last", past=True)
    if m["d"]:
        days = [c.today + timedelta(_DAYS_OFF[m["d"]])]
    elif m["will"]:
        days = [coming(WEEKDAY[m["w"]], c.today)]
    elif m["was"]:
        days = latest(WEEKDAY[m["w"]], c.today)
    else:
        days = [coming(WEEKDAY[m["w"]], c.today), *latest(WEEKDAY[m["w"]], c.today)]
    return _dated(m, c, [day - _span(m) for day in days], role)


def _on_from(m: re.Match[str], c: Context) -> When | None:
    """ "A week on Friday", "Friday week": so long after the coming one, for a dose to come; else it is asked."""
    role = role_at(m.start(), m.end(), c)
    if role.role == "unknown" or _is_interval(m, c):
        return None
    start = c.today + timedelta(_DAYS_OFF[m["d"]]) if m["d"] else coming(WEEKDAY[m["w"]], c.today)
    ahead = role.role in ("next", "first") and not role.past
    return _dated(m, c, [start + _span(m)], role) if ahead else when(m.start(), m.end(), c, [], role=role)


def _day_beside_weekday(m: re.Match[str], c: Context) -> When | None:
    """ "Monday coming, the 18th", "the 18th, that's a Monday": the 18th near today that is a Monday. Where none is, the
    two are read each by itself."""
    role, number = role_of_match(m, c), day_number(m["d"])
    coming, gone = (pattern.search(f" {m[0]} ") is not None for pattern in (_COMING, _GONE))
    if role.role == "unknown" and role.related and gone:
        role = replace(role, role="last", past=True)
    if role.role == "unknown" or not 1 <= number <= 31:
        return None
    near = [d for d in in_months_around(c.today, 3, number) if abs(d - c.today) <= NEAR_ENOUGH]
    nth = dose_of_weekday(m, c, number, [d for d in near if d.weekday() == WEEKDAY[m["w"]]])
    if nth is not None:
        return nth
    days = [d for d in near if d.weekday() == WEEKDAY[m["w"]]]
    past, ahead = [d for d in days if d <= c.today][-1:], [d for d in days if d > c.today][:1]
    said_past = role.past and (role.role != "next" or (role.past_due and not role.early))
    if coming or gone:
        days = ahead if coming else past
    elif role_of(c.lexed.canon, m.start(), m.end()).role == "unknown":
        # What it is the date of was asked for, and not said: the number decides first.
        days = (past or ahead) if said_past else (ahead or past)
    elif said_past or role.role == "next":
        days = past if said_past else ahead
    else:
        days = [*past, *ahead]
    if not days:
        return None
    asked = slip_question(m, c, number, days[0], role.role, said_past=days == past) if len(days) == 1 else None
    if asked is not None:
        return asked
    return when(
        m.start(), m.end(), c, days, f'I took "{c.lexed.words(m.start(), m.end())}" as {full_date(days[0])}.', role=role
    )


BUILDERS: dict[str, Build] = {
    "past_weekday": _past_weekday,
    "plain_weekday": _plain_weekday,
    "next_weekday": _next_weekday,
    "before_last": _before_last,
    "before_denied": _before_denied,
    "of_week": _of_week,
    "whole_week": _whole_week,
    "seven_days": _seven_days,
    "coming": _coming,
    "before_weekday": _before_weekday,
    "ago_on": _ago_on,
    "will_be": _will_be,
    "on_from": _on_from,
    "day_beside_weekday": _day_beside_weekday,
}
