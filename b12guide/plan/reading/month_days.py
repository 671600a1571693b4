"""Plans by the day of the month: "on the 15th of each month", "the first Monday", "the same day each month"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .elements import Element, Interval
from .intervals import SHORT_DAYS, ask
from .scan import Build, Context

# What was on a day, up to that day.
_WAS_GIVEN = re.compile(
    r"(?<! always)(?<! usually)(?<! normally) (?:was|had|last|got|given|gave)"
    r"(?: (?!(?:monthly|month|every|each|always|usually|normally|and|but|so|now) )"
    r"(?:[a-z']+|1|,)){0,6} $"
)
# How often, in months: what is on the same day of each is not monthly for that.
_IN_MONTHS = re.compile(r" (?:monthly|quarterly|(?:every|each|q|a|per|other|alternate|\d{1,2})(?: -)? month|yearly) ")
# The same with the number of months.
_EVERY_MONTHS = re.compile(
    r"(?<= )(?:monthly|(?:every|each|q|a|per|in)(?: (?P<skip>other|2th|3th|alternate|\d{1,2}))? month)(?= )"
)
# How often in anything but months: a day of the month is none of theirs.
_IN_OTHERS = re.compile(
    r" (?:daily|weekly|fortnightly|(?:every|each|q|a|per|other|alternate|\d{1,2})(?: -)? (?:day|week)) "
)


def _nth_weekday(m: re.Match[str], c: Context) -> Element:
    week = -1 if m["n"] == "last" else 1 if m["n"] == "first" else int(m["n"].removesuffix("th"))
    period = 2 if m["skip"] in ("other", "2th") else int(m["skip"].removesuffix("th")) if m["skip"] else 1
    if week > 4:
        return ask(m, "Not every month has a fifth one. On which day of the month are they?")
    return Interval(
        m.start(), m.end(), 1, period, "mo", days_of_week=(SHORT_DAYS[m["w"].removesuffix("s")],), week_of_month=week
    )


def _monthly_days(m: re.Match[str], c: Context) -> Element | None:
    if m[0].endswith(" of the month") and _WAS_GIVEN.search(c.lexed.canon, 0, m.start()):
        # "The last one was on the 3rd of the month" says when one was, and not when each is.
        return None
    found = re.findall(r"(?<= )(?:(\d+)(?:th)?|(first)|(last|end))(?= )", f" {m['days']} ")
    days = tuple(sorted({-1 if last else 1 if first else int(n) for n, first, last in found}, key=lambda d: d % 32))
    if any(d == 0 or d > 31 for d in days):
        return ask(m, "On which day of the month are they?")
    return Interval(m.start(), m.end(), len(days), _skip(m["skip"]), "mo", days_of_month=days)


def _skip(word: str | None) -> int:
    """Every how many months: 2 for "other", "alternate" and "2th"."""
    return 2 if word in ("other", "alternate") else int((word or "1").removesuffix("th"))


def _always_on(m: re.Match[str], c: Context) -> Element | None:
    """ "Always on the 17th", where the text says every how many months they are, and nothing else of how often."""
    around = f"{c.lexed.canon[: m.start()]} \x00 {c.lexed.canon[m.end() :]}"
    found = {1 if one[0] == "monthly" else _skip(one["skip"]) for one in _EVERY_MONTHS.finditer(around)}
    day = 1 if m["days"] == "first" else int(m["days"].removesuffix("th"))
    if len(found) != 1 or _IN_OTHERS.search(around) or not 1 <= day <= 31:
        return None
    return Interval(m.start(), m.end(), 1, found.pop(), "mo", days_of_month=(day,))


def _same_day(m: re.Match[str], c: Context) -> Element | Iterable[Element]:
    """ "The same day each month" is every month; beside how many months it only says that it is the day that counts."""
    around = f"{c.lexed.canon[: m.start()]} \x00 {c.lexed.canon[m.end() :]}"
    if _IN_MONTHS.search(around):
        return ()
    return Interval(m.start(), m.end(), 1, 1, "mo")


BUILDERS: dict[str, Build] = {
    "nth_weekday": _nth_weekday, "monthly_days": _monthly_days, "same_day": _same_day, "always_on": _always_on,
}  # fmt: skip
