"""Reminders that are to come otherwise than so far, and when they come."""

from __future__ import annotations

from datetime import time

import pytest

from b12guide.diary.wishes import LISTED, REMIND, asked_of_reminders, changed


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("make it two days before instead", (2, None)),
        ("9 is too early, 11", (None, time(11))),
        ("9 is too early, make it half ten", (None, time(10, 30))),
        ("change it to 6pm", (None, time(18))),
        ("can they come at lunchtime", (None, time(12))),
        ("not the day before, the week before instead", (7, None)),
        ("move it to eleven", (None, time(11))),
        ("can it be the evening before instead", (1, time(18))),
        ("make it every 10 weeks instead", None),
        ("make it tuesday instead", None),
        ("change my last note to tired", None),
        ("when is it due", None),
    ],
)
def test_what_changes(text: str, change: tuple[int | None, time | None] | None) -> None:
    """How long before, or at what time; what names neither changes no reminder."""
    assert changed(text) == change


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("when will you text me", LISTED),
        ("what time will you message me", LISTED),
        ("have you set the reminder", LISTED),
        ("is the reminder on", LISTED),
        ("when is it due", None),
        ("when will it come right", None),
        ("how often do you have them", None),
        ("give me a nudge the day before", REMIND),
        ("drop me a text a couple of days before", REMIND),
    ],
)
def test_asked_in_ordinary_words(text: str, what: str | None) -> None:
    """When they come, and that one is wanted; nothing that is asked of the plan."""
    found = asked_of_reminders(text)
    assert (found.what if found is not None else None) == what
