"""Labelled messages: sets of JSON lines, each with a text and what it is."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LEVELS = ("none", "routine", "urgent", "emergency")
RANK = {level: rank for rank, level in enumerate(LEVELS)}
URGENT = "urgent"
OWN_SETS = (Path("tests/safety_pipeline/sets"), Path("tests/safety/sets"))
# The triage table's own words, from which the rules were made.
NOT_APART = "phrasings.jsonl"


class SetError(ValueError):
    """A set or a line of one that cannot be used; the message names file, line and way out."""


@dataclass(frozen=True)
class Message:
    """One line of a set.

    `level` is what it must be answered as, None for one without a warning sign; `least` and `most` the lowest and the
    highest level that are right. `kind`: the sign, or why it is none. `place`: file and line. `voice`: who writes and
    how, where somebody labelled it.
    """

    text: str
    level: str | None
    least: str
    most: str
    kind: str
    place: str
    voice: str | None = None


@dataclass(frozen=True)
class Judged:
    """A message with the level that it was answered at."""

    message: Message
    level: str

    @property
    def missed(self) -> bool:
        """A warning sign answered below the lowest level that is right."""
        return self.message.level is not None and RANK[self.level] < RANK[self.message.least]

    @property
    def above(self) -> bool:
        """Answered above the highest level that is right."""
        return RANK[self.level] > RANK[self.message.most]

    @property
    def false_alarm(self) -> bool:
        """No warning sign, and answered as an emergency or urgent."""
        return self.message.level is None and RANK[self.level] >= RANK[URGENT]


def read_folder(folder: Path, *, without: str = "", strict: bool = False) -> list[Message]:
    """The messages of all *.jsonl files in a folder but the one named `without`.

    Raises: SetError where there is no such file, or a line cannot be used (`read_sets`).
    """
    files = sorted(path for path in folder.glob("*.jsonl") if path.name != without)
    if not files:
        raise SetError(f"{folder} holds no *.jsonl file. Name a folder of labelled sets.")
    return read_sets(files, strict=strict)


def read_sets(files: Iterable[Path], *, strict: bool = False) -> list[Message]:
    """The messages of `files`. A line without a text, or about a plan (`policy`), is of another kind and left out;
    where `strict`, it is a fault, so that no line goes uncounted.

    Raises: SetError for a file that is no text, and for a line that is no JSON object or has an unknown level.
    """
    found: list[Message] = []
    for path in files:
        try:
            lines = path.read_bytes().decode("utf-8").split("\n")
        except UnicodeDecodeError as fault:
            line = path.read_bytes()[: fault.start].count(b"\n") + 1
            raise SetError(f"{path.name}:{line}: no UTF-8 text. Save the file as UTF-8.") from None
        for number, line in enumerate(lines, 1):
            message = _message(line, f"{path.name}:{number}", strict=strict) if line.strip() else None
            if message:
                found.append(message)
    return found


def _message(line: str, place: str, *, strict: bool) -> Message | None:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as fault:
        raise SetError(f"{place}: no JSON ({getattr(fault, 'msg', fault)}). Write one object a line.") from None
    if not isinstance(row, dict):
        raise SetError(f"{place}: write one object a line, in braces.")
    text, level = row.get("text"), row.get("level")
    if not isinstance(text, str) or "policy" in row:
        if strict:
            raise SetError(f'{place}: this is no message. Write {{"text": "...", "level": "urgent"}}.')
        return None
    if strict and level is None and "sign" in row:
        raise SetError(f"{place}: a sign without a level. Write its level, or leave the sign out.")
    allowed = _allowed(row, place)
    level = None if level == LEVELS[0] else level
    kind = row.get("sign") if level else row.get("why") or row.get("kind") or "ordinary"
    least, most = min(allowed, key=RANK.__getitem__), max(allowed, key=RANK.__getitem__)
    voice = row.get("voice")
    return Message(text, level, least, most, str(kind or "unnamed"), place, None if voice is None else str(voice))


def _allowed(row: dict[str, Any], place: str) -> list[str]:
    """The levels that are right for a line: its own first."""
    level, more = row.get("level"), row.get("level_ok", [])
    if not isinstance(more, list):
        raise SetError(f"{place}: level_ok is a list of levels, in brackets.")
    allowed = [LEVELS[0]] if level is None else [level, *more]
    unknown = [name for name in allowed if not isinstance(name, str) or name not in RANK]
    if unknown:
        raise SetError(f"{place}: there is no level {unknown[0]!r}. Levels: {', '.join(LEVELS)}.")
    return allowed
