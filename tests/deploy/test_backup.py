"""Backup and restore: what was kept is there again, and what people had deleted stays deleted."""

from __future__ import annotations

import io
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.events import UserUttered

from b12guide.channels.inbox_tables import InboxTables, Kept
from b12guide.channels.plan_files import PlanFiles
from b12guide.channels.plan_links import plan_links
from b12guide.channels.signing import SECRET_VARIABLE, Signer
from b12guide.channels.web import WebChannel
from b12guide.cli import main
from b12guide.database import deletions, schema
from b12guide.rasa.conversation_tables import ConversationTables
from b12guide.rasa.tracker_store import ConversationStore
from cluster.database_before import PERSON, PHONE
from tests.channels.conftest import SECRET, Site
from tests.channels.web_page import PLAN, begin, send
from tests.conftest import PATIENCE, Bot
from tests.deploy.databases import Databases


@pytest.fixture(autouse=True)
def secret(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The server's secret, under which deleted names are listed and links are sealed."""
    monkeypatch.setenv(SECRET_VARIABLE, SECRET.decode())
    deletions._key.cache_clear()
    yield
    plan_links.cache_clear()


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """`use.setenv(...)` says which database the commands work on."""
    return monkeypatch


def keep(address: str, *names: str) -> ConversationTables:
    tables = ConversationTables(address)
    tables.create()
    for name in names:
        tables.write(name, 0, [UserUttered(f"a quince from {name}")], "{}")
    return tables


def names(address: str) -> list[str]:
    tables = keep(address)
    found = sorted(tables.names())
    tables.engine.dispose()
    return found


def command(address: str, *words: str, use: pytest.MonkeyPatch) -> int:
    use.setenv("B12GUIDE_DATABASE", address)
    return main([*words])


def test_a_backup_is_restored_into_an_empty_database(
    databases: Databases, tmp_path: Path, use: pytest.MonkeyPatch
) -> None:
    """Conversations and what the channels keep are there; the file is the owner's alone."""
    old, new, file = databases.make(), databases.make(), tmp_path / "saved"
    keep(old, "ann", "bob").engine.dispose()
    inbox = InboxTables(old, "me", 15)
    inbox.keep(PHONE, Kept(stopped=True), 1.0)
    inbox.engine.dispose()
    assert command(old, "backup", str(file), use=use) == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.glob("saved*")] == ["saved"]
    assert command(new, "restore", str(file), use=use) == 0
    assert names(new) == ["ann", "bob"]
    again = InboxTables(new, "me", 15)
    assert again.kept(PHONE) == Kept(stopped=True)
    again.engine.dispose()


def test_a_fresh_server_goes_on_from_a_backup(
    site: Site, make_site: Callable[..., Site], bot: Bot, databases: Databases, tmp_path: Path, use: pytest.MonkeyPatch
) -> None:
    """After a restore the plan has its date, its link opens, and an emergency still stands."""

    def serve(address: str) -> ConversationStore:
        store = ConversationStore(bot.agent.domain, address, timeout_seconds=PATIENCE)
        safe = FailSafeTrackerStore(store)
        use.setattr(bot.agent, "tracker_store", safe)
        use.setattr(bot.agent.processor, "tracker_store", safe)
        return store

    plan_links.cache_clear()
    old, new, file = databases.make(), databases.make(), tmp_path / "saved"
    store = serve(old)
    planner, caller = begin(site), begin(site)
    send(site, planner, PLAN, "m1", today="2026-03-05")
    planned = send(site, planner, "yes", "m2", today="2026-03-05").json["messages"]
    [links] = [message["custom"]["links"] for message in planned if "links" in message.get("custom", {})]
    [link] = [one["url"] for one in links if one["url"].endswith(".ics")]
    send(site, caller, "my throat is closing up after the injection", "m1")
    assert command(old, "backup", str(file), use=use) == 0
    store.engine.dispose()
    assert command(new, "restore", str(file), use=use) == 0

    store = serve(new)
    plan_links.cache_clear()
    fresh = make_site(WebChannel(Signer(SECRET)), PlanFiles.from_credentials(None))
    told = send(fresh, planner, "when is my next injection?", "m3", today="2026-03-05").json["messages"]
    assert "Monday 4 May 2026" in told[0]["text"]
    assert fresh.get(link).status == 200
    assert send(fresh, caller, "ok", "m2").json["messages"][0]["custom"]["level"] == "emergency"
    store.engine.dispose()


