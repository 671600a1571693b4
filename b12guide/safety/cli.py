"""The `triage` command: the deterministic part of the warning-sign check, for a terminal and for other programs."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ._detector import Detector, load_detector
from ._files import SafetyDataError

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "content" / "safety"


def add_parser(subparsers: Subparsers) -> None:
    """Add `triage` to the commands of `b12guide`."""
    parser = subparsers.add_parser("triage", help="find the warning signs in a message")
    parser.add_argument("text", nargs="?", metavar="TEXT", help="the message")
    parser.add_argument("--jsonl", action="store_true", help='read {"text": ...} lines and write one object a line')
    parser.add_argument("--content", type=Path, default=DEFAULT_FOLDER, help=argparse.SUPPRESS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print one JSON object, or one for each line of standard input. Returns the exit status: 0, or 2 for bad input."""
    if args.jsonl == (args.text is not None):
        return _refuse('give either one TEXT in quotes or --jsonl with {"text": ...} lines on standard input')
    try:
        detector = load_detector(args.content)
    except SafetyDataError as fault:
        return _refuse(str(fault))
    if args.text is not None:
        _print(detector.triage(args.text).to_json())
        return 0
    for line in sys.stdin.buffer:
        if line.strip():
            _print(_answer(detector, line))
    return 0


def _answer(detector: Detector, line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (UnicodeDecodeError, ValueError, RecursionError):
        return {"error": "this line is not JSON"}
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return {"error": 'this line has no "text" in quotes'}
    return detector.triage(row["text"]).to_json()


def _print(answer: dict[str, Any]) -> None:
    print(json.dumps(answer, ensure_ascii=True), flush=True)


def _refuse(problem: str) -> int:
    print(f"b12guide triage: {problem}", file=sys.stderr)
    return 2
