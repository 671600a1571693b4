"""What is to be deleted is gone from the common database, and nothing else is: when asked, by command, by age."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from b12guide.channels.incoming import Names
from cluster.bots import Bot
from cluster.people import People
from cluster.phones import FIRST_PHONE
from cluster.services import ROOT, Services

TABLES = {
    "conversation_events": "sender_id",
    "conversation_slots": "sender_id",
    "channel_messages": "conversation",
    "channel_people": "conversation",
}
# Days after which a server deletes by itself, and after which the command is told to.
KEPT_DAYS, COMMAND_DAYS = 400, 30
EACH, BY_COMMAND, PATIENCE = 5, 2, 30.0


@dataclass(frozen=True)
class Deleted:
    """What one way of deleting did.

    Attributes:
        way: how it was asked for.
        asked: conversations that had to go.
        left: those of them of which anything is left.
        others: conversations that went although nobody asked.
    """

    way: str
    asked: int
    left: int
    others: int

    @property
    def passed(self) -> bool:
        """Whether all of it is gone, and nothing else."""
        return self.asked > 0 and not self.left and not self.others


async def delete(people: People, services: Services, bot: Bot, env: Mapping[str, str], folder: Path) -> list[Deleted]:
    """Delete in every way that there is. `bot` is started anew meanwhile."""
    loop, names = asyncio.get_running_loop(), iter([one for one in people.conversations if one.said])
    found: list[Deleted] = []

    async def way(title: str, work: Callable[[list[str]], None], gone: list[str]) -> None:
        before = kept(services)
        await loop.run_in_executor(None, work, gone)
        found.append(compare(title, before, kept(services), set(gone)))

    asked = [next(names) for _ in range(EACH)]
    before = kept(services)
    for conversation in asked:
        await people.forget(conversation)
    gone = {conversation.name for conversation in asked}
    found.append(compare("the person, on the page", before, kept(services), gone))

    def by_command(gone: list[str]) -> None:
        for name in gone:
            command(env, folder, name)

    def by_phone(gone: list[str]) -> None:
        for number in range(len(gone)):
            command(env, folder, "--channel", "whatsapp", "--address", f"+{FIRST_PHONE + number}")

    def by_age(gone: list[str]) -> None:
        age(services, gone, COMMAND_DAYS + 1)
        command(env, folder, "--older-than", str(COMMAND_DAYS))

    def by_a_server(gone: list[str]) -> None:
        bot.stop()
        age(services, gone, KEPT_DAYS + 1)
        bot.start()
        deadline = time.monotonic() + PATIENCE
        while kept(services) & set(gone) and time.monotonic() < deadline:
            time.sleep(0.2)

    key = Names(services.secret.encode())
    phones = [key.conversation("whatsapp", str(FIRST_PHONE + number)) for number in range(BY_COMMAND)]
    await way("`b12guide forget --channel whatsapp --address`", by_phone, phones)
    for title, work, count in (
        ("`b12guide forget` with a name", by_command, BY_COMMAND),
        (f"`b12guide forget --older-than {COMMAND_DAYS}`", by_age, EACH),
        (f"a server, after {KEPT_DAYS} days", by_a_server, EACH),
    ):
        await way(title, work, [next(names).name for _ in range(count)])
    return found


def compare(way: str, before: set[str], after: set[str], gone: set[str]) -> Deleted:
    """What went of all that was there before, beside what had to go."""
    return Deleted(way, len(before & gone), len(after & gone), len(before - after - gone))


def kept(services: Services) -> set[str]:
    """All conversations of which any table has a row."""
    parts = (f"SELECT DISTINCT {column} FROM {table}" for table, column in TABLES.items())
    return {str(row[0]) for row in services.sql(" UNION ".join(parts))}


def age(services: Services, names: list[str], days: int) -> None:
    """Let the last turn of conversations be so many days ago. A name has letters, digits, `-` and `_` alone."""
    listed = ", ".join(f"'{name}'" for name in names)
    services.sql(f"UPDATE conversation_slots SET updated = updated - {days * 86_400} WHERE sender_id IN ({listed})")


def command(env: Mapping[str, str], folder: Path, *arguments: str) -> None:
    """`b12guide forget`, with the settings of the servers."""
    settings = {**os.environ, **env, "B12GUIDE_DATA": str(folder), "PYTHONPATH": str(ROOT)}
    run = [sys.executable, "-m", "b12guide.cli", "forget", *arguments]
    subprocess.run(run, cwd=ROOT, env=settings, capture_output=True, check=True)
