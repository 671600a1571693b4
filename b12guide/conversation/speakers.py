"""Somebody whose plan was told takes the phone: "Ann would like a turn", "this is Ann now". From then on that plan is
the writer's own, and the one who wrote before may come back."""

from __future__ import annotations

import re
from collections.abc import Collection

from b12guide.conversation.names import called, is_name

_TURN = (
    r"(?:would like|would love|wants?|'d like|wishes|likes|is going|can have|has asked|is asking|will have|is having"
    r"|takes|takes over|is taking|is taking over|has|gets)(?: (?:to|for|over))?(?: have)?"
    r" (?:a|her|his|their|your|the) (?:turn|go|word|say|shot at it|phone|chat)"
)
_BEHIND = r"(?=\s*(?:$|[.,;!?:-]|now\b|here\b|speaking\b|and i\b|herself\b|himself\b|talking\b|writing\b|typing\b))"
_BACK = re.compile(
    r"\b(?:it'?s|this is|it is|i'?m) (?:me|her husband|his wife|her wife|his husband|her (?:son|daughter)"
    r"|his (?:son|daughter)|her partner|his partner) (?:again|back|here again|now)\b|\bback to me\b"
    r"|\bi(?:'ve| have)? (?:got|have) the phone (?:back|again)\b",
    re.I,
)
# Behind these words a name is told of, and does not write.
_TELLS = re.compile(r"\s*,?\s*(?:my|our|the|who|she|he|her|his|\(|has|had|is|was|needs|gets)\b", re.I)
_ASKS_WHO = re.compile(r"\b(?:for|about|of|not|isn'?t|n'?t) $", re.I)


def speaker_in(text: str, known: Collection[str]) -> str | None:
    """Whose plan is kept and who writes from now on, as a message says; None where it says nothing of the kind."""
    plain = text.replace("’", "'")
    return next((one for one in known if is_name(one) and _takes_over(plain, re.escape(called(one)))), None)


def is_back(text: str) -> bool:
    """Whether the one who wrote before writes again."""
    return _BACK.search(text.replace("’", "'")) is not None


def without_speaker(text: str, person: str) -> str:
    """What a message says beside who writes."""
    name = re.escape(called(person))
    parts = re.split(r"(?<=[.;!?\n])\s+|,\s+(?=(?:when|what|where|here)\b)", text.replace("’", "'"))
    return " ".join(part for part in parts if not _takes_over(part, name))


def _takes_over(plain: str, name: str) -> bool:
    turn = re.search(rf"\b{name} {_TURN}\b", plain, re.I)
    here = re.search(
        rf"\b(?:this is|i'?m|i am|im|my name is|my name's|you'?re (?:now )?(?:speaking|talking) (?:to|with)|now it'?s"
        rf"|it'?s(?= {name} (?:now|here|speaking|writing|typing)\b)) {name}\b(?!'s\b){_BEHIND}",
        plain,
        re.I,
    )
    over = re.search(
        rf"\b(?:hand(?:ing|ed)?|pass(?:ing|ed)?|giv(?:e|ing)|over)\b[^.;!?]{{0,25}}\bto {name}\b(?!'s\b)", plain, re.I
    )
    alone = re.match(
        rf"\W*(?:(?:hi|hello|hey|and|now|ok),? )?{name} (?:here|speaking)(?: now)?(?:$|[.,;!])", plain, re.I
    )
    that_is_me = re.search(rf"\b{name}'?s?\b[^;!?]{{0,30}}\b(?:that'?s|thats|that is) me\b", plain, re.I)
    if here is not None and (_ASKS_WHO.search(plain[: here.start()]) or _TELLS.match(plain, here.end())):
        here = None
    return any((turn, here, over, alone, that_is_me))
