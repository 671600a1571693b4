"""The training command."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader

from b12guide.rasa.train import phrases, train
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


def test_phrases_are_those_that_rasa_reads(tmp_path: Path) -> None:
    """What is encoded ahead is what training asks for, whatever the phrases hold."""
    (tmp_path / "data" / "nlu").mkdir(parents=True)
    text = 'version: "3.1"\nnlu:\n- intent: a\n  examples: |\n    - it\'s "10 %": so?\n    -  two  blanks \n'
    text += "\n    - - a dash, 1-2\n- intent: b\n  examples: |\n    - \u00e9t\u00e9 \U0001f489 # no comment\n"
    (tmp_path / "data" / "nlu" / "some.yml").write_text(text, encoding="utf-8")
    read = RasaYAMLReader().reads(text).training_examples
    assert phrases(tmp_path / "data" / "nlu") == [(example.get("text"), example.get("intent")) for example in read]
