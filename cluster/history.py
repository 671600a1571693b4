"""Compares what people sent and saw with what the servers keep: nothing lost, nothing doubled, everything in order."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import aio_pika

from cluster.people import Conversation, People
from cluster.services import Services

AT_ONCE = 4


@dataclass
class Check:
    """What was found.

    Attributes:
        sent: messages that people sent.
        answered: messages that got exactly one answer.
        kept: messages in the database.
        lost: messages without an answer, or that are not kept.
        doubled: messages that are kept more than once, or whose answer is.
        disordered: conversations whose messages are kept in another order than that in which they were sent.
        other: answers that are kept differently from what the person saw.
        wrong_level: answers to a warning sign, or right after one, without their card.
        events, events_doubled: messages of which RabbitMQ was told, and those of which it was told again.
    """

    sent: int = 0
    answered: int = 0
    kept: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    disordered: list[str] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    wrong_level: list[str] = field(default_factory=list)
    events: int = 0
    events_doubled: int = 0

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong. What RabbitMQ was not told is counted, and is no fault of the history."""
        return not (self.lost or self.doubled or self.disordered or self.other or self.wrong_level)


async def check(people: People, services: Services) -> Check:
    """Compare every conversation, through the export that people have and in the database itself."""
    result = Check()
    places = asyncio.Semaphore(AT_ONCE)

    async def one(conversation: Conversation) -> None:
        async with places:
            compare(conversation, await people.export(conversation), result)

    await asyncio.gather(*(one(conversation) for conversation in people.conversations if conversation.said))
    rows = services.sql("SELECT sender_id, data FROM conversation_events ORDER BY sender_id, seq")
    names = {conversation.name for conversation in people.conversations}
    messages = [(str(sender), json.loads(str(data))) for sender, data in rows if sender in names]
    ids = Counter((sender, event["message_id"]) for sender, event in messages if event["event"] == "user")
    result.kept = len(ids)
    result.doubled += [f"{sender}/{message}: {times} rows" for (sender, message), times in ids.items() if times > 1]
    await _count_events(services, result)
    return result


def compare(conversation: Conversation, kept: list[dict[str, Any]], result: Check) -> None:
    """Compare one conversation as its person saw it with what is kept of it."""
    name = conversation.name
    lines = list(_answers(kept))
    order = [message_id for message_id, _ in lines]
    times = Counter(order)
    for said in conversation.said:
        where = f"{name}/{said.id}"
        result.sent += 1
        if said.answers:
            result.answered += 1
        if not said.answers or said.id not in times:
            result.lost.append(where)
            continue
        if times[said.id] > 1:
            result.doubled.append(where)
        texts = next(texts for message_id, texts in lines if message_id == said.id)
        if texts != said.texts:
            (result.doubled if texts == said.texts * 2 else result.other).append(f"{where}: {said.texts} / {texts}")
        if said.level is not None and said.answered_level != said.level:
            result.wrong_level.append(f"{where}: {said.text!r} {said.answered_level}")
    if [message_id for message_id in order if times[message_id] == 1] != [
        said.id for said in conversation.said if times[said.id] == 1
    ]:
        result.disordered.append(name)


def _answers(kept: list[dict[str, Any]]) -> Iterable[tuple[str, list[str]]]:
    """Each message's id with the texts of its answer."""
    turn: tuple[str, list[str]] | None = None
    for line in kept:
        if line["from"] == "user":
            if turn is not None:
                yield turn
            turn = (line["id"], [])
        elif turn is not None and line.get("text"):
            turn[1].append(line["text"])
    if turn is not None:
        yield turn


async def _count_events(services: Services, result: Check) -> None:
    from b12guide.channels.web import WebChannel
    from b12guide.rasa.turn_events import LIMITS, QUEUE

    seen: Counter[str] = Counter()
    connection = await aio_pika.connect(services.events)
    async with connection:
        channel = await connection.channel()
        queue = await channel.declare_queue(QUEUE, durable=True, arguments=LIMITS)
        while (message := await queue.get(no_ack=True, fail=False)) is not None:
            for told in json.loads(message.body):
                if told["what"] == "message" and told["channel"] == WebChannel.name():
                    seen[told["id"]] += 1
    result.events, result.events_doubled = len(seen), sum(seen.values()) - len(seen)
