"""The kept vectors of training phrases."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from b12guide.understanding.encoder.encoder import Encoder, Vectors
from b12guide.understanding.encoder.kept_vectors import KeptVectors
from tests.conftest import ROOT

FOLDER = ROOT / "build" / "encoder"
PHRASES = ["my arm hurts", "how often", "my arm hurts"]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load(FOLDER)


def test_kept_vectors_are_the_computed_ones(encoder: Encoder, tmp_path: Path) -> None:
    """What comes from the file equals what is computed, so training twice gives one model."""
    first = KeptVectors(encoder, tmp_path).of(PHRASES)
    second = KeptVectors(encoder, tmp_path).of([*PHRASES, "a new one"])
    assert np.array_equal(first, encoder.encode(PHRASES))
    assert np.array_equal(second[:3], first)
    assert len(list(tmp_path.rglob("*.npz"))) == 1


def test_a_broken_file_is_computed_anew(encoder: Encoder, tmp_path: Path) -> None:
    """A file that cannot be read costs time, never a training."""
    kept = KeptVectors(encoder, tmp_path)
    kept.of(PHRASES)
    for path in tmp_path.rglob("*.npz"):
        path.write_bytes(b"not a file of vectors")
    assert np.array_equal(kept.of(PHRASES), encoder.encode(PHRASES))


def test_two_threads_compute_once(encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one thread works out is waited for by another, not worked out again."""
    encode, encoded = encoder.encode, []
    monkeypatch.setattr(encoder, "encode", lambda texts: encoded.extend(texts) or encode(texts))
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(KeptVectors(encoder, tmp_path).of, PHRASES) for _ in range(2)]
    assert np.array_equal(*(one.result() for one in both))
    assert sorted(encoded) == sorted(set(PHRASES))


def test_other_processes_wait_meanwhile(encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else gets at the folder while vectors are made: training encodes its phrases beside its start."""
    encode, refused = encoder.encode, []

    def encode_and_try(texts: Sequence[str]) -> Vectors:
        (place,) = tmp_path.iterdir()
        folder = os.open(place, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            refused.extend(texts)
        finally:
            os.close(folder)
        return encode(texts)

    monkeypatch.setattr(encoder, "encode", encode_and_try)
    KeptVectors(encoder, tmp_path).of(PHRASES)
    assert sorted(refused) == sorted(set(PHRASES))
