"""A day that is supposed for the next one and is none of the plan's weekdays moves no other one."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 10)


@pytest.mark.parametrize(
    "told", ["twice a week on Mondays and Thursdays, 8 in all, 3 done, the last on 8 February 2027"]
)
def test_the_one_after_is_the_planned_one(told: str) -> None:
    """What would follow is said, and nothing is kept of it."""
    chat = Talk(TODAY)
    chat.say(told)
    chat.say("yes")
    answer = "\n".join(chat.say("what if I have it on Sunday 14 February, when is the one after that?"))
    assert "Sunday 14 February 2027, the next one is on Monday 15 February 2027" in answer
    assert "Thursday 11 February 2027" in "\n".join(chat.say("when is my next one?"))
