"""The day to come that a message names in pieces."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.coming_day import coming_day

TODAY = date(2027, 3, 3)  # a Wednesday
SHOWN = date(2027, 3, 15)  # a Monday


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("they can see me this saturday, the 6th", ("2027-03-06",)),
        ("this monday. the 8th at half past 9", ("2027-03-08",)),
        ("in for thurs arvo at 3", ("2027-03-04",)),
        ("tomorrow, thursday", ("2027-03-04",)),
        ("friday, the day after tomorrow", ("2027-03-05",)),
        ("tuesday the 9th of march", ("2027-03-09",)),
        ("monday 29 march 2027", ("2027-03-29",)),
        ("a week on friday", ("2027-03-12",)),
        ("next friday", ("2027-03-05", "2027-03-12")),
        ("next monday", ("2027-03-08",)),
        ("tuesday next week", ("2027-03-09",)),
        ("in 5 days", ("2027-03-08",)),
        ("monday the 9th", ()),
        ("last friday", ()),
        ("the second thursday of april", ()),
        ("friday in april", ()),
        ("the friday before easter", ()),
        ("every friday", ()),
        ("the first monday of next month", ()),
        ("monday or tuesday", ()),
        ("moved from the 15th to the 18th", ("2027-03-18",)),
    ],
)
def test_the_day_that_fits_all_words(text: str, days: tuple[str, ...]) -> None:
    """It is from today on; where speakers differ, there are two."""
    assert tuple(day.isoformat() for day in coming_day(text, today=TODAY).days) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the day after", ("2027-03-16",)),
        ("a week later", ("2027-03-22",)),
        ("2 days earlier", ("2027-03-13",)),
        ("the wednesday after", ("2027-03-17",)),
        ("the friday before", ("2027-03-12",)),
        ("the tuesday instead, day after", ("2027-03-16",)),
        ("the tuesday instead", ("2027-03-16",)),
        ("thursday instead of monday", ("2027-03-18",)),
        ("the 16th, not the 15th", ("2027-03-16",)),
        ("tuesday", ("2027-03-09", "2027-03-16")),
        ("this friday", ("2027-03-05",)),
    ],
)
def test_what_is_counted_from_the_date_shown(text: str, days: tuple[str, ...]) -> None:
    """The day after, and the Tuesday instead, lie beside the date that was shown."""
    assert tuple(day.isoformat() for day in coming_day(text, today=TODAY, shown=SHOWN).days) == days
