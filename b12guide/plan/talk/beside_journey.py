"""A day that is told by a journey of which the days are known: "the Friday before I go", "the day after we're back"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from ..dates.planner import next_doses
from ..model import MONTH_NAMES, WEEKDAY_NAMES, WEEKDAYS, full_date
from ..reading.day_words import WEEKDAY_WORDS
from .days_named_in import named_in
from .outcome import Who
from .state import State
from .told_spans import spans_told

# So many doses ahead the one in the way is looked for, and so far from it its new day is.
_AHEAD, _NEAR = 40, timedelta(days=21)
# Within so many days each day of a month comes.
_MONTHS = 63
_JOURNEY = (
    r"(?:the|my|our|her|his|their)"
    r" (?:trip|holiday|holidays|hols|vacation|journey|cruise|skiing|ski trip|break|week away)"
)
_WEEKDAY = rf"\b(?:the )?(?P<w>{WEEKDAY_WORDS}|day) (?:right |just |straight )?"
_BEFORE = re.compile(
    rf"{_WEEKDAY}before (?:(?:i|we|she|he|they) (?:go|goes|leave|leaves|fly|flies|set off|sets off|travel|travels)"
    rf"|{_JOURNEY})\b(?: (?:away|off|out))?",
    re.I,
)
_BEHIND = re.compile(
    rf"{_WEEKDAY}after (?:(?:i|we|she|he|they)(?:'m|'re|'s| am| are| is)?"
    rf" (?:back|home|get back|gets back|come back|comes back|return|returns)|{_JOURNEY})\b",
    re.I,
)


def with_day_by_journey(text: str, state: State, today: date) -> str:
    """`text` with the day that it tells by the one journey to come of which the days were told; as it is where there is
    none, or several."""
    spans = [span for span in state.spans if span[0] > today]
    if len(spans) != 1:
        return text
    (start, end), plain = spans[0], text.replace("’", "'")
    found = _BEFORE.search(plain)
    if found is not None:
        back = 1 if found["w"].lower() == "day" else (start.weekday() - _weekday(found["w"]) - 1) % 7 + 1
        return f"{plain[: found.start()]}{full_date(start - timedelta(back))}{plain[found.end() :]}"
    found = _BEHIND.search(plain)
    if found is not None:
        ahead = 1 if found["w"].lower() == "day" else (_weekday(found["w"]) - end.weekday() - 1) % 7 + 1
        return f"{plain[: found.start()]}{full_date(end + timedelta(ahead))}{plain[found.end() :]}"
    return _of_the_dose_then(plain, text, (start, end), state, today)


def with_day_behind_journey(text: str, state: State, today: date) -> str:
    """`text` with the month of the one day that the clinic set, told without it behind the days of a journey: "we're
    away 28 December to 13 February, the nurse says Thursday 18th" is the 18th of February."""
    plain = text.replace("’", "'")
    cue = _AGREED.search(plain)
    if cue is None or _NOT_AGREED.search(plain) or not state.ready(today):
        return text
    spans = [span for span in spans_told(plain[: cue.start()], state, Who(today)) if span[1] >= today]
    named = [one for one in named_in(plain) if one.start >= cue.end()]
    if len(spans) != 1 or len(named) != 1 or named[0].day is None or named[0].month is not None:
        return text
    (start, end), one = spans[0], named[0]
    numbered = replace(one, weekday=None)
    behind = next(day for n in range(1, _MONTHS) if numbered.fits(day := end + timedelta(n)))
    ahead = [day for n in range((start - today).days) if numbered.fits(day := today + timedelta(n))]
    if one.weekday is None and ahead:
        # It may be before the journey.
        return text
    if one.weekday is not None and behind.weekday() != one.weekday and any(one.fits(day) for day in ahead):
        return text
    assert state.anchor is not None
    coming = next_doses(state.phases, state.anchor, today=today, count=_AHEAD)
    then = [dose.earliest for dose in coming if start <= dose.earliest <= end]
    if not then or (then[0] != coming[0].earliest and len(then) > 1):
        # Of which dose it is, is not said.
        return text
    if then[0] != coming[0].earliest and one.weekday in (None, behind.weekday()):
        return f"they moved {full_date(then[0])} to {full_date(behind)}"
    weekday = f"{WEEKDAY_NAMES[one.weekday]} " if one.weekday is not None else ""
    dated = f"{weekday}{behind.day} {MONTH_NAMES[behind.month - 1]} {behind.year}"
    return f"{text[: one.start]}{dated}{text[one.end :]}"


# "Doctor is ok for Tuesday 22nd, kindly shift that one only": of the dose that the journey is in the way of.
_THAT_ONE = re.compile(
    r"\b(?:that (?:one|jab|shot|injection|dose)|only that|instead|shift|moved?|swap|change[ds]?|the one (?:then"
    r"|that week"
    r"|on those days|in the way))\b",
    re.I,
)
_AGREED = re.compile(
    r"\b(?:(?:doctor|dr|doc|nurse|clinic|surgery|gp|hospital|practice|they|she|he)(?:'s|'re| is| are|'ve| has| have)?"
    r"(?: (?:now|all|also|just|only|perfectly|quite)){0,2} (?:ok(?:ay)?|fine|happy|agree[sd]?|says?|said|gave"
    r"|given|offered|offers"
    r"|booked|put|moved|changed|can do|will do|did|confirmed))\b",
    re.I,
)
_NOT_AGREED = re.compile(r"\?|\b(?:if|whether|ask|asked|want|wish|hope|would like|had|was given|every|each)\b", re.I)


def _of_the_dose_then(plain: str, text: str, span: tuple[date, date], state: State, today: date) -> str:
    """`text` as the move of the one dose on the days of a journey, to the one other day that it names."""
    if not (_THAT_ONE.search(plain) and _AGREED.search(plain)) or _NOT_AGREED.search(plain) or state.anchor is None:
        return text
    if not state.ready(today):
        return text
    coming = next_doses(state.phases, state.anchor, today=today, count=_AHEAD)
    days = [dose.earliest for dose in coming if dose.earliest == dose.latest]
    then, named = [day for day in days if span[0] <= day <= span[1]], named_in(plain)
    if len(then) != 1 or len(named) != 1:
        return text
    day = named[0].ahead(today, then[0])
    if day is None or day in days or abs(day - then[0]) > _NEAR:
        return text
    return f"they moved {full_date(then[0])} to {full_date(day)}"


def _weekday(word: str) -> int:
    return WEEKDAYS.index(word[:3].lower())
