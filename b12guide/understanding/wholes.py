"""Which topic a text asks about as a whole, in the words of the topic's own question or in words that say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from b12guide.understanding.known_texts import Vectors

# A topic's question may be several: "What causes low B12? What is pernicious anaemia?"
_ENDS = re.compile(r"(?<=\?)\s+")


class Wholes:
    """The questions of the topics themselves, by their vectors."""

    def __init__(self, questions: Iterable[tuple[str, str]], encode: Callable[[Sequence[str]], Vectors]) -> None:
        """`questions`: each topic with its question. `encode`: what tells questions apart."""
        each = [
            (one, topic) for topic, question in questions for one in dict.fromkeys([question, *_ENDS.split(question)])
        ]
        self._topics = [topic for _, topic in each]
        self._vectors = encode([text for text, _ in each]) if each else np.zeros((0, 0), np.float32)

    def topic_of(self, vector: Vectors, bar: float) -> str | None:
        """The topic that a text with this `vector` asks about as a whole; None where none is as near as `bar`."""
        if not self._topics:
            return None
        near = self._vectors @ vector
        best = int(near.argmax())
        return self._topics[best] if near[best] >= bar else None
