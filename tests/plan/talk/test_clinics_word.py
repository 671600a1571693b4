"""A day that the clinic says is that of the last injection only where it is said of it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk


def _asked() -> Talk:
    chat = Talk(date(2026, 12, 3))
    chat.say("every 10 weeks", "regimen")
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "the clinic told me on 12 november that my level was low",
        "the surgery said they were shut on 12 november",
        "they said the 12 november one was cancelled",
        "reception said my wife came in on 12 november",
        "they told me 12 november they had none in",
        "nurse says 12 november was too soon so it wasn't done",
        "she said her own was on 12 november",
        "the practice says 12 november was a tetanus injection",
        "the app says 12 november was not given",
        "my mum's card says 12 november",
        "they said somebody else had it on 12 november",
    ],
)
def test_a_day_on_which_none_was_had_is_not_kept(text: str) -> None:
    """What was denied, what somebody else had, and what was done or said on it else."""
    chat = _asked()
    chat.say(text)
    kept = chat.kept or {}
    assert (kept["anchor"], kept["given"], kept["booked"]) == (None, [], None)


@pytest.mark.parametrize(
    "text",
    [
        "it says 12 november",
        "the surgery texted: 12 november",
        "they said it was on 12 november, thanks",
        "the nurse says yours was 12 november",
        "clinic says my last one was given on thursday 12 november",
        "not to worry, the clinic said it was 12 november",
        "my husband rang, they said the last one was on the 12th of november",
        "letter says last injection: 12 november",
    ],
)
def test_a_day_that_is_said_of_the_last_one_is_kept(text: str) -> None:
    """With whatever stands before it, and the bare day as all that was said."""
    chat = _asked()
    chat.say(text)
    assert ((chat.kept or {})["anchor"] or {}).get("date") == "2026-11-12"
