"""Days that nobody agreed: what is wished, offered, counted or asked of a day books nothing, and what stands is said.
Only words of something agreed ("they booked me in for", "the clinic moved it to") keep a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from ..model import full_date
from ..reading.day_words import DAY_NUMBER, MONTHS, NTH, WEEKDAY_WORDS
from .asked_days import days_asked
from .coming_day import coming_day, shown_day
from .message import SENTENCE
from .misbooked import without_nothing_booked
from .move import Move
from .outcome import Who
from .state import CHANGE, CONFIRM, State
from .view import View
from .what_if import names_condition

NOT_AGREED = "not_agreed"
# Behind the day that the clinic offered.
OFFERED = "/offered"
_LONGEST = 300
_DAY = re.compile(rf"\b(?:{WEEKDAY_WORDS}|{MONTHS}|{NTH}|tomorrow)\b", re.I)
# What the clinic and the person agreed on, by whoever's word.
_AGREED = re.compile(
    r"\b(?:re)?booked\b|\b(?:confirmed|agreed|accepted|arranged|scheduled|rescheduled|settled|(?:i|we|she|he) took)\b"
    r"|\b(?:moved|changed|shifted|switched|put|pencilled)(?: (?:it|me|us|her|him|mine|that|this|hers|his))?"
    r"(?: (?:in|down|back|forward))? (?:to|for|on)\b"
    r"|\b(?:got|have|has|given|gave|made)(?: (?:me|us|her|him))?(?: (?:an?|my|the|her|his))? (?:new )?"
    r"(?:appointment|appt)\b|\b(?:i|we|she|he) said (?:yes|ok|okay|fine)\b|\bsaid yes\b"
    r"|\b(?:fit|fitting|squeezed|squeezing|squeeze|slotted) (?:me|us|her|him) in\b",
    re.I,
)
# "Could it be moved to", "have they booked me": the same, only asked.
_ONLY_ASKED = re.compile(
    r"\b(?:can|could|might|may|would|should|will|shall)\b[^.;!?\n]{0,25}?\b(?:be|get|have|put|say)\b"
    r"[^.;!?\n]{0,15}?\b(?:booked|moved|changed|shifted|switched|put|rescheduled|arranged|confirmed)\b"
    r"(?: (?:to|for|on)\b)?"
    # "They can fit me in on the 7th" offers it.
    r"|\b(?:can|could|might|may|would) (?:still |maybe |just |only |also |even ){0,2}(?:fit|squeeze|slot|do"
    r"|see|put|get|book)"
    r" (?:me|us|her|him|mum|dad)(?: in)?\b"
    r"|\b(?:can|could|would|will|shall|should|may) (?:they|she|he|you|i|we|it|the (?:nurse|clinic|surgery))\b"
    r"[^.;!?\n]{0,20}?\b(?:put|squeeze|fit) (?:me|us|her|him|it)(?: in)?(?: (?:to|for|on)\b)?",
    re.I,
)
_PLEASE = r"(?:\?|\b(?:please|kindly|pls|plz)\b|\badvi[sc]e\b|\byes or no\b|\bor not\b)"
# "Can send Wednesday 10 instead?", "I would rather have the 12th".
_WISHED = re.compile(
    rf"\b(?:can|could|may|might|shall|should|would|will)\b[^.;!?\n]{{0,70}}\binstead\b[^.;!?\n]{{0,30}}{_PLEASE}"
    rf"|\b(?:what about|how about|why not)\b[^.;!?\n]{{0,40}}\binstead\b"
    r"|\b(?:would|'d|d)(?: \w+)? (?:rather|prefer|suit)\b|\b(?:suits?|is better for|works better for)"
    r" (?:me|us|him|her|my \w+)(?: \w+)? ?(?:better|best|more)?\b",
    re.I,
)
_TAKE = (
    r"(?:\b(?:should|shall|do|can|could|must|may|would|ought) (?:i|we|she|he|mum|dad|mam|mom)(?: \w+){0,2}? "
    r"(?:take|accept|grab|have|go|get|say|jump)\b"
    r"|\b(?:take|accept|grab|have|snap)(?: (?:it|that|this|them))?"
    r"(?: (?:up|or not|or leave it|then|now)){0,2}\s*(?:\?|$)"
    r"|\byes or no\b|\b(?:ok|okay|all right|alright|fine|too (?:early|soon)|safe|a good idea"
    r"|worth it)\b[^.;!?\n]{0,25}\?"
    # The same without its mark: "is it too soon".
    r"|\b(?:is|isn'?t|would|wouldn'?t|will|does|is not) (?:it|that|this|they|the \w+)"
    r"(?: (?:be|seem|sound|look|not|a bit|bit|a|way|still"
    r"|really|then|far|going to be)){0,3} (?:ok|okay|all right|alright|fine|too (?:early|soon|late|close"
    r"|near)|safe|allowed|a good idea|good idea|worth it)\b|\bor is (?:it|that) too (?:early|soon|late)\b)"
)
_OFFER = re.compile(
    r"\b(?:offer|offers|offered|offering|slot|gap|opening|space|spot|cancellation|opened up|come up|came up"
    r"|dropped out|free (?:slot|place)|available"
    r"|(?:can|could) (?:still |maybe |just |only |also |even ){0,2}(?:fit|squeeze|slot|do|see|take|have"
    r"|jab) (?:me|us|her|him)"
    r"|(?:can|could) (?:also |still |only )?do|(?:have|has|got) (?:a )?room)\b",
    re.I,
)
_TAKES = re.compile(_TAKE, re.I)
# "The 30th then, a week before mine: do I take it?"
_TAKEN = re.compile(
    r"\b(?:should|shall|do|can|could|must|may) (?:i|we|she|he|mum|dad|mam|mom)(?: \w+){0,2}? (?:take|accept"
    r"|grab|have)\b"
    r"|\btake (?:it|that|this)\b",
    re.I,
)
_DAY_NUMBERED = re.compile(rf"\b(?:{NTH}|{DAY_NUMBER} (?:of )?(?:{MONTHS})|(?:{MONTHS}) \d{{1,2}})\b", re.I)
_BEFORE_MINE = re.compile(
    r"\b(?:days?|weeks?|fortnight|months?) (?:before|after|earlier|ahead|early|sooner|later|late|behind)\b", re.I
)
_GIVEN_UP = re.compile(
    r"\b(?:cancell?ed|spare|somebody else'?s|someone else'?s) (?:slot|appointment|appt|space|place)\b"
    r"|\b(?:someone|somebody|another patient|a patient|a lady|a man)(?:'s| has| had)?(?: just)? (?:cancell?ed"
    r"|dropped out|pulled out)\b",
    re.I,
)
_N = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few)"
# "30 March, a week early, yes or no?"
_EARLY = re.compile(
    rf"\b(?:{_N} (?:whole |full )?(?:days?|weeks?|fortnights?) |too |bit |little )"
    r"(?:early|earlier|sooner|late|later|soon)\b",
    re.I,
)
_ASKS = re.compile(rf"{_PLEASE}", re.I)
_PAST = re.compile(r"\b(?:had|got|gave|given|was|were|been|did|jabbed|injected|last|missed)\b", re.I)
_NAMED = rf"(?:the )?(?:(?:{WEEKDAY_WORDS}),? (?:the )?)?(?:{DAY_NUMBER})(?!\d)(?: (?:of )?(?P<m_of>{MONTHS})\b)?"
# "April the 22nd or 29th".
_EITHER = re.compile(
    rf"(?:\b(?P<m1>{MONTHS})\b,? )?(?:on )?(?P<a>{_NAMED.replace('m_of', 'm2')})\s?,? or (?:(?P<m4>{MONTHS}) )?"
    rf"(?P<b>{_NAMED.replace('m_of', 'm3')})",
    re.I,
)
_SO_MANY = re.compile(r"\s?(?:days?|weeks?|months?|injections?|jabs?|shots?|doses?|mcg|mg|%|o'?clock|am|pm|:)", re.I)
_NUMBER = re.compile(rf"\b{NTH}\b|\b\d{{1,2}}\b", re.I)


def not_agreed(text: str, found: Sequence[Move], state: State, who: Who) -> tuple[Move, ...] | None:
    """What is asked of the plan instead, where a day that a message names is not agreed; None where it may be.

    `found`: what the message does else; what is a request already stays, but for an offer.
    """
    if state.paused or not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE):
        return None
    plain = text.replace("’", "'")
    if len(plain) > _LONGEST or _DAY.search(plain) is None or names_condition(plain):
        return None
    offered = is_offer(plain)
    # Somebody else's visit that was called off is offered to this one.
    done = _DONE - {"called_off"} if offered else _DONE
    if agreed(without_nothing_booked(plain)) or any(move.name in done for move in found):
        return None
    only_asks = bool(found) and all(move.kind in ("yes", "no", "request") for move in found)
    place = (0, len(text))
    if (days := _either(plain)) and only_asks and {move.name for move in found} <= _LISTS:
        # The day that is asked for beside a list has its answer too.
        return (*found, Move("request", "asked_days", " or ".join(_in_plan(days, state, who)), rest=place))
    if days and not only_asks:
        return (Move("request", "asked_days", " or ".join(_in_plan(days, state, who)), rest=place),)
    # What is asked of the day alone is answered with it.
    of_day = only_asks and {move.name for move in found} <= _OF_DAY
    wished = (_WISHED.search(plain) is not None and not _PAST.search(_wish(plain))) or _is_early(plain)
    if offered or (wished and (not only_asks or of_day)):
        value = next(iter(_days(plain, state, who.today)), "")
        yes = found[:1] if state.about == CONFIRM and found and found[0].kind == "yes" and found[0].sure else ()
        return (*yes, Move("request", NOT_AGREED, f"{value}{OFFERED}" if offered else value, rest=place))
    return None


def offer_beside(text: str, state: State, who: Who) -> Move | None:
    """The day that is offered in the message that tells the plan."""
    asked = not_agreed(text, (), state, who) if is_offer(text.replace("’", "'")) else None
    return next((move for move in asked or () if move.name == NOT_AGREED), None)


def agreed(plain: str) -> bool:
    """Whether a message has words of something that is agreed, and not only asked for."""
    return _AGREED.search(_ONLY_ASKED.sub(" ", plain)) is not None


_OF_DAY = frozenset({"two_at_once", "asked_days", "is_it", "one_of"})
_LISTS = frozenset({"list", "dates_wished"})
# A dose that was had is told of, whatever is asked beside it.
_DONE = frozenset({"given", "moved_had", "denied", "missed", "had_dates", "skipped", "called_off"})


def is_offer(plain: str) -> bool:
    """Whether a day was offered, and it is asked if it may be had."""
    if _GIVEN_UP.search(plain):
        return True
    if _TAKES.search(plain) is None:
        return False
    taken = _TAKEN.search(plain) and _BEFORE_MINE.search(plain) and _DAY_NUMBERED.search(plain)
    return _OFFER.search(plain) is not None or taken is not None


def tells_offer(sentence: str) -> bool:
    """Whether a sentence tells of a day that is offered, how early it is, or asks whether to take it."""
    if any(way.search(sentence) for way in (_OFFER, _GIVEN_UP, _TAKES)):
        return True
    # A dose that was had may have been early or late too: "I got it on the 2nd, two days late".
    return _BEFORE_MINE.search(sentence) is not None and _PAST.search(sentence) is None


def _is_early(plain: str) -> bool:
    """Whether it is asked of a day so long before or after the plan's if one may be had on it."""
    return any(
        _EARLY.search(part[0]) and _DAY.search(part[0]) and _ASKS.search(part[0]) and not _PAST.search(part[0])
        for part in (*SENTENCE.finditer(plain), re.match(r"[\s\S]*", plain))
        if part is not None
    )


