"""A day that somebody settles on after the dates were shown: it puts no last injection right."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk


def _plan(*texts: str) -> Talk:
    chat = Talk(date(2026, 11, 25))
    for text in ("every 8 weeks, last one 12 october 2026", *texts):
        chat.say(text)
    return chat


@pytest.mark.parametrize("texts", [(), ("yes",)])
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("go with the 7th", "Monday 7 December 2026 is one of your dates."),
        ("ok the 7th it is", "Monday 7 December 2026 is one of your dates."),
        ("i'll take the 7th then", "Monday 7 December 2026 is one of your dates."),
        ("the 7th works for me", "Monday 7 December 2026 is one of your dates."),
        ("go with the 9th", "By your plan it is on Monday 7 December 2026."),
    ],
)
def test_a_day_that_is_settled_on(texts: tuple[str, ...], text: str, line: str) -> None:
    """It is the date that was shown, or a wish for the clinic; the last injection stays."""
    chat = _plan(*texts)
    assert chat.say(text)[0] == line
    assert dict(chat.kept or {})["anchor"]["date"] == "2026-10-12"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("I'm in Lisbon 3rd to the 10th", "Thursday 3 December 2026", "Thursday 10 December 2026"),
        ("in the Lakes december 2 thru 9", "Wednesday 2 December 2026", "Wednesday 9 December 2026"),
        ("we're at my sister's dec 5 to 9", "Saturday 5 December 2026", "Wednesday 9 December 2026"),
    ],
)
def test_somewhere_else_for_some_days(text: str, start: str, end: str) -> None:
    """The days are compared with the dates, and none of them is one that the clinic set."""
    chat = _plan("yes")
    assert chat.say(text) == [
        f"You are away from {start} to {end}.",
        "These fall on those days: Monday 7 December 2026.",
        "Ask your clinic if you can have them before or after.",
    ]
    assert dict(chat.kept or {})["booked"] is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hang on, I work mondays", "By your plan it is on Monday 7 December 2026."),
        ("mondays are no good for me", "By your plan it is on Monday 7 December 2026."),
        ("on a course that week", "By your plan it is on Monday 7 December 2026."),
        ("I work tuesdays", "No, not a Tuesday. It is on Monday 7 December 2026."),
    ],
)
def test_a_weekday_that_never_suits(text: str, line: str) -> None:
    """Only the clinic can move the date; where it is another weekday, that is said."""
    assert _plan("yes").say(text)[0] == line


@pytest.mark.parametrize("text", ["do I book with you or them", "do you make the appointment for me?"])
def test_who_books(text: str) -> None:
    """The clinic does."""
    line = "I cannot book it. Your clinic does that: call them, and tell me the date that they give you."
    chat = _plan()
    assert chat.say(f"yes, {text}") == [line]
    assert dict(chat.kept or {})["confirmed"] is True


@pytest.mark.parametrize("text", ["already told you!! SIX WEEKS", "i told you already, every six weeks"])
def test_what_was_told_before_is_taken(text: str) -> None:
    """The words that it was told are none of it."""
    chat = Talk(date(2026, 11, 25))
    chat.say("when is my next one?", "next")
    chat.say(text)
    assert dict(chat.kept or {})["phases"][0]["period"] == 6
