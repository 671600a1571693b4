"""Private conversations: written nowhere, forgotten when they are left, quiet or too many."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from b12guide.rasa.decided import standing_emergency
from b12guide.rasa.private_conversations import KeepingStore
from b12guide.rasa.tracker_store import ConversationStore
from tests.channels.conftest import Site
from tests.channels.web_page import PLAN, begin, history, name_of, rows, send, stands
from tests.conftest import Bot


def test_a_private_conversation_can_be_exported(site: Site, keeping: KeepingStore) -> None:
    """What memory has of it is all that there is."""
    conversation = begin_private(site)
    send(site, conversation, PLAN, "m1", today="2026-03-05")
    kept = site.post("/chat/export", json={"conversation": conversation}).json
    assert [line["text"] for line in kept["messages"] if line["from"] == "user"] == [PLAN]
    assert kept["remembered"]["memory"]["plans"]


def test_what_stood_is_forgotten_after_15_minutes(site: Site, keeping: KeepingStore, now: list[float]) -> None:
    """Level and hold outlive a deletion for 15 minutes, also in a private conversation, and no longer."""
    for conversation in (begin(site), begin_private(site)):
        for minutes, still in ((14, True), (16, False)):
            send(site, conversation, "my throat is closing up after the injection", f"m{minutes}")
            assert site.post("/chat/forget", json={"conversation": conversation}).json["deleted"] is True
            now[0] += 60.0 * minutes
            assert stands(site, conversation, "hello") is still
            site.post("/chat/forget", json={"conversation": conversation})
            now[0] += 3600.0


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
    assert rows(keeping) == 0


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


def test_one_address_pushes_out_its_own_private_conversations(bot: Bot, tmp_path: Path) -> None:
    """Those of others stay, however many it begins."""
    place = f"sqlite:///{tmp_path / 'c.db'}"
    store = KeepingStore(bot.agent.domain, place, timeout_seconds=20, private_most=4, private_each=2)
    for name in ("private:x:a", "private:y:1", "private:y:2", "private:y:3", "private:z:b", "private:w:c"):
        bot.run(store.save(DialogueStateTracker(name, bot.agent.domain.slots)))
    assert sorted(store.private_names()) == ["private:w:c", "private:x:a", "private:y:3", "private:z:b"]


def test_an_emergency_outlives_its_private_conversation(bot: Bot, tmp_path: Path) -> None:
    """Of one that was pushed out the card is still known, until it is left or an hour old; of one that was deleted,
    that an emergency stands, for a quarter of an hour."""
    now, place = [0.0], f"sqlite:///{tmp_path / 'c.db'}"
    store = KeepingStore(bot.agent.domain, place, timeout_seconds=20, private_each=1, clock=lambda: now[0])

    def standing(name: str) -> str | None:
        found = bot.run(store.retrieve(name))
        return standing_emergency(found) if found else None

    for name in ("private:y:1", "private:y:2"):
        tracker = DialogueStateTracker(name, bot.agent.domain.slots)
        tracker.update(UserUttered("my throat is closing up", {"name": "emergency", "confidence": 1.0}))
        tracker.update(ActionExecuted("utter_emergency_anaphylaxis"))
        bot.run(store.save(tracker))
    bot.run(store.save(DialogueStateTracker("private:y:3", bot.agent.domain.slots)))
    assert [standing(f"private:y:{n}") for n in (1, 2, 3)] == ["utter_emergency_anaphylaxis"] * 2 + [None]
    assert bot.run(store.retrieve("private:y:1")).latest_message.text == ""
    bot.run(store.delete("private:y:1"))
    assert standing("private:y:1") == "utter_emergency_general"
    now[0] = 901.0
    assert standing("private:y:1") is None
    now[0] = 3601.0
    assert standing("private:y:2") is None


def test_private_conversations_of_an_address_are_one_group(site: Site) -> None:
    """The name tells which address it is of to the server alone."""
    names = [name_of(site.post("/chat/session", json={"private": True}).json["conversation"]) for _ in range(2)]
    groups = {name.split(":")[1] for name in names}
    assert (len(set(names)), len(groups), "127" in str(groups)) == (2, 1, False)


def test_private_conversations_are_bounded(bot: Bot, tmp_path: Path) -> None:
    """However many people chat in private, memory holds the latest only."""
    store = KeepingStore(bot.agent.domain, f"sqlite:///{tmp_path / 'c.db'}", timeout_seconds=20, private_most=2)
    for name in ("private:a", "private:b", "private:c"):
        bot.run(store.save(DialogueStateTracker(name, bot.agent.domain.slots)))
    assert list(store.private_names()) == ["private:b", "private:c"]
