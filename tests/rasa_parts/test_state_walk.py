"""From every state that a conversation can be in, a warning sign gets its card at once."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.plan.talk import state as plan_state
from b12guide.rasa.importer import ContentImporter
from tests.conftest import ROOT, Bot

WHO = {"today": "2026-03-05", "timezone": "Europe/London", "country": "GB"}
# What a message with a sign gets, whatever came before: its level, its sign, and how its card begins.
SIGNS = {
    "my throat is closing up after the injection": (
        "emergency",
        "A1",
        "Adrenaline (epinephrine) pen? Use it at once, then call 999",
    ),
    "i want to kill myself": ("emergency", "A11", "I am really glad you told me."),
    "i've got hives all over after the injection": ("urgent", "B1", "Get medical advice today."),
}
LOADING_ENDED = "1mg every other day for 2 weeks then every 3 months, last one was 3 march 2026"
PLAN = "every 12 weeks, last one 9 february 2026"
# What leads into each state; the names of the plan's are what its dialogue can ask (`State.about`).
PLAN_STATES = {
    "interval": ["when is my next injection"],
    "anchor": ["when is my next injection", "every 12 weeks"],
    "phase": [LOADING_ENDED],
    "count": ["loading injections every other day then every 3 months, first one 3 march 2026"],
    "date": ["every 12 weeks, last was 03/04/2026"],
    "unread": ["every 12 weeks except in glimberry weeks, last one 9 february 2026"],
    "product": ["b12 tablets every 12 weeks, last one 9 february 2026"],
    "confirm": [PLAN],
    "change": [PLAN, "Change something"],
    "days": ["twice a week for 2 weeks, first one 3 march 2026", "Other days"],
    "planned": ["every 12 weeks, last one 9 april 2026"],
    "stage": ["every other day for 2 weeks starting 9 march 2026", "weekly for 4 injections"],
    "clinic_date": [PLAN, "yes", "i had it late, today"],
    "given": [PLAN, "yes", "i had it"],
    "away": [PLAN, "yes", "i'm away when it is due"],
    "past": ["every 12 weeks, first one 9 february 2025"],
    "drop": [PLAN, "yes", "scrap it all, I'm going on tablets instead"],
    "last_given": ["every 12 weeks, first one 9 february 2025", "no"],
    "extra": [PLAN, "yes", "they gave me a bonus shot", "it was on 2 march 2026"],
}
OTHER_STATES = {
    "idle": [],
    "plan known": [PLAN, "yes"],
    "plan on hold": [PLAN, "yes", "i've got hives all over after the injection"],
    "understanding checked": ["what are the warning signs", "Check what I know about the signs"],
    "deleting asked": ["forget me"],
    "deleted": ["forget me", "yes"],
    "topics offered": ["injections and tablets and feeling"],
    "not understood once": ["💉"],
    "not understood twice": ["💉", "💉💉"],
    "after an urgent card": ["the tingling in my feet has got worse over the last few weeks"],
    "after an emergency": ["crushing chest pain and sweating"],
    "after a crisis": ["i want to kill myself"],
    "help has come": ["crushing chest pain and sweating", "the paramedics are with me now"],
    "empty message": [""],
    "typed command": ["/restart"],
}
STATES = {**{f"asked: {name}": said for name, said in PLAN_STATES.items()}, **OTHER_STATES}


def slots(bot: Bot, sender: str) -> dict[str, Any]:
    tracker = bot.run(bot.agent.tracker_store.retrieve(sender))
    return tracker.current_slot_values() if tracker else {}


def assert_card(bot: Bot, sender: str, text: str) -> None:
    level, sign, beginning = SIGNS[text]
    turn = bot.say(sender, text, **WHO)
    assert (turn.custom["kind"], turn.custom["level"]) == (level, level), turn.text
    assert sign in turn.custom["signs"], turn.text
    assert turn.text.startswith(beginning), turn.text
    assert turn.custom["topics"] == []


@pytest.mark.parametrize("text", SIGNS, ids=lambda text: " ".join(text.split()[:4]))
@pytest.mark.parametrize("state", STATES)
def test_a_sign_is_answered_from_every_state(bot: Bot, request: pytest.FixtureRequest, state: str, text: str) -> None:
    """Whatever was asked or shown before, the sign's card comes, at its level; of an emergency and what it leaves,
    an urgent sign keeps the emergency, and of the very words that its own card quoted the advice is said again."""
    sender = request.node.nodeid
    for said in STATES[state]:
        bot.say(sender, said, **WHO)
    if SIGNS[text][0] == "urgent" and state in ("after an emergency", "after a crisis"):
        turn = bot.say(sender, text, **WHO)
        assert turn.custom["level"] == "emergency"
        return
    if SIGNS[text][0] == "urgent" and text in STATES[state]:
        turn = bot.say(sender, text, **WHO)
        assert (turn.custom["kind"], turn.custom["level"]) == ("urgent", "urgent")
        assert "Get medical advice today." in turn.text
        assert "before you have your next injection" in turn.text
        return
    assert_card(bot, sender, text)


@pytest.mark.parametrize("about", PLAN_STATES)
def test_the_walk_stands_where_it_says(bot: Bot, request: pytest.FixtureRequest, about: str) -> None:
    """The messages of the walk lead into the state that they are named after."""
    sender = request.node.nodeid
    for said in PLAN_STATES[about]:
        bot.say(sender, said, **WHO)
    assert slots(bot, sender)["memory"]["plans"]["me"]["about"] == about


def test_the_walk_knows_everything_that_the_plan_can_ask() -> None:
    """Whatever the plan's code asks about has its state in the walk."""
    asked = {value for name, value in vars(plan_state).items() if name.isupper() and isinstance(value, str)}
    for path in sorted((ROOT / "b12guide" / "plan").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Question"
            if called and node.args:
                first = node.args[0]
                assert isinstance(first, ast.Constant), (
                    f"{path.name}:{node.lineno} asks about what the walk cannot read"
                )
                asked.add(first.value)
    assert asked == set(PLAN_STATES)


def example_phrases() -> list[Any]:
    """A phrase of every intent that people's messages are trained as."""
    found: dict[str, str] = {}
    for example in importer().get_nlu_data().intent_examples:
        found.setdefault(example.get("intent"), example.get("text"))
    return [pytest.param(text, id=intent) for intent, text in sorted(found.items())]


def importer() -> ContentImporter:
    return ContentImporter(
        config_file=str(ROOT / "config.yml"),
        domain_path=str(ROOT / "domain.yml"),
        training_data_paths=[str(ROOT / "data")],
    )


@pytest.mark.parametrize("phrase", example_phrases())
def test_a_sign_is_answered_after_every_kind_of_message(bot: Bot, request: pytest.FixtureRequest, phrase: str) -> None:
    """After a message of any intent of the domain, also one that is added later, an emergency gets its card."""
    sender = request.node.nodeid
    bot.say(sender, phrase, **WHO)
    assert_card(bot, sender, "my throat is closing up after the injection")


def values_of(kind: str) -> Any:
    return {"bool": True, "float": 1.0, "list": ["x"], "any": {"x": 1}}.get(kind, "x")


def tracker_states(domain: Domain) -> list[tuple[str, list[Any]]]:
    """Every slot of a domain filled, and every form of it asking for each of its slots, as events."""
    states: list[tuple[str, list[Any]]] = [
        (f"slot {slot.name}", [SlotSet(slot.name, values_of(slot.type_name))])
        for slot in domain.slots
        if slot.name not in ("memory", "session_started_metadata")
    ]
    for form, rules in domain.forms.items():
        states += [
            (f"form {form} asks {slot}", [ActiveLoop(form), SlotSet("requested_slot", slot)])
            for slot in rules.get("required_slots", [])
        ]
    return states


@pytest.mark.parametrize("text", SIGNS, ids=lambda text: " ".join(text.split()[:4]))
def test_a_sign_is_answered_from_every_slot_and_form(bot: Bot, request: pytest.FixtureRequest, text: str) -> None:
    """Each slot of the trained domain filled, and each form of it open at each of its slots, keeps no sign back."""
    domain = bot.agent.domain
    assert tracker_states(domain)
    for name, events in tracker_states(domain):
        sender = f"{request.node.nodeid} {name}"
        tracker = DialogueStateTracker.from_events(sender, events, domain.slots, domain=domain)
        bot.run(bot.agent.tracker_store.save(tracker))
        assert_card(bot, sender, text)


def unguarded(
    domain: dict[str, Any], safety: frozenset[str] = frozenset({"emergency", "urgent", "crisis"})
) -> list[str]:
    """Mappings of form slots that would swallow a message with a sign, as `form.slot`."""
    return [
        f"{form}.{name}"
        for form, rules in (domain.get("forms") or {}).items()
        for name in (rules or {}).get("required_slots", [])
        for mapping in domain["slots"][name]["mappings"]
        if mapping["type"] != "custom" and not safety <= set(_list(mapping.get("not_intent")))
    ]


def _list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def test_no_form_slot_takes_a_sign_for_its_answer() -> None:
    """Every slot that a form of `domain.yml` asks for leaves emergencies, urgent signs and crises alone."""
    assert unguarded(importer().get_domain().as_dict()) == []


def test_a_form_slot_without_the_guard_is_found() -> None:
    """The check above sees a form that takes any text, and one that leaves out only some of the intents."""
    domain = {
        "forms": {"diary": {"required_slots": ["note", "mood", "day"]}},
        "slots": {
            "note": {"type": "text", "mappings": [{"type": "from_text"}]},
            "mood": {"type": "text", "mappings": [{"type": "from_text", "not_intent": ["emergency", "urgent"]}]},
            "day": {
                "type": "text",
                "mappings": [{"type": "from_text", "not_intent": ["emergency", "urgent", "crisis"]}],
            },
        },
    }
    assert unguarded(domain) == ["diary.note", "diary.mood"]


def test_the_walk_covers_a_form_that_is_added() -> None:
    """A form in the domain gives a state for each slot that it asks for."""
    domain = Domain.from_dict(
        {
            "slots": {"note": {"type": "text", "mappings": [{"type": "from_text"}]}},
            "forms": {"diary": {"required_slots": ["note"]}},
        }
    )
    assert [name for name, _ in tracker_states(domain)] == ["slot note", "slot requested_slot", "form diary asks note"]
