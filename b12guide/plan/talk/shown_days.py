"""What is asked of days that were shown, or of a stretch of days, by itself: "is 17 May one of them?", "what year is
the last of those", "am I due anything between 10 and 25 May", "how many more this year"."""

from __future__ import annotations

import re
from datetime import date

from ..reading.day_words import MONTH_PLACES, MONTHS
from .asked_days import days_asked
from .before_day import way_asked
from .coming_day import coming_day, shown_day
from .day_answers import DayAnswers
from .days import days_away, tells_given
from .message import SENTENCE, Said, is_date_word
from .move import Move, place_of
from .move_words import ASKED_DAYS, AWAY, FILLERS, MENDING, PREAMBLE, WORDS, asks
from .named_spans import span_named
from .outcome import Who
from .state import CHANGE, CONFIRM, State

_MAY_BEFORE = re.compile(
    r"\b(?:can|could|may|shall|should|might) (?:i|we|she|he|they) (?:\w+ ){1,4}?(?:it|one|mine|that|jab|shot|injection)"
    r" (?:done )?(?:before|after|sooner|later|earlier)(?: (?:that|then|it|this|the \w+))?\W*$",
    re.I,
)
_BY_THEN = re.compile(
    r"\b(?:by (?:then|that day|that time)|before (?:that|then|it|the day)(?! (?:one|last)\b)|in time for|over by"
    r"|behind me)\b",
    re.I,
)
# So many doses ahead one of a month is looked for.
AHEAD = 24
_OPEN = (None, CONFIRM, CHANGE)
_YEAR = re.compile(r"\b(?:what|which|wot|wat) year\b|\byear (?:is|was|does|would) (?:that|it|this|the)\b", re.I)
_LAST = re.compile(r"\b(?:last|final|end)\b", re.I)
_NAMED_MONTH = re.compile(rf"\b(?P<m>{MONTHS})\b", re.I)
_OF_THEM = re.compile(
    r"\b(?:one of|among(?:st)?|in|on|part of) (?:them|those|these|(?:the|my|that|this|those|these|her|his|your)"
    r" (?:list|dates?|days?|lot|ones))\b",
    re.I,
)
# "I have nothing else down for the 16th, have I?"
_DOWN_ON = re.compile(
    r"\b(?:nothing|anything|something)(?: (?:else|other|more|booked|down|due|planned|on|with you)){1,4}"
    r" (?:for|on) (?:the |that )?[^.;!?]{1,40}\b(?:have i|do i|is there|am i|right|no|yes|isn'?t it)?\W*$",
    re.I,
)
_ONE = re.compile(
    r"\b(?:due|any|anything|one|ones|falls?|fall|lands?|jabs?|jags?|shots?|injections?|doses?|needles?|dates?|b-?12)\b",
    re.I,
)
_SPAN = re.compile(
    r"\b(?:between|from)\b[^.;?!]*\b(?:and|to|till?|until|through|thru)\b|\d\w{0,2} ?(?:-|–|to) ?\d", re.I
)
_OFTEN = re.compile(r"\b(?:every|each|weekly|monthly|daily|weeks?|months? is|days is)\b", re.I)
_HOW_MANY = re.compile(
    r"\bhow many\b(?! (?:days?|weeks?|months?|of (?:them|those|these))\b)[^.?!]*"
    r"\b(?:(?:this|next|calendar|the|a) year|20\d\d)\b",
    re.I,
)
_HAD = re.compile(r"\b(?:had|were|did|was|so far|taken|given)\b", re.I)


_OF_STRETCH = frozenset(
    ("between", "from", "through", "thru", "until", "till", "til", "any", "anything", "due", "fall", "land")
)


def _of_dates(said: Said) -> bool:
    """Whether no word of a message is about something else than dates."""
    return not {word.text for word in said.words} & WORDS["soft_other"]


