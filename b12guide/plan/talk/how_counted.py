"""How something was counted: the days from one to the other by their months, a figure that somebody else makes of it,
and two lengths held against each other. Nothing of the plan changes by it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from ..model import MONTH_NAMES, full_date
from ..reading.day_words import MONTHS
from ..reading.reader import read, read_date
from ..wording import listed, plural
from .days import later
from .days_apart import APART_OF, days_apart, last_had, named_days
from .dose_counted_from import DoseCountedFrom, asks_from_which, counted_base, counted_from, dose_meant, single_days
from .message import NUMBERS, SENTENCE, Said, number_of
from .move import Move
from .move_words import asks
from .outcome import Who
from .state import State

WORKED_OUT, FIGURE, LENGTHS, SINCE_AND_TO_GO = "worked_out", "figure", "lengths", "since_and_to_go"
_WORK = (
    r"(?:work(?:ed|ing)?(?: (?:it|that|this|them))?(?: out)?|count(?:ed|ing)?|calculat\w{1,4}|reckon\w{0,3}|figure\w?)"
)
_WORKING = re.compile(
    rf"\bhow (?:did|do|have|are|were) (?:you|u|ya) (?:{_WORK}|come (?:up with|to|by)|arrive|made?"
    r"|(?:get(?:ting)?|got|gotten)(?! (?:the )?\d))\b"
    rf"|\bhow (?:is|was|are|were) (?:it|that|this|they|those|the)\b[^.;!?]{{0,30}}\b(?:{_WORK})\b"
    rf"|\bshow(?: me| us)?(?: how)?(?: (?:the|your|that|it|you|was|is|it's|a|me)){{0,3}}"
    rf" (?:{_WORK}|sums?|maths?|arithmetic|got)\b"
    r"|\b(?:the|your) (?:workings?|sums?|arithmetic|maths?|calculations?)\b(?! (?:is|are|was|be) (?:wrong|off|right))"
    r"|\bcount (?:it|that|them) (?:out|up|through) (?:for me|by|month|again|slowly)\b",
    re.I,
)
_WORKING_OTHER = re.compile(
    r"\b(?:levels?|results?|scores?|mcg|micrograms?|amounts?|tablets?|pills?|blood|money|cost|price"
    r"|how much|loading)\b",
    re.I,
)
_N = rf"(?:\d{{1,3}}|an?|{'|'.join(NUMBERS)})"
_SPAN = re.compile(
    rf"\b(?P<n>{_N})[ -](?P<u>day|week|wk|month)s?\b(?:,? (?:and|n|&|plus) (?:an? )?(?P<over>{_N}) days?\b)?", re.I
)
_SURE_MAKE = (
    r"\b(?:i|we)(?:'m| am)? (?:still |only |always |just |keep |do ){0,2}(?:make|making|counted?|counting|reckon|figure"
    r"|come to|came to)(?: it| that| this| to be| out| as| at| only| just| about| exactly| is| it's| there are){0,4} $"
    r"|\bby my (?:count|counting|reckoning|sums?|maths?|calculations?|calendar|diary|fingers),?"
    r"(?: (?:it|that|this)(?:'s| is)?)?(?: only| just| about)? $"
)
_MAKES = re.compile(_SURE_MAKE, re.I)
# Beside a figure that was just given these say another one.
_BESIDE = re.compile(
    rf"{_SURE_MAKE}|\b(?:i|we) (?:get|got|have|had|thought)(?: it| that| it was| that was| only){{0,2}} (?:to )?$"
    r"|\b(?:should(?:n'?t| not)?|must|surely|isn'?t|more like|meant to|supposed to)(?: (?:it|that|this))?"
    r"(?: (?:be|be more like|it's|that's|is))? (?:just |only )?$",
    re.I,
)
_DAY = re.compile(
    rf"\b(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})\b"
    rf"|(?:{MONTHS})\b\.? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b)",
    re.I,
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_EVERY = re.compile(r"\b(?:every|each|once|apart|supply|late|early)\b", re.I)
# "I make it 2 months after 14 December" names another day to count from.
_ON_FROM = re.compile(r",? (?:after|from|before|on from|past|later)\b", re.I)
_HELD = re.compile(r"\b(?:same|equal|equals|or|identical|different|difference)\b", re.I)
_SINCE = re.compile(
    r"\b(?:how (?:long|far|many (?:days|weeks|months))|(?:days|weeks)(?= since\b))\b"
    r"[^.;?!]{0,45}?\b(?:ago|since|passed|gone by|back)\b",
    re.I,
)
_TO_GO = re.compile(
    r"\b(?:how (?:long|far|many)(?: more)?(?: (?:days|weeks|sleeps))?|(?:days|weeks)(?: (?:and|or) (?:days|weeks))?)\b"
    r"(?! (?:ago|since))[^.;?!]{0,40}?\b(?:to go|until|till?|to wait|left|away|before (?:the|my) next)\b",
    re.I,
)
_UNITS = {"wk": "week"}
_MOST_MONTHS = 9


def how_counted(text: str, state: State, who: Who) -> Move | None:
    """What of these a message asks or says, of a plan that is known."""
    if not state.ready(who.today):
        return None
    plain = text.replace("’", "'")
    told = read(plain, today=who.today, country=who.country).phases
    if asks_from_which(plain):
        return counted_from(plain, state, who)
    if told and tuple(told) != tuple(state.phases):
        return None
    return (
        _since_and_to_go(plain, state, who)
        or _up_to_today(plain, state, who)
        or _figure(plain, state, who)
        or _lengths(plain, state)
        or _worked_out(plain, state, who)
        or counted_from(plain, state, who)
    )


def asks_since_and_to_go(text: str) -> bool:
    """Whether it is asked how long ago the last one was, and how long it is to the next."""
    plain = text.replace("’", "'")
    since = _SINCE.search(plain)
    rest = f"{plain[: since.start()]} ; {plain[since.end() :]}" if since is not None else ""
    return since is not None and _TO_GO.search(rest) is not None


def without_since_and_to_go(text: str) -> str:
    """What a message tells beside that question."""
    parts = [part[0] for part in SENTENCE.finditer(text) if not (_SINCE.search(part[0]) or _TO_GO.search(part[0]))]
    return " ".join(part.strip() for part in parts)


def _since_and_to_go(plain: str, state: State, who: Who) -> Move | None:
    if not asks_since_and_to_go(plain) or last_had(state, who.today) is None:
        return None
    return Move("request", SINCE_AND_TO_GO, rest=(0, len(plain)))


def _up_to_today(plain: str, state: State, who: Who) -> Move | None:
    """How long it is from a day that is named to today, and no other one."""
    found = (
        days_apart(plain, state, who) if re.search(r"\b(?:to|until|till?|and) (?:today|now)\b", plain, re.I) else None
    )
    if found is None:
        return None
    return Move("request", APART_OF, found.value, rest=(0, len(plain)))


def _given(state: State, who: Who) -> tuple[date, date] | None:
    """The days between which was counted last; else from the last dose to the next."""
    if state.figure is not None:
        first, last = state.figure.split("/")
        return date.fromisoformat(first), date.fromisoformat(last)
    last_one, following = last_had(state, who.today), single_days(state, who, 1)
    return (last_one, following[0]) if last_one is not None and following else None


def _figure(plain: str, state: State, who: Who) -> Move | None:
    """Another figure than the one that was given: the days of that one, and what is made of it, "day/day|9w3d"."""
    days = _given(state, who)
    if days is None:
        return None
    made = _BESIDE if state.figure is not None else _MAKES
    said = [
        span
        for span in _SPAN.finditer(plain)
        if made.search(plain[: span.start()]) and not _ON_FROM.match(plain, span.end())
    ]
    if not said or _EVERY.search(plain):
        held = (
            [] if state.figure is None or not _HELD.search(plain) or _EVERY.search(plain) else [*_SPAN.finditer(plain)]
        )
        # "Is it 9 weeks and 3 days, or ten weeks?", of the figure that was just given.
        said = held if len(held) > 1 and asks(Said.of(plain)) and not re.search(r"\bsame\b", plain, re.I) else []
    if not said:
        return _other_day(plain, days, state, who)
    value = "|".join(["/".join(day.isoformat() for day in days), *(span[0] for span in said)])
    return Move("request", FIGURE, value, rest=(0, len(plain)))


def _other_day(plain: str, days: tuple[date, date], state: State, who: Who) -> Move | None:
    """Another day than the one that was counted, by somebody's own count: "by my reckoning it's 12 February"."""
    found = _DAY.search(plain)
    if found is None or not _MAKES.search(plain[: found.start()]):
        return None
    day = read_date(found[0], today=who.today, country=who.country, role="next").date
    if day is None or day <= days[0]:
        return None
    value = "|".join(["/".join(one.isoformat() for one in days), day.isoformat()])
    return Move("request", FIGURE, value, rest=(0, len(plain)))


