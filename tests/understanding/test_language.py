"""Which language a text is in: English is never taken for another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from b12guide.shared import languages
from b12guide.understanding.language import language_of

TESTS = Path(__file__).resolve().parents[1]
SETS = Path(__file__).parent / "sets" / "languages"
CODES = ("ar", "de", "es", "fr", "hi", "it", "pl", "pt", "ro", "tr", "ur", "zh")
# They differ in their letters, and hardly in Latin ones.
SAME = frozenset({"hi", "ur"})


def plain(name: str) -> list[str]:
    sentences: list[str] = yaml.safe_load((SETS / f"{name}.yml").read_text(encoding="utf-8"))["plain"]
    return sentences


@pytest.mark.parametrize("code", CODES)
def test_a_plain_sentence_is_recognised(code: str) -> None:
    """Questions and small talk of each language are taken for that language."""
    for text in plain(code):
        assert language_of(text, languages()) in (SAME if code in SAME else {code}), text


@pytest.mark.parametrize("text", plain("english"))
def test_english_stays_english(text: str) -> None:
    """Text-speak, slips, Scots, Indian English, names, lists of medicines, single words."""
    assert language_of(text, languages()) is None


def test_every_english_set_stays_english() -> None:
    """Not one English text of any set is called another language, where it has no words of an emergency in one."""
    paths = sorted(TESTS.rglob("*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line]
    texts = {row["text"] for row in rows if isinstance(row.get("text"), str) and row.get("language", "en") == "en"}
    assert len(texts) > 1000
    called = {text for text in texts if language_of(text, languages()) and not languages().emergency_in(text)}
    assert called == set()


@pytest.mark.parametrize(
    "text",
    [
        "Когда мне делать следующий укол?",
        "Πότε θα νιώσω καλύτερα;",
        "次の注射はいつですか",
        "다음 주사는 언제예요?",
        "เมื่อไหร่จะฉีดยาอีก",
        "எப்போது அடுத்த ஊசி",
        "מתי הזריקה הבאה",
        "نوبت بعدی آمپول من چه روزی است؟",
    ],
)
def test_a_language_without_a_file(text: str) -> None:
    """Another script that no file is for is another language, and no known one."""
    assert language_of(text, languages()) == "other"


@pytest.mark.parametrize(
    "text",
    [
        "waar kan ik mijn volgende prik krijgen",
        "mag ik ook tabletten in plaats van spuiten",
        "hoe lang duurt het voor ik me beter voel",
        "hoekom moet ek elke maand 'n inspuiting kry",
        "hur lång tid innan jag mår bättre",
        "hvor længe varer det før jeg får det bedre",
        "hvorfor må jeg få sprøyter hver måned",
        "kuinka kauan kestää ennen kuin voin paremmin",
        "mikor lesz a következő injekcióm",
        "jak dlouho to trvá než mi bude lépe",
        "kada je moja sljedeća injekcija",
        "quant triga la propera injecció",
    ],
)
def test_a_language_in_latin_letters_without_a_file(text: str) -> None:
    """Dutch is not German, and Catalan no Spanish: none of the known ones is sure, so it is another language."""
    assert language_of(text, languages()) == "other"


@pytest.mark.parametrize(
    "text", ["Ben and Sam have it too", "dag nabbit my hon", "het up about it", "Jan Dyk, jag due"]
)
def test_names_and_odd_words_are_english(text: str) -> None:
    """A few words that another language has as well make no English text another language."""
    assert language_of(text, languages()) is None


@pytest.mark.parametrize("text", ["", " ", "?", "1", "\U0001f489", "\u0300\u0301", "\u200d\u200d\u200d", "a" * 16000])
def test_nothing_to_tell(text: str) -> None:
    """What has no words is no other language."""
    assert language_of(text, languages()) is None
