"""Whether a test that is named as the proof of something exists and runs: read from its file, without running it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

# What keeps a test from running, or from counting where it fails.
_UNCOUNTED = frozenset({"skip", "skipif", "xfail", "importorskip", "skipTest"})
Function = ast.FunctionDef | ast.AsyncFunctionDef


def fault_of(test: str, root: Path) -> str | None:
    """Why `test`, a "path::name" below `root`, proves nothing, and the way out; None where it runs.

    A test that is not always run counts as one that does not run, and so does one of a file that is skipped whole.
    """
    path, _, name = test.partition("::")
    file = root / path
    if not (path.startswith("tests/") and file.name.startswith("test_") and name.startswith("test_")):
        return f'{test} is no test. Write it as "tests/folder/test_file.py::test_name".'
    if not file.is_file():
        return f"{path} does not exist. Name the file where the test is now."
    tree = _read(file)
    found = [node for node in tree.body if isinstance(node, Function) and node.name == name]
    if not found:
        return f"{path} has no test {name}. Name a test of that file, or say that the hazard is open."
    whole = [node for node in tree.body if not isinstance(node, Function | ast.ClassDef)]
    if any(map(_keeps_from_running, [*whole, *found])):
        return f"{test} may be skipped or may fail. Name a test that always runs and has to pass."
    return None


@cache
def _read(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def _keeps_from_running(node: ast.AST) -> bool:
    """Whether `pytest.skip`, a mark of that kind, or the plain name of one stands anywhere in it."""
    return any(
        (isinstance(part, ast.Attribute) and part.attr in _UNCOUNTED)
        or (isinstance(part, ast.Name) and part.id in _UNCOUNTED)
        for part in ast.walk(node)
    )
