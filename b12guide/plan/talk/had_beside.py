"""What belongs to a row of doses that were had and stands apart from it: one of today behind it, the first one before
it, and days that are written in letters."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from ..model import MONTH_NAMES
from ..reading.dates import order_of
from ..reading.reader import read, read_date
from .denied_dates import latest_day
from .message import NUMBERS, ORDINALS, number

_TENS = {"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
         "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30}  # fmt: skip
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
# No dose of a course has so high a number: in letters as in figures it is a day.
_LETTERS = re.compile(
    rf"\b(?:(?P<tens>twenty|thirty)[ -](?P<unit>{'|'.join(_UNITS)})|(?P<one>{'|'.join(_TENS)}))\b", re.I
)
# "Had 11, 13, 15 and today": beside today, numbers are days.
_BARE_ROW = re.compile(
    r"\b(?P<had>(?:had|got|taken|took|done) (?:on )?(?:the )?)(?P<row>\d{1,2}(?:,? (?:and )?\d{1,2}){1,6})"
    r"(?=,? (?:and|then|&) (?:(?:then|one|another) ){0,2}(?:today|yesterday|this (?:morning|afternoon|arvo)))",
    re.I,
)
_NEAR = r"(?P<near>today|this (?:morning|afternoon|arvo|evening)|yesterday|last night|last nite|just now)"
_NO_PLAN = r"(?! (?:i|we|she|he) (?:go|am|will|have to)\b)"
# "... and one today", straight behind the row.
_TODAY = re.compile(
    rf"(?P<lead>(?:[\s,;&.]|\b(?:and|then|plus|also|another|again|one|on)\b){{1,30}}){_NEAR}\b{_NO_PLAN}", re.I
)
# "... and then I got one this morning", behind other words.
_TODAY_APART = re.compile(
    r"(?P<lead>\b(?:and|then|but|so)\b[^.!?\n]{0,70}?\b(?:had|got|did|took|been given) (?:one|it|another(?: one)?|mine"
    rf"|the (?:last|next|other|\w{{3,7}}th|third|second)(?: one)?) (?:just |on )?){_NEAR}\b{_NO_PLAN}",
    re.I,
)
_ALL = re.compile(
    rf"(?<!not )\ball (?:of the )?(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})\b(?! (?:weeks?|days?|months?))", re.I
)
_NTH_ONE = r"(?:one|another(?: one)?|it again|(?:the|my) \w{3,8}(?: one| jab| shot| dose| injection)?|number \w{1,6})"
_ONE_AND_TODAY = re.compile(
    rf"\b(?:had|got|took)(?: (?:it|one|mine|the \w{{3,7}}(?: one)?))?(?: on)? (?P<day>[^.;!?\n]{{3,30}}?)"
    rf",? (?:and then|and|then|plus) (?P<nth>{_NTH_ONE}) (?:just |was )?{_NEAR}\b"
    r"(?! (?:i|we|she|he) (?:go|am|will|have to)\b)",
    re.I,
)
_NOT_HAD = re.compile(r"\b(?:not|no|didn'?t|never|couldn'?t|due|next|will|going|if|maybe|until|till)\b", re.I)
_LAST = re.compile(r"last (?:one )?\d{1,2} (?:" + "|".join(name[:3] for name in MONTH_NAMES) + r")(?: \d{4})?", re.I)
_MARK = re.compile(r"[,;.!?](?=\s|$)")
_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})/(\d{1,2})(?![\d/])")
# A year in which each month has all of its days.
_LEAP = 2028
_BACK = {"yesterday": 1, "last night": 1, "last nite": 1}


def in_figures(text: str) -> str:
    """`text` with the days from the 11th on in figures.

    >>> in_figures("the thirteenth and the twenty-first")
    'the 13th and the 21st'
    """
    return _LETTERS.sub(_figure, text)


def with_months(text: str, today: date) -> str:
    """`text` with their months behind bare numbers in a row with today: beside it they are days, the latest of them."""

    def dated(match: re.Match[str]) -> str:
        day = latest_day(int(match[0]), today)
        return f"{match[0]} {MONTH_NAMES[day.month - 1][:3]}" if day is not None else match[0]

    order = order_of(f" {_MARK.sub(' ', text)} ")
    if order is not None:
        # "3/9, 3/16 and 3/22": only the month can stand first.
        text = _FIGURES.sub(lambda m: _in_words(m, order), text)
    return _BARE_ROW.sub(lambda m: m["had"] + re.sub(r"\d+", dated, m["row"]), text)


def _in_words(match: re.Match[str], order: str) -> str:
    """A date in figures with the name of its month; what is none stays."""
    day, month = (int(match[1]), int(match[2])) if order == "day" else (int(match[2]), int(match[1]))
    fits = 1 <= month <= len(MONTH_NAMES) and 1 <= day <= monthrange(_LEAP, month)[1]
    return f"{day} {MONTH_NAMES[month - 1][:3]}" if fits else match[0]


def _nth(number: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 10 < number < 20 else ends.get(number % 10, 'th')}"


def _figure(match: re.Match[str]) -> str:
    if match["one"]:
        number = _TENS[match["one"].lower()]
    else:
        number = {"twenty": 20, "thirty": 30}[match["tens"].lower()] + _UNITS.index(match["unit"].lower()) + 1
    return _nth(number)


def all_of(text: str) -> int | None:
    """How many a text says are all of those that it names: "all seven", "that's all 4 done"."""
    told = {number(match["n"].lower()) for match in _ALL.finditer(text)} - {None}
    return told.pop() if len(told) == 1 else None


def today_behind(rest: str, last: date, today: date) -> tuple[str, date] | None:
    """One more dose, of today or yesterday, told behind a row whose `last` stands in `rest`: the text with that day
    alone, and the day. None where none is told of."""
    row = _LAST.search(rest)
    if row is None:
        return None
    match = _TODAY.match(rest, row.end()) or _TODAY_APART.search(rest, row.end())
    if match is None or _NOT_HAD.search(match["lead"].rsplit(" then ", 1)[-1]):
        return None
    day = today - timedelta(days=_BACK.get(match["near"].lower(), 0))
    if day <= last:
        return None
    words = f"last one {day.day} {MONTH_NAMES[day.month - 1][:3]}"
    told = words.ljust(match.end("near") - row.start()) if match.start() == row.end() else words.ljust(len(row[0]))
    if match.start() == row.end():
        return rest[: row.start()] + told + rest[match.end() :], day
    lead = match.start() + len(match["lead"].rsplit(" then ", 1)[0]) if " then " in match["lead"] else match.start()
    return (
        rest[: row.start()] + told + rest[row.start() + len(told) : lead] + " " * (match.end() - lead)
        + rest[match.end() :],
        day,
    )  # fmt: skip


def one_and_today(text: str, today: date) -> tuple[str, tuple[date, date]] | None:
    """Two doses, of which the later was had today: "had it last Tuesday and the third one today"; the text with that
    alone, and the days. None where it does not tell that."""
    match = _ONE_AND_TODAY.search(text)
    if match is None or _NOT_HAD.search(match[0]):
        return None
    told = read_date(match["day"], today=today, role="last")
    day = today - timedelta(days=_BACK.get(match["near"].lower(), 0))
    if told.date is None or not told.only or told.date >= day:
        return None
    if re.search(r"\b(?:first|1st)\b", match[0], re.I):
        # The first and a later one: which the later one was is read with its number.
        return None
    place = next((ORDINALS[word] for word in match["nth"].lower().split() if word in ORDINALS), None)
    counted = f", had {place} so far" if place is not None else ""
    words = f"last one {day.day} {MONTH_NAMES[day.month - 1][:3]}{counted}"
    start = match.start("day")
    return text[:start] + words.ljust(match.end() - start) + text[match.end() :], (told.date, day)


def first_before(rest: str, first: date, today: date) -> date | None:
    """The first dose of the course, told beside a row of later ones that begins with `first`."""
    told = {mention.date for mention in read(rest, today=today).dates if mention.role == "first"}
    day = told.pop() if len(told) == 1 else None
    return day if day is not None and day < first else None
