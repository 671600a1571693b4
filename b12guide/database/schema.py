"""The version of the database's tables, and the way from one to the next (`migrations/`, by Alembic).

A server brings the database to its own version at its start. Of several that start at once, one does it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from b12guide.database.engine import SQLITE, file_of

# Oldest first; the last is what this program works with. "" is a database of the time before there was a version.
VERSIONS = ("", "0001", "0002", "0003")
CURRENT = VERSIONS[-1]
MIGRATIONS = Path(__file__).parent / "migrations"
# All tables of all versions.
TABLES = frozenset({
    "alembic_version", "channel_messages", "channel_people", "conversation_deletions", "conversation_events",
    "conversation_slots", "database_marks", "reminder_addresses", "reminders",
})  # fmt: skip
# Seconds for which a server waits until another has brought the database up, and which that may take.
PATIENCE = 60
# Any number that nothing else on the same Postgres locks: "b12guide".
_LOCK = int.from_bytes(b"b12guide", "big")


class NewerDatabaseError(RuntimeError):
    """A later version of this program wrote the database; the message says so, and the way out."""


def version(engine: sa.engine.Engine) -> str:
    """The version of a database's tables; "" before its first.

    Raises:
        NewerDatabaseError: this program does not know it.
    """
    with engine.connect() as connection:
        return _version(connection)


def _version(connection: Any) -> str:
    if not sa.inspect(connection).has_table("alembic_version"):
        return VERSIONS[0]
    return known(connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() or VERSIONS[0])


def known(found: str) -> str:
    """The version that was `found` in a database.

    Raises:
        NewerDatabaseError: this program does not know it.
    """
    if found not in VERSIONS:
        raise NewerDatabaseError(
            f"The database has version {found} and this program works with {CURRENT}: run the newer program again, "
            f"or go back with it first (b12guide database --to {CURRENT})."
        )
    return found


def migrate(engine: sa.engine.Engine, to: str = CURRENT) -> None:
    """Bring the database to the version `to`, forward or back; does nothing where it has it.

    Raises:
        NewerDatabaseError: this program does not know the database's version.
        sqlalchemy.exc.SQLAlchemyError: the database is away, or another took longer than a minute with it.
    """
    if version(engine) == to:
        return
    with _alone(engine) as connection:
        found = _version(connection)
        if found == to:
            return
        # A second of a start, needed once a version.
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        if VERSIONS.index(found) < VERSIONS.index(to):
            command.upgrade(config, to)
        else:
            command.downgrade(config, to or "base")


@contextlib.contextmanager
def _alone(engine: sa.engine.Engine) -> Iterator[Any]:
    """A connection in a transaction in which nobody else changes the tables."""
    if engine.dialect.name == SQLITE:
        if file_of(engine.url) is None:
            with engine.begin() as connection:
                yield connection
            return
        with _patient(engine, {"timeout": PATIENCE}) as connection:
            yield connection
        return
    options = {"connect_timeout": 5, "options": f"-c statement_timeout={PATIENCE * 1000}"}
    with _patient(engine, options) as connection:
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


@contextlib.contextmanager
def _patient(engine: sa.engine.Engine, arguments: dict[str, Any]) -> Iterator[Any]:
    """A connection in a transaction that waits longer than those of turns may."""
    own = sa.create_engine(engine.url, poolclass=NullPool, connect_args=arguments, hide_parameters=True)
    if own.dialect.name == SQLITE:
        # Python's driver begins none for what makes tables; this one keeps others from writing at once.
        sa.event.listen(own, "connect", lambda connection, _: setattr(connection, "isolation_level", None))
        sa.event.listen(own, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with own.begin() as connection:
            yield connection
    finally:
        own.dispose()
