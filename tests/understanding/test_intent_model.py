"""The lines drawn through the vectors: what is learned is kept, exact phrases win, other subjects are told apart."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b12guide.understanding.encoder.encoder import Encoder
from b12guide.understanding.intent_model import IntentModel, canonical, normalise
from tests.conftest import ROOT

EXAMPLES = {
    "time": ["how long until I feel better", "when will I feel well", "how soon does it work", "when does it help",
             "how long before it works", "when will the tiredness go", "how fast does b12 work", "time to feel better"],
    "dose": ["how much is in one injection", "what is the usual dose", "how many micrograms", "what dose is normal",
             "how big is a dose", "is 1000 micrograms usual", "how strong is the jab", "what amount do I get"],
    "date": ["when is my next one", "what date is the next jab", "when am I due", "next injection date",
             "which day is my next shot", "when is it due again", "what day is the next dose", "when do I go next"],
    "out_of_scope": ["what is the weather", "book me a table", "how tall is the tower", "play some music",
                     "who won the match", "how do I bake bread", "turn the light off", "where is my parcel"],
}  # fmt: skip
TEXTS = [text for texts in EXAMPLES.values() for text in texts]
LABELS = [label for label, texts in EXAMPLES.items() for _ in texts]
UNSEEN = ["how many weeks till I feel normal", "what is the normal amount", "when is the next due", "bananas", ""]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load(ROOT / "build" / "encoder")


@pytest.fixture(scope="module")
def model(encoder: Encoder) -> IntentModel:
    return IntentModel().fit(TEXTS, encoder.encode(TEXTS), LABELS)


def test_what_was_saved_predicts_the_same(model: IntentModel, encoder: Encoder, tmp_path: Path) -> None:
    """A model that was stored and read gives the same labels, confidences and nearness to the last digit."""
    model.save(tmp_path)
    again = IntentModel.load(tmp_path)
    for text in [*TEXTS, *UNSEEN]:
        vector = encoder.encode([text])[0]
        assert again.predict(text, vector) == model.predict(text, vector), text


def test_the_same_examples_give_the_same_model(encoder: Encoder, model: IntentModel) -> None:
    """Training twice changes nothing."""
    again = IntentModel().fit(TEXTS, encoder.encode(TEXTS), LABELS)
    for text in UNSEEN:
        vector = encoder.encode([text])[0]
        assert again.predict(text, vector) == model.predict(text, vector)


def test_the_stored_files_run_no_code(model: IntentModel, tmp_path: Path) -> None:
    """What is stored is arrays and JSON, which are read without unpickling."""
    model.save(tmp_path)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", ".npz"]
    with np.load(tmp_path / "intent_model.npz", allow_pickle=False) as arrays:
        assert all(arrays[name].dtype != object for name in arrays)


@pytest.mark.parametrize(("text", "label"), list(zip(UNSEEN[:3], ["time", "dose", "date"], strict=True)))
def test_new_words_find_their_label(model: IntentModel, encoder: Encoder, text: str, label: str) -> None:
    """What was not in the examples is taken for what it is near to."""
    assert model.predict(text, encoder.encode([text])[0]).label == label


@pytest.mark.parametrize("text", ["When am I due?", " when am i due ", "WHEN AM I DUE!!", "when  am\ni due."])
def test_an_exact_phrase_wins(model: IntentModel, encoder: Encoder, text: str) -> None:
    """The words of an example are sure, whatever their case, spaces and end; a pressed button is never in doubt."""
    prediction = model.predict(text, np.zeros_like(encoder.encode([text])[0]))
    assert (prediction.label, prediction.confidence, prediction.scope) == ("date", 1.0, float("inf"))
    assert prediction.confidence_of("time") == 0.0


def test_a_phrase_of_two_labels_is_in_doubt(encoder: Encoder) -> None:
    """A phrase that is an example of two labels is not exact for either."""
    texts, labels = [*TEXTS, "next one", "next one"], [*LABELS, "date", "time"]
    model = IntentModel().fit(texts, encoder.encode(texts), labels)
    assert model.predict("next one", encoder.encode(["next one"])[0]).confidence < 1.0


def test_another_subject_has_a_low_scope(model: IntentModel, encoder: Encoder) -> None:
    """A foreign subject is surer of being one than a new way to ask a known thing."""
    near, far = ("how many weeks till I feel normal", "who won the football world cup in 1966")
    scopes = [model.predict(text, encoder.encode([text])[0]).scope for text in (near, far)]
    assert scopes[0] > 0 > scopes[1]


def test_every_label_has_a_confidence(model: IntentModel, encoder: Encoder) -> None:
    """The ranking holds each label once, best first; one that is unknown has none."""
    prediction = model.predict("bananas", encoder.encode(["bananas"])[0])
    shares = [share for _, share in prediction.ranking]
    assert sorted(label for label, _ in prediction.ranking) == sorted(EXAMPLES)
    assert shares == sorted(shares, reverse=True)
    assert prediction.confidence_of("nothing") == 0.0


@pytest.mark.parametrize("text", ["vitamin b12", "Vit B 12", "B-12", "vitb12", "b12"])
def test_b12_has_one_spelling(text: str) -> None:
    """However it is written, it is one word to the model."""
    assert normalise(text) == "b12"


@settings(deadline=None)
@given(st.text())
def test_canonical_is_stable(text: str) -> None:
    """The canonical form of a canonical form is itself."""
    assert canonical(canonical(text)) == canonical(text)
