"""The days on which somebody is away, and the day on which an injection was given, in people's words."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..model import MONTH_NAMES, Question
from ..reading.day_words import DAY_NUMBER, MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.lexer import lex
from ..reading.reader import read_date

Span = tuple[date, date]
_MONTHS = "|".join(name.lower() for name in MONTH_NAMES)
_TO = r"(?:to|until|till|til|and|through|-|–|—)"
# The words for a day are short: looked for further, each number of a long text would be the beginning of all the rest.
_FROM = re.compile(rf"\b(?:from|between)\s+(?P<start>.{{1,80}}?)\s{{0,9}}(?<![\w]){_TO}\s+(?P<end>.+)", re.I)
_DASH = re.compile(rf"(?<!\d)(?P<start>\d.{{0,40}}?)\s{{0,9}}{_TO}\s{{0,9}}(?P<end>\d.+)", re.I)
_NAMED_MONTH = rf"(?:{MONTHS})\b\.?"
_A_DAY = (
    rf"(?:{DAY_NUMBER}(?: of)? {_NAMED_MONTH}(?:,? 20\d\d)?"
    rf"|{_NAMED_MONTH} {DAY_NUMBER}(?!\d)(?:,? 20\d\d)?)"
)
# "6 to 20 March", "March 6 to March 20": at least the second day has its month.
_STRETCH = re.compile(
    # "4, 6 and 8 May" is a list, and no stretch.
    rf"(?<![\w/])(?<!\d, )(?<!\d,)(?<!th, )(?<!st, )(?<!nd, )(?<!rd, )(?P<start>{_A_DAY}|{DAY_NUMBER}) ?"
    rf"(?:{_TO}|thru|up to) ?(?:the )?(?P<end>{_A_DAY})",
    re.I,
)
# "December 2 thru 9" names the month before the days, "3rd to the 10th" none: there each day has its ending.
_THRU = rf"(?:{_TO}|thru|up to)"
_MONTH_FIRST = re.compile(
    rf"\b(?P<m>{MONTHS})\b\.? (?:the )?(?P<a>{DAY_NUMBER}) ?{_THRU} ?(?:the )?(?P<b>{DAY_NUMBER})(?![\w/]"
    rf"| ?(?:{MONTHS})\b)",
    re.I,
)
_NO_MONTH = re.compile(
    rf"\b(?P<a>\d{{1,2}}){NTH_END} ?(?:to|until|till|til|through|thru|-"
    rf"|–) ?(?:the )?(?P<b>\d{{1,2}}){NTH_END}(?! (?:of )?(?:{MONTHS})\b)",
    re.I,
)
_NO_DOSE_BETWEEN = re.compile(r"\b(?:every|each|daily|weekly|monthly|twice|once|doses?|given|booked)\b", re.I)
_TAKEN_UP = re.compile(
    r"\b(?:away|clash\w*|trips?|holidays?|hols?|vacation|placement|cruise|abroad|travel\w*|at work|exams?|term"
    r"|on leave|can'?t come|busy|camp|tour|visit(?:ing|ors)?)\b",
    re.I,
)
_LENGTH = re.compile(r"\bfor (?:a|one|(?P<n>\d{1,3})) ?(?P<unit>day|week|fortnight)s?\b", re.I)
_DAY_NUMBER = re.compile(rf"(?:the )?{DAY_NUMBER}", re.I)
_WEEK = re.compile(r"\b(?P<which>this|next) week\b", re.I)
_MONTH = re.compile(rf"\b(?:(?:all|whole|most)(?: of)?|in|for|during) (?P<month>{_MONTHS})\b|\bnext month\b", re.I)
# The reader strikes out the dates of journeys; here they are what is asked for.
_JOURNEY = re.compile(r"\b(?:away|holidays?|moved)\b", re.I)
_NOW = re.compile(r"\b(?:just|now|this (?:morning|afternoon|evening|arvo)|earlier|tonight|todays?|today's)\b", re.I)
# "I had it", said of an injection; "I had it wrong" and "it was the 4th" put something right instead.
_HAD = re.compile(
    r"\b(?:(?:i|we|she|he|mum|dad)(?:'?ve| have|'s| has)? (?:just )?(?:had|got|took|taken|done|did)"
    r"|(?:was|been) (?:given|done)|gave (?:it|me|myself|my|him|her)|injected|jabbed)\b|^\W*(?:just )?(?:had|got)\b",
    re.I,
)
_HAD_MOVED = re.compile(
    r"\b(?:had|got|getting|having|get) (?:it|mine|that|this|that one|this one|his|hers|(?:my|the|her|his) \w+(?: \w+)?)"
    r" (?:moved|changed|shifted|swapped|switched|pushed|put (?:back|off|forward)|brought forward|rebooked|rescheduled"
    r"|delayed)\b",
    re.I,
)
_WRONG = re.compile(r"\b(?:wrong|mistakes?|meant|correction|actually)\b", re.I)
_LONGEST = timedelta(days=120)
# So many months ahead days without their month are looked for.
_MONTHS_AHEAD = 3
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def days_away(text: str, *, today: date, country: str | None = None) -> Span | None:
    """The first and last day away that a message names; None where it leaves one of them open.

    A date without a year is the next one of its name. A week is Monday to Sunday.
    """
    row = _MONTH_FIRST.search(text)
    if row is not None:
        return _between(f"{row['a']} {row['m']}", f"{row['b']} {row['m']}", today, country)
    if (row := _NO_MONTH.search(text)) is not None:
        return _by_numbers(int(row["a"]), int(row["b"]), today)
    match = _STRETCH.search(text) or _FROM.search(text) or _DASH.search(text)
    if match is not None:
        return _between(match["start"], _JOURNEY.sub(" ", match["end"]), today, country)
    week = _WEEK.search(text)
    if week is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * (week["which"].lower() == "next"))
        return monday, monday + timedelta(days=6)
    start = _ahead(_JOURNEY.sub(" ", text), today, country)
    if start is None:
        month = _MONTH.search(text)
        return _month(month["month"], today) if month else None
    length = _LENGTH.search(lex(text).canon)
    if length is None:
        return start, start
    return start, start + timedelta(days=int(length["n"] or 1) * _DAYS[length["unit"].lower()] - 1)


def row_of_days(text: str) -> bool:
    """Whether a message names a first and a last day, with their month or without."""
    stretch = _STRETCH.search(text)
    to = stretch is not None and " and " not in stretch[0].lower()
    return to or any(row.search(text) for row in (_MONTH_FIRST, _NO_MONTH))


def _by_numbers(first: int, last: int, today: date) -> Span | None:
    """The next days of the month with these numbers, or those that have begun."""
    for months in range(_MONTHS_AHEAD):
        start = today.replace(day=1) + relativedelta(months=months)
        end = start + relativedelta(months=int(last < first))
        try:
            span = start.replace(day=first), end.replace(day=last)
        except ValueError:
            continue
        if span[1] >= today:
            return span
    return None


def stretch_told(text: str, *, today: date, country: str | None = None) -> Span | None:
    """The first and last day of a stretch that a message names and that bounds no part of a plan: "April 1 to 20"."""
    match = _STRETCH.search(text)
    if match is None:
        return None
    begin = max(text.rfind(mark, 0, match.start()) for mark in ".,;!?\n") + 1
    if _NO_DOSE_BETWEEN.search(text[begin : match.start()]):
        return None
    return _between(match["start"], match["end"], today, country)


def without_stretch(text: str) -> str:
    """`text` with spaces in the place of the days that somebody is away or cannot come: none of them is a dose's."""
    match = _STRETCH.search(text)
    if match is None or _TAKEN_UP.search(text) is None:
        return text
    return text[: match.start()] + " " * len(match[0]) + text[match.end() :]


