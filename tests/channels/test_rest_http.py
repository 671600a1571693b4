"""The REST path over HTTP: its form, its refusals, and that nobody is met with silence."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from b12guide.channels.rest import RestChannel
from b12guide.settings import TOKEN_VARIABLE
from tests.channels.conftest import Site

PATH = "/webhooks/rest/webhook"
FIELDS = {"kind", "topics", "offered", "level", "signs", "sources", "plan"}


def customs(messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [message["custom"] for message in messages if "custom" in message]


def test_a_question_is_answered_in_rasas_form(site: Site, sender: str) -> None:
    """The reply is messages to the sender, the first with a text, exactly one with every field of `custom`."""
    answer = site.post(PATH, json={"sender": sender, "message": "how long until I feel better?"})
    messages = answer.json
    assert answer.status == 200
    assert {message["recipient_id"] for message in messages} == {sender}
    assert messages[0]["text"]
    assert [set(custom) >= FIELDS for custom in customs(messages)] == [True]
    assert customs(messages)[0]["topics"] == ["time_to_feel_better"]


def test_an_emergency_has_a_number_within_its_first_80_characters(site: Site, sender: str) -> None:
    """The country of the metadata decides the number, which stands at the beginning."""
    body = {"sender": sender, "message": "my throat is closing up", "metadata": {"country": "US"}}
    messages = site.post(PATH, json=body).json
    assert "911" in messages[0]["text"][:80]
    assert customs(messages)[0]["level"] == "emergency"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'[{"sender": "a", "message": "hello"}]',
        b'"hello"',
        b"[" * 50_000,
        b"\xff\xfe\x00",
        b'{"message": "hello"}',
        b'{"sender": null, "message": "hello"}',
        b'{"sender": 7, "message": "hello"}',
        b'{"sender": "", "message": "hello"}',
        b'{"sender": "  ", "message": "hello"}',
        json.dumps({"sender": "x" * 201, "message": "hello"}).encode(),
    ],
    ids=lambda body: repr(body[:40]),
)
def test_without_a_usable_sender_it_is_a_400(site: Site, body: bytes) -> None:
    """Two people never share a conversation because a client forgot the sender; the answer says what to send."""
    answer = site.post(PATH, data=body, headers={"content-type": "application/json"})
    assert answer.status == 400
    assert '"sender"' in answer.json["error"]


@pytest.mark.parametrize("message", [None, 7, ["hello"], {"text": "hello"}])
def test_a_message_that_is_no_text_counts_as_empty(site: Site, sender: str, message: Any) -> None:
    """What is not text is not understood, and says so."""
    answer = site.post(PATH, json={"sender": sender, "message": message})
    assert (answer.status, customs(answer.json)[0]["kind"]) == (200, "fallback")


def test_metadata_of_any_shape_is_taken(site: Site, sender: str) -> None:
    """Metadata that cannot be used counts as not sent."""
    for metadata in (None, 3, "GB", [], {"country": ["GB"], "timezone": 5, "today": {}}):
        answer = site.post(PATH, json={"sender": sender, "message": "hello", "metadata": metadata})
        assert (answer.status, len(customs(answer.json))) == (200, 1)


def test_metadata_cannot_pass_for_what_the_server_knows(site: Site, sender: str) -> None:
    """A client that claims a trusted button sends text all the same."""
    metadata = {"trusted_payload": True, "command": False}
    answer = site.post(
        PATH, json={"sender": sender, "message": "/restart", "metadata": metadata, "input_channel": "web"}
    )
    assert customs(answer.json)[0]["kind"] == "fallback"


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded"])
def test_behind_a_proxy_without_a_token_it_is_a_401(site: Site, sender: str, header: str) -> None:
    """A message that came through a proxy is not from this machine, so it needs a token."""
    body = {"sender": sender, "message": "hello"}
    assert site.post(PATH, json=body, headers={header: "for=203.0.113.5"}).status == 401


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Authorization": "Bearer right-token"}, 200),
        ({"Authorization": "Bearer right-token", "X-Forwarded-For": "203.0.113.5"}, 200),
        ({"Authorization": "Bearer wrong-token"}, 401),
        ({"Authorization": "Bearer "}, 401),
        ({"Authorization": "Bearer right-tokén"}, 401),
        ({}, 401),
    ],
)
def test_the_bearer_token_decides(token_site: Site, sender: str, headers: dict[str, str], status: int) -> None:
    """With a token set, only that token opens the path."""
    assert token_site.post(PATH, json={"sender": sender, "message": "hello"}, headers=headers).status == status


@pytest.fixture(scope="module")
def token_site(make_site: Callable[..., Site]) -> Site:
    """A server whose REST path has a token."""
    return make_site(RestChannel("right-token"))


@pytest.mark.parametrize(("given", "status"), [(None, 200), ("", 200), ("abc", 401)])
def test_the_token_comes_from_the_environment(
    make_site: Callable[..., Site], sender: str, monkeypatch: pytest.MonkeyPatch, given: str | None, status: int
) -> None:
    """An empty token counts as none, so that an unset variable of a container locks nobody out of the loopback."""
    monkeypatch.delenv(TOKEN_VARIABLE, raising=False)
    if given is not None:
        monkeypatch.setenv(TOKEN_VARIABLE, given)
    site = make_site(RestChannel.from_credentials(None))
    assert site.post(PATH, json={"sender": sender, "message": "hello"}).status == status


def test_a_message_too_large_to_read_gets_the_static_text(site: Site, sender: str) -> None:
    """Above the body limit the answer is a 413 that says where help is."""
    answer = site.post(PATH, json={"sender": sender, "message": "help " * 60_000})
    assert answer.status == 413
    assert "your local emergency number" in answer.json[0]["text"]
    assert customs(answer.json)[0]["kind"] == "fallback"


def test_the_channel_says_that_it_is_there(site: Site) -> None:
    """Rasa's own address of the channel's health answers."""
    assert site.get("/webhooks/rest/").json == {"status": "ok"}
