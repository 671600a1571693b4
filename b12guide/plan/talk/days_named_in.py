"""The single days that a message names, each by all of its words: "Wednesday 2nd", "the 4th", "Monday, the 18th of
January", "fri". What day of which year it is, its place in the plan says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import WEEKDAYS
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.lexer import ORDINALS

_WEEKDAY = rf"(?:{WEEKDAY_WORDS})\b\.?"
_NO_UNIT = (
    r"(?! ?-?(?:weekly|monthly|daily|days?|weeks?|wks?|months?|mths?|years?|hours?|mins?|minutes?|am|pm|o'?clock|mg|mcg"
    r"|of (?:them|the|my|those|these|\d)|more|left)\b)"
)
_DAY = re.compile(
    rf"(?<![\w/.:-])(?:(?:the )?(?P<w>{_WEEKDAY})(?P<gap>,? ?))?(?P<the>the )?"
    rf"(?:(?P<d>\d{{1,2}})(?P<th>{NTH_END})?(?: ?(?:of )?(?P<m>{MONTHS})\b)?(?![\w/:-])(?!\.\d){_NO_UNIT}"
    rf"|(?P<m2>{MONTHS})\b\.? (?:the )?(?P<d2>\d{{1,2}}){NTH_END}?(?![\w/:-])(?!\.\d){_NO_UNIT})"
    rf"(?:,? (?P<y>20\d\d)\b)?"
    rf"|(?<![\w/.:-])(?:the )?(?P<w2>{_WEEKDAY})(?![\w-])",
    re.I,
)
# "The 17th is a Sunday" names one day.
_IS_A = re.compile(r"\b(?:is|was|falls?|being|it'?s|lands?)(?: on)? an? $", re.I)
_ONE_OF = re.compile(
    r"^ (?:loading |b-?12 |weekly |monthly )?(?:of the|(?:ones?|jabs?|jags?|shots?|injections?|doses?|needles?)"
    r" (?:of|was|had)\b)",
    re.I,
)
# So far ahead a day without its year is looked for.
_AHEAD = 366
# So many characters before a day say what it is.
_NEAR = 40
# "The Monday instead, the 18th of January", "the Monday after, 18 January": the weekday of the day behind it.
_APART = re.compile(
    rf"\b(?:the )?(?P<w>{WEEKDAY_WORDS})(?P<word> (?:instead|after(?:wards)?(?: that| it)?|then|now|following))?"
    rf"(?P<gap>\s?[,(–—-]\s?|\s)(?:so |that'?s |which is |it'?s |that is |on ){{0,2}}"
    rf"(?P<day>(?:the )?(?:\d{{1,2}}{NTH_END}?(?: of)? (?:{MONTHS})\b|\d{{1,2}}{NTH_END}\b"
    rf"(?! (?:ones?|jabs?|shots?|doses?|injections?)\b)|(?:{MONTHS})\.? (?:the )?\d{{1,2}}{NTH_END}?(?!\d)))\)?"
    rf"(?P<year>,? 20\d\d)?",
    re.I,
)


@dataclass(frozen=True)
class Named:
    """A day as it was said, and from where to where."""

    weekday: int | None
    day: int | None
    month: int | None
    year: int | None
    start: int
    end: int

    def fits(self, day: date) -> bool:
        """Whether a day is as it was said."""
        return (
            self.weekday in (None, day.weekday())
            and self.day in (None, day.day)
            and self.month in (None, day.month)
            and self.year in (None, day.year)
        )

    def ahead(self, today: date, near: date | None = None) -> date | None:
        """The first such day from today on; without its month, the one that is nearest to `near`."""
        fits = [day for n in range(_AHEAD) if self.fits(day := today + timedelta(n))]
        if near is None or self.month is not None:
            return fits[0] if fits else None
        return min(fits, key=lambda day: abs(day - near), default=None)


def named_in(text: str) -> list[Named]:
    """The days that a text names, in their order; a weekday that only says what a day is is none."""
    found: list[Named] = []
    for match in _DAY.finditer(text):
        weekday, number = match["w"] or match["w2"], match["d"] or match["d2"]
        month = match["m"] or match["m2"]
        sure = match["w2"] or month or match["th"] or match["the"] or (match["w"] and match["gap"])
        if not sure or (number and not 0 < int(number) < 32) or _ONE_OF.match(text, match.end()):
            continue
        if match["w2"] and _IS_A.search(text, max(match.start("w2") - _NEAR, 0), match.start("w2")):
            continue
        found.append(
            Named(
                WEEKDAYS.index(weekday[:3].lower()) if weekday else None,
                int(number) if number else None,
                MONTH_PLACES[month.lower()] if month else None,
                int(match["y"]) if match["y"] else None,
                *match.span(),
            )
        )
    return found


def with_weekday_joined(text: str, today: date) -> str:
    """`text` with a weekday beside the day that stands behind it, where that day is one: "the Monday instead, the 18th
    of January" is Monday the 18th of January."""

    def joined(match: re.Match[str]) -> str:
        named = next(iter(named_in(match["day"])), None)
        if named is None or (match["word"] is None and match["gap"].strip() not in ("(", "–", "—")):
            return match[0]
        weekday = WEEKDAYS.index(match["w"][:3].lower())
        days = (today + timedelta(n) for n in range(_AHEAD))
        day = next((each for each in days if named.fits(each) and (named.month or each.weekday() == weekday)), None)
        if day is None or day.weekday() != weekday:
            return match[0]
        instead = " instead" if (match["word"] or "").strip().lower() in ("instead", "now") else ""
        return f"{match['w']} {match['day']}{match['year'] or ''}{instead}"

    return _APART.sub(joined, text)


_DENIED = re.compile(
    r"\b(?:not|instead of|in (?:the )?place of|rather than|no longer)(?: (?:on|for|the|this|that|my)){0,3} ?$", re.I
)


def without_denied_days(text: str) -> str:
    """`text` with blanks in the place of the days that are none: "Friday the 4th now, not Thursday"."""
    for one in named_in(text):
        if _DENIED.search(text, max(one.start - _NEAR, 0), one.start):
            text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


_ORDINAL_DAYS = {"first": 1, **ORDINALS, "thirty first": 31, "thirty-first": 31}
_ORDINAL_DAYS |= {f"twenty{gap}{word}": 20 + n for word, n in _ORDINAL_DAYS.items() if n < 10 for gap in (" ", "-")}
_WORDS = "|".join(sorted(_ORDINAL_DAYS, key=len, reverse=True))
_IN_WORDS = re.compile(
    rf"\b(?P<lead>the |(?:{WEEKDAY_WORDS})\b,? (?:the )?)(?P<n>{_WORDS})\b(?P<month>(?: of)? (?:{MONTHS})\b)?"
    r"(?! (?:ones?|jabs?|jags?|shots?|injections?|doses?|needles?|part|time|of the)\b)",
    re.I,
)
# "The second" alone is a place in a row.
_LEAST_DAY = 4


def with_days_in_figures(text: str) -> str:
    """`text` with days of a month that are written as words in figures: "the eighteenth of December" as the 18th."""

    def figure(found: re.Match[str]) -> str:
        number = _ORDINAL_DAYS[found["n"].lower()]
        if number < _LEAST_DAY and not found["month"] and found["lead"].lower() == "the ":
            return found[0]
        end = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number // 10 != 1 else 0, "th")
        return f"{found['lead']}{number}{end}{found['month'] or ''}"

    return _IN_WORDS.sub(figure, text)
