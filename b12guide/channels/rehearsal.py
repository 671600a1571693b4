"""A conversation with nobody before anybody is let in: what the first messages alone would wait for is there by then.

The first three messages of a process take half a second more than later ones, and one of them may be a call for help.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import date

from rasa.core.channels.channel import UserMessage
from sanic import Sanic

from b12guide.channels.compose import compose
from b12guide.channels.turns import Turn, TurnOutput, in_order
from b12guide.person import Person
from b12guide.rasa.private_conversations import KeepingStore, private_prefix
from b12guide.rasa.tracker_store import store_of
from b12guide.shared import forget_texts, triage
from b12guide.understanding import Verdict

logger = logging.getLogger(__name__)
# A question, a plan and the way to its dates, and a call for help that ends, so that nothing stands afterwards.
SAID = (
    "how long does it take until I feel better?",
    "1 mg every 12 weeks, the last one was on 5 January 2026",
    "yes",
    "when is my next one?",
    "I have chest pain and my arm hurts",
    "the ambulance is here",
)
NOBODY = Person(country="GB", zone="Europe/London", zone_known=True, today=date(2026, 1, 9))
NAME = f"{private_prefix('rehearsal')}nobody"
# Seconds after which people are let in all the same.
LONGEST = 10.0


async def rehearse(app: Sanic) -> None:
    """Let Rasa answer what nobody asked; nothing of it is written, counted or told, so that it takes a store that knows
    of private conversations. What fails here is no error yet: it would fail again for whoever asks."""
    store = store_of(app.ctx.agent)
    if not isinstance(store, KeepingStore):
        return
    try:
        await asyncio.wait_for(_talk(app), LONGEST)
        await store.delete(NAME)
    except Exception as error:
        logger.error("What the first messages need could not be prepared: %s", type(error).__name__)
    forget_texts()


async def _talk(app: Sanic) -> None:
    for text in SAID:
        found, metadata = triage(text), NOBODY.to_metadata()
        turn = Turn(
            UserMessage(text, TurnOutput(), NAME, input_channel="server", metadata=metadata), NAME, found, again=False
        )
        await in_order(app, app.ctx.agent.handle_message, turn)
        compose(list(turn.output.said), Verdict.of_rules(found), NOBODY)
