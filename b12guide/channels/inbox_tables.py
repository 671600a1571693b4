"""The tables of messages and people of phone and message companies, and every statement on them; blocks."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from b12guide.channels.incoming import Incoming
from b12guide.database.engine import LOCK_SECONDS, engine_of
from b12guide.database.schema import migrate

METADATA = sa.MetaData()
MESSAGES = sa.Table(
    "channel_messages",
    METADATA,
    # Order of arrival, across processes.
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("channel", sa.String(40), nullable=False),
    sa.Column("key", sa.String(80), nullable=False, unique=True),
    sa.Column("conversation", sa.String(255), nullable=False, index=True),
    sa.Column("received", sa.Float, nullable=False),
    # Who is at it, and until when others leave it to them; null once it is answered.
    sa.Column("owner", sa.String(40)),
    sa.Column("held_until", sa.Float, index=True),
    sa.Column("tries", sa.Integer, nullable=False),
    # The message and its answer, both wiped once the answer is out.
    sa.Column("message", sa.Text),
    sa.Column("answer", sa.Text),
    sa.Column("sent", sa.Integer, nullable=False),
)
PEOPLE = sa.Table(
    "channel_people",
    METADATA,
    sa.Column("conversation", sa.String(255), primary_key=True),
    sa.Column("stopped", sa.Boolean, nullable=False),
    # What "MORE" gives, and the words behind the numbers that were last shown.
    sa.Column("rest", sa.Text, nullable=False),
    sa.Column("choices", sa.Text, nullable=False),
    sa.Column("updated", sa.Float, nullable=False),
)
# Keys are kept for longer than any provider delivers again (Meta: 7 days).
KEYS_SECONDS, REST_SECONDS = 10 * 86_400.0, 86_400.0


@dataclass
class Taken:
    """A message that is this process's to answer."""

    incoming: Incoming
    key: str
    conversation: str
    tries: int = 1
    # The requests that make up the answer, once there is one; `sent` of them are out.
    answer: dict[str, Any] | None = None
    sent: int = 0
    # Whether an earlier message of the same person is with another process.
    behind: bool = False
    # Whether the person had said STOP before.
    after_stop: bool = False


@dataclass
class Kept:
    """What a channel keeps of a person from one message to the next."""

    stopped: bool = False
    rest: str = ""
    choices: list[str] = field(default_factory=list)


