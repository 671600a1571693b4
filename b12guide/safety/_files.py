"""Reading the clinicians' YAML files with errors that name the file, the line and the way out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator


class SafetyDataError(ValueError):
    """A file under `content/safety` cannot be used. The message names the file, the line and what to change."""


class DataFile:
    """One parsed YAML file that still knows on which line each entry stands."""

    def __init__(self, path: Path) -> None:
        """Read `path`.

        Raises: SafetyDataError when the file is missing, is not UTF-8 or is not YAML.
        """
        self.path = path
        self._lines: dict[tuple[str | int, ...], int] = {}
        try:
            source = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as fault:
            raise SafetyDataError(f"{path}: cannot be read ({fault}). Put the file back or save it as UTF-8.") from None
        try:
            # Parsed once, by the C parser: Python's takes seconds for the rules, at every start.
            loader = yaml.CSafeLoader(source)
            node = loader.get_single_node()
            if node is not None:
                self._note_lines(node, ())
            self.data: Any = loader.construct_document(node) if node is not None else None
        except yaml.YAMLError as fault:
            mark = getattr(fault, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            problem = getattr(fault, "problem", None) or "this is not YAML"
            raise SafetyDataError(f"{path}, line {line}: {problem}. Check the indentation and the quotes.") from None

    def _note_lines(self, node: yaml.Node, place: tuple[str | int, ...]) -> None:
        self._lines.setdefault(place, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                name = str(key.value)
                if name in seen:
                    line = key.start_mark.line + 1
                    raise SafetyDataError(f"{self.path}, line {line}: '{name}' is there twice. Join the two entries.")
                seen.add(name)
                self._lines[(*place, name)] = key.start_mark.line + 1
                self._note_lines(value, (*place, name))
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                self._note_lines(value, (*place, index))

    def fault(self, place: tuple[str | int, ...], problem: str) -> SafetyDataError:
        """The error for the entry at `place` (a path of keys and positions)."""
        where = place
        while where not in self._lines and where:
            where = where[:-1]
        entry = " > ".join(str(part) for part in place) or "the file"
        return SafetyDataError(f"{self.path}, line {self._lines.get(where, 1)} ({entry}): {problem}")

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
