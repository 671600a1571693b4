"""Graph component: answer, offer topics, or say that it is not our subject. Folds topics and plan requests."""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import (
    ENTITIES,
    ENTITY_ATTRIBUTE_END,
    ENTITY_ATTRIBUTE_START,
    ENTITY_ATTRIBUTE_TYPE,
    ENTITY_ATTRIBUTE_VALUE,
    EXTRACTOR,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message

from b12guide.rasa.intent_classifier import MESSAGE_PREDICTION, QUESTION_PREDICTIONS, set_intent
from b12guide.rasa.predictions import Prediction
from b12guide.rasa.slash_guard import COMMAND
from b12guide.rasa.subject import subject
from b12guide.topics import TOPICS

ASK_TOPIC, PLAN, UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE = "ask_topic", "plan", "unsure", "not_understood", "out_of_scope"
PLAN_PREFIX = "plan_"
# Their place is taken by the safety gate, which looks at rules too; by themselves they decide nothing here.
WARNINGS = frozenset({"emergency", "crisis", "urgent"})
HELP_IS_HERE = "help_is_here"
# A person's own number and "is that low?": never read, whatever else the words are like (product promise 3).
RESULT_ASKED = re.compile(
    r"\b(?:b-?12|levels?|result|count|reading)\b[^.?!]{0,20}?\b\d{2,4}\b(?!\s*(?:mcg|mg|micro|µg|ug|ml|iu))"
    r"[^.!]{0,40}\b(?:low|high|normal|ok|okay|bad|fine|enough)\b[^.!]{0,15}\?",
    re.I,
)
MOST_OFFERED = 3
AGREEMENT = frozenset({"affirm", "deny"})
OUT_OF_SCOPE_MEDICAL = "out_of_scope_medical"
# Topics that other medicines and illnesses belong to: naming one does not lead away from our subject.
ABOUT_OTHERS = frozenset({"interactions_medicines", "overlapping_conditions", "diagnosis_request", "pregnancy"})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ScopeGate(GraphComponent):
    """Turns the classifier's ranking into one of few intents, with `topic`, `offered` and `request` as entities."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Thresholds, chosen by cross-validation (docs/understanding.md).

        `known`: nearness below which a message is about nothing we know; `likely`: confidence below which it is about
        no one topic, and topics are only offered; `tie`: from which share of the odds of the best topic the second is
        about as good, and both are offered; `rival`: from which share of its confidence a foreign subject is, where
        nothing of ours is named; `planned`: confidence below which nothing is asked of a plan; `separate`: confidence
        that each of several questions needs for an answer of its own; `agreed`: confidence below which a "yes" or a
        "no" is none, since much can hang on it.
        """
        return {
            "known": 0.45,
            "likely": 0.22,
            "tie": 0.80,
            "rival": 0.90,
            "planned": 0.45,
            "separate": 0.40,
            "agreed": 0.60,
        }

    def __init__(self, config: dict[str, Any]) -> None:
        self._known, self._likely = config["known"], config["likely"]
        self._tie, self._separate = config["tie"], config["separate"]
        self._agreed, self._planned, self._rival = config["agreed"], config["planned"], config["rival"]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ScopeGate:
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the folded intent and the entities of each message."""
        for message in messages:
            heard = message.get(MESSAGE_PREDICTION)
            if heard is None or message.get(COMMAND) or not any(c.isalnum() for c in message.get(TEXT) or ""):
                set_intent(message, NOT_UNDERSTOOD, 1.0)
            else:
                self._decide(message, heard, message.get(QUESTION_PREDICTIONS) or [])
        return messages

    def _decide(self, message: Message, heard: Prediction, asked: list[Prediction]) -> None:
        label, named = heard.label, subject(message.get(TEXT))
        near = named.ours or heard.scope >= self._known
        topics = [(name, share) for name, share in heard.ranking if name in TOPICS]
        if RESULT_ASKED.search(message.get(TEXT) or ""):
            set_intent(message, ASK_TOPIC, heard.confidence, heard)
            add_entities(message, "ScopeGate", [("topic", "diagnosis_request")])
            return
        if label.startswith(OUT_OF_SCOPE) and not named.ours:
            set_intent(message, label, heard.confidence, heard)
        elif label == HELP_IS_HERE:
            # Only in an emergency does it mean anything, and only the policy knows of one.
            self._offer(message, heard, topics)
            add_entities(message, "ScopeGate", [(HELP_IS_HERE, "likely")])
        elif label in TOPICS or label in WARNINGS or label.startswith(OUT_OF_SCOPE):
            several = self._several(asked)
            ours = bool({label, topics[0][0]} & ABOUT_OTHERS)
            if not near and not several:
                self._offer(message, heard, topics)
            elif named.foreign and not ours:
                set_intent(message, OUT_OF_SCOPE_MEDICAL, heard.confidence, heard)
            elif several:
                set_intent(message, ASK_TOPIC, heard.confidence, heard)
                add_entities(message, "ScopeGate", [("topic", topic) for topic in several])
            elif (ours or not named.either) and self._clear(heard, topics, named.ours):
                set_intent(message, ASK_TOPIC, topics[0][1], heard)
                add_entities(message, "ScopeGate", [("topic", topics[0][0])])
            else:
                self._offer(message, heard, topics)
        elif not near or (label in AGREEMENT and heard.confidence < self._agreed):
            set_intent(message, NOT_UNDERSTOOD, heard.confidence, heard)
        elif label.startswith(PLAN_PREFIX) and heard.confidence < self._planned:
            self._offer(message, heard, topics)
        elif label.startswith(PLAN_PREFIX):
            set_intent(message, PLAN, heard.confidence, heard)
            add_entities(message, "ScopeGate", [("request", label.removeprefix(PLAN_PREFIX))])
        else:
            set_intent(message, label, heard.confidence, heard)

    def _clear(self, heard: Prediction, topics: list[tuple[str, float]], ours: bool) -> bool:
        """Whether the best topic is likely, and neither another topic nor a foreign subject is about as likely."""
        best, second = topics[0][1], topics[1][1]
        tied = second * (1 - best) >= self._tie * best * (1 - second)
        foreign = max(share for name, share in heard.ranking if name.startswith(OUT_OF_SCOPE))
        return best >= self._likely and not tied and (ours or foreign < self._rival * best)

    @staticmethod
    def _offer(message: Message, heard: Prediction, topics: list[tuple[str, float]]) -> None:
        set_intent(message, UNSURE, heard.confidence, heard)
        add_entities(message, "ScopeGate", [("offered", topic) for topic, _ in topics[:MOST_OFFERED]])

    def _several(self, asked: list[Prediction]) -> list[str]:
        """The topics of several questions in one message, in order; none unless two are clear and differ."""
        clear = [p for p in asked if p.label in TOPICS and p.confidence >= self._separate]
        topics = list(dict.fromkeys(p.label for p in clear))
        return topics if len(topics) > 1 and any(p.scope >= self._known for p in clear) else []


def add_entities(message: Message, extractor: str, pairs: list[tuple[str, str]]) -> None:
    """Append (entity, value) pairs to what the message already carries.

    They are of the message as a whole. Rasa's end-to-end tests ask where each begins and ends, in characters.
    """
    place = {ENTITY_ATTRIBUTE_START: 0, ENTITY_ATTRIBUTE_END: len(message.get(TEXT) or "")}
    new = [
        {ENTITY_ATTRIBUTE_TYPE: kind, **place, ENTITY_ATTRIBUTE_VALUE: value, EXTRACTOR: extractor}
        for kind, value in pairs
    ]
    message.set(ENTITIES, [*message.get(ENTITIES, []), *new], add_to_output=True)
