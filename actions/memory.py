"""What the bot keeps of a conversation between turns, in the slot `memory`."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

SLOT = "memory"


@dataclass
class Memory:
    """Attributes:
    plan: the state of the plan dialogue (`b12guide.plan.dialogue`), or None.
    last: topics of the latest answer, for "tell me more" and "says who?".
    topics: every topic talked about, in order of first mention.
    misses: messages in a row that were not understood.
    focus: the thing that the latest answer was about (`Question.about`), or None.
    sources: ids of the sources of the latest answer.
    said: which texts were said, so that none is said twice.
    refused: which request the latest turn refused, or None.
    quiz: which check of understanding is open and at which question, or None.
    """

    plan: dict[str, Any] | None = None
    last: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    focus: str | None = None
    sources: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    misses: int = 0
    refused: str | None = None
    quiz: dict[str, Any] | None = None

    @classmethod
    def from_slot(cls, value: Any) -> Memory:
        """Read the slot; what an older version wrote and this one does not know is left out."""
        known = {f.name for f in fields(cls)}
        return cls(**{name: v for name, v in value.items() if name in known}) if isinstance(value, dict) else cls()

    def to_slot(self) -> dict[str, Any]:
        """The slot's value, JSON throughout."""
        return asdict(self)

    def talked_about(self, topics: list[str]) -> None:
        """Note the topics of an answer; what it was about and rests on is noted by who knows it."""
        self.last, self.focus, self.sources = list(topics), None, []
        self.topics += [topic for topic in topics if topic not in self.topics]
        self.misses = 0

    def says(self, key: str) -> bool:
        """Note that a text is said; whether it is for the first time."""
        new = key not in self.said
        if new:
            self.said.append(key)
        return new
