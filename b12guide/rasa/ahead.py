"""What can be known of a message before Rasa asks for it: done side by side, while the server works on other messages.

Rasa reads the conversation, runs the pipeline and writes, one after the other, and the pipeline holds the event loop
while the encoder works on its own core. Begun here, the encoder and the database work at the same time, and the loop is
free for others until both are done.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from b12guide.plan import about
from b12guide.rasa.encoder import Encoder
from b12guide.rasa.graph_runner import InOrderRunner
from b12guide.rasa.sentence_encoder import SentenceEncoder
from b12guide.rasa.sentences import parts
from b12guide.rasa.slash_guard import harmless
from b12guide.rasa.tracker_store import ConversationStore, store_of
from b12guide.shared import triage


@contextlib.asynccontextmanager
async def ahead(agent: Agent, message: UserMessage) -> AsyncGenerator[None, None]:
    """Wait for what the turn inside needs of `message`. Call it under the conversation's lock.

    Nothing that fails here is an error: whoever needs it asks again, and says what went wrong.
    """
    encoder, store, text = _encoder_of(agent), store_of(agent), harmless(message.text or "")
    begun = encoder.begin(text) if encoder is not None and text else None
    reading = None
    if isinstance(store, ConversationStore):
        reading = asyncio.ensure_future(store.read_ahead(message.sender_id))
        await asyncio.sleep(0)  # so that the database begins before the rest of this
    try:
        about(text)
        for part in parts(text):
            triage(part)
        for work in (reading, asyncio.wrap_future(begun) if begun is not None else None):
            if work is not None:
                with contextlib.suppress(Exception):
                    await work
        yield
    finally:
        if encoder is not None:
            encoder.forget(text)


def _encoder_of(agent: Agent) -> Encoder | None:
    runner = agent.processor.graph_runner if agent.processor is not None else None
    component = runner.component(SentenceEncoder) if isinstance(runner, InOrderRunner) else None
    return component.encoder if isinstance(component, SentenceEncoder) else None
