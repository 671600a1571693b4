"""With any part broken, the card of an emergency still leaves, and nobody else is met with silence."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.lock_store import LockError
from rasa.utils.endpoints import EndpointConfig

from b12guide.channels.transcript import lines
from b12guide.channels.turns import places_of
from b12guide.places import Places
from b12guide.rasa.inprocess import InProcessActions
from b12guide.rasa.lock_store import QuickLockStore
from b12guide.rasa.stored_events import answers_in
from b12guide.rasa.tracker_store import store_of
from b12guide.rasa.understood import understand
from tests.channels.broken_bot import EMERGENCY, GENEROUS, PERSON, QUESTION, Say, assert_emergency, assert_static
from tests.conftest import Bot, Reply

pytestmark = pytest.mark.usefixtures("real_limits")


class Endpoint(EndpointConfig):
    """An action endpoint that answers with what `answer` gives."""

    def __init__(self, answer: Callable[[], Any]) -> None:
        super().__init__(url="broken://actions")
        self._answer = answer

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        answer = self._answer()
        return await answer if asyncio.iscoroutine(answer) else answer


def break_actions(bot: Bot, monkeypatch: pytest.MonkeyPatch, answer: Callable[[], Any]) -> None:
    endpoint = Endpoint(answer)
    monkeypatch.setattr(bot.agent, "action_endpoint", endpoint)
    monkeypatch.setattr(bot.agent.processor, "action_endpoint", endpoint)


def fail() -> Any:
    raise ZeroDivisionError


NONSENSE: dict[str, Callable[[], Any]] = {
    "raises": fail,
    "nothing": lambda: None,
    "a text": lambda: "nonsense",
    "a list": list,
    "a number for events": lambda: {"events": 3, "responses": []},
    "an unknown event": lambda: {"events": [{"event": "nonsense"}], "responses": []},
    "a response that does not exist": lambda: {"events": [], "responses": [{"response": "utter_nonsense"}]},
    "responses without form": lambda: {"events": [], "responses": ["nonsense", 7]},
    "nothing at all to say": lambda: {"events": [], "responses": []},
}


@pytest.mark.parametrize("kind", NONSENSE)
def test_an_emergency_needs_no_action(bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """With actions that fail or answer nonsense the card leaves, and the emergency stands at the next message."""
    break_actions(bot, monkeypatch, NONSENSE[kind])
    assert_emergency(say(EMERGENCY))
    still = say("ok thanks")
    assert still.custom["level"] == "emergency"
    assert "even if you feel better" in still.text


@pytest.mark.parametrize("kind", NONSENSE)
def test_an_urgent_sign_needs_no_action(bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """With actions that fail or answer nonsense the urgent card leaves."""
    break_actions(bot, monkeypatch, NONSENSE[kind])
    turn = say("i've got hives all over after the injection")
    assert (turn.custom["kind"], turn.custom["level"]) == ("urgent", "urgent")
    assert turn.text.startswith("Get medical advice today.")


@pytest.mark.parametrize("kind", NONSENSE)
def test_a_question_without_its_action_gets_the_static_text(
    bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Where no answer can be made, the turn says where help is instead of nothing."""
    break_actions(bot, monkeypatch, NONSENSE[kind])
    assert_static(say(QUESTION))


def test_actions_that_come_back_answer_again(bot: Bot, say: Say) -> None:
    """A failure of one turn does not outlast it."""
    with pytest.MonkeyPatch.context() as patch:
        break_actions(bot, patch, fail)
        assert_static(say(QUESTION))
    assert say(QUESTION).custom["topics"] == ["time_to_feel_better"]


