"""What is kept of a conversation on the page: transcript, export, deletion."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest
import sqlalchemy as sa
from rasa.shared.core.events import BotUttered, Event, SessionStarted, UserUttered

from b12guide.channels.signing import Signer
from b12guide.channels.web import WebChannel
from b12guide.rasa.conversation_tables import Stored
from b12guide.rasa.tracker_store import ConversationStore, store_of
from tests.channels.conftest import SECRET, Answer, Site
from tests.channels.web_page import PLAN, QUESTION, begin, history, name_of, rows, send, stands
from tests.conftest import Bot


def remembered(site: Site, conversation: str) -> list[tuple[str, str]]:
    """The messages of a conversation whose answers the server remembers."""
    web = next(channel for channel in site.channels if isinstance(channel, WebChannel))
    return [key for key in web._turns if key[0] == name_of(conversation)]


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
    assert remembered(site, conversation) == []
    assert rows(store) == 0


def test_the_words_forget_me_leave_no_byte_of_a_diary(
    site: Site, restart: Callable[[], ConversationStore], tmp_path: Path
) -> None:
    """A note, a question for the clinic and what was offered to be kept are gone from the database's file and what
    stands beside it; somebody else's note stays."""
    restart()
    conversation, other = begin(site), begin(site)
    said = (
        "write down that the quince tingled less",
        "add to my summary: may I eat medlars?",
        "is a sore arm normal",
        "felt like a damson yesterday, tired",
    )
    for number, text in enumerate(said):
        send(site, conversation, text, f"m{number}", today="2026-03-05")
    send(site, other, "note: loganberry legs, tired", "o1", today="2026-03-05")
    fruit = (b"quince", b"medlars", b"damson")
    assert [word for word in fruit if word in _bytes(tmp_path)] == list(fruit)
    send(site, conversation, "forget me", "f1")
    assert send(site, conversation, "yes", "f2").json["messages"][0]["custom"]["deleted"] is True
    assert [word for word in fruit if word in _bytes(tmp_path)] == []
    assert b"loganberry" in _bytes(tmp_path)


def _bytes(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in sorted(folder.glob("c.db*")))


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
    assert kept["remembered"]["memory"]["plans"]
    assert [known["country"] for known in kept["country_zone_and_day"]] == ["GB", "GB"]


def talked_long(store: ConversationStore, conversation: str, turns: int) -> None:
    """Give a conversation so many turns."""
    events: list[Event] = []
    for number in range(turns):
        events += [UserUttered(f"turn {number}", {"name": "thanks"}), BotUttered(f"re {number}", {}, {})]
    store.tables.write(name_of(conversation), 0, events, '{"awaiting": "plan"}')


def test_exports_of_a_long_conversation_stand_in_nobodys_way(
    site: Site, restart: Callable[[], ConversationStore]
) -> None:
    """Of several at once one is given, whole, and the others are asked to wait; others' turns go on meanwhile."""
    store = restart()
    conversation, other = begin(site), begin(site)
    for number, text in enumerate([PLAN, "yes"]):
        send(site, other, text, str(number), today="2026-03-05")
    talked_long(store, conversation, 1500)

    async def at_once() -> tuple[list[Answer], Answer]:
        body = {"conversation": other, "id": "m9", "text": "when is my next injection?", "metadata": {}}
        export = [site.request("POST", "/chat/export", json={"conversation": conversation}) for _ in range(5)]
        *exported, asked = await asyncio.gather(*export, site.request("POST", "/chat/message", json=body))
        return exported, asked

    exported, asked = site.bot.run(at_once())
    assert sorted(answer.status for answer in exported) == [200, 409, 409, 409, 409]
    assert [list(answer.json) for answer in exported if answer.status == 409] == [["error"]] * 4
    [whole] = [answer.json for answer in exported if answer.status == 200]
    said = [line["text"] for line in whole["messages"]]
    assert said == [text for number in range(1500) for text in (f"turn {number}", f"re {number}")]
    assert whole["remembered"] == {"awaiting": "plan"}
    assert asked.json["messages"][0]["custom"]["kind"] == "plan"
    assert not store.thread.resting
    assert site.post("/chat/export", json={"conversation": conversation}).status == 200


