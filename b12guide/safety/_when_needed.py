"""Regular expressions that are compiled when they are first looked for: a text needs few of the thousands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class WhenNeeded:
    """A regular expression in its written form.

    Compiling one takes a millisecond or two, so a command that reads one text compiles what that text needs; a server
    compiles all before it takes messages (`Detector.compile_all`).
    """

    body: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled."""
        return re.compile(self.body)
