"""The `triage` command."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import pytest

from b12guide.safety import cli


def call(*words: str) -> int:
    parser = argparse.ArgumentParser()
    cli.add_parser(parser.add_subparsers())
    args = parser.parse_args(["triage", *words])
    return cli.run(args)


class Input:
    """Standard input with bytes in it."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_one_text(capsys: pytest.CaptureFixture[str]) -> None:
    """A text gives one JSON object with its signs."""
    assert call("my throat is closing") == 0
    assert json.loads(capsys.readouterr().out) == {
        "level": "emergency",
        "signs": [{"id": "A1", "text": "throat is closing", "status": "present"}],
    }


def test_empty_text(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty text names nothing."""
    assert call("") == 0
    assert json.loads(capsys.readouterr().out) == {"level": "none", "signs": []}


def test_batch_goes_on_after_a_bad_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A bad line gets an error in its place, the others their answer."""
    monkeypatch.setattr(
        "sys.stdin", Input(b'{"text": "hi"}\nnot json\n{"txt": 1}\n\xff\n{"text": "I can\'t breathe"}\n')
    )
    assert call("--jsonl") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == {"level": "none", "signs": []}
    assert [list(row) for row in rows[1:4]] == [["error"]] * 3
    assert rows[4]["level"] == "emergency"


@pytest.mark.parametrize("words", [[], ["--jsonl", "text"]])
def test_bad_use(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Bad use is one line on standard error and status 2."""
    assert call(*words) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)


def test_damaged_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Content that cannot be read is one line on standard error and status 2."""
    assert call("hello", "--content", str(tmp_path)) == 2
    assert capsys.readouterr().err.startswith("b12guide triage: ")
