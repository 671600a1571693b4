"""How often they were, told beside how often they are: "the old surgery did every 12, the new one goes by 11".

What was is out of the message, and what is stands there in the words that the talk reads.
"""

from __future__ import annotations

import re

from ..model import Unit
from .message import NUMBERS
from .state import State

_WHO = (
    r"(?:lot|ones?|surgery|surgeries|clinic|place|practice|gps?|doctors?|docs?|drs?|nurses?|hospital|team|crowd|plan"
    r"|schedule|regime|regimen|pattern|people|crew|letter|rule|way|gap|routine)"
)
_OLD = re.compile(
    rf"\b(?:old|previous|former|prior|other) {_WHO}\b|\blast (?:surgery|clinic|practice|gp|place|hospital|doctor)\b"
    r"|\b(?:used to|previously|formerly|originally|beforehand|back then|in those days|up till now|until now|before"
    r" (?:that|this|now|i moved|we moved|the move)|once was|no longer)\b"
    r"|\b(?:it|they|mine|hers|his)(?: was| were|'d been| had been)\b",
    re.I,
)
_NEW = re.compile(
    rf"\bnew {_WHO}\b|\b(?:this|these|current|present) {_WHO}\b|\b(?:now|nowadays|these days|currently|at present|here"
    r"|from now on|since (?:then|i moved|we moved|the move)|as of (?:now|late)|lately)\b"
    r"|\b(?:changed|switched|moved|gone|went|upped|dropped|cut|down|up)(?: (?:it|me|them|mine))? to\b",
    re.I,
)
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
_UNIT = r"(?:days?|weeks?|wks?|months?|mths?|daily|weekly|monthly|wkly)"
_GAP = re.compile(
    rf"(?:\b(?:every|each|once every|on|by|at|for|a|did|does|do|say|says|said|go|goes|went|is|was|were|be|it'?s|to|have"
    rf"|has|want|wants|use|uses|like|likes|of)\s+)(?:(?:it|them|me|every|each|by|a|the|at) ){{0,3}}"
    rf"(?P<n>{_NUMBER})(?:[ -]?(?P<u>{_UNIT}))?(?![\w/:.-]*\d)"
    r"(?! (?:jabs?|shots?|injections?|doses?|of|more|left|ago)\b)"
    rf"|\b(?P<n2>{_NUMBER})[ -]?(?P<u2>{_UNIT})\b(?! (?:ago|left|late|early))"
    r"|\b(?P<word>weekly|fortnightly|monthly|quarterly|every (?:other |second )?(?:week|month|fortnight))\b",
    re.I,
)
_CLAUSE = re.compile(r"(?:(?!\s(?:but|and|whereas|while|though|so)\s)[^,.;:!?\n–—])+", re.I)
_UNITS: dict[str, Unit] = {"d": "d", "w": "wk", "m": "mo"}
_NAMES: dict[Unit, str] = {"d": "days", "wk": "weeks", "mo": "months", "a": "years"}

# "The old booking, from when it was every 8 weeks".
BACK_WHEN = re.compile(
    r"\b(?:(?:from|of|since) )?(?:back )?when (?:it|they|mine|hers|his|i|she|he|we) (?:was|were"
    r"|had (?:it|them|one)) (?:still )?"
    r"(?:on )?(?:every )?$",
    re.I,
)
_BACK_WHEN_GAP = re.compile(
    rf"{BACK_WHEN.pattern[:-1]}(?:(?:other|second|each) \w+|{_NUMBER}[ -]?{_UNIT}|weekly|monthly"
    rf"|fortnightly|quarterly)",
    re.I,
)


def without_back_when(text: str) -> str:
    """`text` with spaces in the place of how often it was at a time that is over."""
    return _BACK_WHEN_GAP.sub(lambda match: " " * len(match[0]), text)


def without_old_gap(text: str, state: State) -> str:
    """`text` with how often they are in plain words, in the place of that and of how often they were; as it stands
    where it does not tell both, or asks."""
    if "?" in text or not (_OLD.search(text) and _NEW.search(text)):
        return text
    plain = text.replace("’", "'")
    old, new = [], []
    for clause in _CLAUSE.finditer(plain):
        was, now = _OLD.search(clause[0]), _NEW.search(clause[0])
        gap = _GAP.search(plain, clause.start(), clause.end())
        if gap is None:
            continue
        if now and (not was or now.start() > was.start()):
            new.append((clause, gap))
        elif was:
            old.append((clause, gap))
    if len(old) != 1 or len(new) != 1:
        return text
    (was_clause, was_gap), (now_clause, now_gap) = old[0], new[0]
    often = _often(now_gap, was_gap, state)
    if often is None:
        return text
    said = f"it is {often} now"
    cuts = sorted([(was_clause.start(), was_clause.end(), ""), (now_clause.start(), now_gap.end(), said)], reverse=True)
    for start, end, words in cuts:
        text = text[:start] + words.ljust(end - start if not words else 0) + text[end:]
    return text.strip(" ,;.:–—\n")


def _often(now: re.Match[str], was: re.Match[str], state: State) -> str | None:
    """How often they are; a number alone is of the unit that the other one has, or the plan."""
    if now["word"]:
        return now["word"].lower()
    units = [_UNITS.get((m["u"] or m["u2"] or m["word"] or "")[:1].lower()) for m in (now, was)]
    if was["word"] and units[0] is None:
        return None
    unit = next((one for one in units if one), None) or (state.phases[-1].unit if state.phases else None)
    number = now["n"] or now["n2"]
    return f"every {number} {_NAMES[unit]}" if unit is not None else None
