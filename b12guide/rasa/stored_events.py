"""Conversations as Rasa has them, from the rows that the database has, and how much of one is stored."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.rasa.tracker import Tracker

_MARK = "_stored_upto"
# Rasa looks through all classes of events for each name: a third of a turn, in a long conversation.
event_class = lru_cache(maxsize=64)(Event.resolve_by_type)


def tracker_of(
    sender_id: str, rows: Sequence[str], slots: str | None, last: int, domain: Domain
) -> DialogueStateTracker:
    """The conversation whose latest events are `rows`, as JSON, all of them stored.

    Args:
        slots: all slots as they are now, as JSON; they stand for events that were left out.
        last: the place in the conversation of the next event.
    """
    events: list[Event] = []
    if last > len(rows):  # the beginning was left out, and with it what set the slots
        events = [SlotSet(name, value) for name, value in json.loads(slots or "{}").items()]
    events += events_of(rows)
    tracker: DialogueStateTracker = Tracker.from_events(sender_id, events, domain.slots, domain=domain)
    mark_stored(tracker, last, len(tracker.events))
    return tracker


def events_of(rows: Sequence[str]) -> list[Event]:
    """The events of rows, as JSON, without those of kinds that do not exist any more."""
    return [event for event in map(_event, rows) if event is not None]


@dataclass
class Answered:
    """A message of the person as it was understood, and what was said to it."""

    message: UserUttered
    said: list[dict[str, Any]] = field(default_factory=list)


def answers_in(events: Iterable[Event]) -> list[Answered]:
    """The turns among `events`, in order."""
    turns: list[Answered] = []
    for event in events:
        if isinstance(event, UserUttered):
            turns.append(Answered(event))
        elif isinstance(event, BotUttered) and turns:
            turns[-1].said.append(event.message())
    return turns


def answer_to(message_id: str, text: str, tracker: DialogueStateTracker) -> Answered | None:
    """The first turn of the message with this id and text; None where the conversation has no such message."""
    found = answers_in(tracker.events)
    return next((one for one in found if (one.message.message_id, one.message.text) == (message_id, text)), None)


def stored_upto(tracker: DialogueStateTracker) -> tuple[int, int] | None:
    """(place in the conversation of the next event to store, its index in `tracker.events`); None if unknown yet."""
    return getattr(tracker, _MARK, None)


def mark_stored(tracker: DialogueStateTracker, seq: int, index: int) -> None:
    """Note that the next event to store is `tracker.events[index]`, at place `seq` of the conversation."""
    setattr(tracker, _MARK, (seq, index))


def _event(row: str) -> Event | None:
    """An event as it was stored; None for one of a kind that does not exist any more."""
    parameters = json.loads(row)
    try:
        kind = event_class(parameters.pop("event", None))
    except ValueError:
        return None
    return kind._from_parameters(parameters) if kind is not None else None
