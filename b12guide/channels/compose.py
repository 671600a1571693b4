"""From what Rasa said and the verdict on a message to the messages of a turn: the last guard before a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from b12guide.conversation.advice_told import names_none
from b12guide.conversation.kinds import AGAIN, COUNTRY, PUT_RIGHT, SAYS
from b12guide.person import Person
from b12guide.safety import Card
from b12guide.shared import cards, standing
from b12guide.understanding import Verdict
from b12guide.understanding.verdict import GENERAL_CARD
from b12guide.unread import UNREAD, notice

Message = dict[str, Any]
EMERGENCY_PREFIX, URGENT_PREFIX = "utter_emergency_", "utter_urgent_"
# What is said while an emergency stands: as such, or for the card that is named behind it.
STILL, STILL_FOR = "utter_emergency_still", "utter_emergency_still_"
STILL_CRISIS = "crisis"
# The mark of a turn after which the channel deletes what is kept.
DELETED = "deleted"
# The mark of what was deleted while an emergency stands or a plan is on hold, which the server knows for a while under
# the same name: the browser keeps that.
STANDS = "stands"
# Cards for somebody who may harm themselves: these, and those in other languages.
CRISIS, LANGUAGE_CRISIS = "crisis_", "_crisis"
# What a turn of this kind asks for where nobody says.
ASK, ELSE = "ask", "else"
EMPTY: dict[str, Any] = {
    "kind": "fallback",
    "topics": [],
    "questions": [],
    "offered": [],
    "level": "none",
    "signs": [],
    "heard": [],
    "asks": None,
    "sources": [],
    "plan": None,
}


def unread_notice(why: str, person: Person) -> Message:
    """A whole turn: that a message was not read, and where help is."""
    return {"text": notice(why, person.country), "custom": {**EMPTY, "asks": UNREAD}}


def was_read(custom: Mapping[str, Any]) -> bool:
    """Whether the message was read that a turn with this `custom` answers; a word of a plan that was not read is asked
    about by a plan."""
    return custom.get("asks") != UNREAD or bool((custom.get("plan") or {}).get("question"))


def compose(
    said: list[dict[str, Any]], verdict: Verdict, person: Person, *, unread: str | None = None
) -> list[Message]:
    """The messages of a turn in Rasa's form, the first with a text, one with the `custom` object.

    Args:
        said: what Rasa's actions and responses said, in order (`text`, `buttons`, `custom`, `utter_action`).
        verdict: on warning signs in the same message.
        person: whose country decides the numbers.
        unread: why the message was not read whole (`b12guide.unread`), or None. Then any answer but an emergency begins
            with that.
    """
    custom = _custom(said)
    if (country := custom.pop(COUNTRY, None)) is not None:
        person = replace(person, country=country)
    card = _care_card(said, verdict, person)
    signs = list(verdict.signs)
    if card is not None:
        level, shown = card
        offered, deleted = custom["offered"], {DELETED: True} if custom.get(DELETED) else {}
        heard = list(verdict.heard) if verdict.warns else []
        custom = {**EMPTY, "kind": level, "level": level, "signs": signs, "heard": heard, "calls": _calls(shown)}
        if _is_crisis(said, verdict):
            custom["calm"] = True
        if level == "urgent":
            custom["offered"] = offered
            # A note that told of the sign is kept, which its action says.
            beside = [standing().about(heard)] if verdict.warns else []
            beside += [message["text"] for message in said if message.get("text") and not message.get("utter_action")]
            text = "\n".join([shown.text, *filter(None, beside)])
            if unread:
                text, custom["asks"] = f"{notice(unread, person.country)}\n{text}", UNREAD
            return [{"text": text, "custom": custom, **_buttons(said)}]
        if beneath := _beneath(said):
            # In one bubble: of an emergency, phones show the first alone.
            text = "\n\n".join([shown.text, *(message["text"] for message in beneath)])
            return [{"text": text, "custom": {**custom, **deleted}, **_buttons(beneath)}]
        # The action comes first; what a general card is for, nothing else in it says.
        general = verdict.why == "likeness" or verdict.cards[:1] == (GENERAL_CARD,)
        told = standing().about(heard) if general and not _repeats(said) else ""
        text = f"{shown.text}\n{told}".strip()
        return [{"text": text, "custom": custom, **(_buttons(said) if _repeats(said) else {})}]
    bubbles = [{"text": m["text"], **_buttons([m])} for m in said if m.get("text")]
    if unread and custom.get("asks") != UNREAD:
        missed = unread_notice(unread, person)
        custom = {**custom, "asks": UNREAD} if bubbles else missed["custom"]
        bubbles = [{"text": missed["text"]}, *bubbles]
    if not bubbles:
        shown = cards().static_card(person.country)
        return [{"text": shown.text, "custom": {**EMPTY, "signs": signs, "calls": _calls(shown)}}]
    custom["signs"] = [] if custom.pop(PUT_RIGHT, False) else signs
    if verdict.level == "routine" and custom["level"] == "none":
        custom["level"] = "routine"
    bubbles[0]["custom"] = custom
    return bubbles


def _care_card(said: list[dict[str, Any]], verdict: Verdict, person: Person) -> tuple[str, Card] | None:
    """The one care card of the turn: that of the verdict, or of a warning that stands, which Rasa knows of.

    A likeness alone may be something else where it stands, as the answer to a question of the check of understanding:
    there Rasa said something and chose no card. So may what a person says of a sign to correct the fact. A likeness
    while an emergency stands repeats that one.
    """
    chosen = [
        m["utter_action"] for m in said if (m.get("utter_action") or "").startswith((EMERGENCY_PREFIX, URGENT_PREFIX))
    ]
    emergency = [name for name in chosen if name.startswith(EMERGENCY_PREFIX)]
    put_right = verdict.why == "likeness" or _custom(said).get(PUT_RIGHT, False)
    warns = verdict.warns and not (said and not chosen and put_right)
    still = bool(emergency) and emergency[0].startswith(STILL)
    if warns and verdict.level == "emergency" and not (still and verdict.why == "likeness"):
        return "emergency", cards().emergency_card(verdict.cards[0], country=person.country, person=verdict.person)
    if still:
        about = emergency[0].removeprefix(STILL_FOR) if emergency[0] != STILL else None
        about = "crisis_thoughts" if about == STILL_CRISIS else about
        custom = _custom(said)
        again, says = custom.get(AGAIN, 0), custom.get(SAYS, "")
        return "emergency", cards().still_card(about, country=person.country, again=again, says=says)
    if emergency:
        name = emergency[0].removeprefix(EMERGENCY_PREFIX)
        return "emergency", cards().emergency_card(name, country=person.country, person=verdict.person)
    if chosen or warns:
        # Of a sign that has no name, the conversation may know more: what a note is about.
        heard = warns and not (chosen and names_none(verdict))
        return "urgent", cards().urgent_card(
            verdict.cards if heard else [chosen[0].removeprefix(URGENT_PREFIX)],
            country=person.country,
            after_injection=warns and verdict.after_injection,
        )
    return None


def _repeats(said: list[dict[str, Any]]) -> bool:
    """Whether the line of an emergency that stands was said."""
    return any((message.get("utter_action") or "").startswith(STILL) for message in said)


def _beneath(said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What an action said beneath the line of an emergency that stands."""
    if not _repeats(said):
        return []
    return [message for message in said if message.get("text") and not message.get("utter_action")]


