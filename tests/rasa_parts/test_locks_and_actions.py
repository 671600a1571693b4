"""Locks in order, and actions in the server's own process."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from rasa.utils.endpoints import ClientResponseError

from b12guide.rasa.inprocess import InProcessActions
from b12guide.rasa.lock_store import QuickLockStore
from tests.conftest import Bot

WAIT = 20.0


def test_messages_of_a_conversation_wait_for_one_another() -> None:
    """Those who come are served one at a time, in the order in which they came."""

    async def talk() -> list[str]:
        locks, done = QuickLockStore(), list[str]()

        async def turn(name: str) -> None:
            async with locks.lock("ann"):
                done.append(f"{name} begins")
                await asyncio.sleep(0)
                done.append(f"{name} ends")

        await asyncio.wait_for(asyncio.gather(*(turn(name) for name in "abcd")), WAIT)
        return done

    assert asyncio.run(talk()) == [f"{name} {what}" for name in "abcd" for what in ("begins", "ends")]


def test_other_conversations_do_not_wait() -> None:
    """A lock holds up nobody else's conversation."""

    async def talk() -> bool:
        locks = QuickLockStore()
        async with locks.lock("ann"), locks.lock("bob"):
            return True

    assert asyncio.run(asyncio.wait_for(talk(), WAIT))


def test_a_turn_that_fails_lets_the_next_one_in() -> None:
    """The lock is given back when a turn raises."""

    async def talk() -> bool:
        locks = QuickLockStore()
        with pytest.raises(ZeroDivisionError):
            async with locks.lock("ann"):
                raise ZeroDivisionError
        async with locks.lock("ann"):
            return True

    assert asyncio.run(asyncio.wait_for(talk(), WAIT))


ACTIONS = """
from rasa_sdk import Action
from rasa_sdk.interfaces import ActionExecutionRejection

class Good(Action):
    def name(self): return "action_good"
    def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text="good")
        return [{"event": "slot", "name": "x", "value": 1}]

class Raises(Action):
    def name(self): return "action_raises"
    def run(self, dispatcher, tracker, domain): raise ZeroDivisionError

class Rejects(Action):
    def name(self): return "action_rejects"
    def run(self, dispatcher, tracker, domain): raise ActionExecutionRejection("action_rejects", "no")
"""


@pytest.fixture
def endpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcessActions:
    """The endpoint with a package of actions of its own."""
    (tmp_path / "some_actions.py").write_text(ACTIONS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return InProcessActions("some_actions")


def call(endpoint: InProcessActions, action: str) -> Any:
    tracker = {"sender_id": "ann", "slots": {}, "latest_message": {}, "events": [], "paused": False}
    body = {"next_action": action, "sender_id": "ann", "tracker": tracker, "domain": {}}
    return asyncio.run(endpoint.request(json=body))


def test_an_action_answers_as_a_server_would(endpoint: InProcessActions) -> None:
    """Its events and messages come back in the form of the action server, and then that the bot listens."""
    answer = call(endpoint, "action_good")
    listens = {"event": "followup", "name": "action_listen", "timestamp": None}
    assert answer["events"] == [{"event": "slot", "name": "x", "value": 1}, listens]
    assert [response["text"] for response in answer["responses"]] == ["good"]


def test_an_action_that_raises_is_an_error(endpoint: InProcessActions) -> None:
    """A bug in an action is not swallowed here."""
    with pytest.raises(ZeroDivisionError):
        call(endpoint, "action_raises")


def test_a_rejection_is_a_400(endpoint: InProcessActions) -> None:
    """An action that declines to run is told as the action server tells it."""
    with pytest.raises(ClientResponseError) as rejected:
        call(endpoint, "action_rejects")
    assert rejected.value.status == 400


def test_the_project_has_the_actions_of_its_domain(bot: Bot) -> None:
    """Every action that the domain names exists in the package, and the other way round."""
    ours = {name for name, run in InProcessActions()._executor.actions.items() if run.__module__.startswith("actions.")}
    assert ours == {name for name in bot.agent.domain.user_actions if name.startswith("action_")}


GOOD = {"events": [{"event": "slot", "name": "memory", "value": None}], "responses": [{"text": "hi"}]}


@pytest.mark.parametrize(
    "reply",
    [
        None,
        "nonsense",
        [],
        7,
        {"events": "nonsense", "responses": []},
        {"events": [7], "responses": []},
        {"events": [{"no": "event"}], "responses": []},
        {"events": [], "responses": "nonsense"},
        {"events": [], "responses": [7]},
    ],
)
def test_a_malformed_reply_is_refused(bot: Bot, reply: Any) -> None:
    """What an action must not return is told as an error, not passed on."""
    from rasa.core.actions.action import RemoteAction

    action = RemoteAction("action_answer", bot.agent.action_endpoint)
    with pytest.raises(Exception, match="action_answer"):
        action._validate_action_result(reply)
    assert action._validate_action_result(GOOD)
