"""Two trainings on the same phrases give one model: nothing of an answer hangs on chance."""

from __future__ import annotations

from pathlib import Path

import pytest

from b12guide.rasa.train import phrases
from b12guide.understanding.encoder.encoder import Encoder
from b12guide.understanding.encoder.kept_vectors import KeptVectors
from b12guide.understanding.intent_model import IntentModel
from b12guide.understanding.predictions import Prediction
from tests.conftest import ROOT

ENCODER = ROOT / "build" / "encoder"
# A part of the phrases shows it as well as all of them, and trains in a second.
EVERY = 6
MESSAGES = [
    "how long until i feel better", "i've had four and i am no better", "it stung like mad this time",
    "my niece is on them every month and i'm not", "is it in eggs", "who won the cup", "when is my next one", "hmm",
    "They looked at my blood. Then it was jabs. Why not tablets first?",
]  # fmt: skip


def trained(folder: Path) -> list[Prediction]:
    """What a model trained from nothing says of each message, its vectors of phrases kept in `folder`."""
    known = phrases()[::EVERY]
    texts, intents = [text for text, _ in known], [intent for _, intent in known]
    encoder = Encoder.load(ENCODER)
    model = IntentModel().fit(texts, KeptVectors(encoder, folder).of(texts), intents)
    return [model.predict(text, vector) for text, vector in zip(MESSAGES, encoder.encode(MESSAGES), strict=True)]


@pytest.mark.slow
def test_two_trainings_answer_the_same(tmp_path: Path) -> None:
    """Every label, every confidence and every scope of two trainings agree, to the last digit."""
    assert trained(tmp_path) == trained(tmp_path)
