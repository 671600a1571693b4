"""The training command."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from b12guide.rasa.train import train
from tests.conftest import ROOT


def test_a_story_with_an_unknown_slot_stops_the_training(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a story sets has to be in the domain: no model is written, and the slot is named."""
    for name in ("config.yml", "domain.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "stories.yml").write_text(
        "stories:\n- story: s\n  steps:\n  - intent: greet\n  - slot_was_set:\n    - no_such_slot: 1\n",
        encoding="utf-8",
    )
    with pytest.raises(SystemExit):
        train(tmp_path / "model.tar.gz", tmp_path)
    assert "no_such_slot" in capsys.readouterr().out
    assert not (tmp_path / "model.tar.gz").exists()
