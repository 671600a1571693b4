"""The chat page's path over HTTP: signed conversations, safe retries, and answers where something is wrong."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from b12guide.channels.pace import Pace
from b12guide.channels.signing import Signer
from b12guide.channels.web import REMEMBERED_TURNS, WebChannel
from b12guide.rasa.tracker_store import store_of
from tests.channels.conftest import SECRET, Answer, Site
from tests.channels.web_page import PLAN, QUESTION, begin, history, send


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
    assert [line["text"] for line in history(site, conversation) if line["from"] == "user"] == [PLAN]


def test_another_text_under_the_same_id_is_another_message(site: Site) -> None:
    """Nobody gets an old answer to new words, not even a warning sign whose id was used before."""
    conversation = begin(site)
    send(site, conversation, QUESTION, "m1")
    assert (
        send(site, conversation, "my throat is closing up", "m1").json["messages"][0]["custom"]["level"] == "emergency"
    )
    said = [line["text"] for line in history(site, conversation) if line["from"] == "user"]
    assert said == [QUESTION, "my throat is closing up"]


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


def test_remembered_answers_are_bounded(site: Site) -> None:
    """However many people write, the server remembers the answers of the latest messages only."""
    web = next(channel for channel in site.channels if isinstance(channel, WebChannel))
    done: asyncio.Future[list[Any]] = site.bot.loop.create_future()
    done.set_result([])
    for number in range(REMEMBERED_TURNS):
        web._turns[("filler", str(number), b"")] = done
    send(site, begin(site), "hello")
    assert len(web._turns) == REMEMBERED_TURNS


def test_the_history_says_that_there_is_more_and_gives_it(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long conversation comes with its latest messages and with word that there are earlier ones; all are there for
    the asking. A short one has no such word."""
    monkeypatch.setattr(store_of(site.agent), "tail_events", 30)
    conversation = begin(site)
    send(site, conversation, "hello", "0")
    whole = site.post("/chat/history", json={"conversation": conversation}).json
    assert "earlier" not in whole
    for number in range(1, 6):
        send(site, conversation, QUESTION, str(number))
    latest = site.post("/chat/history", json={"conversation": conversation}).json
    assert latest["earlier"] is True
    assert "hello" not in [line["text"] for line in latest["messages"]]
    every = site.post("/chat/history", json={"conversation": conversation, "all": True}).json
    assert [line["text"] for line in every["messages"] if line["from"] == "user"] == ["hello", *[QUESTION] * 5]


def test_an_answer_says_how_it_is_made(site: Site) -> None:
    """For the widget: the sentence that answers, the rest, and when to get help, all of the text and nothing else."""
    messages = send(site, begin(site), QUESTION).json["messages"]
    [parts] = [message["custom"]["parts"] for message in messages if "custom" in message]
    said = [" ".join([part.get("lead", ""), *part.get("text", ()), part.get("help", "")]).strip() for part in parts]
    assert said == [" ".join(message["text"].split()) for message in messages]
    assert [part.get("lead", "").count(".") for part in parts] == [1, *[0] * (len(parts) - 1)]
    assert "help" in parts[-1]


def test_a_plan_says_what_its_card_shows(site: Site) -> None:
    """For the widget: what was read and the question, so that nothing is shown twice."""
    [message] = send(site, begin(site), PLAN, today="2026-03-05").json["messages"]
    [part] = message["custom"]["parts"]
    assert part["ask"] == "Is that what your clinic said?"
    assert part["read"] == ["Every 12 weeks. The last one was on Monday 9 February 2026."]


def test_without_a_model_the_page_gets_the_static_text(bare_site: Site) -> None:
    """With no model every message is answered, an emergency with its card, and the transcript is empty."""
    conversation = begin(bare_site)
    answer = send(bare_site, conversation, QUESTION, "1")
    assert (answer.status, answer.json["messages"][0]["custom"]["kind"]) == (200, "fallback")
    assert "999" in answer.json["messages"][0]["text"]
    emergency = send(bare_site, conversation, "my throat is closing up", "2").json["messages"]
    assert emergency[0]["custom"]["level"] == "emergency"
    assert history(bare_site, conversation) == []


def test_what_was_not_read_is_read_when_it_comes_again(make_site: Callable[..., Site]) -> None:
    """A message that came too fast is not refused for good: its repetition is a message of its own."""
    web = WebChannel(Signer(SECRET))
    site = make_site(web)
    conversation, web.pace = begin(site), Pace(at_once=0)
    assert send(site, conversation, QUESTION, "m1").json["messages"][0]["custom"]["asks"] == "unread"
    web.pace = Pace()
    assert send(site, conversation, QUESTION, "m1").json["messages"][0]["custom"]["topics"] == ["time_to_feel_better"]


def test_a_message_too_large_is_told_so(site: Site) -> None:
    """The page gets its own form of the 413, with where help is."""
    body = json.dumps({"conversation": begin(site), "id": "1", "text": "help " * 60_000})
    answer = site.post("/chat/message", data=body)
    message = answer.json["messages"][0]
    assert (answer.status, message["custom"]["asks"]) == (413, "unread")
    assert message["text"].startswith(
        "That was too long for me to read all of it. If anything feels wrong now, call 999, 911, 112 or your local "
    )
