"""A day of several that were told of as had, named once more: "Friday the 6th, like I said". The last one stays the
last one, whichever of them is spoken of."""

from __future__ import annotations

import re
from datetime import date

from .state import State

# What says that the day is that of the last one, or puts another right.
_PUTS_RIGHT = re.compile(
    r"\b(?:last|latest|most recent|no+|nope|nah|not|wrong|actually|sorry|meant|mistake|correct\w*|instead|change)\b"
    r"|n['’]t\b",
    re.I,
)


def names_earlier(text: str, day: date | None, state: State) -> bool:
    """Whether a message names the day of an earlier dose of the log, and puts nothing right with it."""
    return day is not None and state.is_earlier(day) and not _PUTS_RIGHT.search(text)
