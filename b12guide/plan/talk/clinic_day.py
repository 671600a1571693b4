"""Whether the day that the clinic set is what the plan gives: "did they get it wrong?", "is it right?". Both
are said side by side, and only the clinic knows whether it is meant."""

from __future__ import annotations

import re
from datetime import date

from ..dates.planner import next_doses
from ..model import Anchor, full_date
from ..reading.day_words import MONTHS, NTH, WEEKDAY_WORDS
from .asked_days import days_asked
from .booked_fits import BookedFits
from .move import Move
from .one_off import as_before_booking
from .outcome import Who
from .state import CONFIRM, State
from .templates import Wording
from .view import every

CLINIC_DAY, ASK_WHICH = "clinic_day", "ask_which"
_THEM = (
    r"(?:they|the (?:clinic|surgery|doctors?|nurses?|gp|practice|hospital|desk|reception\w*|girl|lady|man|card|letter"
    r"|text|appointment)|(?:my |her |his )(?:card|letter|text|appointment)|clinic|surgery|doctors?|somebody|someone)"
)
_WRONG = r"(?:wrong|right|correct|(?:a |any )?mistakes?|an error|muddled|mixed up|a mix-?up|messed up|a slip)"
_PUT = r"(?:get|got|gotten|ma[dk]e|put|given?|counted?|be|write|written|wrote|book|booked|enter\w*|typed?|done)"
_ASKS = re.compile(
    rf"\b(?:did|have|has|could|might|would) {_THEM}(?: have)? {_PUT}\b"
    rf"[^.;!\n]{{0,30}}\b{_WRONG}\b"
    rf"|\bis (?:their|the clinic['’]?s|the surgery['’]?s|the doctor['’]?s)\b[^.;!?\n]{{0,40}}\b{_WRONG}\b"
    r"|\b(?:do|does)(?:n['’]?t| not)(?: (?:really|quite))? add up\b|\bdoes (?:that|it|theirs) add up\b"
    r"|\b(?:that|it|this) (?:can['’]?t|cannot|can not) be right\b"
    rf"|\bis (?:it|that|this|{_THEM}) (?:\w+ ){{0,2}}(?:mistaken|wrong|a mistake|an error|a slip|a mix-?up)\b"
    r"|\bis (?:that|it|this) the wrong (?:day|date)\b",
    re.I,
)
# "Should I ring and ask them which it is?", where their day is not the plan's.
_ASK_THEM = re.compile(
    r"\b(?:(?:should|shall|must|ought|do|had) (?:i|we|she|he)|worth|(?:ok|okay|better|best) to)\b[^.;!?]{0,25}"
    r"\b(?:ask|asking|ring|ringing|call|calling|phone|phoning|check|checking|query|querying|contact|say|mention)\b",
    re.I,
)
# Whoever says more asks something else.
_OF_ASKING = frozenset(
    re.findall(
        r"\S+",
        """
    should shall must ought do i we she he need have to is it worth better had would be ok okay best ring ringing call
    calling phone phoning ask asking check checking query querying contact them the clinic surgery receptionist
    reception practice doctor doctors nurse gp and or so then just which one day date of right correct what about that
    this yes please up say something mention if whether they thanks thank you really perhaps maybe a mistake wrong meant
    think
    """,
    )
)
_LONGEST = 300
_SO_LONG = re.compile(r"every (?P<span>\d+ (?:days|weeks|months))")


def doubts_day(text: str) -> bool:
    """Whether it is asked if the clinic's day is right, or said that it does not add up."""
    return len(text) <= _LONGEST and _ASKS.search(text) is not None


def clinic_day(text: str, state: State, who: Who) -> Move | None:
    """The question, where the clinic set the next day and the one before it is known."""
    known = state.booked is not None and as_before_booking(state) is not None and state.ready(who.today)
    return Move("request", CLINIC_DAY, rest=(0, len(text))) if known and doubts_day(text) else None


def ask_which(text: str, state: State, who: Who) -> Move | None:
    """That it is asked whether to ask the clinic, where the day that it set is not the one that is counted."""
    plain = text.replace("’", "'")
    before = as_before_booking(state) if state.booked is not None and state.ready(who.today) else None
    words = set(re.findall(r"[a-z0-9']+", plain.lower()))
    if before is None or _ASK_THEM.search(plain) is None or not words <= _OF_ASKING:
        return None
    differs = _counted_day(before, who.today) not in (None, state.booked)
    return Move("request", ASK_WHICH, rest=(0, len(text))) if differs else None


