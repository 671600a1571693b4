"""Doses of a course that were not given, told by their day: "skipped the 15th". Each keeps its place in the course, is
never counted as given, and whether one is added for it is the clinic's to say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from ..dates.schedule import runs
from ..model import Anchor
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.reader import read, read_date
from .outcome import Who
from .state import State

_DAY = (
    rf"(?:(?:on |for )?(?:the )?(?:(?:{WEEKDAY_WORDS})\b,? ?)?(?:the )?(?:(?P<d{{0}}>\d{{{{1,2}}}}){NTH_END}?(?: of)? "
    rf"(?P<m{{0}}>{MONTHS})\b"
    rf"|(?P<n{{0}}>{MONTHS})\b\.? (?:the )?(?P<e{{0}}>\d{{{{1,2}}}}){NTH_END}?(?!\d)"
    rf"|(?P<f{{0}}>\d{{{{1,2}}}}){NTH_END}\b)|(?:on )?(?:the |my )?(?P<w{{0}}>(?:last |this "
    rf")?(?:{WEEKDAY_WORDS})\b|yesterday|yday|yest))"
)
_ONE = r"(?:(?:the |my |that |a )?(?:one|jab|jag|shot|injection|dose|appointment|it) ?)?"
_NOT_HAD = (
    r"(?:skipped|missed|forgot|didn'?t (?:have|get|go|make|take|do)|did not (?:have|get|go|make|take|do)"
    r"|couldn'?t (?:have|get|make|go)|could not (?:have|get|make|go)|never (?:had|got|went)"
    r"|(?:all|every one|each one)(?: of them)?,? (?:but|except|apart from|bar))"
)
_DOSE = r"(?:one|jab|jag|shot|injection|dose|needle)"
_THING = rf"(?:['’]?s)?(?: {_DOSE})\b"
_GONE_BY = (
    r"(?:['’]?s)?(?: (?:one|jab|jag|shot|injection|dose|needle))?(?:,? (?:(?:was|is|has been) ){0,2}(?:not "
    r"given|not had|never given|wasn'?t given|(?:did(?:n'?t"
    r"| not)|never) (?:happen(?:ed)?|t(?:ake|ook) place|go ahead|went ahead))"
    r"| (?:(?:was|got|i|we|she|he) ){1,2}(?:missed|skipped|forgot(?:ten)?)(?! (?:the|my|it|on)\b))"
)
# "Was poorly on Wednesday so I didn't go": why, the day, and that nobody went.
_SO_NOT = (
    r"(?: (?!so\b|and\b|but\b|had\b|got\b)[a-z']{1,12}){0,4},? (?:so|and|but) (?:i |we |she |he )?"
    r"(?:didn'?t|did not|couldn'?t|could not|never)"
    r" (?:go|went|make it|have it|had it|get it|got it|turn up|get there|bother)(?: (?:in|for it|there"
    r"|again))?(?: (?:that day|on the day|then))?"
    r"(?=\W*$|\s*[.,;!?\n]|,? (?:and|so|but|for (?:it|my|the)"
    r"|to (?:the |my )?(?:clinic|surgery|appointment|nurse|doctors?|gp))\b)"
)
_SKIPPED = re.compile(
    rf"(?:\b(?:i|we|she|he|and|but|only|just|have|has|ve|'ve) ){{0,4}}\b{_NOT_HAD} {_ONE}{_DAY.format(1)}(?:{_THING})?"
    rf"|(?:\bno,? )?\b{_DAY.format(2)}{_GONE_BY}\b"
    # "So no Friday one", "there was none on the 14th".
    rf"|\b(?:so |there was |and |but ){{0,2}}(?:no {_DAY.format(3)}{_THING}|(?:none|nothing|no {_DOSE}) "
    rf"{_DAY.format(4)})"
    rf"|\b{_DAY.format(5)}{_SO_NOT}"
    rf"(?! (?:yet|booked|spare))",
    re.I,
)
# Told once, such a day is named again: "from the first, not the 15th".
_NOT = re.compile(rf",? (?:and |but )?not {_DAY.format(1)}", re.I)


@dataclass(frozen=True)
class Skips:
    """`days` without a dose, and the `rest` of the message, of the same length."""

    days: tuple[date, ...]
    rest: str

    @property
    def value(self) -> str:
        """The days in ISO 8601, a slash between two."""
        return "/".join(day.isoformat() for day in self.days)


_SUPPOSES = re.compile(r"\b(?:if|suppose|supposing|unless|should|might|may|nearly|almost|never)\b", re.I)
# A dose that was had, straight before a day.
_TOLD_HAD = re.compile(r"\b(?:had|got|did|done|given) (?:it|mine|one|hers|his|(?:my|the|a) \w+),? $", re.I)
# So far back a day without its year is looked for.
_MONTHS_BACK = 12


def skipped_days(text: str, *, today: date, known: Sequence[date] = ()) -> tuple[tuple[date, ...], str]:
    """The days of doses that a message says were not given, and the message with spaces in the place of that."""
    plain = text.replace("’", "'")
    days: list[date] = []
    for pattern in (_SKIPPED, _NOT):
        for match in pattern.finditer(plain):
            day = _day(match, today)
            if match.re is _SKIPPED and _TOLD_HAD.search(plain[max(0, match.start() - 30) : match.start()]):
                # "Had it yesterday, so I didn't go".
                continue
            if day is None or _only_supposed(plain, match) or (pattern is _NOT and day not in known):
                continue
            days.append(day)
            text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return tuple(dict.fromkeys(days)), text


def _only_supposed(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence about a day asks, or supposes something."""
    start = max(text.rfind(mark, 0, match.start()) for mark in ".;!?\n") + 1
    ends = [place for mark in ".;!?\n" if (place := text.find(mark, match.end())) >= 0]
    end = min(ends, default=len(text))
    return text[end : end + 1] == "?" or _SUPPOSES.search(text, start, match.start()) is not None


