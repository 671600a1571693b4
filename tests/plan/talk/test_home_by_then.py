"""Whether one is back for a dose, and whether one day early would matter: answered by what was asked."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 22)


def _away() -> Talk:
    chat = Talk(TODAY)
    chat.say("i have it every 8 weeks, last one 18 january. we're in portugal 1 to 13 march")
    return chat


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("great, so we'll be back by then? we fly home on the 13th of march", "Yes."),
        ("so will i be home by then? we land on 18 march", "No."),
        ("the wedding is on 18 march, have i had it by then?", "Yes."),
    ],
)
def test_back_by_then(text: str, answer: str) -> None:
    """Back is who lands before the day of the dose."""
    lines = _away().say(text)
    assert lines[0].startswith(answer)
    assert "Monday 15 March 2027" in lines[0]


@pytest.mark.parametrize(
    "text",
    [
        "the nurse can squeeze me in on the friday, would that matter, three days early?",
        "would a day early be a problem?",
        "is it ok a week early?",
    ],
)
def test_early_is_for_the_clinic(text: str) -> None:
    """It is no day of the journey, and nothing that was not agreed is kept."""
    chat = _away()
    chat.say("yes")
    lines = chat.say(text)
    assert "Only your clinic can move it." in lines[1]
    assert chat.kept is not None
    assert chat.kept["booked"] is None


def test_early_and_over_is_nothing_of_the_journey() -> None:
    """Of a dose that was had early the days away are no answer."""
    chat = _away()
    chat.say("yes")
    assert not any(
        "outside the days" in line for line in chat.say("and was it alright having it a day early like that?")
    )
