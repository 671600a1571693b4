"""Which of the options of a question was meant: "the second of those", "the june one", "weeks", "the later one"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..dates.schedule import dose_count
from ..model import WEEKDAYS
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END
from ..reading.reader import ANY_DAY, read, read_date
from ..reading.years import are_a_year_apart
from .message import Said, is_date_word, number, ordinal
from .move_words import FILLERS, MEANING, PREAMBLE, WHICH, WHICH_YEAR

_MONTHS = {"jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july",
           "aug": "august", "sep": "september", "sept": "september", "oct": "october", "nov": "november",
           "dec": "december"}  # fmt: skip
_THIS = re.compile(r"\b(?:this|coming|upcoming|nearest|soonest|first)\b", re.I)
_LATER = re.compile(r"\b(?:next|after|following|not this|later|second)\b", re.I)
_BESIDE_THIS = frozenset({"this", "coming", "upcoming", "nearest", "soonest", "week", "one"})
_WITH_YEAR = re.compile(r"(?:20)?\d\d")
_DAYS = {"mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "weds": "wednesday",
         "thu": "thursday", "thur": "thursday", "thurs": "thursday", "fri": "friday", "sat": "saturday",
         "sun": "sunday"}  # fmt: skip
# "A ten day gap".
_LENGTH = re.compile(
    r"\W*(?:(?:the|its|it's|it is|a|i mean|that|um|er|so|ok|every|oh)\W+){0,4}"
    r"(?:(?:(?P<n>\d{1,2}|two|three|four|seven|fourteen)[ -])?(?P<unit>day|week|month|fortnight))s?(?:ly)?"
    r"(?: (?:one|gap|kind|version|apart|thing|option|please|pls)){0,4}\W*",
    re.I,
)
_DAY_AND_MONTH = re.compile(
    rf"(?<![\w/])(?P<d>\d{{1,2}})(?:{NTH_END})?(?: of)? (?P<m>{MONTHS})\b"
    rf"|\b(?P<m2>{MONTHS})\.? (?:the )?(?P<d2>\d{{1,2}})(?:{NTH_END})?(?![\w/])",
    re.I,
)
# "Not the 5th": of two the other.
_NOT_THAT = re.compile(r"\W*(?:no,? )?not (?:the |on |on the )?(?=[^,;.]{2,20}\W*$)(?!sure\b|certain\b|yet\b)", re.I)
_FULL_YEAR = re.compile(r"(?<![\w/])20\d\d(?![\w/])")
_NOT_SURE = re.compile(
    r"\b(?:not|n'?t|maybe|perhaps|think|either|or|unsure|no idea|dunno|might|if|every)\b|n't\b", re.I
)
_UNIT_DAYS, _UNIT_NAMES = {"day": 1, "week": 7, "month": 30}, {"d": "day", "wk": "week", "mo": "month", "a": "month"}


def chosen(
    options: Sequence[str], said: Said, *, today: date, country: str | None, now: str | None = None
) -> str | None:
    """The option that the words mean; None where they mean none, or more than one.

    `now` is the one that was taken before, which "the other" is not.
    """
    plain = said.text.strip().lower()
    exact = [option for option in options if option.lower() == plain]
    if exact:
        return exact[0]
    denied = _NOT_THAT.match(plain)
    if denied is not None and len(options) == 2:
        other = chosen(options, Said.of(plain[denied.end() :]), today=today, country=country)
        return options[1 - options.index(other)] if other is not None else None
    if (near := _by_nearness(options, said, today)) is not None:
        return near
    named = (
        _by_words(options, said) or _by_date(options, said, today, country) or _by_year(options, said, today, country)
    )
    if named is not None:
        return named
    if len(options) == 2 and now in options and WHICH["other"].within(said):
        return options[1 - options.index(now)]
    return _by_place(options, said, today, country) or _by_day_named(options, said, today)


def _by_day_named(options: Sequence[str], said: Said, today: date) -> str | None:
    """The one day of several that a message names with its month, or by its year alone, whatever stands beside it: "5
    december, it's january now", "obviously 2027"."""
    days = [read_date(option, today=today).date for option in options]
    if len(options) < 2 or None in days or _NOT_SURE.search(said.text) or said.text.rstrip().endswith("?"):
        return None
    named = {
        (int(match["d"] or match["d2"]), MONTH_PLACES[(match["m"] or match["m2"]).lower()])
        for match in _DAY_AND_MONTH.finditer(said.text)
    }
    years = {int(year) for year in _FULL_YEAR.findall(said.text)}
    if not named and not years:
        return None
    fits = [
        option
        for option, day in zip(options, days, strict=True)
        if day is not None and named <= {(day.day, day.month)} and years <= {day.year}
    ]
    alone = named or not re.search(r"\d", _FULL_YEAR.sub(" ", said.text))
    return fits[0] if len(fits) == 1 and alone else None


def _by_nearness(options: Sequence[str], said: Said, today: date) -> str | None:
    """ "This Friday" is the first of the Fridays to come that were offered; "next Friday" stays either."""
    days = [read_date(option, today=today).date for option in options]
    coming = [day for day in days if day is not None and day >= today]
    if len(coming) != len(options) or len({day.weekday() for day in coming}) != 1 or len(options) < 2:
        return None
    if (
        _THIS.search(said.text) is None
        or _LATER.search(said.text)
        or any(word.text[:1].isdigit() for word in said.words)
    ):
        return None
    named = [
        WEEKDAYS.index(day) for word in said.words if (day := word.text[:3]) in WEEKDAYS and is_date_word(word.text)
    ]
    if named not in ([], [coming[0].weekday()]):
        return None
    left = [w for w in said.left([], FILLERS | PREAMBLE | _BESIDE_THIS) if not is_date_word(w)]
    return options[coming.index(min(coming))] if not left else None


