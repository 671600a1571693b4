"""Graph component: sees by the plan grammar, not by likeness, that a message states a plan or a date."""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, ENTITY_ATTRIBUTE_TYPE, TEXT
from rasa.shared.nlu.training_data.message import Message

from b12guide.plan import about, states_plan
from b12guide.rasa.intent_classifier import set_intent
from b12guide.rasa.scope_gate import ASK_TOPIC, PLAN, add_entities
from b12guide.rasa.slash_guard import COMMAND

ASKS_DATE = re.compile(
    r"\b(?:when|what (?:date|day))\b.*\b(?:next|due|again)\b|\bnext (?:one|date|dose|injection|jab|shot)\b.*\?", re.I
)
# Questions that are about one's own plan whatever their subject; likeness alone takes them for questions about phases.
ASKED = (
    ("left", re.compile(r"\bhow many\b.*\b(?:left|to go|remaining|still to|more loading)\b", re.I)),
    (
        "phase_start",
        re.compile(r"\bwhen (?:does|do|will|is)\b.*\b(?:monthly|maintenance|ones?)\b.*\b(?:start|begin)", re.I),
    ),
    (
        "phase_start",
        re.compile(
            r"\bwhen (?:does|do|will|can) (?:it|i|we|they|my \w+)\b.*\b(?:go|move|change|switch|drop|step) (?:down )?"
            r"(?:on )?to (?:every|once|monthly|maintenance|the|\d)",
            re.I,
        ),
    ),
    (
        "correct",
        re.compile(
            r"\b(?:that|it|this|today'?s?|yesterday'?s?|the one) (?:one )?(?:was|is) (?:the |my )?(?:last|final) "
            r"(?:one )?(?:of (?:the|my) )?(?:loading|starter|initial)\b",
            re.I,
        ),
    ),
    ("calendar", re.compile(r"\bprint (?:out )?(?:my|the) (?:plan|dates|schedule)\b", re.I)),
    (
        "after_next",
        re.compile(r"\b(?:one|next|jab|shot|injection) after (?:that|next|it|the next)\b|\bthe one after\b", re.I),
    ),
)
# Said of an injection and of nothing else that people tell this program of.
MISSED = re.compile(
    r"^\W*(?:(?:oh no|help|sorry|oops|and|but|i think)\W+)*(?:i(?:'ve| have)? )?(?:just |completely )?"
    r"(?:missed|forgot(?:ten)?|skipped) (?:about )?"
    r"(?:it|one|mine|that one|(?:my|the) (?:last |next )?(?:one|jab|injection|shot|dose|appointment))\W*$",
    re.I,
)
MISSED_TOPIC = "missed_or_late_injection"
DECIDES = frozenset({"topic", "offered", "request"})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PlanReader(GraphComponent):
    """Makes the intent `plan` with entity `request` where the grammar is sure, and a missed injection its topic."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PlanReader:
        return cls()

    @staticmethod
    def _request(text: str) -> str | None:
        """ "regimen" also for a regimen that comes with the question when the next one is."""
        found = about(text)
        if found is None:
            found = next((request for request, words in ASKED if words.search(text)), None)
        if found is None and ASKS_DATE.search(text) and states_plan(text):
            return "regimen"
        return found

    def process(self, messages: list[Message]) -> list[Message]:
        """Override the classifier where the grammar is sure."""
        for message in messages:
            found = None if message.get(COMMAND) else self._request(message.get(TEXT) or "")
            if found is not None:
                self._set(message, PLAN, "request", found)
            elif not message.get(COMMAND) and MISSED.match(message.get(TEXT) or ""):
                self._set(message, ASK_TOPIC, "topic", MISSED_TOPIC)
        return messages

    @staticmethod
    def _set(message: Message, intent: str, entity: str, value: str) -> None:
        kept = [e for e in message.get(ENTITIES, []) if e[ENTITY_ATTRIBUTE_TYPE] not in DECIDES]
        message.set(ENTITIES, kept, add_to_output=True)
        set_intent(message, intent, 1.0)
        add_entities(message, "PlanReader", [(entity, value)])
