"""The stand-in server keeps to the contract that the page is written against."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

KINDS = {
    "answer", "emergency", "urgent", "plan", "ask", "refusal", "out_of_scope", "did_you_mean", "fallback", "smalltalk",
    "menu",
}  # fmt: skip


def load() -> ModuleType:
    """The stand-in server's module, which is a program beside the tests."""
    spec = importlib.util.spec_from_file_location("fake_server", Path(__file__).with_name("fake_server.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FAKE = load()


@pytest.fixture
def chat() -> Iterator[Any]:
    """A stand-in server that is not started, with one open conversation "c"."""
    with FAKE.FakeChat() as server:
        server.transcripts["c"] = []
        yield server


@pytest.mark.parametrize("messages", FAKE.ANSWERS.values(), ids=FAKE.ANSWERS.keys())
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


def test_buttons_are_signed_for_their_conversation(chat: Any) -> None:
    """A button's signature holds in the conversation that it was given to and in no other."""
    *_, last = chat.answer("c", {"id": "1", "text": "how long until I feel better?"})
    button = last["buttons"][0]
    assert button["sig"] == FAKE.sign("c", button["payload"])
    assert button["sig"] != FAKE.sign("d", button["payload"])
