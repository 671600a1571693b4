"""Tells RabbitMQ what happened in a turn, for those who watch over several servers: no text, no names, no conversation.

Rasa's own broker publishes every event with all that was written, waits at the start until RabbitMQ is there, and keeps
whatever it could not send. This one sends what can be counted, starts without RabbitMQ, and holds back a bounded
number of events while it is away. Events of a quarter of a second go together, since each sending costs a tenth of a
turn. Each event has an id of its own, so that one that arrives twice is counted once.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import logging
import uuid
from collections import deque
from typing import Any

import aio_pika
from aiormq.abc import FieldTable
from rasa.core.brokers.broker import EventBroker
from rasa.utils.endpoints import EndpointConfig

from b12guide import metrics, settings

logger = logging.getLogger(__name__)
EXCHANGE = QUEUE = "b12guide.turns"
# Nobody has to read the queue: what is older than a week, or the oldest of a million, goes.
LIMITS: FieldTable = {"x-message-ttl": 7 * 24 * 3600 * 1000, "x-max-length": 1_000_000}
ANSWER_SECONDS, RETRY_SECONDS = 5.0, 2.0
# For what is left when the server stops.
CLOSE_SECONDS = 1.0
TOGETHER_SECONDS, MOST_TOGETHER = 0.25, 500


class TurnEvents(EventBroker):
    """Publishes lists of small JSON objects, one for each message of a person and each answer of the bot."""

    def __init__(self, url: str, *, held_back: int = 10_000) -> None:
        """`url` is `amqp://...`; `held_back` events wait while RabbitMQ is away, the oldest give way to newer ones."""
        self._url = url
        self._waiting: deque[dict[str, Any]] = deque(maxlen=held_back)
        self._news = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    @classmethod
    async def from_endpoint_config(cls, broker_config: EndpointConfig | None, *_: Any) -> TurnEvents | None:
        """The broker of the setting `B12GUIDE_EVENTS`; none where it is not set."""
        url = settings.events()
        return cls(url) if url else None

    def publish(self, event: dict[str, Any]) -> None:
        """Send later what may be told of `event`; returns at once."""
        told = facts(event)
        if told is None:
            return
        self._waiting.append(told)
        self._news.set()
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._send_all())

    async def close(self) -> None:
        """Send what is left, for a second at most."""
        if self._task is None:
            return
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._emptied(), CLOSE_SECONDS)
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    async def _emptied(self) -> None:
        while self._waiting:
            await asyncio.sleep(0.05)

    async def _send_all(self) -> None:
        while True:
            await self._send_while_it_works()
            await asyncio.sleep(RETRY_SECONDS)

    async def _send_while_it_works(self) -> None:
        try:
            await self._send()
        except Exception as error:
            metrics.failed("events")
            logger.error("Turn events cannot be sent: %s", type(error).__name__)

    async def _send(self) -> None:
        connection = await aio_pika.connect(self._url, timeout=ANSWER_SECONDS)
        async with connection:
            channel = await connection.channel()
            exchange = await channel.declare_exchange(EXCHANGE, aio_pika.ExchangeType.FANOUT, durable=True)
            queue = await channel.declare_queue(QUEUE, durable=True, arguments=LIMITS)
            await queue.bind(exchange)
            while True:
                while self._waiting:
                    told = list(itertools.islice(self._waiting, MOST_TOGETHER))
                    # Returns when RabbitMQ has them; where it does not, they are still the first that wait.
                    await exchange.publish(_message(told), routing_key="", timeout=ANSWER_SECONDS)
                    for one in told:
                        if self._waiting and self._waiting[0] is one:
                            self._waiting.popleft()
                    metrics.worked("events")
                    await asyncio.sleep(TOGETHER_SECONDS)
                self._news.clear()
                await self._news.wait()


def facts(event: dict[str, Any]) -> dict[str, Any] | None:
    """What may be told of one of Rasa's events: fields with values from fixed lists alone; None for most events."""
    told = {"id": uuid.uuid4().hex, "time": event.get("timestamp")}
    if event.get("event") == "user":
        intent = ((event.get("parse_data") or {}).get("intent") or {}).get("name")
        return {**told, "what": "message", "channel": event.get("input_channel"), "intent": intent}
    if event.get("event") == "bot":
        custom = (event.get("data") or {}).get("custom") or {}
        action = (event.get("metadata") or {}).get("utter_action")
        topics = custom.get("topics") or []
        return {**told, "what": "answer", "kind": custom.get("kind"), "topics": topics, "response": action}
    return None


def _message(told: list[dict[str, Any]]) -> aio_pika.Message:
    return aio_pika.Message(
        json.dumps(told).encode(),
        message_id=told[0]["id"],
        content_type="application/json",
        delivery_mode=aio_pika.DeliveryMode.PERSISTENT,
    )
