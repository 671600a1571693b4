"""Labelled messages with a sign, understood by rules and model: shares that later changes must not fall below."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.safety_pipeline.conftest import Level
from tests.safety_pipeline.labelled import FROM_THE_TABLE, all_texts, is_older, texts

PHRASINGS = Path(__file__).parent.parent / "safety" / "sets" / "phrasings.jsonl"
RANK = {"none": 0, "routine": 1, "urgent": 2, "emergency": 3}
# Each set with a sign, its level, and the share that comes out at it or above.
FOUND = [
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
]


def missed_in(level: Level, name: str, least: str) -> list[str]:
    """What is answered below its level, of those messages of a set that are read."""
    return [text for text in texts(name) if RANK[level(text)] < RANK[least]]


@pytest.mark.parametrize(("name", "least", "share"), FOUND)
def test_share_found(level: Level, name: str, least: str, share: float) -> None:
    """Messages with a sign come out at its level or above, of an older set a sixth of them (`labelled.texts`)."""
    missed = missed_in(level, name, least)
    assert len(missed) <= (1 - share) * len(all_texts(name)), missed


@pytest.mark.parametrize("of", ["emergency", "urgent"])
def test_share_found_in_older_sets(level: Level, of: str) -> None:
    """All that is read of the older sets together comes out at its level or above."""
    older = [(name, share) for name, least, share in FOUND if least == of and is_older(name)]
    missed = [text for name, _ in older for text in missed_in(level, name, of)]
    assert len(missed) <= sum((1 - share) * len(texts(name)) for name, share in older), missed


def test_no_phrasing_of_the_triage_table_is_brought_down(level: Level) -> None:
    """Every emergency in the table's own words is one beside the model too, whatever likeness makes of it."""
    rows = map(json.loads, PHRASINGS.read_text(encoding="utf-8").splitlines())
    assert [row["text"] for row in rows if row["level"] == "emergency" and level(row["text"]) != "emergency"] == []
