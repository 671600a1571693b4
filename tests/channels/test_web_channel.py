"""The chat page's path over HTTP: signed conversations, safe retries, the transcript back, and deletion."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.events import SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.channels.signing import Signer
from b12guide.channels.web import REMEMBERED_TURNS, WebChannel
from b12guide.rasa.private_conversations import KeepingStore
from b12guide.rasa.tracker_store import ConversationStore, store_of
from tests.channels.conftest import SECRET, Answer, Site
from tests.conftest import Bot

QUESTION = "how long until i feel better?"
PLAN = "every 12 weeks, last one 9 february 2026"


def begin(site: Site) -> str:
    """A new conversation's id, as the server issues it."""
    return str(site.post("/chat/session").json["conversation"])


def send(site: Site, conversation: object, text: object, message_id: object = "1", **metadata: str) -> Answer:
    body = {"conversation": conversation, "id": message_id, "text": text, "metadata": {"country": "GB", **metadata}}
    return site.post("/chat/message", json=body)


def history(site: Site, conversation: str) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = site.post("/chat/history", json={"conversation": conversation}).json["messages"]
    return lines


def name_of(conversation: str) -> str:
    name = Signer(SECRET).verify(conversation)
    assert name
    return name


def test_each_conversation_is_its_own(site: Site) -> None:
    """Every session gets another id, and the messages of one are not in the other."""
    first, second = begin(site), begin(site)
    assert first != second
    assert send(site, first, QUESTION).status == 200
    assert len(history(site, first)) >= 2
    assert history(site, second) == []


def test_a_turn_has_a_text_and_one_custom(site: Site) -> None:
    """The page gets the same messages as other channels: a text first, exactly one `custom`."""
    messages = send(site, begin(site), QUESTION).json["messages"]
    assert messages[0]["text"]
    assert [m["custom"]["topics"] for m in messages if "custom" in m] == [["time_to_feel_better"]]


FORGED: dict[str, Callable[[str], object]] = {
    "nothing": lambda good: None,
    "a number": lambda good: 7,
    "empty": lambda good: "",
    "a dot": lambda good: ".",
    "the name alone": lambda good: good.split(".")[0],
    "truncated": lambda good: good[:-1],
    "longer": lambda good: good + "0",
    "another name": lambda good: "x" + good[1:] if good[0] != "x" else "y" + good[1:],
    "another signature": lambda good: good[:-1] + ("0" if good[-1] != "0" else "1"),
    "upper case": lambda good: good.split(".")[0] + "." + good.split(".")[1].upper() + "A",
    "with a space": lambda good: good + " ",
    "two dots": lambda good: good + ".x",
    "not ASCII": lambda good: good + "é",
    "another secret": lambda good: Signer(b"another secret that is long enough").issue(),
    "a list": lambda good: [good],
}


@pytest.mark.parametrize("kind", FORGED)
def test_a_conversation_that_the_server_did_not_issue_is_a_401(site: Site, kind: str) -> None:
    """Nobody can choose, guess or change an id; neither sending nor reading works with it."""
    forged = FORGED[kind](begin(site))
    answer = send(site, forged, QUESTION)
    assert (answer.status, list(answer.json)) == (401, ["error"])
    for path in ("/chat/history", "/chat/export", "/chat/forget"):
        assert site.post(path, json={"conversation": forged}).status == 401


@pytest.mark.parametrize(
    ("message_id", "text"),
    [(None, "hello"), ("", "hello"), ("x" * 101, "hello"), (1, "hello"), ("1", None), ("1", 5), ("1", ["hello"])],
)
def test_a_message_without_id_or_text_is_a_400(site: Site, message_id: object, text: object) -> None:
    """What the page never sends is refused with what to send."""
    answer = send(site, begin(site), text, message_id)
    assert answer.status == 400
    assert '"id"' in answer.json["error"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"[" * 50_000], ids=lambda body: repr(body[:5]))
def test_a_body_that_is_no_object_is_a_401(site: Site, body: bytes) -> None:
    """Malformed JSON names no conversation."""
    assert site.post("/chat/message", data=body).status == 401


