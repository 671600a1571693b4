"""What a process took is answered, whatever becomes of the process or of its database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from b12guide.channels.inbox import Inbox
from b12guide.channels.inbox_tables import MESSAGES, Taken
from b12guide.channels.incoming import Incoming
from b12guide.database.engine import LOCK_SECONDS
from tests.providers.harness import Harness
from tests.providers.kinds import KINDS

EMERGENCY = "my throat is closing up after the injection"
Make = Callable[..., Harness]


@pytest.mark.parametrize("name", sorted(KINDS))
def test_what_a_killed_process_took_is_answered(make: Make, tmp_path: Path, name: str) -> None:
    """A message that was acknowledged and not answered is answered by the next process, once."""
    now = [1000.0]
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    first = make(name, inbox=Inbox(url, timeout_seconds=20, clock=lambda: now[0]))
    first.hold()
    for number, text in enumerate(["first", "second"]):
        first.run(first.post(first.kind.text(text, message_id=str(number))))
    first.run(first.channel.stop(patience=0.0))
    second = make(name, inbox=Inbox(url, timeout_seconds=20, clock=lambda: now[0]))

    def recover() -> None:
        second.run(second.channel.recover(second.app, second.rasa.handle_message))
        second.run(second.channel.idle())

    recover()
    assert second.answers == []  # the first is alive for all that is known
    now[0] += 16
    recover()
    recover()
    assert second.answers == ["You said: first", "You said: second"]
    assert second.write("first", message_id="0") == []
    second.count("once", 2)
    second.count("delivered", 3)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_an_answer_that_was_half_sent_goes_on_where_it_stopped(make: Make, tmp_path: Path, name: str) -> None:
    """After a restart in the middle of an answer of several pieces, none of them comes twice and none is missing."""
    now = [1000.0]
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    first = make(name, inbox=Inbox(url, timeout_seconds=20, clock=lambda: now[0]))
    first.rasa.says = lambda text: [{"text": "word " * 500}, {"text": "and " * 800}]
    held = asyncio.Event()

    async def third_is_held() -> None:
        await first.post(first.kind.text("hello"))
        while not first.fake.said:
            await asyncio.sleep(0)
        first.fake.hold = held
        await asyncio.sleep(0.1)

    first.run(third_is_held())
    got = len(first.fake.said)
    first.run(first.channel.stop(patience=0.0))
    second = make(name, inbox=Inbox(url, timeout_seconds=20, clock=lambda: now[0]))
    now[0] += 16
    second.run(second.channel.recover(second.app, second.rasa.handle_message))
    second.run(second.channel.idle())
    whole = " ".join(" ".join([*first.answers[:got], *second.answers]).split())
    if name == "sms":
        assert (len(first.fake.said), second.answers) == (1, [])
    else:
        assert whole == " ".join(("word " * 500 + "and " * 800).split())
    assert second.rasa.texts == []


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_message_that_stops_every_process_ends_with_the_static_card(make: Make, tmp_path: Path, name: str) -> None:
    """A message that three processes did not survive is not given to the bot a fourth time."""
    now = [1000.0]
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    for _ in range(3):
        harness = make(name, inbox=Inbox(url, timeout_seconds=20, clock=lambda: now[0]))
        harness.hold()
        harness.run(harness.post(harness.kind.text("hello")))
        harness.run(harness.channel.recover(harness.app, harness.rasa.handle_message))
        harness.run(asyncio.sleep(0))
        harness.run(harness.channel.stop(patience=0.0))
        now[0] += 16
    last = make(name, inbox=Inbox(url, timeout_seconds=20, clock=lambda: now[0]))
    last.run(last.channel.recover(last.app, last.rasa.handle_message))
    last.run(last.channel.idle())
    assert last.rasa.texts == []
    assert last.answers[0].startswith("Call ")


def test_without_its_database_a_channel_still_answers_once(make: Make, tmp_path: Path) -> None:
    """With the database away each message is answered, a repeat is not, and an emergency has its card."""
    broken = tmp_path / "folder"
    broken.mkdir()
    for name in sorted(KINDS):
        harness = make(name, database=broken)
        assert [said.text for said in harness.write("hello")] == ["You said: hello"]
        assert harness.write("hello") == []
        (card,) = harness.write(EMERGENCY, message_id="2")
        assert "local emergency number now" in card.text


@pytest.mark.parametrize("name", sorted(KINDS))
def test_what_was_answered_without_the_database_is_told_to_it_later(make: Make, tmp_path: Path, name: str) -> None:
    """Once the database is back, another process knows what was answered while it was away."""
    now = [1000.0]
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    first = make(name, inbox=Inbox(url, timeout_seconds=20, clock=lambda: now[0]))

    def gone(*args: Any) -> Any:
        raise sa.exc.OperationalError("x", {}, Exception())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(first.inbox.tables, "insert", gone)
        assert len(first.write("hello")) == 1
    now[0] += 6
    first.run(first.inbox.keep_alive())
    second = make(name, inbox=Inbox(url, timeout_seconds=20, clock=lambda: now[0]))
    assert second.write("hello") == []


def test_a_file_that_another_process_writes_to_is_not_away(loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    """A message is taken once the other is done, and the database knows it: no second process answers it too."""
    inbox = Inbox(f"sqlite:///{tmp_path / 'shared.db'}", timeout_seconds=20)
    message = Taken(Incoming("1", "+440", "hello"), "key", "conversation")

    async def take() -> list[Taken]:
        with inbox.tables.engine.connect() as other:
            other.exec_driver_sql("BEGIN IMMEDIATE")
            asyncio.get_running_loop().call_later(3 * LOCK_SECONDS, other.exec_driver_sql, "ROLLBACK")
            return await inbox.take("sms", [message])

    try:
        assert loop.run_until_complete(take()) == [message]
        with inbox.tables.engine.connect() as connection:
            assert connection.execute(sa.select(MESSAGES.c.key)).scalars().all() == ["key"]
    finally:
        inbox.close()
