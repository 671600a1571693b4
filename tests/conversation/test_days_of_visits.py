"""The day of an appointment with a doctor."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation.visits import day_of
from b12guide.plan import dialogue

WHO = dialogue.Who(date(2027, 3, 8), "GB", "Europe/London")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("the injection is on the 15th", date(2027, 3, 15)),
        ("Thursday's the doctor", date(2027, 3, 11)),
        ("Friday 12 March", date(2027, 3, 12)),
        ("Thursday 12 March", None),
    ],
)
def test_the_day_is_one_to_come(words: str, day: date | None) -> None:
    """Of a number alone the next such day; a weekday that does not fit names none."""
    assert day_of(words, WHO) == day
