"""The sentence encoder: near texts have near vectors, and a text's vector is its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from b12guide.understanding.encoder.encoder import DIMENSIONS, MODEL_FILE, TOKENIZER_FILE, Encoder, EncoderMissingError
from b12guide.understanding.encoder.encoder_build import FLOAT_FILE, TAUGHT, WeightsError, default_weights, main, verify
from tests.conftest import ROOT

FOLDER = ROOT / "build" / "encoder"


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load(FOLDER)


def cosine(encoder: Encoder, texts: tuple[str, str]) -> float:
    first, second = encoder.encode(texts)
    return float(first @ second)


def test_int8_is_near_what_was_taught(encoder: Encoder, tmp_path: Path) -> None:
    """Quantised, texts lie where they lay before."""
    for name in (FLOAT_FILE, TOKENIZER_FILE):
        shutil.copyfile(FOLDER / name, tmp_path / (MODEL_FILE if name == FLOAT_FILE else name))
    texts = ["how long until I feel better", "my last one was on 3 March", "my throat is closing", "who won the cup"]
    whole = Encoder.load(tmp_path)
    assert (encoder.encode(texts) * whole.encode(texts)).sum(axis=1).min() > 0.95


def test_near_texts_are_nearer_than_far_ones(encoder: Encoder) -> None:
    """Two ways of asking one thing are nearer than two things."""
    same = cosine(encoder, ("how long until I feel better", "when will I start to feel well again"))
    other = cosine(encoder, ("how long until I feel better", "what is the capital of France"))
    assert same > other + 0.3


def test_a_vector_does_not_depend_on_its_neighbours(encoder: Encoder) -> None:
    """The same text has the same vector alone, beside others, and at any place among them."""
    text = "my last one was on 3 March"
    alone = encoder.encode([text])[0]
    crowd = encoder.encode(["x", text, "a much longer text than the others, to change the scale of a batch", text])
    assert np.array_equal(alone, crowd[1])
    assert np.array_equal(alone, crowd[3])


@pytest.mark.parametrize("text", ["hello", "", " ", "\U0001f489", "word " * 5000, "\u0643\u0645"])
def test_every_text_has_a_unit_vector(encoder: Encoder, text: str) -> None:
    """Any text, also none and one that is too long, becomes numbers of length 1."""
    vectors = encoder.encode([text])
    assert (vectors.shape, vectors.dtype) == ((1, DIMENSIONS), np.float32)
    assert float(np.linalg.norm(vectors[0])) == pytest.approx(1.0, abs=1e-4)


STORY = "I had my third jab on Monday.  My arm is a bit sore!\nHow long until I feel better?"
PARTS = ["I had my third jab on Monday.", "My arm is a bit sore!", "How long until I feel better?"]


def test_the_vector_of_a_text_is_the_same_with_its_parts(encoder: Encoder) -> None:
    """Asking for parts changes nothing about the whole, but for the blanks in it."""
    read = encoder.read(STORY)
    encoder.parts(read, PARTS)
    assert np.array_equal(read.vector, encoder.encode([" ".join(STORY.split())])[0])


def test_a_part_is_nearest_to_itself_said_alone(encoder: Encoder) -> None:
    """Heard among the others, each sentence is nearer to itself alone than to any other, and of length 1."""
    parts = encoder.parts(encoder.read(STORY), PARTS)
    assert (parts @ encoder.encode(PARTS).T).argmax(axis=1).tolist() == [0, 1, 2]
    assert np.linalg.norm(parts, axis=1) == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize("text", [STORY, "word " * 5000 + "my throat swells"])
def test_a_part_that_is_not_read_in_the_text_is_read_alone(encoder: Encoder, text: str) -> None:
    """What is not in the text, or behind what of it is read, has the vector of itself."""
    parts = encoder.parts(encoder.read(text), ["my throat swells"])
    assert np.array_equal(parts, encoder.encode(["my throat swells"]))


@pytest.mark.parametrize("text", ["", " ", "\U0001f489"])
def test_parts_of_a_text_of_no_words(encoder: Encoder, text: str) -> None:
    """Nothing to hear still gives numbers of length 1."""
    parts = encoder.parts(encoder.read(text), ["", "x"])
    assert np.linalg.norm(parts, axis=1) == pytest.approx(1, abs=1e-4)


def test_no_texts(encoder: Encoder) -> None:
    """Nothing to encode is an empty array of the right width."""
    assert encoder.encode([]).shape == (0, DIMENSIONS)


@pytest.mark.parametrize("present", [[], [TOKENIZER_FILE], [MODEL_FILE]])
def test_a_missing_file_is_named(tmp_path: Path, present: list[str]) -> None:
    """What is missing is named, with what to run."""
    for name in present:
        (tmp_path / name).touch()
    missing = MODEL_FILE if MODEL_FILE not in present else TOKENIZER_FILE
    with pytest.raises(EncoderMissingError, match=f"{missing} is missing: run `make setup`"):
        Encoder.load(tmp_path)


def test_a_graph_without_its_numbers_is_named(tmp_path: Path) -> None:
    """A graph whose numbers are gone is named, with the way out."""
    for name in (MODEL_FILE, TOKENIZER_FILE):
        shutil.copyfile(FOLDER / name, tmp_path / name)
    with pytest.raises(EncoderMissingError, match=f"{MODEL_FILE} cannot be read .*: remove it and run `make setup`"):
        Encoder.load(tmp_path)


def test_other_weights_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Weights that are absent or not the published ones stop the build in one line."""
    with pytest.raises(WeightsError, match=r"model\.safetensors is missing"):
        verify(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(WeightsError, match="expected 53aa51172d142c89"):
        verify(tmp_path)
    assert main([str(tmp_path / "out"), str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("The encoder cannot be built: ")
    assert not (tmp_path / "out").exists()
    assert main([]) == 2


def test_what_was_taught_is_named_where_it_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The build stops in one line that says what to do."""
    assert main([str(tmp_path / "out"), str(default_weights()), str(tmp_path / "none.npz")]) == 1
    assert "none.npz is missing or is none" in capsys.readouterr().err
    assert (ROOT / TAUGHT).stat().st_size < 25_000_000
