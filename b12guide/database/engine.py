"""Connections to the database of conversations and inbox, SQLite or Postgres."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool

from b12guide.settings import DATA

CONNECTIONS = 4
JOURNAL_PAGES = 16_000
LOCK_SECONDS = 0.2
SQLITE = "sqlite"
# The database's files belong to the server alone, whatever the machine's default is.
FILE_MODE, FOLDER_MODE = 0o600, 0o700


def engine_of(
    url: str, *, ask_first: bool = False, only_reads: bool = False, lock_seconds: float = LOCK_SECONDS
) -> sa.engine.Engine:
    """An engine whose connections fail rather than wait: the turn must go on.

    Args:
        url: the database's address in SQLAlchemy's form.
        ask_first: ask a connection whether it lives before each use. Who can do a thing twice goes without.
        lock_seconds: how long a statement waits while another process writes to an SQLite file.
        only_reads: no transactions, which a read of one statement or two does not need, and nothing to end after it.
    """
    parsed = sa.engine.make_url(url)
    # What people wrote is in the parameters of statements, which SQLAlchemy would log and quote in errors.
    quiet: dict[str, Any] = {"hide_parameters": True}
    if only_reads:
        quiet |= {"isolation_level": "AUTOCOMMIT", "pool_reset_on_return": None}
    if parsed.get_backend_name() != SQLITE:
        arguments = {"connect_timeout": 2, "options": "-c statement_timeout=2000", "tcp_user_timeout": 5000}
        return sa.create_engine(parsed, pool_size=CONNECTIONS, pool_pre_ping=ask_first, connect_args=arguments, **quiet)
    path = file_of(parsed)
    if path is not None:
        with contextlib.suppress(OSError):  # the connection says what is wrong, and the server starts all the same
            close_to_others(path)
    arguments = {"check_same_thread": False, "timeout": lock_seconds}
    engine = sa.create_engine(parsed, poolclass=QueuePool, pool_size=CONNECTIONS, connect_args=arguments, **quiet)

    @sa.event.listens_for(engine, "connect")
    def tune(connection: Any, _: Any) -> None:
        # One fsync a checkpoint, not one a message: a crash of the machine may lose the last turns, never the file.
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        # A checkpoint takes as long as the disk does, so no turn waits for it: `settle` is called between them. Where
        # nobody does, a journal of 64 MB is the largest.
        connection.execute(f"PRAGMA wal_autocheckpoint={JOURNAL_PAGES}")
        # What was deleted is overwritten, not only left out.
        connection.execute("PRAGMA secure_delete=ON")

    return engine


def file_of(url: sa.engine.URL) -> Path | None:
    """The file of an SQLite database; None for another database, or one in memory."""
    if url.get_backend_name() != SQLITE or not url.database or url.database == ":memory:":
        return None
    # An address may name its file as a URI (`file:/data/c.db?mode=ro&uri=true`).
    return Path(url.database.removeprefix("file:"))


def close_to_others(path: Path) -> None:
    """Make the file if it is not there, and let nobody but its owner read it, its journal, or the data folder.

    Raises:
        OSError: the file cannot be made, or is another user's.
    """
    folder = path.parent
    if not folder.exists():
        folder.mkdir(parents=True, mode=FOLDER_MODE)
    elif folder.resolve() == DATA.resolve():
        folder.chmod(FOLDER_MODE)
    # Only a file that is new is opened here: closing it would end all locks of this process on it, and another process
    # would take itself for the last one and delete the journal. SQLite gives the journal the rights of the file.
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, FILE_MODE))
    for one in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        with contextlib.suppress(FileNotFoundError):
            one.chmod(FILE_MODE)
