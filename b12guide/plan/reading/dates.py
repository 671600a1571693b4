"""Dates as people type them. What can be read in two ways is asked, never guessed (regimens.md, section 3g).

dateutil does the calendar; no date here carries a time, so no clock change can move it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..model import MONTH_NAMES, WEEKDAY_NAMES, DateMention, Question, Role, full_date
from .clauses import REACH
from .elements import When
from .roles import RoleReading, role_of
from .scan import Build, Context
from .years import are_a_year_apart, find_date, full_year, has_just_been, in_years, nearest, which_year

# So many days are offered one by one.
_OFFERED = 7
WEEKDAY = {name.lower(): i for i, name in enumerate(WEEKDAY_NAMES)}
MONTH = {name.lower(): i + 1 for i, name in enumerate(MONTH_NAMES)}
_DATED = re.compile(
    r" (?:on|was|since|dated|recent|starting|(?:had|got|did) (?:it|1|mine)"
    r"|(?:last|latest|previous|first|started)(?: (?:1|dose|amp|time|jab|shot|b12|date|had|have|got|did|done|given"
    r"|it|was|of|on|loading"
    r"|maintenance|:|=|-|,|\()){0,8}) $"
)
# "Had Monday 15 February, Wednesday 17 and Friday 19": a list of days on which one was given.
_HAD_LIST = re.compile(
    r" (?:had|got|given) (?:(?:it|them|1|mine|on) ){0,3}(?:mon|tues|wednes|thurs|fri|satur|sun)day [^.?!;]*$"
)
_GONE_BY = re.compile(r"(?:last|past|this past) ")
# No words that date a number reach further back than this.
_DATED_BY = 40
_MONTH_FIRST = frozenset({"US", "PH"})
# "The 10th or the 17th of December": the first of the two is of the same month.
_OTHER_DAY = re.compile(
    r" (?:or|/|and)(?: (?:on|the|maybe|perhaps|possibly|was|it|else)){0,8}(?: "
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)?(?: the)?"
    rf" \d{{1,2}}(?:th)?(?: of)? (?P<m>{'|'.join(MONTH)})(?:(?: ,)? (?P<y>20\d\d))? "
)
STEPS: dict[str, Callable[[int], relativedelta]] = {
    "day": lambda n: relativedelta(days=n),
    "week": lambda n: relativedelta(weeks=n),
    "fortnight": lambda n: relativedelta(weeks=2 * n),
    "month": lambda n: relativedelta(months=n),
    "quarter": lambda n: relativedelta(months=3 * n),
    "year": lambda n: relativedelta(years=n),
}
# A day that is told by how it lies to today; the highest number that a dose before it may have.
_NEAR = re.compile(
    r" (?:was |were |is )?(?:today|yesterday|tonight|last night|this (?:morning|afternoon|evening)|just now) "
)
_MOST_DOSES = 12
# Dates in figures, and which of the orders of day and month the whole text leaves: the day first or not.
_FIGURES = re.compile(r"(?<= )(\d{1,2})[./-](\d{1,2})(?=[ ./-])(?! (?:ml|mg|mcg|iu) )")
_MONTHS_MOST, _DAYS_MOST = 12, 31
_ORDERS: dict[str | None, tuple[bool, ...]] = {None: (True, False), "day": (True,), "month": (False,)}
_IN_LETTERS = re.compile(r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.I)
_BEGUN = re.compile(r" (?:first|began|begin|begun|start|started|beginning|starting) ")
_TO_COME = re.compile(r"(?:the )?(?:day after )?tomorrow ")


def which_date(words: str, days: list[date]) -> Question:
    """The question which of ``days`` was meant; without any, which date it was."""
    if not days:
        return Question("date", f'I could not place the date "{words}". Which day, month and year was it?')
    options = tuple(full_date(d) for d in days)
    ways = "two" if len(days) == 2 else "several"
    return Question("date", f'"{words}" can be read in {ways} ways. Is it {" or ".join(options)}?', options)


def which_day(words: str, days: list[date]) -> Question:
    """The question which day of a stretch was meant, which a weekday or a number answers; a week's days are options."""
    first, last = days[0], days[-1]
    options = tuple(full_date(d) for d in days) if len(days) <= _OFFERED else ()
    text = (
        f'Which day was "{words.removeprefix("since ")}"? I need the day, from {full_date(first)} to {full_date(last)}.'
    )
    return Question("date", text, options, (first.isoformat(), last.isoformat()))


