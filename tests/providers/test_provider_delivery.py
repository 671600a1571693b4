"""Each message id is answered exactly once and in order, behind an acknowledgement that waits for nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from b12guide.channels.inbox import Inbox
from b12guide.channels.inbox_tables import MESSAGES
from tests.providers.harness import Harness
from tests.providers.kinds import KINDS

EMERGENCY = "my throat is closing up after the injection"
# Longest wait for what must come at once.
GENEROUS = 20.0

Make = Callable[..., Harness]


def rows(harness: Harness) -> list[Any]:
    """What the inbox holds."""
    with harness.inbox.tables.engine.connect() as connection:
        return connection.execute(sa.select(MESSAGES).order_by(MESSAGES.c.number)).all()


def test_a_text_gets_its_answer(harness: Harness) -> None:
    """The words reach the bot as they were written, and its answer reaches the person who wrote them."""
    (said,) = harness.write("how long until I feel better? \U0001f489")
    assert said.text == "You said: how long until I feel better? \U0001f489"
    assert said.to.removeprefix("whatsapp:") == harness.kind.people[0]
    assert harness.fake.refused == []


def test_the_same_delivery_again_is_answered_once(harness: Harness) -> None:
    """A provider that delivers five times gets five acknowledgements, and the person one answer."""
    for _ in range(5):
        assert harness.deliver(harness.kind.text("hello")) == 200
    assert harness.rasa.texts == ["hello"]
    assert len(harness.fake.said) == 1
    harness.count("once")
    harness.count("delivered", 5)


def test_deliveries_at_the_same_moment_are_answered_once(harness: Harness) -> None:
    """Ten copies at once are one message."""

    async def at_once() -> list[tuple[int, bytes]]:
        return list(await asyncio.gather(*(harness.post(harness.kind.text("hello")) for _ in range(10))))

    assert [status for status, _ in harness.run(at_once())] == [200] * 10
    harness.run(harness.channel.idle())
    assert (harness.rasa.texts, len(harness.fake.said)) == (["hello"], 1)
    harness.count("once")
    harness.count("delivered", 10)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_two_processes_take_a_message_once(make: Make, tmp_path: Path, name: str) -> None:
    """Deliveries of a message to two processes on one database, at the same moment, are one message."""
    both = [make(name, database=tmp_path / "shared.db") for _ in range(2)]
    deliveries = [both[0].kind.text("hello", message_id=str(number)) for number in range(8)]

    async def at_once() -> list[tuple[int, bytes]]:
        posts = [harness.post(delivery) for delivery in deliveries for harness in both]
        return list(await asyncio.gather(*posts))

    assert {status for status, _ in both[0].run(at_once())} == {200}
    for harness in both:
        harness.run(harness.channel.idle())
    assert len(both[0].rasa.texts) + len(both[1].rasa.texts) == 8
    assert len(both[0].fake.said) + len(both[1].fake.said) == 8
    both[0].count("once", 8)
    both[0].count("delivered", 16)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_message_is_known_after_a_restart(make: Make, tmp_path: Path, name: str) -> None:
    """A new process does not answer what an old one has answered."""
    first = make(name, database=tmp_path / "shared.db")
    assert len(first.write("hello")) == 1
    second = make(name, database=tmp_path / "shared.db")
    assert second.write("hello") == []
    assert second.rasa.texts == []
    second.count("once")
    second.count("delivered", 2)


def test_the_acknowledgement_waits_for_nothing(harness: Harness) -> None:
    """A provider gets its 200 while the bot has not even begun to answer."""
    release = harness.hold()
    status, _ = harness.run(asyncio.wait_for(harness.post(harness.kind.text("hello")), GENEROUS))
    assert (status, harness.fake.said) == (200, [])
    release.set()
    harness.run(harness.channel.idle())
    assert harness.answers == ["You said: hello"]


def test_messages_of_a_person_are_answered_in_order(harness: Harness) -> None:
    """What is written first is answered first, however long that takes; nobody else waits for it."""
    release = harness.hold(only="first")

    async def write() -> None:
        for number, text in enumerate(["first", "second", "third"]):
            await harness.post(harness.kind.text(text, message_id=str(number)))
        await harness.post(harness.kind.text("of another", message_id="7", person=1))
        while not harness.fake.said:
            await asyncio.sleep(0.01)

    harness.run(asyncio.wait_for(write(), GENEROUS))
    assert harness.answers == ["You said: of another"]
    release.set()
    harness.run(harness.channel.idle())
    assert harness.answers[1:] == ["You said: first", "You said: second", "You said: third"]


@pytest.mark.usefixtures("real_limits")
def test_an_emergency_waits_for_nothing(harness: Harness) -> None:
    """Where an earlier message hangs, the card of an emergency goes out all the same."""
    release = harness.hold()

    async def write() -> None:
        await harness.post(harness.kind.text("first", message_id="1"))
        await harness.post(harness.kind.text(EMERGENCY, message_id="2"))
        while not harness.fake.said:
            await asyncio.sleep(0.01)

    harness.run(asyncio.wait_for(write(), GENEROUS))
    assert len(harness.fake.said) == 1
    assert "local emergency number now" in harness.answers[0]
    release.set()
    harness.run(harness.channel.idle())
    assert len(harness.fake.said) == 2


@pytest.mark.parametrize("name", ["messenger", "whatsapp"])
def test_a_batch_is_taken_whole_and_in_order(make: Make, name: str) -> None:
    """Every message of a delivery is answered, those of a person in the order in which they stand."""
    harness = make(name)
    kind = harness.kind
    events = [kind.said(f"text {number}", message_id=str(number), person=number % 2) for number in range(40)]
    assert harness.deliver(kind.pack(*events)) == 200
    assert harness.deliver(kind.pack(*events[10:], kind.said("new", message_id="99"))) == 200
    told = {person: [s.text for s in harness.fake.said if s.to == person] for person in kind.people}
    assert told[kind.people[1]] == [f"You said: text {number}" for number in range(1, 40, 2)]
    assert told[kind.people[0]] == [f"You said: text {number}" for number in range(0, 40, 2)] + ["You said: new"]
    harness.count("once", 41)
    harness.count("delivered", 71)


def test_a_batch_holds_what_is_for_somebody_among_what_is_not(make: Make) -> None:
    """A receipt, a reaction or nonsense beside a message does not cost the message."""
    harness = make("whatsapp")
    kind: Any = harness.kind
    odd: list[Any] = [None, 7, "x", [], {}, kind.event("reaction", {"emoji": "x"}, message_id="5")]
    assert harness.deliver(kind.pack(*odd, kind.said("hello"), *odd)) == 200
    assert harness.rasa.texts == ["hello"]


def test_nothing_of_a_message_stays_once_it_is_answered(harness: Harness) -> None:
    """What was written, and to whom the answer went, leave the inbox with the answer."""
    harness.write("my secret words")
    (row,) = rows(harness)
    assert (row.message, row.answer, row.owner, row.held_until) == (None, None, None, None)
    assert "secret" not in str(row)
    assert harness.kind.people[0] not in str(row)


def test_an_answer_that_cannot_be_made_is_the_static_card(harness: Harness, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a channel's own work fails, the person still learns where help is."""

    async def fails(*args: Any) -> Any:
        raise ZeroDivisionError("with what somebody wrote")

    monkeypatch.setattr(harness.channel, "prepare", fails)
    (said,) = harness.write("hello")
    assert "if you are very unwell" in said.text
    assert rows(harness)[0].message is None


