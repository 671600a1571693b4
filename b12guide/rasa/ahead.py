"""What can be known of a message before Rasa asks for it: done side by side, while the server works on other messages.

Rasa reads the conversation, runs the pipeline and writes, one after the other, and the pipeline holds the event loop
while the encoder and the intent model work on numbers, for which the interpreter is not needed. Begun here, they and
the database work at the same time, and the loop is free for others until all are done.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from b12guide.plan import about
from b12guide.rasa.graph_runner import InOrderRunner
from b12guide.rasa.intent_classifier import LikenessClassifier
from b12guide.rasa.sentence_encoder import SentenceEncoder
from b12guide.rasa.sentences import parts
from b12guide.rasa.slash_guard import harmless
from b12guide.rasa.tracker_store import ConversationStore, store_of
from b12guide.shared import triage

_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="ahead")


@contextlib.asynccontextmanager
async def ahead(agent: Agent, message: UserMessage) -> AsyncGenerator[None, None]:
    """Wait for what the turn inside needs of `message`. Call it under the conversation's lock.

    Nothing that fails here is an error: whoever needs it asks again, and says what went wrong.
    """
    encoder, classifier = _components(agent)
    store, text = store_of(agent), harmless(message.text or "")
    works: list[asyncio.Future[None]] = []
    if encoder is not None and classifier is not None and text:
        works.append(asyncio.get_running_loop().run_in_executor(_POOL, _hear, encoder, classifier, text))
    if isinstance(store, ConversationStore):
        works.append(asyncio.ensure_future(store.read_ahead(message.sender_id)))
        await asyncio.sleep(0)  # so that the database begins before the rest of this
    try:
        with contextlib.suppress(Exception):
            about(text)
            for part in parts(text):
                triage(part)
        for work in works:
            with contextlib.suppress(Exception):
                await work
        yield
    finally:
        if encoder is not None and classifier is not None:
            encoder.heard.pop(text, None)
            classifier.predicted.pop(text, None)


def _hear(encoder: SentenceEncoder, classifier: LikenessClassifier, text: str) -> None:
    """Leave with both components what they will be asked for."""
    heard = encoder.heard[text] = encoder.hear(text)
    classifier.predicted[text] = classifier.model.predict_message(
        text, heard.vector, heard.sentences, list(heard.vectors)
    )


def _components(agent: Agent) -> tuple[SentenceEncoder | None, LikenessClassifier | None]:
    runner = agent.processor.graph_runner if agent.processor is not None else None
    if not isinstance(runner, InOrderRunner):
        return None, None
    return runner.component(SentenceEncoder), runner.component(LikenessClassifier)
