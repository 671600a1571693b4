"""Several dates that the clinic set at once: "Wednesday, Friday and Monday 1 March", "wed 24th and mon 1st"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import MONTH_NAMES, WEEKDAY_NAMES

_WEEKDAY = r"(?:(?P<w{n}>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)"
_MONTH = rf"(?P<m>{'|'.join(name[:3].lower() for name in MONTH_NAMES)})[a-z]*\.?"
_DAY = rf"(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: (?:of )?{_MONTH})?"
# One date: a weekday, a day with or without its month, or both.
_ONE = re.compile(
    rf"(?:{_WEEKDAY.format(n=1)},? )?{_DAY}(?:,? (?P<y>20\d\d))?(?![\w:])|{_WEEKDAY.format(n=2)}(?!\w)", re.I
)
_JOINED = re.compile(r"\W*(?:\s|,)\s*(?:and |then |& |also )*(?:on |the )?", re.I)
# A set date further off than this is another one than the next.
_AHEAD = 120


def booked_days(text: str, *, today: date) -> tuple[date, ...]:
    """The dates of the longest row of dates in a message, from today on and each after the one before; () where fewer
    than two stand in a row, or one of them has no such day. A weekday is the first one after the date before."""
    rows: list[list[re.Match[str]]] = []
    end = -1
    for match in _ONE.finditer(text):
        joined = end >= 0 and _JOINED.fullmatch(text[end : match.start()]) is not None
        if joined:
            rows[-1].append(match)
        else:
            rows.append([match])
        end = match.end()
    row = max(rows, key=len, default=[])
    days: list[date] = []
    for match in row if len(row) > 1 else ():
        day = _placed(match, days[-1] + timedelta(1) if days else today)
        if day is None:
            return ()
        days.append(day)
    return tuple(days)


def _placed(match: re.Match[str], first: date) -> date | None:
    """The first day from `first` on that is as it was said."""
    weekday = match["w1"] or match["w2"]
    for ahead in range(_AHEAD):
        day = first + timedelta(ahead)
        fits = not weekday or WEEKDAY_NAMES[day.weekday()].lower().startswith(weekday.lower())
        fits = fits and (not match["d"] or day.day == int(match["d"]))
        fits = fits and (not match["m"] or MONTH_NAMES[day.month - 1].lower().startswith(match["m"].lower()))
        if fits and (not match["y"] or day.year == int(match["y"])):
            return day
    return None
