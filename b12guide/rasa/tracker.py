"""A conversation as Rasa holds it in memory, which a turn neither plays again nor filters again.

Rasa's own replays all events for each action, and looks through all of them whenever somebody asks which count: in a
conversation of some length that is a tenth of what a turn costs.
"""

from __future__ import annotations

import copy
from itertools import islice

from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

# Events that count, and change the meaning of none before them, where there was no loop.
_PLAIN = frozenset({ActionExecuted, BotUttered, SlotSet, UserUttered})


class Tracker(DialogueStateTracker):
    """Behaves as Rasa's."""

    # How many events were looked at, the last of them, and those among them that count.
    _seen: tuple[int, Event, list[Event]] | None = None
    # Whether there was ever a loop, which decides whether actions of its name count.
    _looped = False

    def applied_events(self) -> list[Event]:
        """The events that count, oldest first; of those that were looked at before only the new ones are."""
        applied = self._with_new()
        if applied is None:
            applied = super().applied_events()
            self._looped = any(isinstance(event, ActiveLoop) for event in self.events)
        if self.events:
            self._seen = len(self.events), self.events[-1], applied
        return list(applied)

    def copy(self) -> Tracker:
        """The same state, to go on from without changing this one."""
        twin = copy.copy(self)
        twin.events = self.events.copy()
        twin.slots = {name: copy.copy(slot) for name, slot in self.slots.items()}
        return twin

    def _with_new(self) -> list[Event] | None:
        """What counted, and the events since; None where that is not known, or they may change what counts."""
        if self._seen is None:
            return None
        count, last, applied = self._seen
        if len(self.events) < count or self.events[count - 1] is not last:
            return None
        new = list(islice(self.events, count, None))
        return [*applied, *new] if all(type(event) in _PLAIN for event in new) and not self._looped else None
