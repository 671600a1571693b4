"""`make chat`: the bot in the terminal, and nothing else there."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.slow
def test_a_conversation_in_the_terminal() -> None:
    """Each line gets its turn, what was said is remembered, and neither logs nor faults stand between."""
    lines = "I have them every 12 weeks, the last one was on 5 January 2099\nI have had none yet\nquit\n"
    done = subprocess.run(
        [sys.executable, "-m", "b12guide.terminal"], input=lines, capture_output=True, text=True, cwd=ROOT, timeout=300
    )
    told = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert told[0] == 'Ask about B12 injections, or tell me your plan. "quit" ends it.'
    assert [line for line in told if "[debug" in line or "failed" in line] == []
    assert done.stdout.count("> ") == 3


@pytest.mark.slow
def test_plans_are_heard_in_the_terminal_as_the_server_hears_them() -> None:
    """An answer among other words is heard by the encoder of plans, which the rules alone do not read."""
    lines = "When is my next injection?\nFound the letter, it was behind the clock! Ten weeks.\nquit\n"
    done = subprocess.run(
        [sys.executable, "-m", "b12guide.terminal"], input=lines, capture_output=True, text=True, cwd=ROOT, timeout=300
    )
    assert "When did you have the last one?" in done.stdout