def role_at(start: int, end: int, c: Context) -> RoleReading:
    """What the date at ``canon[start:end]`` is the date of; where no word says so, what the context takes it for."""
    role = role_of(c.lexed.canon, start, end)
    if role.role == "last" and _TO_COME.match(c.lexed.canon, start):
        # "Got my jab tomorrow": whoever has it tomorrow has not had it.
        return replace(role, role="next", past=False)
    if role.role == "unknown" and role.related and c.role:
        return replace(role, role=c.role, past=c.role == "last")
    return role


def gone_by(m: re.Match[str]) -> bool:
    """Whether a date begins as one that has been: "last Friday, the 4th", whatever was to be on it."""
    return _GONE_BY.match(m[0]) is not None


def role_of_match(m: re.Match[str], c: Context) -> RoleReading:
    """The role of a date that a rule has found; "last Friday the 4th" with no other word is that of a dose given."""
    role = role_at(m.start(), m.end(), c)
    if role.role == "unknown" and role.related and gone_by(m):
        return replace(role, role="last", past=True)
    return role


def _role(m: re.Match[str], c: Context) -> RoleReading:
    return role_at(m.start(), m.end(), c)


def _when(
    m: re.Match[str], c: Context, days: list[date], assumption: str | None = None, role: RoleReading | None = None
) -> When:
    return when(m.start(), m.end(), c, days, assumption, role=role)


def when(
    start: int, end: int, c: Context, days: list[date], assumption: str | None = None, *,
    role: RoleReading | None = None, within: bool = False,
) -> When:  # fmt: skip
    """The date at ``canon[start:end]``: one day is a date, any other number of days is a question, and so is the day
    of a dose that was missed; the date of something else is struck out. ``within``: one of ``days``, which is asked."""
    role = role or role_at(start, end, c)
    words = c.lexed.words(start, end)
    if not role.related or (role.role == "unknown" and (within or not days)):
        return When(start, end, None)
    if role.missed:
        return When(start, end, None, _not_given(words, days, c.today), role=role.role, missed=True)
    if within and days:
        asked = replace(which_day(words, days), first=role.role == "first" and role.explicit)
        return When(start, end, None, asked, role=role.role, explicit=role.explicit, latest=days[-1])
    if len(days) != 1:
        which = which_year if are_a_year_apart(days) else which_date
        return When(start, end, None, which(words, days), role=role.role)
    done = role.done
    if done == days[0].day and c.lexed.canon.endswith(f" the {done}th ", 0, start):
        # "The 5th today", on the 5th, tells no number of a dose.
        done = None
    mention = DateMention(days[0], role.role, words, done, role.loading, role.ends_phase)
    return When(start, end, mention, assumption=assumption, role=role.role, explicit=role.explicit)


def _not_given(words: str, days: list[date], today: date) -> Question:
    """Whether the dose of a day was given: a day to come cannot be asked about, nor one that is not certain."""
    been = [day for day in days if day <= today]
    if len(days) != 1 or not been:
        return Question("date", f'Was the injection of "{words}" given? If not, when was the last one that was?')
    text = f"Was the injection of {full_date(been[0])} given? If not, when was the last one that was?"
    return Question("date", text, given=been[0].isoformat())


def uncertain(found: When, words: str, days: list[date]) -> When:
    """The same date as a question: ``words`` do not say for certain that it was one of ``days``."""
    options = tuple(full_date(d) for d in days)
    text = (
        f"I read 2 dates. Is it {options[0]} or {options[1]}?"
        if len(days) == 2
        else f'"{words}" is not one certain day. Which day, month and year was it?'
    )
    return replace(found, mention=None, assumption=None, question=Question("date", text, options))


