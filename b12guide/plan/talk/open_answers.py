"""An answer to what the dialogue asked last, in whatever form: as words that the reader of plans takes in its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from ..dates.schedule import whole_count
from ..model import full_date
from ..reading.reader import read, read_date
from ..reading.stages import AFTER, INSTEAD
from .days import days_away
from .facts import booked_in, date_in, interval_in, year_put_right
from .message import Said, is_date_word, number, ordinal
from .move_words import NOT_STARTED, PART, PREAMBLE, STAGE, WORDS, asks
from .outcome import Who
from .readback import unnamed_days
from .replies import in_all
from .state import AWAY, CLINIC_DATE, DAYS, GIVEN, LAST_GIVEN, PAST, PLANNED, State

# Questions whose answer is a date.
DATED = frozenset({"anchor", "date", PLANNED, CLINIC_DATE, GIVEN, PAST, LAST_GIVEN})
# The answer that no injection was given yet.
NOT_YET = "not yet"
# "Nine weeks, odd number I know": how often, and a remark that bears on nothing.
_REMARK = re.compile(r"(?P<head>[^,.;:!?–—-]+)[,.;:!–—-]+\s+(?P<rest>.+)", re.S)
_BEARS = re.compile(
    r"\b(?:not|no|never|but|if|or|unless|then|after|before|until|till|for|ago|late|left|instead|used|was|were|now|maybe|perhaps"
    r"|think|except|first|last|next|start\w*|every|each|once|twice|days?|weeks?|months?|years?|fortnight\w*|\w+ly|yesterday"
    r"|today|tomorrow|\w+day|want\w*|wish\w*|would|should|child\w*|kids?|son|daughter|husband|wife|mum|mom|dad|\w+n'?t)\b",
    re.I,
)
_FROM_TODAY = re.compile(r"\bfrom (?:today|now)\b", re.I)
_UNITS = frozenset({"week", "weeks", "month", "months", "wks", "mths"})


def answer_in(said: Said, state: State, who: Who) -> str | None:
    """What the message answers to the open question; None where it answers nothing, or says something else as well.

    A number without its unit, or a unit without its number, is given as it stands; `NOT_YET` is that nothing was given.
    """
    return _ANSWERS.get(state.about or "", _no_answer)(said, state, who)


def days_in(said: Said, state: State) -> str | None:
    """The days of the week that a message names, where those of the plan are not known."""
    return _days(said, state)


def _interval(said: Said, state: State, who: Who) -> str | None:
    if asks(said):
        return None
    if state.anchor is not None and any(dose.day == state.anchor.date == who.today for dose in state.given):
        # "8 weeks from today", where the last one was today.
        said = Said.of(_FROM_TODAY.sub("from the last one", said.text))
    half = _half(said, state)
    if half is not None:
        return half
    found = interval_in(said, state)
    if found is not None:
        return found
    text = said.text.strip()
    remarked = _REMARK.match(text)
    counted = remarked and [
        w for w in Said.of(remarked["rest"]).words if w.text != "one" and number(w.text) is not None
    ]
    if remarked and _is_dated(remarked["rest"], who):
        return text
    if remarked and not counted and not _BEARS.search(remarked["rest"]):
        head = interval_in(Said.of(remarked["head"]), state)
        if head is not None:
            return head
    reading = read(text, today=who.today, country=who.country)
    return text if reading.phases and not reading.questions and not asks(said) else None


def _is_dated(rest: str, who: Who) -> bool:
    """Whether what stands beside a gap tells when one was had, though not on which day: "had one sometime in May"."""
    return read_date(rest, today=who.today, country=who.country).question is not None


# "Weeks not months".
_NOT_UNIT = re.compile(r"[,.]? ?\bnot (?:days|weeks|months|years)\b[.!]*", re.I)


def _half(said: Said, state: State) -> str | None:
    """A number without a unit or a unit without a number; with the other half, if that was said before, the whole."""
    said = Said.of(_NOT_UNIT.sub("", said.text))
    words = [word.text for word in said.words]
    numbers = [n for word in words if word not in ("one", "couple") and (n := number(word)) is not None]
    units = [word for word in words if word in _UNITS]
    if said.left([], PREAMBLE | {w for w in words if number(w) is not None} | _UNITS) or len(numbers) + len(units) != 1:
        return None
    half = state.half
    if (units and WORDS["often"] & set(words)) or {"day", "days"} & set(words):
        return None
    if numbers:
        return f"every {numbers[0]} {half}" if half and half.isalpha() else str(numbers[0])
    return f"every {half} {units[0]}" if half and half.isdigit() else units[0]


def offered_day(said: Said, state: State, who: Who) -> str | None:
    """One of the days that were offered, in whatever words it is named; None where it is not one."""
    if len(state.options) < 2 or asks(said):
        return None
    alone = read_date(said.text, today=who.today, country=who.country, role="next").date
    named = {alone, *(m.date for m in read(said.text, today=who.today, country=who.country).dates)}
    offered = {full_date(day) for day in named if day is not None} & {*state.options}
    return offered.pop() if len(offered) == 1 else None


def _date(said: Said, state: State, who: Who) -> str | None:
    year = year_put_right(said, state, who.today)
    if year is not None:
        return f"last one was on {full_date(year)}"
    if (offered := offered_day(said, state, who)) is not None:
        return offered
    lasts = {m.date for m in read(said.text, today=who.today, country=who.country).dates if m.role == "last"}
    if len(lasts) == 1 and not asks(said):
        return said.text
    if state.about == "anchor" and not state.anchor and len(state.options) < 2 and NOT_STARTED.within(said):
        if booked_in(said, state, today=who.today, country=who.country) is not None:
            # None yet, and one is booked: that is told by its date.
            return None
        rest = said.part(0).without(NOT_STARTED.spans(said))
        ahead = booked_in(Said.of(rest), state, today=who.today, country=who.country) if rest else None
        if ahead is not None and "/" not in ahead.value:
            return f"my next one is on {full_date(date.fromisoformat(ahead.value))}"
        later = date_in(Said.of(rest), today=who.today, country=who.country, light=PREAMBLE) if rest else None
        return f"first one {later}" if later else NOT_YET
    return date_in(said, today=who.today, country=who.country, light=PREAMBLE)


def _phase(said: Said, state: State, who: Who) -> str | None:
    for kind, phrases in PART.items():
        spans = phrases.spans(said)
        names = [i for i, phase in enumerate(state.phases) if (phase.kind == "loading") == (kind == "loading")]
        left = [w for w in said.left(spans, PREAMBLE | {"still", "bit"}) if not is_date_word(w)] if spans else ["-"]
        if not left and names and len(state.options) > names[0]:
            return state.options[names[0]]
    return None


def _count(said: Said, state: State, who: Who) -> str | None:
    counted = [word.text for word in said.words if number(word.text) is not None or ordinal(word.text) is not None]
    light = PREAMBLE | {"far", "all", "left", "them", "done", "given"}
    if [w for w in said.left([], light) if w not in counted] or asks(said) or in_all(said.text) in totals(state):
        return None
    if len(counted) == 1:
        return str(number(counted[0]) or ordinal(counted[0]))
    return "all" if not counted and "all" in {word.text for word in said.words} else None


def totals(state: State) -> set[int]:
    """How many the parts with an end have: "six in all" says that once more, and not how many were had."""
    return {total for phase in state.phases if (total := whole_count(phase)) is not None}


def _days(said: Said, state: State, who: Who | None = None) -> str | None:
    if asks(said) or unnamed_days(state.phases) is None:
        return None
    left = [word for word in said.left([], PREAMBLE) if not is_date_word(word)]
    return said.text if not left and any(is_date_word(word.text) for word in said.words) else None


def _away(said: Said, state: State, who: Who) -> str | None:
    return said.text if days_away(said.text, today=who.today, country=who.country) and not asks(said) else None


def _stage(said: Said, state: State, who: Who) -> str | None:
    after, instead = STAGE["after"].within(said), STAGE["instead"].within(said)
    return None if after == instead or asks(said) else AFTER if after else INSTEAD


def _no_answer(said: Said, state: State, who: Who) -> str | None:
    return None


_ANSWERS: dict[str, Callable[[Said, State, Who], str | None]] = {
    "interval": _interval, "phase": _phase, "count": _count, DAYS: _days, AWAY: _away,
    "stage": _stage,
    **dict.fromkeys(DATED, _date),
}  # fmt: skip