def by_gap(options: Sequence[str], said: Said) -> str | None:
    """The one option that says how often as the words do: "one a week, 4 in all" of "weekly for 4 doses"."""
    reading = read(said.text, today=ANY_DAY)
    if len(reading.phases) != 1 or reading.dates or reading.questions:
        return None
    told, many = reading.phases[0], dose_count(reading.phases[0])
    fitting = [
        option
        for option in options
        for phase in read(option, today=ANY_DAY).phases
        if (phase.frequency, phase.period, phase.unit) == (told.frequency, told.period, told.unit)
        and many in (None, dose_count(phase))
    ]
    return fitting[0] if len(fitting) == 1 else None


def by_length(options: Sequence[str], said: Said) -> str | None:
    """The one option whose gap is as long as what is named: "two months" of "every 2 months" and "twice a month"."""
    found = _LENGTH.fullmatch(said.text)
    if found is None:
        return None
    count = 2 if found["unit"].lower().startswith("fort") else number((found["n"] or "1").lower()) or 0
    unit = "week" if found["unit"].lower().startswith("fort") else found["unit"].lower()
    days = count * _UNIT_DAYS[unit]
    fitting = [
        option
        for option in options
        for phase in read(option, today=ANY_DAY).phases
        if phase.period * _UNIT_DAYS[_UNIT_NAMES[phase.unit]] == days * phase.frequency
    ]
    return fitting[0] if len(fitting) == 1 else None


def _by_words(options: Sequence[str], said: Said) -> str | None:
    """By a word that only one of them has, where no word of weight is in none of them."""
    parts = [frozenset(_plain(word.text) for word in Said.of(option).words) for option in options]
    words = {_plain(word.text) for word in said.words if word.text not in ("one", "ones")}
    known = frozenset().union(*parts)
    if any(word not in known and word not in PREAMBLE for word in words):
        return None
    shared = frozenset.intersection(*parts) if parts else frozenset()
    scores = [len((words & part) - shared) for part in parts]
    if not scores or max(scores) == 0 or scores.count(max(scores)) > 1:
        return None
    return options[scores.index(max(scores))]


def _by_date(options: Sequence[str], said: Said, today: date, country: str | None) -> str | None:
    """By a date told in full, with what is said of it: "26/11/26, still to come"."""
    if not any(_WITH_YEAR.fullmatch(word.text) for word in said.words):
        return None
    spans = [span for phrases in WHICH_YEAR.values() for span in phrases.spans(said)]
    if [word for word in said.left(spans, FILLERS | PREAMBLE) if not is_date_word(word)]:
        return None
    day = read_date(said.text, today=today, country=country, role="next").date
    days = [read_date(option, today=today, country=country).date for option in options]
    return options[days.index(day)] if day is not None and days.count(day) == 1 else None


def _by_year(options: Sequence[str], said: Said, today: date, country: str | None) -> str | None:
    """Of one day in two years the one that was, or the one to come: "last year", "it has not come yet"."""
    days = [read_date(option, today=today, country=country).date for option in options]
    dated = sorted(day for day in days if day is not None)
    if not are_a_year_apart(dated) or len(days) != 2 or not dated[0] <= today < dated[1]:
        return None
    past, ahead = dated
    years = {"this_year": today.year, "last_year": today.year - 1, "next_year": today.year + 1}
    for name, phrases in WHICH_YEAR.items():
        spans = phrases.spans(said)
        if not spans or said.left(spans, FILLERS | PREAMBLE):
            continue
        year = years.get(name, past.year if name == "was" else ahead.year)
        return next((o for o, day in zip(options, days, strict=True) if day is not None and day.year == year), None)
    return None


def _by_place(options: Sequence[str], said: Said, today: date, country: str | None) -> str | None:
    spans = [span for name in WHICH for span in WHICH[name].spans(said)]
    if len(options) < 2:
        # One date, of which it is not clear what it was the date of.
        return options[0] if options and WHICH["last"].within(said) and not said.left(spans, PREAMBLE) else None
    if not spans or [word for word in said.left(spans, PREAMBLE) if not is_date_word(word)]:
        return None
    option = _at_place(options, said, today, country)
    named = {_plain(word) for word in said.left(spans, PREAMBLE)}
    # "The more recent one, November": what is named is of the one that is meant.
    return option if option and named <= {_plain(word.text) for word in Said.of(option).words} else None


def _at_place(options: Sequence[str], said: Said, today: date, country: str | None) -> str | None:
    days = [read_date(option, today=today, country=country).date for option in options]
    dated = [day for day in days if day is not None]
    if len(dated) == len(options):
        if WHICH["earlier"].within(said) and not WHICH["first"].within(said):
            return options[days.index(min(dated))]
        if WHICH["later"].within(said) and not WHICH["last"].within(said):
            return options[days.index(max(dated))]
    for place, name in enumerate(("first", "second", "third")):
        if WHICH[name].within(said) and place < len(options):
            return options[place]
    return options[-1] if WHICH["last"].within(said) else None


def _plain(word: str) -> str:
    """One form for the ways to write a month, a day, a number or a unit."""
    count = ordinal(word) if word not in ("first", "second") else None
    if count is None:
        count = number(word)
    if count is not None:
        return str(count)
    return _MONTHS.get(word) or _DAYS.get(word) or MEANING.get(word, word)
