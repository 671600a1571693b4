"""Likeness to known texts in int8: near to what full numbers give, and always the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from b12guide.understanding.encoder.encoder import DIMENSIONS, data_file
from b12guide.understanding.known_texts import KnownTexts, Vectors


def unit_vectors(count: int, *, seed: int) -> Vectors:
    """`count` vectors of length 1 that lean to one side, as those of the encoder do."""
    vectors = np.random.default_rng(seed).normal(loc=0.3, size=(count, DIMENSIONS)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


KNOWN, ASKED = unit_vectors(700, seed=1), unit_vectors(20, seed=2)
VOICES = np.random.default_rng(3).normal(size=(700, 7)).astype(np.float32)
WIDTH = 2.5


@pytest.fixture(scope="module")
def known() -> KnownTexts:
    return KnownTexts.of(KNOWN, VOICES, WIDTH, len(KNOWN))


def test_a_cosine_is_off_by_less_than_a_hundredth(known: KnownTexts) -> None:
    """For every pair, int8 gives what full numbers give, within 0.01."""
    found = known.cosines(ASKED)
    assert found.shape == (20, 700)
    assert np.abs(found - ASKED @ KNOWN.T).max() < 0.01


def test_a_known_text_is_like_itself(known: KnownTexts) -> None:
    """The nearest of a known text is that text, at a cosine of 1."""
    for place in (0, 345, 699):
        (cosines,) = known.cosines(KNOWN[place : place + 1])
        assert cosines.argmax() == place
        assert cosines[place] == pytest.approx(1, abs=0.01)


def test_what_was_saved_gives_the_same(known: KnownTexts, tmp_path: Path) -> None:
    """Stored and read, it gives the same numbers to the last digit; so does building it again."""
    known.save(tmp_path / "known.onnx")
    for again in (KnownTexts.load(tmp_path / "known.onnx"), KnownTexts.of(KNOWN, VOICES, WIDTH, len(KNOWN))):
        assert (again.cosines(ASKED) == known.cosines(ASKED)).all()
        for one, other in zip(again.say(ASKED), known.say(ASKED), strict=True):
            assert (one == other).all()


def test_each_known_text_speaks_as_far_as_it_is_like(known: KnownTexts) -> None:
    """What is said is the sum of all voices, each as loud as its text is like the one asked; near are the nearest 5."""
    said, near = known.say(ASKED)
    cosines = known.cosines(ASKED)
    assert said == pytest.approx(np.exp(WIDTH * (cosines - 1)) @ VOICES, abs=1e-3)
    assert near == pytest.approx(np.sort(cosines, axis=1)[:, -5:].mean(axis=1), abs=1e-6)


def test_voices_take_half_the_room(tmp_path: Path) -> None:
    """What 700 texts say of 300 labels is kept in two bytes a number, and heard as full numbers would be."""
    voices = np.random.default_rng(4).normal(size=(700, 300)).astype(np.float32)
    many = KnownTexts.of(KNOWN, voices, WIDTH, len(KNOWN))
    said, _ = many.say(ASKED)
    assert np.abs(said - np.exp(WIDTH * (many.cosines(ASKED) - 1)) @ voices).max() < 0.01
    many.save(tmp_path / "known.onnx")
    assert data_file(tmp_path / "known.onnx").stat().st_size < 700 * (DIMENSIONS + 2 * 300) * 1.05


def test_a_loud_voice_drowns_no_quiet_one() -> None:
    """Where one text says a hundred times as much of a label as the others, these are heard to within a 2,000th."""
    voices = np.full((700, 1), 0.01, np.float32)
    voices[3] = 1.0
    alike = np.exp(WIDTH * (KnownTexts.of(KNOWN, voices, WIDTH, len(KNOWN)).cosines(ASKED) - 1))
    said, _ = KnownTexts.of(KNOWN, voices, WIDTH, len(KNOWN)).say(ASKED)
    assert said == pytest.approx(alike @ voices, rel=5e-4, abs=5e-4)


def test_few_known_texts_are_all_near() -> None:
    """Where fewer than 5 texts are known, all of them are the nearest."""
    few = KnownTexts.of(KNOWN[:2], VOICES[:2], WIDTH, 2)
    _, near = few.say(ASKED)
    assert near == pytest.approx(few.cosines(ASKED).mean(axis=1), abs=1e-6)


def test_nothing_is_like_no_vector(known: KnownTexts) -> None:
    """A vector of zeros, as of an empty text, has a cosine of 0 to everything."""
    assert (known.cosines(np.zeros((1, DIMENSIONS), np.float32)) == 0).all()


def test_a_likeness_does_not_depend_on_its_neighbours(known: KnownTexts) -> None:
    """A text alone has the cosines that it has among others of another size."""
    crowd = known.cosines(np.concatenate([ASKED, 5 * ASKED]))
    assert all((known.cosines(ASKED[i : i + 1]) == crowd[i]).all() for i in range(len(ASKED)))


def test_saving_again_takes_no_more_room(known: KnownTexts, tmp_path: Path) -> None:
    """Saved over what was saved before, the numbers are there once."""
    path = tmp_path / "known.onnx"
    known.save(path)
    size = data_file(path).stat().st_size
    known.save(path)
    assert data_file(path).stat().st_size == size
