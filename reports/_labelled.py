"""Labelled messages: sets of JSON lines, each with a text and what it is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LEVELS = ("none", "routine", "urgent", "emergency")
RANK = {level: rank for rank, level in enumerate(LEVELS)}


class SetError(ValueError):
    """A line of a set that cannot be used; the message names file, line and way out."""


@dataclass(frozen=True)
class Message:
    """One line of a set.

    `level` is what it must be answered as, None for one without a warning sign; `least` the lowest level that is right.
    `kind`: the sign, or why it is none. `place`: file and line.
    """

    text: str
    level: str | None
    least: str
    kind: str
    place: str


def read_sets(files: Iterable[Path]) -> list[Message]:
    """The messages of `files`. A line without a text, or about a plan (`policy`), is of another kind and left out.

    Raises: SetError for a line that is no JSON object or has an unknown level.
    """
    found: list[Message] = []
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            message = _message(line, f"{path.name}:{number}") if line.strip() else None
            if message:
                found.append(message)
    return found


def _message(line: str, place: str) -> Message | None:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as fault:
        raise SetError(f"{place}: no JSON ({fault.msg}). Write one object a line.") from None
    if not isinstance(row, dict):
        raise SetError(f"{place}: write one object a line, in braces.")
    text, level = row.get("text"), row.get("level")
    if not isinstance(text, str) or "policy" in row:
        return None
    allowed = [level, *row.get("level_ok", [])] if level is not None else ["none"]
    unknown = [name for name in allowed if name not in RANK]
    if unknown:
        raise SetError(f"{place}: there is no level {unknown[0]!r}. Levels: {', '.join(LEVELS)}.")
    kind = row.get("sign") if level else row.get("why") or row.get("kind") or "ordinary"
    return Message(text, level, min(allowed, key=RANK.__getitem__), str(kind or "unnamed"), place)
