"""The command `b12guide`: plans and warning signs by the deterministic core, and what is kept."""

from __future__ import annotations

import argparse
import sys

from b12guide import forget, keeping
from b12guide.plan import cli as plan_cli
from b12guide.safety import cli as triage_cli


def main(argv: list[str] | None = None) -> int:
    """Run one subcommand; returns its exit status, 2 for input that cannot be used."""
    parser = argparse.ArgumentParser(
        prog="b12guide", description="Vitamin B12 injections: read a plan, spot warning signs."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    plan_cli.add_parser(commands)
    triage_cli.add_parser(commands)
    forget.add_parser(commands)
    keeping.add_parsers(commands)
    options = parser.parse_args(argv)
    run = {
        "plan": plan_cli.run,
        "triage": triage_cli.run,
        "forget": forget.run,
        **dict.fromkeys(keeping.COMMANDS, keeping.run),
    }[options.command]
    return run(options)


if __name__ == "__main__":
    sys.exit(main())
