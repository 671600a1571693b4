"""The server's own routes over real HTTP on a loopback port, in this process."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from rasa.core.channels.channel import InputChannel, register
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.server import add_root_route

from b12guide.channels.rest import RestChannel
from b12guide.channels.server import ServerSetup
from b12guide.channels.signing import Signer
from b12guide.channels.web import WebChannel
from b12guide.person import COUNTRY_VARIABLE, TEST_CLOCK_VARIABLE, ZONE_VARIABLE
from b12guide.rasa.private_conversations import KeepingStore
from b12guide.rasa.tracker_store import ConversationStore
from tests.channels.broken_bot import GENEROUS, PERSON, Say
from tests.channels.reminders_kept import servers as servers
from tests.conftest import Bot, Reply
from tests.loopback import Loopback

SECRET = b"a secret of the tests, long enough to sign"


@dataclass
class Answer:
    """What came back over HTTP."""

    status: int
    headers: Any
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Site:
    """A server with `channels` and the agent `agent`, and a client of it in the same loop."""

    def __init__(self, bot: Bot, agent: Any, channels: list[InputChannel]) -> None:
        self.bot, self.agent, self.channels = bot, agent, channels
        self.server = Loopback(agent)
        self.app, self.url = self.server.app, self.server.url
        add_root_route(self.app)
        register(channels, self.app, route="/webhooks/")
        bot.run(self.server.start())

    def close(self) -> None:
        """Stop listening."""
        self.bot.run(self.server.stop())

    async def request(self, method: str, path: str, **options: Any) -> Answer:
        """One request, as a coroutine, for those that go out at the same moment."""
        patience = aiohttp.ClientTimeout(20)
        url = self.url + path
        async with aiohttp.ClientSession(timeout=patience) as client, client.request(method, url, **options) as answer:
            return Answer(answer.status, answer.headers, await answer.read())

    def get(self, path: str, **options: Any) -> Answer:
        """One GET."""
        return self.bot.run(self.request("GET", path, **options))

    def post(self, path: str, **options: Any) -> Answer:
        """One POST."""
        return self.bot.run(self.request("POST", path, **options))


@pytest.fixture(scope="session")
def make_site(bot: Bot) -> Iterator[Callable[..., Site]]:
    """Makes sites that end with the session: `make_site(RestChannel("token"))`."""
    sites: list[Site] = []

    def make(*channels: InputChannel, agent: Any = None) -> Site:
        sites.append(Site(bot, agent or bot.agent, [ServerSetup(), *channels]))
        return sites[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(TEST_CLOCK_VARIABLE, "1")
        for variable in (COUNTRY_VARIABLE, ZONE_VARIABLE):
            patch.delenv(variable, raising=False)
        yield make
        for site in sites:
            site.close()


@pytest.fixture(scope="session")
def site(make_site: Callable[..., Site]) -> Site:
    """The server as `make run` has it."""
    return make_site(RestChannel(), WebChannel(Signer(SECRET)))


@pytest.fixture(scope="session")
def bare_site(make_site: Callable[..., Site]) -> Site:
    """A server whose model could not be loaded."""
    from rasa.core.agent import Agent

    return make_site(RestChannel(), WebChannel(Signer(SECRET)), agent=Agent())


@pytest.fixture
def sender(request: pytest.FixtureRequest) -> str:
    """A conversation of this test's own."""
    return str(request.node.nodeid)[-150:]


@pytest.fixture
def say(bot: Bot, request: pytest.FixtureRequest) -> Say:
    """Sends a message to the bot as it is now, broken or not, and returns the turn."""

    def send(text: str) -> Reply:
        turn = bot.channel.converse(bot.app, bot.agent.handle_message, request.node.nodeid, text, PERSON)
        return Reply(bot.run(asyncio.wait_for(turn, GENEROUS)))

    return send


@pytest.fixture
def restart(bot: Bot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], ConversationStore]:
    """Opens the store of the bot anew, as after a restart of the server."""

    def reopen() -> ConversationStore:
        store = ConversationStore(bot.agent.domain, f"sqlite:///{tmp_path / 'c.db'}", timeout_seconds=20)
        safe = FailSafeTrackerStore(store)
        monkeypatch.setattr(bot.agent, "tracker_store", safe)
        monkeypatch.setattr(bot.agent.processor, "tracker_store", safe)
        return store

    reopen()
    return reopen


@pytest.fixture
def now() -> list[float]:
    """What the clock of `keeping` shows, to be set."""
    return [0.0]


@pytest.fixture
def keeping(bot: Bot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, now: list[float]) -> KeepingStore:
    """The store that `make run` has, which knows of private conversations; its clock stands until it is set."""
    store = KeepingStore(bot.agent.domain, f"sqlite:///{tmp_path / 'c.db'}", timeout_seconds=20, clock=lambda: now[0])
    safe = FailSafeTrackerStore(store)
    monkeypatch.setattr(bot.agent, "tracker_store", safe)
    monkeypatch.setattr(bot.agent.processor, "tracker_store", safe)
    return store
