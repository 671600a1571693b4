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

from b12guide.understanding.encoder.encoder import CORES, EncoderMissingError, Vectors, opened
from b12guide.understanding.sign_model import measures_of_odds

READER_FILE = "mpnet-int8.onnx"
READER_TOKENIZER_FILE = "mpnet-tokenizer.json"
ALARM, CALM = "My throat is closing up and I can't breathe", "What is the usual dose of hydroxocobalamin?"
_SURE = 0.8


class TunedReader:
    """Says how like a warning sign a text is."""

    def __init__(self, tokenizer: Tokenizer, session: onnxruntime.InferenceSession) -> None:
        self._tokenizer = tokenizer
        self._session = session

    @classmethod
    def load(cls, folder: Path, *, threads: int = 1) -> TunedReader:
        """Read it from `folder` (built by ``make setup``).

        Raises:
            EncoderMissingError: a file is absent or cannot be read, or what was built does not hear on this processor;
                the message says which and what to do.
        """
        reader = cls(*opened(folder, READER_FILE, READER_TOKENIZER_FILE, threads))
        reader.verify(folder)
        return reader

    def verify(self, folder: Path) -> None:
        """Hear an emergency, and none in a question: arithmetic that goes wrong on a processor goes wrong in silence.

        Raises:
            EncoderMissingError: it hears them otherwise.
        """
        alarm, calm = self.measure([ALARM])[0][0], self.measure([CALM])[0][0]
        if not (alarm > _SURE and calm < 1 - _SURE):
            raise EncoderMissingError(
                f"{folder / READER_FILE} does not tell an emergency from a question on this processor: "
                "delete it and run `make setup`, which builds it anew."
            )

    def measure(self, texts: Sequence[str]) -> Vectors:
        """The measures of `sign_model` of each of one or more texts (texts, 3); safe in any thread.

        One text at a time: int8 scales are taken over the whole input, so in a batch a text's measures would depend on
        its neighbours.
        """
        return measures_of_odds(np.concatenate([self._odds(text) for text in texts]))

    def pieces(self, text: str) -> int:
        """How many word pieces it reads of `text`, its end marks among them; its time grows with them."""
        return len(self._tokenizer.encode(text).ids)

    def _odds(self, text: str) -> Vectors:
        ids = self._tokenizer.encode(text).ids
        row = np.array([ids], dtype=np.int64)
        found: Vectors = self._session.run(["odds"], {"ids": row, "pos": np.arange(len(ids), dtype=np.int64)})[0]
        return found


@lru_cache(maxsize=2)
def shared_tuned_reader(folder: Path) -> TunedReader:
    """One for all components of the process, on all cores: it holds 110 MB and keeps no state."""
    return TunedReader.load(folder, threads=CORES)
