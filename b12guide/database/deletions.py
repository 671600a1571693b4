"""Which conversations people had deleted, and when: what a restored backup must not bring back.

A name stands here as a digest under the server's secret, so the list tells nobody who wrote.
"""

from __future__ import annotations

import hashlib
import hmac
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from b12guide.channels.signing import load_secret
from b12guide.settings import DATA

METADATA = sa.MetaData()
DELETIONS = sa.Table(
    "conversation_deletions",
    METADATA,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("deleted", sa.Float, nullable=False, index=True),
)
# Days after which an entry goes: no backup is to be kept for longer.
KEPT_DAYS = 400


@lru_cache(maxsize=1)
def _key() -> bytes:
    return hashlib.sha256(b"names of deletions|" + load_secret(DATA)).digest()


def digest(conversation: str) -> str:
    """The entry of a conversation: the same for good under one secret."""
    return hmac.new(_key(), conversation.encode(), hashlib.sha256).hexdigest()


def note(connection: Any, conversation: str, now: float) -> None:
    """Note that a conversation was deleted `now` (seconds since 1970), in the transaction that deletes it."""
    add(connection, {digest(conversation): now})


def add(connection: Any, listed: dict[str, float]) -> None:
    """Add entries; of two for one name the later stays."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    for name, deleted in listed.items():
        statement = insert(DELETIONS).values(name=name, deleted=deleted)
        later = DELETIONS.c.deleted < statement.excluded.deleted
        update = {"deleted": statement.excluded.deleted}
        connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_=update, where=later))


def listed(connection: Any) -> dict[str, float]:
    """All entries: digest, and seconds since 1970."""
    return {row.name: row.deleted for row in connection.execute(sa.select(DELETIONS))}


def forget_old(connection: Any, now: float) -> None:
    """Leave out what no backup can bring back any more."""
    connection.execute(sa.delete(DELETIONS).where(DELETIONS.c.deleted < now - KEPT_DAYS * 86_400))