def on_weekday(start: int, end: int, found: date, weekday: str | None, c: Context) -> When | None:
    """The question that a date leaves open that is not on the weekday said with it; None where it is."""
    if not weekday or found.weekday() == WEEKDAY[weekday]:
        return None
    day = full_date(found)[len(WEEKDAY_NAMES[found.weekday()]) + 1 :]
    text = (
        f'You wrote "{c.lexed.words(start, end)}", but {day} is a {WEEKDAY_NAMES[found.weekday()]}. Which date was it?'
    )
    options = (full_date(found), *(full_date(d) for d in _same_weekday_near(found, WEEKDAY[weekday])))
    return When(start, end, None, Question("date", text, options))


def _iso(m: re.Match[str], c: Context) -> When:
    day = find_date(int(m[1]), int(m[2]), int(m[3]))
    return _when(m, c, [day] if day else [])


def _numeric(m: re.Match[str], c: Context) -> When | None:
    """Both orders of day and month; the country orders the options of the question and never answers it."""
    role = _role(m, c)
    one, two, year = int(m["a"]), int(m["b"]), m["y"] and full_year(m["y"], c.today)
    days: list[date] = []
    orders = _ORDERS[order_of(c.lexed.canon)]
    for day, month in [((one, two) if first else (two, one)) for first in orders]:
        found = in_years(day, month, year or None, role, c.today)
        days += [each for each in found if each not in days]
    if m["w"] and days and role.related:
        fitting = [d for d in days if d.weekday() == WEEKDAY[m["w"]]]
        if not fitting:
            return on_weekday(m.start(), m.end(), days[0], m["w"], c)
        days = fitting
    if c.country in _MONTH_FIRST:
        days.reverse()
    assumption = f"I took {c.lexed.words(m.start(), m.end())} as {full_date(days[0])}." if len(days) == 1 else None
    return _when(m, c, days, assumption, role=role)


def order_of(canon: str) -> str | None:
    """Whether the other dates in figures of a text can only have the "day" or the "month" first: "3/9, 3/16, 3/22"."""
    pairs = [(int(found[1]), int(found[2])) for found in _FIGURES.finditer(canon)]
    # "12/52" is twelve weeks, in the shorthand of clinics.
    month = any(one <= _MONTHS_MOST < two <= _DAYS_MOST for one, two in pairs)
    day = any(two <= _MONTHS_MOST < one <= _DAYS_MOST for one, two in pairs)
    return None if month == day else "month" if month else "day"


def _short_numeric(m: re.Match[str], c: Context) -> When | None:
    """ "3/4" is a date only where a dose is dated; "3/12" may also be three months (shorthand)."""
    before = c.lexed.canon[max(m.start() - _DATED_BY, 0) : m.start()]
    dated = m["w"] or _DATED.search(before)
    if m["b"] in ("7", "12", "52") and not dated:
        return None
    return _numeric(m, c)


def day_number(text: str) -> int:
    """The number in "3th" or "first"."""
    return 1 if text == "first" else int(text.removesuffix("th"))


def _same_weekday_near(day: date, weekday: int) -> list[date]:
    return [day + timedelta(n) for n in range(-3, 4) if (day + timedelta(n)).weekday() == weekday]


def in_months_around(today: date, reach: int, day: int) -> list[date]:
    """That day of the month of ``today``, and of so many months to either side, where they have it."""
    months = (divmod(today.year * 12 + today.month - 1 + n, 12) for n in range(-reach, reach + 1))
    return [found for year, month in months if (found := find_date(year, month + 1, day))]


# How far off a weekday with a bare number is looked for: the months on both sides of this one.
NEAR_ENOUGH = timedelta(days=62)


