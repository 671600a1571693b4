"""Graph component around `IntentModel`: ranks the intents of a message and of each of its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from b12guide.rasa.intent_model import IntentModel
from b12guide.rasa.known_texts import Vectors
from b12guide.rasa.predictions import MessagePrediction, Prediction
from b12guide.rasa.sentence_encoder import HEARD, Heard, vector_of
from b12guide.rasa.sign_model import CONTRAST, NO_SIGN, SIGNS, measures
from b12guide.topics import TOPICS

# The whole text, each of its sentences, the whole with its sentences heard beside it, and each of several questions.
PREDICTION = "prediction"
SENTENCE_PREDICTIONS = "sentence_predictions"
MESSAGE_PREDICTION = "message_prediction"
QUESTION_PREDICTIONS = "question_predictions"
SHOWN = 5


class NoTrainingDataError(RuntimeError):
    """There is not one labelled example to train on."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LikenessClassifier(IntentClassifier, GraphComponent):
    """Sets Rasa's intent and ranking, and the predictions that the gates read."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The arguments of `IntentModel`."""
        return {"width": 2.5, "ngram_weight": 0.2, "ridge": 0.15}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._storage, self._resource = storage, resource
        # What was predicted for a text before its turn began (`ahead.py`).
        self.predicted: dict[str, MessagePrediction] = {}
        self.model = IntentModel(**{name: config[name] for name in ("width", "ngram_weight", "ridge")})

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LikenessClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LikenessClassifier:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.model = IntentModel.load(folder)
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model on the examples that carry an intent.

        Raises:
            NoTrainingDataError: `data/nlu/` holds no example.
        """
        found = [(e, vector_of(e)) for e in training_data.intent_examples if e.get(TEXT)]
        examples = [example for example, vector in found if vector is not None]
        if not examples:
            raise NoTrainingDataError(
                "data/nlu/ holds no labelled example: add phrases under an intent and train again."
            )
        vectors = np.stack([vector for _, vector in found if vector is not None])
        intents = [example.get(INTENT) for example in examples]
        fit_intents(self.model, [example.get(TEXT) for example in examples], vectors, intents)
        with self._storage.write_to(self._resource) as folder:
            self.model.save(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing: no later component learns from predictions."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Rank the intents of every message that was heard."""
        for message in messages:
            heard: Heard | None = message.get(HEARD)
            if heard is None:
                continue
            found = self.predicted.get(heard.said.text) or self.model.predict_message(heard.said, heard.vectors)
            message.set(PREDICTION, found.whole)
            message.set(SENTENCE_PREDICTIONS, found.sentences)
            message.set(MESSAGE_PREDICTION, found.heard)
            message.set(QUESTION_PREDICTIONS, found.questions)
            set_intent(message, found.heard.label, found.heard.confidence, found.heard)
        return messages


def fit_intents(model: IntentModel, texts: Sequence[str], vectors: Vectors, intents: Sequence[str]) -> IntentModel:
    """Train `model` on phrases with their sentence vectors (n, d) and intents, and on what these say of signs."""
    return model.fit(
        texts,
        vectors,
        intents,
        measures(intents),
        apart=SIGNS,
        spared=TOPICS,
        silent={NO_SIGN},
        contrast=CONTRAST,
    )


def set_intent(message: Message, name: str, confidence: float, prediction: Prediction | None = None) -> None:
    """Make `name` the message's intent, first in its ranking."""
    chosen = {INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: confidence}
    ranking = prediction.ranking[:SHOWN] if prediction else []
    others = [{INTENT_NAME_KEY: label, PREDICTED_CONFIDENCE_KEY: share} for label, share in ranking if label != name]
    message.set(INTENT, chosen, add_to_output=True)
    message.set(INTENT_RANKING_KEY, [chosen, *others], add_to_output=True)
