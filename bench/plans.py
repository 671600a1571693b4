"""Compare the plan reader with two general readers of recurring dates, on the corpus of the tests, in the same run.

    .venv/bin/python -m bench.plans

Speed: milliseconds a plan and plans a second on one core, reading and computing the next four dates. Exactness: of
the phrases that state one interval and nothing else, how many each reads as that interval, reads as something else,
and leaves; and for how many of the phrases that must be asked about it gives a reading all the same. `recurrent` and
`recognizers-text-suite` come from PyPI into a throw-away environment of uv and are never installed here. Writes
`docs/plan-bench.md`; the exit status is 1 when a plan takes more than 2 ms at p95 or reads fewer than 1,000 a second.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import yaml

from b12guide.plan import plan
from bench import project
from bench.server import BenchError

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "plan" / "reading" / "corpus"
PAGE = ROOT / "docs" / "plan-bench.md"
OTHERS = Path(__file__).with_name("plans_others.py")
# The last release of Recognizers-Text needs an emoji package of its time.
OTHER_PACKAGES = ("recurrent==0.4.1", "recognizers-text-suite==1.0.2a2", "emoji==1.1.0")
PASSES = 5
P95_MS, A_SECOND = 2.0, 1000.0
_SINGLE = re.compile(r"(?:ok|assumed): (?P<often>(?:\d\*)?)(?P<period>\d+)(?P<unit>d|wk|mo|a)$")


def load_corpus() -> list[tuple[str, str, date]]:
    """Every phrase with what it is read as and the day on which it was said."""
    found = []
    for path in sorted(CORPUS.glob("*.yml")):
        group = yaml.safe_load(path.read_text("utf-8"))
        found += [(text, expected, group["today"]) for text, expected in group["cases"].items()]
    return found


def time_plans(phrases: Sequence[tuple[str, str, date]]) -> dict[str, float]:
    """Seconds of processor time for each plan, over several passes after a warm one."""
    for text, _, today in phrases:
        plan(text, today=today, first=today)
    taken = []
    for _ in range(PASSES):
        for text, _, today in phrases:
            start = time.process_time_ns()
            plan(text, today=today, first=today)
            taken.append((time.process_time_ns() - start) / 1e6)
    taken.sort()
    return {
        "p50": taken[len(taken) // 2], "p95": taken[int(len(taken) * 0.95)], "a_second": 1000 * len(taken) / sum(taken),
    }  # fmt: skip


def judge(phrases: Sequence[tuple[str, str, date]], readings: Sequence[str | None]) -> dict[str, int]:
    """Count exact, other and missing readings of single intervals, and readings of what must be asked about."""
    score = {"exact": 0, "wrong": 0, "none": 0, "single": 0, "answered": 0, "to_ask": 0}
    for (_, expected, _), reading in zip(phrases, readings, strict=True):
        single = _SINGLE.match(expected)
        if single:
            score["single"] += 1
            wanted = f"{single['often'].rstrip('*') or 1}/{single['period']}{single['unit']}"
            score["exact" if reading == wanted else "none" if reading is None else "wrong"] += 1
        elif expected.startswith(("ask interval", "ask unread", "ask count")):
            score["to_ask"] += 1
            score["answered"] += reading is not None
    return score


def ours(phrases: Sequence[tuple[str, str, date]]) -> list[str | None]:
    """Our readings in the short form ``frequency/period unit``; None where the plan is asked about or is none."""
    found: list[str | None] = []
    for text, _, today in phrases:
        result = plan(text, today=today, first=today)
        phases = result.phases if result.reading.status in ("ok", "assumed") else ()
        found.append(f"{phases[0].frequency}/{phases[0].period}{phases[0].unit}" if len(phases) == 1 else None)
    return found


def others(phrases: Sequence[tuple[str, str, date]]) -> dict[str, Any]:
    """Readings and times of the other libraries, in an environment that uv makes and forgets."""
    try:
        uv = project.find_uv()
    except BenchError as error:
        raise SystemExit(f"bench.plans: {error}") from None
    packages = [word for package in OTHER_PACKAGES for word in ("--with", package)]
    command = [uv, "run", "--quiet", "--no-project", "--python", sys.executable, *packages, "python", str(OTHERS)]
    lines = "\n".join(json.dumps([text, today.isoformat()]) for text, _, today in phrases)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"bench.plans: the other readers did not run: {done.stderr.strip()[-400:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def row(name: str, score: dict[str, int], speed: dict[str, float]) -> str:
    """One line of the table."""
    return (
        f"| {name} | {score['exact']} ({score['exact'] / score['single']:.0%}) | {score['wrong']} | {score['none']} "
        f"| {score['answered']} of {score['to_ask']} "
        f"| {speed['p50']:.2f} | {speed['p95']:.2f} | {speed['a_second']:,.0f} |"
    )


def page(phrases: Sequence[tuple[str, str, date]], rows: Sequence[str], singles: int) -> str:
    """The whole report."""
    today = datetime.now(timezone.utc)
    head = (
        f"# Reading plans: speed and exactness\n\n"
        f"Written by `python -m bench.plans` on {today:%Y-%m-%d}, on one core, over the {len(phrases):,} "
        f"phrases of `tests/plan/reading/corpus`, of which {singles} state one interval and nothing else.\n\n"
        "| reader | single intervals read exactly | read as something else | not read | read although it must be asked "
        "| ms a plan, p50 | p95 | plans a second |\n|---|---|---|---|---|---|---|---|\n"
    )
    tail = (
        "\n\nThe corpus was written beside this reader, so its own exactness here says that nothing broke, not how it "
        "does on new text. The others are judged on the interval alone (how many in how many days, weeks or months). "
        "Several phases, counts, ranges and named days are left out, because they have no place for them. Times are "
        "processor time; ours include the next four dates, theirs do not.\n"
    )
    return head + "\n".join(rows) + tail


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write the page, and say whether the promise of speed is kept."""
    argparse.ArgumentParser(prog="bench.plans", description=(__doc__ or "").splitlines()[0]).parse_args(arguments)
    phrases = load_corpus()
    speed = time_plans(phrases)
    score = judge(phrases, ours(phrases))
    rows = [row("this one", score, speed)]
    for name, found in others(phrases).items():
        rows.append(row(name, judge(phrases, found["readings"]), found["speed"]))
    PAGE.write_text(page(phrases, rows, score["single"]), "utf-8")
    print(PAGE.read_text("utf-8"))
    return 0 if speed["p95"] <= P95_MS and speed["a_second"] >= A_SECOND else 1


if __name__ == "__main__":
    sys.exit(main())
