"""The day on which a part of a plan ends: "daily finish 8 June", "every other day until the 8th of June"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..dates.schedule import runs
from ..model import MONTH_NAMES, Anchor, DateReading, Phase, Question, Reading
from .assemble import TWO_ENDS
from .day_words import DAY_NUMBER, MONTH_PLACES, MONTHS, NTH, WEEKDAY_WORDS

_DATE = (
    rf"(?:the )?(?:(?:{WEEKDAY_WORDS})\b,? (?:the )?)?(?:{DAY_NUMBER}(?: of)? (?:{MONTHS})\b|(?:{MONTHS})\b\.?"
    rf" (?:the )?{DAY_NUMBER}(?!\d))(?:,? 20\d\d\b)?|(?:the )?(?:{WEEKDAY_WORDS})\b,? (?:the )?{NTH}\b|20\d\d-\d\d-\d\d"
)
# What happens on the day: "until my review on Monday 14 December", "until I see the consultant, 14 December".
_EVENT = (
    r"(?: (?:my|the|our|her|his|their|a|an|next|i|we|she|he|they|it's|its) (?!(?:last|first|next one)\b)"
    r"(?:(?!(?:then|and|but|every|each|or)\b)[a-z'’-]{1,15} ){0,6}?(?:[a-z'’-]{2,15})"
    r"(?:,? (?:is|on|of|which is|that is|that's|at)(?: on)?|,))?"
)
# "Until the end of March".
_MONTH_END = rf"(?:the )?(?:very )?end of (?P<month>{MONTHS})\b\.?(?:,? (?P<year>20\d\d))?"
_OF_MONTH_END = re.compile(_MONTH_END, re.I)
_END = re.compile(
    rf"\b(?:(?:until|untill|till?|'til|up (?:to|until|till)|through(?: to)?|thru|(?:and )?(?:it |they |to )?"
    rf"(?:finish(?:es|ing)?|end(?:s|ing)?|stop(?:s|ping)?))(?: (?:and )?incl(?:uding|usive)?(?: of)?)?"
    rf"(?:{_EVENT})(?: (?:on|by))?"
    rf"|\bfrom (?:{_DATE})(?P<to> (?:to|-|until|till?|through)))\s{{1,3}}"
    rf"(?P<day>{_DATE}|{_MONTH_END.replace('?P<month>', '?:').replace('?P<year>', '?:')})(?! ?(?:or|/|-)\s?\d)",
    re.I,
)
# "The last one of those is the 13th of March": the same, told of the dose.
_LAST_ONE = re.compile(
    r"\b(?:last|final)(?: (?:one|jab|jag|shot|dose|injection|needle|of|those|them|these|the"
    r"|loading|weekly|daily|lot|ones)){0,5}(?P<is>(?:'s| is| will be| being| falls| should be| comes))?"
    rf"(?:,? on| for|:| -|,)?\s{{1,3}}(?P<day>{_DATE}|(?:{WEEKDAY_WORDS})\b(?:,? (?:the )?{NTH}\b)?|the {NTH}\b)"
    r"(?! ?(?:or|/|-)\s?\d)",
    re.I,
)
_WILL_BE = re.compile(r"\b(?:will|falls|should|comes)\b", re.I)
# "Every month on the last Monday", "the last Monday of each month": which one it is each month.
_OF_MONTH = re.compile(
    rf"\bmonth\w*,? (?:on )?the last (?:{WEEKDAY_WORDS})\b"
    rf"|\blast (?:{WEEKDAY_WORDS}) (?:of|in) (?:the|each|every|a|any) month",
    re.I,
)
_OF_THEM = re.compile(r"\bof (?:those|them|these|the)\b", re.I)
# How often, straight before the end, whatever stands before it: "had the first today, every other day until 8 June".
_OFTEN_BEFORE = re.compile(
    rf"\b(?:(?:every|each) (?:{WEEKDAY_WORDS})|on (?:{WEEKDAY_WORDS})s)[\s,]*$"
    r"|\b(?:(?:every|each|alternate)(?: single)?(?: (?:other|\w{3,6}))? (?:days?|weeks?)|daily|weekly|fortnightly"
    r"|once a week|once a day)[\s,]*$",
    re.I,
)
# "It runs until", "this goes on until": of the part that was told before, in whatever sentence.
_RUNS = re.compile(
    r"(?:\b(?:and|it|this|that|they|which|these|those|all|plan|course|it all) )?(?:(?:will|should|is to|to|just) ){0,2}"
    r"\b(?:runs?|running|goes on|go on|going on|carr(?:y|ies|ying) on|continu(?:e|es|ing)|lasts?"
    r"|keeps? (?:going|on|it up)|keeping (?:going|on|it up)) ?$",
    re.I,
)
_NONE_MISSED = re.compile(
    r"\b(?:none|no (?:doses?|jabs?|injections?|ones?))(?: (?:were|was|have been|been))? missed\b"
    r"|\b(?:missed none|no misses"
    r"|(?:not|never|haven'?t|hasn'?t|didn'?t) (?:yet )?miss(?:ed)?(?: (?:any|one|a single one))?)",
    re.I,
)
# What says that none is had until then, or that the part is over.
_NOT_AN_END = re.compile(
    r"\b(?:next|due|not|isn'?t|ain'?t|won'?t|can'?t|cannot|couldn'?t|away|nothing|none|no|wait(?:ing)?|off|holiday"
    r"|was|were|been|used to|had|shut|closed|ill|sick|booked|appointment)\b[^.;!?]*$",
    re.I,
)
_SENTENCE_END = re.compile(r"[.;!?]+(?=\s|$)|\n")
# Only doses so close together, in days, are had until a day.
_CLOSE = 14
_IN_DAYS = {"d": 1, "wk": 7, "mo": 31, "a": 366}
# A day has been, where it is so many days ago and the next one is further off than half a year.
_JUST_BEEN, _FAR = 92, 183


@dataclass(frozen=True)
class LastDay:
    """`day`: the end; `place`: where its words begin. `rest`: the text with blanks in their place; `sentence`: of that
    the sentence that tells of the end; `told`: as the day of a dose, by its `weekday` alone or
    not; `runs`: as that on which all that was told goes on no more."""

    day: date
    place: int
    rest: str
    sentence: str
    told: bool = False
    weekday: bool = False
    runs: bool = False


def last_day(text: str, today: date, read_day: Callable[[str], DateReading]) -> LastDay | None:
    """The end that a text tells of; None where it tells of none, or of several. `read_day` reads a day to come."""
    found = [*_END.finditer(text)]
    if not found:
        return _last_one(text, today, read_day)
    before = _NONE_MISSED.sub(" ", text[: found[0].start()])
    runs = _RUNS.search(text[: found[0].start()].rstrip() + " ")
    if runs is not None:
        before = before[: -len(runs[0].strip())].rstrip()
        before = before if _OFTEN_BEFORE.search(before) else ""
    if len(found) != 1 or (_NOT_AN_END.search(before) and not _OFTEN_BEFORE.search(before)):
        return None
    match = found[0]
    told = _read_end(match["day"], read_day)
    if told.date is None or not told.only:
        return None
    day = told.date
    if not re.search(r"20\d\d", match["day"]):
        earlier = day - relativedelta(years=1)
        fits = not re.search(rf"\b(?:{WEEKDAY_WORDS})\b", match["day"], re.I)
        if fits and (today - earlier).days <= _JUST_BEEN and (day - today).days > _FAR:
            day = earlier
    # "From 1 June to 8 June": the start stays as it is told.
    start = match.start("to") if match["to"] else match.start()
    end = _end_at(text, day, min(start, runs.start()) if runs else start, match.end())
    return replace(end, runs=runs is not None)


def _read_end(words: str, read_day: Callable[[str], DateReading]) -> DateReading:
    """A day, or the last one of a month."""
    found = _OF_MONTH_END.fullmatch(words)
    if found is None:
        return read_day(words)
    place = MONTH_PLACES[found["month"].lower()]
    year = str(int(found["year"]) + place // 12) if found["year"] else ""
    told = read_day(f"1 {MONTH_NAMES[place % 12]} {year}".strip())
    return replace(told, date=told.date - timedelta(1)) if told.date is not None else told


def _end_at(text: str, day: date, start: int, end: int, *, told: bool = False) -> LastDay:
    rest = text[:start] + " " * (end - start) + text[end:]
    sentence = _SENTENCE_END.split(rest[:start])[-1] + _SENTENCE_END.split(rest[start:])[0]
    return LastDay(day, start, rest, sentence, told)


def _last_one(text: str, today: date, read_day: Callable[[str], DateReading]) -> LastDay | None:
    """The day to come of the last dose of a part. With no word that says so, a last one has been."""
    found = [*_LAST_ONE.finditer(text)]
    if len(found) != 1 or "?" in text[found[0].end() : found[0].end() + 1]:
        return None
    match = found[0]
    told, name = read_day(match["day"]), match["day"].lower()
    alone = told.date is None and re.fullmatch(WEEKDAY_WORDS, name) is not None
    if any(one.start() < match.end() and match.start() < one.end() for one in _OF_MONTH.finditer(text)):
        return None
    # A weekday alone is the next one of them, or that of the week after.
    ahead = [today + timedelta(days) for days in range(1, 8)]
    day = next((one for one in ahead if f"{one:%a}".lower() == name[:3]), None) if alone else told.date
    says_so = _WILL_BE.search(match[0]) or _OF_THEM.search(match[0]) or re.search(r"\bfirst\b", text, re.I)
    if day is None or not 0 < (day - today).days <= _JUST_BEEN or not says_so:
        return None
    end = _end_at(text, day, match.start(), match.end(), told=True)
    return replace(end, weekday=alone)


def with_end(reading: Reading, end: LastDay, before: Reading) -> Reading | None:
    """The reading of the rest, with the end at the part that it was told behind; None where no part can have it."""
    place = max(len(before.phases) - 1, 0)
    if place >= len(reading.phases):
        return None
    phase = reading.phases[place]
    gap = phase.period * _IN_DAYS[phase.unit] / phase.frequency
    if end.told and phase.bounded:
        return _bounded_twice(reading, end, phase)
    if end.weekday or phase.bounded or phase.until is not None or phase.period_max is not None or gap > _CLOSE:
        return None
    ended: Phase = replace(phase, kind="loading", ends=end.day.isoformat())
    phases = (*reading.phases[:place], ended, *reading.phases[place + 1 :])
    later = [replace(one, kind="maintenance") if i > place and not one.bounded else one for i, one in enumerate(phases)]
    dates = reading.dates
    if len(dates) == 1 and dates[0].role == "unknown" and dates[0].date <= end.day:
        # "From 1 June until 8 June": with its end told, the other day is the first one.
        dates = (replace(dates[0], role="first"),)
    return replace(reading, phases=tuple(later), dates=dates)


def _bounded_twice(reading: Reading, end: LastDay, phase: Phase) -> Reading:
    """The reading, where the last day of a part of so many doses is told too; which holds is asked if they differ."""
    days = {mention.role: mention.date for mention in reading.dates}
    if "first" not in days or "last" in days:
        return reading
    run = next(iter(runs((phase,), Anchor("first", days["first"]))), None)
    same = {end.day, end.day + timedelta(7)} if end.weekday else {end.day}
    if run is None or not run.count or same & set(run.at(run.count - 1)):
        return reading
    return replace(reading, status="ask", questions=(*reading.questions, Question("count", TWO_ENDS)))
