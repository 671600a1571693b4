"""The command `b12guide`: plans and warning signs by the deterministic core, and what is kept."""

from __future__ import annotations

import argparse
import importlib
import sys

KEEPING = ("backup", "restore", "deletions", "database")
# Each command and where it lives. What a command does not use is not imported: the reader of plans takes seconds.
COMMANDS = {
    "plan": "b12guide.plan.cli",
    "triage": "b12guide.safety.cli",
    "forget": "b12guide.forget",
    **dict.fromkeys(KEEPING, "b12guide.keeping"),
}


def main(argv: list[str] | None = None) -> int:
    """Run one subcommand; returns its exit status, 2 for input that cannot be used."""
    parser = argparse.ArgumentParser(
        prog="b12guide", description="Vitamin B12 injections: read a plan, spot warning signs."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    words = sys.argv[1:] if argv is None else argv
    named = [COMMANDS[word] for word in words[:1] if word in COMMANDS] or COMMANDS.values()
    modules = {name: importlib.import_module(name) for name in dict.fromkeys(named)}
    for module in modules.values():
        module.add_parser(commands)
    options = parser.parse_args(words)
    return int(modules[COMMANDS[options.command]].run(options))


if __name__ == "__main__":
    sys.exit(main())
