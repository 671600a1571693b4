"""Graph component around `SignModel`: how like a warning sign a message is, and each of its sentences."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from b12guide.rasa.sentence_encoder import SENTENCE_VECTORS, VECTOR
from b12guide.rasa.sign_model import SignModel

# What the safety gate reads: the alarm of the whole text, and those of its sentences.
ALARM, SENTENCE_ALARMS = "alarm", "sentence_alarms"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SignClassifier(IntentClassifier, GraphComponent):
    """Leaves the intent alone; the safety gate decides."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """The arguments of `SignModel`."""
        return {"strength": 10.0, "reach": 1.0}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._storage, self._resource = storage, resource
        self.model = SignModel(strength=config["strength"], reach=config["reach"])

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SignClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SignClassifier:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.model = SignModel.load(folder)
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model on the examples that carry an intent."""
        examples = [e for e in training_data.intent_examples if e.get(TEXT) and e.get(VECTOR) is not None]
        vectors = np.stack([example.get(VECTOR) for example in examples])
        self.model.fit(vectors, [example.get(INTENT) for example in examples])
        with self._storage.write_to(self._resource) as folder:
            self.model.save(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing: no later component learns from alarms."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the alarms of every message that has a text vector."""
        for message in messages:
            vector = message.get(VECTOR)
            if vector is None:
                continue
            rows = np.stack([vector, *(message.get(SENTENCE_VECTORS) or [])])
            whole, *singles = self.model.alarms(rows)
            message.set(ALARM, whole)
            message.set(SENTENCE_ALARMS, singles)
        return messages
