"""Labelled messages through the whole pipeline: shares that later changes must not fall below."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SETS = Path(__file__).parent / "sets"
PHRASINGS = Path(__file__).parent.parent / "safety" / "sets" / "phrasings.jsonl"
RANK = {"none": 0, "routine": 1, "urgent": 2, "emergency": 3}


def levels(bot: Any, name: str) -> list[tuple[str, str]]:
    """Each message of a set, with the level that it was answered at."""
    rows = [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [(row["text"], bot.say(f"{name} {index}", row["text"]).custom["level"]) for index, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("name", "level", "share"),
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
    ],
)
def test_share_found(bot: Any, name: str, level: str, share: float) -> None:
    """Messages with a sign come out at its level or above."""
    answered = levels(bot, name)
    missed = [text for text, got in answered if RANK[got] < RANK[level]]
    assert len(missed) <= (1 - share) * len(answered), missed


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
    ],
)
def test_share_of_false_alarms(bot: Any, name: str, emergencies: float, urgent: float) -> None:
    """Messages without a sign are seldom answered as one."""
    answered = levels(bot, name)
    called = {level: [text for text, got in answered if got == level] for level in ("emergency", "urgent")}
    assert len(called["emergency"]) <= emergencies * len(answered), called["emergency"]
    assert len(called["urgent"]) <= urgent * len(answered), called["urgent"]


def test_no_phrasing_of_the_triage_table_is_brought_down(bot: Any) -> None:
    """Every emergency in the table's own words is one in a conversation too, whatever likeness makes of it."""
    rows = map(json.loads, PHRASINGS.read_text(encoding="utf-8").splitlines())
    texts = [row["text"] for row in rows if row["level"] == "emergency"]
    lowered = [
        text for place, text in enumerate(texts) if bot.say(f"table {place}", text).custom["level"] != "emergency"
    ]
    assert lowered == []
