"""What RabbitMQ is told: facts from fixed lists, and neither text nor names."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aio_pika
import pytest

from b12guide.rasa.turn_events import TurnEvents, facts
from tests.conftest import Bot


def test_what_is_told_of_a_conversation_tells_nobody_apart(bot: Bot, request: pytest.FixtureRequest) -> None:
    """Of each message and answer its kind is told; text, sender, country, date and plan are not."""
    sender = request.node.nodeid
    bot.say(sender, "every 12 weeks, last one 9 february 2026, says my quince", country="NZ", today="2026-03-05")
    bot.say(sender, "how long until i feel better?")
    tracker = bot.run(bot.agent.tracker_store.retrieve(sender))
    told = [facts({"sender_id": sender, **event.as_dict()}) for event in tracker.events]
    messages = [one for one in told if one and one["what"] == "message"]
    answers = [one for one in told if one and one["what"] == "answer"]
    assert len(messages) == 2
    assert [set(one) for one in messages] == [{"id", "time", "what", "channel", "intent"}] * 2
    assert all(set(one) == {"id", "time", "what", "kind", "topics", "response"} for one in answers)
    assert ["time_to_feel_better"] in [one["topics"] for one in answers]
    text = json.dumps(told)
    for secret in ("quince", "NZ", "2026-02-09", "12", "better?", "test_turn_events"):
        assert secret not in "".join(json.dumps({**one, "id": "", "time": 0}) for one in told if one), secret
    assert len({one["id"] for one in told if one}) == len(messages) + len(answers), text


@pytest.mark.parametrize("event", ["slot", "action", "session_started", "restart", ""])
def test_of_most_events_nothing_is_told(event: str) -> None:
    """Slots hold plans, so slots are not told."""
    assert facts({"event": event, "name": "memory", "value": {"plan": 1}, "timestamp": 1.0}) is None


@pytest.mark.parametrize(
    "event",
    [{"event": "user"}, {"event": "bot"}, {"event": "bot", "data": None}, {"event": "user", "parse_data": None}],
)
def test_an_event_that_lacks_things_is_told_all_the_same(event: dict[str, Any]) -> None:
    """An event in an unknown form stops no turn."""
    assert facts(event) is not None


def test_without_rabbitmq_a_bounded_number_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """While nothing can be sent, the newest events are held back and the oldest give way; publishing never waits."""
    events = TurnEvents("amqp://nobody", held_back=3)

    async def never(self: TurnEvents) -> None:
        await asyncio.Event().wait()

    async def talk() -> list[float]:
        monkeypatch.setattr(TurnEvents, "_send", never)
        for number in range(5):
            events.publish({"event": "user", "timestamp": float(number)})
        monkeypatch.setattr("b12guide.rasa.turn_events.ANSWER_SECONDS", 0.01)
        await events.close()
        return [told["time"] for told in events._waiting]

    assert asyncio.run(asyncio.wait_for(talk(), 20)) == [2.0, 3.0, 4.0]


class Exchange:
    """In RabbitMQ's place: keeps what it is given, and can be away."""

    def __init__(self, away: int = 0) -> None:
        self.bodies: list[list[float]] = []
        self.away = away

    async def publish(self, message: aio_pika.Message, **_: Any) -> None:
        self.away -= 1
        if self.away >= 0:
            raise ConnectionError
        self.bodies.append([told["time"] for told in json.loads(message.body)])


class Connection:
    """As much of a connection as is used."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange

    async def __aenter__(self) -> Connection:
        return self

    async def __aexit__(self, *_: object) -> None:
        return None

    async def channel(self) -> Connection:
        return self

    async def declare_exchange(self, *_: Any, **__: Any) -> Exchange:
        return self.exchange

    async def declare_queue(self, *_: Any, **__: Any) -> Connection:
        return self

    async def bind(self, _: Exchange) -> None:
        return None


@pytest.mark.parametrize("away", [0, 1, 3])
def test_events_go_together_and_each_once(away: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits goes as one list, in order, also after RabbitMQ was away; what gave way meanwhile is not sent."""
    exchange = Exchange(away)

    async def connect(*_: Any, **__: Any) -> Connection:
        return Connection(exchange)

    async def talk() -> int:
        monkeypatch.setattr(aio_pika, "connect", connect)
        for name in ("TOGETHER_SECONDS", "RETRY_SECONDS"):
            monkeypatch.setattr(f"b12guide.rasa.turn_events.{name}", 0.0)
        events = TurnEvents("amqp://somebody", held_back=4)
        for number in range(5):
            events.publish({"event": "user", "timestamp": float(number)})
        await events._emptied()
        events.publish({"event": "user", "timestamp": 9.0})
        await events.close()
        return len(events._waiting)

    assert asyncio.run(asyncio.wait_for(talk(), 20)) == 0
    assert exchange.bodies == [[1.0, 2.0, 3.0, 4.0], [9.0]]


def test_without_the_setting_there_is_no_broker(monkeypatch: pytest.MonkeyPatch) -> None:
    """One machine needs no RabbitMQ."""
    monkeypatch.delenv("B12GUIDE_EVENTS", raising=False)
    monkeypatch.delenv("B12GUIDE_EVENTS_FILE", raising=False)
    assert asyncio.run(TurnEvents.from_endpoint_config(None)) is None
