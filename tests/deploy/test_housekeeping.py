"""What a server does beside answering: old conversations go, and what waits is written."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import FailSafeTrackerStore

from b12guide.channels.housekeeping import Housekeeping
from b12guide.rasa.tracker_store import ConversationStore
from b12guide.settings import SettingError, retention_days
from tests.conftest import PATIENCE, Bot

DAY = 86_400.0
# Before every test, so that no conversation of a test is old by itself.
NOW = 1_700_000_000.0


@pytest.fixture
def store(bot: Bot, monkeypatch: pytest.MonkeyPatch, new: str) -> ConversationStore:
    """A store of the test's own behind the bot."""
    return behind(bot, monkeypatch, new)


@pytest.fixture
def file_store(bot: Bot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ConversationStore:
    """The same in a file, whatever database the other tests have."""
    return behind(bot, monkeypatch, f"sqlite:///{tmp_path / 'c.db'}")


def behind(bot: Bot, monkeypatch: pytest.MonkeyPatch, address: str) -> ConversationStore:
    """Put a store behind the bot for a test."""
    opened = ConversationStore(bot.agent.domain, address, timeout_seconds=20)
    # A server has looked after it until now.
    opened.tables.looked_after(NOW)
    safe = FailSafeTrackerStore(opened)
    monkeypatch.setattr(bot.agent, "tracker_store", safe)
    monkeypatch.setattr(bot.agent.processor, "tracker_store", safe)
    return opened


def age(store: ConversationStore, sender: str, days: float) -> None:
    """Make a conversation as old as that."""
    with store.engine.begin() as connection:
        statement = sa.text("UPDATE conversation_slots SET updated = :u WHERE sender_id = :s")
        connection.execute(statement, {"u": NOW - days * DAY, "s": sender})


def names(store: ConversationStore) -> list[str]:
    return sorted(store.tables.names())


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def keeper(bot: Bot, days: int | None, clock: Clock, ahead: float = 0) -> Housekeeping:
    """Housekeeping on a machine whose clock is so many days ahead."""
    return Housekeeping(bot.app, days=days, clock=clock, now=lambda: NOW + ahead * DAY)


def test_old_conversations_go_at_the_start_and_every_hour(bot: Bot, store: ConversationStore) -> None:
    """What is older than the set time is deleted at the first look and again after an hour; the rest stays."""
    for sender, days in (("old", 31), ("new", 29)):
        bot.say(sender, "hello")
        age(store, sender, days)
    clock = Clock()
    housekeeping = keeper(bot, 30, clock)
    bot.run(housekeeping.look())
    assert names(store) == ["new"]
    age(store, "new", 31)
    clock.now = 3599.0
    bot.run(housekeeping.look())
    assert names(store) == ["new"]
    clock.now = 3601.0
    bot.run(housekeeping.look())
    assert names(store) == []


def test_for_ever_deletes_nothing(bot: Bot, store: ConversationStore) -> None:
    """Where the clinic has to keep conversations, none is deleted by age."""
    bot.say("old", "hello")
    age(store, "old", 30_000)
    bot.run(keeper(bot, None, Clock()).look())
    assert names(store) == ["old"]


def test_a_clock_that_leapt_ahead_deletes_nothing(
    bot: Bot, store: ConversationStore, caplog: pytest.LogCaptureFixture
) -> None:
    """A clock 401 days ahead at the start makes nothing old; one line tells the way out, and again after an hour."""
    for sender in ("ann", "bob"):
        bot.say(sender, "hello")
        age(store, sender, 1)
    clock = Clock()
    housekeeping = keeper(bot, 400, clock, ahead=401)
    for clock.now in (0.0, 1.0, 3601.0):
        bot.run(housekeeping.look())
    assert names(store) == ["ann", "bob"]
    told = [record.getMessage() for record in caplog.records if "401 days after" in record.getMessage()]
    assert len(told) == 2
    assert "2024-12-19, 401 days after" in told[0]
    assert "b12guide forget --clock-is-right" in told[0]


def test_one_message_under_a_wrong_clock_proves_nothing(bot: Bot, store: ConversationStore) -> None:
    """Somebody who writes while the clock is ahead does not make the others old."""
    for sender, days in (("ann", 1), ("bob", -401)):
        bot.say(sender, "hello")
        age(store, sender, days)
    bot.run(keeper(bot, 400, Clock(), ahead=401).look())
    assert names(store) == ["ann", "bob"]


def test_a_clock_that_is_right_deletes_again(bot: Bot, store: ConversationStore) -> None:
    """After somebody said that the clock is right, what is old goes; a pause of 14 days needs nobody to say so."""
    bot.say("ann", "hello")
    age(store, "ann", 390)
    bot.run(keeper(bot, 400, Clock(), ahead=13.9).look())
    assert names(store) == []
    bot.say("bob", "hello")
    age(store, "bob", 1)
    bot.run(keeper(bot, 400, Clock(), ahead=401).look())
    store.tables.looked_after(NOW + 401 * DAY, trusted=True)
    bot.run(keeper(bot, 400, Clock(), ahead=401).look())
    assert names(store) == []


def test_a_database_that_nobody_looked_after_yet_goes_by_its_last_turn(bot: Bot, store: ConversationStore) -> None:
    """A database of an older version has no such note: a clock far ahead of its last turn is not believed either."""
    with store.engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM database_marks"))
    bot.say("ann", "hello")
    age(store, "ann", 1)
    bot.run(keeper(bot, 400, Clock(), ahead=401).look())
    assert names(store) == ["ann"]
    bot.run(keeper(bot, 400, Clock()).look())
    assert names(store) == ["ann"]


def test_many_old_conversations_go_in_batches(
    bot: Bot, store: ConversationStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Each look deletes a few, the one that is quiet for longest first; at the end it is said how many went."""
    monkeypatch.setattr("b12guide.channels.housekeeping.DELETED_AT_ONCE", 2)
    for number in range(5):
        bot.say(f"old{number}", "hello")
        age(store, f"old{number}", 36 - number)
    housekeeping, left = keeper(bot, 30, Clock()), []
    for _ in range(4):
        bot.run(housekeeping.look())
        left.append(len(names(store)))
    assert left == [3, 1, 0, 0]
    told = [record.getMessage() for record in caplog.records if "Deleted by age" in record.getMessage()]
    assert told == ["Deleted by age: 5 conversations without a turn for 30 days."]


def test_nothing_of_a_deleted_conversation_is_left_in_the_file(
    bot: Bot, file_store: ConversationStore, tmp_path: Path
) -> None:
    """Neither the database file nor its journal holds a word of what was deleted."""
    bot.say("old", "what does my quince have to do with it?")
    age(file_store, "old", 31)
    assert any(b"quince" in path.read_bytes() for path in tmp_path.glob("c.db*"))
    bot.run(keeper(bot, 30, Clock()).look())
    assert not any(b"quince" in path.read_bytes() for path in tmp_path.glob("c.db*"))


def test_what_waits_for_the_database_is_written_without_a_new_message(
    bot: Bot, store: ConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A turn that could not be written is written at the next look after the database is back."""

    def away(*_: Any) -> None:
        raise sa.exc.OperationalError("no", {}, Exception("away"))

    store.thread.retry_seconds = 0.0
    with monkeypatch.context() as patch:
        patch.setattr(store.tables, "write", away)
        bot.say("ann", "hello")
        bot.run(keeper(bot, 30, Clock()).look())
    assert names(store) == []
    bot.run(keeper(bot, 30, Clock()).look())
    assert names(store) == ["ann"]


@pytest.mark.parametrize(("given", "days"), [({}, 400), ({"B12GUIDE_RETENTION_DAYS": "30"}, 30)])
def test_the_days_are_a_setting(given: dict[str, str], days: int) -> None:
    """400 days where nothing is set."""
    assert retention_days(given) == days
    assert retention_days({"B12GUIDE_RETENTION_DAYS": "forever"}) is None


@pytest.mark.parametrize("given", ["0", "-1", "a year", "1.5", "36501", "٣"])
def test_days_that_are_none_are_told(given: str) -> None:
    """A number that would delete everything, or nothing by mistake, stops the start."""
    with pytest.raises(SettingError, match=r"B12GUIDE_RETENTION_DAYS is .*: give a number of days from 1 to 36500"):
        retention_days({"B12GUIDE_RETENTION_DAYS": given})


@pytest.mark.parametrize(("failures", "kept"), [(3, ["held"]), (1000, [])])
def test_a_server_that_stops_tries_to_write_what_waits(
    bot: Bot, store: ConversationStore, monkeypatch: pytest.MonkeyPatch, failures: int, kept: list[str]
) -> None:
    """A database that stalls just then is asked again until all is written, and no longer than 8 seconds."""
    store.thread.retry_seconds = 0.0
    write, left, clock = store.tables.write, [failures], Clock()
    server = Housekeeping(bot.app, days=None, clock=clock, pause=0.0)
    look = server.look

    async def slow_look() -> None:  # its own: other servers of the session look at the same store
        clock.now += 0.5
        await look()

    def stalling(*args: Any) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise sa.exc.OperationalError("", {}, Exception())
        write(*args)

    monkeypatch.setattr(store.tables, "write", stalling)
    monkeypatch.setattr(server, "look", slow_look)
    bot.say("held", "hello")
    bot.run(server.stop())
    assert (names(store), store.waits) == (kept, not kept)
    assert clock.now <= 9.0


def test_the_journal_is_put_in_order_while_the_server_runs(
    bot: Bot, store: ConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It happens again and again, also after it could not be done once."""
    housekeeping, calls = Housekeeping(bot.app, days=None, pause=0.0), list[int]()

    async def serve() -> None:
        loop, often = asyncio.get_running_loop(), asyncio.Event()

        def settle() -> None:
            calls.append(len(calls))
            if len(calls) == 1:
                raise sa.exc.OperationalError("", {}, Exception())
            loop.call_soon_threadsafe(often.set)

        monkeypatch.setattr(store.tables, "settle", settle)
        housekeeping.start()
        await asyncio.wait_for(often.wait(), PATIENCE)
        await housekeeping.stop()

    bot.run(serve())
    assert calls[:2] == [0, 1]
