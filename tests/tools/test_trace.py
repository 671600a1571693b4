"""`make trace`: which files a message enters, and which calls lead from file to file."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from b12guide import shared
from tools.trace import OUTSIDE, Trace, main


class Talk:
    """Stands for the bot: reads a text by the rules, in this thread or in a worker."""

    def __init__(self, *, worker: bool) -> None:
        self._worker = worker

    def say(self, _: str, text: str, **__: str) -> None:
        if not self._worker:
            shared.triage(text)
            return
        with ThreadPoolExecutor(1) as pool:
            pool.submit(shared.triage, text).result()


def traced(*, worker: bool) -> Trace:
    talk: Any = Talk(worker=worker)
    return Trace().of(talk, "my throat is closing up")


def test_calls_from_file_to_file_are_counted() -> None:
    """A file is entered by whoever called it first; a call within a file is no step."""
    found = traced(worker=False)
    assert next(iter(found.files.items())) == ("b12guide/at_hand.py", OUTSIDE)
    assert found.files["b12guide/safety/_words.py"] == "b12guide/safety/_detector.py"
    assert found.steps["b12guide/at_hand.py", "b12guide/shared.py"] == 1
    assert all(caller != entered for caller, entered in found.steps)
    assert f"{len(found.files)} files, {sum(found.steps.values())} calls from file to file" in str(found)


def test_workers_are_traced_too() -> None:
    """What is done in another thread counts as what is done here."""
    assert traced(worker=True).steps == traced(worker=False).steps


def test_nothing_is_traced_without_a_message(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a text the way out is told."""
    assert main([" "]) == 2
    assert "make trace TEXT=" in capsys.readouterr().err
