"""The sentence encoder (all-MiniLM-L6-v2) in ONNX Runtime, int8, built once by `encoder_build` and read here."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
# The same encoder, taught to hear what a message does to a plan and to tell our questions apart; its heads of plans.
TALK_MODEL_FILE, TALK_HEADS_FILE = "talk-int8.onnx", "talk-heads.npz"
TOKENIZER_FILE = "tokenizer.json"
DIMENSIONS = 384
# The model was trained on at most 256 word pieces; what comes later in a text does not change its meaning for us.
MAX_PIECES = 256
CORES = os.cpu_count() or 1


class EncoderMissingError(RuntimeError):
    """The encoder's files are not where they are looked for, or are not whole."""


@dataclass(frozen=True)
class Encoded:
    """A text as an encoder read it.

    vector: of all of it (d,), of length 1. pieces: of each word piece (n, d). begins, ends: from where to where each of
    them stands in the text (n,).
    """

    text: str
    vector: Vectors
    pieces: Vectors
    begins: Places
    ends: Places

    def part(self, part: str) -> Vectors | None:
        """The vector of a piece of the text in its words, as it is meant there (d,), of length 1; None where it is not
        found in what of the text was read."""
        start = self.text.find(part)
        if start < 0 or start + len(part) > self.ends.max(initial=0):
            return None
        inside = (self.begins >= start) & (self.ends <= start + len(part)) & (self.ends > self.begins)
        if not inside.any():
            return None
        mean: Vectors = self.pieces[inside].mean(axis=0)
        return mean / np.linalg.norm(mean)

    def with_parts(self, parts: Sequence[str], encode: Callable[[Sequence[str]], Vectors]) -> tuple[Vectors, Vectors]:
        """The vector of the text (d,), and those of its `parts` (len(parts), d); `encode` makes those that are not
        found in it."""
        found = ((part, self.part(" ".join(part.split()))) for part in parts)
        vectors = [encode([part])[0] if vector is None else vector for part, vector in found]
        return self.vector, np.stack(vectors) if vectors else np.zeros((0, len(self.vector)), np.float32)


class Encoder:
    """Turns texts into unit vectors of so many `dimensions`; near vectors mean near texts."""

    def __init__(self, path: Path, tokenizer: Tokenizer, session: onnxruntime.InferenceSession) -> None:
        self.path = path
        self._tokenizer = tokenizer
        self._session = session
        self.dimensions: int = session.get_outputs()[0].shape[1]

    @classmethod
    def load(cls, folder: Path, *, model_file: str = MODEL_FILE) -> Encoder:
        """Read the encoder from `folder` (built by ``make setup``).

        Raises:
            EncoderMissingError: a file is absent or cannot be read; the message says which and what to do.
        """
        return cls(folder / model_file, *opened(folder, model_file, TOKENIZER_FILE))

    @property
    def checksum(self) -> str:
        """SHA-256 of the files that it was read from, in hexadecimal digits."""
        return hashlib.sha256(b"".join(file.read_bytes() for file in files_of(self.path))).hexdigest()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return an array of shape (len(texts), dimensions), float32, each row of length 1.

        One text at a time: int8 scales are taken over the whole input, so in a batch a text's vector would depend on
        its neighbours, and the same message could be answered in two ways. On one thread it costs no more.
        """
        return np.stack([self._run(self._cut(text).ids)[0] for text in texts]) if texts else self._none()

    def read(self, text: str) -> Encoded:
        """What the encoder makes of `text`, in which runs of blanks are one."""
        text = " ".join(text.split())
        cut = self._cut(text)
        vector, pieces = self._run(cut.ids)
        begins, ends = np.array(cut.offsets).T
        return Encoded(text, vector, pieces, begins, ends)

    def encode_with_parts(self, text: str, parts: Sequence[str]) -> tuple[Vectors, Vectors]:
        """The vector of `text` (dimensions,), and those of its `parts` (len(parts), dimensions), each of length 1.

        A part is heard in the text around it: its vector is made of what its words mean there, so a message of many
        sentences costs no more than one sentence of its length. A part that is not found in what of the text is read
        is encoded by itself.

        Args:
            text: any text; `parts`: pieces of it, each in the words of the text but for blanks.
        """
        return self.read(text).with_parts(parts, self.encode)

    def _cut(self, text: str) -> Encoding:
        return self._tokenizer.encode(text)

    def _run(self, ids: Sequence[int]) -> tuple[Vectors, Vectors]:
        """The vector of a text (dimensions,) and of each of its word pieces (n, dimensions)."""
        row = np.array([ids], dtype=np.int64)
        vector, pieces = self._session.run(["emb", "pieces"], {"ids": row, "pos": np.arange(len(ids), dtype=np.int64)})
        return vector[0], pieces[0]

    def _none(self) -> Vectors:
        return np.zeros((0, self.dimensions), np.float32)


def session(graph: str | bytes, threads: int = 1) -> onnxruntime.InferenceSession:
    """The runtime for a graph or the file that holds it; on one thread unless more are asked for."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    # It would keep all that the longest text ever took.
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    # A thread that has nothing to do would wait by turning in a circle, on a core that others could use.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(graph, sess_options=options, providers=["CPUExecutionProvider"])


def files_of(path: Path) -> list[Path]:
    """The files of the graph in `path`: it, and its numbers where they stand apart."""
    return [file for file in (path, data_file(path)) if file.is_file()]


def data_file(path: Path) -> Path:
    """Where the numbers of the graph in `path` are, if they stand apart."""
    return path.with_name(f"{path.name}.data")


def opened(
    folder: Path, model_file: str, tokenizer_file: str, threads: int = 1
) -> tuple[Tokenizer, onnxruntime.InferenceSession]:
    """The tokenizer and the graph of a model in `folder`.

    Raises:
        EncoderMissingError: a file is absent or cannot be read; the message says which and what to do.
    """
    for name in (model_file, tokenizer_file):
        if not (folder / name).is_file():
            raise EncoderMissingError(f"{folder / name} is missing: run `make setup`, which builds it.")
    tokenizer, path = _tokenizer(folder / tokenizer_file), folder / model_file
    try:
        return tokenizer, session(str(path), threads)
    except Exception as error:
        way_out = "remove it and run `make setup`, which builds it"
        raise EncoderMissingError(f"{path} cannot be read ({type(error).__name__}): {way_out}.") from error


@lru_cache(maxsize=4)
def _tokenizer(path: Path) -> Tokenizer:
    """One for all encoders that cut texts alike: it holds 6 MB and keeps no state."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(MAX_PIECES)
    tokenizer.no_padding()
    return tokenizer


@lru_cache(maxsize=2)
def shared_encoder(folder: Path) -> Encoder:
    """One encoder for all components of the process: it holds 23 MB and keeps no state."""
    return Encoder.load(folder)
