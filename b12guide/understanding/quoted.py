"""What of a sentence is quoted on a card that likeness alone called for: never what it denies."""

from __future__ import annotations

import re

from b12guide.shared import triage

_CLAUSES = re.compile(r"(?<=[,;.!?])\s+")
_NO_EMERGENCY = re.compile(
    r"^(?:(?:no|nope|nah)\b\W*)*(?:(?:it|this|i)\W?(?:s|m| is| am)\s+)?not\s+(?:an?\s+)?emergency\b", re.I
)


def without_denials(sentence: str) -> str:
    """The clauses of `sentence` that deny no sign; the sentence itself where each of them does."""
    kept = [clause for clause in _CLAUSES.split(sentence) if not _denies(clause)]
    return " ".join(kept).strip(" ,;") or sentence


def _denies(clause: str) -> bool:
    signs = triage(clause).signs
    return bool(_NO_EMERGENCY.match(clause)) or (bool(signs) and all(sign.status == "negated" for sign in signs))
