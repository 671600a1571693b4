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


class InOrder:
    """Expressions that follow each other in a line, whatever stands between.

    As one expression with `.*` between them, each place where the first matches would read the line to its end anew.
    """

    def __init__(self, *expressions: str) -> None:
        self._all = [re.compile(one, re.I) for one in expressions]

    def search(self, text: str) -> bool:
        """Whether a line of `text` has them all, in their order."""
        return any(self._follow(line) for line in text.split("\n"))

    def _follow(self, line: str) -> bool:
        place = 0
        for one in self._all:
            found = one.search(line, place)
            if found is None:
                return False
            place = found.end()
        return True


ASKS_DATE = (
    InOrder(r"\b(?:when|what (?:date|day))\b", r"\b(?:next|due|again)\b"),
    InOrder(r"\bnext (?:one|date|dose|injection|jab|shot)\b", r"\?"),
)
# Questions that are about one's own plan whatever their subject; likeness alone takes them for questions about phases.
ASKED = (
    ("left", InOrder(r"\bhow many\b", r"\b(?:left|to go|remaining|still to|more loading)\b")),
    (
        "phase_start",
        InOrder(r"\bwhen (?:does|do|will|is)\b", r"\b(?:monthly|maintenance|ones?)\b", r"\b(?:start|begin)"),
    ),
    (
        "phase_start",
        InOrder(
            r"\bwhen (?:does|do|will|can) (?:it|i|we|they|my \w+)\b",
            r"\b(?:go|move|change|switch|drop|step) (?:down )?(?:on )?to (?:every|once|monthly|maintenance|the|\d)",
        ),
    ),
    (
        "correct",
        InOrder(
            r"\b(?:that|it|this|today'?s?|yesterday'?s?|the one) (?:one )?(?:was|is) (?:the |my )?(?:last|final) "
            r"(?:one )?(?:of (?:the|my) )?(?:loading|starter|initial)\b"
        ),
    ),
    ("calendar", InOrder(r"\bprint (?:out )?(?:my|the) (?:plan|dates|schedule)\b")),
    (
        "after_next",
        InOrder(r"\b(?:one|next|jab|shot|injection) after (?:that|next|it|the next)\b|\bthe one after\b"),
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
        if found is None and any(words.search(text) for words in ASKS_DATE) and states_plan(text):
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
