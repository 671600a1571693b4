"""Whether an injection or something else in somebody's life comes first: "is that before Ada's recital or after?". The
day of it is told now or was told earlier; it is kept by its name, and is never one of a dose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from ..model import full_date
from ..reading.day_words import NTH
from ..reading.reader import read_date, states_plan
from .asked_days import plan_days
from .days import tells_given
from .events_named import DAY, IS_IT, NAME, NAMES, WAY, asking_part, day_of_event, event_name, way_asked
from .move import Move
from .outcome import Outcome, Who
from .state import CONFIRM, State
from .templates import Wording
from .view import View

WHICH_FIRST = "which_first"
# "The 40th birthday", "the 2nd leaving do" name the event, and no day.
_NUMBER = re.compile(
    rf"\bthe (?P<n>{NTH})(?! (?:jab|jag|shot|injection|dose|one|time|week|month)\b)(?! (?:\w+ )?(?:{NAMES})\b)", re.I
)
# What is held against the one that was had, or the last of all, is not asked of the next.
_OF_LAST = re.compile(
    r"\b(?:before|after|or|is|was|does|did|first|to|than|against),? (?:my|the|her|his|our) (?:very )?"
    r"(?:last|previous|latest|final|most recent)\b",
    re.I,
)
_OF_NEXT = re.compile(r"\b(?:jabs?|jags?|shots?|injections?|b-?12|needle|mine|dose|my next|next one)\b", re.I)
# What is wished, moved, felt or counted, and what asks for a date, is no such question.
_OTHER = re.compile(
    r"\b(?:can (?:i|she|he|we|they)|could|may i|should i|shall i|must i|allowed|move[ds]?|moving it|bring|brought"
    r"|rebook|book|booked|change[ds]?|swap|instead|how many|feel\w*|ill|sick|unwell|worse|better|dizzy|numb\w*|tingl\w*"
    r"|faint\w*|pain\w*|rash|breath\w*|weak\w*|if (?:i|it|they|she|he) (?:have|had|was|were|is)|every|food|eat|eating"
    r"|drink|hurt\w*|ache\w*|sore|tablets?|pills?|first one after|last one before|next one after"
    r"|one (?:right )?(?:after|before)|ones (?:after|before)"
    r"|(?:what|when|which)(?:'s| is| are)? (?:the )?(?:one|date|next)s? (?:after|before))\b",
    re.I,
)
# The same of a message that tells a plan as well.
_OF_LIFE = re.compile(r"\b(?:feel\w*|ill|sick|unwell|worse|dizzy|numb\w*|can i|should i|could i|how many)\b", re.I)
_POINTS = re.compile(r"\b(?:it|that|then|this|them)\b", re.I)
_NEAR, _OWN, _YEAR = timedelta(days=16), 8, timedelta(days=366)
_WORD = re.compile(r"[a-z]{3,}", re.I)


def which_first(text: str, state: State, who: Who) -> Move | None:
    """The question as "day/day of the dose/way/name of the event/words"; where no dose is named, without that day."""
    plain = text.replace("’", "'")
    way = way_asked(plain)
    if (
        way is None
        or _OF_LAST.search(asking_part(plain))
        or _OTHER.search(plain)
        or tells_given(plain)
        or states_plan(plain)
    ):
        return None
    if not state.ready(who.today) and (state.phases or state.anchor or not _OF_NEXT.search(plain)):
        return None
    return _asked(plain, way, state, who)


def asks_which_first(text: str) -> bool:
    """Whether a text asks if an injection is before or after something that it names."""
    plain = text.replace("’", "'")
    return (
        event_name(plain) is not None and way_asked(plain) is not None and _OF_LAST.search(asking_part(plain)) is None
    )


def _asked(plain: str, way: str, state: State, who: Who) -> Move | None:
    own = _own(state, who)
    dose, day, name = _dose(plain, own), None, event_name(plain)
    own_day = day_of_event(plain)
    named = list(_named(own_day[0] if own_day is not None else plain, state, who))
    # Of two, the one of the plan is that of the dose.
    named = [day for day in named if day not in own] or named if len(named) > 1 else named
    if len(named) > 1:
        return None
    if named:
        day = named[0]
        if name is None and (day != state.before_day or not state.event):
            # "Is it before the 3rd of May" has an answer of its own.
            return None
    else:
        numbers = [int(re.sub(r"\D", "", n["n"])) for n in _NUMBER.finditer(plain)]
        numbers = [n for n in numbers if dose is None or n != dose.day]
        if len(numbers) > 1 or DAY.search(plain):
            return None
        day = _by_number(numbers[0], dose, name, own, state, who) if numbers else _told(plain, name, state, who)
    if day is None or day < who.today:
        return None
    name = name or (_kept_name(state) if day == state.before_day else "")
    if name is None:
        return None
    words = sorted(_words(plain, name)) if name else []
    value = "/".join([day.isoformat(), dose.isoformat() if dose else "", way, name, " ".join(words)])
    return Move("request", WHICH_FIRST, value, rest=(0, len(plain)))


def _own(state: State, who: Who) -> list[date]:
    """The next days of the plan."""
    return list(islice((day for day in plan_days(state, who.today) if day >= who.today), _OWN))


def _kept_name(state: State) -> str:
    """The name of the event that was told of."""
    return next((word for word in sorted(state.event) if NAME.fullmatch(word)), "")


def _words(plain: str, name: str) -> set[str]:
    """The words by which an event is named again: its name, and whose it is."""
    whose = re.search(rf"\b([A-Z][a-z]+)(?:'s)? (?:\w+ )?(?:{name}|(?:is|are|gets|getting) )", plain)
    return {name, *([whose[1].lower()] if whose is not None else [])}


def _dose(plain: str, own: list[date]) -> date | None:
    """The day of the plan that a message names: "is the 14th before it?"."""
    for found in _NUMBER.finditer(plain):
        behind = plain[found.end() : found.end() + 40]
        days = [day for day in own if day.day == int(re.sub(r"\D", "", found["n"]))]
        if days and re.match(rf" (?:\w+ )?{WAY}\b", behind):
            return days[0]
    return None


def _named(plain: str, state: State, who: Who) -> Iterator[date]:
    """The days to come that are named with their month, and are not of a dose that was had."""
    had = {(dose.day.day, dose.day.month) for dose in state.given}
    if state.anchor is not None:
        had.add((state.anchor.date.day, state.anchor.date.month))
    seen: set[date] = set()
    for found in DAY.finditer(plain):
        day = read_date(found[0], today=who.today, country=who.country, role="next").date
        if day is None or day in seen or (day.day, day.month) in had or day < who.today:
            continue
        seen.add(day)
        yield day


def _by_number(
    number: int, dose: date | None, name: str | None, own: list[date], state: State, who: Who
) -> date | None:
    """The day that is named by its number: the one that was told, or the one that is both the next of that number and
    near the dose."""
    kept = state.before_day
    if kept is not None and kept.day == number and kept >= who.today:
        return kept
    if name is None or not own or not 1 <= number <= 31:
        return None
    near, following = dose or own[0], who.today
    while following.day != number:
        following += timedelta(1)
    around = [near + timedelta(n) for n in range(-_NEAR.days, _NEAR.days + 1)]
    close = [day for day in around if day.day == number and day >= who.today]
    return close[0] if len(close) == 1 and (dose is not None or close[0] == following) else None


def _told(plain: str, name: str | None, state: State, who: Who) -> date | None:
    """The day of the event that was told of before, where this one is named or pointed at."""
    day = state.before_day
    if day is None or day < who.today or not state.event:
        return None
    words = {word.lower() for word in _WORD.findall(plain)}
    if name is not None:
        return day if name in state.event else None
    if IS_IT.search(plain) is None and not words & state.event:
        # "Does it hurt before or after?"
        return None
    return day if words & state.event or _POINTS.search(plain) or _ends_with_way(plain) else None


def _ends_with_way(plain: str) -> bool:
    return re.search(r"\b(?:before or after|after or before)\W*$", plain, re.I) is not None


def without_event(text: str, today: date) -> str:
    """`text` without the day to come of the event that it holds an injection against: it is no day of one."""
    plain = text.replace("’", "'")
    found = day_of_event(plain) if way_asked(plain) is not None else None
    day = read_date(found[0], today=today, role="next").date if found is not None else None
    if found is None or day is None or day < today:
        return text
    return f"{text[: found.start()]} then {text[found.end() :]}"


def note_event(state: State, value: str) -> None:
    """Keep the day of the event by its name; whether it is before or after is said once the plan can be counted."""
    day, _, _, name, words = value.split("/")
    state.before_day, state.event = date.fromisoformat(day), frozenset({*words.split(), *([name] if name else [])})


def answered_first(outcome: Outcome, text: str, who: Who, wording: Wording) -> Outcome:
    """The plan that was told and read back, with the answer which comes first before it."""
    state = State.from_json(outcome.state)
    plain = text.replace("’", "'")
    told = state.about == CONFIRM and state.ready(who.today) and event_name(plain) is not None
    ours = told and _OF_LIFE.search(plain) is None and _OF_LAST.search(asking_part(plain)) is None
    way = way_asked(plain) if ours else None
    asked = _asked(plain, way, state, who) if way is not None else None
    if asked is None:
        return outcome
    lines = WhichFirst(state, who.today, wording, who.country).which_first(asked.value)
    bubbles = ("\n".join([*lines, outcome.bubbles[0]]), *outcome.bubbles[1:])
    return replace(outcome, state=state.to_json(), bubbles=bubbles)


class WhichFirst(View):
    """Says which of the two comes first, and by how many days."""

    def which_first(self, value: str) -> list[str]:
        """`value`: as of `which_first`."""
        named, of_dose, way, name, _ = value.split("/")
        day = date.fromisoformat(named)
        if name:
            note_event(self.state, value)
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        first = date.fromisoformat(of_dose) if of_dose else self.today
        dose = next((one for one in self.since(first)), None) if of_dose else next(iter(self.coming(1)), None)
        if dose is None:
            return [self.words("kept_none")]
        event = self.words("event_named", what=name) if name else self.words("event_unnamed")
        on = dose.earliest <= day <= dose.latest
        ahead = dose.latest < day
        right = not on and ahead == (way == "before")
        begins = "" if way == "either" else f"{self.words('plain_yes' if right else 'plain_no')} "
        off = (day - dose.latest).days if ahead else (dose.earliest - day).days
        span = self.words("day") if off == 1 else self.words("days", count=off)
        template = "event_same" if on else "dose_first" if ahead else "event_first"
        line = self.dose_line(template, dose, event=event, day=full_date(day), span=span)
        return [f"{begins}{line}", *self.at_weekend(dose)]
