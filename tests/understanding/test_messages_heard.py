"""The intent model by itself: the same every time, sure of what it was told, and honest about what it never saw."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from b12guide.understanding.encoder.encoder import Vectors
from b12guide.understanding.intent_model import ARRAYS_FILE, IntentModel
from b12guide.understanding.sentences import Said

ROOTS = {"pain": "it hurts", "cost": "what does it cost", "late": "i missed one"}
TEXTS = [
    f"{words} {extra}"
    for words in ROOTS.values()
    for extra in ("today", "again", "please", "then", "really", "now", "")
]
LABELS = [label for label in ROOTS for _ in range(7)]


def vectors(texts: list[str]) -> Vectors:
    """Vectors that only know which root a text begins with; anything else points elsewhere."""
    rows = np.zeros((len(texts), 4), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        row[next((place for place, root in enumerate(ROOTS.values()) if text.startswith(root)), 3)] = 1
    return rows


@pytest.fixture
def model() -> IntentModel:
    return IntentModel().fit(TEXTS, vectors(TEXTS), LABELS)


def test_two_trainings_are_one_model(model: IntentModel, tmp_path: Path) -> None:
    """Training twice on the same phrases gives the same bytes, so the same answers."""
    again = IntentModel().fit(TEXTS, vectors(TEXTS), LABELS)
    for name, one in (("a", model), ("b", again)):
        (tmp_path / name).mkdir()
        one.save(tmp_path / name)
    with np.load(tmp_path / "a" / ARRAYS_FILE) as first, np.load(tmp_path / "b" / ARRAYS_FILE) as second:
        assert sorted(first) == sorted(second)
        for name in first:
            assert np.array_equal(first[name], second[name]), name


def test_a_loaded_model_predicts_the_same(model: IntentModel, tmp_path: Path) -> None:
    """What was saved answers as what was trained."""
    model.save(tmp_path)
    text = "it hurts a lot"
    vector = vectors([text])[0]
    assert IntentModel.load(tmp_path).predict(text, vector) == model.predict(text, vector)


def test_a_phrase_that_was_trained_is_never_in_doubt(model: IntentModel) -> None:
    """A pressed button sends its own words: they get their label whatever the likeness says."""
    prediction = model.predict("It hurts, today!".replace(",", ""), vectors(["nothing like it"])[0])
    assert (prediction.label, prediction.confidence, prediction.scope) == ("pain", 1.0, float("inf"))


def test_the_sentence_that_asks_is_heard_in_a_story(model: IntentModel) -> None:
    """The sentence near our subject decides, not the story around it."""
    said = Said.of("my car broke down on monday. what does it cost me")
    found = model.predict_message(said, vectors(said.texts))
    assert found.heard.label == "cost"
    assert [sentence.label for sentence in found.sentences][1] == "cost"
    assert found.heard.confidence_of("cost") > found.whole.confidence_of("cost")
