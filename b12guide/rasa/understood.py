"""A message is understood before its turn: off the event loop, once, while the conversation is read."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from concurrent.futures import ThreadPoolExecutor

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from b12guide.rasa.graph_runner import InOrderRunner
from b12guide.rasa.parser import Parser, parse_data
from b12guide.rasa.tracker_store import ConversationStore, store_of
from b12guide.understanding import Understander

logger = logging.getLogger(__name__)
_POOL = ThreadPoolExecutor(max_workers=2, thread_name_prefix="understanding")


async def understand(agent: Agent, message: UserMessage) -> None:
    """Hand Rasa the finished parse of `message` and have its conversation read. Call it under the conversation's lock.

    What fails here is no error: Rasa asks the same component by itself, and says what went wrong.
    """
    understander = understander_of(agent)
    work = None
    if understander is not None:
        work = asyncio.get_running_loop().run_in_executor(_POOL, understander.understand, message.text or "")
    store = store_of(agent)
    if isinstance(store, ConversationStore):
        with contextlib.suppress(Exception):
            await store.read_ahead(message.sender_id)
    if work is not None:
        try:
            message.parse_data = parse_data(await work)
        except Exception as error:
            logger.error("A message was not understood at first: %s", type(error).__name__)


def understander_of(agent: Agent) -> Understander | None:
    """What the loaded model understands with; None where there is no model."""
    runner = agent.processor.graph_runner if agent.processor is not None else None
    parser = runner.component(Parser) if isinstance(runner, InOrderRunner) else None
    return parser.understander if parser is not None else None
