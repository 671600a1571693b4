"""A message is understood before its turn: off the event loop, once, while the conversation is read."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from b12guide.conversation import State, decide
from b12guide.conversation.told_before import with_what_was_told
from b12guide.lengths import SHORT
from b12guide.plain_text import harmless
from b12guide.plan.dialogue import Who
from b12guide.rasa.decided import state_of, who_of
from b12guide.rasa.graph_runner import InOrderRunner
from b12guide.rasa.parser import Parser, parse_data
from b12guide.rasa.tracker_store import ConversationStore, store_of
from b12guide.safety import Triage
from b12guide.understanding import Act, Understander, Understanding, Verdict
from b12guide.unread import UNREAD

logger = logging.getLogger(__name__)
_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="understanding")
# Nor a call for help by other messages.
_FIRST_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="calls for help")
# What was read is not kept waiting by what is read next.
_DECIDING_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="deciding")
# Long texts wait for each other, so that short ones do not wait for them.
_LONG_POOL = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long texts")
T = TypeVar("T")


async def understand(agent: Agent, message: UserMessage, *, first: bool = False) -> dict[str, Any] | None:
    """The finished parse of `message`, with who takes it where its conversation stands. Call it under the
    conversation's lock. Those that are `first` wait for each other alone.

    None where it fails, which is no error: Rasa asks the same component by itself, and says what went wrong.
    """
    understander = understander_of(agent)
    work, text = None, message.text or ""
    loop = asyncio.get_running_loop()
    reading_pool, deciding_pool = _pools(text, first)
    if understander is not None:
        whole = UNREAD not in (message.metadata or {})
        reading = partial(understander.understand, text, whole=whole)
        work = loop.run_in_executor(reading_pool, reading)
    store, tracker = store_of(agent), None
    if isinstance(store, ConversationStore):
        with contextlib.suppress(Exception):
            tracker = await store.read_ahead(message.sender_id)
    if work is not None:
        try:
            state, who = state_of(tracker), who_of(message.metadata)
            deciding = partial(_decided, await work, state, who)
            return await loop.run_in_executor(deciding_pool, deciding)
        except Exception as error:
            logger.error("A message was not understood at first: %s", type(error).__name__)
    return None


def heard_by_rules(text: str, found: Triage) -> dict[str, Any]:
    """The parse of a message of which nothing is heard but the signs that the rules `found` in it."""
    verdict = Verdict.of_rules(found)
    return parse_data(Understanding(harmless(text), verdict, Act(verdict.level, 1.0)))


def _pools(text: str, first: bool) -> tuple[ThreadPoolExecutor, ThreadPoolExecutor]:
    """Where a text is read, and where it is decided on."""
    if is_long(text):
        return _LONG_POOL, _LONG_POOL
    return (_FIRST_POOL, _FIRST_POOL) if first else (_POOL, _DECIDING_POOL)


def _decided(heard: Understanding, state: State, who: Who) -> dict[str, Any]:
    said = with_what_was_told(heard, state, who.today)
    return parse_data(said, decide(said, state, who))


def understander_of(agent: Agent) -> Understander | None:
    """What the loaded model understands with; None where there is no model."""
    runner = agent.processor.graph_runner if agent.processor is not None else None
    parser = runner.component(Parser) if isinstance(runner, InOrderRunner) else None
    return parser.understander if parser is not None else None


def is_long(text: str | None) -> bool:
    """Whether a text is worked on in the thread for long ones."""
    return len(text or "") > SHORT


async def in_thread(work: Callable[[], Coroutine[Any, Any, T]], pool: ThreadPoolExecutor = _LONG_POOL) -> T:
    """What `work` returns, in a thread, by default that for long texts: for coroutines that wait for nothing of the
    server's loop."""
    return await asyncio.get_running_loop().run_in_executor(pool, lambda: asyncio.run(work()))
