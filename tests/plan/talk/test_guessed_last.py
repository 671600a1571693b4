"""A guess at the day of the last one is counted from and kept nowhere; the clinic's word is the answer."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 1, 4)
ONLY = "That is only a guess, and I keep none of it. Your clinic has the real day."


def _asked() -> Talk:
    chat = Talk(TODAY)
    chat.say("every 10 weeks", "regimen")
    return chat


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("just say it was 20 october, when would the next be?",
         "Say the last one was on Tuesday 20 October 2026. Then the next one is on Tuesday 29 December 2026."),
        ("let's say the 1st of december. due when?",
         "Say the last one was on Tuesday 1 December 2026. Then the next one is on Tuesday 9 February 2027."),
        ("pretend it was in november",
         "Say the last one was in November 2026. "
         "Then the next one is between Sunday 10 January 2027 and Monday 8 February 2027."),
        ("could you guess? early december maybe",
         "Say the last one was from 1 to 10 December 2026. "
         "Then the next one is between Tuesday 9 February 2027 and Thursday 18 February 2027."),
        ("assume mid november then",
         "Say the last one was from 11 to 20 November 2026. "
         "Then the next one is between Wednesday 20 January 2027 and Friday 29 January 2027."),
    ],
)  # fmt: skip
def test_a_guess_is_counted_and_not_kept(text: str, line: str) -> None:
    """What follows is said, that it is only a guess, and the day is asked for as before."""
    chat = _asked()
    said = chat.say(text)
    assert said[0] == line
    assert ONLY in said
    assert said[-1].startswith("When did you have the last one?")
    assert (chat.kept or {})["anchor"] is None
    assert (chat.kept or {})["given"] == []


@pytest.mark.parametrize(
    "text",
    [
        "i guess it was 5 november",
        "5 november",
        "the nurse guesses nothing, she said 5 november",
        "it was 5 november, my best guess",
    ],
)
def test_a_day_that_is_told_is_no_guess(text: str) -> None:
    """However little sure somebody is of it."""
    chat = _asked()
    assert "guessed_last" not in {name for _, name, _ in chat.moves(text)}


@pytest.mark.parametrize(
    "text",
    [
        "the surgery rang back, it says 5 november",
        "they've texted me back: 5 november",
        "not quite what i wanted, but the clinic just messaged, they said the 5th of november",
        "my card says 5 november",
        "reception confirmed 5 november",
    ],
)
def test_the_clinics_word_is_the_day_that_was_asked_for(text: str) -> None:
    """A day that is long behind was had, and is none that is booked next year."""
    chat = _asked()
    chat.say(text)
    assert ((chat.kept or {})["anchor"] or {}).get("date") == "2026-11-05"
    assert (chat.kept or {})["booked"] is None


@pytest.mark.parametrize(
    "text",
    [
        "the clinic says my next one is 5 november",
        "the nurse booked me for 5 february",
        "the clinic said i can ring on 5 november",
        "the doctor saw me on 5 november about my knee test",
    ],
)
def test_another_day_of_the_clinics_is_no_answer(text: str) -> None:
    """One that is set, and one of something else."""
    chat = _asked()
    assert ("answer", "anchor", "last one was on Thursday 5 November 2026") not in chat.moves(text)


@pytest.mark.parametrize(
    "text",
    [
        "if it was cancelled in october, what then",
        "if i feel sick in november",
        "what if they moved it in october",
        "if i remember correctly, it was 12 november",
        "just put 12 november",
        "let's go with 12 november, i checked the card",
    ],
)
def test_what_happened_else_and_a_day_that_is_told_are_no_guess(text: str) -> None:
    """A day that is to be put down is told; what was cancelled or is felt is no last one."""
    assert "guessed_last" not in {name for _, name, _ in _asked().moves(text)}


@pytest.mark.parametrize("text", ["just put 12 november", "ok just put down the 12th of november please"])
def test_a_day_that_is_to_be_put_down_is_the_last_one(text: str) -> None:
    """And none of the year after."""
    chat = _asked()
    chat.say(text)
    assert ((chat.kept or {})["anchor"] or {}).get("date") == "2026-11-12"
    assert (chat.kept or {})["anchor"]["kind"] == "last"
