"""What an answer to a warning sign must hold: the action first, the right number, plain words."""

from __future__ import annotations

import re

import pytest
import textstat

from b12guide.safety import Cards, Detector

COUNTRIES = ["GB", "IE", "US", "CA", "AU", "NZ", "IN", "ZA", "NL", "FR", "JP", None]
EMERGENCY = ["anaphylaxis", "breathing", "chest_pain", "stroke", "collapse", "cord_bladder", "sight",
             "confusion_seizure", "sepsis", "headache", "bleeding", "head_injury", "poisoning", "pregnancy", "child",
             "general", "crisis_done", "crisis_thoughts", "crisis_other"]  # fmt: skip
URGENT = ["allergy", "nerves", "potassium", "anaemia", "faint", "infection", "eyes", "mind", "pregnancy_urgent", "clot",
          "gut", "dose_needle", "gas", "doubtful", "doubtful_crisis", "general"]  # fmt: skip
ASK_FIRST = "Ask before you have your next injection."


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!:।۔])\s+", text) if part]


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("card", EMERGENCY)
def test_emergency_card_rules(cards: Cards, card: str, country: str | None) -> None:
    """The first sentence is the action, a number stands in the first 80 characters, and nothing leads away."""
    for person in ("self", "other", "child"):
        answer = cards.emergency_card(card, country=country, person=person)
        text = answer.text
        assert re.search(r"\d{3}", text[:80]), text
        opening = sentences(text)[1] if card == "crisis_thoughts" and person == "self" else text
        assert re.match(r"(Call|If you might act on this, call) ", opening), text
        assert "or your local emergency number" in text or "Call your local emergency number" in text
        assert not re.search(r"https?:|www\.|sorry|should|don't worry|[*_#<>\[\]]", text)
        assert [call.tel for call in answer.calls if call.tel in text.replace(" ", "").replace("-", "")] == [
            call.tel for call in answer.calls
        ]


@pytest.mark.parametrize("country", COUNTRIES)
def test_111_is_an_emergency_number_in_new_zealand_only(cards: Cards, country: str | None) -> None:
    """Only New Zealand is told to call 111 in an emergency, and only as NHS 111 is it named elsewhere."""
    for card in EMERGENCY:
        answer = cards.emergency_card(card, country=country)
        assert ("111" in answer.text.split()) is (country == "NZ")
        assert ("111" in {call.tel for call in answer.calls}) is (country == "NZ")
    for card in URGENT:
        text = cards.urgent_card(card, country=country).text
        if country == "NZ":
            assert "NHS" not in text
        else:
            assert not re.search(r"(?<!NHS )\b111\b", text.replace("0800 611 116", ""))


def test_country_words(cards: Cards) -> None:
    """Each country has its own number; an unknown one three; a guessed one still the local number."""
    assert cards.emergency_card("general", country="us").text.startswith("Call 911 or your local emergency number now.")
    assert cards.emergency_card("general", country="FR").text.startswith("Call 112 or your local emergency number now.")
    unknown = cards.emergency_card("general", country=None)
    assert unknown.text.startswith("Call 999, 911, 112 or your local emergency number now.")
    assert [call.tel for call in unknown.calls] == ["999", "911", "112"]
    assert cards.emergency_card("general", country="JP").text.startswith(
        "Call your local emergency number (often 112) now."
    )


@pytest.mark.parametrize("country", COUNTRIES)
def test_crisis_card_names_the_lines_of_the_country(cards: Cards, country: str | None) -> None:
    """A crisis card opens with one kind sentence and names where to talk to somebody."""
    text = cards.emergency_card("crisis_thoughts", country=country).text
    assert text.startswith("I am really glad you told me.")
    line = {"GB": "116 123", "IE": "116 123", "US": "988", "CA": "988", "AU": "13 11 14", "NZ": "1737", "IN": "14416",
            "ZA": "0800 567 567", "NL": "0800-0113", "FR": "findahelpline.com", "JP": "findahelpline.com"}  # fmt: skip
    assert line.get(country or "", "116 123") in text


@pytest.mark.parametrize("card", URGENT)
def test_urgent_card_rules(cards: Cards, card: str) -> None:
    """An urgent card says today, whom to call, what would make it an emergency, and that nobody watches."""
    answer = cards.urgent_card(card, country="GB")
    doubts = {"doubtful": "this is happening to you or someone near you",
              "doubtful_crisis": "you are thinking of ending your life"}  # fmt: skip
    first = f"If {doubts.get(card)}, call 999 or your local emergency number now."
    assert answer.text.startswith(first if card in doubts else "Get medical advice today.")
    assert "Get medical advice today." in answer.text
    assert "NHS 111" in answer.text
    assert "Nobody watches this chat." in answer.text
    assert "It is an emergency if " in answer.text
    assert "Then call 999 or your local emergency number." in answer.text
    assert (ASK_FIRST in answer.text) is (card in ("allergy", "potassium", "eyes", "dose_needle"))
    assert ("Do not miss an injection unless your team tells you to." in answer.text) is (card == "nerves")


@pytest.mark.parametrize(
    ("card", "tels"),
    [
        ("allergy", ["111", "999"]),
        ("mind", ["111", "116123", "999"]),
        ("doubtful_crisis", ["111", "116123", "999"]),
    ],
)
def test_lines_that_an_urgent_card_names_can_be_called(cards: Cards, card: str, tels: list[str]) -> None:
    """Where the words name a crisis line, it is among the numbers to tap."""
    assert [call.tel for call in cards.urgent_card(card, country="GB").calls] == tels


def test_every_text_is_plain(cards: Cards) -> None:
    """Every English card reads at US school grade 6 or lower; all cards have sentences of 20 words at most."""
    textstat.set_lang("en_US")
    for name, text in cards.responses().items():
        if "_language_" not in name:
            assert textstat.flesch_kincaid_grade(text) <= 6, name
        for sentence in sentences(text):
            assert len(sentence.split()) <= 20, (name, sentence)


def test_every_card_of_the_table_exists(cards: Cards, detector: Detector) -> None:
    """A sign never points to a wording that is not there."""
    wordings = cards.responses()
    for text in ("my throat is closing", "hives", "i fainted", "my feet are going numb", "balloons and numb feet"):
        for card in detector.triage(text).cards:
            assert {f"utter_emergency_{card}", f"utter_urgent_{card}"} & set(wordings)


def test_triage_chooses_person_and_card(cards: Cards, detector: Detector) -> None:
    """A card made from a triage speaks of the person who is ill."""
    text = cards.emergency_card(detector.triage("my mum's face has dropped"), country="GB").text
    assert text.startswith("Call 999 or your local emergency number now.")
    assert "Stay with them." in text
    child = cards.emergency_card(detector.triage("my 3 year old can't breathe"), country="GB").text
    assert child.endswith("Say that it is a child.")


def test_still_and_static(cards: Cards) -> None:
    """After an emergency the answer still says to call; when nothing works it says what to do in one."""
    assert cards.still_card(country="GB").text == (
        "If you have not called 999 or your local emergency number, call now, even if you feel better. "
        "It can come back."
    )
    assert "116 123" in cards.still_card("crisis_thoughts", country="GB").text
    assert cards.static_card("GB").text.startswith("Call 999 or your local emergency number now")
