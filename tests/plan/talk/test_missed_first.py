"""Doses that were not given, told in the first words with how often they are: none of them was had."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.dialogue_chat import ASK_ANCHOR, WORDING
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 10, 10)
MISSED = WORDING("not_all_given")


@pytest.mark.parametrize(
    "missed",
    [
        "totally forgot on the 4th", "blanked on mine on the 4th", "spaced on my shot on the 4th",
        "skipped the one on october 4", "didn't make my shot on the 4th", "couldn't get to my jab on the 4th",
        "missed it on the 4th", "slept through my jab on the 4th", "flaked on the 4th", "never turned up on the 4th",
        "the last two didn't happen", "skipped my last two",
    ],
)  # fmt: skip
@pytest.mark.parametrize("said", ["{}, i'm every 4 weeks", "every 4 weeks. {}", "i'm on 4 weekly and {}"])
def test_a_missed_one_was_not_had(missed: str, said: str) -> None:
    """How often they are is kept, nothing is in the log, and the last one that was had is asked for."""
    chat = Talk(TODAY)
    lines = chat.say(said.format(missed))
    kept = dict(chat.kept or {})
    assert (lines[0], lines[-1]) == (MISSED, f"I can work that out. {ASK_ANCHOR}")
    assert (kept["anchor"], kept["given"], kept["phases"][0]["period"]) == (None, [], 4)


def test_the_one_that_was_had_beside_it() -> None:
    """Its day is that of the last one."""
    chat = Talk(TODAY)
    chat.say("every 4 weeks, had one 6 september but forgot about the one on the 4th")
    assert dict(chat.kept or {})["anchor"]["date"] == "2026-09-06"


@pytest.mark.parametrize(
    "text", ["every 4 weeks, what if i missed the one on the 4th?", "should i have skipped the one on the 4th"]
)
def test_what_is_only_supposed_was_not_missed(text: str) -> None:
    """Nothing of it is noted."""
    assert MISSED not in Talk(TODAY).say(text)
