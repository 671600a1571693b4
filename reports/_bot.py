"""The trained model behind the REST channel, in this process: levels as a person gets them."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from rasa.core.agent import Agent

from b12guide.channels.rest import RestChannel
from b12guide.person import Person
from b12guide.rasa import inprocess
from b12guide.rasa.lock_store import QuickLockStore
from b12guide.rasa.tracker_store import ConversationStore


class Bot:
    """Every message is the first of a conversation of its own, kept in a database that goes with the process."""

    def __init__(self, model: Path) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._loop = asyncio.new_event_loop()
        store = ConversationStore(host=f"sqlite:///{self._folder.name}/conversations.db")
        self._agent = Agent.load(str(model), tracker_store=store, lock_store=QuickLockStore())
        inprocess.install(self._agent)
        self._channel = RestChannel()
        self._app: Any = SimpleNamespace(ctx=SimpleNamespace(agent=self._agent))
        self._count = 0

    def level(self, text: str) -> str:
        """The level of the turn that answers `text`."""
        self._count += 1
        person = Person.from_metadata({}, environment={})
        turn = self._channel.converse(self._app, self._agent.handle_message, f"message {self._count}", text, person)
        replies = self._loop.run_until_complete(turn)
        return next(str(reply["custom"]["level"]) for reply in replies if "custom" in reply)
