"""Dates as people type them. What can be read in two ways is asked, never guessed (regimens.md, section 3g).

dateutil does the calendar; no date here carries a time, so no clock change can move it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from .elements import When
from .model import MONTH_NAMES, WEEKDAY_NAMES, DateMention, Question, full_date
from .roles import RoleReading, role_of
from .scan import Build, Context

# A date of an injection further off than this is a slip of the pen.
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
_MONTH = {name.lower(): i + 1 for i, name in enumerate(MONTH_NAMES)}
_WEEKDAY = {name.lower(): i for i, name in enumerate(WEEKDAY_NAMES)}
_MONTH_FIRST = frozenset({"US", "PH"})
# A number right after one of these is a date.
_DATING = (
    " on ",
    " was ",
    " since ",
    " last ",
    " last 1 ",
    " last dose ",
    " dated ",
    " first ",
    " started ",
    " starting ",
)
_STEPS: dict[str, Callable[[int], relativedelta]] = {
    "day": lambda n: relativedelta(days=n),
    "week": lambda n: relativedelta(weeks=n),
    "fortnight": lambda n: relativedelta(weeks=2 * n),
    "month": lambda n: relativedelta(months=n),
    "quarter": lambda n: relativedelta(months=3 * n),
    "year": lambda n: relativedelta(years=n),
}


def which_date(words: str, days: list[date]) -> Question:
    """The question which of ``days`` was meant; without any, which date it was."""
    if not days:
        return Question("date", f'I could not place the date "{words}". Which day, month and year was it?')
    options = tuple(full_date(d) for d in days)
    return Question("date", f'"{words}" can be read in two ways. Is it {" or ".join(options)}?', options)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST else None


def _role(m: re.Match[str], c: Context) -> RoleReading:
    role = role_of(c.lexed.canon, m.start(), m.end())
    if role.role == "unknown" and role.related and c.role:
        return RoleReading(c.role, past=c.role == "last")
    return role


def _when(
    m: re.Match[str], c: Context, days: list[date], assumption: str | None = None, role: RoleReading | None = None
) -> When:
    """One day is a date, any other number of days is a question; the date of something else is struck out."""
    role = role or _role(m, c)
    words = c.lexed.words(m.start(), m.end())
    if not role.related or (not days and role.role == "unknown"):
        return When(m.start(), m.end(), None)
    if len(days) != 1:
        return When(m.start(), m.end(), None, which_date(words, days))
    mention = DateMention(days[0], role.role, words, role.done, role.loading, role.ends_phase)
    return When(m.start(), m.end(), mention, assumption=assumption)


def _iso(m: re.Match[str], c: Context) -> When:
    day = _date(int(m[1]), int(m[2]), int(m[3]))
    return _when(m, c, [day] if day else [])


def _full_year(text: str, today: date) -> int:
    return int(text) if len(text) == 4 else today.year // 100 * 100 + int(text)


def _numeric(m: re.Match[str], c: Context) -> When | None:
    """Both orders of day and month; the country orders the options of the question and never answers it."""
    role = _role(m, c)
    years = [_full_year(m[3], c.today)] if m.lastindex == 3 and m[3] else None
    days: list[date] = []
    for day, month in ((int(m[1]), int(m[2])), (int(m[2]), int(m[1]))):
        found = [_date(y, month, day) for y in years] if years else [_nearest(day, month, role, c.today)]
        days += [d for d in found if d and d not in days]
    if c.country in _MONTH_FIRST:
        days.reverse()
    assumption = f"I took {m[0]} as {full_date(days[0])}." if len(days) == 1 else None
    return _when(m, c, days, assumption, role=role)


def _short_numeric(m: re.Match[str], c: Context) -> When | None:
    """ "3/4" is a date only where a dose is dated; "3/12" may also be three months (shorthand)."""
    dated = c.lexed.canon.endswith(_DATING, 0, m.start())
    if m[2] in ("7", "12", "52") and not dated:
        return None
    return _numeric(m, c)


def _nearest(day: int, month: int, role: RoleReading, today: date) -> date | None:
    """The year of a date that was said without one: the past one where something was given, else the nearer one."""
    days = [d for y in range(today.year - 4, today.year + 5) if (d := _date(y, month, day))]
    past = max((d for d in days if d <= today), default=None)
    ahead = min((d for d in days if d > today), default=None)
    if past is None or ahead is None:
        return past or ahead
    if role.role == "last":
        return past
    if role.role == "next":
        return past if past == today else ahead
    if role.past:
        return past
    return past if today - past <= ahead - today else ahead


def _day_number(text: str) -> int:
    return 1 if text == "first" else int(text.removesuffix("th"))


def _named(day: str, month: str, year: str | None, weekday: str | None, m: re.Match[str], c: Context) -> When:
    role = _role(m, c)
    if year:
        found = _date(_full_year(year, c.today), _MONTH[month], _day_number(day))
        assumption = None
    else:
        found = _nearest(_day_number(day), _MONTH[month], role, c.today)
        assumption = f"I took {_day_number(day)} {month.title()} as {full_date(found)}." if found else None
    if found and weekday and found.weekday() != _WEEKDAY[weekday]:
        words = c.lexed.words(m.start(), m.end())
        text = (
            f'You wrote "{words}", but {full_date(found)[len(WEEKDAY_NAMES[found.weekday()]) + 1 :]} is a '
            f"{WEEKDAY_NAMES[found.weekday()]}. Which date was it?"
        )
        options = (full_date(found), *(full_date(d) for d in _same_weekday_near(found, _WEEKDAY[weekday])))
        return When(m.start(), m.end(), None, Question("date", text, options))
    return _when(m, c, [found] if found else [], assumption, role=role)


def _same_weekday_near(day: date, weekday: int) -> list[date]:
    return [day + timedelta(n) for n in range(-3, 4) if (day + timedelta(n)).weekday() == weekday]


def _day_month(m: re.Match[str], c: Context) -> When:
    return _named(m["d"], m["m"], m["y"], m["w"], m, c)


def _month_only(m: re.Match[str], c: Context) -> When:
    """ "End of January" is its last day; any other part of a month is a question."""
    role = _role(m, c)
    if m["part"] in ("end of", "last day of", "end of the"):
        year = int(m["y"]) if m["y"] else None
        first = date(year, _MONTH[m["m"]], 1) if year else _nearest(1, _MONTH[m["m"]], role, c.today)
        days = [first + relativedelta(day=31)] if first else []
        return _when(m, c, days, f"I took it as {full_date(days[0])}." if days else None, role=role)
    return _when(m, c, [], role=role)


def _past_weekday(m: re.Match[str], c: Context) -> When:
    """ "Last Tuesday" is the one before today; on a Tuesday it may be today or a week ago, so it is asked."""
    target = _WEEKDAY[m["w"]]
    role = _role(m, c)
    if role.role == "unknown":
        role = RoleReading("last", past=True)
    back = (c.today.weekday() - target) % 7
    days = [c.today - timedelta(back)] if back else [c.today, c.today - timedelta(7)]
    return _when(m, c, days, f'I took "{c.lexed.words(m.start(), m.end())}" as {full_date(days[0])}.', role=role)


def _weekday_of_last_week(m: re.Match[str], c: Context) -> When:
    monday = c.today - timedelta(c.today.weekday() + 7)
    day = monday + timedelta(_WEEKDAY[m["w"]])
    return _when(m, c, [day], f"I took it as {full_date(day)}.")


def _plain_weekday(m: re.Match[str], c: Context) -> When | None:
    role = _role(m, c)
    if role.role == "unknown":
        return None
    if role.role == "next" or not role.past:
        ahead = (_WEEKDAY[m["w"]] - c.today.weekday()) % 7
        return _when(m, c, [c.today + timedelta(n) for n in (ahead, ahead + 7)], role=role)
    return _past_weekday(m, c)


def _next_weekday(m: re.Match[str], c: Context) -> When:
    ahead = (_WEEKDAY[m["w"]] - c.today.weekday()) % 7 or 7
    return _when(m, c, [c.today + timedelta(n) for n in (ahead, ahead + 7)])


def _ago(m: re.Match[str], c: Context) -> When:
    number = 1 if m["n"] in ("a", "an") else int(m["n"])
    if m["about"] or m["more"] or m["u"] not in _STEPS:
        return _when(m, c, [])
    role = _role(m, c)
    # Nobody dates one injection in years: "diagnosed 2 years ago", "started 5 years ago".
    if m["u"] == "year" and role.role != "last":
        return When(m.start(), m.end(), None)
    return _when(m, c, [c.today - _STEPS[m["u"]](number)], role=role)


def _ahead(m: re.Match[str], c: Context) -> When | None:
    role = _role(m, c)
    if role.role not in ("first", "next") or m["u"] not in _STEPS:
        return None
    number = 1 if m["n"] in ("a", "an") else int(m["n"])
    return _when(m, c, [c.today + _STEPS[m["u"]](number)], role=role)


def day_from_today(days: int) -> Build:
    """A rule for \"yesterday\" (-1), \"today\" (0) and their like."""

    def build(m: re.Match[str], c: Context) -> When:
        return _when(m, c, [c.today + timedelta(days)])

    return build


