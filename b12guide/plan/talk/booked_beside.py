"""A date that the clinic set, told in the same message as the plan: it is kept as theirs, beside the one counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from ..reading.day_words import DAY_NUMBER, MONTHS, WEEKDAY_WORDS
from ..reading.reader import read_date
from .acting import Acting
from .clinic_day import doubts_day
from .coming_day import coming_day
from .move import Move
from .moved_dose import OF_OTHER
from .not_agreed import agreed, is_offer
from .outcome import Outcome, Who
from .state import CONFIRM, State
from .templates import Wording
from .wishes import Wishes

_DAY = (
    rf"(?P<day>(?:(?:{WEEKDAY_WORDS}),? )?(?:the )?(?:{DAY_NUMBER}(?: of)? (?:{MONTHS})\b"
    rf"|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\w))(?:,? 20\d\d)?)"
)
_CLINIC = (
    r"(?:letter|card|text|e-?mail|message|surgery|clinic|nurses?|doctors?|gp|they"
    r"|practice|hospital|pharmacy|health cent(?:re|er))"
)
_SET = re.compile(
    rf"\b{_CLINIC}(?:['’](?:s|ve))?(?: (?:\w+)){{0,4}}? (?:gives?|gave|given|says?|said|sets?|booked|put|offers?"
    rf"|offered|wants?|do|has|have|got|shows?|sent)(?: (?:me|us|her|him|mine|it|in|down|for|on|as|is|an?"
    rf"|appointment|slot)){{0,5}} {_DAY}"
    rf"|\b(?:booked|booking|appointment|appt|slot)(?: (?:me|us|in|down|is|for|on|already|now)){{0,4}}"
    rf" {_DAY.replace('?P<day>', '?P<day2>')}",
    re.I,
)
# "The surgery has gone and moved it to 21 April", "it's been put on Tuesday the 18th": one that takes the place of the
# one by the plan, with a day by its weekday or its number too.
_NEAR = (
    rf"(?:(?:the )?(?:coming |this |next )?(?:{WEEKDAY_WORDS})\b(?:,? (?:the )?{DAY_NUMBER}(?!\w)(?:(?: of)? "
    rf"(?:{MONTHS})\b)?)?"
    rf"|(?:the )?{DAY_NUMBER}(?: of)? (?:{MONTHS})\b|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?!\w)|the "
    rf"{DAY_NUMBER}(?!\w))"
)
_HER = (
    r"(?:it|mine|hers?|his|him|me|us|that|this|them|the|my|next|coming|one|jab|shot|injection|appointment"
    r"|dose|to|that's)"
)
_MOVES = r"(?:moved|shifted|changed|pushed|put|rebooked|rescheduled|brought|switched|bumped)"
_MOVED = re.compile(
    rf"\b(?:but |and |so |only )?(?:the |my |our |her |his )?(?:{_CLINIC})(?:['’](?:s|ve))?"
    r"(?: (?:has|have|had|now|just|gone|and|since|already|then|went|only|to)){0,5}"
    rf" {_MOVES}(?: {_HER}){{0,4}}(?: (?:back|forward|up|out|along|over))?(?: (?:to|on|for|till|until|onto))? "
    rf"(?P<day>{_NEAR})"
    rf"|\b(?:but |and |so |only )?(?:it|mine|hers|his|that|that one|today['’]?s(?: one)?|(?:the |my |her |his "
    rf")?next(?: one)?)"
    rf"(?:['’]?s| is| has| was| got)(?: (?:now|been|just|since|already|being)){{0,3}} {_MOVES}"
    rf"(?: (?:back|forward|up|out|over))?(?: (?:to|on|for|till|until))? (?P<day2>{_NEAR})",
    re.I,
)
# "Monday the clinic is closed, so they gave me Tuesday".
_CLOSED = re.compile(
    rf"\b(?:but |and )?(?:(?:on |this |next |the |coming ){{0,2}}(?:{WEEKDAY_WORDS})\b(?:,? (?:the "
    rf")?{DAY_NUMBER}(?!\w))?,? )?"
    r"(?:the )?(?:clinic|surgery|practice|hospital|office|they|it)(?:['’]?s|['’]re| is| are| will be|['’]ll be)"
    rf" (?:closed|shut|off)\b(?: (?:then|that day|on (?:the )?(?:{WEEKDAY_WORDS})))?(?: (?:for|because of|cos "
    rf"of) [^,.;!?\n]{{1,25}}?)?"
    r"(?:,? (?:so|and)|[,.;]) (?:that )?(?:they|she|he|the nurse|we|i)(?:['’](?:ve|re|m|ll))?(?: (?:have|has"
    r"|are|am|will|go|going))?"
    rf" ?(?:gave|given|give|giving|put|booked|moved|said|go|going|have|having)?(?: {_HER}){{0,3}}(?: (?:in|down))?"
    rf"(?: (?:on|for|to))? (?P<day>{_NEAR})(?: instead)?",
    re.I,
)
_NO = re.compile(
    r"\b(?:last|had|was|cancel\w*|missed|if|blood tests?|flu|covid|start\w*|first|begin\w*|count\w*)\b", re.I
)
_ONLY_SUPPOSED = re.compile(
    r"\b(?:if|unless|could|can|would|might|may|should|cancel\w*|blood tests?|flu|covid)\b", re.I
)


def booked_beside(
    before: State, text: str, outcome: Outcome, who: Who, wording: Wording, new_key: Callable[[], str]
) -> Outcome:
    """The outcome of a plan that was just told, with the date that the clinic set for its next dose."""
    state = State.from_json(outcome.state)
    if before.phases or state.about != CONFIRM or state.booked is not None or not state.ready(who.today):
        return outcome
    plain = text.replace("’", "'")
    if is_offer(plain) and not agreed(plain):
        # "They have a slot on the 28th, do I take it?": nothing is set by it.
        return outcome
    planned = Wishes(state, who.today, wording).coming(1)
    day = _day_set(text, who) or (_day_moved(text, planned[0].earliest, who) if planned else None)
    if day is None or not planned or planned[0].earliest <= day <= planned[0].latest or state.had_since(day):
        return outcome
    kept = Acting(state, text, who, wording, new_key).all((Move("fact", "booked", day.isoformat()),))
    if kept is None or State.from_json(kept.state).booked != day:
        return outcome
    first, *rest = kept.bubbles[0].split("\n")
    if doubts_day(text):
        # How far it is from the plan's own is said already.
        return kept
    line = Wishes(state, who.today, wording).dose_line("booked_beside", planned[0])
    return replace(kept, bubbles=("\n".join([first, line, *rest]), *kept.bubbles[1:]))


def _day_set(text: str, who: Who) -> date | None:
    """The one day to come that the clinic set, as a text tells."""
    days: set[date | None] = set()
    for match in _SET.finditer(text):
        clause = text[max(text.rfind(mark, 0, match.start()) for mark in ".;!?\n") + 1 : match.end()]
        if not _NO.search(clause):
            days.add(read_date(match["day"] or match["day2"], today=who.today, country=who.country, role="next").date)
    day = days.pop() if len(days) == 1 else None
    return day if day is not None and day >= who.today else None


# "Moved the 18th to the 19th": the day is the one that it was on.
_WAS_ON = re.compile(
    rf" ?(?:one|jab|shot|injection|dose)?,? (?:to|onto|until|till) (?:the )?(?:{WEEKDAY_WORDS}|{MONTHS}|\d)", re.I
)


def _moves_told(text: str) -> list[re.Match[str]]:
    """What a text tells of one that the clinic moved; nothing that it asks or supposes."""
    found: list[re.Match[str]] = []
    for match in (*_CLOSED.finditer(text), *_MOVED.finditer(text)):
        if _WAS_ON.match(text, match.end()) or OF_OTHER.search(match[0]):
            continue
        clause = text[max(text.rfind(mark, 0, match.start()) for mark in ".;!?\n") + 1 : match.end()]
        asked = text[match.end() :].lstrip()[:1] == "?"
        if not (
            asked or _ONLY_SUPPOSED.search(clause) or any(one.start() <= match.start() < one.end() for one in found)
        ):
            found.append(match)
    return found


def without_moved(text: str) -> str:
    """`text` with blanks in the place of what it tells of one that the clinic moved."""
    for match in _moves_told(text):
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text


def moved_of_known(text: str, who: Who) -> tuple[str, date] | None:
    """What else a message tells or asks, and the day to come to which the clinic moved the next dose of a plan that is
    known, told beside it."""
    rest = without_moved(text)
    if rest == text or not re.search(r"\w", rest):
        return None
    day = _day_moved(text, who.today + timedelta(1), who)
    return (rest, day) if day is not None else None


def _day_moved(text: str, planned: date, who: Who) -> date | None:
    """The one day to come on which the next dose is in the place of its own."""
    days: set[date] = set()
    for match in _moves_told(text):
        words = match["day"] or match.groupdict().get("day2") or ""
        exact = read_date(f"next one {words}", today=who.today, country=who.country, role="next").date
        found = coming_day(words, today=who.today, shown=planned).days
        days |= {exact} if exact is not None and not found else set(found[:1])
    day = days.pop() if len(days) == 1 else None
    return day if day is not None and day >= who.today else None
