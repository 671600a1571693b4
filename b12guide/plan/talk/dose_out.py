"""A dose that was told of these days and is taken back in other words than its day's: "scrap what I said for today", "I
tell a lie, the nurse was off". It leaves the log; and whether something is out is answered by what is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ..model import WEEKDAYS, full_date
from ..reading.day_words import FULL_WEEKDAYS
from ..reading.reader import read, read_date
from .asked_days import days_asked
from .booked_out import noted_days
from .message import SENTENCE, Said
from .move import Move, place_of
from .outcome import Outcome, Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .templates import Wording
from .view import View

IS_OUT = "is_out"
_DROP = (
    r"(?:scrap|scratch|forget|ignore|strike|cross out|disregard|cancel|undo|drop|rub out|delete|remove|take back"
    r"|unsay)"
)
_TODAY = r"(?:today|this (?:morning|afternoon|evening)|just now|yesterday)"
_SCRAPS = re.compile(
    rf"\b{_DROP} (?:what|whatever|the (?:one|bit|thing|injection|jab|dose)|that|everything) "
    rf"(?:that )?(?:i(?:'ve| have)? (?:just )?(?:said|told you|put|wrote|gave) )?(?:for|about|of|on|from)? ?{_TODAY}"
    rf"|\b{_DROP} (?:{_TODAY}'s?|{_TODAY}s)(?: (?:one|injection|jab|dose|shot))?"
    rf"|\b(?:take|rub|cross|strike|leave) (?:out |off )?(?:{_TODAY}'?s?|the one (?:for|from|of) {_TODAY})"
    r"(?: (?:one|injection|jab|dose|shot))?(?: (?:out|off|away|back))?"
    rf"|\b(?:i )?(?:did(?:n'?t| not)|have(?:n'?t| not)|never) (?:actually |really |even )?(?:have|had|get|got)"
    rf" (?:it|one|mine|that one|the (?:jab|injection|shot|dose))? ?(?:yet )?{_TODAY}(?: (?:after all|at all))?",
    re.I,
)
_LIE = re.compile(r"\bi (?:tell|told) (?:you )?a (?:lie|fib)\b|\bi (?:lied|fibbed)\b", re.I)
# Why it was not given.
_NOT_GIVEN = re.compile(
    r"\b(?:nurse|doctor|she|he|they|clinic|surgery|gp) (?:was|were|is|are)(?: all)? (?:off|away|ill|sick|closed|shut"
    r"|not (?:in|there)|out)\b|\b(?:no|out of) (?:stock|nurse)\b|\bran out\b"
    r"|\b(?:sent|turned) (?:me|us|her|him) (?:home|away|back)\b"
    r"|\bnever (?:had|got|happened)\b|\b(?:did|have|was)(?:n'?t| not) (?:have|had|get|got|happen|given)\b|\bnot had\b",
    re.I,
)
_SUPPOSED = re.compile(r"\b(?:if|unless|should i|might|what if)\b", re.I)
_OPEN = (None, CONFIRM, CHANGE, CLINIC_DATE)
_IT = r"(?:it|that|them|this|mine|the [\w' ]{1,24}?)"
_ASKS_OUT = re.compile(
    r"\b(?:(?:have|did|has|had) (?:you|u|that|it|this)|you(?:'ve| have)?|is|are|so|that(?:'s| is)?|it(?:'s| is)?)\b"
    r"[^.;!?]{0,30}?"
    rf"\b(?:(?:taken|took|take|crossed|cross|struck|wiped|left|rubbed|rub) (?:{_IT} )?(?:off|out|away|back)"
    r"|scrapped|removed|deleted|erased|got rid of|gotten rid of|gone|dropped|off (?:the list|now))\b"
    r"[^.;!]{0,40}(?:\?|$)",
    re.I,
)
# "Is the pain gone?" is of no day.
_SOFTLY = re.compile(r"\b(?:gone|dropped|off now)\b", re.I)
_NAMES = re.compile(
    r"\b(?:it|that|today'?s?|yesterday'?s?|booking|appointment|dose|jab|shot|injection|\d{1,2}(?:st|nd|rd|th)?"
    rf"|(?:{FULL_WEEKDAYS})'?s?)(?: one)?\b(?! (?:pain|numb\w*|tingl\w*|feeling|swelling|rash|bruise))",
    re.I,
)
_NUMBER = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
# "No, it was yesterday": of a dose that was told of another day.
_MENDS = re.compile(
    r"\b(?:no|nope|sorry|not|wrong|actually|lie|lied|mean|meant|mistake|oops)\b.*\b(?:was|were|had it)\b", re.I
)
_NOT_DAY = re.compile(rf"\b(?:not|wasn't) (?:on )?(?:{_TODAY}|(?:{FULL_WEEKDAYS}))\b", re.I)
_NEAR = timedelta(days=14)
_WEEKDAY = re.compile(rf"\b({FULL_WEEKDAYS})\b", re.I)


def dose_out(
    text: str, state: State, who: Who, moves: Callable[[str], Sequence[Move]]
) -> tuple[Move, ...] | None:  # fmt: skip
    """That the dose of today or yesterday was not had, with what the clinic set instead; None where it is not so.

    `moves`: reads the rest of the message.
    """
    plain = text.replace("’", "'")
    if not state.phases or state.paused or state.about not in _OPEN or "?" in plain or _SUPPOSED.search(plain):
        return None
    place = (0, len(text))
    if (other := _on_another_day(plain, state, who)) is not None:
        wrong = Move("fact", "denied", max(_had(state)).isoformat(), rest=place)
        return (wrong, Move("fact", "given", f"{other.isoformat()}//", rest=place))
    day = _scrapped(plain, state, who)
    if day is None:
        return None
    told = [Move("fact", "denied", day.isoformat(), rest=place)]
    for part in SENTENCE.finditer(_SCRAPS.sub(lambda m: " " * len(m[0]), plain)):
        if _LIE.search(part[0]) or _NOT_GIVEN.search(part[0]) or not part[0].strip():
            continue
        # The day that they set instead is the next of that name.
        told += [
            replace(one, value=one.value.split("/")[0] if one.name == "booked" else one.value, rest=place)
            for one in moves(part[0])
            if one.name in ("booked", "date")
        ]
    return tuple(told)


def _on_another_day(plain: str, state: State, who: Who) -> date | None:
    """The day on which a dose was had that was just told of another one, while the clinic's next date is asked for."""
    latest = max(_had(state), default=None)
    if state.about != CLINIC_DATE or latest is None or not _MENDS.search(plain):
        return None
    rest = _NOT_DAY.sub(" ", plain)
    day = read_date(rest, today=who.today, country=who.country, role="last").date
    near = day is not None and abs(day - latest) <= _NEAR and day != latest
    return day if near and day is not None and day <= who.today else None


