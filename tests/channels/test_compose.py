"""The last guard of a turn: from what Rasa said and the verdict to the messages that leave."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from b12guide.channels.compose import EMPTY, compose
from b12guide.person import Person
from b12guide.safety import Triage
from b12guide.shared import cards, triage
from b12guide.understanding import Verdict

rules = Verdict.of_rules
BRITAIN = Person("GB", "Europe/London", True, date(2026, 3, 5))
NOWHERE = Person(None, "UTC", False, date(2026, 3, 5))
CALM = Verdict()
THROAT = "my throat is closing up after the injection"
HIVES = "i've got hives all over after the injection"
ANSWER = {"text": "An answer.", "buttons": [{"title": "More", "payload": "More"}]}
CUSTOM = {"custom": {"kind": "answer", "topics": ["side_effects"]}}


def card(name: str, **more: Any) -> dict[str, Any]:
    return {"text": "the text that Rasa had", "utter_action": f"utter_{name}", **more}


def one(messages: list[dict[str, Any]]) -> dict[str, Any]:
    assert len(messages) == 1
    return messages[0]


def test_an_answer_is_passed_on_with_its_fields() -> None:
    """Bubbles and buttons stay; `custom` sits on the first, its missing fields filled."""
    messages = compose([{"text": "First."}, ANSWER, CUSTOM], CALM, BRITAIN)
    assert messages == [{"text": "First.", "custom": {**EMPTY, "kind": "answer", "topics": ["side_effects"]}}, ANSWER]


def test_of_several_customs_there_is_one() -> None:
    """What the first object says stands; a later one fills what it left out."""
    said = [
        {"text": "A", "custom": {"kind": "answer", "topics": ["x"]}},
        {"text": "B", "custom": {"kind": "ask", "plan": 1}},
    ]
    messages = compose(said, CALM, BRITAIN)
    assert [message.get("custom") for message in messages] == [
        {**EMPTY, "kind": "answer", "topics": ["x"], "plan": 1},
        None,
    ]


@pytest.mark.parametrize("said", [[], [{"text": ""}], [{"text": None}], [{"custom": {"kind": "answer"}}]])
def test_nothing_to_say_becomes_the_static_text(said: list[dict[str, Any]]) -> None:
    """A turn without a text is never sent: it says where help is, with a number to call."""
    message = one(compose(said, CALM, BRITAIN))
    assert message["text"] == cards().static_card("GB").text
    assert message["custom"] == {**EMPTY, "calls": [{"label": "Call 999", "tel": "999"}]}


def test_an_emergency_is_the_card_and_nothing_else() -> None:
    """Where the detector saw an emergency, whatever else was said is left out."""
    message = one(compose([ANSWER, CUSTOM], rules(triage(THROAT)), BRITAIN))
    assert message["text"] == cards().emergency_card(triage(THROAT), country="GB").text
    assert (message["custom"]["kind"], message["custom"]["level"]) == ("emergency", "emergency")
    assert (message["custom"]["signs"], message["custom"]["topics"], message["custom"]["sources"]) == (["A1"], [], [])
    assert message["custom"]["calls"] == [{"label": "Call 999", "tel": "999"}]
    assert "buttons" not in message


def test_an_emergency_needs_nothing_of_rasa() -> None:
    """With nothing said at all the card leaves."""
    assert one(compose([], rules(triage(THROAT)), NOWHERE))["custom"]["level"] == "emergency"


def test_an_emergency_that_only_rasa_saw_is_one() -> None:
    """The card that the classifier chose leaves with the numbers of the person's country."""
    message = one(compose([card("emergency_general")], CALM, BRITAIN))
    assert message["text"] == cards().emergency_card("general", country="GB").text
    assert (message["custom"]["level"], message["custom"]["signs"]) == ("emergency", [])


def test_the_detectors_emergency_wins_against_an_urgent_card() -> None:
    """The higher level wins, whichever of the two saw it."""
    message = one(compose([card("urgent_general")], rules(triage(THROAT)), BRITAIN))
    assert message["custom"]["level"] == "emergency"
    other = one(compose([card("urgent_general"), card("emergency_general")], rules(triage(HIVES)), BRITAIN))
    assert other["custom"]["level"] == "emergency"


