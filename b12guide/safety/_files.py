"""Reading the clinicians' YAML files with errors that name the file, the line and the way out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from b12guide.yaml_lines import YamlError, read_yaml


class SafetyDataError(ValueError):
    """A file under `content/safety` cannot be used. The message names the file, the line and what to change."""


class DataFile:
    """One parsed YAML file that still knows on which line each entry stands."""

    def __init__(self, path: Path) -> None:
        """Read `path`.

        Raises: SafetyDataError when the file is missing, is not UTF-8, is not YAML or has an entry twice.
        """
        self.path = path
        try:
            self._document = read_yaml(path)
        except YamlError as fault:
            raise SafetyDataError(f"{path}, line {fault.line}: {fault.message}.") from None
        self.data: Any = self._document.data

    def fault(self, place: tuple[str | int, ...], problem: str) -> SafetyDataError:
        """The error for the entry at `place` (a path of keys and positions)."""
        entry = " > ".join(str(part) for part in place) or "the file"
        return SafetyDataError(f"{self.path}, line {self._document.line_of(*place)} ({entry}): {problem}")

    def check(self, schema: Mapping[str, Any]) -> Any:
        """The data, once it fits the JSON `schema`.

        Raises: SafetyDataError for the first entry that does not fit.
        """
        faults = sorted(Draft7Validator(schema).iter_errors(self.data), key=lambda fault: list(map(str, fault.path)))
        if faults:
            place = tuple(faults[0].absolute_path)
            problems = [fault.message for fault in faults if tuple(fault.absolute_path) == place]
            raise self.fault(place, f"{'; '.join(problems)}.")
        return self.data
