"""The policy that nothing can out-vote: a warning sign is answered first, and an emergency stays one."""

from __future__ import annotations

from typing import Any

from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_DEACTIVATE_LOOP_NAME, ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.conversation import Decision
from b12guide.conversation.kinds import (
    CARD,
    CORRECTED,
    EMERGENCY,
    FORGET_ME,
    HELP_ASKED,
    ONLY_ASKING,
    STANDS,
    URGENT,
)
from b12guide.rasa.decided import EMERGENCY_PREFIX, STILL, URGENT_PREFIX, decision_of, still_response
from b12guide.understanding.acts import HELP_IS_HERE
from b12guide.understanding.verdict import GENERAL_CARD, OTHER_SUFFIX

AFTER_WARNING = "action_after_warning"
# Deleting is asked for, and its question is answered, also while an emergency stands.
ASK_TO_FORGET, ANSWER_TO_FORGET = "action_confirm_forget", "action_yes_or_no"
ENDINGS = {
    **dict.fromkeys((HELP_IS_HERE, HELP_ASKED), "action_help_is_here"),
    **dict.fromkeys((CORRECTED, ONLY_ASKING), "action_corrected"),
}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class SafetyPolicy(Policy):
    """Priority 100 and confidence 1.0: beats every rule, story and form. It carries out what was decided of a warning,
    and decides nothing."""

    @staticmethod
    def supported_data() -> SupportedData:
        """Rules and stories alike, so that it takes part in every prediction."""
        return SupportedData.ML_AND_RULE_DATA

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Above RulePolicy (6) and memoization (3)."""
        return {"priority": 100, "max_history": None}

    def train(self, training_trackers: list[TrackerWithCachedStates], domain: Domain, **kwargs: Any) -> Resource:
        """Nothing is learned: what it does never depends on data."""
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SafetyPolicy:
        return cls(config, model_storage, resource, execution_context)

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """The next action of the safety answer, or no opinion."""
        decided = decision_of(tracker)
        chain = _chain(decided, domain) if decided is not None else []
        probabilities = self._default_predictions(domain)
        if not chain:
            return self._prediction(probabilities)
        if chain[0] not in ENDINGS.values() and _in_form(tracker):
            chain = [chain[0], ACTION_DEACTIVATE_LOOP_NAME, *chain[1:]]
        step = min(len(_actions_since_user(tracker)), len(chain) - 1)
        probabilities[domain.index_for_action(chain[step])] = 1.0
        return self._prediction(probabilities, is_no_user_prediction=True)


def _chain(decided: Decision, domain: Domain) -> list[str]:
    """The actions that carry out a decision on a warning, in order; none where it is about something else."""
    first, *beneath = decided.steps
    card = next(iter(first.values(CARD)), GENERAL_CARD)
    if first.kind in ENDINGS:
        return [ENDINGS[first.kind], ACTION_LISTEN_NAME]
    if first.kind == EMERGENCY:
        return [card_response(EMERGENCY_PREFIX, card, domain), AFTER_WARNING, ACTION_LISTEN_NAME]
    if first.kind == URGENT:
        return [card_response(URGENT_PREFIX, card, domain), AFTER_WARNING, ACTION_LISTEN_NAME]
    if first.kind != STANDS:
        return []
    then = [ASK_TO_FORGET if step.kind == FORGET_ME else ANSWER_TO_FORGET for step in beneath] or [AFTER_WARNING]
    return [_still(f"{EMERGENCY_PREFIX}{card}", domain), *then, ACTION_LISTEN_NAME]


def card_response(prefix: str, card: str, domain: Domain) -> str:
    """Name of the response of a card; of the general one where the domain has none of that name."""
    name = f"{prefix}{card}"
    found = (one for one in (name, name.removesuffix(OTHER_SUFFIX)) if one in domain.responses)
    return next(found, f"{prefix}{GENERAL_CARD}")


def _still(standing: str, domain: Domain) -> str:
    """The response that repeats a `standing` emergency: in the language of its card where that is not English."""
    name = f"{STILL}_{standing.removeprefix(EMERGENCY_PREFIX)}"
    return name if name in domain.responses else still_response(standing)


def _in_form(tracker: DialogueStateTracker) -> bool:
    """Whether a form is open, or was left in this very turn: the chain is the same at each of its steps."""
    return bool(tracker.active_loop_name) or ACTION_DEACTIVATE_LOOP_NAME in _actions_since_user(tracker)


def _actions_since_user(tracker: DialogueStateTracker) -> list[str]:
    done: list[str] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            break
        if isinstance(event, ActionExecuted) and event.action_name:
            done.append(event.action_name)
    return done