@pytest.mark.parametrize("name", ["doubtful", "doubtful_crisis"])
def test_the_card_for_doubt(name: str) -> None:
    """It says what to do if it is happening, whom to call, what was heard, and names no sign of an emergency."""
    verdict = Verdict("urgent", (name,), heard=("throat is closing",), why="doubted")
    message = one(compose([card(f"urgent_{name}")], verdict, BRITAIN))
    assert message["text"] == f"{cards().urgent_card([name], country='GB').text}\nYou wrote: throat is closing."
    assert (message["custom"]["level"], message["custom"]["signs"]) == ("urgent", [])
    assert message["custom"]["heard"] == ["throat is closing"]
    crisis = ["116123"] if name == "doubtful_crisis" else []
    assert [call["tel"] for call in message["custom"]["calls"]] == ["111", *crisis, "999"]


def test_an_answer_stands_beside_words_that_are_hardly_meant() -> None:
    """It leaves as it is, at no level and with no sign."""
    said = [{"text": "If you have this now, call 999."}, {"custom": {"kind": "out_of_scope"}}]
    message = one(compose(said, Verdict(why="doubted"), BRITAIN))
    assert message["text"] == "If you have this now, call 999."
    assert message["custom"] == {**EMPTY, "kind": "out_of_scope"}


def test_a_likeness_that_is_an_answer_where_it_stands_has_no_card() -> None:
    """Where Rasa took words that are only like a warning for something else and said so, no card takes its place; a
    sign that the rules see has its card, and so has a likeness to which nothing was said."""
    like = Verdict("emergency", ("general",), why="likeness")
    said = [{"text": "That is right."}, {"custom": {"kind": "answer"}}]
    assert one(compose(said, like, BRITAIN))["custom"]["level"] == "none"
    assert one(compose(said, rules(triage(THROAT)), BRITAIN))["custom"]["level"] == "emergency"
    assert one(compose([], like, BRITAIN))["custom"]["level"] == "emergency"


@pytest.mark.parametrize(
    ("name", "about"), [("still", None), ("still_crisis", "crisis_thoughts"), ("still_crisis_other", "crisis_other")]
)
def test_a_standing_emergency_is_repeated(name: str, about: str | None) -> None:
    """Until help is there, each turn says so, a crisis in its own words."""
    message = one(compose([card(f"emergency_{name}")], CALM, BRITAIN))
    shown = cards().still_card(about, country="GB")
    assert message["text"] == shown.text
    assert message["custom"]["level"] == "emergency"
    assert [call["tel"] for call in message["custom"]["calls"]] == [call.tel for call in shown.calls]


def test_a_new_emergency_wins_against_the_standing_one() -> None:
    """Where the detector sees another sign, its own card leaves."""
    message = one(compose([card("emergency_still")], rules(triage(THROAT)), BRITAIN))
    assert message["text"] == cards().emergency_card(triage(THROAT), country="GB").text


def test_an_urgent_turn_keeps_what_waits() -> None:
    """An urgent card carries the unanswered topic and the buttons, and no other answer."""
    waiting = {
        "text": "",
        "buttons": [{"title": "Q", "payload": "Q"}],
        "custom": {"kind": "urgent", "offered": ["side_effects"]},
    }
    message = one(compose([card("urgent_hives"), waiting], rules(triage(HIVES)), BRITAIN))
    told = ", ".join(sign.text for sign in triage(HIVES).signs if sign.status == "present")
    assert message["text"] == f"{cards().urgent_card(triage(HIVES), country='GB').text}\nYou wrote: {told}."
    assert (message["custom"]["kind"], message["custom"]["level"]) == ("urgent", "urgent")
    assert (message["custom"]["signs"], message["custom"]["offered"]) == (["B1"], ["side_effects"])
    assert message["buttons"] == waiting["buttons"]


def test_an_urgent_sign_that_rasa_missed_has_its_card() -> None:
    """Where the detector saw an urgent sign, an ordinary answer gives way."""
    message = one(compose([{"text": "An answer."}, CUSTOM], rules(triage(HIVES)), BRITAIN))
    assert message["text"].startswith("Get medical advice today.")


def test_an_urgent_sign_that_only_rasa_saw_has_the_general_card() -> None:
    """Likeness to an urgent message alone gives the card without a sign."""
    message = one(compose([card("urgent_general")], CALM, BRITAIN))
    assert message["text"] == cards().urgent_card(["general"], country="GB").text
    assert message["custom"]["signs"] == []


def test_a_routine_sign_goes_with_the_answer() -> None:
    """A sign for working hours gives the level and leaves the kind to the answer."""
    found = triage("when is my next injection? nobody called me")
    assert found.level == "routine"
    message = one(compose([{"text": "An answer."}, CUSTOM], rules(found), BRITAIN))
    assert (message["custom"]["kind"], message["custom"]["level"]) == ("answer", "routine")
    assert message["custom"]["signs"] == [sign.id for sign in found.signs if sign.status == "present"]