def _scrapped(plain: str, state: State, who: Who) -> date | None:
    """The day of the noted dose that is taken back."""
    found = _SCRAPS.search(plain)
    lied = _LIE.search(plain) is not None and _NOT_GIVEN.search(plain) is not None
    if found is None and not lied:
        return None
    words = found[0] if found is not None else plain
    day = who.today - timedelta(days=1) if re.search(r"\byesterday\b", words, re.I) else who.today
    rest = plain.replace(words, " ") if found is not None else ""
    if rest and any(one.date <= who.today for one in read(rest, today=who.today, country=who.country).dates):
        # Another day of it is told: it is put right.
        return None
    return day if day in _had(state) else None


def _had(state: State) -> set[date]:
    counted = {state.anchor.date} if state.anchor is not None and state.anchor.kind == "last" else set()
    return counted | {dose.day for dose in state.given}


def with_out_said(before: State, outcome: Outcome, wording: Wording) -> Outcome:
    """The outcome, with the day that was taken back said first, where what else was told is all that it says."""
    after = State.from_json(outcome.state)
    if after.taken_out is None or after.taken_out == before.taken_out or not outcome.bubbles:
        return outcome
    first, *rest = outcome.bubbles
    said = wording("booked_out"), wording("denied", date=full_date(after.taken_out))
    if first.startswith(said):
        return outcome
    line = wording("out_done", date=full_date(after.taken_out))
    return replace(outcome, bubbles=(f"{line}\n{first}", *rest))


def is_out(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The question whether a dose or a booking that was taken back is out; the value is the day that is meant."""
    if not state.phases or state.about not in (*_OPEN, "anchor", "last_given"):
        return ()
    text = said.text.replace("’", "'")
    found = _ASKS_OUT.search(text)
    if found is None or (_SOFTLY.search(found[0]) and not _NAMES.search(found[0])):
        return ()
    if _named_elsewhere(found[0], state, who):
        # "So the 11th of March is gone?" asks of a day of the plan.
        return ()
    day = (
        _meant(found[0], state, who)
        or _meant(text, state, who)
        or state.taken_out
        or next(iter(noted_days(state)), None)
    )
    if day is None or (state.taken_out is None and day not in _had(state) | set(noted_days(state))):
        return ()
    return (Move("request", IS_OUT, day.isoformat(), rest=place_of(said, len(said.words))),)


def _named_elsewhere(text: str, state: State, who: Who) -> bool:
    """Whether days are named, and none of them was had, noted or taken back."""
    asked = days_asked(text, state, who.today).days
    known = {*_had(state), *noted_days(state), *([state.taken_out] if state.taken_out else [])}
    return bool(asked) and known.isdisjoint(asked)


def _meant(text: str, state: State, who: Who) -> date | None:
    if re.search(r"\b(?:today'?s?|this morning'?s?)\b", text, re.I):
        return who.today
    known = [*([state.taken_out] if state.taken_out else []), *_had(state), *noted_days(state)]
    numbers = {int(found[1]) for found in _NUMBER.finditer(text)}
    if numbered := [day for day in known if day.day in numbers]:
        return numbered[0]
    if (named := _WEEKDAY.search(text)) is not None:
        return next((day for day in known if WEEKDAYS[day.weekday()] == named[1][:3].lower()), None)
    asked = [day for day in days_asked(text, state, who.today).days if day in known]
    return asked[0] if asked else read_date(text, today=who.today, country=who.country, role="last").date


class IsOut(View):
    """Says whether a day is still kept."""

    def is_out(self, value: str) -> list[str]:
        """`value`: the day in ISO 8601."""
        day = date.fromisoformat(value)
        kept = day in _had(self.state) | set(noted_days(self.state))
        line = self.words("out_no" if kept else "out_yes", date=full_date(day))
        if not self.state.ready(self.today):
            return [line]
        return [line, *(self.late()[:1] if self.overdue else self.upcoming("next"))]
