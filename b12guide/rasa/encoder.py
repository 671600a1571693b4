"""The sentence encoder: all-MiniLM-L6-v2 in ONNX Runtime, int8. Built once by `encoder_build`, read here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

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
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="encoder")

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

    def encode(self, texts: Sequence[str], *, meanwhile: Callable[[], object] | None = None) -> NDArray[np.float32]:
        """Return an array of shape (len(texts), DIMENSIONS), float32, each row of length 1.

        One text at a time: int8 scales are taken over the whole input, so in a batch a text's vector would depend on
        its neighbours, and the same message could be answered in two ways. On one thread it costs no more.

        Args:
            texts: what to encode, the longest best first.
            meanwhile: other work for the calling thread while the runtime, which needs no lock of the interpreter, is
                at it.
        """
        if not texts:
            return np.zeros((0, DIMENSIONS), np.float32)
        if len(texts) == 1 and meanwhile is None:
            return self._vector(self._pieces(texts[0]))[np.newaxis]
        waiting = [self._pool.submit(self._vector, pieces) for pieces in map(self._pieces, texts)]
        if meanwhile is not None:
            meanwhile()
        return np.stack([future.result() for future in waiting])

    def _pieces(self, text: str) -> NDArray[np.int64]:
        return np.array([self._tokenizer.encode(text).ids], dtype=np.int64)

    def _vector(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        inputs = {
            "ids": ids,
            "mask": np.ones(ids.shape, np.float32),
            "pos": np.arange(ids.shape[1], dtype=np.int64),
        }
        vector: NDArray[np.float32] = self._session.run(["emb"], inputs)[0][0]
        return vector


@lru_cache(maxsize=2)
def shared_encoder(folder: Path) -> Encoder:
    """One encoder for all components of the process: it holds 23 MB and keeps no state."""
    return Encoder.load(folder)
