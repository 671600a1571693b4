"""Words of an emergency in other languages: the number first, in that language; no plain sentence alarms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from b12guide.safety import Cards, Detector, Languages, SafetyDataError, load_languages

ROOT = Path(__file__).resolve().parents[2]
CONTENT, SETS = ROOT / "content" / "languages", ROOT / "tests" / "understanding" / "sets" / "languages"
CODES = ("ar", "de", "es", "fr", "hi", "it", "pl", "pt", "ro", "tr", "ur", "zh")
COUNTRIES = ["GB", "IE", "US", "AU", "NZ", "ZA", "FR", "JP", None]
# Phrases that are the same in both, in Latin letters.
SAME = frozenset({"hi", "ur"})


@pytest.fixture(scope="module")
def languages() -> Languages:
    return load_languages(CONTENT)


def read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def examples(pattern: str, *, dense: bool) -> Iterator[str]:
    """The pattern as somebody writes it: once for each of its words, without the gaps and what may be missing."""
    slots = [piece.split("/") for piece in pattern.split() if not piece.startswith("~") and not piece.endswith("?")]
    shortest = [slot[0] for slot in slots]
    for place, slot in enumerate(slots):
        for word in slot:
            words = [*shortest[:place], word, *shortest[place + 1 :]]
            yield ("" if dense else " ").join(one.rstrip("*") for one in words)


def test_every_language_has_its_file() -> None:
    """Twelve languages, each as a file of its own."""
    assert {path.stem for path in CONTENT.glob("*.yml")} == {*CODES, "en"}


@pytest.mark.parametrize("code", CODES)
def test_every_phrase_alarms(languages: Languages, code: str) -> None:
    """Each phrase of the content, in each of its words, is an emergency, in capitals too."""
    for kind, patterns in read(CONTENT / f"{code}.yml")["phrases"].items():
        for pattern in patterns:
            dense = code == "zh" and not pattern.isascii()
            for text in examples(pattern, dense=dense):
                assert languages.emergency_in(text), f"{kind}: {pattern}: {text}"
                assert languages.emergency_in(f"b12... {text.upper()}!"), f"{kind}: {pattern}: {text}"


@pytest.mark.parametrize("code", CODES)
def test_sentences_of_an_emergency(detector: Detector, code: str) -> None:
    """What somebody types in an emergency gets the card of their language."""
    for kind, sentences in read(SETS / f"{code}.yml")["alarm"].items():
        for text in sentences:
            found = detector.triage(text)
            assert found.level == "emergency", f"{kind}: {text}"
            assert found.cards[0].split("_")[1] in (SAME if code in SAME else {code}), f"{kind}: {text}"
            assert found.signs[0].text in text
            assert found.cards[0].endswith("_crisis") is (kind == "suicide"), text


@pytest.mark.parametrize("code", [*CODES, "english"])
def test_plain_sentences_do_not_alarm(languages: Languages, code: str) -> None:
    """Questions about the injection, and small talk, are no emergency in any language."""
    plain = read(SETS / f"{code}.yml")["plain"]
    assert len(plain) >= 25
    for text in plain:
        assert languages.emergency_in(text) is None, text


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_number_comes_first(cards: Cards, languages: Languages, country: str | None) -> None:
    """Each line of each language names the country's number within 80 characters, and can be tapped."""
    for name in languages.cards():
        for card in (cards.emergency_card(name, country=country), cards.still_card(name, country=country)):
            numbers = [call.tel for call in cards.emergency_card("general", country=country).calls]
            assert (", ".join(numbers) or "112") in card.text[:80], card.text
            assert "{" not in card.text
            assert set(numbers) <= {call.tel for call in card.calls}
    for code in CODES:
        line = cards.english_only(code, "", country)
        assert line is not None
        assert re.search(r"\d{3}", line)


def test_a_wish_to_die_has_the_crisis_lines(cards: Cards) -> None:
    """Beside the emergency number there is the country's crisis line to tap."""
    assert "116123" in {call.tel for call in cards.emergency_card("language_es_crisis", country="GB").calls}
    assert "116123" not in {call.tel for call in cards.emergency_card("language_es", country="GB").calls}


def test_the_letters_of_the_writer_are_answered(languages: Languages) -> None:
    """Hindi in Latin letters is answered in Latin letters."""
    there = [languages.emergency_in(text) for text in ("papa behosh ho gaye", "माँ बेहोश हो गई")]
    assert [one.card for one in there if one] == ["language_hi_latin", "language_hi"]


@pytest.mark.parametrize(
    "text",
    [
        "my wife no puede respirar, please",
        "no puede respira, no pude respirar",
        "NO PUEDO   RESPIRAR!!!",
        "no pued respirrar no puedo resprar",
        "¿no puedo respirar?",
    ],
)
def test_slips_capitals_and_english_around_it(detector: Detector, text: str) -> None:
    """A slip, capitals, English around the phrase or a question mark change nothing."""
    assert detector.triage(text).cards == ["language_es"]


def test_a_phrase_does_not_cross_sentences(languages: Languages) -> None:
    """The words of a phrase stand in one sentence."""
    assert languages.emergency_in("Creo que no. Puedo ir. Quiero respirar aire de montaña") is None


def test_a_long_text_is_read_to_its_end(detector: Detector) -> None:
    """The words are found at the end of 16,000 characters, and are the writer's own."""
    text = "la vitamina no duele mucho, la enfermera es muy amable. " * 280 + "Mi papá se desmayó"
    assert detector.triage(text).signs[0].text == "se desmayó"


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("ya llegó la ambulancia, la ambulancia ya está aquí", True),
        ("la ambulancia no ha llegado", False),
        ("wir sind im Krankenhaus", True),
        ("救护车已经到了", True),
        ("救护车还没到", False),
        ("وصلت سيارة الإسعاف", True),
        ("namaste", False),
        ("hastanedeyim, doktor yanimda", True),
        ("hastaneye gideyim mi", False),
        ("soll ich ins Krankenhaus, ist das Krankenhaus nötig", False),
        ("estoy pensando, debo ir al hospital", False),
        ("dois-je aller à l'hôpital, est-ce que l'hôpital est ouvert", False),
    ],
)
def test_help_is_here(languages: Languages, text: str, here: bool) -> None:
    """That help is there can be said in the language; a "not" anywhere near keeps the emergency."""
    assert languages.says_help_is_here(text) is here


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"no ~1 respira"', '"no"', "too little"),
        ('"no ~1 respira"', '"no ~~ respira"', "cannot be read"),
        ("Llame ya al {number}", "Llame ya al {numero} {number}", "may be filled in"),
        ("script: Latin", "script: latin", "latin"),
        ("  swelling:", "  sweling:", "sweling"),
    ],
)
def test_fault_is_named(content_copy: Path, old: str, new: str, problem: str) -> None:
    """A damaged entry stops the start with its file, line and problem."""
    path = content_copy.parent / "languages" / "es.yml"
    source = path.read_text(encoding="utf-8")
    assert old in source
    path.write_text(source.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SafetyDataError, match=r"es\.yml, line \d+") as caught:
        load_languages(path.parent)
    assert problem in str(caught.value)
