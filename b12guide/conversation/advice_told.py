"""Who tells that somebody who knows has said what to do about a warning names its sign once more: it is no new one."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked
from b12guide.conversation.kinds import AFFIRM, URGENT
from b12guide.conversation.state import ADVICE
from b12guide.diary.notes import tells_worse
from b12guide.shared import replies
from b12guide.understanding.acts import CLINIC_AGREED, HELP_IS_HERE
from b12guide.understanding.sentences import sentences
from b12guide.understanding.verdict import GENERAL_CARD, Verdict

_YES = re.compile(r"\W*(?:yes|yeah|yep|yup|i did|i have|she did|she has|he did|he has|we did|already)\b", re.I)
# What goes on, or has come since, is not what was advised on.
_GOES_ON = re.compile(
    r"\b(?:but|still|again|came back|come back|since then|spread\w*|another|more|new|now (?:it|they|my|i)\b)\b", re.I
)


def names_none(verdict: Verdict) -> bool:
    """Whether a sign was heard by likeness alone, and has no name: its card is the general one."""
    return verdict.why == "likeness" and not verdict.signs and verdict.cards[:1] == (GENERAL_CARD,)


def had_advice(asked: Asked) -> bool:
    """Whether a message after an urgent card says that somebody who knows has heard of the sign and said what to do."""
    if "yes" in asked.said.act.values(HELP_IS_HERE) or asked.has(CLINIC_AGREED):
        return True
    yes = asked.kind == AFFIRM or _YES.match(asked.said.text) is not None
    return (asked.state.awaiting == ADVICE and yes) or replies().clinician_advised(asked.said.text)


def tells_of_advice(asked: Asked) -> bool:
    """Whether a message after an urgent card tells that somebody who knows has said what to do, and names no sign, or
    none but those that were advised on: whatever tells of them once more sounds like them."""
    warned, verdict, text = asked.state.warned, asked.said.verdict, asked.said.text
    if warned is None or asked.state.standing is not None or not had_advice(asked):
        return False
    if names_none(verdict):
        return True
    if verdict.level != URGENT or not set(verdict.signs) <= set(warned.signs):
        return False
    if tells_worse(text) or _GOES_ON.search(text):
        return False
    # A sign in a sentence of its own is told for itself.
    parts = sentences(text)
    return len(parts) == 1 or not any(asked.said.alone(part).verdict.warns for part in parts if not _of_advice(part))


def _of_advice(sentence: str) -> bool:
    said = replies()
    return said.clinician_advised(sentence) or said.help_is_here(sentence) or said.clinic_agreed(sentence)
