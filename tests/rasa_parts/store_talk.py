"""Conversations with a conversation store alone, as Rasa has them with it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.rasa.tracker_store import ConversationStore

DOMAIN = Domain.from_dict(
    {
        "intents": ["greet"],
        "slots": {
            "memory": {"type": "any", "influence_conversation": False, "mappings": [{"type": "custom"}]},
            "awaiting": {"type": "text", "influence_conversation": False, "mappings": [{"type": "custom"}]},
        },
    }
)
GENEROUS = 20.0


def run(awaitable: Coroutine[Any, Any, Any]) -> Any:
    """Run to the end, within a generous limit."""
    return asyncio.run(asyncio.wait_for(awaitable, GENEROUS))


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def turn(text: str, *more: Event) -> list[Event]:
    """The events of one turn."""
    return [
        UserUttered(text, {"name": "greet", "confidence": 1.0}),
        *more,
        BotUttered(f"re {text}"),
        ActionExecuted("action_listen"),
    ]


async def say(store: ConversationStore, sender: str, text: str, *more: Event) -> DialogueStateTracker:
    """One turn, as Rasa does it: the tracker is fetched or made, goes on, and is saved."""
    tracker = await store.retrieve(sender) or DialogueStateTracker(sender, DOMAIN.slots)
    for event in turn(text, *more):
        tracker.update(event, DOMAIN)
    await store.save(tracker)
    return tracker


def texts(tracker: DialogueStateTracker | None) -> list[str | None]:
    """What the person said, as the tracker has it."""
    return [event.text for event in tracker.events if isinstance(event, UserUttered)] if tracker else []


def stored(store: ConversationStore, sender: str = "ann") -> list[str]:
    """What the person said, as it is on disk."""
    with store.engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT sender_id, data FROM conversation_events ORDER BY sender_id, seq"))
        events = [json.loads(row.data) for row in rows if row.sender_id == sender]
    return [event["text"] for event in events if event["event"] == "user"]


def close(store: ConversationStore, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Take the database away; returns what brings it back."""
    read, write = store.tables.read, store.tables.write

    def fail(*_: Any) -> Any:
        raise sa.exc.OperationalError("no", {}, Exception("away"))

    monkeypatch.setattr(store.tables, "read", fail)
    monkeypatch.setattr(store.tables, "write", fail)

    def reopen() -> None:
        monkeypatch.setattr(store.tables, "read", read)
        monkeypatch.setattr(store.tables, "write", write)

    return reopen
