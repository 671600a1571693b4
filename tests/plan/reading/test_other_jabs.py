"""Days of another jab or a test, told beside the B12: they are out of the text before a dose is read."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.other_jabs import without_other_days, without_other_jabs
from b12guide.plan.reading.reader import read

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("every 2 months. I'd the flu jab on the 14th of October an' all, but the B12 was on 6 November", 6),
        ("every 2 months, had the flu jab, 14 October, and my last b12 on 6 November", 6),
        ("every 2 months, flu jab 14 nov, last b12 6 nov", 6),
        ("every 2 months, last b12 6 november. dentist 13 november", 6),
        ("every 2 months. On 14 November, I had the covid booster. Last b12 was 6 november", 6),
        ("every 2 months, my b12 blood test was on 13 november, last jab 6 november", 6),
        ("every 2 months, had my last b12 with my flu jab on 14 November", 14),
    ],
)
def test_the_dose_alone_is_read(text: str, last: int) -> None:
    """The one last day is that of the dose."""
    found = read(text, today=TODAY, country="GB").dates
    assert [mention.date for mention in found if mention.role in ("last", "unknown")] == [date(2026, 11, last)]


@pytest.mark.parametrize(
    "text",
    [
        "had it the same day as my flu jab, 14 november",
        "had my flu jab and b12 on 14 november",
        "is my dentist on 3 December near one?",
        "last injection 3 october at the hospital",
        "my blood test is every 3 months",
        "every other day until my blood test on 14 December",
        "can you remind me of my flu jab on 3 December",
    ],
)
def test_what_is_of_the_dose_stays(text: str) -> None:
    """A day of both, a question, and what has no day of its own."""
    assert without_other_jabs(text) == text


def test_each_word_stays_where_it_is() -> None:
    """Blanks take the place of what is left out."""
    text = "had one on 3 oct and the flu one on 14 oct, always on the 5th"
    assert len(without_other_days(text)) == len(text)
    assert without_other_days(text).split() == ["had", "one", "on", "3", "oct", "and", ",", "always"]
