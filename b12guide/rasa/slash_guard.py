"""Text that a person types is text: no message ever reaches Rasa as a command."""

from __future__ import annotations

import unicodedata
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from b12guide.unread import UNREAD

# Rasa's RegexMessageHandler runs last, strips white space of its own and takes what starts with "/" as an intent; so
# the slashes go together with every kind of space and invisible character around them, full-width forms included.
SLASHES = frozenset("/\uff0f\u2044\u2215\u29f8")
_UNSEEN = frozenset({"Cc", "Cf"})
MAX_CHARACTERS = 4000
# Message attribute: this was written as a command, or was not read whole, so no gate takes it for a request.
COMMAND = "command"
METADATA = "metadata"


def is_command(text: str) -> bool:
    """Whether `text` was written as a command, which is nothing that a person says to the bot."""
    return not SLASHES.isdisjoint(_leading(text))


def not_read_whole(message: Message) -> bool:
    """Whether the channel says that this is a part of what somebody wrote: signs in it count, and nothing else."""
    return UNREAD in (message.get(METADATA) or {})


def _leading(text: str) -> str:
    """The spaces, slashes and unseen characters that `text` begins with."""
    for place, c in enumerate(text):
        if not (c.isspace() or c in SLASHES or unicodedata.category(c) in _UNSEEN):
            return text[:place]
    return text


def readable(text: str) -> str:
    """What a channel hands to Rasa: `text` cut at `MAX_CHARACTERS`, without what databases and encoders refuse.

    That is NUL, and halves of characters, which a program that cuts text in the middle of an emoji sends.
    """
    return text[:MAX_CHARACTERS].replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")


def harmless(text: str) -> str:
    """`text` without anything at its beginning that Rasa could read as a command."""
    shown = readable(text)
    return shown[len(_leading(shown)) :]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SlashGuard(GraphComponent):
    """First in the pipeline. Buttons carry words, so no payload needs to pass (docs/decisions/0005-buttons.md)."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SlashGuard:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Make every message harmless, in place."""
        for message in messages:
            text = message.get(TEXT) or ""
            message.set(COMMAND, is_command(text) or not_read_whole(message))
            message.set(TEXT, harmless(text))
        return messages
