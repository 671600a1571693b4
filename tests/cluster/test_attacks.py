"""What comes of an attack is judged rightly, told as it was, and nothing of it leaves the machine or goes on."""

from __future__ import annotations

import asyncio
import contextlib
import random
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from cluster.assaults import COPIES, STRANGER, copy_turns, stored_turns, unknown_words
from cluster.attack_list import ATTACKS
from cluster.attack_page import DIRECT, PROXY, Loot, Run, Wait, answer_problem, card_problem, section
from cluster.bystanders import WARD_ADDRESS
from cluster.doors import Door, Person, RefusedError, Stranger, static_card, timed
from cluster.front import front
from cluster.memory import share_kb, waited_in
from cluster.services import LOOPBACK

LOOT = Loot({"200": 20, "429": 5})
HELD = Run("an attack", PROXY, LOOT, [Wait(0.2), Wait(1.0)], [Wait(0.1), Wait(3.0)], 599.9, waited=0.3, load=1.25)


def message(text: str, kind: str = "answer", level: str = "none", topics: Sequence[str] = ()) -> dict[str, Any]:
    return {"text": text, "custom": {"kind": kind, "level": level, "topics": list(topics)}}


def test_what_is_kept_is_held() -> None:
    """A card after just a second, an answer after just three, and a little less than the memory that is allowed."""
    assert HELD.missed == []
    assert HELD.problems == []


@pytest.mark.parametrize(
    ("run", "what"),
    [
        (replace(HELD, cards=[Wait(1.01)]), "cards"),
        (replace(HELD, cards=[Wait(0.1, "no card")]), "cards"),
        (replace(HELD, cards=[]), "cards"),
        (replace(HELD, answers=[Wait(0.1), Wait(3.01)]), "answers"),
        (replace(HELD, answers=[Wait(0.1, "504")]), "answers"),
        (replace(HELD, memory=600.0), "memory"),
        (replace(HELD, lost=["plan 1: told nothing"]), "lost"),
        (replace(HELD, loot=replace(LOOT, shown=["plan 1"])), "shown"),
        (replace(HELD, alive=False), "recovery"),
        (replace(HELD, loot=Loot({})), "not carried out"),
    ],
)
def test_every_part_can_fail_a_run(run: Run, what: str) -> None:
    """Each promise by itself, also where nobody was there to be answered, or where the attack did not take place."""
    assert run.missed == [what]
    assert f"**missed**: {what}" in run.line


def test_a_line_tells_what_was_measured() -> None:
    """Who got the right thing of how many, the longest wait, also of those who got nothing, and what came back."""
    run = replace(HELD, cards=[Wait(0.5), Wait(20.0, "TimeoutError")], lost=["a", "b"], load=2.34)
    assert run.line == (
        "| an attack | proxy | 1 of 2, 20.00 s | 2 of 2, 3.00 s | 600 MB | 2 | 0 | 20 x 200, 5 x 429 | 0.3 s | 2.3 "
        "| **missed**: cards, lost |"
    )
    assert replace(HELD, loot=None).line.endswith("| 0 | 0 | - | 0.3 s | 1.2 | held |")


def test_problems_are_named() -> None:
    """One line for each, with what came in the place of the right thing."""
    run = replace(HELD, cards=[Wait(2.0)], answers=[Wait(0.5, "504")], lost=["x"], loot=replace(LOOT, shown=["y"]))
    assert run.problems == ["card: late after 2.00 s", "answer: 504 after 0.50 s", "lost: x", "shown: y"]


@pytest.mark.parametrize(
    ("messages", "static", "right"),
    [
        ([message("Call 999 now.", "emergency", "emergency")], "static", True),
        ([message("a"), message("Call 999 now.", "emergency", "emergency")], "static", True),
        ([message("static", "fallback")], "static", True),
        ([message("static", "fallback")], None, False),
        ([message("Call your clinic.", "urgent", "urgent")], "static", False),
        ([message("Please wait a minute.", "fallback")], "static", False),
        ([], "static", False),
    ],
)
def test_a_card_is_an_emergency_s_or_the_static_one(
    messages: list[dict[str, Any]], static: str | None, right: bool
) -> None:
    """Nothing else will do, and the static one only where it is allowed for."""
    assert (card_problem(messages, static) is None) is right


def test_an_answer_is_that_of_calm_times() -> None:
    """The same kind about the same topics; a refusal for pace or load is none."""
    calm = [message("It does not hurt much.", topics=["pain"])]
    assert answer_problem([message("It hurts little.", topics=["pain"])], calm) is None
    assert answer_problem([message("Doses vary.", topics=["dose"])], calm) == "another answer (answer: Doses vary.)"
    assert answer_problem([message("Please wait.", "fallback")], calm) == "another answer (fallback: Please wait.)"
    assert answer_problem([], calm) is not None


def test_the_section_has_every_run() -> None:
    """Each in a line of one table, and what there was no time for beneath it."""
    text = section([HELD, replace(HELD, attack="another", door=DIRECT)], ["a third (proxy)"], 250.4)
    assert ", 250 s.\n" in text
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert [line.split(" | ")[0] for line in table[2:]] == ["| an attack", "| another"]
    assert len({line.count("|") for line in table}) == 1
    assert "**Not run, for want of time: a third (proxy).**" in text