def clinic_keeps(text: str, state: State, who: Who) -> bool:
    """Whether a message says that the clinic stands by the day that it set, as it was read back: "they said to leave it
    on the 9th"."""
    plain = text.replace("’", "'")
    if state.about != CONFIRM or state.booked is None or "?" in plain or _NOT_KEPT.search(plain):
        return False
    found, days = _KEEPS.search(plain), days_asked(plain, state, who.today).days
    if found is None or not all(day == state.booked for day in days):
        return False
    # "Leave" alone may be of anything; a number without the day is none of it.
    alone = found["same"] != "" or re.search(r"as it is\b", found[0], re.I) is not None
    return bool(days) or (alone and re.search(r"\d", found[0]) is None)


# Nothing but the day may stand behind: "leave it for now", "keep it at 10 weeks" and "leave, they will rebook" do not
# speak of it.
_KEEPS = re.compile(
    rf"\b(?:{_THEM}|she|he|reception\w*)\b(?: (?!(?:and|but|or|so)\b)[\w']+){{0,4}}? "
    r"(?:says?|said|told|tells?|wants?|confirm\w*|reckons?)"
    r"(?:,?:? (?:just|to|that|me|us|her|him|i|we|should|please|yes|it|they)){0,5}?"
    r" (?P<it>(?:leave|keep|keeping|stick|go)(?P<same>(?: (?:to|with))? (?:it|that)|(?= as it is\b)|(?: (?:to|with))?)"
    r"|stays?|stands?|it'?s right|it is right|that'?s right|correct)"
    rf"(?: as it is|(?: (?:to|with|on|at|for|the|{WEEKDAY_WORDS},?|of|{MONTHS}|{NTH}|\d{{1,2}}|20\d\d)){{0,8}})"
    r"(?:,? (?:then|please|thanks|thank you))?\s?[.!]?\s*$",
    re.I,
)
_NOT_KEPT = re.compile(r"\b(?:not|no|\w+n't|dont|cant|wont|wrong|instead|moved?|chang\w+|unless|if|but)\b", re.I)


def _counted_day(state: State, today: date) -> date | None:
    """The day that a plan gives, counted from its last dose."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or not state.countable(today):
        return None
    dose = next(iter(next_doses(state.phases, anchor, today=anchor.date, count=1)), None)
    return dose.earliest if dose is not None and dose.earliest == dose.latest else None


class ClinicDay(BookedFits):
    """Says how far the clinic's day is from the one that is counted."""

    def clinic_day(self, value: str) -> list[str]:
        """`value`: nothing."""
        before, booked = as_before_booking(self.state), self.state.booked
        if before is None or booked is None or before.anchor is None:
            return [self.words("kept_none")]
        lines = compared(before, booked, self.today, self.words, self.country)
        return lines or [self.words("off_by_none", date=full_date(booked))]

    def ask_which(self, value: str) -> list[str]:
        """`value`: nothing."""
        before, booked = as_before_booking(self.state), self.state.booked
        planned = _counted_day(before, self.today) if before is not None else None
        if booked is None or planned is None:
            return [self.words("whom")]
        return [self.words("ask_which", date=full_date(booked), planned=full_date(planned))]


def compared(state: State, booked: date, today: date, words: Wording, country: str | None) -> list[str]:
    """The day that a plan gives, counted from its last dose, and how far the clinic's is from it; [] where both are the
    same, or nothing is counted from a last dose."""
    anchor = state.anchor
    if anchor is None or anchor.kind != "last" or not state.countable(today):
        return []
    # As on the day of that dose: nothing is late then.
    view = ClinicDay(state, anchor.date, words, country)
    dose = next(iter(view.coming(1)), None)
    if dose is None or dose.earliest != dose.latest or dose.earliest == booked or Anchor("first", booked) == anchor:
        return []
    days, often = (booked - dose.earliest).days, every(state.phases[dose.phase_index])
    first, due = full_date(anchor.date), full_date(dose.earliest)
    span = _SO_LONG.fullmatch(often)
    line = (
        words("so_long_after", span=span["span"], day=first, date=due)
        if span
        else words("theirs_counted", words=often, day=first, date=due)
    )
    name = "theirs_before" if days < 0 else "theirs_after"
    return [line, words(name, span=view._span(abs(days)))]
