"""`b12guide forget`: what is kept of a person, or what is old, goes from every table."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.shared.core.events import UserUttered

from b12guide.channels.inbox_tables import InboxTables, Kept, Taken
from b12guide.channels.incoming import Incoming, Names
from b12guide.channels.signing import load_secret
from b12guide.cli import main
from b12guide.rasa.conversation_tables import ConversationTables

PHONE = "+447700900123"


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The database of the command."""
    address = f"sqlite:///{tmp_path / 'c.db'}"
    monkeypatch.setenv("B12GUIDE_DATABASE", address)
    monkeypatch.setattr("b12guide.forget.DATA", tmp_path)
    return address


def keep(url: str, *names: str) -> ConversationTables:
    tables = ConversationTables(url)
    tables.create()
    for name in names:
        tables.write(name, 0, [UserUttered(f"a quince from {name}")], "{}")
    return tables


def forget(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    status = main(["forget", *words])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_one_conversation_goes_and_others_stay(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The sender of REST names a conversation; a second time there is nothing, and status 1."""
    tables = keep(url, "ann", "bob")
    assert forget("ann", capsys=capsys)[:2] == (
        0,
        "Deleted: 1. A server that runs forgets the texts it holds in memory within 15 minutes.\n",
    )
    assert tables.names() == ["bob"]
    assert forget("ann", capsys=capsys)[0] == 1


def test_the_id_of_a_browser_names_its_conversation(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The id that the page shows has a signature behind a dot, which is no part of the name."""
    tables = keep(url, "n4me")
    assert forget("n4me.0123456789abcdef", capsys=capsys)[0] == 0
    assert tables.names() == []


def test_a_phone_number_goes_with_what_the_channel_keeps(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Conversation, keys of messages and what "MORE" would give are gone; that somebody said STOP stays."""
    names = Names(load_secret(tmp_path))
    name = names.conversation("sms", PHONE)
    tables, inbox = keep(url, name), InboxTables(url, "me", 15)
    inbox.create()
    inbox.insert("sms", [Taken(Incoming("id", PHONE, "a quince"), names.message("sms", "id"), name)], 1.0)
    inbox.keep(name, Kept(stopped=True, rest="more of the quince", choices=["a"]), 1.0)
    assert forget("--channel", "sms", "--address", PHONE, capsys=capsys)[0] == 0
    assert tables.names() == []
    assert inbox.kept(name) == Kept(stopped=True)
    with tables.engine.connect() as connection:
        assert connection.execute(sa.text("SELECT count(*) FROM channel_messages")).scalar() == 0


def test_what_is_old_goes(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Conversations without a turn for so many days are deleted, and counted."""
    tables = keep(url, "old", "older", "new")
    with tables.engine.begin() as connection:
        connection.execute(sa.text("UPDATE conversation_slots SET updated = 100 WHERE sender_id LIKE 'old%'"))
    assert forget("--older-than", "30", capsys=capsys)[1].startswith("Deleted: 2.")
    assert tables.names() == ["new"]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["ann", "--older-than", "3"],
        ["--channel", "sms"],
        ["--address", PHONE],
        ["ann", "--channel", "sms", "--address", PHONE],
        ["--older-than", "0"],
        ["--older-than", "-5"],
        ["ann", "--clock-is-right"],
    ],
)
def test_what_cannot_be_meant_deletes_nothing(url: str, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    """Status 2 and one line that says what to give."""
    tables = keep(url, "ann")
    status, out, err = forget(*words, capsys=capsys)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("b12guide forget: ")
    assert tables.names() == ["ann"]


def test_a_clock_that_leapt_ahead_deletes_nothing(
    url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By command as by a server nothing goes for its age until somebody says that the clock is right."""
    tables = keep(url, "ann")
    monkeypatch.setattr("b12guide.forget.time.time", lambda: 5_000_000_000.0)
    status, out, err = forget("--older-than", "400", capsys=capsys)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "b12guide forget --clock-is-right" in err
    assert tables.names() == ["ann"]
    assert forget("--clock-is-right", capsys=capsys)[0] == 0
    assert forget("--older-than", "400", capsys=capsys)[0] == 0
    assert tables.names() == []


def test_a_database_that_is_away_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is told that something is deleted while it is not."""
    monkeypatch.setenv("B12GUIDE_DATABASE", "sqlite:////dev/null/none.db")
    status, out, err = forget("ann", capsys=capsys)
    assert (status, out) == (2, "")
    assert "B12GUIDE_DATABASE" in err