def test_old_keys_are_forgotten_after_no_provider_repeats_them(make: Make, tmp_path: Path) -> None:
    """Keys stay for 10 days, and no longer."""
    now = [time.time()]
    harness = make("whatsapp", inbox=Inbox(f"sqlite:///{tmp_path / 'x.db'}", timeout_seconds=20, clock=lambda: now[0]))
    harness.write("hello")
    for days, left in ((9, 1), (2, 0)):
        now[0] += days * 86_400
        harness.run(harness.inbox.forget_old())
        assert len(rows(harness)) == left


def test_a_delivery_after_the_answer_was_forgotten_is_new(make: Make) -> None:
    """Another id is another message, whatever its words."""
    harness = make("telegram")
    assert [len(harness.write("hello", message_id=str(number))) for number in (1, 2, 1, 2, 3)] == [1, 1, 0, 0, 1]


def test_the_channels_do_not_share_ids(make: Make, tmp_path: Path) -> None:
    """The same id at two providers is two messages, and the same person at both has two conversations."""
    names = ["sms", "twilio_whatsapp"]
    both = [make(name, database=tmp_path / "shared.db") for name in names]
    assert [len(harness.write("hello")) for harness in both] == [1, 1]
    first, second = (harness.rasa.heard[0].sender_id for harness in both)
    assert first.split("-")[0] == "sms"
    assert second.split("-")[0] == "twilio_whatsapp"
    assert first.split("-")[1] != second.split("-")[1]


def test_a_conversation_is_not_named_after_its_phone_number(harness: Harness) -> None:
    """The name is the same for a person at every message, another for another, and holds no number."""
    harness.write("hello", message_id="1")
    harness.write("hello", message_id="2")
    harness.write("hello", message_id="3", person=1)
    names = [message.sender_id for message in harness.rasa.heard]
    assert names[0] == names[1] != names[2]
    for person in harness.kind.people:
        assert person.lstrip("+") not in "".join(names)
