"""A day that is told by another one is counted from it: "married on the 7th, and I had my jab two days after"."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from b12guide.plan.reading.days_after import with_days_after
from b12guide.plan.reading.reader import read, read_date

TODAY = date(2026, 11, 28)
NUMBERS = {"two": 2, "three": 3, "4": 4, "a": 1, "ten": 10}
EVENTS = (
    "my cousin got married on {day}",
    "we moved house {day}",
    "my birthday was {day}",
    "the school fair was on {day}",
)
HAD = ("I had my B12", "I had the jab", "got my injection", "I was given it")


def _read_day(words: str) -> date | None:
    return read_date(words, today=TODAY).date


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


@given(
    st.integers(30, 100),
    st.sampled_from(sorted(NUMBERS)),
    st.sampled_from(["day", "week"]),
    st.sampled_from(["after", "later", "before"]),
    st.sampled_from(EVENTS),
    st.sampled_from(HAD),
)
def test_the_day_is_counted_from_the_other_one(
    ago: int, number: str, unit: str, way: str, event: str, had: str
) -> None:
    """The last one was so many days or weeks after or before what happened, and on no other day."""
    other, n = TODAY - timedelta(ago), NUMBERS[number]
    span = timedelta(n if unit == "day" else 7 * n)
    meant = other - span if way == "before" else other + span
    assume(meant <= TODAY)
    text = f"{event.format(day=_day(other))} and {had} {number} {unit}{'s' if n > 1 else ''} {way}"
    found = read(with_days_after(f"every 4 weeks, {text}", _read_day), today=TODAY)
    assert [mention.date for mention in found.dates] == [meant]


def test_a_day_that_is_still_to_come_is_none_of_a_year_before() -> None:
    """Two weeks after what was a week ago nobody has had it: no day of the last year is made of that."""
    text = with_days_after("my birthday was 20 November and I had my B12 two weeks after", _read_day)
    assert read_date(text, today=TODAY).date != date(2025, 12, 4)


def test_every_word_stays_where_it_is() -> None:
    """The text that is read is as long as the one that was written."""
    text = "my niece married on the 7th of November, and I had my B12 two days after, lovely cake"
    found = with_days_after(text, _read_day)
    assert len(found) == len(text)
    assert " ".join(found.split()) == "my niece married , and I had my B12 9 Nov 2026 , lovely cake"


def test_a_dose_and_what_is_said_of_the_next_are_no_such_days() -> None:
    """A day of an injection stays one, whatever is told of days after it."""
    for text in (
        "last jab 7 November, the next is two weeks after",
        "had my injection on 7 November, felt better two days after",
        "every 4 weeks, last one was 7 November",
    ):
        assert with_days_after(text, _read_day) == text
