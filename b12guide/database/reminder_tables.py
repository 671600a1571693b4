"""The tables of reminders and of where they go, and every statement on them; blocks.

A reminder is a row from when it is known until its answer. Whoever sends it holds it by a lease; that it goes out is
committed before it does. So of several servers one sends it, and where one dies in the middle it is known that it may
have gone out.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from b12guide.database.engine import engine_of
from b12guide.database.schema import migrate

METADATA = sa.MetaData()
REMINDERS = sa.Table(
    "reminders",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    # The same for the same reminder, whichever server works it out.
    sa.Column("key", sa.String(64), nullable=False, unique=True),
    sa.Column("conversation", sa.String(255), nullable=False, index=True),
    sa.Column("channel", sa.String(40), nullable=False),
    # The dose that it is of (ISO), and whether it is the one more where nobody answered.
    sa.Column("day", sa.String(10), nullable=False),
    sa.Column("second", sa.Boolean, nullable=False),
    # When it is to go out, or, of one that did, when it did (seconds since 1970).
    sa.Column("due", sa.Float, nullable=False, index=True),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("owner", sa.String(40)),
    sa.Column("held_until", sa.Float),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("data", sa.Text, nullable=False),
)
ADDRESSES = sa.Table(
    "reminder_addresses",
    METADATA,
    sa.Column("conversation", sa.String(255), primary_key=True),
    sa.Column("channel", sa.String(40), nullable=False),
    sa.Column("address", sa.Text, nullable=False),
    # When they last wrote (seconds since 1970): some channels let a program write only for a while after that.
    sa.Column("heard", sa.Float, nullable=False),
)
# Who said STOP to texts, as the channels keep it.
_PEOPLE = sa.table("channel_people", sa.column("conversation"), sa.column("stopped"))
# Of each conversation that is kept there is one row.
_SLOTS = sa.table("conversation_slots", sa.column("sender_id"))
# To go out; committed to go out; gone out; over. Of the last nothing but the key stays, so that none is made again.
PLANNED, SENDING, SENT, OVER = "planned", "sending", "sent", "over"
OVER_SECONDS = 3 * 86_400.0


@dataclass(frozen=True)
class Row:
    """A reminder as it is kept. `data` is what the one who sends it needs to know; JSON."""

    key: str
    conversation: str
    channel: str
    day: str
    due: float
    second: bool = False
    data: dict[str, Any] = field(default_factory=dict)
    tries: int = 0
    # Whether it was committed to go out before, by a process that is gone: it may have.
    begun: bool = False


@dataclass(frozen=True)
class Address:
    """Where somebody is written to, and when they last wrote."""

    channel: str
    address: str
    heard: float


class ReminderTables:
    """Reads and writes; whoever calls it does so in a thread."""

    def __init__(self, url: str, owner: str, lease_seconds: float = 30.0) -> None:
        """`url` in SQLAlchemy's form; `owner` is this process; `lease_seconds`: how long a reminder is left to one that
        gives no sign of life."""
        self.engine = engine_of(url, ask_first=True)
        self.owner, self.lease_seconds = owner, lease_seconds
        self._insert = postgresql.insert if self.engine.dialect.name == "postgresql" else sqlite.insert

    def create(self) -> None:
        """Bring the database to this version's tables.

        Raises:
            NewerDatabaseError: a later version wrote it.
        """
        migrate(self.engine)

    def plan(
        self, conversation: str, wanted: Sequence[Row], keys: Collection[str], address: Address | None, now: float
    ) -> bool:
        """Let the reminders of a conversation be those that are `wanted`; whether that was possible.

        Where there is no such conversation (it was deleted, or is not written yet), none is kept.

        Args:
            wanted: those that are still to come. keys: of all that may still go out or be answered; of the others those
                that wait are deleted, and those that went out are over.
            address: where the person writes from now, or None where nothing can be sent there.
        """
        with self.engine.begin() as connection:
            # Whoever deletes the conversation deletes this row first, so that one waits for the other. In SQLite it is
            # this write that makes the other one wait.
            connection.execute(sa.update(ADDRESSES).where(sa.false()).values(heard=0.0))
            there = sa.select(_SLOTS.c.sender_id).where(_SLOTS.c.sender_id == conversation).with_for_update(read=True)
            if connection.execute(there).first() is None:
                forget(connection, conversation)
                return False
            if address is not None and keys:
                values = {"channel": address.channel, "address": address.address, "heard": address.heard}
                insert = self._insert(ADDRESSES).values(conversation=conversation, **values)
                connection.execute(insert.on_conflict_do_update(index_elements=["conversation"], set_=values))
            here = REMINDERS.c.conversation == conversation
            other = here & REMINDERS.c.key.not_in(list(keys))
            connection.execute(sa.delete(REMINDERS).where(other, REMINDERS.c.state == PLANNED))
            connection.execute(sa.update(REMINDERS).where(other, REMINDERS.c.state == SENT).values(**_over(now)))
            for row in wanted:
                self._keep(connection, row)
            if not keys:
                connection.execute(sa.delete(ADDRESSES).where(ADDRESSES.c.conversation == conversation))
        return True

    def claim(self, channel: str, now: float, most: int) -> list[Row]:
        """Take up to `most` reminders of a channel that are due; each is this process's until its lease is over. One
        that another process had begun and not ended is `begun`."""
        free = sa.or_(REMINDERS.c.held_until.is_(None), REMINDERS.c.held_until < now)
        waits = sa.and_(REMINDERS.c.state == PLANNED, REMINDERS.c.due <= now, free)
        left = sa.and_(REMINDERS.c.state == SENDING, REMINDERS.c.held_until < now)
        look = sa.select(REMINDERS).where(REMINDERS.c.channel == channel, sa.or_(waits, left))
        look = look.order_by(REMINDERS.c.due, REMINDERS.c.number).limit(most).with_for_update(skip_locked=True)
        mine = {"owner": self.owner, "held_until": now + self.lease_seconds}
        found: list[Row] = []
        with self.engine.begin() as connection:
            for one in connection.execute(look).all():
                # Without locks of rows, as in SQLite, of two that look at the same moment one changes it.
                same = (
                    REMINDERS.c.held_until.is_(None)
                    if one.held_until is None
                    else (REMINDERS.c.held_until == one.held_until)
                )
                this = sa.update(REMINDERS).where(
                    REMINDERS.c.number == one.number, REMINDERS.c.state == one.state, same
                )
                if connection.execute(this.values(**mine)).rowcount:
                    found.append(replace(_row(one), begun=one.state == SENDING))
        return found

    def begin(self, row: Row, now: float) -> bool:
        """Commit that a reminder goes out now. False where it may not: another process has it, it is not wanted any
        more, or the person said STOP."""
        stopped = sa.exists().where(_PEOPLE.c.conversation == row.conversation, _PEOPLE.c.stopped.is_(True))
        mine = sa.update(REMINDERS).where(self._mine(row), REMINDERS.c.held_until > now, ~stopped)
        with self.engine.begin() as connection:
            held = {"state": SENDING, "tries": row.tries + 1, "held_until": now + self.lease_seconds}
            return bool(connection.execute(mine.values(**held)).rowcount)

    def sent(self, row: Row, now: float, follow_up: Row | None) -> None:
        """Note that it went out, or may have, and plan the one more that follows where nobody answers."""
        with self.engine.begin() as connection:
            gone = {"state": SENT, "due": now, "owner": None, "held_until": None}
            if connection.execute(sa.update(REMINDERS).where(self._mine(row)).values(**gone)).rowcount and follow_up:
                self._keep(connection, follow_up)

    def later(self, row: Row, due: float) -> None:
        """It did not go out, and is to at `due`."""
        waits = {"state": PLANNED, "due": due, "owner": None, "held_until": None, "tries": row.tries}
        self._execute(sa.update(REMINDERS).where(self._mine(row)).values(**waits))

    def over(self, row: Row, now: float) -> None:
        """Nothing more comes of it."""
        self._execute(sa.update(REMINDERS).where(self._mine(row)).values(**_over(now)))

    def address(self, conversation: str) -> Address | None:
        """Where somebody is written to."""
        with self.engine.connect() as connection:
            row = connection.execute(sa.select(ADDRESSES).where(ADDRESSES.c.conversation == conversation)).first()
        return Address(row.channel, row.address, row.heard) if row else None

    def unanswered(self, channel: str, before: float, now: float) -> int:
        """How many of a channel's last reminders went out `before` a moment and were never answered; they are over."""
        last = sa.and_(REMINDERS.c.channel == channel, REMINDERS.c.state == SENT, REMINDERS.c.due < before)
        with self.engine.begin() as connection:
            ended = connection.execute(
                sa.update(REMINDERS).where(last, REMINDERS.c.second.is_(True)).values(**_over(now))
            ).rowcount
            # The one before it is over with it.
            connection.execute(sa.update(REMINDERS).where(last, REMINDERS.c.due < before - 86_400).values(**_over(now)))
        return int(ended)

    def forget_old(self, now: float) -> None:
        """Delete the keys of reminders that are over for long enough that nothing makes them again."""
        self._execute(sa.delete(REMINDERS).where(REMINDERS.c.state == OVER, REMINDERS.c.due < now - OVER_SECONDS))

    def _mine(self, row: Row) -> Any:
        return sa.and_(REMINDERS.c.key == row.key, REMINDERS.c.owner == self.owner)

    def _keep(self, connection: Any, row: Row) -> None:
        values = {"due": row.due, "data": json.dumps(row.data), "channel": row.channel}
        new = self._insert(REMINDERS).values(
            key=row.key, conversation=row.conversation, day=row.day, second=row.second, state=PLANNED, tries=0, **values
        )
        # One that is being sent, or was, stays as it is.
        waits = sa.and_(REMINDERS.c.state == PLANNED, REMINDERS.c.owner.is_(None))
        connection.execute(new.on_conflict_do_update(index_elements=["key"], set_=values, where=waits))

    def _execute(self, *statements: Any) -> None:
        with self.engine.begin() as connection:
            for statement in statements:
                connection.execute(statement)


def forget(connection: Any, conversation: str) -> None:
    """Delete what is kept of a person's reminders, in the transaction that deletes their conversation."""
    for table in (REMINDERS, ADDRESSES):
        connection.execute(sa.delete(table).where(table.c.conversation == conversation))


def _row(one: Any) -> Row:
    return Row(
        one.key, one.conversation, one.channel, one.day, one.due, bool(one.second), json.loads(one.data), one.tries
    )


def _over(now: float) -> dict[str, Any]:
    return {"state": OVER, "due": now, "data": "{}", "owner": None, "held_until": None}


def rows_of(connection: Any, conversation: str) -> Iterable[Row]:
    """All rows of a conversation, for tests and reports."""
    found = connection.execute(sa.select(REMINDERS).where(REMINDERS.c.conversation == conversation))
    return [_row(one) for one in found]
