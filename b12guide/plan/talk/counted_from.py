"""The date that follows from a day that was had, which the plan is not counted from: "and if it is counted from the
7th?", "when was I due, from the June one?". It is said, and kept nowhere."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..dates.schedule import missing
from ..model import Anchor, Dose, Phase, full_date
from ..reading.day_words import DAY_NUMBER, MONTHS, NTH
from ..reading.reader import read, read_date
from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .view import View, every

_DAY = (
    rf"(?:(?:the )?{DAY_NUMBER}(?: of)? (?:{MONTHS})\b|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\w)|(?:the )?{NTH}\b"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?|(?:today|yesterday)\b)(?:,? 20\d\d)?"
)
_FROM = re.compile(
    rf"(?<!weeks )(?<!months )(?<!days )(?<!away )(?<!week )(?<!month )\bfrom {_DAY}(?! ?(?:to|until|till|through|-"
    rf"|–|and)\b)",
    re.I,
)
_CUE = re.compile(r"\b(?:if|count\w*|due|would|next|supposed|meant)\b", re.I)
_COUNTS = re.compile(r"(?<!not )(?<!n't )(?<!nt )(?<!never )\bcount(?:s|ed|ing)? (?:it |them |on |still )?from\b", re.I)
_OTHER = re.compile(
    r"\b(?:away|holiday|off|moved|changed|letter|appointment|back|list|all|every|how many|start\w*)\b", re.I
)


def counted_from(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """What follows from a day in the past that somebody counts from, as a question, or told by nobody of the clinic."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return ()
    found = _FROM.search(said.text)
    if found is None or not _CUE.search(said.text) or _OTHER.search(said.text):
        return ()
    supposed = asks(said) or re.search(r"\bif\b", said.text, re.I) or _COUNTS.search(said.text)
    if not supposed or read(said.text, today=who.today).phases:
        return ()
    words = found[0][4:].strip()
    if (ahead := _ahead(words, state, who)) is not None:
        # Of a day to come that was booked or offered, as if it were had on it.
        return (Move("request", "what_if", ahead.isoformat(), rest=place_of(said, len(said.words))),)
    day = _day(words, state, who)
    if day is None or day > who.today or state.phases[-1].bounded:
        return ()
    if state.due_was is not None:
        # Of a dose that was early or late, both ways to count on are said.
        had = state.anchor is not None and state.anchor.date == day
        return (Move("fact", "two_ways", rest=place_of(said, len(said.words))),) if had else ()
    return (Move("request", "counted_from", day.isoformat(), rest=place_of(said, len(said.words))),)


def _ahead(words: str, state: State, who: Who) -> date | None:
    """The day to come that the clinic booked or offered, where the words name it."""
    known = [day for day in (state.booked, state.named_day) if day is not None and day >= who.today]
    named = read_date(words, today=who.today, country=who.country, role="next").date
    alone = re.fullmatch(rf"(?:the )?({NTH})", words, re.I)
    number = int(re.sub(r"\D", "", alone[1])) if alone is not None else None
    return next((day for day in known if day in (named,) or day.day == number), None)


def _day(words: str, state: State, who: Who) -> date | None:
    """The day that is meant: of a number alone that of a dose that was told of, if there is one."""
    alone = re.fullmatch(rf"(?:the )?({NTH})", words, re.I)
    if alone is None:
        return read_date(words, today=who.today, country=who.country, role="last").date
    number = int(re.sub(r"\D", "", alone[1]))
    had = [*(dose.day for dose in state.given), *([state.given_on] if state.given_on else [])]
    known = [day for day in had if day.day == number]
    return max(known) if known else read_date(f"the {alone[1]}", today=who.today, country=who.country).date


class CountedFrom(View):
    """Says what follows from another day."""

    def after(self, day: date, phase: Phase) -> Dose | None:
        """The dose that a part has after one that was had on a day, and on no other."""
        other = replace(
            self.state, phases=(phase,), anchor=Anchor("last", day), booked=None, open=[], skipped=(), given=()
        )
        return next(iter(CountedFrom(other, day, self.words, self.country).coming(1)), None)

    def counted_from(self, value: str) -> list[str]:
        """`value`: the day in ISO 8601."""
        day, phase = date.fromisoformat(value), self.state.phases[-1]
        if missing((phase,), Anchor("last", day)) is not None:
            phase = replace(phase, days_of_month=(), days_of_week=(), week_of_month=None)
        dose = self.after(day, phase)
        if dose is None:
            return [self.words("other_gap_ask")]
        past = dose.latest < self.today
        line = self.dose_line("was_due_from" if past else "would_be_from", dose, words=every(phase), day=full_date(day))
        had = self.anchor.date if self.anchor.kind == "last" else None
        early = (dose.earliest - had).days if had is not None and had > day else 0
        told = []
        if had is not None and early > 0:
            told = [
                self.words(
                    "had_early", date=full_date(had), span=self.words("day") if early == 1 else self._span(early)
                )
            ]
        return [line, *told, self.words("other_gap_kept_date")]
