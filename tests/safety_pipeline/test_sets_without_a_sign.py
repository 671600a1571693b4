"""Labelled messages without a sign, understood by rules and model: shares that later changes must not exceed."""

from __future__ import annotations

import pytest

from tests.safety_pipeline.conftest import Level
from tests.safety_pipeline.labelled import FROM_THE_TABLE, all_texts, is_older, texts

# Each set without a sign, and the shares of it that may be called an emergency and urgent.
ALLOWED = [
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
]


def called_in(level: Level, name: str, wrong: str) -> list[str]:
    """What is answered at a level that is wrong, of those messages of a set that are read."""
    return [text for text in texts(name) if level(text) == wrong]


@pytest.mark.parametrize(("name", "emergencies", "urgent"), ALLOWED)
def test_share_of_false_alarms(level: Level, name: str, emergencies: float, urgent: float) -> None:
    """Messages without a sign are seldom taken for one, of an older set a sixth of them (`labelled.texts`)."""
    for wrong, share in (("emergency", emergencies), ("urgent", urgent)):
        called = called_in(level, name, wrong)
        assert len(called) <= share * len(all_texts(name)), called


@pytest.mark.parametrize(("wrong", "place"), [("emergency", 1), ("urgent", 2)])
def test_share_of_false_alarms_in_older_sets(level: Level, wrong: str, place: int) -> None:
    """All that is read of the older sets together is seldom taken for a sign."""
    older = [(str(row[0]), float(row[place])) for row in ALLOWED if is_older(str(row[0]))]
    called = [text for name, _ in older for text in called_in(level, name, wrong)]
    assert len(called) <= sum(share * len(texts(name)) for name, share in older), called
