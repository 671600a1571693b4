"""The weekdays of doses that were had, told where it is asked which those were: "today. Tue, Wed, Thu". They are days
of these days, and no plan of every week; and the first day beside the last one, "first Dec 1, last Dec 3"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..dates.schedule import runs
from ..model import WEEKDAYS, Anchor, full_date
from ..reading.day_words import WEEKDAY_WORDS
from ..reading.reader import read
from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CONFIRM, LAST_GIVEN, PAST, State

# What is asked while the days of doses may be told. Whether a plan is right is no such question, but a row of weekdays
# beside "today" answers none either.
_ASKED = frozenset({"anchor", "date", "phase", "count", PAST, LAST_GIVEN})
_NEAR = (
    r"(?:today|this morning|this afternoon|this evening|yesterday|just now|so far|this week|i had (?:them|it|mine) on"
    r"|had (?:them|it) on|on|it was|they were|that'?s|so|yes|yep|yeah|and|ok|all|was|the|i'?ve had|had)"
)
_ROW = re.compile(
    rf"\W{{0,4}}(?:{_NEAR}\b[\s,.;:!–—-]{{0,4}}){{0,6}}"
    rf"(?P<row>(?:{WEEKDAY_WORDS})\b(?:[\s,.;&+–—-]{{1,3}}(?:and |then )?"
    rf"(?:{WEEKDAY_WORDS}|today|this morning)\b){{1,6}})"
    rf"[\s,.;:!–—-]{{0,4}}(?:{_NEAR}\b[\s,.;:!–—-]{{0,4}}){{0,4}}",
    re.I,
)
_NAME = re.compile(rf"\b(?:(?P<w>{WEEKDAY_WORDS})|today|this morning)\b", re.I)
_TOLD_NEAR = re.compile(r"\b(?:today|this morning|yesterday|so far|this week|had|was|were)\b", re.I)


def with_days_had(text: str, state: State, today: date) -> str:
    """`text` with the whole dates in the place of a row of weekdays that were had."""
    days = days_had(text, state, today)
    if not days:
        return text
    *before, last = (full_date(day) for day in days)
    return f"i had it on {', '.join(before)} and {last}"


def days_had(text: str, state: State, today: date) -> list[date]:
    """The days of a message that is nothing but a row of weekdays, where it is asked when doses were had."""
    if not state.phases or "?" in text:
        return []
    found = _ROW.fullmatch(text)
    asked = state.about in _ASKED or (state.about in (None, CONFIRM) and _TOLD_NEAR.search(text) and _in_course(state))
    if found is None or not asked:
        return []
    return _latest([match["w"] for match in _NAME.finditer(found["row"])], today)


def _in_course(state: State) -> bool:
    return any(phase.bounded for phase in state.phases)


def _latest(names: list[str | None], today: date) -> list[date]:
    """The days of these weekdays in their order, the last of them the latest that has been; [] where they are no row of
    the last days."""
    days: list[date] = []
    before = today + timedelta(1)
    for name in reversed(names):
        day = today if name is None else _before(before, WEEKDAYS.index(name[:3].lower()))
        if day >= before:
            return []
        days.append(day)
        before = day
    return sorted(days) if (today - days[-1]).days < 7 * 2 else []


def _before(day: date, weekday: int) -> date:
    back = (day.weekday() - weekday) % 7 or 7
    return day - timedelta(back)


def first_and_last(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The first day of a course and that of the last one, told together where the last one is asked for."""
    if state.about not in ("anchor", "date") or state.anchor is not None or not state.phases or asks(said):
        return ()
    if not state.phases[0].bounded:
        return ()
    reading = read(said.text, today=who.today, country=who.country)
    days = {role: {mention.date for mention in reading.dates if mention.role == role} for role in ("first", "last")}
    if any(len(found) != 1 for found in days.values()) or reading.phases or len(reading.dates) > 2:
        return ()
    first, last = days["first"].pop(), days["last"].pop()
    if not first < last <= who.today:
        return ()
    begun = next(iter(runs(state.phases, Anchor("first", first))))
    many = begun.up_to(last)
    fits = many > 0 and begun.at(many - 1)[0] == last
    # As many as the course has from the one to the other; where the last one is none of its days, it is asked how many.
    told = f"had {many} so far, last one {full_date(last)}" if fits else full_date(last)
    rest = place_of(said, len(said.words))
    return (
        Move("answer", state.about, f"first one was on {full_date(first)}", rest=rest),
        Move("answer", LAST_GIVEN, told, rest=rest),
    )
