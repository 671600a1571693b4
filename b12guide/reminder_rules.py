"""What the clinic sets for reminders: the hours in which nothing is sent, its closed days, its mail server."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from urllib.parse import unquote, urlsplit

from b12guide.diary.clock import Closed, Quiet
from b12guide.settings import SettingError, setting

QUIET_VARIABLE, CLOSED_VARIABLE = "B12GUIDE_QUIET_HOURS", "B12GUIDE_CLOSED_DAYS"
SMTP_VARIABLE, FROM_VARIABLE = "B12GUIDE_SMTP", "B12GUIDE_SMTP_FROM"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HOURS = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")
_MAIL = re.compile(r"[^\s<>,;:\"']{1,64}@[A-Za-z0-9.-]{1,190}")


@dataclass(frozen=True)
class MailServer:
    """The clinic's server for mail: `secure` from the first byte (`smtps`), else by STARTTLS, which it has to offer
    unless it is this machine."""

    host: str
    port: int
    secure: bool
    user: str | None
    password: str | None = field(repr=False)
    sender: str = ""


@dataclass(frozen=True)
class ReminderRules:
    """What is set; the mail server is None where there is none."""

    quiet: Quiet = field(default_factory=Quiet)
    closed: Closed = field(default_factory=Closed)
    mail: MailServer | None = None

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None) -> ReminderRules:
        """Read the settings.

        Raises:
            SettingError: one of them cannot be used.
        """
        return cls(_quiet(environment), _closed(environment), _mail(environment))


def _quiet(environment: Mapping[str, str] | None) -> Quiet:
    given = setting(QUIET_VARIABLE, environment)
    if given is None:
        return Quiet()
    found = _HOURS.fullmatch(given)
    try:
        start, end = (time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))) if found else (None, None)
    except ValueError:
        start = end = None
    if start is None or end is None or not time(12) <= start or not end <= time(12):
        raise SettingError(f"{QUIET_VARIABLE} is {given}: give an evening and a morning, as 21:00-08:00.")
    return Quiet(start, end)


def _closed(environment: Mapping[str, str] | None) -> Closed:
    given = setting(CLOSED_VARIABLE, environment)
    weekdays, days = set(), set()
    for word in (given or "").replace(",", " ").split():
        if word.lower()[:3] in _DAYS and word.isalpha():
            weekdays.add(_DAYS.index(word.lower()[:3]))
            continue
        try:
            days.add(date.fromisoformat(word))
        except ValueError:
            form = "give days of the week and dates, as: sat sun 2026-12-25"
            raise SettingError(f"{CLOSED_VARIABLE} has {word}: {form}.") from None
    return Closed(frozenset(weekdays), frozenset(days))


def _mail(environment: Mapping[str, str] | None) -> MailServer | None:
    given, sender = setting(SMTP_VARIABLE, environment), setting(FROM_VARIABLE, environment)
    if given is None and sender is None:
        return None
    if given is None or sender is None:
        there, missing = (SMTP_VARIABLE, FROM_VARIABLE) if given else (FROM_VARIABLE, SMTP_VARIABLE)
        raise SettingError(f"Mail is half set up: {there} is there, {missing} is missing.")
    try:
        parts = urlsplit(given)
        usable = parts.scheme in ("smtp", "smtps") and parts.hostname and not parts.path.strip("/") and parts.port != 0
    except ValueError:
        usable = False
    if not usable or re.search(r"[^!-~]", given):
        raise SettingError(f"{SMTP_VARIABLE} has to be an address as smtps://user:password@mail.example.org:465.")
    if not _MAIL.fullmatch(sender):
        raise SettingError(f"{FROM_VARIABLE} has to be the address that mails come from, as chat@clinic.example.")
    secure = parts.scheme == "smtps"
    user = unquote(parts.username) if parts.username else None
    password = unquote(parts.password) if parts.password else None
    return MailServer(str(parts.hostname), parts.port or (465 if secure else 587), secure, user, password, sender)
