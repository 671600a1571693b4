"""`make chat`: talk to the trained bot in the terminal. Nothing that is typed here is kept."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

from b12guide.serve import quiet, silence_rasa
from b12guide.settings import ROOT, SettingError
from b12guide.start_check import check

BYE = frozenset({"/quit", "quit", "exit"})


async def converse(model: Path, kept: Path) -> int:
    """Read lines and print turns until the end of the input or "quit"; returns the exit status.

    Args:
        model: the trained model.
        kept: a folder for the database of this conversation, deleted with it.
    """
    from rasa.core.agent import Agent

    from b12guide.channels.rest import RestChannel
    from b12guide.person import Person
    from b12guide.rasa import inprocess
    from b12guide.rasa.lock_store import QuickLockStore
    from b12guide.rasa.tracker_store import ConversationStore

    # The locks of the server: a message is understood under them, before its turn.
    store = ConversationStore(host=f"sqlite:///{kept / 'chat.db'}")
    agent = Agent.load(str(model), tracker_store=store, lock_store=QuickLockStore())
    if not agent.is_ready():
        print(f"{model} cannot be loaded: run `make train`.", file=sys.stderr)
        return 1
    inprocess.install(agent)
    app: Any = SimpleNamespace(ctx=SimpleNamespace(agent=agent))
    channel = RestChannel()
    print('Ask about B12 injections, or tell me your plan. "quit" ends it.')
    while (text := await _line()) not in (None, *BYE):
        person = Person.from_metadata({}, channel=channel.name())
        for message in await channel.converse(app, agent.handle_message, "terminal", text or "", person):
            print(message.get("text", ""))
            for button in message.get("buttons", []):
                print(f"  [{button['title']}]")
    return 0


async def _line() -> str | None:
    try:
        return await asyncio.get_running_loop().run_in_executor(None, input, "> ")
    except EOFError:
        return None


def main() -> int:
    """Command line; returns the exit status."""
    quiet()
    try:
        check()
    except SettingError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        silence_rasa()
        with TemporaryDirectory() as kept:
            return asyncio.run(converse(ROOT / "models" / "b12guide.tar.gz", Path(kept)))
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
