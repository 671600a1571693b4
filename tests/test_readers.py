"""Long texts are read off the loop: the same is found, in turn, and nobody waits for ever."""

from __future__ import annotations

import asyncio
import logging
import threading

import pytest

from b12guide.readers import WAITING_EACH, Readers
from b12guide.safety import Triage
from b12guide.shared import triage
from tests.conftest import PATIENCE

EMERGENCY = "I like my garden. " * 100 + "My throat is closing up after the injection"


@pytest.fixture
def readers() -> Readers:
    """Readers as the server has them, which are waited for however busy the machine is."""
    return Readers(patience=PATIENCE)


@pytest.mark.parametrize("text", [EMERGENCY, "I like my garden. " * 100, "", "\ud83d" * 500, "\x00" * 500])
def test_the_same_is_found(readers: Readers, text: str) -> None:
    """What is read in the thread is what would be read anywhere."""
    assert asyncio.run(readers.signs(text, "ann")) == triage(text)


def test_the_loop_goes_on_meanwhile(readers: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a text is read, others are served, and it is read in another thread."""
    loop_went_on = threading.Event()
    where: list[threading.Thread] = []

    def slow(text: str) -> Triage:
        where.append(threading.current_thread())
        assert loop_went_on.wait(PATIENCE)
        return triage(text)

    async def meanwhile() -> Triage | None:
        reading = asyncio.ensure_future(readers.signs(EMERGENCY, "ann"))
        while not where:
            await asyncio.sleep(0)
        loop_went_on.set()
        return await reading

    monkeypatch.setattr("b12guide.readers.triage", slow)
    assert asyncio.run(meanwhile()) == triage(EMERGENCY)
    assert where[0] is not threading.main_thread()


def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A text that is not read in time counts as not read; the log has no word of it, and the next one is read."""
    goes_on = threading.Event()

    def stuck(text: str) -> Triage:
        goes_on.wait(PATIENCE)
        return triage(text)

    monkeypatch.setattr("b12guide.readers.triage", stuck)
    with caplog.at_level(logging.WARNING):
        assert asyncio.run(Readers(patience=0.01).signs(EMERGENCY, "ann")) is None
    goes_on.set()
    assert "garden" not in caplog.text
    assert asyncio.run(Readers(patience=PATIENCE).signs(EMERGENCY, "ann")) == triage(EMERGENCY)


def test_so_many_of_one_sender_wait_and_no_more(readers: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who sends more than may wait has the rest unread; another sender is read all the same."""
    goes_on = threading.Event()

    def slow(text: str) -> Triage:
        assert goes_on.wait(PATIENCE)
        return triage(text)

    async def flood() -> tuple[list[Triage | None], Triage | None]:
        many = [asyncio.ensure_future(readers.signs(EMERGENCY, "ann")) for _ in range(WAITING_EACH + 3)]
        other = asyncio.ensure_future(readers.signs(EMERGENCY, "bob"))
        await asyncio.sleep(0)
        goes_on.set()
        return await asyncio.gather(*many), await other

    monkeypatch.setattr("b12guide.readers.triage", slow)
    found, other = asyncio.run(flood())
    assert found.count(None) == 2
    assert other == triage(EMERGENCY)