class InboxTables:
    """Reads and writes; whoever calls it does so in a thread."""

    def __init__(self, url: str, owner: str, lease_seconds: float, lock_seconds: float = LOCK_SECONDS) -> None:
        """`url` in SQLAlchemy's form; `owner` is this process; `lease_seconds` as `Inbox` has it; `lock_seconds` as
        `engine_of` has it."""
        self.engine = engine_of(url, ask_first=True, lock_seconds=lock_seconds)
        self._owner, self._lease_seconds = owner, lease_seconds

    def create(self) -> None:
        """Bring the database to this version's tables.

        Raises:
            NewerDatabaseError: a later version wrote it.
        """
        migrate(self.engine)

    def change(self, key: str, **values: Any) -> None:
        """Change the row of a message."""
        self._execute(sa.update(MESSAGES).where(MESSAGES.c.key == key).values(**values))

    def ahead(self, taken: Taken, now: float) -> bool:
        """Whether another process, alive, is still at an earlier message of the same person."""
        mine = sa.select(MESSAGES.c.number).where(MESSAGES.c.key == taken.key).scalar_subquery()
        statement = sa.select(sa.func.count()).where(
            MESSAGES.c.conversation == taken.conversation,
            MESSAGES.c.number < mine,
            MESSAGES.c.held_until > now,
            MESSAGES.c.owner != self._owner,
        )
        with self.engine.connect() as connection:
            return bool(connection.execute(statement).scalar())

    def kept(self, conversation: str) -> Kept | None:
        """What is kept of a person."""
        with self.engine.connect() as connection:
            row = connection.execute(sa.select(PEOPLE).where(PEOPLE.c.conversation == conversation)).first()
        return Kept(row.stopped, row.rest, json.loads(row.choices)) if row else None

    def keep(self, conversation: str, kept: Kept, now: float) -> None:
        """Keep this of a person."""
        values = {"stopped": kept.stopped, "rest": kept.rest, "choices": json.dumps(kept.choices), "updated": now}
        statement = self._insert_into(PEOPLE).values(conversation=conversation, **values)
        self._execute(statement.on_conflict_do_update(index_elements=["conversation"], set_=values))

    def forget(self, conversation: str) -> bool:
        """Delete what is kept of a person, but that they said STOP; returns whether there was anything."""
        with self.engine.begin() as connection:
            messages = connection.execute(sa.delete(MESSAGES).where(MESSAGES.c.conversation == conversation)).rowcount
            who = PEOPLE.c.conversation == conversation
            people = connection.execute(sa.delete(PEOPLE).where(who, PEOPLE.c.stopped.is_(False))).rowcount
            connection.execute(sa.update(PEOPLE).where(who).values(rest="", choices="[]"))
        return bool(messages or people)

    def forget_old(self, now: float) -> None:
        """Delete keys that no provider delivers again, and what "MORE" would give after a day."""
        old = PEOPLE.c.updated < now - REST_SECONDS
        self._execute(
            sa.delete(MESSAGES).where(MESSAGES.c.held_until.is_(None), MESSAGES.c.received < now - KEYS_SECONDS),
            sa.delete(PEOPLE).where(old, PEOPLE.c.stopped.is_(False)),
            sa.update(PEOPLE).where(old).values(rest="", choices="[]"),
        )

    def _insert_into(self, table: sa.Table) -> Any:
        return (postgresql.insert if self.engine.dialect.name == "postgresql" else sqlite.insert)(table)

    def insert(self, channel: str, messages: list[Taken], now: float) -> dict[str, bool]:
        """Write messages that are new.

        Returns keys of the rows that are new, each with whether another process is at an earlier message of the
        person.
        """
        new: dict[str, bool] = {}
        with self.engine.begin() as connection:
            for message in messages:
                statement = self._insert_into(MESSAGES).values(
                    channel=channel,
                    key=message.key,
                    conversation=message.conversation,
                    received=now,
                    owner=self._owner,
                    held_until=now + self._lease_seconds,
                    tries=1,
                    message=json.dumps(message.incoming.to_data()),
                    sent=0,
                )
                if connection.execute(statement.on_conflict_do_nothing()).rowcount:
                    new[message.key] = False
            others = sa.select(MESSAGES.c.conversation).where(
                MESSAGES.c.conversation.in_({message.conversation for message in messages}),
                MESSAGES.c.held_until > now,
                MESSAGES.c.owner != self._owner,
            )
            busy = {row.conversation for row in connection.execute(others)}
        return {message.key: message.conversation in busy for message in messages if message.key in new}

    def renew(self, keys: list[str], untold: dict[str, tuple[str, str]], now: float) -> None:
        """Hold on to the messages under `keys`; mark those of `untold` that are not among them as answered."""
        with self.engine.begin() as connection:
            if keys:
                mine = sa.update(MESSAGES).where(MESSAGES.c.key.in_(keys), MESSAGES.c.owner == self._owner)
                connection.execute(mine.values(held_until=now + self._lease_seconds))
            for key in untold.keys() - set(keys):
                channel, conversation = untold[key]
                nothing = {"owner": None, "held_until": None, "message": None, "answer": None}
                row = {"channel": channel, "key": key, "conversation": conversation, "received": now}
                statement = self._insert_into(MESSAGES).values(**row, **nothing, tries=1, sent=0)
                connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=nothing))

    def adopt(self, channel: str, now: float) -> list[Taken]:
        """Take over messages whose process gave no sign of life."""
        stale = sa.and_(MESSAGES.c.channel == channel, MESSAGES.c.held_until < now)
        adopted: list[Taken] = []
        with self.engine.begin() as connection:
            for row in connection.execute(sa.select(MESSAGES).where(stale).order_by(MESSAGES.c.number)).all():
                # Of several processes that look at the same moment, one changes the row.
                mine = sa.update(MESSAGES).where(MESSAGES.c.key == row.key, MESSAGES.c.held_until == row.held_until)
                values = {"owner": self._owner, "held_until": now + self._lease_seconds, "tries": row.tries + 1}
                if connection.execute(mine.values(**values)).rowcount:
                    incoming = Incoming.from_data(json.loads(row.message))
                    answer = json.loads(row.answer) if row.answer else None
                    adopted.append(Taken(incoming, row.key, row.conversation, row.tries + 1, answer, row.sent))
        return adopted

    def _execute(self, *statements: Any) -> None:
        with self.engine.begin() as connection:
            for statement in statements:
                connection.execute(statement)
