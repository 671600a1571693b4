"""What an answer to a warning sign must hold: the action first, the right number, plain words."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import textstat

from b12guide.safety import Cards, Detector

COUNTRIES = ["GB", "IE", "US", "CA", "AU", "NZ", "IN", "ZA", "NL", "FR", "JP", None]
EMERGENCY = ["anaphylaxis", "breathing", "chest_pain", "stroke", "collapse", "cord_bladder", "cord_gas", "sight",
             "confusion_seizure", "sepsis", "headache", "bleeding", "potassium_low", "head_injury", "poisoning",
             "pregnancy", "child", "general", "crisis_done", "crisis_thoughts", "crisis_other"]  # fmt: skip
URGENT = ["allergy", "nerves", "potassium", "potassium_result", "anaemia", "faint", "chest_pain_gone", "infection",
          "eyes", "mind", "pregnancy_urgent", "pregnancy_level", "clot", "gut", "urine", "dose", "needle", "gas",
          "doubtful", "doubtful_crisis", "general"]  # fmt: skip
PEN_FIRST = "Adrenaline (epinephrine) pen? Use it at once, then "
ELSEWHERE = "your local ambulance number"
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
        assert re.search(rf"\d{{3}}|call {ELSEWHERE[:18]}", text[:80], re.IGNORECASE), text
        opening = sentences(text)[1] if card == "crisis_thoughts" and person == "self" else text
        opening = opening.removeprefix("Adrenaline (epinephrine) pen? ")
        assert re.match(r"(Call|Use it at once, then call|If you might act on this, call) ", opening), text
        assert ("or your local emergency number" in text) is (country != "JP")
        assert (f"{ELSEWHERE}" in text and "If you do not know it, try 112 from a mobile." in text) is (country == "JP")
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


def test_a_country_that_is_not_listed(cards: Cards) -> None:
    """No number that may be dead is dialled or named as the country's: whom to call, and what to try on a mobile."""
    emergency, urgent = cards.emergency_card("general", country="JP"), cards.urgent_card("anaemia", country="JP")
    assert emergency.text.startswith(
        "Call your local ambulance number now. If you do not know it, try 112 from a mobile. Do not wait"
    )
    assert urgent.text.endswith("Then call your local ambulance number. If you do not know it, try 112 from a mobile.")
    calls = (emergency.calls, urgent.calls, cards.still_card(country="JP").calls, cards.static_card("JP").calls)
    assert calls == ([], [], [], [])
    assert cards.emergency_number("JP") == ELSEWHERE


def test_the_pen_comes_before_the_call(cards: Cards) -> None:
    """An adrenaline pen is used first; whom to call stands in the same sentence; who does not breathe gets CPR."""
    for person in ("self", "other", "child"):
        text = cards.emergency_card("anaphylaxis", country="GB", person=person).text
        assert text.startswith(f"{PEN_FIRST}call 999 or your local emergency number now. No pen? Call now.")
        assert ("If they are not breathing, start CPR." in text) is (person != "self")


def test_nobody_who_bleeds_from_the_nose_or_lungs_is_laid_flat(cards: Cards) -> None:
    """A nosebleed and coughed blood: sit up; on the side only who vomits blood or is faint."""
    for person in ("self", "other"):
        text = cards.emergency_card("bleeding", country="GB", person=person).text
        assert re.search(r"Nosebleed: sit (them )?up, lean", text)
        assert re.search(r"Coughing blood: sit (them )?up\.", text)
        assert re.search(r"Vomiting blood, faint or drowsy: (lie|lay them) on (your|their) side\.", text)
        assert not re.search(r"[Ll]ie down", text)


AFTER = "your lips, tongue, throat or face swell or tingle, you wheeze, or itch and are sick or faint."


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("my feet are going numb and it is worse since my jab this morning", "nerves"),
        ("leg cramps straight after my injection", "potassium"),
        ("so dizzy after my b12 injection", "anaemia"),
        ("heart fluttering, had my shot an hour ago", "potassium"),
    ],
)
def test_hours_after_an_injection(cards: Cards, detector: Detector, text: str, card: str) -> None:
    """Then every card names the signs of an allergy, and none says not to miss an injection."""
    triage = detector.triage(text)
    assert (triage.after_injection, card in triage.cards) == (True, True)
    said = cards.urgent_card(triage, country="GB").text
    assert f"It is an emergency if {AFTER}" in said
    assert "Do not miss" not in said


