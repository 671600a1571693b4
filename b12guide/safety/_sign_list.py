"""The signs as a clinician reads them: each with its name, its card and what it rests on, without the conditions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ._files import DataFile
from ._rules import SIGNS_SCHEMA


@dataclass(frozen=True)
class ListedSign:
    """A row of the triage table: `card` is the name of its card at its `level`, `source` what it rests on."""

    id: str
    name: str
    level: str
    card: str
    source: str


def load_sign_list(folder: Path) -> tuple[ListedSign, ...]:
    """The rows of `signs.yml` of `folder` (`content/safety`), in their order.

    Raises: SafetyDataError naming the file, the line and the entry at fault.
    """
    rows = DataFile(folder / "signs.yml").check(SIGNS_SCHEMA)["signs"]
    return tuple(ListedSign(*(str(row[key]) for key in ("id", "name", "level", "card", "source"))) for row in rows)
