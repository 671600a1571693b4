"""The day that a part of a message says, which is known to be one: read by the grammar, where need be in other words.

In a whole message "12" may be anything and "sat" a verb; in a part that was heard as a day they are one. What is
rewritten here says the same day in a form that the grammar of dates reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from ..model import DateReading, Role
from ..reading.day_words import MONTH_ENDS, MONTH_STARTS, WEEKDAY_ENDS, WEEKDAY_STARTS
from ..reading.reader import read_date
from .message import number
from .outcome import Who

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = rf"(?P<day>{WEEKDAY_STARTS}){WEEKDAY_ENDS}"
_MONTH = rf"(?:{MONTH_STARTS}){MONTH_ENDS}"
# A time of day, which says no day.
_CLOCK = re.compile(
    r"\s*,?\s*(?:(?:at|@|around|about)\s+(?:half|quarter|ten|twenty|five|noon|lunch|\d).*|\b\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm)\b.*)$",
    re.I,
)
_TODAY = re.compile(
    r"^(?:2day|tday|this (?:am|pm|aft|arvo|lunchtime|teatime|minute|very minute)|earlier|just now|now)$", re.I
)
_TOMORROW = re.compile(r"^(?:2moro|2morrow|2moz|tmrw|tmw|tomoz|the morra)$", re.I)


def said_day(words: str, role: Role, who: Who, within: tuple[str, ...] = ()) -> DateReading:
    """The day that `words` say, or the question that they leave; neither where it is not known. `within`: the first
    and the last day (ISO) of the time that was named before, of which "the 12th" is one."""
    words = _CLOCK.sub("", words.strip(" ,.;:!?"))
    for way in dict.fromkeys((words, *_other_words(words, who.today))):
        found = read_date(way, today=who.today, country=who.country, role=role, within=within)
        if found.date is not None or found.question is not None:
            return found
    return DateReading()


def _other_words(words: str, today: date) -> Iterator[str]:
    for pattern, say in _REWRITES:
        if match := pattern.search(words):
            said = say(match, today)
            if said:
                yield said


def _ago(match: re.Match[str], today: date) -> str:
    """ "Two fridays ago" is the second one back from today."""
    count, day = number(match["n"].lower()), _place(match["day"])
    if not count:
        return ""
    back = (today.weekday() - day - 1) % 7 + 1
    return (today - timedelta(days=back + 7 * (count - 1))).isoformat()


def _place(day: str) -> int:
    return next(place for place, name in enumerate(_WEEKDAYS) if name.startswith(day.lower()[:3]))


def _of_month(match: re.Match[str], today: date) -> str:
    return f"the {match['n']}th" if 1 <= int(match["n"]) <= 31 else ""


_Rewrite = tuple[re.Pattern[str], Callable[[re.Match[str], date], str]]
_REWRITES: tuple[_Rewrite, ...] = (
    (re.compile(r"^(?:the )?(?P<n>\d{1,2})$", re.I), _of_month),
    (re.compile(r"^\d{1,2}(?:st|nd|rd|th)\b", re.I), lambda match, _: f"the {match.string}"),
    (re.compile(r"^(?P<d>\d{1,2})[./-](?P<m>\d{1,2})$"), lambda match, _: f"on {match['d']}/{match['m']}"),
    (re.compile(rf"^(?P<n>\w+) {_DAY} (?:ago|back)$", re.I), _ago),
    (re.compile(rf"^{_DAY} coming$", re.I), lambda match, _: f"this coming {_WEEKDAYS[_place(match['day'])]}"),
    (re.compile(rf"^(?P<all>(?:last |this |next )?{_DAY})[’']?s?$", re.I),
     lambda match, _: re.sub(_DAY, _WEEKDAYS[_place(match["day"])], match["all"], flags=re.I)),
    (re.compile(rf"^{_MONTH}$", re.I), lambda match, _: f"in {match[0]}"),
    (re.compile(rf"^(?P<month>{_MONTH})[’']s$", re.I), lambda match, _: f"in {match['month']}"),
    (_TODAY, lambda *_: "today"),
    (_TOMORROW, lambda *_: "tomorrow"),
    (re.compile(r"^(?:the )?(?:first|1st) of the month$", re.I), lambda *_: "the 1st"),
)  # fmt: skip
