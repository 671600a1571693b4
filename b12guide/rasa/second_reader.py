"""Graph component: what the large encoder says of a message that may hold a warning sign, beside the first reading.

The small encoder hears every message in a few milliseconds. What it is unsure of is whether words of alarm are meant.
There the large one is right more often; it takes three to ten times as long, so it is asked about few messages
(docs/decisions/0012-second-reader.md).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from b12guide.rasa.encoder import FOLDER, Encoder, shared_large_encoder
from b12guide.rasa.intent_classifier import PREDICTION, SENTENCE_PREDICTIONS, fit_intents
from b12guide.rasa.intent_model import IntentModel
from b12guide.rasa.kept_vectors import KEPT, KeptVectors
from b12guide.rasa.known_texts import Vectors
from b12guide.rasa.model_component import MODEL_DEFAULTS, ModelComponent
from b12guide.rasa.predictions import Prediction
from b12guide.rasa.sentence_encoder import HEARD, Heard
from b12guide.rasa.sentences import Said
from b12guide.rasa.sign_model import EMERGENCY, alarm_of, lessons
from b12guide.shared import triage

logger = logging.getLogger(__name__)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SecondReader(ModelComponent):
    """Gives a message that may hold a sign the mean of both readings: `Prediction.measures`, which the gate reads."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`folder`: where `make setup` built the encoder; `kept`: where vectors of phrases are kept; `asked_from`: the
        likeness to a sign, from 0 to 1, from which it is asked; the rest are arguments of `IntentModel`."""
        return {"folder": FOLDER, "kept": KEPT, "asked_from": 0.27, **MODEL_DEFAULTS}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        super().__init__(config, storage, resource)
        self._encoder = shared_large_encoder(Path(config["folder"]))
        self._kept = Path(config["kept"])
        self._asked_from = float(config["asked_from"])
        # What was read of a text before its turn began (`ahead.py`): the measures of it and of its sentences.
        self.read: dict[str, Vectors] = {}

    def train(self, training_data: TrainingData) -> Resource:
        """Learn what signs are like from the phrases that `lessons` chooses."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        texts, intents = lessons([(example.get(TEXT), example.get(INTENT)) for example in examples])
        fit_intents(self.model, texts, KeptVectors(self._encoder, self._kept).of(texts), intents)
        return self.keep()

    def process(self, messages: list[Message]) -> list[Message]:
        """Put both readings together for every message that may hold a sign."""
        for message in messages:
            heard: Heard | None = message.get(HEARD)
            whole, sentences = message.get(PREDICTION), message.get(SENTENCE_PREDICTIONS) or []
            if heard is None or whole is None or not self.is_asked(heard.said.text, [whole, *sentences]):
                continue
            try:
                found = self.read.get(heard.said.text)
                second = self.measure(heard.said) if found is None else found
            except Exception as error:
                # What the first reader and the rules say stands by itself.
                logger.error("The second reader failed: %s", type(error).__name__)
                continue
            message.set(PREDICTION, both(whole, second[0]))
            message.set(SENTENCE_PREDICTIONS, [both(*one) for one in zip(sentences, second[1:], strict=False)])
        return messages

    def is_asked(self, text: str, first: Sequence[Prediction]) -> bool:
        """Whether a message may hold a sign: the rules say so, or the `first` reader of it or of a sentence."""
        return may_hold_sign(text, [one.measures for one in first], self._asked_from)

    def measure(self, said: Said) -> Vectors:
        """The measures of a message, then of its sentences (1 + sentences, measures); safe in any thread."""
        return second_measures(self.model, self._encoder, said.text, said.sentences)


def may_hold_sign(text: str, first: Sequence[Sequence[float]], asked_from: float) -> bool:
    """Whether the rules see an emergency, or any of the `first` measures is as like a sign as `asked_from`."""
    return triage(text).level == EMERGENCY or any(alarm_of(one).sign >= asked_from for one in first)


def second_measures(model: IntentModel, encoder: Encoder, text: str, sentences: Sequence[str]) -> Vectors:
    """What `model` says of a text, then of its sentences (1 + sentences, measures)."""
    whole, parts = encoder.encode_with_parts(text, sentences)
    scores, _ = model.scores([text, *sentences], np.concatenate([whole[np.newaxis], parts]))
    return scores[:, len(model.labels) :]


def combined(first: Vectors, second: Vectors) -> Vectors:
    """What two readers say together, measure by measure, of the same texts (texts, measures)."""
    mean: Vectors = (first + second) / 2
    return mean


def both(first: Prediction, second: Vectors) -> Prediction:
    """The `first` prediction with what the `second` measures (measures,) make of its own."""
    return replace(first, measures=tuple(combined(np.array(first.measures, np.float32), second).tolist()))