def _between(first: str, last: str, today: date, country: str | None) -> Span | None:
    end = _ahead(last, today, country)
    if end is None:
        return None
    if _DAY_NUMBER.fullmatch(first.strip()):
        # "From 3 to 20 April" names the month once, and "28 to 3 May" begins in the month before.
        number = int(re.sub(r"\D", "", first))
        month = end if number <= end.day else end - relativedelta(months=1)
        first = f"{first} {MONTH_NAMES[month.month - 1]} {month.year}"
    start = _ahead(first, today, country)
    if start is None:
        return None
    if start > end and str(start.year) not in first:
        start -= relativedelta(years=1)  # a journey that has begun, or one over the new year
        return (start, end) if end - start < _LONGEST else None
    return (start, end) if start <= end else None


def _ahead(words: str, today: date, country: str | None) -> date | None:
    """A date of a journey; None where there is none, or more than one reading of it."""
    return read_date(words, today=today, country=country, role="next").date


def _month(name: str | None, today: date) -> Span:
    number = MONTH_NAMES.index(name.capitalize()) + 1 if name else today.month % 12 + 1
    year = today.year + (number < today.month)
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def tells_given(text: str) -> bool:
    """Whether a message tells of an injection that was given."""
    return _HAD.search(text) is not None and not corrects(text) and not had_moved(text)


def had_moved(text: str) -> bool:
    """Whether a message tells that one was moved: "I had it changed to Friday"."""
    return _HAD_MOVED.search(text) is not None


def corrects(text: str) -> bool:
    """Whether a message puts right what was told before."""
    return _WRONG.search(text) is not None


def given_day(text: str, *, today: date, country: str | None = None) -> date | Question | None:
    """The day that "I had it ..." names: a day, the question which one was meant, or None if it names none."""
    found = read_date(without_departure(text), today=today, country=country)
    if found.date is not None:
        return found.date
    if found.question is not None:
        return found.question
    return today if _NOW.search(text) else None


# "Off to Bali tomorrow": the day of a departure is none of a dose.
_DEPARTS = re.compile(
    r"\b(?:(?:i'?m |we'?re |i am |we are )?(?:off|flying|fly|going|heading|head|travelling|traveling"
    r"|jetting|leaving|leave|away"
    r"|sailing|sail|driving)"
    r"(?: (?:off|out|to|for|away|back|on|home|up|down|over)){0,3}|my flight|our flight|the flight"
    r"|plane)\b[^.;!?\n,]{0,40}?"
    rf"\b(?:tomorrow|tonight|tmrw|tomoz|today|(?:next |this |on )?(?:{WEEKDAY_WORDS})"
    rf"|(?:on )?(?:the )?{DAY_NUMBER}(?: (?:of )?(?:{MONTHS}))?)\b",
    re.I,
)


def without_departure(text: str) -> str:
    """`text` with blanks in the place of the clause that says when somebody departs."""
    return _DEPARTS.sub(lambda match: " " * len(match[0]), text)


def later(day: date, span: tuple[int, str]) -> date:
    """The day so many of a "day", "week", "month" or "year" after `day`: months and years by the calendar."""
    number, unit = span
    if unit in ("month", "year"):
        return day + relativedelta(months=number * (12 if unit == "year" else 1))
    return day + timedelta(days=number * (7 if unit == "week" else 1))
