"""What was said in a conversation, as the page showed it, and all that is kept of it, written out piece by piece."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from rasa.shared.core.events import Event, UserUttered

from b12guide.channels.compose import compose
from b12guide.channels.plan_links import with_plan_links
from b12guide.person import Person
from b12guide.rasa.decided import verdict_of
from b12guide.rasa.stored_events import Answered, answers_in
from b12guide.rasa.whole_conversation import Whole
from b12guide.unread import UNREAD


def lines(turn: Answered, name: str) -> list[dict[str, Any]]:
    """The messages of a turn as they were shown in the conversation `name`, the person's with the id that the browser
    gave."""
    sent = turn.message
    unread = (sent.metadata or {}).get(UNREAD)
    shown = compose(turn.said, verdict_of(sent), Person.from_stored(sent.metadata), unread=unread)
    said = {"from": "user", "text": sent.text or "", "time": sent.timestamp, "id": sent.message_id}
    answer = with_plan_links(shown, name)
    return [said, *({"from": "bot", "time": sent.timestamp, **message} for message in answer)]


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
    turns = answers_in(events)
    known += [turn.message.metadata for turn in turns if turn.message.metadata]
    return [json.dumps(line) for turn in turns for line in lines(turn, name)]
