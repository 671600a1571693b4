"""Rasa's RulePolicy, which looks only at the rules of the intent that was heard."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Any

from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME, PREVIOUS_ACTION, SHOULD_NOT_BE_SET, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import (
    ActionExecuted,
    ActionReverted,
    ActiveLoop,
    AllSlotsReset,
    Event,
    LegacyForm,
    Restarted,
    UserUtteranceReverted,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

# Rules that any intent may follow.
ANY = None
# What changes the meaning of events long before it.
_REACH_BACK = (ActionReverted, ActiveLoop, AllSlotsReset, LegacyForm, Restarted, UserUtteranceReverted)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class IntentRulePolicy(RulePolicy):
    """Predicts what RulePolicy does. That plays the whole conversation again to have its states, and compares every
    message with every rule, two states back, by its words and by its intent: up to 10 milliseconds of a turn."""

    # Whether any rule may follow the very words of a message, whatever its intent.
    _reads_words = True
    # So many states back a rule looks; None as long as that is not known.
    _looks_back: int | None = None

    @classmethod
    def load(cls, *args: Any, **kwargs: Any) -> IntentRulePolicy:
        """Rasa's `load`; from then on the rules are known."""
        policy: IntentRulePolicy = super().load(*args, **kwargs)
        keys = [*policy.lookup.get(RULES, ()), *policy.lookup.get(RULES_FOR_LOOP_UNHAPPY_PATH, ())]
        rules = [policy._rule_key_to_state(key) for key in keys]
        policy._reads_words = any(_needs_no_intent(states[-1]) for states in rules)
        policy._looks_back = max(map(len, rules), default=0) + 1
        return policy

    def _prediction_states(
        self, tracker: DialogueStateTracker, domain: Domain, *args: Any, **kwargs: Any
    ) -> list[State]:
        """The states of the conversation, of a long one as many as any rule asks for."""
        influences = any(slot.has_features() for slot in domain.slots)
        last = None if influences or self._looks_back is None else _last(tracker.events, self._looks_back)
        if last is not None:
            tracker, whole = tracker.init_copy(), tracker
            for event in last:
                tracker.update(event)
            tracker.sender_id, tracker.followup_action = whole.sender_id, whole.followup_action
        states: list[State] = super()._prediction_states(tracker, domain, *args, **kwargs)
        return states if last is None else states[-(self._looks_back or 0) :]

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> tuple[str | None, str | None, bool]:
        if use_text_for_last_user_input and not self._reads_words:
            return None, None, False
        found: tuple[str | None, str | None, bool] = super()._find_action_from_rules(
            tracker, domain, use_text_for_last_user_input
        )
        return found

    def _get_possible_keys(self, lookup: dict[str, str], states: list[State]) -> set[str]:
        if not states:
            return set(lookup)
        by_intent = self._by_intent(lookup)
        heard = states[-1].get(USER, {}).get(INTENT)
        possible = {*by_intent.get(ANY, ()), *(by_intent.get(str(heard), ()) if heard else ())}
        for turns_back, state in enumerate(reversed(states)):
            possible = {key for key in possible if self._is_rule_applicable(key, turns_back, state)}
        return possible

    def _by_intent(self, lookup: dict[str, str]) -> dict[str | None, list[str]]:
        """The keys of `lookup` by the intent that their last state asks for."""
        kept: dict[int, tuple[int, dict[str | None, list[str]]]] = self.__dict__.setdefault("_sorted", {})
        size, sorted_keys = kept.get(id(lookup), (-1, {}))
        if size != len(lookup):  # training adds to it
            sorted_keys = {}
            for key in lookup:
                last = self._rule_key_to_state(key)[-1]
                asked = last.get(USER, {}).get(INTENT) if last.get(PREVIOUS_ACTION) else None
                intent = str(asked) if asked and asked != SHOULD_NOT_BE_SET else ANY
                sorted_keys.setdefault(intent, []).append(key)
            kept[id(lookup)] = (len(lookup), sorted_keys)
        return sorted_keys


def _last(events: Iterable[Event], actions: int) -> list[Event] | None:
    """The last events with so many actions among them; None where there are no more, or one of them reaches back."""
    last: deque[Event] = deque()
    for event in reversed(list(events)):
        if isinstance(event, _REACH_BACK):
            return None
        last.appendleft(event)
        actions -= isinstance(event, ActionExecuted)
        if actions < 0:
            return list(last)
    return None


def _needs_no_intent(state: State) -> bool:
    """Whether a rule that ends in `state` may follow a message without a look at its intent."""
    after = state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME, ACTION_LISTEN_NAME)
    return INTENT not in state.get(USER, {}) and after == ACTION_LISTEN_NAME