def _wish(plain: str) -> str:
    return next((part[0] for part in SENTENCE.finditer(plain) if _WISHED.search(part[0])), "")


def _either(plain: str) -> list[tuple[str, str | None]]:
    """Two days between which it is asked, by their number and the month that is named with them."""
    found = [match for match in _EITHER.finditer(plain) if not _PAST.search(plain)]
    if len(found) != 1 or _SO_MANY.match(plain, found[0].end()):
        return []
    match = found[0]
    first, second = _NUMBER.findall(match["a"]), _NUMBER.findall(match["b"])
    if not first or not second:
        return []
    sentence = re.split(r"[.;!?\n]", plain[: match.start()])[-1]
    before = re.findall(rf"\b(?:{MONTHS})\b", sentence, re.I)
    near = match["m2"] or match["m1"] or match["m4"] or match["m3"] or (before[-1] if before else None)
    later = match["m3"] or match["m4"] or near
    ordinal = re.search(r"\d(?:st|nd|rd|th)\b", match["a"] + " " + match["b"], re.I)
    if near is None and ordinal is None:
        return []
    numbers = [re.sub(r"\D", "", one[-1]) for one in (first, second)]
    return [(numbers[0], near), (numbers[1], later)] if all(numbers) else []


def _in_plan(days: Sequence[tuple[str, str | None]], state: State, who: Who) -> list[str]:
    """The same days in full."""
    names = (f"{day} {month}" if month else f"the {day}{_nth(int(day))}" for day, month in days)
    read = [day for name in names for day in days_asked(name, state, who.today).days[:1]]
    return [full_date(_this_year(day, who.today)).partition(" ")[2] for day in read]