def test_memory_is_the_share_of_a_process() -> None:
    """What Linux calls Pss; anything else that is told is left alone."""
    assert share_kb("55d0-7ffd ---p 00000000 00:00 0 [rollup]\nRss:  900 kB\nPss:   512 kB\nPss_Anon:  1 kB\n") == 512
    with pytest.raises(ValueError, match="no Pss"):
        share_kb("Rss: 900 kB\n")


def test_waiting_for_a_processor_is_told_by_linux() -> None:
    """The second of its figures, in nanoseconds."""
    assert waited_in("462000000 1880000000 97\n") == 1.88


def test_a_conversation_is_copied_once_it_is_stored(tmp_path: Path) -> None:
    """Its messages are counted, and its events stand behind themselves, each at a place of its own; no other's do."""
    path = tmp_path / "conversations.db"
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE conversation_events (sender_id TEXT, seq INT, timestamp REAL, data TEXT)")
        rows = [("a", 0, '{"event": "user"}'), ("a", 1, '{"event": "bot"}'), ("b", 0, '{"event": "user"}')]
        database.executemany("INSERT INTO conversation_events VALUES (?, ?, 0, ?)", rows)
    assert [stored_turns(path, name) for name in ("a", "b", "nobody")] == [1, 1, 0]
    copy_turns(path, "a")
    with contextlib.closing(sqlite3.connect(path)) as database:
        count = "SELECT count(*), count(DISTINCT seq), max(seq) FROM conversation_events WHERE sender_id = ?"
        found = [database.execute(count, [name]).fetchone() for name in ("a", "b")]
    assert found == [(2 * (COPIES + 1), 2 * (COPIES + 1), 2 * COPIES + 1), (1, 1, 0)]


def test_attacks_are_bounded_and_stay_here() -> None:
    """Each has a name of its own, ends within half a minute, and comes from the loopback, as the ward does."""
    assert len({attack.key for attack in ATTACKS}) == len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    assert all(0 < attack.short <= attack.seconds <= 30 for attack in ATTACKS)
    assert all(attack.doors and set(attack.doors) <= {DIRECT, PROXY} for attack in ATTACKS)
    assert all(ip_address(address).is_loopback for address in (STRANGER, WARD_ADDRESS, LOOPBACK))


def test_unknown_words_have_the_length_that_is_asked_for() -> None:
    """Words of so many letters up to so many characters, never twice the same text."""
    chance = random.Random(1)
    one, two = unknown_words(chance, 24, 1000), unknown_words(chance, 24, 1000)
    assert one != two
    assert len(one) == len(two) == 999
    assert {len(word) for word in one.split()[:-1]} == {24}


def test_the_proxy_of_the_attacks_has_every_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It differs from the deployed one in where it listens and in its server, on the loopback both."""
    monkeypatch.setattr("cluster.front.find", Path)
    public = front("haproxy", tmp_path, [5399])
    text = (tmp_path / "haproxy.cfg").read_text(encoding="utf-8")
    assert f"bind {LOOPBACK}:{public.tls} ssl crt" in text
    assert f"bind {LOOPBACK}:{public.plain}" in text
    assert f"server bot1 {LOOPBACK}:5399" in text
    assert "gt 600" in text
    assert public.certificate.stat().st_mode & 0o077 == 0


async def _with_server(tmp_path: Path, status: int, body: str, stranger: bool) -> Stranger | Person:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, text=body, content_type="application/json")

    app = web.Application()
    app.router.add_post("/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, LOOPBACK, 0)
    await site.start()
    port = runner.addresses[0][1]
    door = Door(DIRECT, f"http://{LOOPBACK}:{port}", LOOPBACK, port, port, None, tmp_path / "none.db")
    try:
        if not stranger:
            async with Person(door, LOOPBACK) as person:
                await person.begin()
                return person
        async with Stranger(door, LOOPBACK, {"ann": "Monday 1 March", "bob": "Friday 5 March"}) as one:
            await one.attempt("/chat/message", {"text": "x"})
            return one
    finally:
        await runner.cleanup()


def test_what_is_another_s_is_found(tmp_path: Path) -> None:
    """Whatever comes back is counted by its status and looked through for the words of others."""
    one = asyncio.run(_with_server(tmp_path, 200, '{"messages": [{"text": "on Monday 1 March"}]}', True))
    assert isinstance(one, Stranger)
    assert (dict(one.got), one.shown) == ({"200": 1}, ["ann"])
    one = asyncio.run(_with_server(tmp_path, 429, "{}", True))
    assert isinstance(one, Stranger)
    assert (dict(one.got), one.shown) == ({"429": 1}, [])


def test_a_refusal_is_no_answer(tmp_path: Path) -> None:
    """Somebody who is refused has not been served, and the status is told."""
    with pytest.raises(RefusedError, match="503"):
        asyncio.run(_with_server(tmp_path, 503, "{}", False))

    async def refused() -> str | None:
        raise RefusedError("503")

    assert asyncio.run(timed(refused())).problem == "RefusedError 503"


def test_the_static_card_is_the_product_s() -> None:
    """It names the number of the country that everybody here is in."""
    assert static_card().startswith("Call 999")
