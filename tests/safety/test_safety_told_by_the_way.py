"""Signs that are told by the way: when they are over, beside thanks, by numbers or by what was found; and what is only
seen, heard of, booked or denied, in the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from b12guide.safety import LEVELS, Detector

_LINES = (Path(__file__).parent / "told_by_the_way.txt").read_text(encoding="utf-8").splitlines()[1:]
TOLD = [tuple(line.split(": ", 1)) for line in _LINES]


@pytest.mark.parametrize(("level", "text"), [row for row in TOLD if row[0] != "none"])
def test_a_sign_told_by_the_way(detector: Detector, level: str, text: str) -> None:
    """It has its level, though it is over, made little of or beside something else."""
    assert LEVELS.index(detector.triage(text).level) >= LEVELS.index(level)


@pytest.mark.parametrize("text", [text for level, text in TOLD if level == "none"])
def test_nothing_is_the_matter(detector: Detector, text: str) -> None:
    """What is seen, heard of, booked, mistyped or denied is no sign."""
    assert detector.triage(text).level in ("none", "routine")
