"""The signatures in `content/reviews/`: a file each, and beside it the texts that were signed."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from dateutil.relativedelta import relativedelta
from jsonschema import Draft202012Validator

from b12guide.content import Fault, in_words
from b12guide.yaml_lines import Document, YamlError, read_yaml

# How long a signature holds before the texts are to be looked at again.
MONTHS_VALID: Final = 12
FOLDER: Final = "reviews"
SIGNATURE: Final = ".yml"
KEPT: Final = ".txt"
SCHEMA: Final = Path("schema") / "review.schema.json"
# What stands in the command on a page until somebody puts in who they are.
NAME_HERE: Final = "your name"
ROLE_HERE: Final = "what you are"
_OURS: Final = frozenset({"README.md", ".gitkeep"})


@dataclass(frozen=True)
class Signature:
    """Who signed the texts of a sheet, and when; `hash` is that of the texts, `kept` the texts where they were kept."""

    sheet: str
    name: str
    role: str
    signed_on: date
    hash: str
    kept: str | None
    document: Document

    @property
    def due(self) -> date:
        """The day by which the texts are to be looked at again."""
        return due_after(self.signed_on)

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its files: it, and the texts that were signed where they were kept."""
        path = self.document.path
        return (path.name, *([path.with_suffix(KEPT).name] if path.with_suffix(KEPT).exists() else []))

    @property
    def who(self) -> str:
        """Who signed, with their role."""
        return f"{self.name} ({self.role})"


def due_after(signed: date) -> date:
    """The day by which texts that were signed on a day are to be looked at again."""
    return signed + relativedelta(months=MONTHS_VALID)


def files_of(content: Path) -> list[Path]:
    """What clinicians have put into the folder of signatures, or anybody else."""
    folder = content / FOLDER
    return [path for path in sorted(folder.iterdir()) if path.name not in _OURS] if folder.is_dir() else []


def read_signatures(content: Path, known: Collection[str]) -> tuple[dict[str, Signature], list[Fault]]:
    """Every signature that can be used, by the name of its sheet, and what is wrong with the others.

    Args:
        content: the content folder.
        known: the names of the sheets that there are.
    """
    signatures: dict[str, Signature] = {}
    faults: list[Fault] = []
    schema = Draft202012Validator(json.loads((content / SCHEMA).read_text(encoding="utf-8")))
    for path in files_of(content):
        if path.suffix == KEPT and path.with_suffix(SIGNATURE).exists():
            continue
        if path.suffix != SIGNATURE:
            message = "is neither a signature (NAME.yml) nor the text that one was for (NAME.txt); rename or delete it"
            faults.append(Fault(path, 1, message))
        elif path.stem not in known:
            message = f"there is no {path.stem} to sign; name the file as `make review` names its page, or delete it"
            faults.append(Fault(path, 1, message))
        elif isinstance(found := _read(path, schema), Signature):
            signatures[path.stem] = found
        else:
            faults += found
    return signatures, faults


def is_left(given: str, here: str) -> bool:
    """Whether a name or a role is still what stands for it on the page."""
    return given.strip().casefold() == here


def _read(path: Path, schema: Draft202012Validator) -> Signature | list[Fault]:
    try:
        document = read_yaml(path)
    except YamlError as fault:
        return [Fault(path, fault.line, fault.message)]
    errors = list(schema.iter_errors(document.data))
    if errors:
        return [Fault(path, document.line_of(*error.absolute_path), in_words(error)) for error in errors]
    data: dict[str, Any] = document.data
    for key, here in (("name", NAME_HERE), ("role", ROLE_HERE)):
        if is_left(data[key], here):
            message = f"{key}: '{here}' stands for who signs; patients read it, so put in who you are"
            return [Fault(path, document.line_of(key), message)]
    try:
        signed_on = date.fromisoformat(data["date"])
    except ValueError:
        message = f"date: {data['date']} is not a day of the calendar; write year-month-day"
        return [Fault(path, document.line_of("date"), message)]
    try:
        kept = path.with_suffix(KEPT).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        kept = None
    return Signature(path.stem, data["name"].strip(), data["role"].strip(), signed_on, data["hash"], kept, document)