def test_an_export_that_cannot_be_finished_is_not_taken_for_whole(
    site: Site, restart: Callable[[], ConversationStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a later page cannot be read, the connection ends; the next try is a new one."""
    store = restart()
    conversation = begin(site)
    talked_long(store, conversation, 600)
    page = store.tables.page

    def fail_later(name: str, first: int, most: int) -> Stored:
        if first:
            raise sa.exc.OperationalError("no", {}, Exception("away"))
        return page(name, first, most)

    with monkeypatch.context() as away:
        away.setattr(store.tables, "page", fail_later)
        with pytest.raises(aiohttp.ClientError):
            site.post("/chat/export", json={"conversation": conversation})
    assert len(site.post("/chat/export", json={"conversation": conversation}).json["messages"]) == 1200


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
    assert remembered(site, conversation) == []
    assert rows(store) == 0


def test_forgetting_at_once_in_an_emergency_says_first_what_to_do(
    site: Site, restart: Callable[[], ConversationStore]
) -> None:
    """No row is left, the last message opens with the action, and the next message is still one of an emergency."""
    store = restart()
    conversation = begin(site)
    send(site, conversation, "my throat is closing up after the injection", "m1")
    answer = site.post("/chat/forget", json={"conversation": conversation}).json
    assert (answer["deleted"], answer["stands"]) == (True, True)
    [last] = answer["messages"]
    assert last["text"].startswith("Call 999 or your local emergency number now if you have not")
    assert "I have deleted our conversation" in last["text"]
    assert (last["custom"]["level"], last["custom"]["calls"][0]["tel"]) == ("emergency", "999")
    assert rows(store) == 0
    assert stands(site, conversation, "ok")
    assert all("throat" not in line["text"] for line in history(site, conversation))


def test_a_hold_outlives_its_deletion(site: Site, restart: Callable[[], ConversationStore]) -> None:
    """After a reaction no date is given until the clinic agrees, although nothing is kept of the reaction."""
    store = restart()
    conversation = begin(site)
    send(site, conversation, "I came out in hives all over after my injection", "m1")
    assert site.post("/chat/forget", json={"conversation": conversation}).json["deleted"] is True
    assert rows(store) == 0
    said = send(site, conversation, "when is my next injection?", "m2", today="2026-03-05").json["messages"]
    assert "on hold" in said[0]["text"]


def test_a_deletion_that_fails_loses_nothing(
    site: Site, restart: Callable[[], ConversationStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the database cannot delete, the plan is still there, and the line of an emergency stays on top."""
    store = restart()
    conversation = begin(site)
    send(site, conversation, PLAN, "m1", today="2026-03-05")
    send(site, conversation, "yes", "m2", today="2026-03-05")

    def fail(*_: object) -> None:
        raise sa.exc.OperationalError("no", {}, Exception("away"))

    with monkeypatch.context() as away:
        away.setattr(store.tables, "delete", fail)
        send(site, conversation, "forget me", "m3", today="2026-03-05")
        failed = send(site, conversation, "yes", "m4", today="2026-03-05").json["messages"]
    assert "Nothing has been deleted" in failed[0]["text"]
    store.thread._closed_until = 0.0
    said = send(site, conversation, "when is my next injection?", "m5", today="2026-03-05").json["messages"]
    assert "Monday 4 May 2026" in said[0]["text"]


@pytest.mark.parametrize("path", ["/chat/export", "/chat/forget"])
def test_without_a_store_nothing_is_claimed(bare_site: Site, path: str) -> None:
    """Where what is kept cannot be reached, export and deletion say so instead of "done"."""
    answer = bare_site.post(path, json={"conversation": begin(bare_site)})
    assert (answer.status, list(answer.json)) == (503, ["error"])
