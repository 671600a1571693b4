"""A wish for another gap than the clinic's: "put me down for every 8, I want 8". It changes no plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..reading.day_words import NTH_END
from .message import number
from .state import State

# A longer message is a story; of one with two intervals it is asked which one is the plan's.
_LONGEST = 1000
_UNIT = r"(?:days?|weeks?|wks?|months?|mths?)"
_WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_N = rf"(?:\d{{1,2}}(?![\d:/]|\.\d|th|st|nd|rd|am|pm)|{_WORDS})"
# How often it is to be: with its unit, or a number that leaves the unit to the plan.
_OFTEN = (
    r"(?:(?:it |them |mine |one )?(?:(?:every|each|once every) "
    rf"(?:(?P<n>{_N})(?: (?P<u>{_UNIT}))?|other week|fortnight|week|month)"
    rf"|(?P<n2>{_N})[ -](?P<u2>week|month|day)(?:s|ly)?|weekly|monthly|fortnightly"
    rf"|(?P<n3>{_N})(?=\W*$|[.,;!?]|\W+(?:then|please|instead|now|not|weeks)\b))\b)"
    r"(?! (?:\w+ ){0,3}(?:dates?|list|schedule|plans?|calendar|reminders?|injections?|jabs?|shots?|of|more|left"
    r"|days? before)\b)"
    # "2 weeks early" is another day, and no gap.
    r"(?!(?: (?:days?|weeks?|wks?|months?|mths?))? (?:early|earlier|late|later|sooner|before|ahead|in advance)\b)"
    r"(?!\W* (?:january|february|march|april|may|june|july|august|september|october|november|december)\b)"
)
_BESIDE = (
    r"(?: (?:to|have|get|go|be|take|do|it|them|mine|my|the|on|at|for|one|b12|jabs?|shots?|injections?|having|getting"
    r"|down|back))"
)
_SELF = r"(?:i|we|she|he|mum|mom|dad)"
_WISH = re.compile(
    rf"\b(?:{_SELF}(?:'d| would)? (?:really |just |still |only |so |do ){{0,8}}"
    rf"(?:want(?:ed|s)?|wanna|like|love|prefer|rather|wish){_BESIDE}{{0,6}}"
    r"|(?:put|book|sign|set) (?:me|us|him|her|mum|mom|dad|it|mine|that)(?: down| in)? (?:for|on|to|as|at)"
    r"|(?:can|could|may) (?:you |i |we |it |she |he )(?:please |just ){0,8}"
    r"(?:have|go|be|do|get|make|put|move|change|switch)"
    rf"{_BESIDE}{{0,4}}(?: me| us| him| her)?(?: to| on)?) {_OFTEN}",
    re.I,
)
# What is a wish only where one was turned down before: by itself it may put the plan right.
_ONCE_MORE = re.compile(
    r"(?:^|[.;!?\n,–—]|\bbut\b)\W{0,4}(?:(?:just|please|so|then|ok|okay|well|no|but|and|oh|come on|go on)\W{1,4}){0,8}"
    rf"(?:make|put|set|change|write|say)(?: (?:it|me|that|them|down|in|to|for|as)){{0,8}} {_OFTEN}",
    re.I,
)
_ASKS_LEAVE = re.compile(r"(?:can|could|may)\b", re.I)
# The clinic's word makes it the clinic's plan.
_CLINIC_SAID = re.compile(
    r"\b(?<!what )(?:gp|doctor|doc|dr\.?(?: \w+)?|nurse|clinic|surgery|consultant|specialist|practice|hospital|they)"
    r"(?:'ve| have| has|'s| just| now| finally){0,8}"
    r" (?:says?|said|agrees?|agreed|approved|changed|moved|put|told|ok'?d|okayed|wants?)\b"
    r"(?! (?:no|not|never|it can'?t|they can'?t|i can'?t)\b)",
    re.I,
)
# Where the clause of a wish begins or ends.
_EDGE = re.compile(r"[.;!?\n,–—]|\bbut\b|\b(?:and|so|though|because|cos)\b", re.I)
_NO_UNIT = re.compile(rf"\b(every (?:\d{{1,2}}|{_WORDS}))\b(?!\s*(?:{_UNIT}|{NTH_END}|-))", re.I)


@dataclass(frozen=True)
class GapWish:
    """What a message says beside the wish, of the same length where no unit had to be carried over."""

    rest: str


def gap_wish(text: str, state: State) -> GapWish | None:
    """The wish of a message; None where it has none, where the clinic said so, or where it is the plan already."""
    plain = text.replace("’", "'")
    if len(plain) > _LONGEST:
        return None
    found = _WISH.search(plain) or (_ONCE_MORE.search(plain) if state.wished else None)
    if found is None or _CLINIC_SAID.search(plain):
        return None
    if found.groupdict()["n3"] and _ASKS_LEAVE.match(found[0]):
        # "Can I have two?" is about how many at once.
        return None
    wished = next((n for name in ("n", "n2", "n3") if (n := found.groupdict().get(name))), None)
    unit = found.groupdict().get("u") or found.groupdict().get("u2")
    known = [phase for phase in state.phases if not phase.bounded] or list(state.phases)
    if wished is not None and known and number(wished.lower()) == known[-1].period and not unit:
        return None
    start, end = found.span()
    start = max((match.end() for match in _EDGE.finditer(plain, 0, start + 1) if match.end() <= start), default=0)
    after = _EDGE.search(plain, end)
    end = after.start() if after else len(plain)
    rest = text[:start] + " " * (end - start) + text[end:]
    if unit:
        rest = _NO_UNIT.sub(lambda m: f"{m[1]} {unit.rstrip('s')}s", rest)
    return GapWish(rest)
