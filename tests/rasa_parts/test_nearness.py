"""How near a text is to what is known: the quick way gives what comparing with everything gives."""

from __future__ import annotations

import numpy as np
import pytest

from b12guide.rasa.encoder import DIMENSIONS, Encoder
from b12guide.rasa.importer import ContentImporter
from b12guide.rasa.nearness import NEIGHBOURS, KnownTexts, Vectors
from tests.conftest import ROOT

ASKED = ["how long till the tingling goes", "my cat ate a lemon", "b12", "who won the cup", "can i swim after a jab"]


def everything(known: Vectors, vectors: Vectors) -> Vectors:
    """The mean of the nearest, by comparing with every known text."""
    return np.sort(vectors @ known.T, axis=1)[:, -NEIGHBOURS:].mean(axis=1)


@pytest.mark.parametrize("count", [1, 3, 256, 257])
def test_few_known_texts_are_all_compared(count: int) -> None:
    """With few texts, fewer than are averaged included, the answer is that of comparing with each."""
    vectors = np.random.default_rng(0).normal(size=(count + 4, DIMENSIONS)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    known, asked = vectors[:count], vectors[count:]
    assert KnownTexts(known).nearness(asked) == pytest.approx(everything(known, asked), abs=0.02)


def test_nothing_known_is_near_to_nothing() -> None:
    """Before training there is nothing to be near to, and nothing that fails."""
    KnownTexts(np.zeros((0, 0), np.float32))


def test_our_own_phrases_are_found_by_their_outline() -> None:
    """Among the phrases that the program learns from, the outline finds the nearest: none is off by a hundredth."""
    phrases = [e.get("text") for e in ContentImporter(str(ROOT / "config.yml"), str(ROOT / "domain.yml"),
               [str(ROOT / "data")]).get_nlu_data().intent_examples][::4]  # fmt: skip
    encoder = Encoder.load(ROOT / "build" / "encoder")
    known, asked = encoder.encode(phrases), encoder.encode(ASKED)
    assert KnownTexts(known).nearness(asked) == pytest.approx(everything(known, asked), abs=0.01)
