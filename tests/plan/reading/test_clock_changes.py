"""The days on which clocks are changed, by the zones of a country."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.clock_changes import clock_changes
from b12guide.plan.reading.reader import read

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("country", "back", "forward"),
    [
        ("GB", date(2026, 10, 25), date(2026, 3, 29)),
        ("US", date(2026, 11, 1), date(2026, 3, 8)),
        ("NZ", date(2026, 4, 5), date(2026, 9, 27)),
    ],
)
def test_the_days(country: str, back: date, forward: date) -> None:
    """They are those of the country."""
    assert back in {day for day, _ in clock_changes(country, 2026, "back")}
    assert forward in {day for day, _ in clock_changes(country, 2026, "forward")}


def test_a_country_that_changes_none() -> None:
    """There is no such day."""
    assert not list(clock_changes("IN", 2026, "either"))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("the day after the clocks went back", date(2026, 10, 26)),
        ("the Saturday before the clocks went back", date(2026, 10, 24)),
        ("the night the clocks went back", date(2026, 10, 25)),
        ("the day the clocks went forward", date(2026, 3, 29)),
        ("the day the clocks changed", date(2026, 10, 25)),
    ],
)
def test_the_day_that_is_meant(words: str, day: date) -> None:
    """The day beside it, or the day itself; of either change the latest one."""
    found = read(f"every 8 weeks, last one was {words}", today=TODAY, country="GB")
    assert [mention.date for mention in found.dates] == [day]


@pytest.mark.parametrize("words", ["the weekend the clocks changed", "the week after the clocks went back"])
def test_more_than_a_day_is_asked(words: str) -> None:
    """A weekend has two days, a week has seven."""
    found = read(f"every 8 weeks, last one was {words}", today=TODAY, country="GB")
    assert found.status == "ask"
    assert not found.dates