def test_what_was_deleted_since_stays_deleted(
    databases: Databases, tmp_path: Path, use: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A backup holds what somebody had deleted later; restored, it is deleted again, and who came back stays."""
    url, file = databases.make(), tmp_path / "saved"
    tables = keep(url, "ann", "bob", "cid")
    tables.delete("cid")
    tables.write("cid", 0, [UserUttered("I am back")], "{}")
    assert command(url, "backup", str(file), use=use) == 0
    tables.delete("ann")
    tables.engine.dispose()
    capsys.readouterr()
    assert command(url, "restore", str(file), "--replace", use=use) == 0
    assert "Deleted again, because people had it deleted since: 1." in capsys.readouterr().out
    assert names(url) == ["bob", "cid"]


def test_the_list_of_deletions_goes_to_another_database(
    databases: Databases, use: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the database is lost, a list that was written out does the same; it has digests and dates alone."""
    first, second = databases.make(), databases.make()
    tables = keep(first, "ann", "bob")
    keep(second, "ann", "bob").engine.dispose()
    tables.delete("ann")
    tables.engine.dispose()
    assert command(first, "deletions", use=use) == 0
    listed = capsys.readouterr().out
    assert "ann" not in listed
    use.setattr("sys.stdin", io.StringIO(listed))
    assert command(second, "deletions", "--apply", use=use) == 0
    assert names(second) == ["bob"]
    use.setattr("sys.stdin", io.StringIO("[1]"))
    assert command(second, "deletions", "--apply", use=use) == 2


def test_a_backup_of_the_version_before_is_brought_up(
    databases: Databases, before: str, tmp_path: Path, use: pytest.MonkeyPatch
) -> None:
    """It may also go into a database that this version has made already."""
    new, file = databases.make(), tmp_path / "saved"
    keep(new, "bob").engine.dispose()
    assert command(before, "backup", str(file), use=use) == 0
    assert command(new, "restore", str(file), "--replace", use=use) == 0
    assert names(new) == [PERSON]
    engine = sa.create_engine(new)
    assert (schema.version(engine), set(sa.inspect(engine).get_table_names())) == (schema.CURRENT, schema.TABLES)
    engine.dispose()


def test_nothing_is_overwritten_unasked(
    databases: Databases, tmp_path: Path, use: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither a file by a backup nor a database by a restore; one line says what to do."""
    old, full, file = databases.make(), databases.make(), tmp_path / "saved"
    keep(old, "ann").engine.dispose()
    keep(full, "bob").engine.dispose()
    assert command(old, "backup", str(file), use=use) == 0
    saved = file.read_bytes()
    capsys.readouterr()
    assert command(full, "restore", str(file), use=use) == 2
    assert "--replace" in capsys.readouterr().err
    assert names(full) == ["bob"]
    assert command(full, "backup", str(file), use=use) == 2
    assert "is there already" in capsys.readouterr().err
    assert file.read_bytes() == saved


@pytest.mark.parametrize("content", [None, b"", b"a quince", b"SQLite format 3\0 cut off", b"PGDMP cut off"])
def test_what_is_no_backup_changes_nothing(
    databases: Databases,
    tmp_path: Path,
    use: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    content: bytes | None,
) -> None:
    """A file that is missing, damaged, or of another kind of database is refused in one line."""
    url, file = databases.make(), tmp_path / "saved"
    keep(url, "ann").engine.dispose()
    if content is not None:
        file.write_bytes(content)
    assert command(url, "restore", str(file), "--replace", use=use) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert names(url) == ["ann"]


def test_a_backup_of_a_later_version_is_refused(
    databases: Databases, tmp_path: Path, use: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is not put in the place of a database that works."""
    later, url, file = databases.make(), databases.make(), tmp_path / "saved"
    tables = keep(later, "ann")
    with tables.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    tables.engine.dispose()
    keep(url, "bob").engine.dispose()
    assert command(later, "backup", str(file), use=use) == 0
    capsys.readouterr()
    assert command(url, "restore", str(file), "--replace", use=use) == 2
    assert "0999" in capsys.readouterr().err
    assert names(url) == ["bob"]


def test_without_the_programs_of_postgres_one_line_says_what_to_install(
    tmp_path: Path, use: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written."""
    use.setenv("PATH", str(tmp_path))
    use.setattr("b12guide.database.backup.DEBIAN", "nowhere")
    assert command("postgresql://somebody@127.0.0.1:1/none", "backup", str(tmp_path / "saved"), use=use) == 2
    assert capsys.readouterr().err == (
        "b12guide backup: pg_dump is missing: install Postgres's client programs (on Debian: postgresql-client).\n"
    )
    assert list(tmp_path.iterdir()) == []
