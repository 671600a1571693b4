"""Counts and times for those who run the server: never a text, never a name, nothing that tells people apart.

They are read over HTTP on an address of their own (`B12GUIDE_METRICS`, docs/deploy.md), which no proxy passes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

from b12guide.settings import SettingError, setting

ADDRESS_VARIABLE = "B12GUIDE_METRICS"
REGISTRY = CollectorRegistry()
SECONDS = (0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.2, 0.5, 0.8, 1.0, 2.0, 5.0, 20.0)

TURNS = Counter(
    "b12guide_turns", "Turns answered, by what kind of answer it was.", ["channel", "kind", "level"], registry=REGISTRY
)
SECONDS_OF_TURNS = Histogram(
    "b12guide_turn_seconds", "From a message to its answer.", ["channel"], buckets=SECONDS, registry=REGISTRY
)
TOPICS = Counter("b12guide_topics", "Topics answered.", ["topic"], registry=REGISTRY)
OFFERED = Counter("b12guide_topics_offered", "Topics offered where the bot was unsure.", ["topic"], registry=REGISTRY)
WITHOUT_RASA = Counter(
    "b12guide_turns_without_rasa",
    "Turns that were late or failed; the channel answered.",
    ["reason"],
    registry=REGISTRY,
)
CHANNEL_ERRORS = Counter(
    "b12guide_channel_errors", "Requests refused and sending that failed.", ["channel", "reason"], registry=REGISTRY
)
PART_FAILURES = Counter("b12guide_part_failures", "Failures of a part beside the server.", ["part"], registry=REGISTRY)
PART_WORKS = Gauge("b12guide_part_works", "1 if the last use of the part worked, else 0.", ["part"], registry=REGISTRY)
HELD_OVER = Gauge("b12guide_conversations_held_over", "Conversations that wait for the database.", registry=REGISTRY)
REMINDERS = Counter(
    "b12guide_reminders",
    "Reminders: sent, second (one more), unsure (may have gone out before a crash), unanswered (nor the one "
    "more), and why "
    "one did not go out.",
    ["channel", "what"],
    registry=REGISTRY,
)
AFTER_STOP = Counter(
    "b12guide_emergencies_after_stop",
    "Calls for help by people who had said STOP: heard, and held_back where the provider would not take the card.",
    ["channel", "what"],
    registry=REGISTRY,
)
DELETED = Counter("b12guide_conversations_deleted", "Conversations deleted.", ["why"], registry=REGISTRY)
MODEL_READY = Gauge("b12guide_model_ready", "1 if the model is loaded, else 0.", registry=REGISTRY)


def turn(channel: str, seconds: float, messages: list[dict[str, Any]]) -> None:
    """Count a turn that was answered.

    Args:
        seconds: from the message to its answer.
        messages: what was answered; only the fields of `custom` that come from fixed lists are read.
    """
    custom: Mapping[str, Any] = next((m["custom"] for m in messages if "custom" in m), {})
    TURNS.labels(channel, str(custom.get("kind")), str(custom.get("level"))).inc()
    SECONDS_OF_TURNS.labels(channel).observe(seconds)
    for counter, field in ((TOPICS, "topics"), (OFFERED, "offered")):
        for topic in custom.get(field) or []:
            counter.labels(topic).inc()


def failed(part: str) -> None:
    """A part (`database`, `locks`, `events`) did not do what it was asked."""
    PART_FAILURES.labels(part).inc()
    PART_WORKS.labels(part).set(0)


def worked(part: str) -> None:
    """A part did what it was asked."""
    PART_WORKS.labels(part).set(1)


def serve(environment: Mapping[str, str] | None = None) -> int | None:
    """Serve the figures where `B12GUIDE_METRICS` says (`127.0.0.1:9105`); returns the port, None if it says nothing.

    Raises:
        SettingError: it is no address and port, or the port is taken.
    """
    given = setting(ADDRESS_VARIABLE, environment)
    if given is None:
        return None
    host, _, port = given.rpartition(":")
    if not host or not port.isdecimal() or not port.isascii():
        raise SettingError(f"{ADDRESS_VARIABLE}: {given} is no address and port, such as 127.0.0.1:9105.")
    try:
        start_http_server(int(port), addr=host.strip("[]"), registry=REGISTRY)
    except (OSError, OverflowError, UnicodeError) as error:
        raise SettingError(f"{ADDRESS_VARIABLE}: {given} cannot be used ({type(error).__name__}).") from error
    return int(port)
