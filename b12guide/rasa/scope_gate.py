"""Graph component: answer, offer topics, or say that it is not our subject. Folds topics and plan requests."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import (
    ENTITIES,
    ENTITY_ATTRIBUTE_TYPE,
    ENTITY_ATTRIBUTE_VALUE,
    EXTRACTOR,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from b12guide.rasa.intent_classifier import PREDICTION, SENTENCE_PREDICTIONS, set_intent
from b12guide.rasa.intent_model import Prediction
from b12guide.rasa.slash_guard import COMMAND
from b12guide.topics import TOPICS

ASK_TOPIC, PLAN, UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE = "ask_topic", "plan", "unsure", "not_understood", "out_of_scope"
PLAN_PREFIX = "plan_"
# Their place is taken by the safety gate, which looks at rules too; by themselves they decide nothing here.
WARNINGS = frozenset({"emergency", "crisis", "urgent"})
MOST_OFFERED = 3


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ScopeGate(GraphComponent):
    """Turns the classifier's ranking into one of few intents, with `topic`, `offered` and `request` as entities."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Thresholds, chosen by cross-validation (docs/understanding.md).

        `known`: nearness below which a message is about nothing we know; `likely`: confidence below which topics are
        only offered; `clear`: lead over the second that an answer needs, unless its confidence reaches `sure`.
        """
        return {"known": 0.50, "likely": 0.25, "clear": 0.05, "sure": 0.85}

    def __init__(self, config: dict[str, Any]) -> None:
        self._known, self._likely = config["known"], config["likely"]
        self._clear, self._sure = config["clear"], config["sure"]

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> ScopeGate:
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the folded intent and the entities of each message."""
        for message in messages:
            prediction = message.get(PREDICTION)
            if prediction is None or message.get(COMMAND) or not any(c.isalnum() for c in message.get(TEXT) or ""):
                set_intent(message, NOT_UNDERSTOOD, 1.0)
            else:
                self._decide(message, prediction, message.get(SENTENCE_PREDICTIONS) or [prediction])
        return messages

    def _decide(self, message: Message, whole: Prediction, sentences: list[Prediction]) -> None:
        best = max([whole, *sentences], key=self._weight)
        label, offered = best.label, _topics(whole)
        if label in TOPICS:
            if best.scope < self._known:
                set_intent(message, OUT_OF_SCOPE, best.confidence, whole)
            elif self._answerable(best):
                set_intent(message, ASK_TOPIC, best.confidence, whole)
                add_entities(message, "ScopeGate", [("topic", label)])
            else:
                set_intent(message, UNSURE, best.confidence, whole)
                add_entities(message, "ScopeGate", [("offered", topic) for topic in offered[:MOST_OFFERED]])
        elif label in WARNINGS:
            set_intent(message, UNSURE, best.confidence, whole)
            add_entities(message, "ScopeGate", [("offered", topic) for topic in offered[:MOST_OFFERED]])
        elif best.scope < self._known and not label.startswith(OUT_OF_SCOPE):
            set_intent(message, NOT_UNDERSTOOD, best.confidence, whole)
        elif label.startswith(PLAN_PREFIX):
            set_intent(message, PLAN, best.confidence, whole)
            add_entities(message, "ScopeGate", [("request", label.removeprefix(PLAN_PREFIX))])
        else:
            set_intent(message, label, best.confidence, whole)

    def _weight(self, prediction: Prediction) -> float:
        """A sentence speaks for the message if it is of our subject; the rest is the story around it."""
        return prediction.confidence if prediction.scope >= self._known else prediction.confidence - 1

    def _answerable(self, prediction: Prediction) -> bool:
        second = prediction.ranking[1][1] if len(prediction.ranking) > 1 else 0.0
        lead = prediction.confidence - second
        return prediction.confidence >= self._likely and (lead >= self._clear or prediction.confidence >= self._sure)


def _topics(prediction: Prediction) -> list[str]:
    """Topic ids of the ranking, best first."""
    return [label for label, _ in prediction.ranking if label in TOPICS]


def add_entities(message: Message, extractor: str, pairs: list[tuple[str, str]]) -> None:
    """Append (entity, value) pairs to what the message already carries."""
    new = [{ENTITY_ATTRIBUTE_TYPE: kind, ENTITY_ATTRIBUTE_VALUE: value, EXTRACTOR: extractor} for kind, value in pairs]
    message.set(ENTITIES, [*message.get(ENTITIES, []), *new], add_to_output=True)
