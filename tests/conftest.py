"""What several tests share: the trained model behind a channel, as people meet it, without a network."""

from __future__ import annotations

import asyncio
import importlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import structlog
from hypothesis import settings

# No test is about how long anything takes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "models" / "b12guide.tar.gz"
# What loads the model or opens a browser: who asks for it is slow.
SLOW_FIXTURES = frozenset({"bot", "browsers"})
# The files that take longest, the longest first: with two workers none of them must be the last one to be taken.
LONGEST = (
    "conversations/test_conversations.py",
    "safety_pipeline/test_sets.py",
    "safety_pipeline/test_sets_without_a_sign.py",
    "safety_pipeline/test_sets_in_conversations.py",
    "understanding/test_understanding_sets.py",
    "bounds/test_readers_are_linear.py",
    "safety_pipeline/test_checklist.py",
    "safety_pipeline/test_surroundings.py",
    "content/test_reviews.py",
    "bounds/test_any_text.py",
    "content/test_review_check.py",
    "conversation/test_warnings_stand.py",
)
# Seconds that nothing takes, however busy the machine is.
PATIENCE = 60.0


@dataclass
class Reply:
    """One turn of the bot: its bubbles and its `custom` object."""

    messages: list[dict[str, Any]]
    custom: dict[str, Any] = field(init=False)
    text: str = field(init=False)
    buttons: list[str] = field(init=False)

    def __post_init__(self) -> None:
        customs = [message["custom"] for message in self.messages if "custom" in message]
        assert len(customs) == 1, f"a turn carries exactly one custom object, not {len(customs)}"
        self.custom = customs[0]
        self.text = "\n".join(message.get("text", "") for message in self.messages)
        self.buttons = [button["title"] for message in self.messages for button in message.get("buttons", [])]


class Bot:
    """The trained model behind the REST channel's own base, in this process."""

    def __init__(self, database: Path) -> None:
        from rasa.core.agent import Agent

        from b12guide.channels.rest import RestChannel
        from b12guide.rasa import inprocess
        from b12guide.rasa.lock_store import QuickLockStore
        from b12guide.rasa.tracker_store import ConversationStore

        self.loop = asyncio.new_event_loop()
        # A disk that stalls is what other tests are about.
        store = ConversationStore(host=f"sqlite:///{database}", timeout_seconds=PATIENCE)
        self.agent = Agent.load(str(MODEL), tracker_store=store, lock_store=QuickLockStore())
        inprocess.install(self.agent)
        self.channel = RestChannel()
        self.app: Any = SimpleNamespace(ctx=SimpleNamespace(agent=self.agent))

    def say(self, sender: str, text: str, **metadata: str) -> Reply:
        """Send one message and return the turn; `channel` is the one that the person seems to write from."""
        from b12guide.person import TEST_CLOCK_VARIABLE, Person

        channel = metadata.pop("channel", "rest")
        person = Person.from_metadata(metadata, channel=channel, environment={TEST_CLOCK_VARIABLE: "1"})
        turn = self.channel.converse(self.app, self.agent.handle_message, sender, text, person)
        return Reply(self.loop.run_until_complete(turn))

    def run(self, awaitable: Any) -> Any:
        """Run something in the bot's event loop."""
        return self.loop.run_until_complete(awaitable)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make test-fast` leaves out, and put the longest files first."""
    first = {ROOT / "tests" / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: first.get(item.path, len(first)))
    for item in items:
        if SLOW_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("slow")


@pytest.fixture(scope="session", autouse=True)
def no_debug_lines() -> Iterator[None]:
    """Rasa's structured log is silent: it takes longer than the messages do."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    yield
    structlog.configure(**before)


@pytest.fixture(scope="session", autouse=True)
def no_row_fails() -> Iterator[None]:
    """A row of the table of decisions that raises fails the test, where a server would go on without it."""

    def fail(_name: str, fault: Exception) -> None:
        raise fault

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importlib.import_module("b12guide.conversation.decide"), "on_fault", fail)
        yield


@pytest.fixture(scope="session")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """The bot with a database of its own."""
    assert MODEL.is_file(), f"{MODEL} is missing: run `make train`"
    instance = Bot(tmp_path_factory.mktemp("data") / "conversations.db")
    with pytest.MonkeyPatch.context() as patience:
        # How soon a card goes out by itself is what the tests of broken parts are about.
        for limit in ("EMERGENCY_LIMIT", "BUSY_LIMIT", "LIMIT"):
            patience.setattr(f"b12guide.channels.base.{limit}", PATIENCE)
        patience.setattr("b12guide.readers.PATIENCE", PATIENCE)
        yield instance
    instance.loop.close()


@pytest.fixture
def real_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long Rasa really has for an emergency before the card goes out without it: for tests of parts that hang."""
    for limit, seconds in {"EMERGENCY_LIMIT": 0.6, "BUSY_LIMIT": 0.3}.items():
        monkeypatch.setattr(f"b12guide.channels.base.{limit}", seconds)


@pytest.fixture
def talk(bot: Bot, request: pytest.FixtureRequest) -> Callable[..., Reply]:
    """A new conversation: `talk("hello", today="2026-03-05")` returns the turn."""

    def say(text: str, **metadata: str) -> Reply:
        return bot.say(request.node.nodeid, text, **metadata)

    return say
