"""Whether a part of a plan, or all of it, is over before a day: "will the weekly ones be done by 24 January?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ..model import Phase, full_date
from ..reading.reader import read_date
from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .part_named import part_as_often
from .state import CHANGE, CONFIRM, State
from .view import View

OVER_BY = "over_by"
# "Over before Christmas", "is the last weekly one before the 24th", "all had by then".
_OVER = re.compile(
    r"\b(?:over|done|finish(?:ed|es)?|end(?:s|ed)?|complete[d]?|through|last|final|behind me|out of the way)\b"
    r"[^.;!?\n]{0,60}?\b(?P<by>before|by|until|till|ahead of)\s+(?P<day>[^.;!?\n]{2,60})",
    re.I,
)
# What is over is of the injections: no feast, and no party.
_OF_DOSES = re.compile(
    r"\b(?:jabs?|jags?|shots?|injections?|needles?|doses?|b-?12|(?:dai|week|month|fortnight)l(?:y|ies)|loading|course|ones"
    r"|alternate|every (?:other )?(?:day|week|month))\b"
    r"|\b(?:i|we) (?:be |been )?(?:all )?(?:done|finished|through)\b|\b(?:am|will) i\b",
    re.I,
)
_LONGEST = 160
_OR_NOT = re.compile(r"\b(?:or not|or no|na|no|right|then|yes or no|only|please|thanks)\W*$", re.I)
# Asked without the form of a question: "so weekly ones will be over before Christmas or not".
_ASKED = re.compile(r"\bor not\b|\bna\?|\?", re.I)
_TELLS = re.compile(r"\b(?:they|she|he|clinic|nurse|doctor|gp) (?:says?|said|told|moved|booked)\b|\bif\b", re.I)
_EVERY_OTHER = re.compile(r"\b(?:(?:every|each) (?:other|second)|alternate) (days?|weeks?|months?)\b", re.I)


def over_by_asked(text: str, today: date, country: str | None) -> date | None:
    """The day before which something is asked to be over; None where that is not asked."""
    found = _OVER.search(text)
    if (
        found is None
        or _TELLS.search(text)
        or not _OF_DOSES.search(text)
        or not (asks(Said.of(text)) or _ASKED.search(text))
    ):
        return None
    return read_date(_OR_NOT.sub("", found["day"]), today=today, country=country, role="next").date


def over_by(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A part by how often its injections are, else the first one that has an end, and the day it is held against."""
    day = over_by_asked(said.text, who.today, who.country)
    if day is None or day < who.today:
        return ()
    place = place_of(said, len(said.words))
    if not state.phases and state.about in (None, "interval", "anchor"):
        # Asked before the plan is told, it waits for that.
        return (Move("request", OVER_BY, f"{day.isoformat()}/{said.text[:_LONGEST]}", rest=place),)
    index = part_meant(said.text, state.phases) if state.ready(who.today) else None
    if index is None or state.about not in (None, CONFIRM, CHANGE):
        return ()
    return (Move("request", OVER_BY, f"{index}/{day.isoformat()}", rest=place),)


def part_meant(text: str, phases: Sequence[Phase]) -> int | None:
    """The place of the part that is named by how often its injections are, else of the one that has an end."""
    named = part_as_often(_EVERY_OTHER.sub(r"2 \1", text), phases)
    ended = [index for index, phase in enumerate(phases) if phase.bounded]
    index = named if named is not None else ended[-1] if ended and ended[-1] == len(phases) - 1 else None
    return ended[0] if index is None and len(ended) == 1 else index


class OverBy(View):
    """Says whether the last one of a part is before a day."""

    def over_by(self, value: str) -> list[str]:
        """`value`: the place of the part and the day in ISO 8601."""
        if value[4:5] == "-":
            # As it was asked before the plan was told.
            index_asked = part_meant(value.partition("/")[2], self.state.phases)
            if index_asked is None:
                return []
            value = f"{index_asked}/{value.partition('/')[0]}"
        index, day = int(value.split("/")[0]), date.fromisoformat(value.split("/")[1])
        if not self.state.phases[index].bounded:
            return [self.words("no_end")]
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        doses = list(self.doses_of(self.run(index)))
        if not doses:
            return [self.words("over_by_had")]
        last = doses[-1]
        name = "over_by_yes" if last.latest < day else "over_by_same" if last.earliest <= day else "over_by_no"
        return [self.dose_line(name, last, day=full_date(day)), *self.at_weekend(last)]
