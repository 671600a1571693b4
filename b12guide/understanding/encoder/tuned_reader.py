"""The large encoder (all-mpnet-base-v2), tuned by `tune/` to tell who has a warning sign, in ONNX Runtime, int8.

Built once by `tuned_reader_build`; asked by `second_reader.py` about the few messages that may hold a sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from b12guide.understanding.encoder.encoder import CORES, Vectors, opened
from b12guide.understanding.sign_model import measures_of_odds

READER_FILE = "mpnet-int8.onnx"
READER_TOKENIZER_FILE = "mpnet-tokenizer.json"


class TunedReader:
    """Says how like a warning sign a text is."""

    def __init__(self, tokenizer: Tokenizer, session: onnxruntime.InferenceSession) -> None:
        self._tokenizer = tokenizer
        self._session = session

    @classmethod
    def load(cls, folder: Path, *, threads: int = 1) -> TunedReader:
        """Read it from `folder` (built by ``make setup``).

        Raises:
            EncoderMissingError: a file is absent or cannot be read; the message says which and what to do.
        """
        return cls(*opened(folder, READER_FILE, READER_TOKENIZER_FILE, threads))

    def measure(self, texts: Sequence[str]) -> Vectors:
        """The measures of `sign_model` of each of one or more texts (texts, 3); safe in any thread.

        One text at a time: int8 scales are taken over the whole input, so in a batch a text's measures would depend on
        its neighbours.
        """
        return measures_of_odds(np.concatenate([self._odds(text) for text in texts]))

    def _odds(self, text: str) -> Vectors:
        ids = self._tokenizer.encode(text).ids
        row = np.array([ids], dtype=np.int64)
        found: Vectors = self._session.run(["odds"], {"ids": row, "pos": np.arange(len(ids), dtype=np.int64)})[0]
        return found


@lru_cache(maxsize=2)
def shared_tuned_reader(folder: Path) -> TunedReader:
    """One for all components of the process, on all cores: it holds 110 MB and keeps no state."""
    return TunedReader.load(folder, threads=CORES)