@pytest.fixture
def hanging_actions(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Actions that never answer, until the test is over."""
    release, before = asyncio.Event(), asyncio.all_tasks(bot.loop)

    async def hang() -> Any:
        await release.wait()
        return {"events": [], "responses": []}

    async def let_go() -> None:
        release.set()
        pending = {task for task in asyncio.all_tasks() if task is not asyncio.current_task()} - before
        await asyncio.wait(pending, timeout=GENEROUS) if pending else None

    break_actions(bot, monkeypatch, hang)
    monkeypatch.setattr("b12guide.channels.base.LIMIT", 0.1)
    yield
    bot.run(let_go())


@pytest.mark.usefixtures("hanging_actions")
def test_where_turns_queue_the_card_waits_less(bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all places taken, an emergency has a limit of its own, shorter than the usual one."""
    monkeypatch.setattr("b12guide.channels.base.EMERGENCY_LIMIT", 10 * GENEROUS)
    queues = {kind: Places(0, 10) for kind in ("ordinary", "calls", "long")}
    for kind, queue in queues.items():
        monkeypatch.setattr(places_of(bot.app), kind, queue)
    assert_emergency(say(EMERGENCY))
    for queue in queues.values():
        queue._give_back()  # whoever waits goes on, and is waited for


@pytest.mark.usefixtures("hanging_actions")
def test_actions_that_hang_hold_no_card_back(say: Say) -> None:
    """Where the actions never answer, an emergency has its card, also while an earlier message still hangs."""
    late = say(QUESTION)
    assert (late.custom["kind"], late.custom["asks"]) == ("fallback", "unread")
    assert late.text.startswith("I could not read that in time. If anything feels wrong now, call 999 or ")
    assert_emergency(say(EMERGENCY))


def test_a_card_that_is_due_is_kept_with_what_the_rules_saw(
    bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """A call for help that is not understood in time is stored before its card leaves: another server that hears the
    next message knows of it, also where this one is killed."""

    async def hang(*_: Any, **__: Any) -> None:
        await asyncio.Event().wait()

    with monkeypatch.context() as patch:
        patch.setattr("b12guide.channels.turns.understand", hang)
        patch.setattr("b12guide.channels.base.EMERGENCY_LIMIT", GENEROUS)
        patch.setattr("b12guide.channels.base.SHARE_OF_READING", 0.001)
        assert_emergency(say(EMERGENCY))
    stored = store_of(bot.agent).tables.read(request.node.nodeid, None)
    assert any(EMERGENCY in row for row in stored.rows)
    still = say("ok thanks")
    assert still.custom["level"] == "emergency"
    assert "even if you feel better" in still.text


def test_a_card_that_left_early_is_the_one_that_is_kept(
    bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """What is understood only after the card has left changes nothing: the conversation shows the card that was seen,
    also where what was told before would have chosen another one."""
    assert say("I came out in an itchy rash an hour after my injection").custom["level"] == "urgent"
    release, before = asyncio.Event(), asyncio.all_tasks(bot.loop)

    async def late(*arguments: Any, **options: Any) -> Any:
        await release.wait()
        return await understand(*arguments, **options)

    async def end() -> Any:
        release.set()
        await asyncio.wait(asyncio.all_tasks() - before - {asyncio.current_task()}, timeout=GENEROUS)
        tracker = await store_of(bot.agent).retrieve_full_tracker(request.node.nodeid)
        return [line["text"] for line in lines(answers_in(tracker.events)[-1], request.node.nodeid) if "text" in line]

    with monkeypatch.context() as patch:
        patch.setattr("b12guide.channels.turns.understand", late)
        patch.setattr("b12guide.channels.base.EMERGENCY_LIMIT", 0.1)
        patch.setattr("b12guide.channels.base.SHARE_OF_READING", GENEROUS)
        seen = say("I can't breathe properly since the jab")
        assert seen.messages[0]["text"].startswith("Call 999")
        assert bot.run(end())[1:] == [message["text"] for message in seen.messages]


def test_where_too_many_wait_the_answer_says_so(
    bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """A question that finds no room to wait is told that it was not read, at once, and is kept nowhere."""
    for kind in ("ordinary", "calls", "long"):
        monkeypatch.setattr(places_of(bot.app), kind, Places(0, 0))
    turn = say(QUESTION)
    assert (turn.custom["asks"], turn.text[:30]) == ("unread", "I could not read that in time.")
    assert bot.run(bot.agent.tracker_store.retrieve(request.node.nodeid)) is None
    assert_emergency(say(EMERGENCY))


class BrokenLocks(QuickLockStore):
    """Locks that cannot be had."""

    @asynccontextmanager
    async def lock(self, *args: Any, **kwargs: Any) -> AsyncGenerator[Any, None]:
        raise LockError("the lock store is gone")
        yield


def test_without_locks_the_card_leaves(bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the lock store gone an emergency and an urgent sign have their cards, and others the static text."""
    monkeypatch.setattr(bot.agent, "lock_store", BrokenLocks())
    assert_emergency(say(EMERGENCY))
    assert say("i've got hives all over after the injection").custom["level"] == "urgent"
    assert_static(say(QUESTION))


def test_locks_that_go_while_data_are_deleted_are_told(bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the conversation cannot be locked for deleting, nobody is told that it is deleted."""
    say("forget me")
    locks = bot.agent.lock_store
    calls: list[str] = []

    class GoesAway(QuickLockStore):
        @asynccontextmanager
        async def lock(self, *args: Any, **kwargs: Any) -> AsyncGenerator[Any, None]:
            calls.append("lock")
            if len(calls) > 2:  # the turn asks twice: the channel, and Rasa within it
                raise LockError("the lock store is gone")
            async with locks.lock(*args, **kwargs) as held:
                yield held

    monkeypatch.setattr(bot.agent, "lock_store", GoesAway())
    turn = say("yes")
    assert "deleted" not in turn.custom
    assert turn.custom["kind"] == "menu"
    assert "not" in turn.text


@pytest.mark.parametrize(
    "app",
    [SimpleNamespace(ctx=SimpleNamespace(agent=None)), SimpleNamespace(ctx=SimpleNamespace(agent=Agent()))],
    ids=["no agent yet", "no model"],
)
def test_without_a_model_every_message_says_where_help_is(bot: Bot, app: Any) -> None:
    """With no model loaded an emergency has its card, and every other message the static text."""

    async def handler(message: Any) -> Any:
        return await app.ctx.agent.handle_message(message)

    def send(text: str) -> Reply:
        return Reply(bot.run(asyncio.wait_for(bot.channel.converse(app, handler, "ann", text, PERSON), GENEROUS)))

    assert_emergency(send(EMERGENCY))
    assert send("i've got hives all over after the injection").custom["level"] == "urgent"
    for text in (QUESTION, "hello", "", "/restart", "forget me", "yes"):
        assert_static(send(text))


def test_a_detector_that_fails_leaves_the_answer_to_rasa(bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the channel's own detector raises, the turn is answered all the same."""

    def broken(text: str) -> Any:
        raise RecursionError

    monkeypatch.setattr("b12guide.channels.base.triage", broken)
    assert say(EMERGENCY).custom["level"] == "emergency"
    assert say("the paramedics are with me now").messages[0]["text"]


def test_an_action_that_raises_is_told_in_the_log_without_the_message(
    bot: Bot, say: Say, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A real action that breaks is logged, what the person wrote is not, and the turn is not lost."""
    from actions.carry_out import CarryOut

    def broken(self: CarryOut, dispatcher: Any, tracker: Any, domain: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(CarryOut, "run", broken)
    endpoint = InProcessActions()
    monkeypatch.setattr(bot.agent, "action_endpoint", endpoint)
    monkeypatch.setattr(bot.agent.processor, "action_endpoint", endpoint)
    turn = say("how long until my quince feels better?")
    assert turn.messages[0]["text"]
    assert "quince" not in "".join(record.getMessage() for record in caplog.records if record.levelno >= 30)