def test_nerves_that_get_worse_over_weeks(cards: Cards, detector: Detector) -> None:
    """There the next injection is not to be missed, also where injections are spoken of."""
    for text in ("my feet are more numb every week", "tingling worse two months after starting my injections"):
        triage = detector.triage(text)
        said = cards.urgent_card(triage, country="GB").text
        assert (triage.after_injection, "Do not miss an injection" in said, AFTER in said) == (False, True, False)


def test_a_wrong_dose_and_a_needle_have_a_card_each(cards: Cards, detector: Detector) -> None:
    """Advice on used needles goes to nobody who had a double dose, and the poison line to nobody who was pricked."""
    double, prick = detector.triage("i injected a double dose"), detector.triage("pricked by a used needle")
    assert (double.cards[0], prick.cards[0]) == ("dose", "needle")
    assert "HIV" not in cards.urgent_card(double, country="US").text
    assert "1-800-222-1222" not in cards.urgent_card(prick, country="US").text
    assert "HIV medicine works best within 24 hours, 72 at most." in cards.urgent_card(prick, country="US").text


@pytest.mark.parametrize(
    ("country", "words", "tels"),
    [
        ("GB", "The UK has no poison line for the public.", ["111", "999"]),
        ("IE", "01 809 2166, 8am to 10pm", ["018092166", "112", "999"]),
        ("US", "1-800-222-1222", ["18002221222", "911"]),
        ("CA", "In Quebec, call 1-800-463-5060.", ["811", "18447647669", "18004635060", "911"]),
        ("NZ", "0800 764 766", ["0800611116", "0800764766", "111"]),
        ("AU", "13 11 26", ["1800022222", "131126", "000"]),
    ],
)
def test_poison_line_of_the_country(cards: Cards, country: str, words: str, tels: list[str]) -> None:
    """A wrong dose names the country's poison line and makes it a number to tap; the UK has none for the public."""
    card = cards.urgent_card("dose", country=country)
    assert words in card.text
    assert [call.tel for call in card.calls] == tels


@pytest.mark.parametrize(
    ("country", "first", "tels"),
    [
        ("US", "Call Poison Help on 1-800-222-1222 now.", ["18002221222", "911"]),
        ("AU", "Call Poisons on 13 11 26 now.", ["131126", "000"]),
        ("NZ", "Call the Poisons Centre on 0800 764 766 now.", ["0800764766", "111"]),
        ("CA", "Call Poison Centres on 1-844-764-7669 now.", ["18447647669", "18004635060", "911"]),
        ("IE", "Call the poisons line on 01 809 2166 now, from 8am to 10pm.", ["018092166", "112", "999"]),
        ("GB", "Call NHS 111 now, or 999 in Northern Ireland.", ["111", "999"]),
        ("ZA", "Call 10177, 112 from a mobile or your local emergency number now.", ["10177", "112"]),
        ("IN", "Call 112 or your local emergency number now.", ["112"]),
        ("FR", "Call 112 or your local emergency number now.", ["112"]),
        ("JP", "Call your local ambulance number now.", []),
        (None, "Call your poison line now: in the US, 1-800-222-1222.", ["999", "911", "112"]),
    ],
)
def test_a_child_who_swallowed_tablets_has_the_poison_line_first(
    cards: Cards, country: str | None, first: str, tels: list[str]
) -> None:
    """The first sentence is the poison line of the country, or the emergency number where it has none, also each time
    that it is said again."""
    card = cards.urgent_card("child_swallowed", country=country)
    assert card.text.startswith(first)
    assert "Look on the label for iron" in card.text
    assert "injection" not in card.text
    assert [call.tel for call in card.calls] == tels
    again = cards.urgent_again("", "Get medical advice today. {urgent}", ["child_swallowed"], country=country)
    assert again.text.startswith(first)
    assert "medical advice" not in again.text
    assert [call.tel for call in again.calls] == tels


