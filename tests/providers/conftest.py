"""Providers as they are documented, on the loopback, and what delivers to the channels."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from b12guide.channels.inbox import Inbox
from b12guide.channels.incoming import Names
from b12guide.person import COUNTRY_VARIABLE, ZONE_VARIABLE
from tests.providers.harness import COUNTED, Harness
from tests.providers.kinds import KINDS

SECRET = b"a secret of the tests, long enough to name"


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """The one loop of servers, channels and clients."""
    loop = asyncio.new_event_loop()
    yield loop
    pending = asyncio.all_tasks(loop)
    for task in pending:
        task.cancel()
    if pending:  # nothing to wait for is not of this loop
        loop.run_until_complete(asyncio.wait(pending))
    loop.close()


@pytest.fixture
def make(
    loop: asyncio.AbstractEventLoop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Harness]]:
    """`make("whatsapp")`: the channel behind a server, its provider, and a stand-in for Rasa."""
    for variable in (COUNTRY_VARIABLE, ZONE_VARIABLE):
        monkeypatch.delenv(variable, raising=False)
    made: list[Harness] = []

    def build(name: str, *, database: Path | None = None, **options: Any) -> Harness:
        inbox = options.pop("inbox", None) or Inbox(
            f"sqlite:///{database or tmp_path / 'channels.db'}", timeout_seconds=20
        )
        made.append(Harness(loop, KINDS[name](), inbox, Names(SECRET), **options))
        return made[-1]

    yield build
    for harness in made:
        harness.close()


@pytest.fixture(params=sorted(KINDS))
def harness(request: pytest.FixtureRequest, make: Callable[..., Harness]) -> Harness:
    """Each channel in turn."""
    return make(str(request.param))


@pytest.fixture(scope="session")
def standing(loop: asyncio.AbstractEventLoop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Harness]]:
    """One server a channel for the whole session, for requests that change nothing."""
    folder = tmp_path_factory.mktemp("standing")
    harnesses = {
        name: Harness(loop, kind(), Inbox(f"sqlite:///{folder / name}.db", timeout_seconds=20), Names(SECRET))
        for name, kind in KINDS.items()
    }
    yield harnesses
    for harness in harnesses.values():
        harness.close()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """What was counted, a line a channel."""
    if not COUNTED:
        return
    terminalreporter.section("Channels of providers")
    for name in sorted({channel for channel, _ in COUNTED}):
        count = {what: COUNTED[name, what] for what in ("refused", "documented", "genuine", "once", "delivered")}
        terminalreporter.write_line(
            f"{name}: {count['refused']} forgeries refused; "
            f"{count['documented']} documented and {count['genuine']} other genuine deliveries accepted; "
            f"exactly one answer each for {count['once']} message ids delivered {count['delivered']} times"
        )
