"""Stretches of days that somebody told of (away, offshore, half term), and whether a date is in one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ..model import full_date
from ..reading.day_words import NTH_END
from ..wording import listed
from .asked_days import days_asked
from .days import row_of_days, stretch_told
from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .state import CHANGE, CONFIRM, State
from .times_named import times_named
from .view import View, is_overdue

Span = tuple[date, date]
_AWAY = (
    r"(?:away|off ?shore|abroad|travell?ing|overseas|at sea|on (?:holidays?|leave|hols|vacation|the rig|shift"
    r"|nights|duty)|out of the country"
    r"|working|at work|at uni|half[- ]?term|term|in hospital|off work)"
)
_HOME = r"(?:on ?shore|(?:at )?home|back(?: home)?|around|here|free|off shift|in the country)"
_TELLS_AWAY = re.compile(rf"\b(?:{_AWAY}|hols?|holidays?|vacation|trip|cruise|tour|leave|camp|placement|off)\b", re.I)
_AM_I = re.compile(
    rf"\b(?:am|are|is|was|will|would|do|does|'m|im|i'm|and|or) (?:(?:i|we|she|he|it|that|this|they|not|be|then"
    rf"|either|any|both|fall) ){{0,4}}(?:in |on |during |within |inside )?"
    rf"(?:(?P<away>{_AWAY}|in (?:it|those|that|them))|(?P<home>{_HOME}))\b",
    re.I,
)
_CLEAR = re.compile(
    r"\b(?:is|are|would|will|so|does|do|that|it)\b[^.;!?]{0,60}\b(?:ok(?:ay)?|clear|fine|all right|alright|safe"
    r"|outside|free|avoids?|miss(?:es)?|clear of it)\b",
    re.I,
)
_NOT_THEN = re.compile(
    rf"^\W*(?:(?:ok|okay|right|good|and|so|then)\W+){{0,4}}(?:that'?s )?(?:not )?(?:the |on )?(?:\w+day"
    rf" )?\d{{1,2}}(?:{NTH_END})?(?: \w+)?"
    r"(?: (?:is|it's|its|then))? ?(?:not|isn'?t|fine|clear|ok|out)?(?: (?:in it|then|either)){0,2}\W*$",
    re.I,
)
_NEGATES = re.compile(r"\b(?:not|isn'?t)\b", re.I)
_LONGEST = timedelta(days=120)
_MOST = 6


def spans_told(text: str, state: State, who: Who) -> tuple[Span, ...]:
    """The stretches that a text tells of as such, each with a first and a last day; () where none is."""
    if not _TELLS_AWAY.search(text):
        return ()
    known = state if state.countable(who.today) else State()
    times = times_named(text, known, who.today, who.country)
    return tuple((one.start, one.end) for one in times if timedelta(0) < one.end - one.start <= _LONGEST)[:_MOST]


# Whether it was all right early, or may be had on another day, is asked of the dose, and not of the days away.
_EARLY = re.compile(
    r"\b(?:days?|weeks?|bit|little) (?:early|late|sooner)\b|\b(?:can|could|may|might|should) (?:i|we|she|he)"
    r" (?:please |still |just )?(?:have|do|get|take) (?:it|mine|hers|his|one|the jab|my (?:jab|injection|shot))\b",
    re.I,
)

# "Which of these falls in my trip?", "before I go or when I am back?": asked of all dates, and of when to have one.
_WHICH = re.compile(
    r"\b(?:which|what) (?:of (?:these|those|them|the|my)|ones?|dates?|doses?|injections?|jabs?)\b"
    r"|\bbefore (?:i|we|she|he) (?:go|goes|leave|leaves|fly|travel)\b[^.;!?]{0,20}\bor\b"
    r"|\bbefore or (?:after|when)\b",
    re.I,
)


def in_span(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether the date that was named, or that is spoken of, is in a stretch that was told of."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    if _EARLY.search(said.text) or _WHICH.search(said.text):
        return ()
    # "Not away": what was taken for being away is something else.
    spans = spans_told(said.text, state, who) or state.spans
    if not spans or is_overdue(state, who.today):
        return ()
    named = [day for day in days_asked(said.text, state, who.today).days if not any(day in span for span in spans)]
    if not named and not state.spans and not _EITHER.search(said.text):
        # Days away that are told just now: which dates are in them is asked.
        return ()
    asked, am_i, clear = asks(said) or "?" in said.text, _AM_I.search(said.text), _CLEAR.search(said.text)
    whole = [part.strip() for part in re.split(r"[.;!?]+", said.text) if part.strip()]
    remark = next((part for part in whole if _NOT_THEN.match(part) and _NEGATES.search(part)), None)
    place, way = place_of(said, len(said.words)), ""
    if remark is not None and named:
        way = "not"
    elif clear is not None and (named or _THAT.search(said.text)) and (asked or remark):
        way = "clear"
    elif am_i is not None and not _DISMISSED.search(said.text) and (asked or _THEN.search(said.text)):
        way = "clear" if am_i["home"] else "in"
    if not way:
        return ()
    both = not named and _EITHER.search(said.text) is not None
    value = "both" if both else "/".join(day.isoformat() for day in named)
    after = (Move("request", "after_next", rest=place),) if _AFTER_NEXT.search(said.text) and not named else ()
    return (*after, Move("request", "in_span", f"{way}/{value}", rest=place))


# What is said of doses, and of no journey.
_OF_DOSES = re.compile(
    r"\b(?:jabs?|jags?|shots?|injections?|doses?|needles?|appointments?|clinic|nurse|surgery|booked|moved?|had|last|next"
    r"|every|weekly|daily|monthly|list|show|dates?|remind\w*)\b",
    re.I,
)


_CLASH = re.compile(r"\b(?:clash\w*|coincide\w*|get in the way|overlap\w*)\b", re.I)
_TELLS_DOSE = re.compile(r"\b(?:booked|moved?|had|every|last)\b", re.I)


def span_again(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The days of a journey that was just told of, put right: "no, both in May, 15 May to 29 May"; or those of which it
    is asked if they clash: "we're in Majorca 15 to 29 May, does that clash with any"."""
    clash = _CLASH.search(said.text) is not None and _TELLS_DOSE.search(said.text) is None
    if not (state.spans or clash) or not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return ()
    if (_OF_DOSES.search(said.text) and not clash) or not row_of_days(said.text):
        return ()
    span = stretch_told(said.text, today=who.today, country=who.country)
    if span is None or span[0] == span[1]:
        return ()
    value = f"{span[0].isoformat()}/{span[1].isoformat()}"
    return (Move("request", "away", value, rest=place_of(said, len(said.words))),)


