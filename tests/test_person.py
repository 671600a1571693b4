"""Who writes: country, time zone and today's date, from what a channel knows."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b12guide.person import COUNTRY_VARIABLE, TEST_CLOCK_VARIABLE, ZONE_VARIABLE, Person

NIGHT = datetime(2026, 3, 28, 23, 30, tzinfo=timezone.utc)


def person(metadata: Any = None, *, phone: str | None = None, **environment: str) -> Person:
    return Person.from_metadata(metadata, phone=phone, now=NIGHT, environment=environment)


def test_nothing_known() -> None:
    """Without any word of it there is no country, and UTC is only the default."""
    assert person() == Person(None, "UTC", False, date(2026, 3, 28), "rest")


@pytest.mark.parametrize(
    ("given", "country"),
    [
        ("GB", "GB"),
        ("gb", "GB"),
        (" us ", "US"),
        ("UK", "GB"),
        ("uk", "GB"),
        ("GBR", None),
        ("G1", None),
        ("", None),
        (7, None),
    ],
)
def test_country_of_the_metadata(given: Any, country: str | None) -> None:
    """A two-letter code counts in either case, UK as GB; anything else as not sent."""
    assert person({"country": given}).country == country


@pytest.mark.parametrize(
    ("phone", "country"),
    [
        ("+447400123456", "GB"),
        ("447400123456", "GB"),
        ("+12025550123", "US"),
        ("+16135550123", "CA"),
        ("+353851234567", "IE"),
        ("+61412345678", "AU"),
        ("", None),
        ("hello", None),
        ("+", None),
        ("07400123456", None),
    ],
)
def test_country_of_the_phone_prefix(phone: str, country: str | None) -> None:
    """An international number tells its country, also among those that share a prefix."""
    assert person(phone=phone).country == country


def test_country_goes_from_metadata_to_phone_to_server() -> None:
    """What the client says counts first, then the phone, then the server's own setting."""
    server = {COUNTRY_VARIABLE: "AU"}
    assert person({"country": "US"}, phone="+447400123456", **server).country == "US"
    assert person({"country": "nowhere"}, phone="+447400123456", **server).country == "GB"
    assert person({}, **server).country == "AU"
    assert person({}, **{COUNTRY_VARIABLE: "Australia"}).country is None


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Europe/London", 28), ("Asia/Tokyo", 29), ("Pacific/Kiritimati", 29), ("America/Los_Angeles", 28), ("UTC", 28)],
)
def test_today_is_the_date_where_the_person_is(zone: str, day: int) -> None:
    """Half past eleven at night in UTC is tomorrow in the east."""
    found = person({"timezone": zone})
    assert (found.zone, found.zone_known, found.today) == (zone, True, date(2026, 3, day))


@pytest.mark.parametrize(
    "zone",
    [
        "",
        "Moon/Base",
        "Europe",
        "../../etc/passwd",
        "/etc/localtime",
        "Europe/London\x00",
        "x" * 5000,
        "\ud800",
        5,
        None,
        ["UTC"],
        {},
    ],
)
def test_a_zone_that_is_none_counts_as_not_sent(zone: Any) -> None:
    """Bad zones are no errors, and lead out of no folder; the server's own zone is then used."""
    assert person({"timezone": zone}) == person()
    assert person({"timezone": zone}, **{ZONE_VARIABLE: "Asia/Tokyo"}).zone == "Asia/Tokyo"


def test_zone_of_the_server() -> None:
    """The server's zone is known where it is set rightly, and the person's own goes before it."""
    server = {ZONE_VARIABLE: "Asia/Tokyo"}
    assert person({}, **server) == Person(None, "Asia/Tokyo", True, date(2026, 3, 29), "rest")
    assert person({"timezone": "Europe/London"}, **server).zone == "Europe/London"
    assert person({}, **{ZONE_VARIABLE: "Moon/Base"}).zone_known is False


@pytest.mark.parametrize("allowed", [None, "", "0", "true", "yes"])
def test_the_clock_is_the_servers(allowed: str | None) -> None:
    """Nobody sets today's date unless the server was started for tests."""
    environment = {} if allowed is None else {TEST_CLOCK_VARIABLE: allowed}
    assert person({"today": "2020-01-01"}, **environment).today == date(2026, 3, 28)


def test_the_test_clock() -> None:
    """Where it is allowed, a date is taken and anything else is not."""
    test = {TEST_CLOCK_VARIABLE: "1"}
    assert person({"today": "2020-01-01"}, **test).today == date(2020, 1, 1)
    for bad in ("soon", "2020-13-01", "", 20200101, None):
        assert person({"today": bad}, **test).today == date(2026, 3, 28)


@settings(deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["country", "timezone", "today", "zone_known", "channel", "x"]), inner)
        ),
    )
)
def test_metadata_of_any_shape_is_no_error(metadata: Any) -> None:
    """Whatever a client sends, there is a person with a date."""
    assert isinstance(person(metadata).today, date)
    assert isinstance(Person.from_stored(metadata).today, date)


@pytest.mark.parametrize("channel", ["rest", "web", "sms"])
def test_what_is_kept_comes_back(channel: str) -> None:
    """The person that is kept with a message is the same when it is read."""
    given = {"country": "GB", "timezone": "Asia/Tokyo"}
    found = Person.from_metadata(given, channel=channel, now=NIGHT, environment={})
    assert Person.from_stored(found.to_metadata()) == found
    assert Person.from_stored(person().to_metadata()) == person()
