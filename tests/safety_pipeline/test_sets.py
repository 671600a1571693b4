"""Labelled messages, understood by rules and model: shares that later changes must not fall below."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from b12guide.understanding.verdict import Verdict
from tests.conftest import Bot
from tests.safety_pipeline.conftest import Level

SETS = Path(__file__).parent / "sets"
PHRASINGS = Path(__file__).parent.parent / "safety" / "sets" / "phrasings.jsonl"
# One in so many is also asked in a conversation.
EVERY = 12
# Written from the triage table alone, and read before anything was changed for them (docs/safety.md).
FROM_THE_TABLE = (
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth", "twentieth", "twenty_first"),
)
RANK = {"none": 0, "routine": 1, "urgent": 2, "emergency": 3}


def texts(name: str) -> list[str]:
    """The messages of a set."""
    return [json.loads(line)["text"] for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def levels(level: Level, name: str) -> list[tuple[str, str]]:
    """Each message of a set, with how urgent it is."""
    return [(text, level(text)) for text in texts(name)]


@pytest.mark.parametrize(
    ("name", "least", "share"),
    [
        ("emergencies_first", "emergency", 0.98),
        ("emergencies_second", "emergency", 0.97),
        ("urgent_first", "urgent", 0.97),
        ("urgent_second", "urgent", 0.96),
        ("emergencies_third", "emergency", 0.90),
        ("urgent_third", "urgent", 0.90),
        ("emergencies_fourth", "emergency", 0.97),
        ("urgent_fourth", "urgent", 0.97),
        ("emergencies_fifth", "emergency", 0.97),
        ("urgent_fifth", "urgent", 0.90),
        ("emergencies_sixth", "emergency", 0.94),
        ("urgent_sixth", "urgent", 0.92),
        ("emergencies_seventh", "emergency", 0.97),
        ("urgent_seventh", "urgent", 0.96),
        ("emergencies_eighth", "emergency", 0.97),
        ("urgent_eighth", "urgent", 0.95),
        ("emergencies_ninth", "emergency", 0.97),
        ("urgent_ninth", "urgent", 0.95),
        *((f"emergencies_{which}", "emergency", 0.97) for which in FROM_THE_TABLE),
        *((f"urgent_{which}", "urgent", 0.93 if which == "seventeenth" else 0.97) for which in FROM_THE_TABLE),
    ],
)
def test_share_found(level: Level, name: str, least: str, share: float) -> None:
    """Messages with a sign come out at its level or above."""
    found = levels(level, name)
    missed = [text for text, got in found if RANK[got] < RANK[least]]
    assert len(missed) <= (1 - share) * len(found), missed


@pytest.mark.parametrize(
    ("name", "emergencies", "urgent"),
    [
        ("lookalikes_first", 0.03, 0.08),
        ("lookalikes_second", 0.06, 0.08),
        ("ordinary_first", 0.01, 0.06),
        ("nonmedical_first", 0.01, 0.02),
        ("lookalikes_third", 0.08, 0.12),
        ("nonmedical_third", 0.01, 0.02),
        ("lookalikes_fourth", 0.12, 0.10),
        ("nonmedical_fourth", 0.01, 0.02),
        ("lookalikes_fifth", 0.12, 0.10),
        ("lookalikes_sixth", 0.05, 0.06),
        ("ordinary_seventh", 0.03, 0.09),
        ("ordinary_eighth", 0.03, 0.09),
        ("ordinary_ninth", 0.03, 0.09),
        *((f"ordinary_{which}", 0.02, 0.07) for which in FROM_THE_TABLE),
    ],
)
def test_share_of_false_alarms(level: Level, name: str, emergencies: float, urgent: float) -> None:
    """Messages without a sign are seldom taken for one."""
    found = levels(level, name)
    called = {wrong: [text for text, got in found if got == wrong] for wrong in ("emergency", "urgent")}
    assert len(called["emergency"]) <= emergencies * len(found), called["emergency"]
    assert len(called["urgent"]) <= urgent * len(found), called["urgent"]


def test_no_phrasing_of_the_triage_table_is_brought_down(level: Level) -> None:
    """Every emergency in the table's own words is one beside the model too, whatever likeness makes of it."""
    rows = map(json.loads, PHRASINGS.read_text(encoding="utf-8").splitlines())
    assert [row["text"] for row in rows if row["level"] == "emergency" and level(row["text"]) != "emergency"] == []


@pytest.mark.parametrize("name", sorted(path.stem for path in SETS.glob("*.jsonl")))
def test_a_message_is_answered_as_it_was_understood(bot: Bot, verdict: Callable[[str], Verdict], name: str) -> None:
    """Of each set every twelfth message, as the first of a conversation, has an answer of its own level, or is asked
    about where it only sounds urgent."""
    sample = texts(name)[::EVERY]
    turns = {text: bot.say(f"{name}: {text}", text) for text in sample}
    asked = {text for text in sample if verdict(text).asks_first}
    assert {text for text in asked if turns[text].custom["kind"] != "ask"} == set()
    levels = {text: turns[text].custom["level"] for text in sample}
    assert levels == {text: "none" if text in asked else verdict(text).level for text in sample}
