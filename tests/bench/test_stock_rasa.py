"""The stock bot that the comparison trains: its phrases, its files, their checksum."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bench.project import short_answers
from bench.server import BenchError
from bench.stock_rasa import digest, project_files, read_phrases

PHRASES = {
    "side_effects": ["does it hurt", "my [arm](part:limb) is sore"],
    "greet": ["hi", 'hello from [Leeds]{"entity": "town", "value": "leeds"}'],
}


def write(folder: Path, name: str, text: str) -> None:
    """Put a file of training data into a folder."""
    (folder / name).write_text(text, encoding="utf-8")


def test_phrases_of_an_intent_come_together_from_several_files(tmp_path: Path) -> None:
    """Intents may be spread over files; comments, synonyms and lookup tables are no phrases."""
    write(
        tmp_path,
        "a.yml",
        "nlu:\n# people ask\n- intent: cost\n  examples: |\n    - what does it cost\n    - is it free\n",
    )
    write(
        tmp_path,
        "b.yml",
        "nlu:\n- intent: cost\n  examples: |\n    - price?\n- synonym: b12\n  examples: |\n    - cobalamin\n",
    )
    assert read_phrases(tmp_path) == {"cost": ["what does it cost", "is it free", "price?"]}


def test_a_limit_keeps_phrases_spread_over_the_list(tmp_path: Path) -> None:
    """A limited reading takes phrases from the whole list, not only its beginning."""
    lines = "".join(f"    - phrase {n}\n" for n in range(10))
    write(tmp_path, "a.yml", f"nlu:\n- intent: x\n  examples: |\n{lines}")
    assert read_phrases(tmp_path, limit=3) == {"x": ["phrase 0", "phrase 3", "phrase 6"]}


def test_a_folder_without_phrases_is_an_error(tmp_path: Path) -> None:
    """There is nothing to train on, and that is said with the folder's name."""
    write(tmp_path, "a.yml", "")
    with pytest.raises(BenchError, match="no training phrases"):
        read_phrases(tmp_path)


def test_every_intent_has_an_answer_a_rule_and_a_story() -> None:
    """The bot answers each intent with its text, and a message it does not understand as well."""
    files = {name: yaml.safe_load(text) for name, text in project_files(PHRASES, {"greet": "Hello."}).items()}
    assert files["domain.yml"]["intents"] == ["greet", "side_effects"]
    assert files["domain.yml"]["responses"] == {
        "utter_greet": [{"text": "Hello."}],
        "utter_side_effects": [{"text": "This is about side effects."}],
        "utter_nlu_fallback": [{"text": "This is about nlu fallback."}],
    }
    assert [rule["steps"][0]["intent"] for rule in files["data/rules.yml"]["rules"]] == [
        *sorted(PHRASES),
        "nlu_fallback",
    ]
    assert [[step.get("intent") for step in story["steps"]] for story in files["data/stories.yml"]["stories"]] == [
        ["greet", None, "side_effects", None],
        ["side_effects", None, "greet", None],
    ]


def test_rasa_chooses_the_stock_pipeline_and_policies() -> None:
    """The configuration names neither, so that Rasa fills in its own recommended default."""
    config = yaml.safe_load(project_files(PHRASES, {})["config.yml"])
    assert config == {"recipe": "default.v1", "assistant_id": "stock", "language": "en"}


def test_entities_marked_in_phrases_are_in_the_domain() -> None:
    """Both ways of marking an entity are known, and the phrases stay as they were written."""
    files = {name: yaml.safe_load(text) for name, text in project_files(PHRASES, {}).items()}
    assert files["domain.yml"]["entities"] == ["part", "town"]
    assert files["data/nlu.yml"]["nlu"][1]["examples"] == "- does it hurt\n- my [arm](part:limb) is sore\n"


def test_the_checksum_follows_the_files_and_not_their_order() -> None:
    """A changed text or name gives another checksum; the order of the files does not."""
    files = project_files(PHRASES, {})
    assert digest(dict(reversed(files.items()))) == digest(files)
    assert digest({**files, "domain.yml": ""}) != digest(files)
    assert digest(project_files(PHRASES, {"greet": "Hello."})) != digest(files)


def test_short_answers_are_read_by_topic(tmp_path: Path) -> None:
    """The answer of a topic is its short text; a file without one is left out."""
    write(tmp_path, "side_effects.yml", "id: side_effects\nshort: |\n  A sore arm is common.\n")
    write(tmp_path, "greet.yml", "id: greet\n")
    assert short_answers(tmp_path) == {"side_effects": "A sore arm is common."}
