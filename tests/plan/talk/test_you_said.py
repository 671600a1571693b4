"""A date that the bot gave and that is doubted is held against the plan, and changes nothing of it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 28)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("You told me 15 August for the 2 monthly, is that correct if the seventh is Monday 14 June?", "Not quite."),
        ("you had said saturday 14 august for the first 2 monthly, is that right?", "Yes, that is right."),
    ],
)
@pytest.mark.parametrize("request_", ["regimen", "date", "next"])
def test_a_date_that_was_given_before(text: str, answer: str, request_: str) -> None:
    """Whatever it was understood as."""
    chat = Talk(TODAY)
    chat.say("once a week for 7 weeks then every 2 months, last one was monday 24 may, i've had 4 so far")
    assert chat.kept is not None
    before = [chat.kept[name] for name in ("phases", "anchor", "given", "booked")]
    lines = chat.say(text, request_)
    assert lines[0] == answer
    assert "Saturday 14 August" in "\n".join(lines)
    assert [chat.kept[name] for name in ("phases", "anchor", "given", "booked")] == before
