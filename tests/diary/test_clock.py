"""The moment of a wanted day and minute, in every zone there is, and never in the quiet hours."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12guide.diary.clock import Closed, Quiet, moment, zone_named

FIRST, DAYS = date(2026, 1, 1), 731
ZONES = sorted(available_timezones() - {"localtime", "Factory"})
UTC = timezone.utc
QUIET = Quiet()


def civil(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def exists(wanted: datetime, zone: str) -> bool:
    return civil(wanted.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), zone) == wanted


def test_every_zone_over_two_years_is_at_the_wanted_minute() -> None:
    """Each day of 2 years in each zone: at 9 where 9 is wanted, and at 2.30, or where that is skipped at the next
    minute that there is."""
    skipped = 0
    for zone in ZONES:
        for number in range(DAYS):
            day = FIRST + timedelta(days=number)
            assert civil(moment(day, time(9), zone), zone) == datetime.combine(day, time(9)), (zone, day)
            wanted = datetime.combine(day, time(2, 30))
            found = civil(moment(day, time(2, 30), zone), zone)
            if found != wanted:
                skipped += 1
                assert not exists(wanted, zone), (zone, day)
                assert found > wanted, (zone, day)
                assert not exists(found - timedelta(minutes=1), zone), (zone, day)
    assert skipped > 100  # the clocks of Europe and America skip that minute once a year


@given(
    st.sampled_from(ZONES), st.integers(0, DAYS - 1), st.times().map(lambda t: t.replace(second=0, microsecond=0))
)  # fmt: skip
def test_a_wish_at_any_minute_is_never_in_the_quiet_hours(zone: str, number: int, wanted: time) -> None:
    """Whatever was wished, it goes out at a civil minute outside of the quiet hours, of that day; what is held up into
    them waits for the morning."""
    day = FIRST + timedelta(days=number)
    at = QUIET.nearest(wanted)
    found = moment(day, at, zone)
    assert QUIET.has(wanted) or at == wanted
    assert not QUIET.has(civil(found, zone).time())
    assert civil(found, zone).date() == day
    for late in (timedelta(0), timedelta(hours=5), timedelta(hours=13)):
        sent = QUIET.after(found + late, zone)
        assert sent >= found + late
        assert not QUIET.has(civil(sent, zone).time())


def test_a_minute_that_comes_twice_is_the_first_of_them() -> None:
    """In London 1.30 comes twice on the night when the clocks go back."""
    assert moment(date(2026, 10, 25), time(1, 30), "Europe/London") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_day_that_a_zone_left_out_is_the_next_minute_that_there_was() -> None:
    """Samoa had no 30 December 2011."""
    found = civil(moment(date(2011, 12, 30), time(9), "Pacific/Apia"), "Pacific/Apia")
    assert found == datetime.combine(date(2011, 12, 31), time(0))


@pytest.mark.parametrize(
    ("wanted", "at"),
    [
        (time(9), time(9)),
        (time(6), time(8)),
        (time(21), time(20, 30)),
        (time(23, 59), time(20, 30)),
        (time(0), time(8)),
    ],
)
def test_a_wish_in_the_quiet_hours_is_moved_to_their_nearer_end(wanted: time, at: time) -> None:
    """In the evening half an hour before they begin, in the night when they end."""
    assert QUIET.nearest(wanted) == at


def test_closed_days_are_those_of_the_week_and_single_ones() -> None:
    """The open day before a Sunday and a Christmas Day that follows it."""
    closed = Closed(frozenset({5, 6}), frozenset({date(2026, 12, 25)}))
    assert [closed.on(date(2026, 12, day)) for day in (24, 25, 26, 27, 28)] == [False, True, True, True, False]
    assert closed.open_before(date(2026, 12, 27)) == date(2026, 12, 24)
    assert Closed(frozenset(range(7))).open_before(date(2026, 12, 27)) == date(2026, 12, 26)


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Europe/Madrid", "Europe/Madrid"),
        ("new york", "America/New_York"),
        ("New York time", "America/New_York"),
        ("america/new york", "America/New_York"),
        ("Tokyo.", "Asia/Tokyo"),
        ("the moon", None),
        ("", None),
    ],
)
def test_a_zone_is_named_by_its_city(words: str, zone: str | None) -> None:
    """By its whole name, or by the city in it."""
    assert zone_named(words) == zone
