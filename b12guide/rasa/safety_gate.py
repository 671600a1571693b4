"""Graph component, last of the pipeline: the higher of rules and classifier decides whether this is a warning sign."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from b12guide.shared import replies, triage
from b12guide.rasa.intent_classifier import PREDICTION, SENTENCE_PREDICTIONS, set_intent
from b12guide.rasa.intent_model import Prediction
from b12guide.rasa.scope_gate import PLAN, add_entities
from b12guide.safety import Triage

EMERGENCY, URGENT, CRISIS, HELP_IS_HERE = "emergency", "urgent", "crisis", "help_is_here"
CRISIS_CARD, GENERAL_CARD = "crisis_thoughts", "general"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SafetyGate(GraphComponent):
    """Overrides the intent at 1.0 with `emergency` or `urgent`, and names the card and the signs as entities."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`emergency`, `urgent`: confidence from which the classifier alone raises the level (docs/safety.md)."""
        return {EMERGENCY: 0.90, URGENT: 0.90}

    def __init__(self, config: dict[str, Any]) -> None:
        self._thresholds = {EMERGENCY: config[EMERGENCY], URGENT: config[URGENT]}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> SafetyGate:
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and entities of every message that carries a warning sign, or says that help is there."""
        for message in messages:
            text = message.get(TEXT) or ""
            found = triage(text)
            level, card = self._level(found, message)
            if level is not None:
                set_intent(message, level, 1.0, message.get(PREDICTION))
                signs = [("sign", sign.id) for sign in found.signs if sign.status == "present"]
                add_entities(message, "SafetyGate", [("card", card), *signs])
                continue
            asked = [("asked_sign", sign.id) for sign in found.signs if sign.status == "question" and sign.id[0] == "A"]
            add_entities(message, "SafetyGate", asked[:1])
            if replies().help_is_here(text):
                # Only in an emergency does it mean anything, and only the policy knows of one.
                add_entities(message, "SafetyGate", [(HELP_IS_HERE, "yes")])
            if replies().clinic_agreed(text):
                set_intent(message, PLAN, 1.0)
                message.set(ENTITIES, [], add_to_output=True)
                add_entities(message, "SafetyGate", [("request", "resume")])
        return messages

    def _level(self, found: Triage, message: Message) -> tuple[str | None, str]:
        if found.level == EMERGENCY:
            return EMERGENCY, _card(found)
        # Where the rules saw the sign and saw that it is asked about, denied or over, likeness is no better judge.
        if found.signs and found.level not in (EMERGENCY, URGENT):
            return None, GENERAL_CARD
        predictions: list[Prediction] = [*(message.get(SENTENCE_PREDICTIONS) or [])]
        if message.get(PREDICTION) is not None:
            predictions.append(message.get(PREDICTION))

        def likeliest(label: str) -> float:
            return max((p.confidence_of(label) for p in predictions), default=0.0)

        if likeliest(CRISIS) >= self._thresholds[EMERGENCY]:
            return EMERGENCY, CRISIS_CARD
        if likeliest(EMERGENCY) >= self._thresholds[EMERGENCY]:
            return EMERGENCY, GENERAL_CARD
        if found.level == URGENT:
            return URGENT, _card(found)
        if likeliest(URGENT) >= self._thresholds[URGENT]:
            return URGENT, GENERAL_CARD
        return None, GENERAL_CARD


def _card(found: Triage) -> str:
    """The most urgent card, in the wording for somebody else where it is about somebody else."""
    card = found.cards[0] if found.cards else GENERAL_CARD
    return card if found.person == "self" else f"{card}_other"
