"""An injection more than was planned: a wrong dose (triage row B11), and never the one that the plan counts from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .state import State

_ONE = r"(?:one|dose|jab|jag|shot|injection|needle|b-?12|hydroxo\w*|cyano\w*)s?"
_HAD = r"(?:gave|given|had|got|took|taken|have|injected|jabbed|did|done|received|administered)"
_MISTAKE = (
    r"(?:by (?:mistake|accident|error)|in error|accident(?:al)?ly|mistaken(?:ly)?|mistake|mix[- ]?up|mixed up|wrongly"
    r"|shouldn'?t have|(?:wasn'?t|weren'?t|not) (?:due|supposed|meant)|too many)"
)
_MORE = (
    rf"(?:another|an? extra|an? second|an? 2nd|an? additional|one more|2 more|two more|twice|two|2|both) ?(?:{_ONE})?"
)
_MADE = re.compile(
    # "They gave me another one by mistake", "by accident I had a second jab".
    rf"\b{_HAD}\b[^.!?;]{{0,40}}\b{_MORE}\b[^!?;]{{0,40}}\b{_MISTAKE}\b"
    rf"|\b{_MISTAKE}\b[^!?;]{{0,40}}\b{_HAD}\b[^.!?;]{{0,30}}\b{_MORE}"
    # "One on Monday and another today by mistake".
    rf"|\bone\b[^!?;]{{0,30}}\band (?:another|a second|one more|again)\b[^!?;]{{0,30}}\b{_MISTAKE}\b"
    rf"|\b{_HAD}\b[^.!?;]{{0,25}}\b(?:an? |1 |the )?(?:extra|additional) {_ONE}\b"
    rf"|\b(?:thats|that's|that was|it was|its|it's) (?:an )?extra(?: {_ONE})?\b"
    # "Took two the same day", "had it twice today".
    rf"|\b{_HAD}\b[^.!?;]{{0,25}}\b(?:two|2|both|twice)\b[^.!?;]{{0,25}}"
    r"\b(?:(?:on |in )?the same (?:day|morning|afternoon|evening|visit)|(?:in|on) one day|at once|at the same time"
    r"|within (?:an? )?hours?)\b"
    rf"|\b{_HAD} (?:it|mine|my {_ONE}|the {_ONE}) twice (?:today|yesterday|in (?:one|a) day|the same day)\b",
    re.I,
)
# Of a plan of weeks or months, two within days are one too many.
_CLOSE = re.compile(
    r"\b(?:two|2|twice) (?:of them )?(?:in|within) (?:one|two|three|four|[1-4]|a couple of) days\b", re.I
)
# What might be, what is asked for, and other injections tell of none.
_NONE = re.compile(
    r"\b(?:what if|if (?:i|she|he|they|you|we|someone|somebody)|should|could|can|may|would|want|wish|need"
    r"|flu|covid|vaccin\w*|tetanus|shingles|iron|insulin|blood|tests?|tablets?|pills?|sprays?|instead)\b",
    re.I,
)


def tells_of_extra(kept: Mapping[str, Any] | None, text: str) -> bool:
    """Whether a message tells of an injection given beside the planned one, by mistake or on the same day."""
    plain = text.replace("’", "'")
    told = [part for part in re.split(r"(?<=[.!?])\s+", plain) if not _NONE.search(part)]
    if any(_MADE.search(part) for part in told) or (_MADE.search(plain) and not _NONE.search(plain)):
        return True
    phases = State.from_json(kept).phases
    spaced = bool(phases) and all(phase.unit in ("wk", "mo", "a") and phase.frequency == 1 for phase in phases)
    return spaced and any(_CLOSE.search(part) for part in told)
