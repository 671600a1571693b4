"""The month of the first of two days is that of the second one: no other month is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk


@pytest.mark.parametrize(
    "text",
    [
        "last one was the 9th of march or maybe the 10th",
        "last was march 9 or 10",
        "had it on the 9th march or the 10th",
    ],
)
def test_both_days_are_of_one_month(text: str) -> None:
    """Which of them it was is asked, or the one is sure and the other is not."""
    chat = Talk(date(2026, 6, 11))
    chat.say("every 12 weeks")
    told = "\n".join(chat.say(text)) + " ".join(chat.last.buttons)
    assert "9 March 2026" in told
    assert "10 March 2026" in told
    assert "June 2026" not in told.replace("1 June 2026", "").replace("2 June 2026", "").replace("Today is", "")
