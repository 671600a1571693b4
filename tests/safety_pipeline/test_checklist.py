"""A check list for each warning sign, end to end: what must change nothing, and what must change the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import pytest

from tests.safety_pipeline.conftest import Level


@dataclass(frozen=True)
class Sign:
    """A row of the triage table in words: as one's own, as somebody else's, and as a name to ask about or deny."""

    id: str
    mine: str
    theirs: str
    name: str


EMERGENCIES = [
    Sign(
        "A1",
        "my throat is swelling up since the jab",
        "my wife's throat is swelling up since her jab",
        "a swollen throat",
    ),
    Sign(
        "A2",
        "I can't get enough air and I am gasping",
        "my dad can't get enough air and he is gasping",
        "trouble breathing",
    ),
    Sign("A3", "I have a crushing pain in my chest", "my husband has a crushing pain in his chest", "chest pain"),
    Sign("A4", "one side of my face has dropped", "one side of my mum's face has dropped", "a drooping face"),
    Sign("A5", "I collapsed right after my injection", "she collapsed right after her injection", "a collapse"),
    Sign(
        "A6", "I am numb between my legs and can't pee", "he is numb between his legs and can't pee", "saddle numbness"
    ),
    Sign(
        "A7",
        "I suddenly cannot walk, my legs don't work",
        "my son suddenly cannot walk, his legs don't work",
        "paralysis",
    ),
    Sign(
        "A8",
        "I have suddenly lost the sight in my left eye",
        "she has suddenly lost the sight in one eye",
        "loss of sight",
    ),
    Sign("A9", "I had a seizure this morning", "my brother had a seizure this morning", "a seizure"),
    Sign(
        "A10",
        "I am shaking with a high fever and an infected wound",
        "she is shaking with a high fever and an infected wound",
        "sepsis",
    ),
    Sign("A11", "I want to kill myself", "my friend says he wants to kill himself", "suicidal thoughts"),
    Sign(
        "A12",
        "my heart is racing and I nearly passed out",
        "her heart is racing and she nearly passed out",
        "palpitations or chest pain",
    ),
    Sign(
        "A13",
        "I have the worst headache of my life, it came suddenly",
        "he has the worst headache of his life, it came suddenly",
        "a thunderclap headache",
    ),
    Sign("A14", "I am vomiting blood", "my grandad is vomiting blood", "vomiting blood"),
    Sign(
        "A15",
        "I hit my head and keep vomiting",
        "my sister hit her head and keeps vomiting",
        "a head injury with vomiting",
    ),
    Sign("A16", "I swallowed bleach", "my toddler swallowed bleach", "poisoning"),
]
URGENT = [
    Sign(
        "B1",
        "I have come out in an itchy rash since my jab",
        "my wife has come out in an itchy rash since her jab",
        "a rash",
    ),
    Sign(
        "B2", "the numbness in my feet is getting worse", "the numbness in my mum's feet is getting worse", "numb feet"
    ),
    Sign(
        "B3",
        "I get palpitations since the loading doses",
        "he gets palpitations since the loading doses",
        "palpitations",
    ),
    Sign("B4", "my ankles are very swollen", "her ankles are very swollen", "swollen ankles"),
    Sign(
        "B5",
        "the injection site is red, hot and full of pus",
        "his injection site is red, hot and full of pus",
        "an infected injection site",
    ),
    Sign("B6", "my vision is blurry this week", "my mother's vision is blurry this week", "blurry vision"),
    Sign("B7", "I feel depressed and hear voices", "my son feels depressed and hears voices", "hearing voices"),
    Sign("B9", "one of my calves is swollen and painful", "one of her calves is swollen and painful", "a swollen calf"),
    Sign("B10", "my poo is black and I have lost weight", "his poo is black and he has lost weight", "black poo"),
    Sign("B11", "I injected two doses by mistake", "my mum injected two doses by mistake", "a double dose"),
    Sign(
        "B12",
        "I use laughing gas and my toes are numb",
        "my brother uses laughing gas and his toes are numb",
        "numb toes from laughing gas",
    ),
]
SIGNS = [(sign, "emergency") for sign in EMERGENCIES] + [(sign, "urgent") for sign in URGENT]
RANK = {"none": 0, "routine": 1, "urgent": 2, "emergency": 3}
TURN = count()


def swapped(text: str) -> str:
    """Two letters of the longest word in the wrong order, as a thumb does it."""
    word = max(text.split(), key=len)
    middle = len(word) // 2
    return text.replace(word, word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :], 1)


def dropped(text: str) -> str:
    """The longest word without one of its letters."""
    word = max(text.split(), key=len)
    return text.replace(word, word[:3] + word[4:], 1)


SAME: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "letters in the wrong order": swapped,
    "a letter missing": dropped,
    "capitals": str.upper,
    "no capitals, no apostrophes": lambda text: text.lower().replace("'", ""),
    "polite": lambda text: f"Hello, sorry to bother you. {text}. Thank you so much for your help!",
    "a question before": lambda text: f"How long do the injections take to work? Also {text}",
    "a question after": lambda text: f"{text}. Can I still have my next injection on Friday?",
    "filler": lambda text: f"um so basically {text} and yeah idk lol what now",
    "after a story": lambda text: f"I was diagnosed in 2019, had my loading doses and felt fine on them. {text}",
    "after a denial": lambda text: f"I have no fever and no allergies. {text}",
    "no spaces round stops": lambda text: f"Hi.I need help.{text}.please answer",
}
DIFFERENT = {
    "negated": "I do not have {}, I only want to know my next date",
    "past": "I had {} 12 years ago and I have been well ever since",
    "hypothetical": "what if I get {} after the injection one day?",
    "question": "is {} a known side effect of the injections?",
}


@pytest.mark.parametrize("change", SAME)
@pytest.mark.parametrize(("sign", "least"), SIGNS, ids=[sign.id for sign, _ in SIGNS])
def test_what_changes_nothing(level: Level, sign: Sign, least: str, change: str) -> None:
    """A sign is answered at its level however it is typed and whatever stands around it."""
    text = SAME[change](sign.mine)
    assert RANK[level(text)] >= RANK[least], text


@pytest.mark.parametrize(("sign", "least"), SIGNS, ids=[sign.id for sign, _ in SIGNS])
def test_somebody_else(level: Level, sign: Sign, least: str) -> None:
    """What happens to somebody else is as urgent."""
    assert RANK[level(sign.theirs)] >= RANK[least]


@pytest.mark.parametrize("change", DIFFERENT)
@pytest.mark.parametrize("sign", EMERGENCIES, ids=lambda sign: sign.id)
def test_what_makes_it_no_emergency(level: Level, sign: Sign, change: str) -> None:
    """A sign that is denied, long over, imagined or asked about is no emergency."""
    text = DIFFERENT[change].format(sign.name)
    assert level(text) != "emergency", text


@pytest.mark.parametrize("change", DIFFERENT)
@pytest.mark.parametrize("sign", EMERGENCIES, ids=lambda sign: sign.id)
def test_a_present_sign_beside_it(level: Level, sign: Sign, change: str) -> None:
    """What is denied, over, imagined or asked about in one sentence hides nothing in the next."""
    text = f"{DIFFERENT[change].format('a headache')}. {sign.mine}"
    assert level(text) == "emergency", text


def turns_of(bot: Any, *texts: str) -> Iterator[Any]:
    sender = f"checklist {next(TURN)}"
    for text in texts:
        yield bot.say(sender, text, today="2026-03-05")


@pytest.mark.parametrize(("sign", "least"), SIGNS, ids=[sign.id for sign, _ in SIGNS])
def test_in_the_middle_of_a_plan(bot: Any, sign: Sign, least: str) -> None:
    """A sign in reply to a question about the plan is answered as a sign."""
    asked, answered = turns_of(bot, "every 12 weeks", sign.mine)
    assert asked.custom["kind"] == "ask"
    assert RANK[answered.custom["level"]] >= RANK[least]


@pytest.mark.parametrize("sign", EMERGENCIES, ids=lambda sign: sign.id)
def test_after_another_emergency(bot: Any, sign: Sign) -> None:
    """An emergency stays one through an "ok", and a second one is answered as one."""
    first, still, second = turns_of(bot, "I have a crushing pain in my chest", "ok", sign.mine)
    assert [turn.custom["level"] for turn in (first, still, second)] == ["emergency"] * 3
