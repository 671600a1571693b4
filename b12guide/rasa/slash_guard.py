"""Text that a person types is text: no message ever reaches Rasa as a command."""

from __future__ import annotations

import re
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

# Rasa's RegexMessageHandler runs last, strips white space of its own and takes what starts with "/" as an intent; so
# the slashes go together with every kind of space and invisible character around them, full-width forms included.
LEADING = re.compile(r"^[\s/\uff0f\u2044\u2215\u200b-\u200f\u2060\ufeff\x00-\x1f]+")
_SLASH = re.compile(r"[/\uff0f\u2044\u2215]")
MAX_CHARACTERS = 4000
# Message attribute: this was written as a command, so no gate takes it for a request.
COMMAND = "command"


def is_command(text: str) -> bool:
    """Whether `text` was written as a command, which is nothing that a person says to the bot."""
    leading = LEADING.match(text)
    return leading is not None and _SLASH.search(leading[0]) is not None


def readable(text: str) -> str:
    """`text` cut at `MAX_CHARACTERS` and without NUL, which databases refuse: what a channel hands to Rasa."""
    return text[:MAX_CHARACTERS].replace("\x00", " ")


def harmless(text: str) -> str:
    """`text` without anything at its beginning that Rasa could read as a command."""
    return LEADING.sub("", readable(text))


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
            message.set(COMMAND, is_command(text))
            message.set(TEXT, harmless(text))
        return messages
