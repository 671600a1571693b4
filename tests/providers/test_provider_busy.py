"""A provider that is busy, broken or away gets each answer later, and once."""

from __future__ import annotations

from collections.abc import Callable

from tests.providers.fake_server import Answer
from tests.providers.harness import Harness

EMERGENCY = "my throat is closing up after the injection"


def test_a_provider_that_is_busy_gets_it_later_and_once(harness: Harness) -> None:
    """429 with its wait, 500, 502 and 503: tried again after the wait asked for, taken once, and repeats stay one."""
    harness.fake.script = [harness.fake.busy(7), Answer(500), Answer(502), Answer(503, headers={"Retry-After": "3"})]
    harness.write("hello")
    harness.write("hello")
    assert harness.answers == ["You said: hello"]
    assert harness.fake.requests == 5
    assert harness.slept[0] == 7.0
    assert harness.slept[3] >= 3.0


def test_a_refused_answer_is_not_tried_again_and_the_next_is_sent(harness: Harness) -> None:
    """A provider's no is final for that message, and does not stand in the way of the next."""
    harness.fake.script = [
        Answer(400 if harness.kind.name != "slack" else 200, harness.fake.error("channel_not_found: x"))
    ]
    assert harness.write("hello") == []
    assert len(harness.write("again", message_id="2")) == 1
    assert (harness.fake.requests, harness.slept) == (2, [])


def test_a_connection_that_breaks_doubles_no_answer(harness: Harness) -> None:
    """Where nobody knows whether an answer arrived it is not sent again; the card of an emergency is."""
    harness.fake.script = [Answer(200, taken=True, breaks=True)]
    assert len(harness.write("hello")) == 1
    harness.fake.script = [Answer(200, taken=True, breaks=True)]
    assert len(harness.write(EMERGENCY, message_id="2")) == 2


def test_a_provider_that_is_not_there_is_tried_until_it_is(make: Callable[..., Harness]) -> None:
    """A refused connection means that nothing was sent: it is tried again, with growing waits, for a quarter hour."""
    harness = make("telegram", settings={"api": "http://127.0.0.1:9"})
    harness.write("hello")
    assert harness.slept[:4] == [0.25, 0.5, 1.0, 2.0]
    assert 800 < sum(harness.slept) <= 900
