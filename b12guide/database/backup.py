"""Backups of the database, and the way back from one, while servers run (backup) or are stopped (restore).

SQLite by its own online backup, Postgres by `pg_dump` and `pg_restore`. What people had deleted since the backup was
made is deleted from it again (`deletions.py`).
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import sqlalchemy as sa

from b12guide.channels.inbox_tables import MESSAGES, PEOPLE, InboxTables
from b12guide.database import deletions, schema
from b12guide.database.engine import FILE_MODE, engine_of, file_of
from b12guide.rasa.conversation_tables import EVENTS, SLOTS, ConversationTables

# Debian keeps Postgres's programs here, out of the PATH.
DEBIAN = "usr/lib/postgresql/*/bin"
SQLITE_HEADER, POSTGRES_HEADER = b"SQLite format 3\0", b"PGDMP"
SLOW_SECONDS = 3600


class BackupError(RuntimeError):
    """It cannot be done; the message says why, and the way out."""


def backup(url: str, target: Path) -> None:
    """Write all of the database to a new file that only its owner can read.

    Raises:
        BackupError: the file is there already, or cannot be written; the database cannot be read.
    """
    if target.exists():
        raise BackupError(f"{target} is there already: give another name, or delete it.")
    parsed, half = sa.engine.make_url(url), target.with_name(f"{target.name}.half")
    try:
        half.unlink(missing_ok=True)
        os.close(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE))
        source = file_of(parsed)
        if source is not None:
            _copy(source, half)
            _one_file(half)
        else:
            _run("pg_dump", parsed, ["--format=custom", "--no-owner", "--no-privileges", f"--file={half}"])
        half.replace(target)
    except OSError as error:
        raise BackupError(f"{target} cannot be written ({error.strerror}).") from error
    finally:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)


def restore(url: str, source: Path, *, replace: bool) -> int:
    """Put a backup in the place of what the database has, bring it to this version, and delete from it what people had
    deleted since; returns how many conversations that were.

    Raises:
        BackupError: the file is no backup of such a database, or the database has something and `replace` is not set.
        NewerDatabaseError: a later version of this program made the backup.
    """
    parsed = sa.engine.make_url(url)
    _check(parsed, source)
    engine = engine_of(url)
    try:
        if _has_something(engine) and not replace:
            raise BackupError("The database is not empty: stop the servers, and give --replace to lose what it has.")
        listed = deletions_of(engine)
        file = file_of(parsed)
        if file is not None:
            engine.dispose()
            _copy(source, file)
        else:
            _restore_postgres(engine, source)
        schema.migrate(engine)
    finally:
        engine.dispose()
    return delete_again(url, listed)


def deletions_of(engine: sa.engine.Engine) -> dict[str, float]:
    """What people had deleted, by the database; nothing where it has no such list."""
    with engine.connect() as connection:
        there = sa.inspect(connection).has_table(deletions.DELETIONS.name)
        return deletions.listed(connection) if there else {}


def delete_again(url: str, listed: dict[str, float]) -> int:
    """Delete what is listed, here or in the database itself, and began before it was deleted; returns how many."""
    tables, inbox = ConversationTables(url), InboxTables(url, owner="", lease_seconds=0)
    tables.create()
    with tables.engine.begin() as connection:
        deletions.add(connection, listed)
        listed = deletions.listed(connection)
        first = sa.select(EVENTS.c.sender_id, sa.func.min(EVENTS.c.timestamp)).group_by(EVENTS.c.sender_id)
        began: dict[str, float] = dict(connection.execute(first).all())
        columns = (SLOTS.c.sender_id, MESSAGES.c.conversation, PEOPLE.c.conversation)
        names = {name for (name,) in connection.execute(sa.union(*map(sa.select, columns)))}
    gone = [name for name in sorted(names) if (began.get(name) or 0.0) < listed.get(deletions.digest(name), 0.0)]
    count = 0
    for name in gone:
        found = tables.delete(name)
        count += inbox.forget(name) or found
    tables.empty_journal()
    tables.close()
    inbox.engine.dispose()
    return count


def _has_something(engine: sa.engine.Engine) -> bool:
    with engine.connect() as connection:
        there = set(sa.inspect(connection).get_table_names())
        kept = [table for table in (SLOTS, MESSAGES, PEOPLE) if table.name in there]
        return any(connection.execute(sa.select(sa.literal(1)).select_from(table)).first() for table in kept)


def _check(url: sa.engine.URL, source: Path) -> None:
    """Raise `BackupError` or `NewerDatabaseError` where the file cannot be restored to such a database."""
    file = file_of(url)
    header, kind = (SQLITE_HEADER, "SQLite") if file is not None else (POSTGRES_HEADER, "Postgres")
    try:
        with source.open("rb") as opened:
            begins = opened.read(len(header))
    except OSError as error:
        raise BackupError(f"{source} cannot be read ({error.strerror}).") from error
    if begins != header:
        raise BackupError(f"{source} is no backup of a {kind} database, which is what B12GUIDE_DATABASE names.")
    if file is None:
        rows = _run("pg_restore", None, ["--data-only", "--table=alembic_version", "--file=-", str(source)])
        found = re.search(r"^COPY \S*alembic_version .*\n(\w+)$", rows, re.MULTILINE)
        schema.known(found[1] if found else schema.VERSIONS[0])
        return
    with contextlib.closing(sqlite3.connect(f"file:{source}?mode=ro&immutable=1", uri=True)) as connection:
        try:
            [[whole]] = connection.execute("PRAGMA integrity_check(1)").fetchall()
        except sqlite3.DatabaseError:
            whole = "damaged"
    if whole != "ok":
        raise BackupError(f"{source} is damaged: take another backup.")
    copy = sa.create_engine(f"sqlite:///file:{source}?mode=ro&immutable=1&uri=true")
    try:
        schema.version(copy)
    finally:
        copy.dispose()


def _copy(source: Path, target: Path) -> None:
    """All pages in one step; those who read or write the source meanwhile do not wait."""
    mode = "rw" if os.access(source, os.W_OK) else "ro"
    try:
        with (
            contextlib.closing(sqlite3.connect(f"file:{source}?mode={mode}", uri=True, timeout=30)) as from_,
            contextlib.closing(sqlite3.connect(target, timeout=30)) as to,
        ):
            from_.backup(to)
    except sqlite3.Error as error:
        raise BackupError(f"{source} cannot be copied to {target} ({error}).") from error


def _one_file(database: Path) -> None:
    """Have no journal beside a copy."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


