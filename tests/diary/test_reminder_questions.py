"""What is asked about reminders themselves."""

from __future__ import annotations

import pytest

from b12guide.diary.reminder_questions import ANSWERS, SENDER, SILENT, TIME, WORDING, asks_of_reminder


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("what would it say exactly", WORDING),
        ("show me an example", WORDING),
        ("what time is that at?", TIME),
        ("and when will it come", TIME),
        ("what's the time on those", TIME),
        ("what if I ignore it", SILENT),
        ("will you keep nagging me until I reply", SILENT),
        ("do I have to reply every time", ANSWERS),
        ("how do I answer it", ANSWERS),
        ("is it from the clinic?", SENDER),
        ("does my nurse send them", SENDER),
        ("send me a text", None),
        ("give me a text the day before", None),
        ("what is it like", None),
        ("what time is my injection at", None),
        ("when will it get better", None),
        ("do I have to have them for life", None),
        ("who gives it", None),
    ],
)
def test_behind_a_reminder_it_is_that(text: str, what: str | None) -> None:
    """As long as nothing else is asked."""
    assert asks_of_reminder(text, just=True) == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("do I have to answer the texts?", ANSWERS),
        ("who sends the reminders", SENDER),
        ("what time is that at?", None),
        ("will it come back", None),
    ],
)
def test_elsewhere_it_has_to_be_named(text: str, what: str | None) -> None:
    """What "it" is was not said."""
    assert asks_of_reminder(text, just=False) == what
