"""Home advice and words of pain while an emergency stands: its card stays, and a wish to die is never passed over."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.conftest import Bot, Reply

WHO = {"country": "GB", "timezone": "Europe/London"}
LIFE_LINE = "Samaritans on 116 123"


def talk(bot: Bot, *texts: str) -> Reply:
    """The last turn of a conversation."""
    sender = uuid4().hex
    return [bot.say(sender, text, **WHO) for text in texts][-1]


@pytest.mark.parametrize(
    "text",
    [
        "my wife says take some aspirin and lie down",
        "my mother says paracetamol and go to bed",
        "hubby says have a painkiller and a rest",
    ],
)
def test_home_advice_is_no_sign(level: Callable[[str], str], text: str) -> None:
    """What others say to take for an ache is no warning sign by itself."""
    assert level(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        "he says he will swallow all his painkillers",
        "my wife says take some aspirin and lie down but I can hardly talk",
        "he says take some aspirin, my chest is in a vice",
    ],
)
def test_what_stands_beside_home_advice(level: Callable[[str], str], text: str) -> None:
    """An overdose is none, and a sign beside it stays one."""
    assert level(text) == "emergency"


def test_home_advice_does_not_replace_the_card(bot: Bot) -> None:
    """The action for the pregnancy is said again, with the maternity unit, and nothing of self-harm."""
    said = talk(
        bot, "I'm 31 weeks pregnant with a pounding headache and zigzags", "my wife says take some aspirin and lie down"
    )
    assert said.custom["level"] == "emergency"
    assert "maternity unit" in said.text
    assert LIFE_LINE not in said.text


def test_who_denies_a_wish_to_die_is_told_of_the_emergency(bot: Bot) -> None:
    """After words of both, the emergency that stood is back."""
    said = talk(bot, "crushing chest pain", "I want to die", "I'm not suicidal, it is this chest")
    assert 'Say "chest pain"' in said.text
    assert not said.custom.get("calm")


def test_a_wish_to_die_by_itself_is_not_denied_away(bot: Bot) -> None:
    """Where nothing else stood, the crisis line stays."""
    said = talk(bot, "I want to kill myself", "I am not suicidal, it is the headache")
    assert LIFE_LINE in said.text


def test_what_only_sounds_like_a_wish_to_die_gets_both(bot: Bot) -> None:
    """The emergency stands, and the crisis line is beneath its action."""
    said = talk(bot, "crushing chest pain", "I wish I could go to sleep and not have to do tomorrow")
    assert said.text.index("999") < said.text.index(LIFE_LINE)
    assert not said.custom.get("calm")


def test_a_wish_to_die_in_plain_words_replaces_it(bot: Bot) -> None:
    """What the rules know is believed."""
    assert talk(bot, "crushing chest pain", "I want to kill myself").custom.get("calm")


def test_a_pregnancy_told_before_a_headache(bot: Bot) -> None:
    """Told in two messages, the card is the same; a mild headache is none."""
    assert "maternity unit" in talk(bot, "I'm 31 weeks pregnant", "worst headache of my life").text
    assert talk(bot, "I'm 31 weeks pregnant", "I see zigzags").custom["level"] == "emergency"
    assert talk(bot, "I'm 31 weeks pregnant", "a bit of a headache").custom["level"] != "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "my uncle can't read without his glasses",
        "the new nurse goes in at right angles. The old one never did.",
        "half the box of needles is gone",
        "just tell me am I low",
    ],
)
def test_everyday_words_get_no_card(level: Callable[[str], str], text: str) -> None:
    """Likeness hears no sign in them either."""
    assert level(text) in ("none", "routine")


@pytest.mark.parametrize(
    "text",
    [
        "can b12 make your mouth droop? asking cos mine is",
        "I can't read since this morning, glasses or no glasses",
        "my uncle suddenly can't see, with or without his glasses",
    ],
)
def test_their_neighbours_do(level: Callable[[str], str], text: str) -> None:
    """Asked because it is there, or sight that is lost with glasses too."""
    assert level(text) == "emergency"
