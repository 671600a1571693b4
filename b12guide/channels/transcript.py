"""What was said in a conversation, as the page showed it, and all that is kept of it, written out piece by piece."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from typing import Any

from rasa.shared.core.events import BotUttered, Event, UserUttered

from b12guide.channels.compose import Message, compose
from b12guide.channels.plan_links import with_plan_links
from b12guide.person import Person
from b12guide.rasa.whole_conversation import Whole
from b12guide.shared import triage


class Turn:
    """A stored message of the person with the answer as it was shown."""

    def __init__(self, event: UserUttered) -> None:
        self.text, self.timestamp, self.message_id = event.text, event.timestamp, event.message_id
        self.metadata = event.metadata
        self.said: list[dict[str, Any]] = []

    @property
    def messages(self) -> list[Message]:
        """The answer."""
        return compose(self.said, triage(self.text or ""), Person.from_stored(self.metadata))

    def lines(self, name: str) -> list[dict[str, Any]]:
        """The messages that were shown in the conversation `name`, the person's with the id that the browser gave."""
        said = {"from": "user", "text": self.text or "", "time": self.timestamp, "id": self.message_id}
        shown = with_plan_links(self.messages, name)
        return [said, *({"from": "bot", "time": self.timestamp, **message} for message in shown)]


def turns_of(events: Iterable[Event]) -> list[Turn]:
    """The turns in a row of events, oldest first."""
    turns: list[Turn] = []
    for event in events:
        if isinstance(event, UserUttered):
            turns.append(Turn(event))
        elif isinstance(event, BotUttered) and turns:
            turns[-1].said.append(event.message())
    return turns


async def written_out(name: str, whole: Whole) -> AsyncIterator[str]:
    """Every message and answer, and what was remembered of the plan, as the pieces of one JSON object.

    Other people's turns go on between two turns of a long one.

    Raises:
        DatabaseAwayError: not all of it could be read; what was written so far is no whole JSON object.
    """
    known: list[Any] = []
    yield '{"messages": ['
    between, open_turn = "", list[Event]()
    async for events in whole.pages:
        for event in events:
            if isinstance(event, UserUttered) and open_turn:
                for piece in _pieces(open_turn, name, known):
                    yield between + piece
                    between = ", "
                open_turn = []
                await asyncio.sleep(0)
            open_turn.append(event)
    for piece in _pieces(open_turn, name, known):
        yield between + piece
        between = ", "
    yield f'], "remembered": {json.dumps(whole.slots)}, "country_zone_and_day": {json.dumps(known)}}}'


def _pieces(events: list[Event], name: str, known: list[Any]) -> list[str]:
    turns = turns_of(events)
    known += [turn.metadata for turn in turns if turn.metadata]
    return [json.dumps(line) for turn in turns for line in turn.lines(name)]
