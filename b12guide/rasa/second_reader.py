"""Graph component: what the tuned reader says of a message that may hold a warning sign, beside the first reading.

The small encoder hears every message in a few milliseconds. What it is unsure of is whether words of alarm are meant.
There a large one, tuned to tell just that, is right more often; it takes three to ten times as long, so it is asked
about few messages (docs/decisions/0013-tuned-reader.md).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from b12guide.rasa.encoder import FOLDER, Vectors
from b12guide.rasa.intent_classifier import PREDICTION, SENTENCE_PREDICTIONS
from b12guide.rasa.predictions import Prediction
from b12guide.rasa.sentence_encoder import HEARD, Heard
from b12guide.rasa.sentences import Said, size
from b12guide.rasa.sign_model import EMERGENCY, MEASURES, URGENT, alarm_of
from b12guide.rasa.tuned_reader import shared_tuned_reader
from b12guide.safety import LEVELS
from b12guide.shared import triage

logger = logging.getLogger(__name__)
# What it reads of a message, and of one that is not heard whole, as `sentences.size` counts: a millisecond each.
MOST_READ, MOST_READ_OF_LONG = 160, 16


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SecondReader(GraphComponent):
    """Gives a message that may hold a sign the mean of both readings: `Prediction.measures`, which the gate reads."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`folder`: where `make setup` built the reader; `asked_from`: the likeness to a sign, from 0 to 1, from which
        it is asked."""
        return {"folder": FOLDER, "asked_from": 0.27}

    def __init__(self, config: dict[str, Any]) -> None:
        self._reader = shared_tuned_reader(Path(config["folder"]))
        self._asked_from = float(config["asked_from"])
        # What was read of a text before its turn began (`ahead.py`): the measures of it and of its sentences.
        self.read: dict[str, Vectors] = {}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SecondReader:
        return cls(config)

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
        """Whether it could change the level of a message, which the `first` reader and the rules have read."""
        return may_hold_sign(text, [one.measures for one in first], self._asked_from)

    def measure(self, said: Said) -> Vectors:
        """The measures of a message, then of its sentences (1 + sentences, measures); safe in any thread.

        It reads for a while only: the message, then its sentences, those in which the rules see most before the others;
        of a message that is too long to be heard whole, its sentences alone. What it does not read has no numbers
        (NaN), and the first reader stands.
        """
        texts = [said.heard, *said.sentences]
        whole = said.heard == said.text
        loudest = sorted(range(1, len(texts)), key=lambda place: -LEVELS.index(triage(texts[place]).level))
        left = MOST_READ if whole else MOST_READ_OF_LONG
        chosen = []
        for place in [*([0] if whole else []), *loudest]:
            left -= size(texts[place], left)
            if left < 0:
                break
            chosen.append(place)
        found: Vectors = np.full((len(texts), MEASURES), np.nan, np.float32)
        if chosen:
            found[chosen] = self._reader.measure([texts[place] for place in chosen])
        return found


def may_hold_sign(text: str, first: Sequence[Sequence[float]], asked_from: float) -> bool:
    """Whether the second reader could change the level: the rules see an emergency, which it may doubt, or any of the
    `first` measures is as like a sign as `asked_from`; where the rules see an urgent one, as like an emergency."""
    level = triage(text).level
    alarms = [alarm_of(one) for one in first]
    if level == URGENT:
        return any(alarm.emergency >= asked_from for alarm in alarms)
    return level == EMERGENCY or any(alarm.sign >= asked_from for alarm in alarms)


def combined(first: Vectors, second: Vectors) -> Vectors:
    """What two readers say together, measure by measure, of the same texts (texts, measures)."""
    mean: Vectors = (first + second) / 2
    return mean


def both(first: Prediction, second: Vectors) -> Prediction:
    """The `first` prediction with what the `second` measures (measures,) make of its own, if it read the text."""
    if np.isnan(second).any():
        return first
    return replace(first, measures=tuple(combined(np.array(first.measures, np.float32), second).tolist()))
