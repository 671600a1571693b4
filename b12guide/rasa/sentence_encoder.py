"""Graph component: gives every message the vectors of its text and of its sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from b12guide.rasa.encoder import Encoder, shared_encoder
from b12guide.rasa.sentences import sentences

# Message attributes that later components read; not part of Rasa's output.
VECTOR = "text_vector"
SENTENCES = "sentences"
SENTENCE_VECTORS = "sentence_vectors"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(DenseFeaturizer, GraphComponent):
    """Adds one dense sentence feature (384 numbers), and the vectors of the single sentences of a longer message."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`folder`: where `make setup` built the encoder."""
        return {**DenseFeaturizer.get_default_config(), "folder": "build/encoder"}

    def __init__(self, config: dict[str, Any], name: str, encoder: Encoder) -> None:
        super().__init__(name, config)
        self._encoder = encoder

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoder:
        return cls(config, execution_context.node_name, shared_encoder(Path(config["folder"])))

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to check beyond the folder, whose absence `Encoder.load` reports."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `VECTOR`, `SENTENCES` and `SENTENCE_VECTORS` on each message and add its Rasa feature."""
        for message in messages:
            text = message.get(TEXT)
            if text:
                self._featurize(message, text)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same for training examples."""
        self.process(training_data.training_examples)
        return training_data

    def _featurize(self, message: Message, text: str) -> None:
        parts = sentences(text)
        whole = self._encoder.encode([text])
        message.set(VECTOR, whole[0])
        message.set(SENTENCES, parts if len(parts) > 1 else [text])
        message.set(SENTENCE_VECTORS, self._encoder.encode(parts) if len(parts) > 1 else whole)
        message.add_features(Features(np.asarray(whole), FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
