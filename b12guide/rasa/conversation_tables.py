"""The two tables of conversations and every statement on them, for SQLite and Postgres alike.

Several processes may write one conversation: each turn is written whole, at its own place, and exactly once, whoever
else wrote meanwhile and whatever is tried again (docs/decisions/0009-several-processes.md).
"""

from __future__ import annotations

import functools
import json
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, ParamSpec, TypeVar

import sqlalchemy as sa
from rasa.shared.core.events import Event
from sqlalchemy.dialects import postgresql, sqlite

from b12guide.database import clock_mark, deletions, reminder_tables
from b12guide.database.engine import engine_of
from b12guide.database.schema import migrate

METADATA = sa.MetaData()
EVENTS = sa.Table(
    "conversation_events",
    METADATA,
    sa.Column("sender_id", sa.String(255), primary_key=True),
    # The place of the event in its conversation: two writers cannot take the same one.
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("timestamp", sa.Float),
    sa.Column("data", sa.Text, nullable=False),
)
SLOTS = sa.Table(
    "conversation_slots",
    METADATA,
    sa.Column("sender_id", sa.String(255), primary_key=True),
    sa.Column("updated", sa.Float, index=True),
    sa.Column("data", sa.Text, nullable=False),
)
# Statements are built once: building one takes several times as long as SQLite takes to run it.
_WHO = "who"
_OF = sa.bindparam(_WHO)
_LAST = sa.select(sa.func.max(EVENTS.c.seq)).where(EVENTS.c.sender_id == _OF).scalar_subquery()
_STATE = sa.select(SLOTS.c.data, SLOTS.c.updated, _LAST.label("last")).where(SLOTS.c.sender_id == _OF)
_EVENTS = sa.select(EVENTS.c.seq, EVENTS.c.data).where(EVENTS.c.sender_id == _OF).order_by(EVENTS.c.seq.desc())
_TAIL = _EVENTS.limit(sa.bindparam("most", type_=sa.Integer))
_PAGE = sa.select(EVENTS.c.data).where(
    EVENTS.c.sender_id == _OF, EVENTS.c.seq >= sa.bindparam("first", type_=sa.Integer)
)
_PAGE = _PAGE.order_by(EVENTS.c.seq).limit(sa.bindparam("most", type_=sa.Integer))
_NEW_SLOTS, _NEW_EVENTS = sa.insert(SLOTS), sa.insert(EVENTS)
_SET_SLOTS = sa.update(SLOTS).where(SLOTS.c.sender_id == _OF)
_SET_SLOTS = _SET_SLOTS.values(data=sa.bindparam("new_data"), updated=sa.bindparam("now"))
Row = dict[str, Any]
P = ParamSpec("P")
T = TypeVar("T")


class GoneError(RuntimeError):
    """The conversation was deleted since it was read: what would be written belongs to what was deleted."""


class Stored(NamedTuple):
    """What is stored of a conversation."""

    # Events as JSON, oldest first.
    rows: list[str]
    # As JSON; None without a conversation.
    slots: str | None
    # The place after the last event.
    last: int
    # Whether it is what the reader knows: the events were left out.
    known: bool = False


