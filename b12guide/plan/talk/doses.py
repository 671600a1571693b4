"""What a message tells of single doses: one that was given, how the clinic counts on from it, how a course ends."""

from __future__ import annotations

import re
from datetime import date

from ..dates.planner import next_doses
from ..model import Question
from ..reading.lexer import lex
from ..reading.reader import read
from .coming_day import coming_day, shown_day
from .days import given_day, had_moved, without_departure
from .facts import Told, to_come
from .message import SENTENCE, Said, is_date_word
from .move_words import COUNTED, FILLERS, GAVE, PART_ENDS, PREAMBLE, SAME, WORDS, asks
from .state import CONFIRM, State

_GAP = re.compile(
    r" (?P<n>\d{1,3}) (?P<u>day|week|month) (?:until|to|before|and then|for|then)"
    r"(?: it's| its)?(?: my| the)? (?:next|again)\b"
    # "Again in 4 weeks", "come back 4 weeks from today", "next in 4 weeks".
    r"| (?:again|back|next(?: 1| one)?|return)(?: (?:is|it's|in|after|exactly)){0,8}"
    r" (?P<n2>\d{1,3}) (?P<u2>day|week|month)\b"
    r"(?! ago)"
)
_FITTED_IN = re.compile(r"\b(?:fitted|squeezed|slotted) (?:me|us|him|her|mum|dad)? ?in\b", re.I)
_AT = re.compile(
    r"\b(?:at |about |around |just )?(?:(?:half|quarter) (?:past|to) )?(?:\d{1,2}(?:[:.]\d\d)?|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|noon)\s?(?:a\.?m\b|p\.?m\b|o'? ?clock\b|hrs\b|ish\b|(?=\W*$))",
    re.I,
)
# "So the daily ones finish 8 June".
_FINISHES = re.compile(
    r"\b(?:daily|dailies|weekly|weeklies|ones|course|loading|it|part|jabs|shots|injections)"
    r"(?: (?:part|bit|ones|jabs|shots|injections|now|then|will|would)){0,2} (?:finish(?:es)?|ends?) (?:on )?(?=\S)",
    re.I,
)
# "They only do the B12 on Tuesdays now": what is done there tells of no dose.
_DONE_THERE = re.compile(
    r"\b(?:they|she|he|we|nurses?|clinics?|surgery|practice)(?: (?:only|just|now|always|still|never)){0,2} (?:do|does"
    r"|give|gives)(?: (?:only|the|their|all|my|our|your|her|his)){0,2}"
    r" (?:b-?12s?|jabs?|jags?|injections?|shots?|it|them|these|those|any|mine)\b",
    re.I,
)
_UNITS = {"day": "days", "week": "weeks", "month": "months"}
_FROM_DUE = re.compile(r" from (?:when it was |the )?(?:due|original|planned|old|first)\b")
_KEEPS_DATES = re.compile(
    r"\b(?:keep|keeps|keeping|stick|sticks|sticking|stay|carry on|go)(?: (?:to|with|by|on))?"
    r" (?:the |my |her |his |all the )?(?:original|old|planned|usual|first) (?:dates?|days?|plan|schedule)\b",
    re.I,
)
# "Do not count from the 19th": then from the other of the two.
_NOT_FROM = re.compile(
    r"\b(?:not|n't|never|dont|don t)(?: to)?(?: be)? (?:count|counted|counting|go|going)(?: on)? from\b", re.I
)
_FROM_GIVEN = re.compile(
    r" from (?:(?:the |that )?(?:day|date|time)?(?: ?(?:that|when))? ?(?:i|she|he|they|we|it was)"
    r" (?:had|got|have|gave|given|did)"
    r"|then\b|that (?:day|1)\b|this 1\b)"
)


def given_in(said: Said, state: State, *, today: date, country: str | None) -> Told | None:
    """A dose that was given, with its day and, where it was told, how long it is until the next one.

    The value is the day in ISO 8601, then a slash and the gap ("8 weeks"), then a slash and "instead" where it took
    the place of the one that was planned.
    """
    said = Said.of(_DONE_THERE.sub(" ", without_departure(said.text)))
    told = _telling(said)
    words = {word.text for word in told.words}
    if (
        had_moved(told.text)
        or not GAVE.within(told)
        or words & WORDS["not_given"]
        or (asks(told) and told.text == said.text)
    ):
        return None
    named = [m.date for m in read(said.text, today=today, country=country).dates if m.role == "last"]
    day = named[0] if len(set(named)) == 1 else given_day(said.text, today=today, country=country)
    day = day if day is not None else _due_today(said, state, today)
    if day is None or isinstance(day, Question) or day > today or _fits_ahead(said, day, state, today):
        return None
    gap = _GAP.search(lex(said.text).canon)
    length = f"{gap['n'] or gap['n2']} {_UNITS[gap['u'] or gap['u2']]}" if gap else ""
    return Told("given", f"{day.isoformat()}/{length}/{'instead' if words & WORDS['instead'] else ''}")


