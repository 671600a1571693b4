"""Conversations with the reminders that go out between the messages: what is said, what is sent, and when.

Each file in `sent/` holds situations. A step is a message (`say`) or a time of waiting (`until`), with all that was
sent meanwhile: the civil minute of the person's zone, and words of it.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
import yaml

from b12guide.channels.post import Verdict
from b12guide.channels.reminder_desk import Desk, Reach
from b12guide.channels.reminder_rows import MAIL_CHANNEL, Words
from b12guide.conversation import State
from b12guide.database.reminder_tables import PLANNED, REMINDERS, Address, forget
from b12guide.rasa.decided import state_of
from b12guide.rasa.tracker_store import store_of
from b12guide.reminder_rules import FROM_VARIABLE, SMTP_VARIABLE
from b12guide.shared import reminder_rules
from tests.conftest import PATIENCE, Bot, Reply
from tests.conversations.test_conversations import listed

FOLDER = Path(__file__).parent / "sent"
SAY, WAIT = {"say", "at", "kind", "level", "has", "lacks"}, {"until", "sent"}
NUMBER, CODE = "+447700900123", re.compile(r"\b\d{6}\b")
MAIL = {SMTP_VARIABLE: "smtp://127.0.0.1:25", FROM_VARIABLE: "chat@clinic.example"}


@dataclass
class Outbox:
    """A channel: keeps what it was given, with the moment."""

    now: float = 0.0
    sent: list[tuple[float, str]] = field(default_factory=list)
    takes_key: bool = False

    async def remind(self, words: Words, to: Address, key: str) -> Verdict:
        """As a channel has it."""
        mail = to.channel == MAIL_CHANNEL
        self.sent.append((self.now, f"{to.address}: {words.subject}\n{words.mail}" if mail else words.text))
        return Verdict(True)


class Phone:
    """A person, the bot, and a server that looks for reminders at each moment at which one is due."""

    def __init__(self, bot: Bot, sender: str, channel: str, zone: str) -> None:
        self.bot, self.sender, self.channel, self.zone = bot, sender, channel, ZoneInfo(zone)
        url = store_of(bot.agent).engine.url.render_as_string(hide_password=False)
        self.outbox, self.shown = Outbox(), 0
        self.desk = Desk(url, patience=PATIENCE, clock=lambda: self.outbox.now)
        self.code = "no code"

    def moment(self, civil: Any) -> float:
        """Seconds since 1970 of "2026-05-04 09:00" where the person is."""
        return datetime.fromisoformat(str(civil)).replace(tzinfo=self.zone).timestamp()

    def say(self, text: str, at: str) -> Reply:
        """A message; what was due before it goes out before it, and what it changes is planned behind its answer."""
        self._pass_time(self.moment(at))
        where = {"today": at[:10], "timezone": self.zone.key, "country": "GB", "channel": self.channel}
        turn = self.bot.say(self.sender, text.replace("{code}", self.code), **where)
        self.bot.run(self._planned())
        return turn

    async def _planned(self) -> None:
        # Of who was deleted there is none.
        state = await self._state(self.sender)
        if state is not None:
            self.desk.after_turn(self.sender, state, Reach(self.channel, NUMBER), self.zone.key)
            await self.desk.idle()

    async def _state(self, sender: str) -> State | None:
        tracker = await store_of(self.bot.agent).current(sender)
        return state_of(tracker) if tracker is not None else None

    def wait(self, until: str) -> list[str]:
        """Let time pass; what was sent and not shown yet, each with its civil minute."""
        self._pass_time(self.moment(until))
        found = [
            f"{datetime.fromtimestamp(at, self.zone):%Y-%m-%d %H:%M} {text}"
            for at, text in self.outbox.sent[self.shown :]
        ]
        self.shown = len(self.outbox.sent)
        codes = [code for text in found if text[17:].startswith("ann@") for code in CODE.findall(text)]
        self.code = codes[-1] if codes else self.code
        return found

    def _pass_time(self, end: float) -> None:
        while (due := self._next()) is not None and due <= end:
            self.outbox.now = max(self.outbox.now, due)
            self.bot.run(self._look())
        self.outbox.now = end

    def _next(self) -> float | None:
        here = (REMINDERS.c.conversation == self.sender) & (REMINDERS.c.state == PLANNED)
        with self.desk.tables.engine.connect() as connection:
            return connection.execute(sa.select(sa.func.min(REMINDERS.c.due)).where(here)).scalar()

    def leave(self) -> None:
        """Take the reminders along: the other situations have the same database, and clocks of their own."""
        with self.desk.tables.engine.begin() as connection:
            forget(connection, self.sender)
        self.desk.close()

    async def _look(self) -> None:
        @contextlib.asynccontextmanager
        async def lock(sender: str) -> AsyncIterator[None]:
            async with self.bot.agent.lock_store.lock(sender):
                yield

        self._alone()
        for channel in (self.channel, MAIL_CHANNEL):
            await self.desk.look(channel, self.outbox, self._state, lock)

    def _alone(self) -> None:
        """Leave the reminders of others, who have clocks of their own, to their phones."""
        mine = sa.case((REMINDERS.c.conversation == self.sender, None), else_=self.outbox.now + PATIENCE + 3_600)
        with self.desk.tables.engine.begin() as connection:
            connection.execute(
                sa.update(REMINDERS).where(REMINDERS.c.state == PLANNED).values(owner=None, held_until=mine)
            )


def situations() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yml")):
        for name, conversation in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            yield pytest.param(conversation, id=f"{path.stem}: {name}")


@pytest.mark.parametrize("conversation", situations())
def test_situation(
    bot: Bot, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, conversation: dict[str, Any]
) -> None:
    """Each message gets its turn, and exactly what the file says goes out, at its minute."""
    who = {"channel": "sms", "zone": "Europe/London", "mail": False, **conversation.get("who", {})}
    for name, value in MAIL.items() if who["mail"] else ():
        monkeypatch.setenv(name, value)
    reminder_rules.cache_clear()
    phone, at = Phone(bot, request.node.nodeid, who["channel"], who["zone"]), ""
    try:
        for place, step in enumerate(conversation["steps"], 1):
            assert set(step) <= SAY or set(step) == WAIT, f"step {place}: {sorted(step)}"
            if "until" in step:
                sent = phone.wait(step["until"])
                told = f"step {place}: {sent}"
                assert len(sent) == len(step["sent"]), told
                for found, expected in zip(sent, step["sent"], strict=True):
                    assert found.startswith(expected["at"]), told
                    for words in listed(expected.get("has")):
                        assert words in found, f"no {words!r} in {told}"
                    for words in listed(expected.get("lacks")):
                        assert words not in found, f"{words!r} in {told}"
                continue
            at = str(step.get("at", at))
            turn = phone.say(step["say"], at)
            told = f"step {place}, {step['say']!r} -> {turn.custom['kind']}: {turn.text}"
            for key in ("kind", "level"):
                assert turn.custom[key] == step.get(key, turn.custom[key]), told
            for words in listed(step.get("has")):
                assert words in turn.text, f"no {words!r} in {told}"
            for words in listed(step.get("lacks")):
                assert words not in turn.text, f"{words!r} in {told}"
    finally:
        phone.leave()
        reminder_rules.cache_clear()


def test_each_phone_has_a_clock_of_its_own(bot: Bot, request: pytest.FixtureRequest) -> None:
    """What is due by the clock of one is not taken from another who is months behind."""
    early, late = (Phone(bot, f"{request.node.nodeid}/{name}", "sms", "Europe/London") for name in ("early", "late"))
    try:
        for phone in (early, late):
            phone.say("every 12 weeks, last one 9 february 2026", "2026-03-05 10:00")
            phone.say("yes", "2026-03-05 10:01")
            phone.say("remind me on the day", "2026-03-05 10:02")
        assert [one[:16] for one in late.wait("2026-07-28 10:00")][:1] == ["2026-05-04 09:00"]
        assert [one[:16] for one in early.wait("2026-05-05 10:00")] == ["2026-05-04 09:00"]
    finally:
        early.leave()
        late.leave()
