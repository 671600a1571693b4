"""The end of a server: every turn that is at work is answered, or refused with where help is."""

from __future__ import annotations

import asyncio
import json
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from b12guide.channels.leaving import Leaving, LeavingError
from b12guide.channels.rest import RestChannel
from b12guide.person import Person
from tests.channels.broken_bot import assert_emergency
from tests.conftest import Bot, Reply
from tests.widget.real_server import RealServer

PERSON = Person.from_metadata({"country": "GB"}, environment={})


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_order_to_stop_is_given_once() -> None:
    """Several parts give it; the first one counts, and all have until the same moment."""

    async def told() -> list[float]:
        clock = Clock()
        end = Leaving(seconds=2.0, clock=clock)
        first = end.begin()
        clock.now = 1.5
        second = end.begin()
        clock.now = 9.0
        return [first, second, end.begin()]

    assert asyncio.run(told()) == [2.0, 0.5, 0.0]


@pytest.mark.parametrize("told_before", [True, False], ids=["told before", "told meanwhile"])
def test_a_turn_that_hangs_is_not_waited_for(told_before: bool) -> None:
    """Once the server is told to stop, a turn that would have 20 seconds has what is left."""

    async def turn() -> bool:
        end, hangs = Leaving(seconds=0.01), asyncio.get_running_loop().create_future()
        if told_before:
            end.begin()
        waiting = asyncio.ensure_future(end.finished(hangs, 20.0))
        await asyncio.sleep(0)
        end.begin()
        ended = await asyncio.wait_for(waiting, 10.0)
        await end.empty()
        return ended

    assert asyncio.run(turn()) is False


def test_a_turn_that_ends_in_time_is_heard() -> None:
    """The order to stop takes nothing away from a turn that is nearly there."""

    async def turn() -> bool:
        end, nearly = Leaving(seconds=60.0), asyncio.get_running_loop().create_future()
        waiting = asyncio.ensure_future(end.finished(nearly, 20.0))
        await asyncio.sleep(0)
        end.begin()
        await asyncio.sleep(0)
        nearly.set_result(None)
        return await waiting

    assert asyncio.run(turn()) is True


def test_a_call_for_help_is_answered_by_a_server_that_goes(
    bot: Bot, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The card that the detector has is there, though Rasa cannot finish the turn any more."""
    assert_emergency(_said_while_it_goes(bot, request, monkeypatch, "my throat is closing up after the injection"))


def test_a_question_is_for_a_server_that_stays(
    bot: Bot, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is refused as a server that is away would, so that the page sends it again under the same id."""
    with pytest.raises(LeavingError) as refused:
        _said_while_it_goes(bot, request, monkeypatch, "how long until i feel better?")
    assert refused.value.status_code == 503


def _said_while_it_goes(bot: Bot, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, text: str) -> Reply:
    async def turn() -> Reply:
        end, broken_off = Leaving(seconds=0.01), asyncio.Event()

        async def hangs(_: Any) -> None:
            end.begin()
            try:
                await asyncio.Event().wait()
            finally:
                broken_off.set()

        monkeypatch.setattr(bot.app.ctx, "leaving", end, raising=False)
        try:
            return Reply(await RestChannel().converse(bot.app, hangs, request.node.nodeid, text, PERSON))
        finally:
            await broken_off.wait()
            async with bot.agent.lock_store.lock(request.node.nodeid):  # what stood around the turn is left as well
                pass

    return bot.run(turn())


class Writers:
    """People who write one message after the other until the server is gone.

    A connection that is shut before its message was taken up is told to the writer by a reset, or by a pipe that
    is broken while it is still written; the page, a proxy and a provider then try again.
    """

    def __init__(self, server: RealServer, count: int) -> None:
        self.answers: list[Any] = []
        self.refused: list[Any] = []
        self.silence: list[str] = []
        self._server = server
        self._threads = [threading.Thread(target=self._write, args=(number,)) for number in range(count)]

    def start(self) -> None:
        """Begin, and wait until every one of them has been answered."""
        for thread in self._threads:
            thread.start()
        while len(self.answers) < len(self._threads):
            time.sleep(0.01)

    def join(self) -> None:
        """Wait until they have all found the server gone."""
        for thread in self._threads:
            thread.join()

    def _write(self, number: int) -> None:
        texts = ("how long until i feel better?", "my throat is closing up", "every 12 weeks, the last one was in May")
        for turn in range(10_000):
            body = json.dumps({"sender": f"writer {number}", "message": texts[turn % 3]}).encode()
            address = f"{self._server.address}/webhooks/rest/webhook"
            asked = urllib.request.Request(address, body, {"Content-Type": "application/json"})
            try:
                with urllib.request.urlopen(asked, timeout=30) as answer:
                    self.answers.append(json.loads(answer.read()))
            except urllib.error.HTTPError as refused:
                self.refused.append(json.loads(refused.read()))
            except (OSError, ValueError) as gone:
                reason = getattr(gone, "reason", gone)
                if not isinstance(reason, (ConnectionRefusedError, ConnectionResetError, BrokenPipeError)):
                    self.silence.append(repr(gone))
                return


def test_a_server_that_is_told_to_stop_leaves_nobody_without_an_answer(tmp_path: Path) -> None:
    """With 20 people writing at once it ends in order: a message has its answer, or is refused with where help is."""
    server = RealServer(tmp_path, settings={"B12GUIDE_LOG": "json"})
    server.start()
    writers = Writers(server, 20)
    writers.start()
    server.stop()
    writers.join()
    log = (tmp_path / "server.log").read_text()
    assert writers.silence == []
    assert log.count('"message": "turn"') == len(writers.answers)
    assert all(messages and messages[0]["text"] for messages in [*writers.answers, *writers.refused])
    assert "Stopped.\n" in log
