"""None was had for a long time, and the day of the last one is not known."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 20)
SAID = "That is a long time without one. Please call your clinic: they say how to go on."


@pytest.mark.parametrize(
    "text",
    [
        "they were every 4 weeks but i haven't been since last november, lost my insurance",
        "b12 monthly. not had one since the spring",
        "every 6 weeks, none since about last april",
        "i get them every 3 months and havent had any since last year",
        "they were every 2 weeks, not been since june 2025",
    ],
)
def test_no_day_is_asked_for(text: str) -> None:
    """What matters is said: the clinic, and when it cannot wait."""
    chat = Talk(TODAY)
    said = chat.say(text)
    assert said[0].startswith(SAID)
    assert "numbness" in said[1]
    assert chat.kept is not None
    assert (chat.kept["about"], chat.kept["anchor"]) == (None, None)


def test_it_answers_when_the_last_one_was() -> None:
    """How often they were is known by then."""
    chat = Talk(TODAY)
    chat.say("i get them monthly")
    assert chat.say("haven't been since last november")[0].startswith(SAID)


@pytest.mark.parametrize(
    "text",
    [
        # Hardly late, a day, or nothing that says how often.
        "every 3 months, not been since october",
        "every 12 weeks, haven't had any since september",
        "monthly, haven't had any since april",
        "monthly, haven't had one since 3 june",
        "haven't been since last november",
        "monthly, last one was last november",
    ],
)
def test_a_day_that_matters_is_asked_for(text: str) -> None:
    """As it is elsewhere."""
    said = Talk(TODAY).say(text)
    assert not said or not said[0].startswith(SAID)


def test_where_it_is_spring_now() -> None:
    """What is long ago in one half of the world is now in the other."""
    chat = Talk(TODAY, country="AU")
    assert not chat.say("b12 monthly. not had one since the spring")[0].startswith(SAID)