def year_asked(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """In which year a day is that was shown: the last one of a list, the one of a month, or the one named last."""
    if state.about not in _OPEN or not state.ready(who.today) or not _YEAR.search(said.text):
        return ()
    days, month = days_asked(said.text, state, who.today).days, _NAMED_MONTH.search(said.text)
    value = "last" if _LAST.search(said.text) and state.listed else ""
    if days:
        value = days[0].isoformat()
    elif month is not None:
        value = f"month/{MONTH_PLACES[month['m'].lower()]}"
    return (Move("request", "year_of", value, rest=place_of(said, len(said.words))),)


def one_of_them(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether a day is one of the dates that were shown."""
    if state.about not in _OPEN or not state.ready(who.today) or not asks(said) or tells_given(said.text):
        return ()
    days = days_asked(said.text, state, who.today).days
    if _DOWN_ON.search(said.text) and not _NAMED_MONTH.search(said.text):
        # A number alone is of the month of the next one, or the nearest.
        days = coming_day(said.text, today=who.today, shown=shown_day(state, who.today)).days
    one_day = _OF_THEM.search(said.text) or _DOWN_ON.search(said.text)
    if len(days) != 1 or not one_day or AWAY.within(said):
        return ()
    return (Move("request", "one_of", days[0].isoformat(), rest=place_of(said, len(said.words))),)


def stretch_asked(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Which dates lie in a stretch that a question names by its first and its last day."""
    if state.about not in _OPEN or not state.ready(who.today) or not _SPAN.search(said.text):
        return ()
    wanted = asks(said) or re.search(r"\b(?:any|anything)\b", said.text, re.I)
    if not wanted or not _ONE.search(said.text) or AWAY.within(said) or tells_given(said.text):
        return ()
    light = FILLERS | PREAMBLE | MENDING | ASKED_DAYS | WORDS["question"] | _OF_STRETCH
    if _OFTEN.search(said.text) or _HAD.search(said.text) or not _of_dates(said):
        return ()
    if [word for word in said.left([], light) if not is_date_word(word)]:
        # Of a story, and of what is asked about something else, the time alone is held against the plan.
        return ()
    span = days_away(said.text, today=who.today, country=who.country)
    if span is None or span[0] >= span[1] or span[1] < who.today:
        return ()
    value = "/".join(day.isoformat() for day in span)
    return (Move("request", "stretch_asked", value, rest=place_of(said, len(said.words))),)


def many_in_time(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """How many are still to come in a year."""
    if state.about not in _OPEN or not state.ready(who.today) or not _HOW_MANY.search(said.text):
        return ()
    if _HAD.search(said.text) or _OFTEN.search(said.text) or any(phase.bounded for phase in state.phases):
        return ()
    # In the sentence that asks it, whatever time another one names.
    asked = next((part for part in SENTENCE.finditer(said.text) if _HOW_MANY.search(part[0])), None)
    if asked is None:
        return ()
    plain = Said.of(re.sub(r"\bcalendar year\b", "year", asked[0], flags=re.I))
    span = span_named(plain, today=who.today, country=who.country)
    if span is None or span[1] < who.today:
        return ()
    value = "/".join(day.isoformat() for day in (max(span[0], who.today), span[1]))
    return (Move("request", "list", value, rest=asked.span()),)


def leave_asked(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether one may be had before or after the day of something else: that is for the clinic."""
    if state.about not in _OPEN or not state.ready(who.today) or not _MAY_BEFORE.search(said.text):
        return ()
    if not _of_dates(said):
        return ()
    return (Move("request", "move", rest=place_of(said, len(said.words))),)


def beside_event(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether the next one is before the day of something else: "the wedding is on 13 May, have I had it by then?"."""
    if state.about not in _OPEN or not state.ready(who.today) or not _BY_THEN.search(said.text) or AWAY.within(said):
        return ()
    days = days_asked(said.text, state, who.today).days
    if (
        not _of_dates(said)
        or re.search(r"\bhow (?:many|much|long)\b", said.text, re.I)
        or len(days) != 1
        or days[0] <= who.today
        or not any(asks(Said.of(part)) for part in re.split(r"[.,;!]", said.text))
    ):
        return ()
    return (
        Move(
            "request",
            "before_day",
            f"{way_asked(said.text)} {days[0].isoformat()}",
            rest=place_of(said, len(said.words)),
        ),
    )


READERS = (leave_asked, beside_event, year_asked, one_of_them, stretch_asked, many_in_time)


class ShownDays(DayAnswers):
    """Answers with a yes or a no first, or with the one day that is meant."""

    def one_of(self, value: str) -> list[str]:
        """`value`: the day in ISO 8601."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        day = date.fromisoformat(value)
        dose = next(self.since(day), None) if day >= self.today else None
        found = dose is not None and dose.earliest <= day <= dose.latest
        first, *rest = self.on_days([day])
        return [f"{self.words('plain_yes' if found else 'plain_no')} {first}", *rest]

    def stretch_asked(self, value: str) -> list[str]:
        """`value`: the first and the last day, with a slash."""
        lines = self.list_of(value)
        if self.overdue or not self.state.shown:
            return lines
        return [f"{self.words('plain_yes')} {lines[0]}", *lines[1:]]

    def year_of(self, value: str) -> list[str]:
        """`value`: a day, "last" of those that were listed, or nothing for the one that was named last."""
        if self.overdue:
            return [*self.late(), self.words("after_late")]
        if value in ("", "last"):
            coming = self.coming(max(self.state.listed if value else self.state.told, 1))
            return [self.dose_line("falls_on", coming[-1])] if coming else [self.words("kept_none")]
        if value.startswith("month/"):
            dose = next((each for each in self.coming(AHEAD) if each.earliest.month == int(value[6:])), None)
            return [self.dose_line("falls_on", dose)] if dose is not None else self._next()
        return self.on_days([date.fromisoformat(value)])
