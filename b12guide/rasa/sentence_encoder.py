"""Graph component: gives every message the vectors of its text, of its sentences and of its questions."""

from __future__ import annotations

from dataclasses import dataclass
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

from b12guide.rasa.encoder import FOLDER, Encoder, shared_encoder
from b12guide.rasa.kept_vectors import KEPT, KeptVectors
from b12guide.rasa.known_texts import Vectors
from b12guide.rasa.sentences import Said

# Message attribute that later components read; not part of Rasa's output.
HEARD = "heard"


@dataclass(frozen=True)
class Heard:
    """What was said, and the vectors of `said.texts` (n, d)."""

    said: Said
    vectors: Vectors


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(DenseFeaturizer, GraphComponent):
    """Adds one dense sentence feature, and the vectors of the single sentences and questions of a longer message."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`folder`: where `make setup` built the encoder; `kept`: where vectors of training phrases are kept."""
        return {**DenseFeaturizer.get_default_config(), "folder": FOLDER, "kept": KEPT}

    def __init__(self, config: dict[str, Any], name: str, encoder: Encoder) -> None:
        super().__init__(name, config)
        self._encoder = encoder
        # What was heard of a text before its turn began (`ahead.py`).
        self.heard: dict[str, Heard] = {}
        self._folder, self._kept = Path(config["folder"]), Path(config["kept"])

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

    def hear(self, said: Said) -> Heard:
        """The vectors of a message; safe in any thread."""
        vector, vectors = self._encoder.encode_with_parts(said.heard, said.sentences)
        # Each of several questions wants an answer of its own, so it is heard by itself.
        return Heard(said, np.stack([vector, *vectors, *self._encoder.encode(said.questions)]))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set what was heard of each message, and add its Rasa feature."""
        for message in messages:
            text = message.get(TEXT)
            if text:
                heard = self.heard.get(text) or self.hear(Said.of(text))
                message.set(HEARD, heard)
                self._add_feature(message, heard.vectors[0])
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Set the vector of every training phrase; nothing is learned from parts of one."""
        examples = [example for example in training_data.training_examples if example.get(TEXT)]
        kept = KeptVectors(self._encoder, self._kept)
        for example, vector in zip(examples, kept.of([example.get(TEXT) for example in examples]), strict=True):
            self._add_feature(example, vector)
        return training_data

    def _add_feature(self, message: Message, vector: Vectors) -> None:
        message.add_features(Features(vector[np.newaxis], FEATURE_TYPE_SENTENCE, TEXT, self._identifier))


def vector_of(example: Message) -> Vectors | None:
    """The vector of a training phrase, which only its feature holds.

    All else of a phrase Rasa prints after every component that trains, number by number: half of the training's time.
    """
    _, feature = example.get_dense_features(TEXT)
    return feature.features[0] if feature is not None else None
