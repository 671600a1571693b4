"""Conversations with reminders, and a channel that keeps what it was given to send."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timezone
from pathlib import Path
from typing import Any

import pytest

from b12guide.channels.post import Verdict
from b12guide.channels.reminder_desk import Desk, Reach
from b12guide.channels.reminder_rows import Words
from b12guide.conversation import State
from b12guide.conversation.whose import ME
from b12guide.database.reminder_tables import Address
from b12guide.diary.notes import Diary
from b12guide.diary.reminders import HERE, Reminders, Wish
from b12guide.reminder_rules import ReminderRules
from tests.diary.test_reminders import kept_plan

UTC = timezone.utc
ZONE = "Europe/London"
# A plan every 12 weeks, whose next dose is on Monday 4 May 2026.
TOLD, DAY = date(2026, 3, 5), date(2026, 5, 4)
PERSON = "sms-of-a-person"


def at(day: int, hour: int, minute: int = 0, month: int = 5) -> float:
    """A moment in London's summer, as seconds since 1970."""
    return datetime(2026, month, day, hour - 1, minute, tzinfo=UTC).timestamp()


def state(*wishes: Wish, plan: dict[str, Any] | None = None, **kept: Any) -> State:
    """A conversation with a plan and wishes; by default for 9 on the day."""
    reminders = Reminders(wishes or (wish(0),), zone=ZONE, **kept)
    plans = {ME: plan or kept_plan("every 12 weeks, last one 9 february 2026", TOLD)}
    return State(plans=plans, diaries={ME: Diary(reminders=reminders.to_json()).to_json()})


def wish(before: int, when: time = time(9), way: str = HERE) -> Wish:
    """A wish of the day on which the plan was told."""
    return Wish(before, when, way, datetime(2026, 3, 5, tzinfo=UTC))


@dataclass
class Way:
    """A channel: keeps what it was given, and says what it is told to say."""

    takes_key: bool = False
    says: list[Verdict] = field(default_factory=list)
    sent: list[tuple[str, str]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    before: Callable[[], Any] | None = None

    async def remind(self, words: Words, to: Address, key: str) -> Verdict:
        """As a channel has it."""
        if self.before is not None:
            await asyncio.sleep(0)
            self.before()
        self.sent.append((to.address, words.mail if to.channel == "email" else words.text))
        self.keys.append(key)
        return self.says.pop(0) if self.says else Verdict(True)


class Process:
    """A server: a desk on the database, with a clock of its own that is set."""

    def __init__(self, database: Path, now: float, *, rules: ReminderRules | None = None) -> None:
        self.now = now
        self.states: dict[str, State | None] = {}
        self.desk = Desk(f"sqlite:///{database}", rules=rules or ReminderRules(), patience=20, clock=lambda: self.now)

    def plan(self, kept: State, person: str = PERSON, *, channel: str = "sms") -> None:
        """A turn that left the conversation so."""
        self.states[person] = kept
        self.keep(person)
        asyncio.run(self.desk.plan(person, kept, Reach(channel, "+447700900123"), ZONE))

    def keep(self, person: str) -> None:
        """The row that every conversation has."""
        there = "INSERT OR IGNORE INTO conversation_slots (sender_id, updated, data) VALUES (?, 1, '{}')"
        with self.desk.tables.engine.begin() as connection:
            connection.exec_driver_sql(there, (person,))

    def look(self, way: Way, channel: str = "sms") -> int:
        """One look for what is due."""

        async def current(person: str) -> State | None:
            return self.states.get(person)

        @contextlib.asynccontextmanager
        async def lock(person: str) -> AsyncIterator[None]:
            yield

        return asyncio.run(self.desk.look(channel, way, current, lock))

    def rows(self) -> list[tuple[str, bool, str]]:
        """State, whether it is the one more, and day of each row."""
        with self.desk.tables.engine.connect() as connection:
            found = connection.exec_driver_sql("SELECT state, second, day FROM reminders ORDER BY due, number").all()
        return [(row[0], bool(row[1]), row[2]) for row in found]


Make = Callable[..., Process]


@pytest.fixture(name="make")
def servers(tmp_path: Path) -> Iterator[Make]:
    """`make(now)`: a server on the database that all of them share."""
    made: list[Process] = []

    def build(now: float = at(5, 12, month=3), **more: Any) -> Process:
        made.append(Process(tmp_path / "c.db", now, **more))
        return made[-1]

    yield build
    for process in made:
        process.desk.close()
