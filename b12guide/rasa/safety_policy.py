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
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.plan import dialogue
from b12guide.rasa.asked_first import asks
from b12guide.rasa.parser import VERDICT
from b12guide.shared import content, triage
from b12guide.understanding import Verdict
from b12guide.understanding.intent_model import canonical
from b12guide.understanding.verdict import GENERAL_CARD, OTHER_SUFFIX

EMERGENCY, URGENT, HELP_IS_HERE = "emergency", "urgent", "help_is_here"
EMERGENCY_PREFIX, URGENT_PREFIX = "utter_emergency_", "utter_urgent_"
STILL, STILL_CRISIS = "utter_emergency_still", "utter_emergency_still_crisis"
CRISIS_PREFIX = "utter_emergency_crisis"
CLINIC_AGREED, MEMORY, AWAITING, QUIZ = "clinic_agreed", "memory", "awaiting", "quiz"
AFTER_WARNING, HELP_ACTION, PLAN_ACTION = "action_after_warning", "action_help_is_here", "action_plan"
QUIZ_ACTION = "action_quiz_answer"
# Deleting is asked for, and its question is answered, also while an emergency stands.
FORGET_ME, FORGET = "forget_me", "forget"
ASK_TO_FORGET, ANSWER_TO_FORGET = "action_confirm_forget", "action_yes_or_no"
ANSWERS = frozenset({"affirm", "deny"})
WAS_LONG_AGO, CORRECTED_ACTION = "was_long_ago", "action_corrected"
# The card for who was only asking: what to do if it is happening, and whom to ask today.
ONLY_ASKING = f"{URGENT_PREFIX}doubtful"
# Who says that these are not happening may be too ill to know it, may wish it unsaid, or may have taken something.
NEVER_ONLY_ASKED = ("crisis_", "stroke", "poisoning", "language_")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class SafetyPolicy(Policy):
    """Priority 100 and confidence 1.0: beats every rule, story and form. It reads only the events of the conversation,
    so that it holds without any action having run."""

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
        chain = self._chain(tracker, domain)
        probabilities = self._default_predictions(domain)
        if not chain:
            return self._prediction(probabilities)
        step = min(len(_actions_since_user(tracker)), len(chain) - 1)
        probabilities[domain.index_for_action(chain[step])] = 1.0
        return self._prediction(probabilities, is_no_user_prediction=True)

    def _chain(self, tracker: DialogueStateTracker, domain: Domain) -> list[str]:
        message = tracker.latest_message
        intent = message.intent.get("name") if message and message.intent else None
        if intent == EMERGENCY and _answers_the_check(tracker):
            return [QUIZ_ACTION, ACTION_LISTEN_NAME]
        if intent == EMERGENCY:
            first = card_response(EMERGENCY_PREFIX, verdict_of(message), domain)
        elif _ends_emergency(message, tracker.get_slot(AWAITING)) and standing_emergency(tracker, before_latest=True):
            return [HELP_ACTION, ACTION_LISTEN_NAME]
        elif _has(message, WAS_LONG_AGO) and standing_emergency(tracker, before_latest=True):
            return [CORRECTED_ACTION, ACTION_LISTEN_NAME]
        elif _was_only_asking(message, standing_emergency(tracker, before_latest=True)):
            return [ONLY_ASKING, AFTER_WARNING, ACTION_LISTEN_NAME]
        elif (standing := standing_emergency(tracker)) is not None:
            first = _still(standing, domain)
            if (deleting := _about_deleting(intent, tracker.get_slot(AWAITING))) is not None:
                return [first, deleting, ACTION_LISTEN_NAME]
        elif intent == URGENT:
            first = card_response(URGENT_PREFIX, verdict_of(message), domain)
        elif asked := asks(verdict_of(message), intent, (message and message.text) or "", tracker.get_slot(AWAITING)):
            if asked != URGENT:
                return [asked, ACTION_LISTEN_NAME]
            first = f"{URGENT_PREFIX}{GENERAL_CARD}"
        elif _has(message, CLINIC_AGREED) and plan_on_hold(tracker):
            return [PLAN_ACTION, ACTION_LISTEN_NAME]
        else:
            return []
        # A form that is open, or that this very turn has just left: the chain is the same at each of its steps.
        formed = tracker.active_loop_name or ACTION_DEACTIVATE_LOOP_NAME in _actions_since_user(tracker)
        leave = [ACTION_DEACTIVATE_LOOP_NAME] if formed else []
        return [first, *leave, AFTER_WARNING, ACTION_LISTEN_NAME]


def card_response(prefix: str, verdict: Verdict, domain: Domain) -> str:
    """Name of the response of the verdict's card; of the general one where the domain has none of that name."""
    name = f"{prefix}{verdict.card}"
    found = (one for one in (name, name.removesuffix(OTHER_SUFFIX)) if one in domain.responses)
    return next(found, f"{prefix}{GENERAL_CARD}")