def _weekday_and_day(m: re.Match[str], c: Context) -> When | None:
    """ "Friday the 3rd": the nearest 3rd that is a Friday, or a question where none is near."""
    role = role_of_match(m, c)
    number = day_number(m["d"])
    if (
        role.role == "unknown"
        and role.related
        and _HAD_LIST.search(c.lexed.canon[max(m.start() - REACH, 0) : m.start()])
    ):
        role = replace(role, role="last", past=True)
    if role.role == "unknown" or not 1 <= number <= 31:
        return None
    fitting = [d for d in in_months_around(c.today, 6, number) if d.weekday() == WEEKDAY[m["w"]]]
    nth = dose_of_weekday(m, c, number, fitting)
    if nth is not None:
        return nth
    if m["d"].isdigit() and not any(abs(d - c.today) <= NEAR_ENOUGH for d in fitting):
        # Without "th" it is hardly a day of a month far off.
        return _when(m, c, [], role=role)
    past = max((d for d in fitting if d <= c.today), default=None)
    ahead = min((d for d in fitting if d > c.today), default=None)
    said_past = role.past and (role.role != "next" or (role.past_due and not role.early))
    said_past = said_past or gone_by(m) or has_just_been(past, ahead, role, c.today)
    days = [d for d in ([past] if said_past else [ahead] if role.role == "next" else [past, ahead]) if d]
    if len(days) == 1:
        asked = slip_question(m, c, number, days[0], role.role, said_past=said_past)
        if asked is not None:
            return asked
    note = f'I took "{c.lexed.words(m.start(), m.end())}" as {full_date(days[0])}.' if days else None
    return _when(m, c, days, note, role=role)


def dose_of_weekday(m: re.Match[str], c: Context, number: int, fitting: list[date]) -> When | None:
    """ "Last Friday the second", of a course that has begun: the number of the dose, where no such Friday is near."""
    near = any(timedelta(0) <= c.today - day <= NEAR_ENOUGH for day in fitting)
    written = _IN_LETTERS.search(c.lexed.words(m.start(), m.end())) is not None
    if near or not written or not gone_by(m) or not _BEGUN.search(c.lexed.canon[: m.start() + 1]):
        return None
    back = (c.today.weekday() - WEEKDAY[m["w"]]) % 7 or 7
    role = RoleReading("last", past=True, done=number, explicit=True)
    return _when(m, c, [c.today - timedelta(back)], role=role)


# A day of that number so near, on another weekday, may be a slip, where the one that fits is so far off.
_SLIP_NEAR, _FITS_FAR = timedelta(days=10), timedelta(days=25)


def slip_question(m: re.Match[str], c: Context, number: int, day: date, role: Role, *, said_past: bool) -> When | None:
    """The question which day was meant, where one of this number lies nearer than the one on the weekday said."""
    if abs(day - c.today) < _FITS_FAR or not (said_past or role == "next"):
        return None
    within = _SLIP_NEAR if abs(day - c.today) <= NEAR_ENOUGH else timedelta(days=31)
    same_way = [d for d in in_months_around(c.today, 1, number) if (d <= c.today if said_past else d > c.today)]
    near = min((d for d in same_way if abs(d - c.today) <= within), key=lambda d: abs(d - c.today), default=None)
    asked = on_weekday(m.start(), m.end(), near, m["w"], c) if near is not None else None
    if asked is None or asked.question is None:
        return None
    options = dict.fromkeys((*asked.question.options, full_date(day)))
    return replace(asked, question=replace(asked.question, options=tuple(options)))


def _ago(m: re.Match[str], c: Context) -> When:
    number = 1 if m["n"] in ("a", "an") else int(m["n"])
    # "5 weeks since my last": since which one it is, the words say themselves.
    role = RoleReading("last", past=True, explicit=True) if " since " in m[0] else _role(m, c)
    if m["about"] or m["more"] or m["u"] not in STEPS:
        return _when(m, c, [], role=role)
    before = STEPS[m["u0"]](1 if m["n0"] in ("a", "an") else int(m["n0"])) if m["n0"] else relativedelta()
    # Nobody dates one injection in years: "diagnosed 2 years ago", "started 5 years ago".
    if m["u"] == "year" and role.role != "last":
        return When(m.start(), m.end(), None)
    return _when(m, c, [c.today - STEPS[m["u"]](number) - before], role=role)


def _ahead(m: re.Match[str], c: Context) -> When | None:
    role = _role(m, c)
    if role.role not in ("first", "next") or m["u"] not in STEPS:
        return None
    number = 1 if m["n"] in ("a", "an") else int(m["n"])
    return _when(m, c, [c.today + STEPS[m["u"]](number)], role=role)


def _from_today(m: re.Match[str], c: Context) -> When:
    """ "8 weeks from today": the day of the dose to come, and of nothing where it is no such dose's."""
    return _ahead(m, c) or When(m.start(), m.end(), None)


