"""The triage table's phrasings one by one, and the labelled sets by their share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from b12guide.safety import Detector

SETS = Path(__file__).parent / "sets"
RANK = {"none": 0, "routine": 1, "urgent": 2, "emergency": 3}


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", rows("phrasings"), ids=lambda row: f"{row['sign']} {row['text']}")
def test_phrasing_of_the_triage_table(detector: Detector, row: dict[str, Any]) -> None:
    """Every phrasing of the triage table comes out at its level, with its sign."""
    triage = detector.triage(row["text"])
    assert (triage.level, row["sign"] in {sign.id for sign in triage.signs if sign.status == "present"}) == (
        row["level"],
        True,
    )


@pytest.mark.parametrize(
    ("name", "share"),
    [("emergencies", 0.99), ("emergencies_2", 0.98), ("urgent", 0.97), ("urgent_2", 0.97)],
)
def test_share_of_signs_found(detector: Detector, name: str, share: float) -> None:
    """Emergencies and urgent messages come out at their level or above."""
    lines = rows(name)
    missed = [row["text"] for row in lines if RANK[detector.triage(row["text"]).level] < RANK[row["level"]]]
    assert len(missed) <= (1 - share) * len(lines), missed


@pytest.mark.parametrize("name", ["lookalikes", "lookalikes_2"])
def test_share_of_lookalikes_called_a_sign(detector: Detector, name: str) -> None:
    """At most 3 in 100 look-alikes are called an emergency, and at most 15 in 100 urgent."""
    lines = rows(name)
    levels = {row["text"]: detector.triage(row["text"]).level for row in lines}
    emergency = [text for text, level in levels.items() if level == "emergency"]
    urgent = [text for text, level in levels.items() if level == "urgent"]
    assert len(emergency) <= 0.03 * len(lines), emergency
    assert len(urgent) <= 0.15 * len(lines), urgent


@pytest.mark.parametrize("name", ["emergencies_3", "urgent_3"])
def test_every_line_of_the_third_sets_is_found(detector: Detector, name: str) -> None:
    """Hours after an injection, a pain that went, a result, a swapped injection: each line has its sign and level."""
    wrong = []
    for row in rows(name):
        triage = detector.triage(row["text"])
        present = {sign.id for sign in triage.signs if sign.status == "present"}
        if triage.level != row["level"] or row["sign"] not in present:
            wrong.append((row["text"], triage.level, sorted(present)))
    assert wrong == []


def test_no_lookalike_of_the_third_set_is_a_sign(detector: Detector) -> None:
    """What only sounds like one of those signs stays below urgent."""
    levels = [(row["text"], detector.triage(row["text"]).level) for row in rows("lookalikes_3")]
    assert [text for text, level in levels if RANK[level] >= RANK["urgent"]] == []


def test_no_line_stands_in_two_sets() -> None:
    """A message is labelled once."""
    texts = [row["text"] for path in sorted(SETS.glob("*.jsonl")) for row in rows(path.stem) if "sign" not in row]
    assert len(texts) == len(set(texts))
