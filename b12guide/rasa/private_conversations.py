"""Private conversations: in memory alone, gone when the chat is left, after an hour, or when the server stops."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any

from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.rasa.tracker_store import ConversationStore
from b12guide.rasa.whole_conversation import Whole

# No issued name of another conversation can begin like this: ":" is not in their alphabet (`signing.Signer.issue`).
PRIVATE_PREFIX = "private:"


def is_private(sender: str) -> bool:
    """Whether this conversation's name says that nothing of it may be written."""
    return sender.startswith(PRIVATE_PREFIX)


class KeepingStore(ConversationStore):
    """The conversation store, which writes private conversations nowhere."""

    def __init__(
        self,
        *args: Any,
        private_seconds: float = 3600.0,
        private_most: int = 256,
        clock: Callable[[], float] = time.monotonic,
        **kwargs: Any,
    ) -> None:
        """As `ConversationStore`.

        Args:
            private_seconds: how long after its last turn a private conversation is forgotten.
            private_most: private conversations held at once; more push out the one that was quiet longest.
        """
        super().__init__(*args, clock=clock, **kwargs)
        self._private: OrderedDict[str, tuple[float, DialogueStateTracker]] = OrderedDict()
        self._private_seconds, self._private_most = private_seconds, private_most
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
        self._private[tracker.sender_id] = (self._now(), tracker)
        self._private.move_to_end(tracker.sender_id)
        while len(self._private) > self._private_most:
            self._private.popitem(last=False)

    async def delete(self, sender_id: str) -> None:
        """Delete all that is kept of a conversation. Call it under the conversation's lock."""
        if is_private(sender_id):
            self._after.keep(sender_id, self._held(sender_id))
            self._private.pop(sender_id, None)
        else:
            await super().delete(sender_id)

    def trim(self, seconds: float) -> None:
        """Forget what memory need not hold any more."""
        super().trim(seconds)
        self._forget_quiet()

    def private_names(self) -> Iterable[str]:
        """The private conversations that are still held."""
        self._forget_quiet()
        return list(self._private)

    def _held(self, sender_id: str) -> DialogueStateTracker | None:
        self._forget_quiet()
        found = self._private.get(sender_id)
        return found[1] if found else None

    def _forget_quiet(self) -> None:
        oldest = self._now() - self._private_seconds
        while self._private and next(iter(self._private.values()))[0] < oldest:
            self._private.popitem(last=False)


async def _one_page(events: list[Event]) -> AsyncIterator[list[Event]]:
    yield events
