"""What the classifier sees of a text: its vector by itself, and its vector as said about our subject."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from b12guide.rasa.encoder import DIMENSIONS, MODEL_FILE, Encoder
from b12guide.rasa.intent_model import Vectors

# People talking to us leave our subject out ("it still hurts"). A second vector with the subject in front of the text
# gives 1.1 points on held-back phrases and none on real questions, for twice the time of a message: so there is none.
SUBJECT = ""
WORKERS = 2


def views(encoder: Encoder, texts: Sequence[str], *, subject: str = SUBJECT) -> Vectors:
    """Return (n, 2 x `DIMENSIONS`): each text by itself, then with `subject` in front; without one, the first half."""
    if not subject:
        return encoder.encode(texts)
    both = encoder.encode([*texts, *(subject + text for text in texts)])
    return np.hstack([both[: len(texts)], both[len(texts) :]])


class KeptViews:
    """`views` of training phrases, computed once for each encoder and kept on disk: training again takes seconds."""

    def __init__(self, encoder: Encoder, encoder_folder: Path, folder: Path, *, subject: str = SUBJECT) -> None:
        """`encoder_folder` holds the encoder's file, whose checksum names the file in `folder`."""
        self._encoder, self._subject = encoder, subject
        digest = hashlib.sha256((encoder_folder / MODEL_FILE).read_bytes() + subject.encode()).hexdigest()
        self._path = folder / f"views-{digest[:16]}.npz"

    def of(self, texts: Sequence[str]) -> Vectors:
        """The views of `texts`, from the file where they are known, computed and added to it where not."""
        known = self._read()
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            shares = [new[start::WORKERS] for start in range(WORKERS)]
            with ThreadPoolExecutor(WORKERS) as pool:
                parts = pool.map(lambda share: views(self._encoder, share, subject=self._subject), shares)
                for share, part in zip(shares, parts, strict=True):
                    known.update(zip(share, part, strict=True))
            self._write({text: known[text] for text in dict.fromkeys(texts)})
        width = DIMENSIONS * (2 if self._subject else 1)
        return np.stack([known[text] for text in texts]) if texts else np.zeros((0, width), np.float32)

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
