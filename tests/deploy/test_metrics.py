"""Figures: what is counted, that nobody can be told apart by them, and where they can be read."""

from __future__ import annotations

import socket
import urllib.request

import pytest
from prometheus_client import generate_latest

from b12guide import metrics
from b12guide.settings import SettingError
from tests.channels.conftest import Site
from tests.conftest import Bot


def value(name: str, **labels: str) -> float:
    return metrics.REGISTRY.get_sample_value(name, labels) or 0.0


def test_a_turn_is_counted_by_kind_level_topic_and_time(bot: Bot, request: pytest.FixtureRequest) -> None:
    """One turn adds one to its kind, to its topics and to the times of its channel."""
    turns = {"channel": "rest", "kind": "answer", "level": "none"}
    before = (
        value("b12guide_turns_total", **turns),
        value("b12guide_topics_total", topic="time_to_feel_better"),
        value("b12guide_turn_seconds_count", channel="rest"),
    )
    bot.say(request.node.nodeid, "how long until i feel better?")
    assert (
        value("b12guide_turns_total", **turns),
        value("b12guide_topics_total", topic="time_to_feel_better"),
        value("b12guide_turn_seconds_count", channel="rest"),
    ) == tuple(count + 1 for count in before)


def test_nothing_that_somebody_wrote_is_in_the_figures(bot: Bot) -> None:
    """Neither text nor sender nor country of a person is a label."""
    bot.say("a-quince-of-a-sender", "what does my quince have to do with it?", country="NZ")
    figures = generate_latest(metrics.REGISTRY).decode()
    assert "quince" not in figures
    assert '"NZ"' not in figures


def test_the_figures_are_not_on_the_port_of_people(site: Site) -> None:
    """Whoever reaches the chat does not reach the figures."""
    assert site.get("/metrics").status == 404


def test_the_figures_are_served_where_they_are_asked_for() -> None:
    """`B12GUIDE_METRICS` opens an address of its own; without it there is none."""
    assert metrics.serve({}) is None
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert metrics.serve({"B12GUIDE_METRICS": f"127.0.0.1:{port}"}) == port
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=20) as answer:
        assert b"b12guide_turns" in answer.read()


@pytest.mark.parametrize("given", ["9105", ":9105", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:99999"])
def test_an_address_that_is_none_is_told(given: str) -> None:
    """A port alone would be open to everybody, so it is no address either."""
    with pytest.raises(SettingError, match="B12GUIDE_METRICS"):
        metrics.serve({"B12GUIDE_METRICS": given})


def test_a_part_that_failed_is_seen_until_it_works() -> None:
    """Failures add up; whether the part works is that of its last use."""
    before = value("b12guide_part_failures_total", part="events")
    metrics.failed("events")
    assert value("b12guide_part_works", part="events") == 0
    metrics.worked("events")
    assert value("b12guide_part_works", part="events") == 1
    assert value("b12guide_part_failures_total", part="events") == before + 1