def day_from_today(days: int) -> Build:
    """A rule for \"yesterday\" (-1), \"today\" (0) and their like."""

    def build(m: re.Match[str], c: Context) -> When:
        return _when(m, c, [c.today + timedelta(days)])

    return build


def _vague(m: re.Match[str], c: Context) -> When | None:
    role = _role(m, c)
    return None if role.role == "unknown" else _when(m, c, [], role=role)


def _unplaced(m: re.Match[str], c: Context) -> When | None:
    """The day of a dose told by one that is not known: no weekday near today stands for it."""
    role = _role(m, c)
    return _when(m, c, [], role=role) if role.role in ("last", "first") else None


def _year_only(m: re.Match[str], c: Context) -> When | None:
    """ "The last one was in 2025" names no day; any other year is one of a level, a diagnosis, a beginning."""
    role = _role(m, c)
    return _when(m, c, [], role=role) if role.role in ("last", "next") and role.explicit else None


def _season(m: re.Match[str], c: Context) -> When | None:
    """ "In the summer" is no day."""
    role = _role(m, c)
    return _when(m, c, [], role=role) if role.role != "unknown" and (m["at"] or role.explicit) else None


def _outside(m: re.Match[str], c: Context, role: RoleReading) -> When:
    """A day that is neither in the stretch that was asked about nor in its month is asked again."""
    first, last = c.within or (c.today, c.today)
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    return When(m.start(), m.end(), None, which_day(c.lexed.words(m.start(), m.end()), days), role=role.role)


def _in_its_month(stretch: tuple[date, date], number: int, today: date) -> date | None:
    """The day of that number in the month of a stretch ("early October": "the 9th"); None where the stretch is of two
    months, or over and the day is not."""
    first, last = stretch
    if (first.year, first.month) != (last.year, last.month):
        return None
    day = find_date(first.year, first.month, number)
    return day if day and (day <= today or last > today) else None


def _day_of_month(m: re.Match[str], c: Context) -> When | None:
    """ "The 3rd": the latest one that is past where a dose was given, else a question."""
    role = _role(m, c)
    if role.role == "unknown" and role.related and c.within:
        role = replace(role, role="last", past=True)
    number = day_number(m["d"])
    if role.role == "unknown" or not 1 <= number <= 31:
        return None
    if number <= _MOST_DOSES and _NEAR.match(c.lexed.canon, m.end()):
        # "The fourth today" is the number of the dose.
        return None
    other = _OTHER_DAY.match(c.lexed.canon, m.end())
    if other and not c.within:
        year = int(other["y"]) if other["y"] else None
        month = MONTH[other["m"]]
        found = find_date(year, month, number) if year else nearest(number, month, role, c.today)
        return _when(m, c, [found] if found else [], role=role)
    if c.within:
        length = (c.within[1] - c.within[0]).days + 1
        inside = [d for n in range(length) if (d := c.within[0] + timedelta(n)).day == number]
        if not inside:
            beside = _in_its_month(c.within, number, c.today)
            inside = [beside] if beside else []
        if not inside:
            return _outside(m, c, role)
        return _when(m, c, inside, f"I took it as {full_date(inside[0])}.", role=role)
    near = in_months_around(c.today, 2, number)
    past = max((d for d in near if d <= c.today), default=None)
    ahead = min((d for d in near if d > c.today), default=None)
    said_past = role.role == "last" or (role.past and role.role != "next") or (role.past_due and not role.early)
    to_come = role.role == "next" and not role.was_booked
    days = [d for d in ([past] if said_past else [ahead] if to_come else [past, ahead]) if d]
    note = f'I took "{c.lexed.words(m.start(), m.end())}" as {full_date(days[0])}.' if days else None
    return _when(m, c, days, note, role=role)


BUILDERS: dict[str, Build] = {
    "iso": _iso,
    "numeric": _numeric,
    "short_numeric": _short_numeric,
    "weekday_and_day": _weekday_and_day,
    "ago": _ago,
    "ahead": _ahead,
    "from_today": _from_today,
    "vague": _vague,
    "unplaced": _unplaced,
    "season": _season,
    "year_only": _year_only,
    "day_of_month": _day_of_month,
}
