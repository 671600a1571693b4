"""The stand-in server keeps to the contract that the widget is written against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.web.canned import ANSWERS
from tests.web.fake_server import FakeChat

KINDS = {
    "answer", "emergency", "urgent", "plan", "ask", "refusal", "out_of_scope", "did_you_mean", "fallback", "smalltalk",
    "menu",
}  # fmt: skip


@pytest.fixture
def chat() -> Iterator[Any]:
    """A stand-in server that is not started, with one open conversation "c"."""
    with FakeChat() as server:
        server.transcripts["c"] = []
        yield server


@pytest.mark.parametrize("messages", ANSWERS.values(), ids=ANSWERS.keys())
def test_each_canned_turn_has_one_custom_and_starts_with_text(messages: list[dict[str, Any]]) -> None:
    """A turn has exactly one ``custom`` of a known kind, and its first message has the text."""
    [found] = [message["custom"] for message in messages if "custom" in message]
    assert found["kind"] in KINDS
    assert messages[0]["text"]
    if found["kind"] == "emergency":
        assert re.search(r"\d{3}", messages[0]["text"][:80])


def test_the_same_id_gets_the_same_answer_once(chat: Any) -> None:
    """A message that is sent again is answered with the same messages and stands once in the transcript."""
    body = {"id": "1", "text": "how long until I feel better?"}
    assert chat.answer("c", body) == chat.answer("c", body)
    assert [line["from"] for line in chat.transcripts["c"]] == ["user", "bot", "bot"]


def test_buttons_carry_words(chat: Any) -> None:
    """A button's payload is what stands on it, as on the real server."""
    buttons = [b for messages in ANSWERS.values() for message in messages for b in message.get("buttons", [])]
    assert buttons
    assert all(button["title"] == button["payload"] for button in buttons)