def test_the_same_message_again_gets_the_same_answer(site: Site) -> None:
    """A retry is answered from the first answer, and the conversation holds the message once."""
    conversation = begin(site)
    first = send(site, conversation, PLAN, "m1", today="2026-03-05").json
    assert send(site, conversation, PLAN, "m1").json == first
    assert send(site, conversation, "something else", "m1").json == first
    assert [line["text"] for line in history(site, conversation) if line["from"] == "user"] == [PLAN]


def test_the_same_message_at_the_same_moment_is_answered_once(site: Site) -> None:
    """Two copies on their way at once are one turn with one answer."""
    conversation = begin(site)
    body = {"conversation": conversation, "id": "m1", "text": QUESTION}

    async def both() -> list[Answer]:
        requests = [site.request("POST", "/chat/message", json=body) for _ in range(4)]
        return list(await asyncio.gather(*requests))

    answers = site.bot.run(both())
    assert [answer.status for answer in answers] == [200] * 4
    assert len({answer.body for answer in answers}) == 1
    assert [line["text"] for line in history(site, conversation) if line["from"] == "user"] == [QUESTION]


def test_messages_at_the_same_moment_are_both_answered(site: Site) -> None:
    """Two different messages of a person at once get their answers one after the other."""
    conversation = begin(site)
    bodies = [{"conversation": conversation, "id": str(n), "text": text} for n, text in enumerate([QUESTION, "hello"])]

    async def both() -> list[Answer]:
        return list(await asyncio.gather(*(site.request("POST", "/chat/message", json=body) for body in bodies)))

    answers = site.bot.run(both())
    assert [bool(answer.json["messages"][0]["text"]) for answer in answers] == [True, True]
    assert sorted(line["text"] for line in history(site, conversation) if line["from"] == "user") == ["hello", QUESTION]


def test_an_emergency_sent_twice_is_an_emergency_twice(site: Site) -> None:
    """The check for repeated messages never drops a card."""
    conversation = begin(site)
    for _ in range(2):
        messages = send(site, conversation, "my throat is closing up", "m1").json["messages"]
        assert messages[0]["custom"]["level"] == "emergency"


def test_the_transcript_shows_what_was_shown(site: Site) -> None:
    """After a reload the page gets each message and answer as they were, buttons and cards too."""
    conversation = begin(site)
    said = [QUESTION, PLAN, "my throat is closing up"]
    shown = [send(site, conversation, text, str(n), today="2026-03-05").json["messages"] for n, text in enumerate(said)]
    lines = history(site, conversation)
    assert [line["text"] for line in lines if line["from"] == "user"] == said
    assert [line["id"] for line in lines if line["from"] == "user"] == ["0", "1", "2"]
    bubbles = [{k: v for k, v in line.items() if k not in ("from", "time")} for line in lines if line["from"] == "bot"]
    assert bubbles == [message for messages in shown for message in messages]
    assert [line["time"] for line in lines] == sorted(line["time"] for line in lines)


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


def test_the_conversation_outlives_a_restart(
    site: Site, make_site: Callable[..., Site], restart: Callable[[], ConversationStore]
) -> None:
    """With the same secret, a browser goes on after a restart: transcript, retries and plan are there."""
    conversation = begin(site)
    first = send(site, conversation, PLAN, "m1", today="2026-03-05").json
    before = history(site, conversation)
    restart()
    again = make_site(WebChannel(Signer(SECRET)))
    assert history(again, conversation) == before
    assert send(again, conversation, PLAN, "m1", today="2026-03-05").json == first
    assert "Monday 4 May 2026" in send(again, conversation, "yes", "m2", today="2026-03-05").json["messages"][0]["text"]


