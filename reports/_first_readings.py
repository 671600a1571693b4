"""What each set showed when it was read for the first time: the figures to expect on text that nobody has seen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from reports._intervals import Share

FILE = Path(__file__).parent / "safety_first_readings.yml"
KINDS = ("rules", "classifier", "pipeline")
# Halves of a set that was read before tell less than a set that is new.
_EMERGENCIES = re.compile(r"emergencies_(?!.*other half)")


def first_readings() -> list[dict[str, Any]]:
    """Each reading: `set`, `of` and how many of them each of `KINDS` found, where it was read."""
    readings: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["readings"]
    return readings


def range_of(kind: str) -> str:
    """The least and the most that one of `KINDS` found of a set of emergencies at a first reading, in per cent."""
    those = [one for one in first_readings() if _EMERGENCIES.match(one["set"]) and kind in one]
    shares = [Share(one[kind], one["of"]).value * 100 for one in those]
    return f"{min(shares):.1f} to {max(shares):.1f} %"