def _restore_postgres(engine: sa.engine.Engine, source: Path) -> None:
    content = _run("pg_restore", None, ["--list", str(source)])
    tables = {line.split()[5] for line in content.splitlines() if line.split()[3:5] == ["TABLE", "public"]}
    options = ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
    _run("pg_restore", engine.url, [*options, str(source)])
    # Tables that a later version had made beside those of the backup.
    with engine.begin() as connection:
        for name in sorted(set(sa.inspect(connection).get_table_names()) & schema.TABLES - tables):
            connection.exec_driver_sql(f'DROP TABLE "{name}"')


def _run(program: str, url: sa.engine.URL | None, options: Sequence[str]) -> str:
    found = shutil.which(program) or next(_debian(program), None)
    if found is None:
        raise BackupError(f"{program} is missing: install Postgres's client programs (on Debian: postgresql-client).")
    environment = dict(os.environ)
    command = [found, *options]
    if url is not None:
        # The password goes where no list of processes shows it.
        environment["PGPASSWORD"] = url.password or ""
        plain = url.set(drivername="postgresql", password=None)
        command.insert(1, f"--dbname={plain.render_as_string(hide_password=False)}")
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=SLOW_SECONDS)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()] or ["no reason given"]
        raise BackupError(f"{program} failed: {said[0]}")
    return done.stdout


def _debian(program: str) -> Iterator[str]:
    yield from (str(path) for path in sorted(Path("/").glob(f"{DEBIAN}/{program}"), reverse=True))
