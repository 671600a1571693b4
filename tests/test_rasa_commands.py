"""Rasa's own checks, as anyone would run them: the data is valid, and its test stories hold."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import MODEL, ROOT

pytestmark = pytest.mark.slow


def rasa(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "LOG_LEVEL": "INFO",
        "RASA_TELEMETRY_ENABLED": "false",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "rasa", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_training_data_is_valid() -> None:
    """`rasa data validate` finds no rule against another and no story against a rule."""
    result = rasa("data", "validate", "--domain", "domain.yml", "--data", "data")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "No story structure conflicts found." in result.stdout + result.stderr


def test_the_test_stories_hold(tmp_path: Path) -> None:
    """Every action of `tests/stories/` is predicted, and every message of theirs is heard as it says there."""
    result = rasa("test", "core", "--e2e", "--stories", "tests/stories", "--model", str(MODEL), "--out", str(tmp_path))
    assert result.returncode == 0, result.stdout + result.stderr
    failed = tmp_path / "failed_test_stories.yml"
    assert failed.read_text(encoding="utf-8").strip().endswith("None of the test stories failed - all good!")
