"""The tuned reader: built from the published weights and the adapter alone, and heard as PyTorch hears it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from b12guide.understanding.encoder.encoder import EncoderMissingError, Vectors
from b12guide.understanding.encoder.encoder_build import WEIGHTS_FILE, WeightsError
from b12guide.understanding.encoder.tuned_reader import TunedReader, shared_tuned_reader
from b12guide.understanding.encoder.tuned_reader_build import ADAPTER, LAYERS, main, stretches, tuned, unpack
from b12guide.understanding.sign_model import measures_of_odds
from tests.conftest import ROOT

# Log odds of the tuned weights in PyTorch, in float32: an emergency, any sign, words of alarm that are meant; written
# when they are tuned.
REFERENCE = json.loads((ROOT / "tune" / "second_reader.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reader() -> TunedReader:
    return shared_tuned_reader(ROOT / "build" / "encoder")


def test_int8_is_near_what_was_tuned(reader: TunedReader) -> None:
    """Quantised, and in a graph of our own, it says nearly what the same weights say in PyTorch (float32)."""
    found = reader.measure(list(REFERENCE))
    assert np.abs(found - measures_of_odds(np.array(list(REFERENCE.values()), np.float32))).max() < 0.1


class Deaf(TunedReader):
    """A reader on a processor whose sums overflow: all that it says is small."""

    def measure(self, texts: Sequence[str]) -> Vectors:
        return np.full((len(texts), 3), 0.05, np.float32)


def test_a_reader_that_hears_nothing_is_refused(reader: TunedReader) -> None:
    """One that does not tell an emergency from a question does not start, and the way out is named."""
    reader.verify(Path("build"))
    with pytest.raises(EncoderMissingError, match="on this processor: delete it and run `make setup`"):
        Deaf(reader._tokenizer, reader._session).verify(Path("build"))


def test_neighbours_do_not_count(reader: TunedReader) -> None:
    """A text has the same measures by itself and among others, long or short."""
    texts = ["I can't breathe", "what is a usual dose", "word " * 400]
    assert (reader.measure(texts)[:2] == np.concatenate([reader.measure([text]) for text in texts[:2]])).all()


def test_the_order_of_words_counts(reader: TunedReader) -> None:
    """The same words in another order are another text: places and distances reach every layer."""
    first, second = reader.measure(["he was ill before and is well now", "he was well before and is ill now"])
    assert second[1] > first[1] + 0.2


@pytest.mark.parametrize("text", ["hello", "", "\U0001f489", "word " * 5000])
def test_every_text_has_measures(reader: TunedReader, text: str) -> None:
    """Any text, also none and one that is too long, becomes three numbers."""
    found = reader.measure([text])
    assert (found.shape, found.dtype) == ((1, 3), np.float32)
    assert np.isfinite(found).all()


def test_stretches() -> None:
    """Near distances are told apart one by one, far ones by stretches, each side by itself (T5's table)."""
    distances = np.array([0, 1, -1, 7, 8, -8, -15, -16, -31, -64, -127, -300, 20, 128])
    assert stretches(distances).tolist() == [0, 17, 1, 23, 24, 8, 9, 10, 11, 14, 15, 15, 26, 31]


def test_an_adapter_is_added(tmp_path: Path) -> None:
    """Its factors are multiplied and added to the weight that they are named after; all else stays, the head is new."""
    weights = {"a.weight": np.ones((2, 3), np.float32), "b.weight": np.zeros((2, 2), np.float32)}
    head = np.array([[1.0, 2.0]], np.float32)
    up, down = np.array([[1.0], [2.0]], np.float16), np.array([[1.0, 0.0, -1.0]], np.float16)
    np.savez(tmp_path / "adapter.npz", **{"a.up": up, "a.down": down, "head.weight": head})
    found = tuned(weights, tmp_path / "adapter.npz")
    assert found["a.weight"].tolist() == [[2, 1, 0], [3, 1, -1]]
    assert (found["b.weight"] == 0).all()
    assert found["head.weight"].tolist() == head.tolist()
    assert weights["a.weight"].tolist() == [[1, 1, 1], [1, 1, 1]]


def test_an_adapter_that_does_not_fit_is_named(tmp_path: Path) -> None:
    """One that is missing, is none, or belongs to other weights stops the build with the way out."""
    with pytest.raises(WeightsError, match="run `make tune`"):
        tuned({}, tmp_path / "none.npz")
    (tmp_path / "words.npz").write_text("no adapter")
    with pytest.raises(WeightsError, match="does not fit"):
        tuned({}, tmp_path / "words.npz")
    with pytest.raises(WeightsError, match="KeyError"):
        tuned({"other.weight": np.zeros((1, 1), np.float32)}, ROOT / ADAPTER)


def test_the_adapter_of_the_repository() -> None:
    """It tunes six weights in each of the last ten layers, and has a head for three log odds."""
    with np.load(ROOT / ADAPTER) as learned:
        tuned_layers = [int(name.split(".")[2]) for name in learned.files if name.endswith(".up")]
        assert sorted(tuned_layers) == sorted(list(range(2, LAYERS)) * 6)
        assert learned["head.weight"].shape == (3, 768)


def _parts(folder: Path, archive: Path) -> None:
    """`archive` in two parts, laid out in `folder` as the packages lay it out."""
    whole = archive.read_bytes()
    for number, part in enumerate((whole[:50], whole[50:]), start=1):
        place = folder / f"part_{number}" / "input"
        place.mkdir(parents=True)
        (place / f"model.zip.00{number}").write_bytes(part)


def test_parts_of_other_weights_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An archive in parts is put together; one with other weights stops the build in one line, and leaves nothing."""
    archive = tmp_path / "other.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("model/model.safetensors", b"other weights")
        packed.writestr("model/run.py", "raise SystemExit")
    _parts(tmp_path / "weights", archive)
    (tmp_path / "here").mkdir()
    with pytest.raises(WeightsError, match="expected 78c0197b6159d926"):
        unpack(tmp_path / "weights", tmp_path / "here")
    assert [path.name for path in (tmp_path / "here").rglob("*.*")] == [WEIGHTS_FILE]
    assert main([str(tmp_path / "out"), str(tmp_path / "weights")]) == 1
    assert "expected 78c0197b6159d926" in capsys.readouterr().err
    assert list((tmp_path / "out").iterdir()) == []


def test_missing_parts_are_named(tmp_path: Path) -> None:
    """A folder without the parts is named, with what to run; no folder at all prints the usage."""
    with pytest.raises(WeightsError, match="run `make setup`"):
        unpack(tmp_path, tmp_path)
    assert main([]) == 2
    assert main(["--unpack", str(tmp_path)]) == 2
