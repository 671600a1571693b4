"""Messages in which people put themselves right."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.put_right import put_right
from tests.plan.talk.moves_chat import Talk


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("last one was on the 4th. no, the 6th", "last one was the 6th"),
        ("last one on the 4th of January, sorry, I mean the 6th", "last one the 6th of January"),
        ("had it Monday 4 January. Sorry, Wednesday 6 January", "had it Wednesday 6 January"),
        ("the 6th, now that I look, not the 4th", "the 6th, now that I look"),
        ("not the 4th but the 6th of March", "the 6th of March"),
        ("every 8 weeks, not 6", "every 8 weeks"),
    ],
)
def test_what_is_taken_back_is_out(text: str, meant: str) -> None:
    """The later date counts, in the month of the one before it, and no other word moves."""
    found = put_right(text)
    assert found.rstrip() == meant
    assert len(found) == len(text)


@pytest.mark.parametrize(
    "text",
    ["last one 5 March 2026, not 12 weeks ago", "it was due on the 4th. It was the 6th when I had it",
     "the 30th or the 28th", "no the 6th", "I had it on the 4th and the 6th"],
)  # fmt: skip
def test_what_is_not_taken_back_stays(text: str) -> None:
    """Two dates that are both meant, and lengths of time, stay as they are."""
    assert put_right(text) == text


@pytest.mark.parametrize(
    "texts",
    [
        ("every 8 weeks, last one was on the 4th. no, the 6th",),
        ("every 6 weeks, last one was the 4th",
         "So when is it? Last one was the 6th, now that I look, not the 4th. Every 8 weeks."),
        ("every 6 weeks, last one was the 6th", "oh wait, I have found the letter: it is 8 not 6, how silly"),
    ],
)  # fmt: skip
def test_the_plan_is_the_one_put_right(texts: tuple[str, ...]) -> None:
    """A date and a number that were put right are in the plan that is read back."""
    chat = Talk(date(2027, 1, 25))
    lines = [chat.say(text) for text in texts][-1]
    assert lines[:2] == [
        "Every 8 weeks. The last one was on Wednesday 6 January 2027.",
        "The next one is on Wednesday 3 March 2027.",
    ]
