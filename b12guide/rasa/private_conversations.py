"""Private conversations: in memory alone, gone when the chat is left, after an hour, or when the server stops."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any, Generic, TypeVar

from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.events import ActionExecuted, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.conversation.kinds import EMERGENCY
from b12guide.rasa.decided import standing_emergency
from b12guide.rasa.tracker import Tracker
from b12guide.rasa.tracker_store import ConversationStore
from b12guide.rasa.whole_conversation import Whole

# No issued name of another conversation can begin like this: ":" is not in their alphabet (`signing.Signer.issue`).
PRIVATE_PREFIX = "private:"
# Standing emergencies of conversations that were pushed out: in all, and of one address.
STANDING, STANDING_EACH = 4096, 256
V = TypeVar("V")


def is_private(sender: str) -> bool:
    """Whether this conversation's name says that nothing of it may be written."""
    return sender.startswith(PRIVATE_PREFIX)


def private_prefix(group: str) -> str:
    """What the name of a private conversation begins with; those of a `group` share a quota."""
    return f"{PRIVATE_PREFIX}{group}:"


class Shared(Generic[V]):
    """So many things in memory, and so many of each group. One too many pushes out the oldest of its own group."""

    def __init__(self, most: int, each: int) -> None:
        self._most, self._each, self._count = most, each, 0
        self._groups: dict[str, OrderedDict[str, V]] = {}

    def put(self, name: str, value: V) -> list[tuple[str, V]]:
        """Keep it as the newest; returns what it pushed out, the oldest of the group that has most where it is full."""
        self.pop(name)
        mine = self._groups.setdefault(_group(name), OrderedDict())
        mine[name] = value
        self._count += 1
        pushed = []
        if len(mine) > self._each:
            pushed.append(self._push_out(mine))
        elif self._count > self._most:
            pushed.append(self._push_out(max(self._groups.values(), key=len)))
        return pushed

    def get(self, name: str) -> V | None:
        """What is kept under this name."""
        group = self._groups.get(_group(name))
        return group.get(name) if group else None

    def pop(self, name: str) -> V | None:
        """Give it back, and keep it no longer."""
        group = self._groups.get(_group(name))
        if group is None or name not in group:
            return None
        self._count -= 1
        value = group.pop(name)
        if not group:
            del self._groups[_group(name)]
        return value

    def items(self) -> list[tuple[str, V]]:
        """Everything with its name."""
        return [item for group in self._groups.values() for item in group.items()]

    def _push_out(self, group: OrderedDict[str, V]) -> tuple[str, V]:
        name = next(iter(group))
        value = group[name]
        self.pop(name)
        return name, value


def _group(name: str) -> str:
    return name.removeprefix(PRIVATE_PREFIX).partition(":")[0]


class KeepingStore(ConversationStore):
    """The conversation store, which writes private conversations nowhere."""

    def __init__(
        self,
        *args: Any,
        private_seconds: float = 3600.0,
        private_most: int = 256,
        private_each: int = 64,
        clock: Callable[[], float] = time.monotonic,
        **kwargs: Any,
    ) -> None:
        """As `ConversationStore`.

        Args:
            private_seconds: how long after its last turn a private conversation is forgotten.
            private_most: private conversations held at once.
            private_each: of them, those of one group, which is one address. More push out the one of the same group
                that was quiet longest; of an emergency that stands in it, the card and the time stay.
        """
        super().__init__(*args, clock=clock, **kwargs)
        self._private: Shared[tuple[float, DialogueStateTracker]] = Shared(private_most, private_each)
        # The response of the card and the time of the last turn, of conversations that were pushed out.
        self._standing: Shared[tuple[float, str]] = Shared(STANDING, STANDING_EACH)
        self._private_seconds = private_seconds
        self._now = clock

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation, or None; a private one from memory."""
        if is_private(sender_id):
            return self._held(sender_id) or self.begun(sender_id)
        return await super().retrieve(sender_id)

    async def whole(self, conversation_id: str) -> Whole:
        """All that is kept of a conversation; of a private one what memory has."""
        if not is_private(conversation_id):
            return await super().whole(conversation_id)
        tracker = self._held(conversation_id)
        slots = {name: slot.value for name, slot in tracker.slots.items() if slot.value is not None} if tracker else {}
        return Whole(slots, _one_page(list(tracker.events) if tracker else []))

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write what is new; of a private conversation nothing, neither to the database nor to a broker."""
        if not is_private(tracker.sender_id):
            await super().save(tracker)
            return
        self._standing.pop(tracker.sender_id)
        for name, (moment, pushed) in self._private.put(tracker.sender_id, (self._now(), tracker)):
            card = standing_emergency(pushed)
            if card is not None:
                self._standing.put(name, (moment, card))

    async def delete(self, sender_id: str) -> None:
        """Delete all that is kept of a conversation. Call it under the conversation's lock."""
        if is_private(sender_id):
            self._after.keep(sender_id, self._held(sender_id))
            self._private.pop(sender_id)
            self._standing.pop(sender_id)
        else:
            await super().delete(sender_id)

    def trim(self, seconds: float) -> None:
        """Forget what memory need not hold any more."""
        super().trim(seconds)
        self._forget_quiet()

    def private_names(self) -> Iterable[str]:
        """The private conversations that are still held."""
        self._forget_quiet()
        return [name for name, _ in self._private.items()]

    def _held(self, sender_id: str) -> DialogueStateTracker | None:
        self._forget_quiet()
        found = self._private.get(sender_id)
        if found is not None:
            return found[1]
        standing = self._standing.get(sender_id)
        return self._standing_tracker(sender_id, standing[1]) if standing else None

    def _standing_tracker(self, sender_id: str, card: str) -> DialogueStateTracker:
        """A conversation of which only this is known: that its last answer was the card of an emergency."""
        warned = UserUttered("", {"name": EMERGENCY, "confidence": 1.0})
        events: list[Event] = [
            ActionExecuted(ACTION_LISTEN_NAME), warned, ActionExecuted(card), ActionExecuted(ACTION_LISTEN_NAME)
        ]  # fmt: skip
        return Tracker.from_events(sender_id, events, self.domain.slots, domain=self.domain)

    def _forget_quiet(self) -> None:
        oldest = self._now() - self._private_seconds
        for kept in (self._private, self._standing):
            for name, value in kept.items():
                if value[0] < oldest:
                    kept.pop(name)


async def _one_page(events: list[Event]) -> AsyncIterator[list[Event]]:
    yield events
