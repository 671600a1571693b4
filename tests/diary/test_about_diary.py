"""Whether there is a diary, asked in any words; what tells a note is one."""

from __future__ import annotations

import pytest

from b12guide.diary.about_diary import asks_about_diary


@pytest.mark.parametrize(
    "text",
    [
        "do you have a symptom diary?",
        "is there a journal in here",
        "I'd like to start a little diary till my review",
        "and could I note down in here how I am getting on",
        "no, I meant a diary, may i jot down how I'm feeling each day so you hold it for me?",
        "I want to keep some sort of log if you do that",
        "can i put notes in here",
        "how do i keep a diary",
        "the nurse wants me to track how I feel after each shot. can you help with that?",
        "I was told to keep a symptom diary, do you do that kind of thing here",
    ],
)
def test_it_asks_for_a_diary(text: str) -> None:
    """And tells nothing for it."""
    assert asks_about_diary(text)


@pytest.mark.parametrize(
    "text",
    [
        "can I write down how I feel: awful",
        "note how I feel. shattered",
        "I want to keep a note: slept badly",
        "write down that I feel dizzy",
        "can i write down how i feel so tired",
        "do you keep my dates",
        "have you a record of my injections",
        "I keep a diary on paper",
    ],
)
def test_it_tells_or_asks_something_else(text: str) -> None:
    """A note, the plan, or a diary of paper."""
    assert not asks_about_diary(text)
