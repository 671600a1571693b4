"""The sentence encoder: all-MiniLM-L6-v2 in ONNX Runtime, int8. Built once by `encoder_build`, read here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

Vectors = NDArray[np.float32]
Places = NDArray[np.int64]
# Where `make setup` builds it, below the folder of the project.
FOLDER = "build/encoder"
MODEL_FILE = "minilm-int8.onnx"
TOKENIZER_FILE = "tokenizer.json"
DIMENSIONS = 384
# The model was trained on at most 256 word pieces; what comes later in a text does not change its meaning for us.
MAX_PIECES = 256


class EncoderMissingError(RuntimeError):
    """The encoder's files are not where they are looked for."""


class Encoder:
    """Turns texts into unit vectors of `DIMENSIONS` numbers; near vectors mean near texts."""

    def __init__(self, tokenizer: Tokenizer, session: onnxruntime.InferenceSession) -> None:
        self._tokenizer = tokenizer
        self._session = session

    @classmethod
    def load(cls, folder: Path, *, threads: int = 1, model_file: str = MODEL_FILE) -> Encoder:
        """Read the encoder from `folder` (built by ``make setup``).

        Raises:
            EncoderMissingError: a file is absent; the message says which and what to run.
        """
        for name in (model_file, TOKENIZER_FILE):
            if not (folder / name).is_file():
                raise EncoderMissingError(f"{folder / name} is missing: run `make setup`, which builds it.")
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        tokenizer.enable_truncation(MAX_PIECES)
        tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(
            str(folder / model_file), sess_options=options, providers=["CPUExecutionProvider"]
        )
        return cls(tokenizer, session)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (len(texts), DIMENSIONS), float32, each row of length 1.

        One text at a time: int8 scales are taken over the whole input, so in a batch a text's vector would depend on
        its neighbours, and the same message could be answered in two ways. On one thread it costs no more.
        """
        return np.stack([self._run(self._cut(text).ids)[0] for text in texts]) if texts else _none()

    def encode_with_parts(self, text: str, parts: Sequence[str]) -> tuple[Vectors, Vectors]:
        """The vector of `text` (DIMENSIONS,), and those of its `parts` (len(parts), DIMENSIONS), each of length 1.

        A part is heard in the text around it: its vector is made of what its words mean there, so a message of many
        sentences costs no more than one sentence of its length. A part that is not found in what of the text is read
        is encoded by itself.

        Args:
            text: any text; `parts`: pieces of it, each in the words of the text but for blanks.
        """
        text = " ".join(text.split())
        cut = self._cut(text)
        whole, pieces = self._run(cut.ids)
        if not parts:
            return whole, _none()
        begins, ends = np.array(cut.offsets).T
        return whole, np.stack([self._part(" ".join(part.split()), text, begins, ends, pieces) for part in parts])

    def _part(self, part: str, text: str, begins: Places, ends: Places, pieces: Vectors) -> Vectors:
        start = text.find(part)
        if start >= 0 and start + len(part) <= ends.max(initial=0):
            inside = (begins >= start) & (ends <= start + len(part)) & (ends > begins)
            if inside.any():
                mean: Vectors = pieces[inside].mean(axis=0)
                return mean / np.linalg.norm(mean)
        return self.encode([part])[0]

    def _cut(self, text: str) -> Encoding:
        return self._tokenizer.encode(text)

    def _run(self, ids: Sequence[int]) -> tuple[Vectors, Vectors]:
        """The vector of a text (DIMENSIONS,) and of each of its word pieces (n, DIMENSIONS)."""
        row = np.array([ids], dtype=np.int64)
        vector, pieces = self._session.run(["emb", "pieces"], {"ids": row, "pos": np.arange(len(ids), dtype=np.int64)})
        return vector[0], pieces[0]


def _none() -> Vectors:
    return np.zeros((0, DIMENSIONS), np.float32)


@lru_cache(maxsize=2)
def shared_encoder(folder: Path) -> Encoder:
    """One encoder for all components of the process: it holds 23 MB and keeps no state."""
    return Encoder.load(folder)
