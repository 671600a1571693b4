"""Sentence vectors of training phrases, computed once for each encoder and kept on disk: training takes seconds."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from b12guide.rasa.encoder import DIMENSIONS, MODEL_FILE, Encoder
from b12guide.rasa.known_texts import Vectors


class KeptVectors:
    """The vectors of phrases from a file, and of new ones from the encoder."""

    def __init__(self, encoder: Encoder, encoder_folder: Path, folder: Path) -> None:
        """`encoder_folder` holds the encoder's file, whose checksum names the file in `folder`."""
        self._encoder = encoder
        digest = hashlib.sha256((encoder_folder / MODEL_FILE).read_bytes()).hexdigest()
        self._path = folder / f"vectors-{digest[:16]}.npz"

    def of(self, texts: Sequence[str]) -> Vectors:
        """The vectors of `texts` (n, `DIMENSIONS`): from the file where known, computed and added to it where not."""
        if not texts:
            return np.zeros((0, DIMENSIONS), np.float32)
        known = self._read()
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, self._encoder.encode(new), strict=True))
            self._write({text: known[text] for text in dict.fromkeys(texts)})
        return np.stack([known[text] for text in texts])

    def _read(self) -> dict[str, Vectors]:
        try:
            with np.load(self._path) as kept:
                return dict(zip(kept["texts"].tolist(), kept["vectors"], strict=True))
        except (OSError, ValueError, KeyError):
            return {}

    def _write(self, known: dict[str, Vectors]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        half = self._path.with_suffix(f".{os.getpid()}.npz")
        np.savez(half, texts=np.array(list(known)), vectors=np.stack(list(known.values())))
        half.replace(self._path)