def _lengths(plain: str, state: State) -> Move | None:
    """Two lengths of which one has weeks and days: "is 6 weeks and 1 day the same as 43 days?"."""
    spans = [*_SPAN.finditer(plain)]
    if len(spans) != 2 or not any(span["over"] for span in spans) or not _HELD.search(plain):
        return None
    if not asks(Said.of(plain)) or any(span["u"].lower() == "month" for span in spans):
        return None
    return Move("request", LENGTHS, "|".join(span[0] for span in spans), rest=(0, len(plain)))


def _worked_out(plain: str, state: State, who: Who) -> Move | None:
    """The two days between which the working is asked for."""
    shown = _WORKING.search(plain)
    if shown is None or _WORKING_OTHER.search(plain):
        return None
    days = named_days(plain, state, who) or _of_one(plain, state, who) or _given(state, who)
    if days is None or days[0] >= days[1]:
        return None
    return Move("request", WORKED_OUT, "/".join(day.isoformat() for day in days), rest=(0, len(plain)))


def _of_one(plain: str, state: State, who: Who) -> tuple[date, date] | None:
    """The day of the plan that is named, and the one that it is counted from."""
    dose = dose_meant(plain, state, who, None)
    base = counted_base(dose, state, who) if dose is not None else None
    return (base, dose) if base is not None and dose is not None else None