def _nth(number: int) -> str:
    return "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _days(plain: str, state: State, today: date) -> list[str]:
    """The day that is meant: near the next one of the plan, and not that one itself."""
    shown = shown_day(state, today)
    counted = state.anchor.date if state.anchor is not None else None
    named = [*days_asked(plain, state, today).days, *coming_day(plain, today=today, shown=shown).days]
    named = [day for day in (_this_year(day, today) for day in named) if day >= today]
    named = [day for day in named if day not in (shown, counted)]
    near = shown if shown is not None else today
    return [min(named, key=lambda day: abs(day - near)).isoformat()] if named else []


def _this_year(day: date, today: date) -> date:
    """The same day of this year, where that is still to come: nobody wishes for one of the year after."""
    before = day - relativedelta(years=1)
    return before if before >= today else day


class NotAgreed(View):
    """What stands, how far the other day is from it, and who says."""

    def not_agreed(self, value: str) -> list[str]:
        """`value`: the day in ISO 8601, or nothing, with `OFFERED` behind it where the clinic offered it."""
        coming = self.coming(1)
        offered = value.endswith(OFFERED)
        value = value.removesuffix(OFFERED)
        ask = [self.words("offer_clinic"), self.words("offer_check")] if offered else [self.words("move_ask")]
        if self.overdue or not coming:
            return [*self.late(), *ask]
        dose, lines = coming[0], [self.dose_line("move", coming[0])]
        if value and dose.earliest == dose.latest:
            day = date.fromisoformat(value)
            self.state.named_day, self.state.named_turns = day, 0
            off = (day - dose.earliest).days
            if off:
                name = "not_agreed_before" if off < 0 else "not_agreed_after"
                lines.append(self.words(name, date=full_date(day), span=self._span(abs(off))))
        return [*lines, *ask]
