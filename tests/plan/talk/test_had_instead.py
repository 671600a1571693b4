"""A dose that was had on another day than the one it was meant for: both ways to count on are said."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.dialogue_chat import Chat

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    "text",
    [
        "Every 12 weeks. It was on 26 November instead of 10 December.",
        "every 12 weeks, had it on november 26 instead of december 10",
        "every 12 weeks, last 26 nov, it should have been 10 dec but i went early",
        "every 12 weeks, had my last on 26 nov, two weeks early, it was planned for 10 dec",
    ],
)
def test_had_before_it_was_due(text: str) -> None:
    """Counted from the day it was due, and from the day it was had; the clinic's date is asked for."""
    lines = Chat(TODAY).say(text)
    assert lines[0] == "You had this one early. By your plan it is due on Thursday 10 December 2026."
    assert "Counted from the date it was due, the next one is on Thursday 4 March 2027." in lines
    assert any("the date you had it, the next one is on Thursday 18 February 2027." in line for line in lines)
    assert lines[-1] == "Which date did your clinic give you for the next one? Theirs is the one that counts."


def test_had_after_it_was_due() -> None:
    """The same of one that was late."""
    lines = Chat(TODAY).say("every 3 months, had it 18 november instead of 30 october")
    assert lines[:2] == [
        "By your plan it was due on Friday 30 October 2026.",
        "You had it on Wednesday 18 November 2026.",
    ]
    assert "Counted from the date it was due, the next one is on Saturday 30 January 2027." in lines


@pytest.mark.parametrize(
    "text",
    ["every 12 weeks, last one 26 november, not the 25th", "every 12 weeks, had it 26 november rather than the 25th"],
)
def test_what_is_taken_back_is_no_due_day(text: str) -> None:
    """A day that was only said wrong is dropped, as before."""
    assert Chat(TODAY).say(text)[0] == "Every 12 weeks. The last one was on Thursday 26 November 2026."