def _is_crisis(said: list[dict[str, Any]], verdict: Verdict) -> bool:
    """Whether the card of an emergency is for somebody who may harm themselves: it is drawn calmly."""
    if verdict.level == "emergency" and not (_repeats(said) and verdict.why == "likeness"):
        return verdict.cards[0].startswith(CRISIS) or verdict.cards[0].endswith(LANGUAGE_CRISIS)
    names = [m["utter_action"] for m in said if (m.get("utter_action") or "").startswith(EMERGENCY_PREFIX)]
    calm = (f"{STILL_FOR}{STILL_CRISIS}", EMERGENCY_PREFIX + CRISIS)
    return bool(names) and (names[0].startswith(calm) or names[0].endswith(LANGUAGE_CRISIS))


def _custom(said: list[dict[str, Any]]) -> dict[str, Any]:
    """The one `custom` object of the turn; of several, a later one fills what the earlier left out."""
    merged: dict[str, Any] = {}
    for message in said:
        merged = {**(message.get("custom") or {}), **merged}
    if merged.get("kind") == ASK:
        merged.setdefault("asks", ELSE)
    return {**EMPTY, **merged}


def _buttons(said: list[dict[str, Any]]) -> dict[str, Any]:
    buttons = [button for message in said for button in message.get("buttons") or []]
    return {"buttons": buttons} if buttons else {}


def _calls(card: Card) -> list[dict[str, str]]:
    return [{"label": call.label, "tel": call.tel} for call in card.calls]
