"""How fast and how large this project is by itself, in one line.

    .venv/bin/python -m bench.speed [--messages FILE] [--write]

With `--write` the line also goes into the section "This project alone" of `docs/bench.md`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import project
from bench.measure import CLIENTS, Figures, late_turn_ratio, measure, read_messages
from bench.report import machine, today, write_section
from bench.server import BenchError, end_servers_when_told, serving

SECTION = "This project alone"


def one_line(figures: Figures, late_turns: float) -> str:
    """Put the figures of a server into one line."""
    return (
        f"p50 {figures.p50_ms:.1f} p95 {figures.p95_ms:.1f} ms, {figures.per_second:.0f} messages a second at "
        f"{CLIENTS} clients, turn 200 costs {late_turns:.2f} times turn 20, memory {figures.memory_mb:.0f} MB, "
        f"start {figures.start_s:.1f} s"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Returns the exit status: 0, or 2 where it could not be measured."""
    parser = argparse.ArgumentParser(prog="bench.speed", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--messages", type=Path, default=project.MESSAGES, metavar="FILE", help="what is sent")
    parser.add_argument("--write", action="store_true", help="also write the line to docs/bench.md")
    options = parser.parse_args(arguments)
    end_servers_when_told()
    conditions = machine()
    try:
        texts = read_messages(options.messages)
        with serving(project.launch()) as server:
            [figures] = measure([server], texts)
            late_turns = late_turn_ratio(server, texts)
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    line = one_line(figures, late_turns)
    print(line)
    if options.write:
        write_section(SECTION, f"{line}.\n\n{today()}, {conditions}; `python -m bench.speed --write`.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
