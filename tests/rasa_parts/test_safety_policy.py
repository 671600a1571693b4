"""The policy alone, with domains and conversations made for it: nothing out-votes it, and an emergency stays one."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.core.policies.ensemble import DefaultPolicyPredictionEnsemble
from rasa.core.policies.policy import PolicyPrediction
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.rasa.decided import standing_emergency
from b12guide.rasa.safety_policy import SafetyPolicy
from b12guide.understanding import Verdict

FORM = {
    "intents": ["emergency", "urgent", "crisis", "ask_topic", "thanks", "help_is_here", "plan", "affirm", "deny"],
    "slots": {
        "note": {"type": "text", "mappings": [{"type": "from_text"}]},
        "awaiting": {"type": "text", "influence_conversation": False, "mappings": [{"type": "custom"}]},
    },
    "forms": {"diary": {"required_slots": ["note"]}},
    "actions": [
        "action_after_warning",
        "action_help_is_here",
        "action_corrected",
        "action_answer",
        "action_new_or_worse",
        "action_nothing_new",
    ],
    "responses": {
        name: [{"text": name}]
        for name in (
            "utter_emergency_general",
            "utter_emergency_throat",
            "utter_emergency_throat_other",
            "utter_emergency_crisis_thoughts",
            "utter_emergency_still",
            "utter_emergency_crisis_other",
            "utter_emergency_crisis_thoughts_other",
            "utter_emergency_still_crisis",
            "utter_emergency_still_crisis_other",
            "utter_urgent_general",
            "utter_urgent_hives",
            "utter_urgent_doubtful",
        )
    },
}
DOMAIN = Domain.from_dict(FORM)


@pytest.fixture
def policy(tmp_path: Any) -> SafetyPolicy:
    """The policy as the graph makes it."""
    storage = LocalModelStorage.create(tmp_path)
    context = ExecutionContext(GraphSchema({}))
    return SafetyPolicy.create(SafetyPolicy.get_default_config(), storage, Resource("safety"), context)


def said(intent: str, card: str | None = None, *, confidence: float = 1.0, also: str | None = None) -> UserUttered:
    """A message as the pipeline understood it."""
    entities = [{"entity": also, "value": "yes"}] if also else []
    whose = {"person": "other", "why": "rules"} if (card or "").endswith("_other") else {}
    level = intent if intent in ("emergency", "urgent") else "none"
    verdict = Verdict(level, (card.removesuffix("_other"),) if card else (), **whose)
    parsed = {"verdict": verdict.to_json()}
    return UserUttered(intent, {"name": intent, "confidence": confidence}, entities, parsed)


def conversation(*events: Event) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("somebody", list(events), DOMAIN.slots, domain=DOMAIN)


LISTEN = ActionExecuted("action_listen")
IN_FORM = (
    LISTEN,
    said("plan"),
    ActionExecuted("diary"),
    ActiveLoop("diary"),
    SlotSet("requested_slot", "note"),
    LISTEN,
)


def chosen(prediction: PolicyPrediction) -> str | None:
    """The action that a prediction is for; None without an opinion."""
    best = max(prediction.probabilities)
    return DOMAIN.action_names_or_texts[prediction.probabilities.index(best)] if best else None


def turn(policy: SafetyPolicy, tracker: DialogueStateTracker) -> list[str]:
    """The actions that follow one another until the bot listens."""
    actions: list[str] = []
    while not actions or actions[-1] != "action_listen":
        action = chosen(policy.predict_action_probabilities(tracker, DOMAIN))
        assert action is not None
        assert len(actions) < 10
        actions.append(action)
        tracker.update(ActionExecuted(action), DOMAIN)
        if action == "action_deactivate_loop":
            tracker.update(ActiveLoop(None), DOMAIN)
    return actions


@pytest.mark.parametrize(
    ("message", "card"),
    [
        (said("emergency", "throat"), "utter_emergency_throat"),
        (said("emergency", "crisis_thoughts"), "utter_emergency_crisis_thoughts"),
        (said("urgent", "hives"), "utter_urgent_hives"),
    ],
)
def test_a_form_that_takes_any_text_is_left_at_once(policy: SafetyPolicy, message: UserUttered, card: str) -> None:
    """In the middle of a form the card comes first, then the form is left, then the side effects."""
    tracker = conversation(*IN_FORM, message)
    expected = [card, "action_deactivate_loop", "action_after_warning", "action_listen"]
    assert turn(policy, tracker) == expected
    assert tracker.active_loop_name is None


def test_without_a_form_nothing_is_left(policy: SafetyPolicy) -> None:
    """Outside a form the card is followed by its side effects alone."""
    tracker = conversation(LISTEN, said("emergency", "throat"))
    assert turn(policy, tracker) == ["utter_emergency_throat", "action_after_warning", "action_listen"]


@pytest.mark.parametrize("intent", ["emergency", "urgent"])
def test_it_wins_against_a_form_that_is_as_sure(policy: SafetyPolicy, intent: str) -> None:
    """Against the rules' prediction of the open form, at confidence 1, the safety policy's card is taken."""
    tracker = conversation(*IN_FORM, said(intent, "throat"))
    ours = policy.predict_action_probabilities(tracker, DOMAIN)
    sure = [0.0] * DOMAIN.num_actions
    sure[DOMAIN.index_for_action("diary")] = 1.0
    rules = PolicyPrediction(sure, "RulePolicy", policy_priority=6, is_end_to_end_prediction=False)
    ensemble = DefaultPolicyPredictionEnsemble()
    for predictions in ([ours, rules], [rules, ours]):
        winner = ensemble.combine_predictions(predictions, tracker, DOMAIN)
        assert winner.policy_name == ours.policy_name
        assert chosen(winner) == ("utter_emergency_throat" if intent == "emergency" else "utter_urgent_general")


def test_without_a_sign_it_has_no_opinion(policy: SafetyPolicy) -> None:
    """An ordinary message is left to the rules."""
    assert chosen(policy.predict_action_probabilities(conversation(LISTEN, said("ask_topic")), DOMAIN)) is None
    assert chosen(policy.predict_action_probabilities(conversation(), DOMAIN)) is None


@pytest.mark.parametrize(
    ("card", "response"),
    [
        ("throat_other", "utter_emergency_throat_other"),
        ("general_other", "utter_emergency_general"),
        ("no_such_card", "utter_emergency_general"),
        (None, "utter_emergency_general"),
    ],
)
def test_a_card_that_does_not_exist_is_replaced_by_the_nearest(
    policy: SafetyPolicy, card: str | None, response: str
) -> None:
    """Without a wording for somebody else the card itself is said, and without the card the general one."""
    assert turn(policy, conversation(LISTEN, said("emergency", card)))[0] == response


EMERGENCY = (LISTEN, said("emergency", "throat"), ActionExecuted("utter_emergency_throat"), LISTEN)
CRISIS = (LISTEN, said("emergency", "crisis_thoughts"), ActionExecuted("utter_emergency_crisis_thoughts"), LISTEN)
STILL = (ActionExecuted("utter_emergency_still"), LISTEN)


@pytest.mark.parametrize("message", [said("thanks"), said("urgent", "hives"), said("ask_topic"), said("plan")])
def test_an_emergency_stands_at_the_next_message(policy: SafetyPolicy, message: UserUttered) -> None:
    """Whatever comes next, an urgent sign and a first question included, the emergency is repeated."""
    assert turn(policy, conversation(*EMERGENCY, message))[0] == "utter_emergency_still"


def test_a_crisis_stands_in_its_own_words(policy: SafetyPolicy) -> None:
    """After a crisis the repeated card is the crisis one."""
    assert turn(policy, conversation(*CRISIS, said("thanks")))[0] == "utter_emergency_still_crisis"


@pytest.mark.parametrize("card", ["crisis_other", "crisis_thoughts_other"])
def test_the_crisis_of_somebody_else_stands_in_words_for_who_is_beside_them(policy: SafetyPolicy, card: str) -> None:
    """Who writes of somebody else is not spoken to as if they wished to die."""
    crisis = (LISTEN, said("emergency", card), ActionExecuted(f"utter_emergency_{card}"), LISTEN)
    assert turn(policy, conversation(*crisis, said("thanks")))[0] == "utter_emergency_still_crisis_other"


def test_another_emergency_has_its_own_card(policy: SafetyPolicy) -> None:
    """A new sign while an emergency stands gets its own card, and its own count of what ends it."""
    events = (*EMERGENCY, said("ask_topic"), *STILL, said("emergency", "crisis_thoughts"))
    assert turn(policy, conversation(*events))[0] == "utter_emergency_crisis_thoughts"
    again = (*events, ActionExecuted("utter_emergency_crisis_thoughts"), LISTEN, said("ask_topic"))
    assert standing_emergency(conversation(*again)) == "utter_emergency_crisis_thoughts"


@pytest.mark.parametrize("message", [said("help_is_here"), said("thanks", also="help_is_here")])
def test_help_that_has_come_ends_it(policy: SafetyPolicy, message: UserUttered) -> None:
    """When the person says that help is there, the bot says so and the emergency is over."""
    tracker = conversation(*EMERGENCY, message)
    assert turn(policy, tracker) == ["action_help_is_here", "action_listen"]
    tracker.update(said("ask_topic"), DOMAIN)
    assert chosen(policy.predict_action_probabilities(tracker, DOMAIN)) is None


def test_help_is_nothing_where_there_was_no_emergency(policy: SafetyPolicy) -> None:
    """Without an emergency the same words are left to the rules."""
    tracker = conversation(LISTEN, said("thanks", also="help_is_here"))
    assert chosen(policy.predict_action_probabilities(tracker, DOMAIN)) is None


@pytest.mark.parametrize("text", ["how long until I feel better?", "im fine now", "my husband is with me", "lol", "ok"])
def test_nothing_else_ends_it(policy: SafetyPolicy, text: str) -> None:
    """Questions, feeling better, company and jokes end nothing, however often and however clearly they are said."""
    other = UserUttered(text, {"name": "ask_topic", "confidence": 1.0}, [], {"verdict": Verdict().to_json()})
    events = (*EMERGENCY, other, *STILL, other, *STILL, other)
    assert turn(policy, conversation(*events))[0] == "utter_emergency_still"


def test_a_fact_that_is_corrected_ends_it(policy: SafetyPolicy) -> None:
    """What was years ago is no emergency, and the next message is an ordinary one."""
    tracker = conversation(*EMERGENCY, said("thanks", also="was_long_ago"))
    assert turn(policy, tracker) == ["action_corrected", "action_listen"]
    tracker.update(said("ask_topic"), DOMAIN)
    assert chosen(policy.predict_action_probabilities(tracker, DOMAIN)) is None


ONLY_ASKING = UserUttered("I was only asking: it is not happening", {"name": "unsure", "confidence": 0.5}, [])


def test_who_was_only_asking_is_let_go(policy: SafetyPolicy) -> None:
    """The button ends it and gives no card of its own; a wish to die stands all the same."""
    tracker = conversation(*EMERGENCY, ONLY_ASKING)
    assert turn(policy, tracker) == ["action_corrected", "action_listen"]
    tracker.update(said("ask_topic"), DOMAIN)
    assert chosen(policy.predict_action_probabilities(tracker, DOMAIN)) is None
    assert turn(policy, conversation(*CRISIS, ONLY_ASKING))[0] == "utter_emergency_still_crisis"