def told_skips(state: State, text: str, who: Who) -> Skips | None:
    """What a message tells of doses that were not given, where a course with an end is known or told; None else."""
    days, rest = skipped_days(text, today=who.today, known=state.skipped)
    if not days:
        return None
    parts = read(rest, today=who.today, country=who.country).phases or state.phases
    return Skips(days, rest) if any(part.bounded for part in parts) else None


def note_skips(state: State, told: Skips | str, who: Who) -> None:
    """Keep the days without a dose as long as the course is not counted from one that was given."""
    days = skipped_days(told, today=who.today)[0] if isinstance(told, str) else told.days
    if days and not state.countable(who.today):
        _take_back(state, days)
    if state.anchor is not None and state.anchor.kind == "last" and state.phases:
        # Those before the last one have no place in what is counted from it; one after it was due and not had.
        days = tuple(day for day in days if day > state.anchor.date)
    state.skipped = tuple(sorted({*state.skipped, *days}))


def _take_back(state: State, days: Sequence[date]) -> None:
    """A day that was taken for that of the last dose, and on which none was had: the one before it in the log is the
    last one, and where there is none, it is asked for."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or anchor.date not in days:
        return
    state.given = tuple(dose for dose in state.given if dose.day not in days)
    before = max((dose.day for dose in state.given if dose.sure and dose.day < anchor.date), default=None)
    state.settle("count")
    state.settle("phase")
    state.anchor = Anchor("last", before) if before is not None else None
    state.answered()


def _day(match: re.Match[str], today: date) -> date | None:
    """The latest such day that has been."""
    found = match.groupdict()
    if named := next((value for name, value in found.items() if name[0] == "w" and value), None):
        named = "yesterday" if named.lower() in ("yday", "yest") else named
        return read_date(f"had it {named}", today=today).date
    month = next((MONTH_PLACES[value.lower()] for name, value in found.items() if name[0] in "mn" and value), None)
    number = next((int(value) for name, value in found.items() if name[0] in "def" and value), 0)
    for back in range(_MONTHS_BACK):
        start = today.replace(day=1) - relativedelta(months=back)
        if month in (None, start.month):
            try:
                day = start.replace(day=number)
            except ValueError:
                continue
            if day <= today:
                return day
    return None


def planned_skips(state: State, today: date) -> list[date]:
    """Those of the days that were said not to be given on which a course counted from its first dose has one."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "first" or not state.countable(today) or not state.phases[0].bounded:
        return []
    first = next(iter(runs(state.phases, anchor)))
    planned = {first.at(place)[0] for place in range(first.before(today))}
    return sorted(day for day in state.skipped if day in planned)


