"""A day that is only supposed: "if I had it on the 30th, when would the one after be?". It is counted from, and kept
nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..dates.schedule import kept_day, missing
from ..model import Anchor, Dose, full_date
from ..reading.day_words import NTH_END, WEEKDAY_ENDS, WEEKDAY_STARTS
from ..reading.reader import read
from ..takeaway.overview import sentence
from ..wording import phase_words
from .coming_day import coming_day, shown_day
from .days import later
from .message import NUMBERS, Said, is_date_word
from .move_words import FILLERS, MENDING, PREAMBLE, WORDS, asks
from .state import CHANGE, CLINIC_DATE, CONFIRM, State
from .view import View

_THING = r"(?:one|ones|jab|jag|shot|injection|dose|needle)"
_SELF = (
    r"(?:i|we|she|he|they|you|mum|mom|dad|it|that|this|these|those|mine|hers|his|dose|injection|jab|number|no"
    rf"|(?:the|my|our) (?:nurse|clinic|doctor|gp|surgery)"
    rf"|(?:the|my|her|his) (?:\S+ ){{0,3}}{_THING}|(?:the|my) \d{{1,2}}{NTH_END})"
)
# Of the next dose, as it is named by itself.
_ONE = r"(?:i|we|she|he|they|mum|mom|dad|it|that|this|mine|hers|his|the (?:next )?(?:one|jab|shot|injection|dose))"
_CUE = (
    r"(?:(?:what |and |but |so )?if|suppose|supposing|assuming|assume|imagine|pretend|let'?s say|lets say|just say"
    r"|say(?=,? (?:i|we|she|he|they|it|it's|its|that|the|my|number|dose)\b)|were (?=(?:i|we|she|he|they|it) to\b))"
)
_ACT = (
    r"(?:(?:'s|'d|'m|'ll|s| is| was| were| be| to| do| did| could| would| will| only| just| actually| instead| then"
    r"| went| go| goes){0,8} ?"
    r"(?:had|have|has|having|take|takes|took|taken|taking|get|gets|got|getting|go|went|do|did|done|inject|injected"
    r"|give|given|gave|wait|waited|on|the|moved?|booked|is|was|were|be|'s|s|happens?|falls?))"
)
_IF = re.compile(rf"\b{_CUE}\W+(?:that )?{_ONE}{_ACT}\b|\b{_CUE}\W+(?:it was |it were )?(?:for |on )?the \d", re.I)
_CONDITION = re.compile(rf"\b{_CUE}\W+{_SELF}\b", re.I)
# What asks for the dose after it.
_ASKS_NEXT = re.compile(
    r"\b(?:next|nxt|after(?: (?:that|it|them))?|following|follow|then|subsequent)\b"
    r"|\bwhen\b|\bwhat (?:date|day|happens)\b",
    re.I,
)
_AFTERWARDS = re.compile(r"\b(?:next|nxt|after|following|follows?|then what|comes then|due then|subsequent)\b", re.I)
# Whether a day will do is for the clinic to say.
_ASKS_LEAVE = re.compile(
    r"\b(?:ok|okay|alright|all right|fine|allowed|safe|matter|bad|harm|problem|can i|could i|may i|should i"
    r"|possible|mind)\b",
    re.I,
)
# Away, missed or ill are other questions.
_OTHER = re.compile(
    r"\b(?:away|miss|missed|skip|skipped|forget|forgot|late|overdue|holiday|abroad|ill|sick|closed|weekend|sore|hurts?"
    r"|reaction|two|both|double|last (?:one|jab|shot|injection|dose))\b",
    re.I,
)
_END = re.compile(
    r"[,;?!]|\b(?:when(?! (?:i'?m|i am|we'?re|back|home))|what|which|how|whens|when's|would|does|is the)\b", re.I
)
_AFTER_WEEKDAY = re.compile(
    rf"\bafter (?P<day>(?:this |that |the |coming ){{0,8}}(?:{WEEKDAY_STARTS}){WEEKDAY_ENDS})(?!,? (?:the )?\d)", re.I
)
_ONE_AFTER = re.compile(
    r"\b(?:one|ones|jab|jag|shot|injection|dose|next|what'?s|whats|which|date) (?:is |comes )?after\b", re.I
)
# "If I'm a fortnight late with this one", "if they can't fit me in till the week after": so long from the date shown.
_SO_LATE = re.compile(
    r"\b(?P<n>\d{1,2}|a|an|one|two|three|four|five|six)(?: whole| full)? (?P<u>day|week|fortnight|month)s?"
    r" (?P<way>late|later|early|earlier|over|overdue)\b"
    r"|\b(?:till|until|for|to) (?:the|a) (?P<u2>day|week) after\b",
    re.I,
)
_ABOUT_SELF = re.compile(
    rf"\b{_CUE}\W+(?:i'?m|i am|i was|i'?d be|i go|i have|i get"
    r"|we'?re|she'?s|he'?s|they|it'?s|it is|it was|this one|the next one|mine)\b",
    re.I,
)
# A supposed day lies near the date that was shown.
_NEAR = timedelta(days=120)
_SENTENCE = re.compile(r"(?:[^.;!?\n]|\.(?=\d))+[.;!?\n]*")


@dataclass(frozen=True)
class Supposed:
    """A supposed day, and whether the one after it is asked for, or only whether it will do."""

    day: date
    leave: bool = False


def names_condition(text: str) -> bool:
    """Whether a message supposes something: what stands in it is no fact."""
    return _CONDITION.search(text) is not None


def supposed(text: str, state: State, today: date) -> Supposed | None:
    """The day that a message supposes for the next dose; None where it supposes none, or where it asks something else
    about it."""
    if not state.ready(today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return None
    plain = text.replace("’", "'")
    late = _so_late(plain, state, today)
    if late is not None and read(plain, today=today).status == "not_a_plan":
        return Supposed(late)
    sentence = next((m for m in _SENTENCE.finditer(plain) if _IF.search(m[0])), None)
    if sentence is None:
        return None
    found = _IF.search(sentence[0])
    rest = plain[: sentence.start()] + plain[sentence.end() :]
    if found is None or _OTHER.search(sentence[0]) or read(rest, today=today).status != "not_a_plan":
        return None
    start = found.end() - 4 if found[0].rstrip()[-1].isdigit() else found.start()
    end = next((m.start() for m in _END.finditer(sentence[0], found.end())), len(sentence[0]))
    day = _day(sentence[0][max(start, 0) : end], state, today)
    if day is None:
        return None
    asks_next = _AFTERWARDS.search(sentence[0]) or _ASKS_NEXT.search(sentence[0][end:]) or _ASKS_NEXT.search(rest)
    if _ASKS_LEAVE.search(sentence[0]) and not _AFTERWARDS.search(plain):
        return Supposed(day, leave=True)
    return Supposed(day) if asks_next or end == len(sentence[0]) or not sentence[0][end:].strip(" ?!.,") else None


def _so_late(text: str, state: State, today: date) -> date | None:
    """The day that is so long before or after the date shown, where a message supposes that."""
    found = _SO_LATE.search(text) if _ABOUT_SELF.search(text) else None
    shown = shown_day(state, today)
    if found is None or shown is None:
        return None
    unit = (found["u"] or found["u2"]).lower()
    count = NUMBERS.get(found["n"].lower()) or (int(found["n"]) if found["n"].isdigit() else 1) if found["n"] else 1
    if unit == "fortnight":
        unit, count = "week", 2 * count
    back = (found["way"] or "").lower() in ("early", "earlier")
    day = later(shown, (-count if back else count, unit))
    return day if day >= today else None


def _day(words: str, state: State, today: date) -> date | None:
    shown = shown_day(state, today)
    days = coming_day(words, today=today, shown=shown).days
    near = days and (max(shown or today, today) - _NEAR <= days[0] <= max(shown or today, today) + _NEAR)
    return days[0] if near else None


def after_weekday(said: Said, state: State, today: date) -> date | None:
    """The day that "the next one after Friday" is counted from; None where nothing of the kind is asked."""
    found = _AFTER_WEEKDAY.search(said.text)
    if found is None or not state.ready(today) or not _AFTERWARDS.search(said.text):
        return None
    if not (asks(said) or _ONE_AFTER.search(said.text)):
        return None
    light = (
        FILLERS
        | PREAMBLE
        | MENDING
        | WORDS["question"]
        | {"next", "after", "coming", "due", "long", "longs", "follows", "come"}
    )
    if [word for word in said.left([], light) if not is_date_word(word)]:
        return None
    shown = shown_day(state, today)
    days = coming_day(found["day"], today=today, shown=shown).days
    return shown if shown in days else next(iter(days), None)


class WhatIf(View):
    """Says what would follow from a supposed day."""

    def what_if(self, value: str) -> list[str]:
        """The dose after the next one, had that one been on the day; nothing of it is kept."""
        day, due = date.fromisoformat(value), next(iter(self.coming(1)), None)
        if due is None:
            return [self.words("kept_none")]
        on_time = due.earliest <= day <= due.latest
        month_day = kept_day(self.state.phases, self.anchor, due.earliest) if on_time else None
        run = self.run(due.phase_index)
        place = run.done + run.up_to(due.earliest) if run else 0
        anchor = Anchor("last", day, due.phase_index, place, month_day=month_day)
        other = WhatIf(replace(self.state, anchor=anchor, open=[], booked=None), day, self.words, self.country)
        # A day that is none of the plan's weekdays moves no other one.
        fits = missing(self.state.phases, anchor) is None
        after = next(iter(other.coming(1)), None) if fits else self._first_after(day)
        often = sentence(phase_words(self.state.phases[due.phase_index]))
        said = [] if self.state.confirmed else [self.words("one_part", words=often)]
        lines = [*said, self.words("nothing_after")]
        if after is not None:
            lines = [*said, self.dose_line("what_if", after, day=full_date(day)), *self.at_weekend(after)]
        return lines if on_time else [*lines, self.words("what_if_kept")]

    def after_weekday(self, value: str) -> list[str]:
        """The first dose after a day that was named by its weekday."""
        if self.overdue:
            return self.what_if(value)
        day = date.fromisoformat(value)
        after = self._first_after(day)
        if after is None:
            return [self.words("nothing_after")]
        return [self.dose_line("after_day", after, day=full_date(day)), *self.at_weekend(after)]

    def _first_after(self, day: date) -> Dose | None:
        return next((dose for dose in self.since(day) if dose.earliest > day), None)