def _again_if_cut_off(work: Callable[P, T]) -> Callable[P, T]:
    """Do it once more where a restart of the database, or a proxy, had cut the connection: everything here may be done
    twice. To ask a connection whether it lives, before each use, would take as long as most of what is done with it."""

    @functools.wraps(work)
    def twice(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return work(*args, **kwargs)
        except sa.exc.DBAPIError as error:
            if not error.connection_invalidated:
                raise
        return work(*args, **kwargs)

    return twice


class ConversationTables:
    """Reads and writes conversations; blocks, so it is called in a thread."""

    def __init__(self, url: str) -> None:
        """`url` is the database's address in SQLAlchemy's form."""
        self.engine = engine_of(url)
        # Connections of their own: to make one ready for a read, and for a write after it, would take longer than both.
        self._reader = engine_of(url, only_reads=True)
        # Whether the tables are known to be this version's.
        self.ready = False
        self._at_journal = threading.Lock()
        # Whether the journal could not be emptied yet after a deletion.
        self._deleted_in_journal = False
        self._insert = postgresql.insert if self.engine.dialect.name == "postgresql" else sqlite.insert

    def close(self) -> None:
        """Give every connection back that nobody uses."""
        self.engine.dispose()
        self._reader.dispose()

    def create(self) -> None:
        """Bring the database to this version's tables.

        Raises:
            NewerDatabaseError: a later version wrote it.
        """
        migrate(self.engine)
        self.ready = True

    @_again_if_cut_off
    def read(self, sender_id: str, limit: int | None, known: tuple[int, float] | None = None) -> Stored:
        """The last `limit` events (all if None).

        Args:
            known: the place after the last event and the time of the last write (as `write` returns it), if the reader
                has the conversation as it was then: no events are read where it is still so.
        """
        who = {_WHO: sender_id}
        with self._reader.connect() as connection:
            state = connection.execute(_STATE, who).first()
            if state is None:  # the slots are written with the first event, and deleted with the last
                return Stored([], None, 0)
            if known is not None and (state.last, state.updated) == (known[0] - 1, known[1]):
                return Stored([], state.data, known[0], known=True)
            events = (_EVENTS, who) if limit is None else (_TAIL, {**who, "most": limit})
            rows = connection.execute(*events).all()
        return Stored([row.data for row in reversed(rows)], state.data, rows[0].seq + 1 if rows else 0)

    @_again_if_cut_off
    def page(self, sender_id: str, first: int, most: int) -> Stored:
        """`most` events from place `first` on, or as many as there are, and the slots."""
        who = {_WHO: sender_id, "first": first, "most": most}
        with self._reader.connect() as connection:
            state = connection.execute(_STATE, {_WHO: sender_id}).first()
            if state is None:
                return Stored([], None, 0)
            rows = connection.execute(_PAGE, who).all()
        return Stored([row.data for row in rows], state.data, (state.last or 0) + 1)

    @_again_if_cut_off
    def write(self, sender_id: str, seq: int, events: Iterable[Event], slots: str, look_back: int = 0) -> float | None:
        """Write the events from place `seq` on, and the slots as they are after them. Turns whose message stands among
        the `look_back` events before that are not written.

        Returns the time of the write (seconds since 1970); None where others had written there, so that the
        conversation is no longer what the writer knows.

        Raises:
            GoneError: the conversation had events before `seq` and has none now.
        """
        rows, now = _rows(sender_id, seq, events), time.time()
        if look_back:
            self._merge(sender_id, seq, rows, slots, since=seq - look_back)
            return None
        try:
            with self.engine.begin() as connection:
                self._write_slots(connection, sender_id, slots, now, begun=seq > 0)
                if rows:
                    connection.execute(_NEW_EVENTS, rows)
        except sa.exc.IntegrityError:
            self._merge(sender_id, seq, rows, slots, since=seq)
            return None
        return now

    @_again_if_cut_off
    def delete(self, sender_id: str, before: float | None = None) -> bool:
        """Delete all of a conversation; with `before`, only if its last turn was before (seconds since 1970).

        What a person asked for is noted, so that a restored backup does not bring it back, and the journal is emptied;
        after deletions by age, call `empty_journal`.
        """
        slots = sa.delete(SLOTS).where(SLOTS.c.sender_id == sender_id)
        with self.engine.begin() as connection:
            if before is not None and not connection.execute(slots.where(SLOTS.c.updated < before)).rowcount:
                return False
            found = connection.execute(slots).rowcount or before is not None
            connection.execute(sa.delete(EVENTS).where(EVENTS.c.sender_id == sender_id))
            reminder_tables.forget(connection, sender_id)
            if before is None:
                deletions.note(connection, sender_id, time.time())
        if before is None:
            self.empty_journal()
        return bool(found)

    def empty_journal(self) -> None:
        """After deletions: the journal of SQLite still holds the pages as they were. Where somebody reads them at this
        moment, `settle` does it later."""
        self._deleted_in_journal = not self._checkpoint("TRUNCATE")

    def settle(self) -> None:
        """Move what SQLite's journal holds into its file. Nobody who reads or writes waits for it."""
        if self._deleted_in_journal:
            self.empty_journal()
        else:
            self._checkpoint("PASSIVE")

    @_again_if_cut_off
    def names(self, before: float | None = None, most: int | None = None) -> list[str]:
        """Conversations, or the `most` quiet for longest of those whose last turn was before `before` (seconds since
        1970)."""
        statement = sa.select(SLOTS.c.sender_id)
        if before is not None:
            statement = statement.where(SLOTS.c.updated < before).order_by(SLOTS.c.updated).limit(most)
        with self._reader.connect() as connection:
            return [row[0] for row in connection.execute(statement)]

    @_again_if_cut_off
    def looked_after(self, now: float, *, trusted: bool = False) -> None:
        """Note that the database is looked after `now` (seconds since 1970); `trusted` whatever it was before.

        Raises:
            ClockLeapError: `now` is too long after the last time.
        """
        with self.engine.begin() as connection:
            if trusted:
                clock_mark.trust(connection, now)
            else:
                clock_mark.believe(
                    connection, now, connection.execute(sa.select(sa.func.max(SLOTS.c.updated))).scalar()
                )
            deletions.forget_old(connection, now)

    def _checkpoint(self, how: str) -> bool:
        """Whether all of the journal was moved, as far as that was tried."""
        if self.engine.dialect.name != "sqlite":
            return True
        # Of two at a time, one would be refused.
        with self._at_journal, self._reader.connect() as connection:
            busy, _, _ = connection.execute(sa.text(f"PRAGMA wal_checkpoint({how})")).one()
        return not busy

    def _write_slots(self, connection: Any, sender_id: str, slots: str, now: float, *, begun: bool) -> None:
        if not begun:
            connection.execute(_NEW_SLOTS, {"sender_id": sender_id, "data": slots, "updated": now})
        elif not connection.execute(_SET_SLOTS, {_WHO: sender_id, "new_data": slots, "now": now}).rowcount:
            raise GoneError

    def _merge(self, sender_id: str, seq: int, rows: list[Row], slots: str, *, since: int) -> None:
        """Write what is not there yet where another process, or an earlier try, wrote at the same places, or from place
        `since` on.

        Turns stand in the order of their time. A message that the other process has answered is not written again.
        """
        with self.engine.begin() as connection:
            # The row of slots is every writer's first: whoever holds it has the conversation for itself.
            now = {"updated": time.time()}
            if seq == 0:
                begin = self._insert(SLOTS).values(sender_id=sender_id, data="{}", **now)
                connection.execute(begin.on_conflict_do_update(index_elements=["sender_id"], set_=now))
            elif not connection.execute(sa.update(SLOTS).where(SLOTS.c.sender_id == sender_id).values(now)).rowcount:
                raise GoneError
            there = EVENTS.c.sender_id == sender_id
            found = sa.select(EVENTS.c.timestamp, EVENTS.c.data).where(there, EVENTS.c.seq >= since)
            stored = [dict(row._mapping) for row in connection.execute(found.order_by(EVENTS.c.seq))]
            missing = _missing(rows, stored)
            if not missing:
                return
            merged = [row for _, row in sorted([*_turns(stored), *_turns(missing)], key=lambda timed: timed[0])]
            connection.execute(sa.delete(EVENTS).where(there, EVENTS.c.seq >= since))
            placed = [
                {"sender_id": sender_id, "seq": since + place, "timestamp": row["timestamp"], "data": row["data"]}
                for place, row in enumerate(merged)
            ]
            connection.execute(_NEW_EVENTS, placed)
            if merged[-1]["data"] == missing[-1]["data"]:
                connection.execute(sa.update(SLOTS).where(SLOTS.c.sender_id == sender_id).values(data=slots))


def _rows(sender_id: str, seq: int, events: Iterable[Event]) -> list[Row]:
    return [
        {"sender_id": sender_id, "seq": seq + place, "timestamp": event.timestamp, "data": json.dumps(event.as_dict())}
        for place, event in enumerate(events)
    ]


def _missing(rows: list[Row], stored: list[Row]) -> list[Row]:
    """The rows that are not stored, without the turns whose message was stored by somebody else."""
    known = {row["data"] for row in stored}
    answered = {_message_id(row) for row in stored} - {None}
    missing, answered_already = [], False
    for row in rows:
        message = _message_id(row)
        if message is not None:
            answered_already = message in answered
        if row["data"] not in known and not answered_already:
            missing.append(row)
    return missing


def _turns(rows: list[Row]) -> Iterable[tuple[float, Row]]:
    """Each row with the time of its turn, which is that of the person's message."""
    began: float | None = None
    for row in rows:
        if json.loads(row["data"]).get("event") == "user":
            began = row["timestamp"]
        yield began or row["timestamp"], row


def _message_id(row: Row) -> str | None:
    event = json.loads(row["data"])
    return event.get("message_id") if event.get("event") == "user" else None