# "Forget the away stuff", "I'm not away".
_DISMISSED = re.compile(
    r"\b(?:forget|scrap|drop|ignore)\b[^.;!?]{0,20}\b(?:away|hols?|holidays?|offshore|trip)\b"
    r"|(?<!or )\bnot (?:going )?(?:away|off)\b(?! (?:or|then|for)\b)",
    re.I,
)
_THEN = re.compile(r"\b(?:then|for (?:it|that)|that (?:one|day)|too|as well|an'? all)\b", re.I)
_THAT = re.compile(r"\b(?:that|it|this|then)\b", re.I)
_EITHER = re.compile(r"\b(?:either|both|any of (?:them|those|these)|neither)\b", re.I)
_AFTER_NEXT = re.compile(r"\b(?:one|date|jab|shot|injection) after(?: that| it)?\b", re.I)


class ToldSpans(View):
    """Says whether dates are in the stretches that were told of."""

    def in_span(self, value: str) -> list[str]:
        """`value`: "in", "clear" or "not", and the days that were named."""
        way, *named = [part for part in value.split("/") if part]
        coming = self.coming(max(self.state.told, 1) + 1)
        if named == ["both"]:
            days = [dose.earliest for dose in coming[:2]]
        elif named:
            days = [date.fromisoformat(day) for day in named]
        else:
            days = [dose.earliest for dose in coming[max(self.state.told, 1) - 1 :][:1]]
        if days and not self.state.spans:
            # What was told of somebody else's days away is compared with no date.
            return []
        return [self._line(way, day) for day in days] or [self.words("kept_none")]

    def _line(self, way: str, day: date) -> str:
        spans: Sequence[Span] = self.state.spans
        inside = [span for span in spans if span[0] <= day <= span[1]]
        name = {
            ("in", True): "in_those", ("in", False): "not_in_those", ("clear", True): "clear_no",
            ("clear", False): "clear_yes", ("not", True): "clear_no", ("not", False): "right_not_in",
        }[way, bool(inside)]  # fmt: skip
        told = [self.words("told_span", start=full_date(start), end=full_date(end)) for start, end in inside or spans]
        return self.words(name, date=full_date(day), dates=listed(told))
