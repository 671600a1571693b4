"""The chat page's side: the requests that it makes."""

from __future__ import annotations

from typing import Any

from b12guide.channels.signing import Signer
from b12guide.rasa.tracker_store import ConversationStore
from tests.channels.conftest import SECRET, Answer, Site

QUESTION = "how long until i feel better?"
PLAN = "every 12 weeks, last one 9 february 2026"


def begin(site: Site) -> str:
    """A new conversation's id, as the server issues it."""
    return str(site.post("/chat/session").json["conversation"])


def send(site: Site, conversation: object, text: object, message_id: object = "1", **metadata: str) -> Answer:
    """One message of the page."""
    body = {"conversation": conversation, "id": message_id, "text": text, "metadata": {"country": "GB", **metadata}}
    return site.post("/chat/message", json=body)


def history(site: Site, conversation: str) -> list[dict[str, Any]]:
    """The transcript, as the page gets it after a reload."""
    lines: list[dict[str, Any]] = site.post("/chat/history", json={"conversation": conversation}).json["messages"]
    return lines


def name_of(conversation: str) -> str:
    """The name under which the server keeps a conversation."""
    name = Signer(SECRET).verify(conversation)
    assert name
    return name


def rows(store: ConversationStore) -> int:
    """How many rows the database has, of all conversations."""
    with store.engine.connect() as connection:
        counts = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
            for table in ("conversation_events", "conversation_slots")
        ]
    return sum(counts)


def stands(site: Site, conversation: str, text: str) -> bool:
    """Whether a message is answered as one of an emergency."""
    return send(site, conversation, text, text).json["messages"][0]["custom"]["level"] == "emergency"