def settle_skips(state: State, today: date) -> None:
    """Count a course on from the latest dose that was given, where the only ones missed are known by their days."""
    skips, anchor = planned_skips(state, today), state.anchor
    if not skips or anchor is None:
        return
    first = next(iter(runs(state.phases, anchor)))
    given = [day for day in (first.at(place)[0] for place in range(first.before(today))) if day not in skips]
    if given and given[-1] in {dose.day for dose in state.given}:
        take_up_to(state, given[-1], today)


def take_up_to(state: State, day: date, today: date) -> bool:
    """Every dose of a course up to a day was given but those that are known to be missed; False where the day is none
    of them."""
    skips, anchor = planned_skips(state, today), state.anchor
    if not skips or anchor is None:
        return False
    first = next(iter(runs(state.phases, anchor)))
    planned = [first.at(place)[0] for place in range(first.up_to(day))]
    if not planned or planned[-1] != day or day in skips:
        return False
    for each in planned:
        if each not in skips:
            state.note(each, loading=first.phase.kind == "loading")
    state.count_from(Anchor("last", day, first.index, len(planned), month_day=first.kept_day(day)))
    state.had = None
    return True


def take_all_but_skips(state: State, today: date) -> bool:
    """Every dose of a course that was due by now was given but those that are known to be missed."""
    skips, anchor = planned_skips(state, today), state.anchor
    if not skips or anchor is None:
        return False
    first = next(iter(runs(state.phases, anchor)))
    given = [day for day in (first.at(place)[0] for place in range(first.before(today))) if day not in skips]
    return bool(given) and take_up_to(state, given[-1], today)


def run_on(state: State, today: date) -> tuple[date, list[date]] | None:
    """Of a course on several fixed days of the week whose latest doses were said not to be given: the day on which it
    runs on, and the days that were missed. None where any other dose is late, or nothing is."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or anchor.ends_phase or not state.ready(today):
        return None
    index = anchor.phase or 0
    if not state.phases[index].bounded or len(state.phases[index].days_of_week) < 2:
        return None
    run = next((run for run in runs(state.phases, anchor) if run.index == index), None)
    past = run.before(today) if run is not None else 0
    if run is None or not past or not anchor.done or (run.count is not None and past >= run.count):
        return None
    missed = [run.at(place)[0] for place in range(past)]
    return (run.at(past)[0], missed) if all(day in state.skipped for day in missed) else None


def logged_up_to(state: State, day: date) -> int:
    """How many doses of the course are in the log, up to a day."""
    return sum(1 for dose in state.given if dose.sure and dose.day <= day and dose.loading is not False)


def not_in_place(state: State) -> int:
    """How many of the days without a dose have a place among those of the course that count as behind. Where it is
    counted by the doses that were told of, none has."""
    anchor = state.anchor
    if anchor is None or (anchor.done or 0) <= logged_up_to(state, anchor.date):
        return 0
    return len(skipped_so_far(state))


def skipped_so_far(state: State) -> list[date]:
    """The days without a dose that lie in the course up to the one that the plan is counted from."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or not anchor.done:
        return []
    if anchor.phase is None or not state.phases[anchor.phase].bounded or anchor.ends_phase:
        return []
    return [day for day in state.skipped if day <= anchor.date]