def _still(standing: str, domain: Domain) -> str:
    """The response that repeats a `standing` emergency: in the language of its card where that is not English."""
    if standing.startswith(CRISIS_PREFIX):
        return STILL_CRISIS
    name = f"{STILL}_{standing.removeprefix(EMERGENCY_PREFIX)}"
    return name if name in domain.responses else STILL


def verdict_of(message: UserUttered | None) -> Verdict:
    """The verdict on a message, as it was handed in with it or stored; that of the rules where there is none."""
    stored = Verdict.from_json(message.parse_data.get(VERDICT)) if message else None
    return stored or Verdict.of_rules(triage((message.text if message else None) or ""))


def _answers_the_check(tracker: DialogueStateTracker) -> bool:
    """Whether "call an ambulance" is the answer to the open question of a check of understanding.

    Only where likeness alone saw an emergency: a sign that the rules see is one in every state.
    """
    message = tracker.latest_message
    verdict = verdict_of(message)
    likeness = verdict.why == "likeness" and not verdict.signs and verdict.card == GENERAL_CARD
    if message is None or not likeness or tracker.get_slot(AWAITING) != QUIZ:
        return False
    at = (tracker.get_slot(MEMORY) or {}).get(QUIZ) or {}
    question = content().teach_back.question(at.get("about", ""), at.get("at", 0))
    return question is not None and question.choice(message.text or "", least=2) is not None


def says_help_is_here(message: UserUttered | None) -> bool:
    """Whether a message says that help is with the person."""
    return message is not None and (message.intent.get("name") == HELP_IS_HERE or _has(message, HELP_IS_HERE))


def plan_on_hold(tracker: DialogueStateTracker) -> bool:
    """Whether the plan waits until the clinic agrees to go on, as after a reaction."""
    memory = tracker.get_slot(MEMORY)
    plan = memory.get("plan") if isinstance(memory, dict) else None
    return isinstance(plan, dict) and dialogue.on_hold(plan)


def _about_deleting(intent: str | None, awaiting: Any) -> str | None:
    """The action for a message that asks for everything to be deleted, or answers whether it shall be; or None."""
    if intent == FORGET_ME:
        return ASK_TO_FORGET
    return ANSWER_TO_FORGET if awaiting == FORGET and intent in ANSWERS else None


def _ends_emergency(message: UserUttered | None, awaiting: Any) -> bool:
    """Whether a message says that help is there. After "Delete it?" its words must say so: a yes is about deleting."""
    if awaiting != FORGET:
        return says_help_is_here(message)
    return _has(message, HELP_IS_HERE) and _about_deleting(message and message.intent.get("name"), awaiting) is None


def may_be_only_asked(standing: str) -> bool:
    """Whether the emergency of a response may end because the person says that it is not happening."""
    return not standing.removeprefix(EMERGENCY_PREFIX).startswith(NEVER_ONLY_ASKED)


def _was_only_asking(message: UserUttered | None, standing: str | None) -> bool:
    """Whether a message is the button that says so, in its very words."""
    if message is None or standing is None or not may_be_only_asked(standing):
        return False
    return canonical(message.text or "") == canonical(content().label("only_asking"))


def _has(message: UserUttered | None, entity: str) -> bool:
    return any(kind == entity for kind, _ in _pairs(message))


def _pairs(message: UserUttered | None) -> list[tuple[str, Any]]:
    return [(e.get("entity", ""), e.get("value")) for e in (message.entities if message else None) or []]


def standing_emergency(tracker: DialogueStateTracker, *, before_latest: bool = False) -> str | None:
    """The response of an emergency of an earlier turn that still stands at the latest message, or None.

    With `before_latest`, whether it stood until that message came.

    It ends when the person says that help is there or has spoken, corrects the fact, or presses the button that says
    that it is not happening (clinical rule 11). Feeling better, company, a joke or another question end nothing.
    """
    standing: str | None = None
    awaiting = None
    for event in tracker.applied_events():
        if before_latest and event is tracker.latest_message:
            break
        if isinstance(event, UserUttered) and standing:
            if _ends_emergency(event, awaiting) or _has(event, WAS_LONG_AGO) or _was_only_asking(event, standing):
                standing = None
        elif isinstance(event, ActionExecuted) and _begins_emergency(event.action_name or ""):
            standing = event.action_name
        elif isinstance(event, SlotSet) and event.key == AWAITING:
            awaiting = event.value
    return standing


def _begins_emergency(action: str) -> bool:
    return action.startswith(EMERGENCY_PREFIX) and not action.startswith(STILL)


def _actions_since_user(tracker: DialogueStateTracker) -> list[str]:
    done: list[str] = []
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            break
        if isinstance(event, ActionExecuted) and event.action_name:
            done.append(event.action_name)
    return done
