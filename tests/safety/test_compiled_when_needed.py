"""Of thousands of expressions a command compiles what its text needs; a server compiles all before it is ready."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from b12guide.safety import load_detector
from b12guide.settings import CONTENT, ROOT

_compile = re.compile


def test_one_text_needs_few_and_a_server_has_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """A first text compiles under a tenth of the expressions; after `compile_all` no text compiles any."""
    compiled: list[str] = []

    def counted(body: str) -> re.Pattern[str]:
        compiled.append(body)
        return _compile(body)

    monkeypatch.setattr("b12guide.safety._when_needed.re.compile", counted)
    detector = load_detector(CONTENT / "safety")
    assert detector.triage("my throat is closing up and i cant breathe").level == "emergency"
    first = len(compiled)
    detector.compile_all()
    every = len(compiled)
    assert 0 < first < every / 10
    assert detector.triage("chest pain going down my arm since the jab").level == "emergency"
    assert len(compiled) == every


def test_triage_on_the_command_line_reads_no_plan() -> None:
    """`b12guide triage` answers without what reads plans, which takes seconds to import."""
    run = "import sys; from b12guide.cli import main; main(['triage', 'hello'])"
    subprocess.run(
        [sys.executable, "-c", f"{run}; assert 'b12guide.plan' not in sys.modules"],
        check=True,
        cwd=ROOT,
        capture_output=True,
    )