def test_deleting_leaves_nothing(site: Site, restart: Callable[[], ConversationStore]) -> None:
    """After "delete everything" the transcript is empty, no answer is remembered, and no row is left."""
    store = restart()
    conversation = begin(site)
    send(site, conversation, PLAN, "m1", today="2026-03-05")
    send(site, conversation, "forget me", "m2")
    messages = send(site, conversation, "yes", "m3").json["messages"]
    assert messages[0]["custom"]["deleted"] is True
    assert history(site, conversation) == []
    web = next(channel for channel in site.channels if isinstance(channel, WebChannel))
    assert [key for key in web._turns if key[0] == name_of(conversation)] == []
    with store.engine.connect() as connection:
        for table in ("conversation_events", "conversation_slots"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0


def test_a_conversation_goes_on_after_it_was_deleted(site: Site) -> None:
    """After deleting, the same browser starts anew: the plan is gone."""
    conversation = begin(site)
    for number, text in enumerate([PLAN, "yes", "forget me", "yes"]):
        send(site, conversation, text, str(number), today="2026-03-05")
    messages = send(site, conversation, "when is my next injection?", "9").json["messages"]
    assert [m["custom"]["kind"] for m in messages if "custom" in m] == ["ask"]


def test_everything_kept_can_be_exported(site: Site) -> None:
    """The export has every message and answer, the plan, and the country, zone and day that were sent along."""
    conversation = begin(site)
    for number, text in enumerate([PLAN, "yes"]):
        send(site, conversation, text, str(number), today="2026-03-05")
    kept = site.post("/chat/export", json={"conversation": conversation}).json
    said = [(line["from"], line["text"]) for line in kept["messages"]]
    assert said == [(line["from"], line["text"]) for line in history(site, conversation)]
    assert len(said) == 4
    assert "plan" in kept["remembered"]["memory"]
    assert [known["country"] for known in kept["country_zone_and_day"]] == ["GB", "GB"]


def test_history_and_export_reach_behind_a_new_session(site: Site, bot: Bot) -> None:
    """What was said before the framework began a new session is kept, so it is shown and exported as well."""
    conversation = begin(site)
    send(site, conversation, PLAN, "m1", today="2026-03-05")
    store = store_of(bot.agent)
    tracker = bot.run(store.retrieve(name_of(conversation)))
    tracker.update(SessionStarted())
    bot.run(store.save(tracker))
    send(site, conversation, "yes", "m2", today="2026-03-05")
    ids = [line["id"] for line in history(site, conversation) if line["from"] == "user"]
    assert ids == ["m1", "m2"]
    kept = site.post("/chat/export", json={"conversation": conversation}).json["messages"]
    assert [line["id"] for line in kept if line["from"] == "user"] == ["m1", "m2"]


def test_the_export_of_nothing_is_empty(site: Site) -> None:
    """A conversation in which nothing was said has nothing to export."""
    kept = site.post("/chat/export", json={"conversation": begin(site)}).json
    assert kept == {"messages": [], "remembered": {}, "country_zone_and_day": []}


def test_forgetting_at_once_leaves_nothing(site: Site, restart: Callable[[], ConversationStore]) -> None:
    """Deletion by "your data" needs no dialogue: no row, no transcript and no remembered answer is left."""
    store = restart()
    conversation = begin(site)
    send(site, conversation, PLAN, "m1", today="2026-03-05")
    assert site.post("/chat/forget", json={"conversation": conversation}).json == {"deleted": True}
    assert history(site, conversation) == []
    web = next(channel for channel in site.channels if isinstance(channel, WebChannel))
    assert [key for key in web._turns if key[0] == name_of(conversation)] == []
    with store.engine.connect() as connection:
        for table in ("conversation_events", "conversation_slots"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0


@pytest.mark.parametrize("path", ["/chat/export", "/chat/forget"])
def test_without_a_store_nothing_is_claimed(bare_site: Site, path: str) -> None:
    """Where what is kept cannot be reached, export and deletion say so instead of "done"."""
    answer = bare_site.post(path, json={"conversation": begin(bare_site)})
    assert (answer.status, list(answer.json)) == (503, ["error"])


@pytest.fixture
def keeping(bot: Bot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> KeepingStore:
    """The store that `make run` has, which knows of private conversations; its clock stands still."""
    store = KeepingStore(bot.agent.domain, f"sqlite:///{tmp_path / 'c.db'}", timeout_seconds=20, clock=lambda: 0.0)
    safe = FailSafeTrackerStore(store)
    monkeypatch.setattr(bot.agent, "tracker_store", safe)
    monkeypatch.setattr(bot.agent.processor, "tracker_store", safe)
    return store


def begin_private(site: Site) -> str:
    """A private conversation's id."""
    return str(site.post("/chat/session", json={"private": True}).json["conversation"])


def test_a_private_conversation_is_written_nowhere(site: Site, keeping: KeepingStore) -> None:
    """A private conversation works like any other, and the database never hears of it."""
    conversation = begin_private(site)
    send(site, conversation, PLAN, "m1", today="2026-03-05")
    said = send(site, conversation, "yes", "m2", today="2026-03-05").json["messages"][0]["text"]
    assert "Monday 4 May 2026" in said
    assert [line["text"] for line in history(site, conversation) if line["from"] == "user"] == [PLAN, "yes"]
    with keeping.engine.connect() as connection:
        for table in ("conversation_events", "conversation_slots"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0


def test_leaving_a_private_conversation_ends_it(site: Site, keeping: KeepingStore) -> None:
    """After the chat is left, nothing of it is in memory either."""
    conversation = begin_private(site)
    send(site, conversation, PLAN, "m1", today="2026-03-05")
    assert site.post("/chat/forget", json={"conversation": conversation}).json == {"deleted": True}
    assert history(site, conversation) == []
    assert list(keeping.private_names()) == []


def test_a_private_conversation_ends_with_the_server(
    site: Site, restart: Callable[[], ConversationStore], keeping: KeepingStore
) -> None:
    """After a restart nothing of it is there."""
    conversation = begin_private(site)
    send(site, conversation, PLAN, "m1", today="2026-03-05")
    restart()
    assert history(site, conversation) == []


def test_a_quiet_private_conversation_is_forgotten(bot: Bot, tmp_path: Path) -> None:
    """An hour after its last turn it is gone; one that was used since is not."""
    now = [0.0]
    store = KeepingStore(bot.agent.domain, f"sqlite:///{tmp_path / 'c.db'}", timeout_seconds=20, clock=lambda: now[0])

    def save(name: str) -> None:
        bot.run(store.save(DialogueStateTracker(name, bot.agent.domain.slots)))

    save("private:a")
    now[0] = 1800.0
    save("private:b")
    now[0] = 3601.0
    assert list(store.private_names()) == ["private:b"]
    assert bot.run(store.retrieve("private:a")) is None


def test_private_conversations_are_bounded(bot: Bot, tmp_path: Path) -> None:
    """However many people chat in private, memory holds the latest only."""
    store = KeepingStore(bot.agent.domain, f"sqlite:///{tmp_path / 'c.db'}", timeout_seconds=20, private_most=2)
    for name in ("private:a", "private:b", "private:c"):
        bot.run(store.save(DialogueStateTracker(name, bot.agent.domain.slots)))
    assert list(store.private_names()) == ["private:b", "private:c"]


def test_remembered_answers_are_bounded(site: Site) -> None:
    """However many people write, the server remembers the answers of the latest messages only."""
    web = next(channel for channel in site.channels if isinstance(channel, WebChannel))
    done: asyncio.Future[list[Any]] = site.bot.loop.create_future()
    done.set_result([])
    for number in range(REMEMBERED_TURNS):
        web._turns[("filler", str(number))] = done
    send(site, begin(site), "hello")
    assert len(web._turns) == REMEMBERED_TURNS


def test_without_a_model_the_page_gets_the_static_text(bare_site: Site) -> None:
    """With no model every message is answered, an emergency with its card, and the transcript is empty."""
    conversation = begin(bare_site)
    answer = send(bare_site, conversation, QUESTION, "1")
    assert (answer.status, answer.json["messages"][0]["custom"]["kind"]) == (200, "fallback")
    assert "999" in answer.json["messages"][0]["text"]
    emergency = send(bare_site, conversation, "my throat is closing up", "2").json["messages"]
    assert emergency[0]["custom"]["level"] == "emergency"
    assert history(bare_site, conversation) == []


def test_a_message_too_large_gets_the_static_text(site: Site) -> None:
    """The page gets its own form of the 413, with where help is."""
    body = json.dumps({"conversation": begin(site), "id": "1", "text": "help " * 60_000})
    answer = site.post("/chat/message", data=body)
    assert answer.status == 413
    assert "your local emergency number" in answer.json["messages"][0]["text"]
