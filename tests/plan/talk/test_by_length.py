"""Of two ways to read a word the one is taken whose gap is as long as what is named."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk


@pytest.mark.parametrize(
    ("plan", "answer", "often"),
    [
        ("biweekly, my last was 12 may 2027", "14 days apart", "Every 2 weeks."),
        ("biweekly, my last was 12 may 2027", "oh the fortnight one", "Every 2 weeks."),
        ("bimonthly, my last was 12 may 2027", "the two month one please", "Every 2 months."),
    ],
)
def test_a_length_chooses(plan: str, answer: str, often: str) -> None:
    """It settles the question, and the plan is read back."""
    chat = Talk(date(2027, 5, 21))
    chat.say(plan)
    assert chat.say(answer)[0].startswith(often)


@pytest.mark.parametrize("answer", ["the 10 day one", "the 3 week gap"])
def test_another_length_chooses_none(answer: str) -> None:
    """What is as long as neither says neither of them."""
    chat = Talk(date(2027, 5, 21))
    chat.say("biweekly, my last was 12 may 2027")
    assert not any(line.startswith(("Every 2 weeks.", "Twice a week")) for line in chat.say(answer))
