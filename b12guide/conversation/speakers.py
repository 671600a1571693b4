"""Somebody whose plan was told takes the phone: "Ann would like a turn", "this is Ann now". From then on that plan is
the writer's own, and the one who wrote before may come back."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from b12guide.conversation.names import called, is_name
from b12guide.plan.reading.reader import ANY_DAY, read, states_plan

# Only what begins a sentence is said of who writes: "if this is Ann now", "I think I'm Ann" is not.
_BEGINS = (
    r"(?:^|(?<=[.;!?\n]))\s{0,3}(?:(?:hi|hiya|hello|hey|and|now|ok|okay|yes|no|right|thanks|thank you|so|well|sorry)"
    r"[,.!]?\s){0,3}"
)
_BEHIND = (
    r"(?=\s?(?:$|[.,;!:]|\s-|now\s?(?:$|[.,;!:])|(?:here|speaking|talking|writing|typing)\b|and i\b|herself\b"
    r"|himself\b))"
)
_IN_TURN = r"(?=(?: with you)?(?: now)?(?: please)?\s?(?:$|[.;!]|,? (?:so )?(?:here|this) ))"
_BACK = re.compile(
    r"\b(?:it'?s|this is|it is|i'?m) (?:me|her husband|his wife|her wife|his husband|her (?:son|daughter)"
    r"|his (?:son|daughter)|her partner|his partner) (?:again|back|here again|now)\b|\bback to me\b"
    r"|\bi(?:'ve| have)? (?:got|have) the phone (?:back|again)\b"
    r"|(?:^|[.,;!?]\s?)(?:(?:it'?s|this is|it is|i'?m|i am) )?(?:her|his) (?:husband|wife|son|daughter|partner)"
    r"(?: (?:here|speaking|writing|typing)\b|\s?(?:$|[.,;!]))",
    re.I,
)
# Another name than that of who writes: "Bob here", "this is Bob", "I'm Bob"; a name in small letters only where it
# stands as one.
_NAMES_SELF = re.compile(
    rf"{_BEGINS}(?:(?i:this is|it'?s|it is|i'?m|i am|im|my name is|my name's) (?P<one>[A-Z][a-z]+)(?!'s)\b"
    r"|(?i:this is|it'?s|it is) (?P<two>[A-Za-z]+) (?i:here|now|speaking|writing|typing|again|back)\b"
    r"|(?P<three>[A-Za-z]+) (?i:here|speaking)(?i: now| again)?(?=\s?(?:$|[.,;!])))"
)
_NO_NAMES = frozenset(
    re.findall(
        r"\w+",
        """
    me right over out in up down still back again only just he she it they we i there around nobody anybody not also
    already always someone somebody all both due late today tomorrow
    """,
    )
)
# Behind these words a name is told of, and does not write.
_TELLS = re.compile(
    r"\s?,?\s?(?:my|our|the|who|she|he|her|his|they|\(|has|had|have|is|was|needs|gets|from|at|calling|a|an|not)\b", re.I
)


def speaker_in(text: str, known: Collection[str]) -> str | None:
    """Whose plan is kept and who writes from now on, as a message says; None where it says nothing of the kind."""
    plain = text.replace("’", "'")
    return next((one for one in known if is_name(one) and _takes_over(plain, re.escape(called(one)))), None)


def is_back(text: str) -> bool:
    """Whether the one who wrote before writes again."""
    return _BACK.search(text.replace("’", "'")) is not None


def names_another(text: str, person: str) -> bool:
    """Whether who writes gives another name than that of the one who took over."""
    own = called(person).lower().split()
    found = (one[one.lastgroup or 0].lower() for one in _NAMES_SELF.finditer(text.replace("’", "'")))
    return any(name not in own and name not in _NO_NAMES for name in found)


def tells_other_plan(text: str, kept: Mapping[str, Any] | None) -> bool:
    """Whether a message tells a plan whose gaps are none of the plan kept: it may be that of whoever wrote before."""
    if "?" in text or not states_plan(text):
        return False
    told = {(one.frequency, one.period, one.unit) for one in read(text, today=ANY_DAY).phases}
    had = {(one["frequency"], one["period"], one["unit"]) for one in (kept or {}).get("phases", [])}
    return bool(had) and not told <= had


def without_speaker(text: str, person: str) -> str:
    """What a message says beside who writes."""
    name = re.escape(called(person))
    parts = re.split(r"(?<=[.;!?\n])\s+|,\s+(?=(?:when|what|where|here)\b)", text.replace("’", "'"))
    return " ".join(part for part in parts if not _takes_over(part, name))


def _takes_over(plain: str, name: str) -> bool:
    """Whether a text says in so many words that somebody writes now. That something is given or passed to them, or that
    they have their turn at something, does not."""
    who, the_chat = rf"{name}\b(?!'s\b)", r"(?:you|(?:the|this|my) (?:phone|chat|tablet|keyboard))"
    found = re.compile(
        rf"{_BEGINS}(?:"
        rf"(?:i'?m|i am|im|my name is|my name's) {who}{_BEHIND}"
        rf"|(?:this is|it'?s|it is) {who}(?= (?:here|speaking|talking|writing|typing)\b)"
        rf"|this is {who}(?= now\s?(?:$|[.,;!:]| and i\b))"
        rf"|{who} (?:here|speaking)(?: now)?(?=\s?(?:$|[.,;!]))"
        rf"|{who} (?:would like|would love|wants|'d like)(?: to have)? (?:a turn|a word|a chat|the phone|the chat)"
        rf"{_IN_TURN}"
        rf"|(?:(?:i'?m|i am|i'?ll|i will|let me|just) )?(?:hand|pass|giv)(?:e|ing)? {the_chat} (?:over )?to {who}"
        r"(?: now)?(?=\s?(?:$|[.;!]))"
        r")",
        re.I,
    ).finditer(plain)
    return any(_TELLS.match(plain, one.end()) is None for one in found)
