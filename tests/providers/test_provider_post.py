"""What is waited for between tries, and what a provider's answer means."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

import pytest

from b12guide.channels.post import Verdict, retry_after, usual_verdict
from tests.providers.kinds import KINDS

NOW = datetime(2026, 3, 5, 12, 0, 0, tzinfo=timezone.utc)


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ("7", 7.0),
        (" 120 ", 120.0),
        ("0", 0.0),
        ("1.5", 1.5),
        ("Thu, 05 Mar 2026 12:00:30 GMT", 30.0),
        ("Thu, 05 Mar 2026 11:00:00 GMT", 0.0),
        ("Thu, 05 Mar 2026 13:00:30 +0100", 30.0),
        ("", None),
        ("-1", None),
        ("soon", None),
        ("99999999999999999999", None),
        ("Thu, 99 Mar 2026 12:00:30 GMT", None),
    ],
)
def test_retry_after(given: str, seconds: float | None) -> None:
    """Seconds or a date, as HTTP has it; nonsense counts as not there."""
    assert retry_after({"Retry-After": given}, NOW) == seconds


@pytest.mark.parametrize(
    ("status", "taken", "again"),
    [
        *((status, True, False) for status in (200, 201, 204)),
        *((status, False, False) for status in (301, 400, 401, 404)),
        *((status, False, True) for status in (429, 500, 502, 503)),
    ],
)
def test_what_a_status_means(status: int, taken: bool, again: bool) -> None:
    """2xx is taken; 429 and 5xx are worth another try; a redirect is not followed."""
    assert usual_verdict(status, {}) == Verdict(taken, again, None, "" if taken else str(status))


@pytest.mark.parametrize(("code", "shown"), [(100, "400 100"), ("channel_not_found", "400 channel_not_found")])
def test_a_code_is_named(code: Any, shown: str) -> None:
    """A short code of a provider says what to look up."""
    assert usual_verdict(400, {}, code).code == shown


@pytest.mark.parametrize("code", ["447911123456", "Some Words", "x" * 100, "", None, {"a": 1}])
def test_a_code_that_could_be_somebodys_is_not(code: Any) -> None:
    """What could be a number or words of a person is left out."""
    assert usual_verdict(400, {}, code).code in ("400", "400 None")


Told = tuple[bool, bool, "float | None"]


def verdict(name: str, status: int, body: Any, headers: dict[str, str] | None = None) -> Told:
    kind = KINDS[name]()
    settings = {**kind.settings, "api": "x"}
    channel = kind.channel(settings, inbox=object(), post=object(), names=object(), **kind.parts)
    found = channel.verdict(status, headers or {}, body)
    return found.taken, found.again, found.wait


@pytest.mark.parametrize(
    ("name", "status", "body", "expected"),
    [
        ("whatsapp", 400, {"error": {"code": 131056}}, (False, True, None)),
        ("whatsapp", 400, {"error": {"code": 131047}}, (False, False, None)),
        ("whatsapp", 400, {"error": {"code": 100}}, (False, False, None)),
        ("whatsapp", 400, {"error": {"code": 9, "is_transient": True}}, (False, True, None)),
        ("whatsapp", 429, {"error": "x"}, (False, True, None)),
        ("whatsapp", 500, None, (False, True, None)),
        ("whatsapp", 200, {"messages": [{"id": "wamid.1"}]}, (True, False, None)),
        ("messenger", 400, {"error": {"code": 613}}, (False, True, None)),
        ("messenger", 400, {"error": {"code": 551}}, (False, False, None)),
        ("telegram", 429, {"ok": False, "parameters": {"retry_after": 35}}, (False, True, 35.0)),
        ("telegram", 429, {"ok": False}, (False, True, None)),
        ("telegram", 403, {"ok": False, "description": "bot was blocked by the user"}, (False, False, None)),
        ("telegram", 400, [], (False, False, None)),
        ("slack", 200, {"ok": True}, (True, False, None)),
        ("slack", 200, {"ok": False, "error": "ratelimited"}, (False, True, None)),
        ("slack", 200, {"ok": False, "error": "fatal_error"}, (False, True, None)),
        ("slack", 200, {"ok": False, "error": "channel_not_found"}, (False, False, None)),
        ("slack", 200, None, (False, True, None)),
        ("slack", 429, None, (False, True, None)),
        ("sms", 201, {"sid": "SM1"}, (True, False, None)),
        ("sms", 400, {"code": 21610}, (False, False, None)),
        ("sms", 429, {"code": 20429}, (False, True, None)),
        ("twilio_whatsapp", 503, {}, (False, True, None)),
    ],
)
def test_what_a_provider_means(name: str, status: int, body: Any, expected: Told) -> None:
    """Each provider's own way of saying "later" and "never"."""
    assert verdict(name, status, body) == expected


def test_slack_says_how_long_in_a_header() -> None:
    """Also where the error comes with status 200."""
    told = verdict("slack", 200, {"ok": False, "error": "ratelimited"}, {"Retry-After": "9"})
    assert told == (False, True, 9.0)
