"""A part told with its number and not how often: the answer belongs to that part, and nothing else is lost."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("course", "answer", "part"),
    [
        ("8 loading jabs then every 12 weeks", "every other day", "every other day for 8 injections"),
        ("5 injections, followed by one every 2 months", "they're daily", "every day for 5 injections"),
        (
            "6 injections over 2 weeks then 3 monthly",
            "mon wed fri",
            "on Mondays, Wednesdays and Fridays for 6 injections",
        ),
        ("4 to start with then monthly", "weekly", "every week for 4 injections"),
    ],
)
def test_the_answer_is_how_often_in_that_part(course: str, answer: str, part: str) -> None:
    """The number before it and the part behind it stay as they were told."""
    chat = Talk(TODAY)
    chat.say(course)
    chat.say(answer)
    told = "\n".join(chat.say("the first one is 12 june"))
    assert part in told
    assert "Then every" in told


@pytest.mark.parametrize(
    "text", ["the 1st was last thursday", "1st one was thursday 4 june", "had the 1st jab on 4 june"]
)
def test_the_1st_is_the_first(text: str) -> None:
    """Written as a number it leaves as much open as in a word: which were had since."""
    chat = Talk(TODAY)
    told = "\n".join(chat.say(f"loading every second day x 6, {text}"))
    assert "Have you had all" in told
    told = "\n".join(chat.say("yes all of them"))
    assert "6 injections, 3 of them given" in told