def test_a_result_of_low_potassium(cards: Cards, detector: Detector) -> None:
    """The chat reads no results: whoever gave it is called today; a very low one is an emergency."""
    told = cards.urgent_card(detector.triage("my potassium is 2.8"), country="GB").text
    assert "I cannot read results. Call whoever gave it to you, today." in told
    assert ASK_FIRST in told
    low = cards.emergency_card(detector.triage("my potassium is 2.2"), country="GB").text
    assert low.startswith("Call 999 or your local emergency number now. Say that your potassium is low")


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
    if card == "child_swallowed":
        # The poison line is the action, and no doctor comes before it.
        assert answer.text.startswith("Call NHS 111 now, or 999 in Northern Ireland. Nobody watches this chat.")
        assert "Get medical advice today." not in answer.text
        assert ASK_FIRST not in answer.text
        return
    doubts = {"doubtful": "this is happening to you or someone near you",
              "doubtful_crisis": "you are thinking of ending your life"}  # fmt: skip
    first = f"If {doubts.get(card)}, call 999 or your local emergency number now."
    assert answer.text.startswith(first if card in doubts else "Get medical advice today.")
    assert "Get medical advice today." in answer.text
    assert "NHS 111" in answer.text
    assert "Nobody watches this chat." in answer.text
    assert "It is an emergency if " in answer.text
    assert "Then call 999 or your local emergency number." in answer.text
    assert (ASK_FIRST in answer.text) is (
        card in ("allergy", "potassium", "potassium_result", "eyes", "dose", "needle")
    )
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
        "Call 999 or your local emergency number now if you have not, even if you feel better. It can come back."
    )
    assert "116 123" in cards.still_card("crisis_thoughts", country="GB").text
    for other in ("crisis_other", "crisis_thoughts_other"):
        said = cards.still_card(other, country="GB")
        assert said.text.startswith("If they may act on it, call 999")
        assert "116 123" in said.text
        assert said.text != cards.emergency_card("crisis_other", country="GB").text
    assert cards.static_card("GB").text.startswith("Call 999 or your local emergency number now")


@pytest.mark.parametrize(
    "about", [None, "anaphylaxis", "crisis_thoughts", "crisis_other", "language_es", "language_es_crisis"]
)
def test_an_emergency_that_stands_is_worded_in_turn(cards: Cards, about: str | None) -> None:
    """Nothing is said twice running, nor three times in six; each wording names the number."""
    said = [cards.still_card(about, country="US", again=again).text for again in range(6)]
    assert all("911" in text for text in said)
    assert all(first != second for first, second in pairwise(said))
    assert max(said.count(text) for text in said) <= 2


def test_after_a_card_in_another_language_english_stands_beside_it(cards: Cards) -> None:
    """Who writes on in English after Spanish words of an emergency reads both."""
    first, second = (cards.still_card("language_es", country="US", again=again).text for again in (0, 1))
    english = cards.still_card("anaphylaxis", country="US", again=1).text
    assert english not in first
    assert second.endswith(english)
    assert second != english


@pytest.mark.parametrize(
    "text",
    [
        "balloons every weekend and my legs gave way",
        "been doing nangs for months, can't walk since this morning",
        "numb from my toes to my waist, spreading up since yesterday, I do whippets",
        "nos most nights and now I can't pee and I'm numb between my legs",
        "my son does balloons and trips over all the time",
    ],
)
def test_who_has_used_laughing_gas_is_told_to_say_so(detector: Detector, cards: Cards, text: str) -> None:
    """Weak, numb or leaking after the gas: the card says to tell them about it, and that it stops."""
    card = cards.emergency_card(detector.triage(text), country="GB").text
    assert card.startswith("Call 999 or your local emergency number now.")
    assert "Tell them about the gas" in card
    assert "Stop using the gas" in card or "No more gas" in card


@pytest.mark.parametrize(
    "text",
    [
        "they gave me gas and air in labour and now I can't walk",
        "I never use nangs and my legs gave way",
        "a balloon for the birthday, my legs gave way",
        "my legs gave way",
    ],
)
def test_nobody_else_is_told_about_a_gas(detector: Detector, cards: Cards, text: str) -> None:
    """A midwife's gas, a birthday balloon or none at all: the card is that of the legs."""
    assert "gas" not in cards.emergency_card(detector.triage(text), country="GB").text
