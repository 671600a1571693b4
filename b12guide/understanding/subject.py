"""Whether a message names our subject, another medicine, or neither: words from `subject_words.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

WORDS = Path(__file__).with_name("subject_words.yml")


@dataclass(frozen=True)
class Subject:
    """What kinds of words a message holds: names of what we know, how it is given, that something is lacking, what is
    always within our subject, that one thing is had with another, other medicines."""

    ours: bool
    giving: bool
    lacking: bool
    within: bool
    together: bool
    others: bool

    @property
    def foreign(self) -> bool:
        """It names another medicine, and nothing that could make it ours."""
        return self.others and not self.ours and not self.giving and not self.lacking

    @property
    def either(self) -> bool:
        """It names another medicine and a way in which ours is given too, as in "my insulin injection": never ours for
        certain, so it is not answered as if it were."""
        return self.others and (self.giving or self.lacking) and not self.ours


def subject(text: str) -> Subject:
    """The kinds of words in `text`."""
    return Subject(**{kind: pattern.search(text) is not None for kind, pattern in _patterns().items()})


def medicine_words() -> list[str]:
    """Patterns of the names of other medicines."""
    return list(_kinds()["others"])


@lru_cache(maxsize=1)
def _kinds() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return kinds


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    kinds = _kinds()
    return {kind: re.compile(rf"\b(?:{'|'.join(words)})\b", re.I) for kind, words in kinds.items()}
