"""The processes that read long texts: what they find, and that no text and no fault of theirs stops anything."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from b12guide.readers import JOBS, PLAN, SIGNS, Job, Readers
from b12guide.shared import triage
from tests.conftest import PATIENCE

EMERGENCY = "I like my garden. " * 100 + "My throat is closing up after the injection"


def without_end(text: str) -> bool:
    """A reading that never comes to an end."""
    while text:
        pass
    return True


def dies(text: str) -> bool:
    """A reading that ends its process."""
    os._exit(1)


@pytest.fixture
def readers() -> Iterator[Readers]:
    """Readers as the server has them, which are waited for however busy the machine is."""
    made = Readers({name: Job(job.read, PATIENCE) for name, job in JOBS.items()}, patience=PATIENCE)
    yield made
    made.stop()


def with_plan(job: Job) -> Readers:
    return Readers({**JOBS, PLAN: job}, patience=PATIENCE)


@pytest.mark.parametrize("text", [EMERGENCY, "I like my garden. " * 100, "", "\ud83d" * 500, "\x00" * 500])
def test_the_same_is_found(readers: Readers, text: str) -> None:
    """What another process reads is what this one would."""
    assert asyncio.run(readers.signs(text, "ann")) == triage(text)


def test_a_text_without_end_is_ended(caplog: pytest.LogCaptureFixture) -> None:
    """A reading has so much processor time and no more; the next text is read as if nothing had been."""
    readers = with_plan(Job(without_end, 0.05))
    assert asyncio.run(readers.plain_to_the_plan("every 12 weeks", "ann")) is False
    before = readers.pid
    found = asyncio.run(readers.signs(EMERGENCY, "bob"))
    assert (found and found.level, readers.pid) == ("emergency", before)
    assert [record.levelname for record in caplog.records if record.name == "b12guide.readers"] == ["WARNING"]
    readers.stop()


def test_a_reader_that_dies_is_one_text_unread() -> None:
    """It takes nothing with it."""
    readers = with_plan(Job(dies, PATIENCE))
    assert asyncio.run(readers.plain_to_the_plan("every 12 weeks", "ann")) is False
    assert asyncio.run(readers.signs(EMERGENCY, "bob")) == triage(EMERGENCY)
    readers.stop()


def test_where_the_process_is_gone_there_is_another(readers: Readers) -> None:
    """A process that the system ended is noticed at the next text, which is read all the same."""
    asyncio.run(readers.signs(EMERGENCY, "ann"))
    gone = readers.pid
    assert gone
    os.kill(gone, signal.SIGKILL)
    os.waitpid(gone, 0)
    assert asyncio.run(readers.signs(EMERGENCY, "ann")) == triage(EMERGENCY)
    assert readers.pid != gone


def test_the_process_outlives_what_ends_the_server(readers: Readers) -> None:
    """Ctrl-C and SIGTERM reach all processes: it reads on until the server itself is gone."""
    asyncio.run(readers.signs(EMERGENCY, "ann"))
    before = readers.pid
    assert before
    os.kill(before, signal.SIGINT)
    os.kill(before, signal.SIGTERM)
    assert asyncio.run(readers.signs(EMERGENCY, "ann")) == triage(EMERGENCY)
    assert readers.pid == before


def test_it_holds_no_connection_of_the_server(readers: Readers) -> None:
    """Beside its own line it has the standard streams alone, so that what the server closes is closed."""
    asyncio.run(readers.signs(EMERGENCY, "ann"))
    descriptors = sorted(int(entry.name) for entry in Path(f"/proc/{readers.pid}/fd").iterdir())
    assert len(descriptors) == 4
    assert descriptors[:3] == [0, 1, 2]


def test_without_a_process_a_text_is_unread(readers: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no room for one, nobody waits for it."""

    def no_room() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", no_room)
    assert asyncio.run(readers.signs(EMERGENCY, "ann")) is None


def test_both_readings_have_an_end() -> None:
    """Rules and grammar each have less than a second."""
    assert {name: 0 < job.seconds < 1 for name, job in JOBS.items()} == {SIGNS: True, PLAN: True}
