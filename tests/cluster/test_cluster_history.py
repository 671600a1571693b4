"""The history check of the cluster finds what it is there to find."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from b12guide.channels.compose import unread_notice
from b12guide.channels.provider_settings import WHATSAPP
from b12guide.person import Person
from b12guide.unread import LATE
from cluster.deletion import Deleted
from cluster.deletion import compare as compare_deletion
from cluster.history import Check, compare
from cluster.outcome import Outcome, report
from cluster.people import EMERGENCIES, STILL, Conversation, People, Said, script
from cluster.phones import Delivered, PhoneCompany, delivery


def said(message_id: str, text: str, answer: str | None, level: str | None = None, got: str = "none") -> Said:
    answers: list[dict[str, Any]] = [{"text": answer, "custom": {"level": got}}] if answer is not None else []
    return Said(message_id, text, sent=0.0, seconds=0.1, tries=1, answers=answers, level=level)


def kept(*turns: tuple[str, str]) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = []
    for message_id, answer in turns:
        lines += [{"from": "user", "id": message_id, "text": "x"}, {"from": "bot", "text": answer}]
    return lines


def found(conversation: list[Said], lines: list[dict[str, Any]]) -> Check:
    result = Check()
    compare(Conversation("ann.signature", conversation), lines, result)
    return result


DELIVERED, DELETED = Delivered(2, 4, 4, Counter(a=1, b=1)), Deleted("a command", 2, 0, 0)
ONE, TWO = said("m0", "one", "re one"), said("m1", "two", "re two")


def test_a_whole_conversation_passes() -> None:
    """Every message once, in order, with the answer that was seen."""
    result = found([ONE, TWO], kept(("m0", "re one"), ("m1", "re two")))
    assert result.passed
    assert (result.sent, result.answered) == (2, 2)


@pytest.mark.parametrize(
    ("conversation", "lines", "what"),
    [
        ([ONE, TWO], kept(("m0", "re one")), "lost"),
        ([ONE, said("m1", "two", None)], kept(("m0", "re one"), ("m1", "re two")), "lost"),
        ([ONE, TWO], kept(("m0", "re one"), ("m1", "re two"), ("m1", "re two")), "doubled"),
        ([ONE], [*kept(("m0", "re one")), {"from": "bot", "text": "re one"}], "doubled"),
        ([ONE, TWO], kept(("m1", "re two"), ("m0", "re one")), "disordered"),
        ([ONE], kept(("m0", "something else")), "other"),
        ([said("m0", EMERGENCIES[0], "an answer", "emergency", "none")], kept(("m0", "an answer")), "wrong_level"),
    ],
)
def test_what_is_wrong_is_found(conversation: list[Said], lines: list[dict[str, Any]], what: str) -> None:
    """A message that is missing, doubled, moved, answered otherwise, or a warning sign without its card."""
    result = found(conversation, lines)
    assert not result.passed
    assert getattr(result, what)


def test_what_could_not_be_read_in_time_is_sent_again() -> None:
    """As the notice asks: the same message under the same id, until it is read; the page counts it as sent twice."""
    asked: list[str] = []
    answers = [[unread_notice(LATE, Person.from_metadata({}))], [{"text": "re one", "custom": {"level": "none"}}]]

    async def answer(request: web.Request) -> web.Response:
        asked.append((await request.json())["id"])
        return web.json_response({"messages": answers[len(asked) - 1]})

    async def talk() -> tuple[Said, dict[str, int]]:
        app = web.Application()
        app.router.add_post("/chat/message", answer)
        async with TestServer(app) as server, People(str(server.make_url("")), [], seed=1) as people:
            return await people.say(Conversation("ann.signature"), "one"), people.failures

    one, failures = asyncio.run(talk())
    assert (asked, one.texts, one.tries, failures) == (["m0", "m0"], ["re one"], 2, {"not read in time": 1})


def test_a_card_is_there_with_the_first_answer_that_has_it() -> None:
    """What comes late is the rest of an answer: the card had come, though the message is asked for once more."""
    not_read = unread_notice(LATE, Person.from_metadata({}))
    not_read["custom"] = {**not_read["custom"], "level": "emergency"}
    answers = [[not_read], [{"text": "the card", "custom": {"level": "emergency"}}]]

    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"messages": answers.pop(0)})

    async def talk() -> Said:
        app = web.Application()
        app.router.add_post("/chat/message", answer)
        async with TestServer(app) as server, People(str(server.make_url("")), [], seed=1) as people:
            return await people.say(Conversation("ann.signature"), EMERGENCIES[0], "emergency")

    one = asyncio.run(talk())
    assert one.tries == 2
    assert one.card is not None
    assert one.wait == one.card < one.seconds


def test_a_script_has_an_emergency_and_what_follows_it() -> None:
    """Each conversation meets an emergency once, and its next answer has to be an emergency still."""
    for seed in range(50):
        lines = script(["a", "b", "c"], 20, random.Random(seed))
        assert len(lines) == 20
        places = [place for place, (_, level) in enumerate(lines) if level == "emergency"]
        assert len(places) == 2
        assert lines[places[0]][0] in EMERGENCIES
        assert lines[places[1]][0] == STILL


def test_the_report_counts_what_was_found() -> None:
    """The page has the figures of the check, whatever they are."""
    people = People("http://nowhere", ["a"], 1)
    people.conversations = [Conversation("ann.s", [ONE, TWO])]
    outcome = Outcome(people, found([ONE, TWO], kept(("m0", "re one"))), [], DELIVERED, [DELETED])
    text = report(outcome, 12.0)
    assert "| messages sent | 2 in 12 s |" in text
    assert "| **lost** | **1** |" in text
    assert "4 deliveries, 4 accepted, 2 messages\nanswered, 0 without an answer, 0 answers too many." in text
    assert "| a command | 2 | 0 | 0 |" in text


@pytest.mark.parametrize(
    ("delivered", "deleted", "seconds"),
    [
        (replace(DELIVERED, answers=Counter(a=2, b=1)), DELETED, 0.5),
        (replace(DELIVERED, answers=Counter(a=1)), DELETED, 0.5),
        (replace(DELIVERED, accepted=3), DELETED, 0.5),
        (DELIVERED, replace(DELETED, left=1), 0.5),
        (DELIVERED, replace(DELETED, others=1), 0.5),
        (DELIVERED, replace(DELETED, asked=0), 0.5),
        (DELIVERED, DELETED, 1.01),
    ],
)
def test_every_part_can_fail_the_run(delivered: Delivered, deleted: Deleted, seconds: float) -> None:
    """An answer too many or too few, a delivery refused, something left, too much deleted, a card that was late."""
    people = People("http://nowhere", ["a"], 1)
    people.conversations = [Conversation("ann.s", [replace(said("m0", EMERGENCIES[0], "the card"), seconds=seconds)])]
    assert not Outcome(people, Check(), [], delivered, [deleted]).passed
    people.conversations[0].said[0].seconds = 1.0
    assert Outcome(people, Check(), [], DELIVERED, [DELETED]).passed


def test_what_went_is_compared_with_what_had_to_go() -> None:
    """Counted are conversations that had to go, those of them that stayed, and those that nobody named."""
    assert compare_deletion("x", {"a", "b", "c", "d"}, {"b", "d"}, {"a", "b"}) == Deleted("x", 2, 1, 1)


def test_a_delivery_is_one_that_the_channel_reads() -> None:
    """What the stand-in of the company delivers has the person, the id and the words where WhatsApp has them."""
    [message] = json.loads(delivery("447911000001", "wamid.1", "hello"))["entry"][0]["changes"][0]["value"]["messages"]
    assert (message["from"], message["id"], message["text"]) == ("447911000001", "wamid.1", {"body": "hello"})
    assert set(PhoneCompany().environment) == {*WHATSAPP.own.values(), WHATSAPP.api[0]}
