"""The policy of rules by intent: the same as Rasa's, with less looking."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.constants import PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Restarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.rasa.rule_policy import IntentRulePolicy


def state(intent: str | None, before: str | None, **slots: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"slots": slots} if slots else {}
    if before:
        found[PREVIOUS_ACTION] = {"action_name": before}
    if intent:
        found[USER] = {"intent": intent}
    return found


LOOKUP = {
    json.dumps(states): action
    for states, action in [
        ([state("thanks", "action_listen")], "utter_thanks"),
        ([state("bye", "action_listen")], "utter_bye"),
        ([state("bye", "action_listen", awaiting=[1.0])], "action_plan"),
        ([state(None, "action_plan")], "action_listen"),
        ([state("thanks", "action_listen"), state("thanks", "utter_thanks")], "action_listen"),
        ([state("hello", None)], "utter_hello"),
        ([state("should_not_be_set", "action_listen")], "utter_silence"),
    ]
}
INTENTS, BEFORE = (None, "thanks", "bye", "hello", "other"), (None, "action_listen", "action_plan", "utter_thanks")
STATES = [
    state(*pair, **slots) for pair in zip(INTENTS * 4, BEFORE * 5, strict=True) for slots in ({}, {"awaiting": (1.0,)})
]


@pytest.fixture(scope="module")
def policies(tmp_path_factory: pytest.TempPathFactory) -> tuple[RulePolicy, IntentRulePolicy]:
    storage = LocalModelStorage(Path(tmp_path_factory.mktemp("storage")))
    rest = (storage, Resource("rules"), ExecutionContext(GraphSchema({})))
    return RulePolicy(RulePolicy.get_default_config(), *rest), IntentRulePolicy(
        IntentRulePolicy.get_default_config(), *rest
    )


@pytest.mark.parametrize("older", [[], [state("thanks", "action_listen")], [state("bye", "utter_thanks")]])
def test_the_same_rules_apply(policies: tuple[RulePolicy, IntentRulePolicy], older: list[dict[str, Any]]) -> None:
    """Whatever was heard after whatever was done, the rules that apply are those that Rasa finds."""
    stock, ours = policies
    applied = [ours._get_possible_keys(LOOKUP, [*older, now]) for now in STATES]
    assert applied == [stock._get_possible_keys(LOOKUP, [*older, now]) for now in STATES]
    assert any(applied)


def test_rules_that_training_adds_are_seen(policies: tuple[RulePolicy, IntentRulePolicy]) -> None:
    """Rules are learned one after the other, and each counts from then on."""
    _, ours = policies
    ours.lookup = {RULES: {}}
    assert ours._get_possible_keys(ours.lookup[RULES], [state("thanks", "action_listen")]) == set()
    ours.lookup[RULES].update(LOOKUP)
    assert len(ours._get_possible_keys(ours.lookup[RULES], [state("thanks", "action_listen")])) == 1


@pytest.mark.parametrize(
    ("last", "read"),
    [
        (state("thanks", "action_listen"), False),
        (state(None, "action_plan"), False),
        (state(None, "action_listen", awaiting=[1.0]), True),
        ({USER: {"text": "hello there"}, PREVIOUS_ACTION: {"action_name": "action_listen"}}, True),
    ],
)
def test_words_are_looked_at_where_a_rule_needs_them(
    policies: tuple[RulePolicy, IntentRulePolicy], last: dict[str, Any], read: bool
) -> None:
    """A rule that may follow the words of a message whatever its intent is still found after loading."""
    stock, _ = policies
    stock.lookup = {RULES: {**LOOKUP, json.dumps([last]): "utter_bye"}}
    del stock.lookup[RULES][json.dumps([state("hello", None)])]
    stock.persist()
    loaded = IntentRulePolicy.load(
        IntentRulePolicy.get_default_config(), stock._model_storage, stock._resource, ExecutionContext(GraphSchema({}))
    )
    assert loaded._reads_words is read


def test_a_long_conversation_is_not_played_again(policies: tuple[RulePolicy, IntentRulePolicy]) -> None:
    """The states that rules look at are those that Rasa finds, at each action of a conversation of 20 messages, and of
    one that began anew."""
    stock, ours = policies
    ours._looks_back = 3
    domain = Domain.from_dict({"intents": ["thanks", "bye"], "actions": ["action_plan", "action_other"]})
    for restarts in (None, 7, 19):
        tracker = DialogueStateTracker("somebody", domain.slots)
        for number in range(20):
            done = "action_plan" if number % 3 else "action_other"
            events = [
                ActionExecuted("action_listen"),
                *([Restarted()] if number == restarts else []),
                UserUttered("text", {"name": "bye" if number % 2 else "thanks"}),
                ActionExecuted(done),
            ]
            for event in events:
                tracker.update(event, domain)
                expected = stock._prediction_states(tracker, domain)
                found = ours._prediction_states(tracker, domain)
                assert found[-3:] == expected[-3:]
                assert len(found) == (3 if restarts is None and number > 2 else len(found))
