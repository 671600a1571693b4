"""The measures of signs that are learned beside the labels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from b12guide.understanding.encoder.encoder import Encoder, Vectors
from b12guide.understanding.intent_model import IntentModel
from b12guide.understanding.sign_model import NO_SIGN, Alarm, alarm_of, believed
from tests.conftest import ROOT

PHRASES = {
    "emergency": ["my throat is closing", "I can't breathe", "crushing chest pain", "his face has dropped on one side",
                  "she has collapsed", "I am vomiting blood", "my legs won't hold me", "I can't see out of one eye"],
    "crisis": ["I want to die", "I am going to kill myself", "life is not worth living", "I took all my tablets"],
    "urgent": ["my feet are getting number", "an itchy rash since the jab", "my calf is swollen", "my poo is black"],
    "out_of_scope": ["what is the weather", "book me a table", "how tall is the tower", "play some music",
                     "who won the match", "how do I bake bread", "turn the light off", "where is my parcel"],
    "typical_dose": ["how much is in one injection", "what is the usual dose", "how strong is the jab", "what dose"],
}  # fmt: skip
TEXTS = [text for texts in PHRASES.values() for text in texts]
LABELS = [label for label, texts in PHRASES.items() for _ in texts]
JOKES = ["my throat is closing at the sight of that cake", "I can't breathe for laughing", "I want to die of shame",
         "crushing chest pain is what my uncle had in the war", "his face dropped when he saw the bill"]  # fmt: skip


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.load(ROOT / "build" / "encoder")


@pytest.fixture(scope="module")
def vectors(encoder: Encoder) -> Vectors:
    return encoder.encode(TEXTS)


@pytest.fixture(scope="module")
def jokes(encoder: Encoder) -> Vectors:
    return encoder.encode(JOKES)


@pytest.fixture(scope="module")
def model(vectors: Vectors, jokes: Vectors) -> IntentModel:
    labels = [*LABELS, *[NO_SIGN] * len(JOKES)]
    return IntentModel().fit([*TEXTS, *JOKES], np.concatenate([vectors, jokes]), labels)


def alarms(model: IntentModel, texts: list[str], vectors: Vectors) -> list[Alarm]:
    return [alarm_of(model.predict(text, vector).measures) for text, vector in zip(texts, vectors, strict=True)]


def test_it_tells_what_it_was_shown(model: IntentModel, vectors: Vectors) -> None:
    """Emergencies and crises are most like an emergency, all signs like a sign, the rest like none."""
    for label, alarm in zip(LABELS, alarms(model, TEXTS, vectors), strict=True):
        assert (alarm.sign > 0.4) == (label in ("emergency", "crisis", "urgent")), label
        if label != "urgent":
            assert (alarm.emergency > 0.5) == (label in ("emergency", "crisis")), label


def test_urgent_lies_between(model: IntentModel, vectors: Vectors) -> None:
    """An urgent phrase is less like an emergency than any emergency, and more than any text without a sign."""
    told = list(zip(LABELS, (alarm.emergency for alarm in alarms(model, TEXTS, vectors)), strict=True))
    urgent = [value for label, value in told if label == "urgent"]
    assert max(urgent) < min(value for label, value in told if label in ("emergency", "crisis"))
    assert min(urgent) > max(value for label, value in told if label not in ("emergency", "crisis", "urgent"))


def test_what_was_saved_says_the_same(model: IntentModel, vectors: Vectors, tmp_path: Path) -> None:
    """A model that was stored and read gives the same alarms."""
    model.save(tmp_path)
    assert alarms(IntentModel.load(tmp_path), TEXTS, vectors) == alarms(model, TEXTS, vectors)


def test_phrases_without_a_sign_teach_the_measures_alone(model: IntentModel, vectors: Vectors, jokes: Vectors) -> None:
    """They are less alarming than before, and every label and its confidence stay what they were."""
    bare = IntentModel().fit(TEXTS, vectors, LABELS)
    assert model.labels == bare.labels
    for joke, vector in zip(JOKES[:3], jokes, strict=False):
        now, before = model.predict(joke, vector), bare.predict(joke, vector)
        assert now.measures[0] < before.measures[0]
        assert dict(now.ranking) == pytest.approx(dict(before.ranking), abs=1e-5)


def test_presence_tells_signs_from_their_words_alone(model: IntentModel, vectors: Vectors, jokes: Vectors) -> None:
    """A joke is less likely to be meant than the sign whose words it has."""
    signs = {text: alarm.presence for text, alarm in zip(TEXTS, alarms(model, TEXTS, vectors), strict=True)}
    said = ["my throat is closing", "I can't breathe", "I want to die", "crushing chest pain"]
    for joke, text in zip(alarms(model, JOKES, jokes), said, strict=False):
        assert joke.presence < signs[text], text


@pytest.mark.parametrize(
    ("alarms", "alarming", "belief"),
    [
        ([Alarm(0.5, 0.5, 0.0)], [True], 0.5),
        ([Alarm(0.5, 0.5, -2.0)], [True], 0.119),
        ([Alarm(0.5, 0.9, -2.0)], [True], 0.413),
        ([Alarm(0.5, 0.1, -2.0), Alarm(0.5, 0.9, -5.0)], [True, True], 0.413),
        ([Alarm(0.5, 0.9, -5.0), Alarm(0.5, 0.1, -2.0)], [True, True], 0.413),
        ([Alarm(0.5, 0.9, -2.0), Alarm(0.5, 0.1, 9.0)], [True, False], 0.413),
        ([Alarm(0.0, 0.0, 0.0)], [True], 0.001),
        ([Alarm(1.0, 1.0, 0.0)], [True], 0.999),
    ],
)
def test_belief_weighs_presence_and_the_loudest_sign(alarms: list[Alarm], alarming: list[bool], belief: float) -> None:
    """Log odds are added; a sentence without words of alarm has no presence, and no likeness is more than very sure."""
    assert believed(alarms, alarming) == pytest.approx(belief, abs=0.0005)
