"""Days of a list that were had stand, though another one of it was not had."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.had_dates import had_dates
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "text",
    [
        "had it on the 4th and the 18th, not the 11th",
        "I had the 4th, missed the 11th and had the 18th",
        "got mine on the 4th and 18th but not the 11th",
        "had 4 November, not 11 November, but had 18 November",
        "had one on 4 Nov and 18 Nov (never got the 11th)",
        "missed the 11th, had the 4th and the 18th",
    ],
)
def test_the_one_that_was_not_had_is_no_dose(text: str) -> None:
    """The others are, in whatever order they are told."""
    found = had_dates(text, today=TODAY)
    assert found is not None
    assert [dose.day for dose in found.given] == [date(2026, 11, 4), date(2026, 11, 18)]
    assert found.missed == (date(2026, 11, 11),)
    assert len(found.rest) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "had the 1st and the 2nd, four to go",
        "I had the 4th and the 29th",
        "I had the 18th and the 4th",
        "they've given me the 4th and the 18th",
        "had the 4th and the 18th off work",
        "had bloods on the 4th and the 18th",
        "had friday the 4th and the 18th",
        "had the 4th, not the 18th",
    ],
)
def test_days_in_doubt_are_no_log(text: str) -> None:
    """Doses by their number, days of two months, days to come, other things, a wrong weekday, a single dose."""
    assert had_dates(text, today=TODAY) is None


def test_the_plan_counts_from_the_last_one_had() -> None:
    """Both are said, and the one between them is nowhere."""
    chat = Talk(date(2026, 11, 20))
    answer = "\n".join(chat.say("weekly. I had the 4th and the 18th of November, not the 11th"))
    assert "You told me of these: Wednesday 4 November 2026 and Wednesday 18 November 2026." in answer
    assert "The next one is on Wednesday 25 November 2026." in answer
    assert "11 November" not in answer


def test_a_later_dose_that_is_known_stays_the_last() -> None:
    """Older ones that are told of after it are added to the log."""
    chat = Talk(TODAY)
    for text in ("every week, last one 23 november 2026", "yes"):
        chat.say(text)
    answer = chat.say("I had the 2nd and the 16th but not the 9th")
    assert answer[0] == "You told me of these: Monday 2 November 2026 and Monday 16 November 2026."
    assert "Your next injection is on Monday 30 November 2026." in answer
