"""What outlives a deletion for a quarter of an hour: that an emergency stands and that the plan is on hold; no words.

Whoever deletes everything in an emergency is still in one. It is in the memory of the process alone, and is written
only if the person goes on: the new conversation then begins with it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.conversation import State
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.rasa.decided import (
    CRISIS_PREFIX,
    EMERGENCY_PREFIX,
    MEMORY,
    STILL,
    STILL_CRISIS,
    STILL_CRISIS_OTHER,
    plan_on_hold,
    standing_emergency,
    still_response,
)
from b12guide.rasa.tracker import Tracker
from b12guide.understanding.verdict import GENERAL_CARD

SECONDS, MOST = 900.0, 10_000
# The least that keeps the kinds of emergency apart: whom to call differs, and to whom it is said.
_GENERAL, _CRISIS, _CRISIS_OTHER = (
    f"{EMERGENCY_PREFIX}{GENERAL_CARD}",
    f"{CRISIS_PREFIX}_thoughts",
    f"{CRISIS_PREFIX}_other",
)
_KEPT = {STILL: _GENERAL, STILL_CRISIS: _CRISIS, STILL_CRISIS_OTHER: _CRISIS_OTHER}


class _State(NamedTuple):
    since: float
    # The card that stands; None without an emergency.
    card: str | None
    on_hold: bool


class AfterDeletion:
    """The state of people whose conversations were deleted a moment ago."""

    def __init__(self, clock: Callable[[], float], seconds: float = SECONDS) -> None:
        """`seconds` by `clock` is how long it is kept."""
        self._clock, self._seconds = clock, seconds
        self._states: OrderedDict[str, _State] = OrderedDict()

    def keep(self, sender_id: str, tracker: DialogueStateTracker | None) -> None:
        """Keep what stands in a conversation that was deleted just now."""
        self._states.pop(sender_id, None)
        self.trim()
        standing = standing_emergency(tracker) if tracker is not None else None
        on_hold = tracker is not None and plan_on_hold(tracker)
        if standing is None and not on_hold:
            return
        card = _KEPT[still_response(standing)] if standing else None
        self._states[sender_id] = _State(self._clock(), card, on_hold)
        while len(self._states) > MOST:
            self._states.popitem(last=False)

    def begin(self, sender_id: str, domain: Domain | None) -> DialogueStateTracker | None:
        """The beginning of the next conversation of a person; None where nothing stands."""
        self.trim()
        state = self._states.get(sender_id)
        if state is None or domain is None:
            return None
        events: list[Event] = []
        if state.on_hold:
            events.append(SlotSet(MEMORY, State(plans={ME: dialogue.paused(None)}).to_json()))
        if state.card:
            events.append(ActionExecuted(state.card))
        events.append(ActionExecuted(ACTION_LISTEN_NAME))
        return Tracker.from_events(sender_id, events, domain.slots, domain=domain)

    def trim(self) -> None:
        """Forget what was kept for long enough."""
        oldest = self._clock() - self._seconds
        while self._states and next(iter(self._states.values())).since < oldest:
            self._states.popitem(last=False)
