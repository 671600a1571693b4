"""Reading YAML so that every fault can be reported with its line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

KeyPath = tuple[str | int, ...]


class YamlError(Exception):
    """A file that is not the YAML we accept.

    Args:
        line: the 1-based line of the fault.
        message: what is wrong and how to mend it.
    """

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


class _Loader(yaml.CSafeLoader):
    """The safe loader without its guess that 2027-05-20 is a date object: dates stay as they are written."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Document:
    """One parsed file and the line of each of its parts."""

    path: Path
    data: Any
    lines: dict[KeyPath, int]

    def line_of(self, *keys: str | int) -> int:
        """The 1-based line of the part that `keys` lead to, or of the nearest part that holds it."""
        path: KeyPath = keys
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(path: Path) -> Document:
    """Parse one YAML file.

    Args:
        path: the file.

    Returns:
        its data and lines.

    Raises:
        YamlError: when the file cannot be read, is not YAML, or has the same key twice.
    """
    return Document(path, *parsed(text_of(path)))


def text_of(path: Path) -> str:
    """The text of a file; errors as for `read_yaml`."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise YamlError(1, f"the file cannot be read ({error}); put it back, or save it as UTF-8 text") from error


def parsed(text: str) -> tuple[Any, dict[KeyPath, int]]:
    """The data of a file with this text, and its lines; errors as for `read_yaml`."""
    # Parsed once, by the C parser: Python's takes seconds for the rules of the warning signs, at every start.
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        lines: dict[KeyPath, int] = {}
        if node is None:
            return None, lines
        _note_lines(node, (), lines)
        return loader.construct_document(node), lines
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        line = mark.line + 1 if mark is not None else 1
        raise YamlError(line, f"not valid YAML ({problem}); look at the indents, colons and quotes here") from error
    except (ValueError, RecursionError) as error:
        raise YamlError(1, f"a value cannot be read ({error}); put it in quotes") from error
    finally:
        loader.dispose()


def _note_lines(node: yaml.Node, at: KeyPath, lines: dict[KeyPath, int]) -> None:
    lines.setdefault(at, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise YamlError(key.start_mark.line + 1, "a name before a colon is a list here; write one word")
            path = (*at, key.value)
            line = key.start_mark.line + 1
            if path in lines:
                raise YamlError(line, f"'{key.value}' stands here twice (first on line {lines[path]}); keep one")
            lines[path] = line
            _note_lines(value, path, lines)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            _note_lines(item, (*at, number), lines)
