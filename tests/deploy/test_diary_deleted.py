"""Of a diary and of reminders nothing is left after "forget me", after age and by command: no row, and no byte."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.shared.core.events import SlotSet, UserUttered

from b12guide.channels.reminder_desk import Desk, Reach
from b12guide.cli import main
from b12guide.conversation import State
from b12guide.conversation.whose import ME
from b12guide.database.reminder_tables import ADDRESSES, REMINDERS
from b12guide.diary.notes import Diary, note_of
from b12guide.diary.reminders import Mailbox
from b12guide.rasa.conversation_tables import ConversationTables
from b12guide.reminder_rules import ReminderRules
from tests.channels.reminders_kept import TOLD, ZONE, at, state, wish

PHONE, ADDRESS, NOTE = "+447700900123", "quince@example.org", "the quince in my feet tingles less"
PEOPLE = ("sms-ann", "sms-bob")


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The database of two people with a diary, reminders, and an address for mails."""
    address = f"sqlite:///{tmp_path / 'c.db'}"
    monkeypatch.setenv("B12GUIDE_DATABASE", address)
    monkeypatch.setattr("b12guide.forget.DATA", tmp_path)
    tables = ConversationTables(address)
    tables.create()
    desk = Desk(address, rules=ReminderRules(), patience=20, clock=lambda: at(5, 12, month=3))
    for number, person in enumerate(PEOPLE):
        kept = diary_of(person)
        slots = json.dumps({"memory": kept.to_json()})
        tables.write(
            person, 0, [UserUttered(f"write down that {NOTE} {person}"), SlotSet("memory", kept.to_json())], slots
        )
        asyncio.run(desk.plan(person, kept, Reach("sms", f"{PHONE}{number}"), ZONE))
    desk.close()
    tables.close()
    return address


def diary_of(person: str) -> State:
    """A conversation with a note and reminders by phone and by mail."""
    kept = state(wish(0), wish(7), wish(1, way="email"), mailbox=Mailbox(f"{person}.{ADDRESS}", "424242", True))
    diary = Diary.from_json(kept.diaries[ME])
    diary.add(note_of(f"{NOTE} {person}", TOLD))
    return State(plans=kept.plans, diaries={ME: diary.to_json()})


def rows(url: str) -> dict[str, int]:
    """How many rows of each person the two tables have."""
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        found = {
            person: sum(
                connection.execute(sa.select(sa.func.count()).where(table.c.conversation == person)).scalar() or 0
                for table in (REMINDERS, ADDRESSES)
            )
            for person in PEOPLE
        }
    engine.dispose()
    return found


def in_bytes(url: str, *words: str) -> list[str]:
    """Those of `words` that stand in the database's file or beside it."""
    path = Path(url.removeprefix("sqlite:///"))
    content = b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))
    return [word for word in words if word.encode() in content]


def test_both_are_there_at_first(url: str) -> None:
    """So that what is deleted below was there."""
    assert rows(url) == dict.fromkeys(PEOPLE, 19)
    assert len(in_bytes(url, NOTE, f"{PHONE}0", f"sms-ann.{ADDRESS}")) == 3


def test_who_is_forgotten_leaves_no_row_and_no_byte(url: str) -> None:
    """Notes, reminders, number and address are gone from the file and its journal; the other's are untouched."""
    tables = ConversationTables(url)
    tables.delete("sms-ann")
    tables.close()
    assert rows(url) == {"sms-ann": 0, "sms-bob": 19}
    assert in_bytes(url, f"{NOTE} sms-ann", f"{PHONE}0", f"sms-ann.{ADDRESS}", "sms-ann") == []
    assert len(in_bytes(url, f"{NOTE} sms-bob", f"{PHONE}1", f"sms-bob.{ADDRESS}")) == 3


def test_by_command_and_by_age_too(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`b12guide forget`, with a name and with an age."""
    assert main(["forget", "sms-ann"]) == 0
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE conversation_slots SET updated = 100"))
    engine.dispose()
    assert main(["forget", "--clock-is-right"]) == 0
    assert main(["forget", "--older-than", "30"]) == 0
    capsys.readouterr()
    assert rows(url) == dict.fromkeys(PEOPLE, 0)
    assert in_bytes(url, NOTE, PHONE, ADDRESS) == []


def test_a_turn_that_was_on_its_way_plans_nothing_for_who_was_forgotten(url: str) -> None:
    """A desk that is late, on whatever server, keeps nothing of somebody who is not kept any more."""
    desk = Desk(url, rules=ReminderRules(), patience=20, clock=lambda: at(5, 12, month=3))
    tables = ConversationTables(url)
    tables.delete("sms-ann")

    async def late() -> None:
        desk.after_turn("sms-ann", diary_of("sms-ann"), Reach("sms", PHONE), ZONE)
        await desk.idle()

    asyncio.run(late())
    desk.close()
    tables.close()
    assert rows(url) == {"sms-ann": 0, "sms-bob": 19}
