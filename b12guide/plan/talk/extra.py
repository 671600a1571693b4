"""Two injections within days of a plan of weeks or months: one too many, which only the plan can tell.

What says by its own words that one was too many is a warning sign by itself (`content/safety`, row B11).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .state import State

_CLOSE = re.compile(
    r"\b(?:two|2|twice) (?:of them )?(?:in|within) (?:one|two|three|four|[1-4]|a couple of) days\b", re.I
)
# What might be, what is asked for, and other injections tell of none.
_NONE = re.compile(
    r"\b(?:what if|if (?:i|she|he|they|you|we|someone|somebody)|should|could|can|may|would|want|wish|need"
    r"|flu|covid|vaccin\w*|tetanus|shingles|iron|insulin|blood|tests?|tablets?|pills?|sprays?|instead)\b",
    re.I,
)


def too_close(kept: Mapping[str, Any] | None, text: str) -> bool:
    """Whether a message tells of two injections within days where the plan has weeks or months between them."""
    phases = State.from_json(kept).phases
    spaced = bool(phases) and all(phase.unit in ("wk", "mo", "a") and phase.frequency == 1 for phase in phases)
    parts = re.split(r"(?<=[.!?])\s+", text)
    return spaced and any(_CLOSE.search(part) and not _NONE.search(part) for part in parts)
