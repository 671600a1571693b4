"""Vectors of the texts of one message, each made once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from b12guide.understanding.encoder.encoder import Encoded, Encoder, Vectors


class Once:
    """An encoder for one message: what it was asked of a text before, it has at hand. It lives as long as the turn."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._made: dict[str, Vectors] = {}
        self._read: dict[str, Encoded] = {}

    def read(self, text: str) -> Encoded:
        """As `Encoder.read`."""
        if (found := self._read.get(text)) is None:
            found = self._read[text] = self._encoder.read(text)
            self._made[found.text] = found.vector
        return found

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As `Encoder.encode`."""
        new = [text for text in dict.fromkeys(texts) if text not in self._made]
        self._made.update(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._made[text] for text in texts]) if texts else self._encoder.encode(texts)

    def encode_with_parts(self, text: str, parts: Sequence[str]) -> tuple[Vectors, Vectors]:
        """As `Encoder.encode_with_parts`."""
        return self.read(text).with_parts(parts, self.encode)
