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

        `known`: scope score below which a message is about nothing we know; `sure`: probability from which the best
        topic is answered; `clear`: lead over the second from which it is answered below `sure`.
        """
        return {"known": 3.0, "sure": 0.40, "clear": 0.20}

    def __init__(self, config: dict[str, Any]) -> None:
        self._known, self._sure, self._clear = config["known"], config["sure"], config["clear"]

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> ScopeGate:
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the folded intent and the entities of each message."""
        for message in messages:
            prediction = message.get(PREDICTION)
            if prediction is None or not any(c.isalnum() for c in message.get(TEXT) or ""):
                set_intent(message, NOT_UNDERSTOOD, 1.0)
            else:
                self._decide(message, prediction, message.get(SENTENCE_PREDICTIONS) or [prediction])
        return messages

    def _decide(self, message: Message, whole: Prediction, sentences: list[Prediction]) -> None:
        best = max([whole, *sentences], key=self._weight)
        label, offered = best.label, _topics(whole)
        if label in TOPICS:
            if best.scope < self._known:
                set_intent(message, OUT_OF_SCOPE, best.probability, whole)
            elif self._answerable(best):
                set_intent(message, ASK_TOPIC, best.probability, whole)
                add_entities(message, "ScopeGate", [("topic", label)])
            else:
                set_intent(message, UNSURE, best.probability, whole)
                add_entities(message, "ScopeGate", [("offered", topic) for topic in offered[:MOST_OFFERED]])
        elif label in WARNINGS:
            set_intent(message, UNSURE, best.probability, whole)
            add_entities(message, "ScopeGate", [("offered", topic) for topic in offered[:MOST_OFFERED]])
        elif best.scope < self._known and not label.startswith(OUT_OF_SCOPE):
            set_intent(message, NOT_UNDERSTOOD, best.probability, whole)
        elif label.startswith(PLAN_PREFIX):
            set_intent(message, PLAN, best.probability, whole)
            add_entities(message, "ScopeGate", [("request", label.removeprefix(PLAN_PREFIX))])
        else:
            set_intent(message, label, best.probability, whole)

    def _weight(self, prediction: Prediction) -> float:
        """A sentence speaks for the message if it is of our subject; the rest is the story around it."""
        return prediction.probability if prediction.scope >= self._known else prediction.probability - 1

    def _answerable(self, prediction: Prediction) -> bool:
        second = prediction.ranking[1][1] if len(prediction.ranking) > 1 else 0.0
        return prediction.probability >= self._sure or prediction.probability - second >= self._clear


def _topics(prediction: Prediction) -> list[str]:
    """Topic ids of the ranking, best first."""
    return [label for label, _ in prediction.ranking if label in TOPICS]


def add_entities(message: Message, extractor: str, pairs: list[tuple[str, str]]) -> None:
    """Append (entity, value) pairs to what the message already carries."""
    new = [{ENTITY_ATTRIBUTE_TYPE: kind, ENTITY_ATTRIBUTE_VALUE: value, EXTRACTOR: extractor} for kind, value in pairs]
    message.set(ENTITIES, [*message.get(ENTITIES, []), *new], add_to_output=True)