def _fits_ahead(said: Said, day: date, state: State, today: date) -> bool:
    """Whether "they squeezed me in on the 25th" is one to come: that 25th lies nearer to the day when one is due."""
    shown = shown_day(state, today) if state.ready(today) and _FITTED_IN.search(said.text) else None
    ahead = coming_day(said.text, today=today, shown=shown).days if shown is not None else ()
    return shown is not None and bool(ahead) and abs(ahead[0] - shown) < abs(day - shown)


def _due_today(said: Said, state: State, today: date) -> date | None:
    """Today, where one is due today alone and a message tells that it was had, with no day and at most its time: "ok
    had it, 11 o'clock"."""
    if not state.ready(today) or state.anchor is None or state.about not in (None, CONFIRM):
        return None
    coming = next_doses(state.phases, state.anchor, today=today, count=1)
    if not coming or not coming[0].earliest == coming[0].latest == today:
        return None
    plain = Said.of(_AT.sub(" ", said.text))
    light = FILLERS | PREAMBLE | WORDS["had_it"]
    return today if not plain.left(GAVE.spans(plain), light) else None


def _telling(said: Said) -> Said:
    """The message without sentences that tell of no dose: what weighs nothing, and what asks for the next one."""
    parts = [Said.of(part[0]) for part in SENTENCE.finditer(said.text)]
    kept = [part for part in parts if GAVE.within(part) or (not asks(part) and _weighs(part))]
    return Said.of(" ".join(part.text for part in kept)) if len(kept) < len(parts) else said


def _weighs(part: Said) -> bool:
    return bool(part.left([], FILLERS)) or any(is_date_word(word.text) for word in part.words)


def counted_in(said: Said, state: State, *, today: date, country: str | None) -> Told | None:
    """From which of the two days the clinic counts on: the one it was due, or the one it was given; or that this is
    asked ("two_ways")."""
    if state.anchor is None:
        return None
    if state.due_was is None:
        return _counts_so(said, state)
    if not asks(said) and _KEEPS_DATES.search(said.text):
        return Told("count_from", "due")
    if not asks(said) and SAME.within(said):
        return Told("count_from", "given")
    if not COUNTED.within(said):
        return None
    # "From the 22nd. So when is it?": what is asked beside it leaves that no question.
    telling = [part for match in SENTENCE.finditer(said.text) if COUNTED.within(part := Said.of(match[0]))]
    said = telling[0] if len(telling) == 1 else said
    canon = lex(said.text).canon
    due, given = _FROM_DUE.search(canon) is not None, _FROM_GIVEN.search(canon) is not None
    for words in re.findall(r" from ((?:the )?\S+(?: \S+)?)", canon):
        day = given_day(f"it was {words}", today=today, country=country)
        number = re.match(r"(?:the )?(\d{1,2})th", words)
        due = due or day == state.due_was or bool(number and int(number[1]) == state.due_was.day)
        given = given or day == state.anchor.date or bool(number and int(number[1]) == state.anchor.date.day)
    if due != given and _NOT_FROM.search(said.text.replace("’", "'")):
        due, given = given, due
    if (due and given) or asks(said) or "or" in {word.text for word in said.words}:
        return Told("two_ways", "")
    return Told("count_from", "due" if due else "given") if due or given else None


def _counts_so(said: Said, state: State) -> Told | None:
    """That the clinic counts from the day of the last one, of a plan that was read back counted from it."""
    if state.about != CONFIRM or state.anchor is None or state.anchor.kind != "last" or asks(said):
        return None
    counts = COUNTED.within(said) and _FROM_GIVEN.search(lex(said.text).canon) and not any(map(str.isdigit, said.text))
    return Told("counts_so", "") if counts else None


def ends_in(said: Said, state: State, *, today: date, country: str | None) -> Told | None:
    """The day to come on which the part with an end has its last dose, as the clinic says."""
    if (
        not (PART_ENDS.within(said) or _FINISHES.search(said.text))
        or asks(said)
        or not any(phase.bounded for phase in state.phases)
    ):
        return None
    day = to_come(said, today=today, country=country)
    return Told("part_ends", day.isoformat()) if day is not None else None