def test_the_wording_for_somebody_else() -> None:
    """A card about a child or another person is worded for them."""
    found = triage("my son's throat is closing up after his injection")
    assert found.person != "self"
    message = one(compose([], rules(found), BRITAIN))
    assert message["text"] == cards().emergency_card(found, country="GB").text
    assert message["text"] != cards().emergency_card(triage(THROAT), country="GB").text


@pytest.mark.parametrize(("country", "number"), [("GB", "999"), ("US", "911"), ("AU", "000"), (None, "112")])
def test_the_number_is_the_countrys_and_comes_first(country: str | None, number: str) -> None:
    """An emergency names the number of the person's country within its first 80 characters."""
    person = Person(country, "UTC", False, date(2026, 3, 5))
    assert number in one(compose([], rules(triage(THROAT)), person))["text"][:80]


def test_a_response_that_is_no_card_is_an_answer() -> None:
    """Only care cards are cards; other responses of Rasa are passed on."""
    message = one(compose([card("greet")], CALM, BRITAIN))
    assert (message["text"], message["custom"]["level"]) == ("the text that Rasa had", "none")


def test_what_was_said_is_not_changed() -> None:
    """Composing twice gives the same, so that a transcript shows what was shown."""
    said = [{"text": "First."}, ANSWER, CUSTOM]
    assert compose(said, CALM, BRITAIN) == compose(said, CALM, BRITAIN)
    assert said == [{"text": "First."}, ANSWER, CUSTOM]
    assert EMPTY["topics"] == [] == EMPTY["signs"]


def test_a_triage_without_signs_changes_nothing() -> None:
    """What stands in for a detector that failed leaves the turn as Rasa said it."""
    message = one(compose([{"text": "An answer."}, CUSTOM], rules(Triage("none", [], "self", [])), BRITAIN))
    assert message["custom"]["level"] == "none"


@pytest.mark.parametrize(
    ("text", "calm"), [("i want to end it", True), (THROAT, False), ("the tingling in my feet is worse", False)]
)
def test_a_crisis_card_says_that_it_is_calm(text: str, calm: bool) -> None:
    """A card for somebody who may harm themselves is marked, so that it can be drawn without alarm; no other is."""
    [message] = compose([{"text": "x"}], rules(triage(text)), BRITAIN)
    assert message["custom"].get("calm", False) is calm


def test_a_crisis_that_still_stands_is_calm() -> None:
    """What Rasa says of a crisis that goes on, when the message names it no more, is marked too."""
    message = one(compose([card("emergency_still_crisis")], CALM, BRITAIN))
    assert message["custom"]["calm"] is True


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        (Verdict("emergency", ("general",), heard=("all went grey",), why="likeness"), "You wrote: all went grey."),
        (Verdict("emergency", ("crisis_thoughts",), heard=("no more",), why="likeness"), "You wrote: no more."),
        (Verdict("emergency", ("general",), heard=("choking",), why="rules", signs=("A16",)), "You wrote: choking."),
        (Verdict("emergency", ("general",), heard=("y " * 200,), why="likeness"), f"You wrote: {('y ' * 60).strip()}."),
        (rules(triage(THROAT)), None),
    ],
)
def test_an_emergency_that_names_no_sign_says_what_was_heard(verdict: Verdict, told: str | None) -> None:
    """Beneath the action, at most 120 characters of this very message; a card that names its sign needs none."""
    text = one(compose([], verdict, BRITAIN))["text"]
    shown = cards().emergency_card(verdict.cards[0], country="GB").text
    assert text == (shown if told is None else f"{shown}\n{told}")


def test_nothing_of_another_message_is_quoted() -> None:
    """An emergency that stands, or that only Rasa chose, quotes nothing."""
    for name in ("emergency_still", "emergency_general"):
        assert "You wrote" not in one(compose([card(name)], CALM, BRITAIN))["text"]


def test_in_the_hours_after_an_injection_no_card_says_to_go_on() -> None:
    """What looks like nerves there may be the start of an allergy: its signs are named, and no dose is urged."""
    text = one(compose([], rules(triage("my arm went numb an hour after my injection")), BRITAIN))["text"]
    assert "tongue, throat or face swell" in text
    assert "Do not miss an injection" not in text
    later = one(compose([], rules(triage("the numbness in my feet got worse over weeks")), BRITAIN))["text"]
    assert "Do not miss an injection" in later
