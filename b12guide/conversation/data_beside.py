"""A question about what is kept, behind the yes to a plan: "that's right, so where is it kept and who sees it?". It is
about what was just told, and about no box of ampoules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.kinds import YOUR_DATA
from b12guide.plan import dialogue

_IT = r"(?:it|this|that|them|these|those|all|everything|my (?:plan|dates?|details|data|info))"
_OF_DATA = re.compile(
    rf"\b(?:where|how long|how safe)\b[^.?!\n]{{0,25}}\b{_IT}\b[^.?!\n]{{0,15}}\b(?:kept|stored|saved|held"
    rf"|keep|store|go(?:es)?)\b"
    rf"|\b(?:where|how long) (?:do|will|are) you (?:keep|store|keeping|storing|holding|hold) {_IT}\b"
    rf"|\b(?:who|anyone|anybody|someone|nobody)\b[^.?!\n]{{0,20}}\b(?:sees?|reads?|gets?|looks? at) {_IT}\b"
    rf"|\b(?:can|could|do|will|how|may)\b[^.?!\n]{{0,20}}\b(?:get rid of|delete|wipe|erase|remove|clear) {_IT}\b",
    re.I,
)
# A calendar or a phone is the person's own.
_ELSEWHERE = re.compile(r"\b(?:phone|calendar|calender|diary|fridge|home)\b", re.I)


def data_beside(asked: Asked, kept: dict[str, Any] | None, moves: Sequence[dialogue.Move]) -> Step | None:
    """What is said of all that is kept, where a message agrees to the plan that was read back and asks of that."""
    if not dialogue.awaits_yes(kept) or not any(move.kind == "yes" for move in moves):
        return None
    text = asked.said.text.replace("’", "'")
    return Step(YOUR_DATA) if _OF_DATA.search(text) and not _ELSEWHERE.search(text) else None
