"""The version of the database's tables: forward and back with nothing lost, once, and never from a later one."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from b12guide import serve
from b12guide.channels import inbox_tables
from b12guide.channels.inbox_tables import InboxTables, Kept
from b12guide.cli import main
from b12guide.database import clock_mark, deletions, reminder_tables, schema
from b12guide.database.engine import engine_of
from b12guide.rasa import conversation_tables
from b12guide.rasa.conversation_tables import ConversationTables
from b12guide.rasa.tracker_store import ConversationStore
from cluster.database_before import PERSON, PHONE, SAID, SLOTS
from tests.rasa_parts.store_talk import DOMAIN, GENEROUS, texts

METADATA = [one.METADATA for one in (conversation_tables, inbox_tables, clock_mark, deletions, reminder_tables)]


def found(address: str) -> tuple[Any, ...]:
    """The rows of people, as a program without versions would read them."""
    engine = engine_of(address)
    with engine.connect() as connection:
        rows = [
            tuple(connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1, 2").all())
            for table in ("conversation_events", "conversation_slots", "channel_messages", "channel_people")
        ]
    engine.dispose()
    return tuple(rows)


def migrate(address: str, to: str = schema.CURRENT) -> str:
    """Bring the database to a version; returns the one that it then has."""
    engine = engine_of(address)
    schema.migrate(engine, to)
    got = schema.version(engine)
    engine.dispose()
    return got


def test_the_versions_are_those_of_the_migrations() -> None:
    """The list in the program and the folder of migrations say the same, in one line without branches."""
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    scripts = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert ["", *reversed(scripts)] == list(schema.VERSIONS)


@pytest.mark.parametrize("kind", ["new", "before"])
def test_the_migrated_tables_are_what_the_program_works_with(kind: str, request: pytest.FixtureRequest) -> None:
    """From nothing and from the version before, the tables are those of the statements, column by column."""
    address = request.getfixturevalue(kind)
    assert migrate(address) == schema.CURRENT
    engine = engine_of(address)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, METADATA)
    names = set(sa.inspect(engine).get_table_names())
    engine.dispose()
    assert differences == []
    assert names == schema.TABLES


def test_a_database_of_the_version_before_goes_on(before: str) -> None:
    """Its conversations, its slots, and that a phone said STOP are there at the first start of this version."""
    store = ConversationStore(DOMAIN, before, timeout_seconds=GENEROUS)
    tracker = asyncio.run(store.retrieve(PERSON))
    assert texts(tracker) == [SAID]
    assert tracker is not None
    assert tracker.get_slot("awaiting") == SLOTS["awaiting"]
    inbox = InboxTables(before, "me", 15)
    inbox.create()
    assert inbox.kept(PHONE) == Kept(stopped=True, rest="more")
    inbox.engine.dispose()
    store.engine.dispose()


def test_there_and_back_loses_nothing(before: str) -> None:
    """Each version's step has its way back, and what people wrote is the same after all of them."""
    kept = found(before)
    for to in (*schema.VERSIONS[1:], *reversed(schema.VERSIONS[:-1]), schema.CURRENT):
        assert migrate(before, to) == to
        assert found(before) == kept


def test_servers_that_start_at_once_migrate_once(before: str) -> None:
    """Eight of them on a database of the version before: each finds it at this version, and none fails."""
    kept = found(before)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(migrate, [before] * 8)) == [schema.CURRENT] * 8
    assert found(before) == kept


def test_a_migration_that_fails_changes_nothing(before: str) -> None:
    """What stands in its way stops it whole: the database has its version and its tables as before."""
    assert migrate(before, "0001") == "0001"
    engine = engine_of(before)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE conversation_deletions (in_the_way INTEGER)")
    with pytest.raises(sa.exc.DBAPIError):
        schema.migrate(engine)
    assert schema.version(engine) == "0001"
    assert "database_marks" not in sa.inspect(engine).get_table_names()
    engine.dispose()


@pytest.fixture
def newer(before: str) -> str:
    """A database that a later version of the program wrote."""
    migrate(before)
    engine = engine_of(before)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    engine.dispose()
    return before


def test_a_newer_database_is_refused(
    newer: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The server does not start on it and says why in one line; neither it nor a command changes anything."""
    kept = found(newer)
    monkeypatch.setenv("B12GUIDE_DATABASE", newer)
    problem = serve._database_problem()
    assert problem is not None
    assert ("0999" in problem, schema.CURRENT in problem, "\n" in problem) == (True, True, False)
    for command in (["forget", PERSON], ["database", "--to", "0001"], ["forget", "--clock-is-right"]):
        assert main(command) == 2
        assert capsys.readouterr().err.count("\n") == 1
    with pytest.raises(schema.NewerDatabaseError):
        ConversationTables(newer).create()
    assert found(newer) == kept


def test_the_version_is_told_and_changed_by_command(
    before: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before an older program is started again, the database goes back by one command."""
    monkeypatch.setenv("B12GUIDE_DATABASE", before)
    told = []
    for options in ([], ["--to", schema.CURRENT], ["--to", "0001"], ["--to", "-"]):
        assert main(["database", *options]) == 0
        told.append(capsys.readouterr().out.split(";")[0])
    assert told == [f"The database has version {name}" for name in ("-", schema.CURRENT, "0001", "-")]
    assert main(["database", "--to", "7"]) == 2
    assert "there is no version 7" in capsys.readouterr().err
