"""From what Rasa said and what the detector saw to the messages of a turn: the last guard before a person."""

from __future__ import annotations

from typing import Any

from b12guide.person import Person
from b12guide.safety import Card, Triage
from b12guide.shared import cards

Message = dict[str, Any]
EMERGENCY_PREFIX, URGENT_PREFIX = "utter_emergency_", "utter_urgent_"
CRISIS = "crisis_"
STILL, STILL_CRISIS = "utter_emergency_still", "utter_emergency_still_crisis"
# The answers of Rasa's that are believed over an emergency of the detector's (see `decide` of the safety gate): two
# cards, and what says by this mark that it begins with what to do in an emergency.
DOUBTFUL = frozenset({"utter_urgent_doubtful", "utter_urgent_doubtful_crisis"})
UNLIKELY_SIGN = "unlikely_sign"
EMPTY: dict[str, Any] = {
    "kind": "fallback",
    "topics": [],
    "offered": [],
    "level": "none",
    "signs": [],
    "sources": [],
    "plan": None,
}


def compose(said: list[dict[str, Any]], found: Triage, person: Person) -> list[Message]:
    """The messages of a turn in Rasa's form, the first with a text, one with the `custom` object.

    Args:
        said: what Rasa's actions and responses said, in order (`text`, `buttons`, `custom`, `utter_action`).
        found: what the rule detector saw in the same message.
        person: whose country decides the numbers.
    """
    custom = _custom(said)
    unlikely = custom.pop(UNLIKELY_SIGN, False)
    card = _care_card(said, found, person, unlikely=unlikely)
    level = card[0] if card else "none"
    signs = [sign.id for sign in found.signs if sign.status == "present"]
    if unlikely or level == "urgent":
        signs = [name for name in signs if name[0] != "A"]
    if card is not None:
        shown = card[1]
        offered = custom["offered"]
        custom = {**EMPTY, "kind": level, "level": level, "signs": signs, "calls": _calls(shown)}
        if _is_crisis(said, found):
            custom["calm"] = True
        if level == "urgent":
            custom["offered"] = offered
            return [{"text": shown.text, "custom": custom, **_buttons(said)}]
        return [{"text": shown.text, "custom": custom}]
    bubbles = [{"text": m["text"], **_buttons([m])} for m in said if m.get("text")]
    if not bubbles:
        shown = cards().static_card(person.country)
        return [{"text": shown.text, "custom": {**EMPTY, "signs": signs, "calls": _calls(shown)}}]
    custom["signs"] = signs
    if found.level == "routine":
        custom["level"] = "routine"
    bubbles[0]["custom"] = custom
    return bubbles


def _care_card(said: list[dict[str, Any]], found: Triage, person: Person, *, unlikely: bool) -> tuple[str, Card] | None:
    """The one care card of the turn: what Rasa chose, or the detector's where Rasa chose less and did not say why."""
    chosen = [
        m["utter_action"] for m in said if (m.get("utter_action") or "").startswith((EMERGENCY_PREFIX, URGENT_PREFIX))
    ]
    emergency = [name for name in chosen if name.startswith(EMERGENCY_PREFIX)]
    doubtful = next((name for name in chosen if name in DOUBTFUL), None)
    if found.level == "emergency" and not doubtful and not unlikely:
        return "emergency", cards().emergency_card(found, country=person.country)
    if emergency:
        if emergency[0] in (STILL, STILL_CRISIS):
            about = "crisis_thoughts" if emergency[0] == STILL_CRISIS else None
            return "emergency", cards().still_card(about, country=person.country)
        name = emergency[0].removeprefix(EMERGENCY_PREFIX)
        return "emergency", cards().emergency_card(name, country=person.country, person=found.person)
    if doubtful:
        return "urgent", cards().urgent_card(doubtful.removeprefix(URGENT_PREFIX), country=person.country)
    if chosen or found.level == "urgent":
        known = found if found.level == "urgent" else "general"
        return "urgent", cards().urgent_card(known, country=person.country)
    return None


def _is_crisis(said: list[dict[str, Any]], found: Triage) -> bool:
    """Whether the card of an emergency is for somebody who may harm themselves: it is drawn calmly."""
    if found.level == "emergency":
        return bool(found.cards) and found.cards[0].startswith(CRISIS)
    names = [m["utter_action"] for m in said if (m.get("utter_action") or "").startswith(EMERGENCY_PREFIX)]
    return bool(names) and names[0].startswith((STILL_CRISIS, EMERGENCY_PREFIX + CRISIS))


def _custom(said: list[dict[str, Any]]) -> dict[str, Any]:
    """The one `custom` object of the turn; of several, a later one fills what the earlier left out."""
    merged: dict[str, Any] = {}
    for message in said:
        merged = {**(message.get("custom") or {}), **merged}
    return {**EMPTY, **merged}


def _buttons(said: list[dict[str, Any]]) -> dict[str, Any]:
    buttons = [button for message in said for button in message.get("buttons") or []]
    return {"buttons": buttons} if buttons else {}


def _calls(card: Card) -> list[dict[str, str]]:
    return [{"label": call.label, "tel": call.tel} for call in card.calls]
