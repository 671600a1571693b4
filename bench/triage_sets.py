"""Measure the rule detector on sets of labelled messages.

    python bench/triage_sets.py FOLDER [--show N]

FOLDER holds *.jsonl files. A line has "text" and either "level" (with "level_ok", levels that are also right) for a
message that names a sign, or no level: then it is a look-alike or an ordinary message that must not be called one.
Figures are printed for each file, with the share of lines called an emergency and urgent.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from b12guide.safety import Detector, load_detector

RANK = {"none": 0, "routine": 1, "urgent": 2, "emergency": 3}
CONTENT = Path(__file__).resolve().parent.parent / "content" / "safety"


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The JSON objects of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def needed(row: dict[str, Any]) -> int:
    """The lowest rank that is right for a message with a sign; 0 for one without."""
    if "level" not in row:
        return 0
    return min(RANK[level] for level in [row["level"], *row.get("level_ok", [])])


def measure(detector: Detector, path: Path, show: int) -> None:
    """Print the figures of one file and up to `show` lines of each kind of fault."""
    rows = [row for row in rows_of(path) if "text" in row]
    faults: dict[str, list[str]] = {}
    totals: dict[str, int] = {}
    for row in rows:
        triage = detector.triage(row["text"])
        rank, least = RANK[triage.level], needed(row)
        group = row["level"] if least else row.get("why") or row.get("kind") or "ordinary"
        totals[group] = totals.get(group, 0) + 1
        signs = ", ".join(f"{sign.id} '{sign.text}'" for sign in triage.signs if sign.status == "present")
        if least and rank < least:
            seen = "; ".join(f"{sign.id} '{sign.text}' {sign.status}" for sign in triage.signs)
            faults.setdefault(f"{group} missed", []).append(f"{row['text'][:300]}  <{triage.level}: {seen}>")
        elif not least and rank >= 2:
            faults.setdefault(f"{group} called {triage.level}", []).append(f"{row['text'][:200]}  <{signs}>")
    print(f"{path.name}: {len(rows)} lines")
    for name, lines in sorted(faults.items()):
        group = name.split(" missed")[0].split(" called")[0]
        print(f"  {name}: {len(lines)} of {totals[group]} ({len(lines) / totals[group]:.1%})")
        for line in lines[:show]:
            print(f"      {line}")
    plain = [row for row in rows if not needed(row)]
    for level in ("emergency", "urgent"):
        called = sum(len(lines) for name, lines in faults.items() if name.endswith(f"called {level}"))
        if plain:
            print(f"  called {level}: {called} of {len(plain)} ({called / len(plain):.1%})")


def main() -> int:
    """Read the arguments, measure every set of the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=5, help="lines shown of each kind of fault")
    parser.add_argument("--only", help="one file, by its name without .jsonl")
    arguments = parser.parse_args()
    detector = load_detector(CONTENT)
    for path in sorted(arguments.folder.glob("*.jsonl")):
        if arguments.only in (None, path.stem):
            measure(detector, path, arguments.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
