"""A row of the table: somebody asks about reminders, dates or this chat, and says beside it that they are confused.
What confuses is a thing, and no sign; what is asked is answered."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import ABOUT, EMERGENCY, NOT_MEANT, STANDS, URGENT
from b12guide.conversation.state import ROUTINE
from b12guide.understanding.clauses import asks

THING = "thing"
_SIGNS = frozenset({"B7"})
_WARNINGS = frozenset({EMERGENCY, URGENT, STANDS})
# The word stands alone between the stops of a message: nobody is said to be confused of late, nor where they are.
_ALONE = re.compile(
    r"\W*(?:(?:sorry|so|now|ok|okay|and|but|just|a bit|a little|bit|i'?m|i am|very|really|totally|getting|got|me|here"
    r"|right|completely|well)\W+){0,6}(?:confused|muddled|lost)(?: (?:here|now|lol|tbh|sorry|haha))?\W*",
    re.I,
)
_BETWEEN = re.compile(
    r"(?<=[.!?;,])\s+|\s+[-–]\s+|\n|(?:^|\s+)(?=(?:i'?m|i am) (?:\w+ )?(?:confused|muddled|lost)\W*$)"
)
_THING = re.compile(
    r"\b(?:e-?mails?|mails?|texts?|sms|reminders?|messages?|alarms?|calendar|files?|links?|page|summary|codes?|buttons?|apps?"
    r"|plan|schedule|(?:my|the|these|those|which|what) dates|next (?:one|jab|injection|shot|date|dose)|time zone"
    r"|address)\b",
    re.I,
)
# Who asks this may not know where they are, or what they did.
_LOST = re.compile(
    r"\bwhat(?:'?s| is)? (?:the )?(?:day|date|year|month|time)\b|\bwhere (?:am|are|is)\b|\bwho (?:am|are|is)\b"
    r"|\b(?:did|have) i\b|\b(?:remember|forg\w+|home|tablets?|pills?|medicines?|meds)\b",
    re.I,
)


def confusing_thing(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """What is asked of the thing is answered, behind one line on what would be a sign.

    Args: decided: who takes what is asked.
    """
    state, said = asked.state, asked.said
    verdict, text = said.verdict, said.text.replace("’", "'")
    signs = [one for one in verdict.signs if one[:1] != ROUTINE]
    if verdict.level != URGENT or not signs or not _SIGNS.issuperset(signs):
        return None
    if state.standing is not None or state.child_writes or said.excerpt or _LOST.search(text):
        return None
    parts = [part for part in _BETWEEN.split(text) if part and part.strip()]
    rest = " ".join(part.strip() for part in parts if not _ALONE.fullmatch(part)).strip(" ,;–-")
    if len(rest) >= len(text.strip()) or not rest or _THING.search(rest) is None or not asks(rest):
        return None
    alone = said.alone(rest)
    if alone.verdict.warns:
        return None
    taken = decided(replace(asked, said=alone, written="")) or ()
    if not taken or taken[0].kind in _WARNINGS:
        return None
    return (Step(NOT_MEANT, ((ABOUT, THING),)), *(step.read_from(rest) for step in taken))
