"""Two injections within days of a plan of weeks or months, and a thousandfold dose that is said once more: wrong doses,
which only the plan can tell.

What says by its own words that one was too many is a warning sign by itself (`content/safety`, row B11).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..reading.reader import dose_in, is_slip
from .state import State

_CLOSE = re.compile(
    r"\b(?:two|2|twice) (?:of them )?(?:in|within) (?:one|two|three|four|[1-4]|a couple of) days\b", re.I
)
# One more in words of their own, that nobody has of a plan: "they gave me a bonus shot".
_BONUS = re.compile(
    r"\b(?:gave|given|give|got|had|did|done|received|slipped|threw in|thrown in)\b[^.!?;]{0,30}?"
    r"\b(?:bonus|extra|additional|surplus|freebie|unplanned|unscheduled) (?:b-?12 )?(?:one|jab|jag|shot|injection|dose"
    r"|needle)\b",
    re.I,
)
# What might be, what is asked for, and other injections tell of none.
_NONE = re.compile(
    r"\b(?:what if|if (?:i|she|he|they|you|we|someone|somebody)|should|could|can|may|would|want|wish|need"
    r"|flu|covid|vaccin\w*|tetanus|shingles|iron|insulin|blood|tests?|tablets?|pills?|sprays?|instead)\b",
    re.I,
)


def too_close(kept: Mapping[str, Any] | None, text: str) -> bool:
    """Whether a message tells of two injections within days where the plan has weeks or months between them, or of one
    that was none of the plan's."""
    phases = State.from_json(kept).phases
    spaced = bool(phases) and all(phase.unit in ("wk", "mo", "a") and phase.frequency == 1 for phase in phases)
    parts = re.split(r"(?<=[.!?])\s+", text)
    if any(_BONUS.search(part) and not _NONE.search(part) for part in parts) and "?" not in text:
        return True
    return spaced and any(_CLOSE.search(part) and not _NONE.search(part) for part in parts)


def slip_confirmed(kept: Mapping[str, Any] | None, text: str) -> bool:
    """Whether a message names a thousandfold dose again, as the answer to which dose the box or letter says."""
    asked = State.from_json(kept).open[:1]
    said = dose_in(text) if asked and asked[0].about == "product" else None
    return said is not None and is_slip(said) and "?" not in text
