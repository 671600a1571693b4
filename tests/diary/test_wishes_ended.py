"""Which words end the reminders, for good or for a while, and which leave them as they are."""

from __future__ import annotations

import pytest

from b12guide.diary.reminder_pauses import for_a_while, pauses_them
from b12guide.diary.wishes import END, asked_of_reminders


@pytest.mark.parametrize(
    ("text", "ends", "a_while"),
    [
        ("you may stop the messages dear, my niece has it in her diary", False, False),
        ("you may stop the texts dear, my niece has it in her diary", True, False),
        ("quit the reminders until we are back in june", True, True),
        ("leave the texts for the time being", True, True),
        ("please pause my reminders", True, True),
        ("no more texts for now", True, True),
        ("you don't need to remind me any more", True, False),
        ("leave the reminders as they are", False, False),
        ("keep the reminders for now", False, True),
        ("stop my injections for a month", False, True),
        ("don't stop the reminders", False, False),
    ],
)
def test_what_ends_them(text: str, ends: bool, a_while: bool) -> None:
    """An injection that is to stop is none of them, and who leaves them wants them."""
    found = asked_of_reminders(text)
    assert (found is not None and found.what == END) is ends
    assert for_a_while(text) is a_while


@pytest.mark.parametrize(
    ("text", "them"),
    [("suspend them for six weeks", True), ("hold them till october please", True), ("leave them on the day", False)],
)
def test_them_for_a_while(text: str, them: bool) -> None:
    """Right after talk of reminders "them" is those, where a time until which is told."""
    assert pauses_them(text) is them
