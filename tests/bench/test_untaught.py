"""The published encoder, for comparison."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from b12guide.understanding.encoder.encoder import FOLDER, shared_encoder
from bench.untaught import untaught
from tests.conftest import ROOT


@pytest.mark.slow
def test_it_knows_nothing_of_what_was_taught(tmp_path: Path) -> None:
    """Another encoder than the one in use, of the same form; a second call builds nothing anew."""
    published, text = untaught(tmp_path), ["how long until I feel better"]
    vector, ours = published.encode(text), shared_encoder(ROOT / FOLDER).encode(text)
    assert vector.shape == ours.shape
    assert float((vector * ours).sum()) < 0.95
    built = published.path.stat().st_mtime_ns
    assert np.array_equal(untaught(tmp_path).encode(text), vector)
    assert published.path.stat().st_mtime_ns == built
