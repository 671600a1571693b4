"""Sentence vectors of training phrases, computed once for each encoder and kept on disk: training takes seconds."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from b12guide.understanding.encoder.encoder import CORES, Encoder, Vectors

# Where they are kept, below the folder of the project.
KEPT = ".cache/vectors"
# Between two texts; none has it in it.
END = "\0"


class KeptVectors:
    """The vectors of phrases from a file, and of new ones from the encoder."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        """The checksum of the encoder names the place in `folder`."""
        self._encoder = encoder
        self._path = folder / encoder.checksum[:16] / "vectors.npz"

    def of(self, texts: Sequence[str]) -> Vectors:
        """The vectors of `texts` (n, dimensions): from the file where known, computed and added to it where not."""
        if not texts:
            return np.zeros((0, self._encoder.dimensions), np.float32)
        with self._one_at_a_time():
            known = self._read()
            new = [text for text in dict.fromkeys(texts) if text not in known]
            if new:
                known.update(zip(new, self._encode(new), strict=True))
                self._write({text: known[text] for text in dict.fromkeys(texts)})
        return np.stack([known[text] for text in texts])

    @contextlib.contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        """What one thread or process is about to write is waited for by another, not worked out again."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # The folder, so that no file is left for it.
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)

    def _encode(self, texts: list[str]) -> Vectors:
        """On all cores: the runtime of the encoder needs no lock of the interpreter.

        Short texts first: the runtime lays out its memory anew where the length changes, a quarter of the time.
        """
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        vectors = np.empty((len(texts), self._encoder.dimensions), np.float32)
        with ThreadPoolExecutor(CORES) as pool:
            found = pool.map(lambda place: self._encoder.encode([texts[place]])[0], order)
            for place, vector in zip(order, found, strict=True):
                vectors[place] = vector
        return vectors

    def _read(self) -> dict[str, Vectors]:
        try:
            with np.load(self._path) as kept:
                texts = kept["texts"].tobytes().decode("utf-8").split(END)
                return dict(zip(texts, kept["vectors"], strict=True))
        except (OSError, ValueError, KeyError):
            return {}

    def _write(self, known: dict[str, Vectors]) -> None:
        half = self._path.with_suffix(f".{os.getpid()}.npz")
        # An array of texts would give each the length of the longest.
        texts = np.frombuffer(END.join(known).encode("utf-8"), np.uint8)
        np.savez(half, texts=texts, vectors=np.stack(list(known.values())))
        half.replace(self._path)