def by_months(first: date, last: date) -> Iterator[tuple[int, date]]:
    """How many days of each month lie behind one day, up to another."""
    day = first
    while day < last:
        following = day + timedelta(1)
        close = min(following.replace(day=calendar.monthrange(following.year, following.month)[1]), last)
        yield (close - day).days, close
        day = close


def _days_of(span: str, first: date) -> int | None:
    """How many days a length is, of months from a day on."""
    found = _SPAN.fullmatch(span)
    if found is None:
        return None
    unit = _UNITS.get(found["u"].lower(), found["u"].lower())
    day = later(first, (number_of(found["n"].lower()), unit))
    return (day - first).days + (number_of(found["over"].lower()) if found["over"] else 0) if day is not None else None


class HowCounted(DoseCountedFrom):
    """Says how it was counted."""

    def worked_out(self, value: str) -> list[str]:
        """`value`: two days with a slash."""
        first, last = (date.fromisoformat(day) for day in value.split("/"))
        self.state.figure = value
        step = self._step(first, last)
        days = (last - first).days
        months = list(by_months(first, last))
        if len(months) > _MOST_MONTHS:
            both = self.words("days_and_weeks", count=days, weeks=self._span(days))
            return [*step, self.words("worked_long", day=full_date(first), date=full_date(last), span=both)]
        parts = [f"{count} of {MONTH_NAMES[end.month - 1]}" for count, end in months]
        parts[0] = f"{plural(months[0][0], 'day')} of {MONTH_NAMES[months[0][1].month - 1]}"
        line = self.words("worked_out", day=full_date(first), dates=listed(parts), count=days, date=full_date(last))
        return [*step, line]

    def figure_doubted(self, value: str) -> list[str]:
        """`value`: the two days, and the lengths that somebody makes of it, with bars."""
        days, *spans = value.split("|")
        first, last = (date.fromisoformat(day) for day in days.split("/"))
        count = (last - first).days
        lengths = [(span, _days_of(span, first)) for span in spans if not _ISO.fullmatch(span)]
        named = [date.fromisoformat(span) for span in spans if _ISO.fullmatch(span)]
        right = any(length == count for _, length in lengths) or last in named
        opening = self.words("figure_right") if right and len(spans) == 1 else self.words("figure_again")
        both = self.words("days_and_weeks", count=count, weeks=self._span(count)) if count > 13 else self._span(count)
        between = self.words("gap_between", day=full_date(first), date=full_date(last), span=both)
        others = [
            self.words("so_long_after", span=_figures(span), day=full_date(first), date=full_date(first + timedelta(n)))
            for span, n in lengths
            if n is not None and n != count
        ]
        others += [
            self.words("gap_between", day=full_date(first), date=full_date(day), span=plural((day - first).days, "day"))
            for day in named
            if day != last
        ]
        return [opening, *self.worked_out(days)[-1:], between, *others]

    def lengths_held(self, value: str) -> list[str]:
        """`value`: two lengths with a bar."""
        spans = [_figures(span) for span in value.split("|")]
        counts = [_days_of(span, self.today) or 0 for span in value.split("|")]
        if counts[0] == counts[1]:
            return [self.words("figures_same", first=spans[0], span=spans[1], count=counts[0])]
        return [self.words("figures_differ", first=spans[0], count=counts[0], span=spans[1], total=counts[1])]

    def since_and_to_go(self, value: str) -> list[str]:
        """How long ago the last one was, and how long it is to the next."""
        last = last_had(self.state, self.today)
        if last is None:
            return []
        days = (self.today - last).days
        name = "since_last" if days else "since_last_today"
        lines = [self.words(name, span=self._span(days), date=full_date(last))]
        self.state.figure = f"{last.isoformat()}/{self.today.isoformat()}" if days else None
        if self.overdue:
            return [*lines, *self.late()]
        dose = next(iter(self.coming(1)), None)
        if dose is None:
            return [*lines, self.words("kept_none")]
        if dose.earliest <= self.today:
            return [*lines, *self.upcoming("next")]
        return [*lines, self.dose_line("days_until", dose, span=self._span((dose.earliest - self.today).days))]


def _figures(span: str) -> str:
    """A length in figures: "10 weeks"."""
    found = _SPAN.fullmatch(span)
    if found is None:
        return span
    unit = _UNITS.get(found["u"].lower(), found["u"].lower())
    said = plural(number_of(found["n"].lower()), unit)
    return f"{said} and {plural(number_of(found['over'].lower()), 'day')}" if found["over"] else said
