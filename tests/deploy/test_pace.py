"""The limit of a conversation's pace: who types never meets it, and a call for help passes it."""

from __future__ import annotations

import pytest

from b12guide.channels.pace import Pace, over_limit
from b12guide.channels.rest import RestChannel
from b12guide.person import Person
from tests.conftest import Bot, Reply

PERSON = Person.from_metadata({"country": "GB"}, environment={})


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_empties_and_fills() -> None:
    """So many at once, then as many as time lets in, never more than the bucket holds."""
    clock = Clock()
    pace = Pace(at_once=3, a_second=0.5, clock=clock)
    assert [pace.allows("ann") for _ in range(4)] == [True, True, True, False]
    clock.now = 2.0
    assert [pace.allows("ann") for _ in range(2)] == [True, False]
    clock.now = 100.0
    assert [pace.allows("ann") for _ in range(4)] == [True, True, True, False]


def test_everybody_has_a_bucket() -> None:
    """One conversation that is too fast costs no other."""
    pace = Pace(at_once=1, clock=Clock())
    assert (pace.allows("ann"), pace.allows("ann"), pace.allows("bob")) == (True, False, True)


def test_what_the_proxy_marks_is_over_the_limit() -> None:
    """An address that floods the proxy is read for warning signs alone."""
    token = over_limit.set(True)
    try:
        assert not Pace().allows("ann")
    finally:
        over_limit.reset(token)


@pytest.fixture
def say(bot: Bot, request: pytest.FixtureRequest):
    """Sends messages on a channel that lets nothing through."""
    channel = RestChannel()
    channel.pace = Pace(at_once=0)

    def send(text: str) -> Reply:
        turn = channel.converse(bot.app, bot.agent.handle_message, request.node.nodeid, text, PERSON)
        return Reply(bot.run(turn))

    return send


def test_too_fast_is_told_with_where_help_is(bot: Bot, say, request: pytest.FixtureRequest) -> None:
    """The answer says that it was not read, whom to call, and to wait; nothing of the message is kept."""
    turn = say("how long until i feel better?")
    assert (turn.custom["kind"], turn.custom["level"], turn.custom["asks"]) == ("fallback", "none", "unread")
    assert turn.text == (
        "That came too fast for me to read. If anything feels wrong now, call 999 or your local emergency number. "
        "Otherwise wait a minute. Then send your last message again."
    )
    assert bot.run(bot.agent.tracker_store.retrieve(request.node.nodeid)) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("my throat is closing up after the injection", "emergency"),
        ("I like my garden. " * 200 + "my throat is closing up after the injection", "emergency"),
        ("i've got hives all over", "urgent"),
    ],
)
def test_no_limit_drops_a_warning_sign(say, text: str, level: str) -> None:
    """A warning sign is answered with its card, however fast it came."""
    assert say(text).custom["level"] == level
