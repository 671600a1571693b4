"""The command `b12guide` as it is called: exit status and what goes to which stream."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from b12guide.cli import main
from tests.conftest import ROOT


def call(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit status, standard output and standard error, whether the command returns or argparse leaves."""
    try:
        status = main(list(words))
    except SystemExit as left:
        status = int(left.code or 0)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_a_plan_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    """The example of the interface gives its dates, and status 0."""
    text = "1mg IM every other day for 2 weeks then every 3 months"
    status, out, err = call(
        "plan", text, "--first", "2026-03-03", "--today", "2026-03-05", "--count", "2", capsys=capsys
    )
    assert (status, err, out.count("\n")) == (0, "", 1)
    answer = json.loads(out)
    assert answer["status"] == "assumed"
    assert answer["anchor"] == {"kind": "first", "date": "2026-03-03"}
    assert answer["next"] == [
        {"earliest": "2026-03-05", "latest": "2026-03-05", "phase": "loading", "flags": []},
        {"earliest": "2026-03-07", "latest": "2026-03-07", "phase": "loading", "flags": ["weekend"]},
    ]
    assert "Every other day for 2 weeks is 7 injections, weekends included." in answer["assumptions"]


def test_warning_signs_are_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    """A sign is named with its own words, and status 0."""
    assert call("triage", "my throat is closing", capsys=capsys) == (
        0,
        '{"level": "emergency", "signs": [{"id": "A1", "text": "throat is closing", "status": "present"}]}\n',
        "",
    )


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nonsense"],
        ["plan"],
        ["plan", "monthly", "extra"],
        ["plan", "monthly", "--today", "soon"],
        ["plan", "monthly", "--last", "2026-02-30"],
        ["plan", "monthly", "--first", "2026-02-01", "--last", "2026-02-01"],
        ["plan", "monthly", "--timezone", "Moon/Base"],
        ["plan", "monthly", "--count", "-1"],
        ["plan", "monthly", "--unknown"],
        ["plan", "monthly", "--jsonl"],
        ["triage"],
        ["triage", "a", "b"],
        ["triage", "--jsonl", "text"],
    ],
    ids=" ".join,
)
def test_bad_use_is_status_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be used gets status 2, nothing on standard output, and a last line that says why."""
    status, out, err = call(*words, capsys=capsys)
    assert (status, out) == (2, "")
    assert err.strip().splitlines()[-1].startswith("b12guide")
    assert "Traceback" not in err


@pytest.mark.parametrize("words", [["--help"], ["plan", "--help"], ["triage", "--help"]], ids=" ".join)
def test_help_is_status_0(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Help is no error."""
    status, out, err = call(*words, capsys=capsys)
    assert (status, err, out.startswith("usage: b12guide")) == (0, "", True)


class Input:
    """Standard input with text and with bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)
        self._text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", errors="replace")

    def __iter__(self) -> io.TextIOWrapper:
        return self._text


@pytest.mark.parametrize(
    ("command", "good"),
    [("plan", '{"text": "monthly", "last": "2026-01-31", "today": "2026-02-01"}'), ("triage", '{"text": "hello"}')],
)
def test_a_bad_line_of_a_batch_has_its_error_in_place(
    command: str, good: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A batch goes on after each kind of bad line, and ends with status 0."""
    bad = ["{", "[]", "7", '"text"', "{}", '{"text": null}', '{"text": 5}', "[" * 5000]
    lines = [good, *bad, good]
    monkeypatch.setattr("sys.stdin", Input("\n".join(lines).encode()))
    status, out, err = call(command, "--jsonl", capsys=capsys)
    answers = [json.loads(line) for line in out.splitlines()]
    assert (status, err, len(answers)) == (0, "", len(lines))
    assert [list(answer) for answer in answers[1:-1]] == [["error"]] * len(bad)
    assert answers[0] == answers[-1]
    assert "error" not in answers[0]


def test_a_batch_survives_bytes_that_are_no_text() -> None:
    """As a program of its own, a line that is not UTF-8 gets an error and the next its answer."""
    lines = b'\xff\xfe\n{"text": "my throat is closing"}\n'
    for command, last in (("triage", b'"emergency"'), ("plan", b'"not_a_plan"')):
        words = [sys.executable, "-m", "b12guide.cli", command, "--jsonl"]
        done = subprocess.run(words, input=lines, capture_output=True, cwd=ROOT, check=False, timeout=120)
        out = done.stdout.splitlines()
        assert (done.returncode, done.stderr, len(out)) == (0, b"", 2)
        assert list(json.loads(out[0])) == ["error"]
        assert last in out[1]


def test_the_command_needs_no_server() -> None:
    """Neither Rasa nor its libraries are loaded for a plan or a sign."""
    code = "import sys, b12guide.cli; sys.exit(any(name in sys.modules for name in ('rasa', 'sanic', 'sklearn')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=120).returncode == 0