def _vague(m: re.Match[str], c: Context) -> When | None:
    role = _role(m, c)
    return None if role.role == "unknown" else _when(m, c, [], role=role)


def _day_of_month(m: re.Match[str], c: Context) -> When | None:
    """ "The 3rd": the latest one that is past where a dose was given, else a question."""
    role = _role(m, c)
    number = _day_number(m["d"])
    if role.role == "unknown" or not 1 <= number <= 31:
        return None
    months = [_date(d.year, d.month, number) for d in (c.today + relativedelta(months=n) for n in range(-2, 3))]
    past = max((d for d in months if d and d <= c.today), default=None)
    ahead = min((d for d in months if d and d > c.today), default=None)
    days = [d for d in ([past] if role.role == "last" else [ahead] if role.role == "next" else [past, ahead]) if d]
    note = f'I took "{c.lexed.words(m.start(), m.end())}" as {full_date(days[0])}.' if days else None
    return _when(m, c, days, note, role=role)


def feast(day: int, month: int) -> Build:
    """A rule for a day with a name of its own, such as Boxing Day."""

    def build(m: re.Match[str], c: Context) -> When:
        return _named(str(day), MONTH_NAMES[month - 1].lower(), None, None, m, c)

    return build


BUILDERS: dict[str, Build] = {
    "iso": _iso,
    "numeric": _numeric,
    "short_numeric": _short_numeric,
    "day_month": _day_month,
    "month_only": _month_only,
    "past_weekday": _past_weekday,
    "weekday_of_last_week": _weekday_of_last_week,
    "plain_weekday": _plain_weekday,
    "next_weekday": _next_weekday,
    "ago": _ago,
    "ahead": _ahead,
    "vague": _vague,
    "day_of_month": _day_of_month,
}
