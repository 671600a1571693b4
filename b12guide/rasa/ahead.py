"""What can be known of a message before Rasa asks for it: done side by side, while the server works on other messages.

Rasa reads the conversation, runs the pipeline and writes, one after the other, and the pipeline holds the event loop
while the encoder and the intent model work on numbers, for which the interpreter is not needed. Begun here, they and
what needs the interpreter work at the same time, and the loop is free for others until all are done. A long text is
worked on in a thread of its own from one end to the other: each step would hold the loop, and short ones wait for it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import ContextVar
from typing import Any, TypeVar

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from b12guide.plan import about
from b12guide.rasa.graph_runner import InOrderRunner
from b12guide.rasa.intent_classifier import LikenessClassifier
from b12guide.rasa.known_texts import Vectors
from b12guide.rasa.second_reader import SecondReader
from b12guide.rasa.sentence_encoder import SentenceEncoder
from b12guide.rasa.sentences import Said
from b12guide.rasa.slash_guard import harmless
from b12guide.rasa.subject import subject
from b12guide.rasa.tracker_store import ConversationStore, store_of
from b12guide.readers import SHORT
from b12guide.shared import clinic_agreed, help_is_here, triage

_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="ahead")
_LONG_POOL = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long texts")
T = TypeVar("T")
# What the pipeline of this turn will ask for.
_HEARING: ContextVar[asyncio.Future[None] | None] = ContextVar("_HEARING", default=None)


@contextlib.asynccontextmanager
async def ahead(agent: Agent, message: UserMessage) -> AsyncGenerator[None, None]:
    """Begin with what the turn inside needs of `message`. Call it under the conversation's lock.

    Nothing that fails here is an error: whoever needs it asks again, and says what went wrong.
    """
    encoder, classifier, second = _components(agent)
    # Of a long text nothing is done ahead but to read the conversation.
    store, said = store_of(agent), Said.of("" if is_long(message.text) else harmless(message.text or ""))
    hearing: asyncio.Future[None] | None = None
    if encoder is not None and classifier is not None and said.text:
        ngrams: Future[Vectors] = Future()
        hearing = asyncio.get_running_loop().run_in_executor(_POOL, _hear, encoder, classifier, second, said, ngrams)
        # The thread waits for this one: nothing may be awaited in between, or a cancelled turn would hold it for ever.
        _ask(classifier, said, ngrams)
    before = _HEARING.set(hearing)
    try:
        _read_rules(said)
        # Last, since all else needs the interpreter, and to share it among three would take longer.
        await _read(store, message.sender_id)
        yield
    finally:
        _HEARING.reset(before)
        if hearing is not None and encoder is not None and classifier is not None:
            await _over(hearing)
            encoder.heard.pop(said.text, None)
            classifier.predicted.pop(said.text, None)
            if second is not None:
                second.read.pop(said.text, None)


def is_long(text: str | None) -> bool:
    """Whether a text is worked on in the thread for long ones."""
    return len(text or "") > SHORT


async def in_thread(work: Callable[[], Coroutine[Any, Any, T]], pool: ThreadPoolExecutor = _LONG_POOL) -> T:
    """What `work` returns, in a thread, by default that for long texts: for coroutines that wait for nothing of the
    server's loop."""
    return await asyncio.get_running_loop().run_in_executor(pool, lambda: asyncio.run(work()))


class OnceHeard:
    """Rasa's `parse`, which waits until what was begun `ahead` is done: until then the turn goes on without it."""

    def __init__(self, parse: Callable[..., Coroutine[Any, Any, Any]]) -> None:
        # Wrapped twice, it would wait in the thread for long texts for that same thread.
        self._parse: Callable[..., Coroutine[Any, Any, Any]] = parse._parse if isinstance(parse, OnceHeard) else parse

    async def __call__(self, message: UserMessage, *args: Any, **kwargs: Any) -> Any:
        await _over(_HEARING.get())
        if is_long(message.text):
            return await in_thread(lambda: self._parse(message, *args, **kwargs))
        return await self._parse(message, *args, **kwargs)


def _read_rules(said: Said) -> None:
    """What the rules say of a message, which the parts of the pipeline then ask for."""
    with contextlib.suppress(Exception):
        for read in (about, subject, help_is_here, clinic_agreed):
            read(said.text)
        for sentence in said.sentences:
            triage(sentence)


async def _over(work: asyncio.Future[None] | None) -> None:
    """Wait until `work` is over, well or not."""
    if work is not None:
        await asyncio.wait({work})
        work.cancelled() or work.exception()  # seen, so that asyncio does not report it


async def _read(store: Any, sender_id: str) -> None:
    if isinstance(store, ConversationStore):
        with contextlib.suppress(Exception):
            await store.read_ahead(sender_id)


def _hear(
    encoder: SentenceEncoder,
    classifier: LikenessClassifier,
    second: SecondReader | None,
    said: Said,
    ngrams: Future[Vectors],
) -> None:
    """Leave with the components what they will be asked for."""
    heard = encoder.heard[said.text] = encoder.hear(said)
    found = classifier.predicted[said.text] = classifier.model.predict_message(said, heard.vectors, ngrams.result())
    if second is not None and second.is_asked(said.text, [found.whole, *found.sentences]):
        second.read[said.text] = second.measure(said)


def _ask(classifier: LikenessClassifier, said: Said, ngrams: Future[Vectors]) -> None:
    """What the n-grams say needs the interpreter, and no vector: it is worked out while the encoder does without."""
    try:
        ngrams.set_result(classifier.model.ngrams_say(said.texts))
    except Exception as error:
        ngrams.set_exception(error)


def _components(agent: Agent) -> tuple[SentenceEncoder | None, LikenessClassifier | None, SecondReader | None]:
    runner = agent.processor.graph_runner if agent.processor is not None else None
    if not isinstance(runner, InOrderRunner):
        return None, None, None
    return runner.component(SentenceEncoder), runner.component(LikenessClassifier), runner.component(SecondReader)
