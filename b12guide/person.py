"""What is known of the person who writes: country, time zone and today's date there. Nothing else is asked."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timezone
from typing import Any
from zoneinfo import ZoneInfo

import phonenumbers

COUNTRY_VARIABLE, ZONE_VARIABLE = "B12GUIDE_COUNTRY", "B12GUIDE_TIMEZONE"
TEST_CLOCK_VARIABLE = "B12GUIDE_ALLOW_TEST_CLOCK"
_SHARED_NUMBERS = {44: "GB", 61: "AU"}


@dataclass(frozen=True)
class Person:
    """Where somebody is and what day it is there.

    Attributes:
        country: ISO 3166 two-letter code, or None.
        zone: name of the time zone; `zone_known` is False where it is only the default.
        today: the date in that zone.
        channel: the channel's name, where the wording depends on it.
    """

    country: str | None
    zone: str
    zone_known: bool
    today: date
    channel: str = "rest"

    @classmethod
    def from_metadata(
        cls,
        metadata: Any,
        *,
        channel: str = "rest",
        phone: str | None = None,
        now: datetime | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> Person:
        """Read what a client sent along (`product.md`); what cannot be understood counts as not sent.

        Args:
            metadata: `{"country", "timezone", "today"}`, all optional; `today` counts only where the server allows it.
            phone: number in international form, whose prefix tells the country where metadata does not.
            now: the moment, with zone; the server's clock by default.
        """
        given = metadata if isinstance(metadata, Mapping) else {}
        country = _country(given.get("country")) or _phone_country(phone) or _country(environment.get(COUNTRY_VARIABLE))
        zone = _zone(given.get("timezone")) or _zone(environment.get(ZONE_VARIABLE))
        moment = now or datetime.now(timezone.utc)
        today = moment.astimezone(zone or timezone.utc).date()
        if environment.get(TEST_CLOCK_VARIABLE) == "1":
            today = _date(given.get("today")) or today
        return cls(country, zone.key if zone else "UTC", zone is not None, today, channel)

    @classmethod
    def from_stored(cls, metadata: Any) -> Person:
        """The person as `to_metadata` wrote it with a message; defaults where nothing was written."""
        given = metadata if isinstance(metadata, Mapping) else {}
        today = _date(given.get("today")) or datetime.now(timezone.utc).date()
        known = bool(given.get("zone_known"))
        return cls(
            _country(given.get("country")),
            str(given.get("timezone") or "UTC"),
            known,
            today,
            str(given.get("channel") or "rest"),
        )

    def to_metadata(self) -> dict[str, Any]:
        """What is kept with a message, for the actions."""
        return {
            "country": self.country,
            "timezone": self.zone,
            "zone_known": self.zone_known,
            "today": self.today.isoformat(),
            "channel": self.channel,
        }


def _country(value: Any) -> str | None:
    if isinstance(value, str) and len(value.strip()) == 2 and value.strip().isalpha():
        code = value.strip().upper()
        return "GB" if code == "UK" else code
    return None


def _phone_country(phone: str | None) -> str | None:
    if not phone:
        return None
    try:
        number = phonenumbers.parse(phone if phone.startswith("+") else f"+{phone}")
    except phonenumbers.NumberParseException:
        return None
    # Jersey, Guernsey and Man, Christmas Island: a country of their own, the numbers to call of the larger one.
    return _SHARED_NUMBERS.get(number.country_code or 0) or phonenumbers.region_code_for_number(number)


def _zone(value: Any) -> ZoneInfo | None:
    if not isinstance(value, str) or not value:
        return None
    try:
        return ZoneInfo(value)
    except (ValueError, OSError, KeyError):  # unknown, malformed, or the name of a folder
        return None


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
