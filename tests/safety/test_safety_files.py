"""A fault in the clinicians' files is named with its file, its line and the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from b12guide.safety import SafetyDataError, load_cards, load_detector, load_replies

FAULTS = [
    ("findings/heart.yml", "[chest] &8 [pain]", "[cheest] &8 [pain]", "there is no word list [cheest]"),
    ("findings/heart.yml", "[chest] &8 [pain]", "[chest] &8", "needs a word"),
    ("findings/heart.yml", "[chest] &8 [pain]", "[chest] ~40 [pain]", "at most 12 words"),
    ("findings/heart.yml", "    patterns:\n", "    paterns:\n", "paterns"),
    ("findings/heart.yml", "  chest_pain:\n", "  seizure:\n", "also in another file"),
    ("signs.yml", "level: emergency", "level: red", "'red' is not one of"),
    ("signs.yml", "when: [chest_pain,", "when: [chest_pane,", "there is no finding 'chest_pane'"),
    ("signs.yml", "{id: A3,", "{id: Z3,", "Z3"),
    ("signs.yml", "signs:\n", "signs:\n  - [\n", "YAML"),
    ("context.yml", "resolved:", "resolvd:", "resolv"),
    ("lexicon/body.yml", "chest:", "heart:", "stands here twice"),
]


@pytest.mark.parametrize(("name", "old", "new", "problem"), FAULTS)
def test_fault_is_named(content_copy: Path, name: str, old: str, new: str, problem: str) -> None:
    """A damaged entry stops the start with its file, line and problem."""
    path = content_copy / name
    source = path.read_text(encoding="utf-8")
    assert old in source
    path.write_text(source.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SafetyDataError, match=r"line \d+") as caught:
        load_detector(content_copy)
    assert path.name in str(caught.value)
    assert problem in str(caught.value) or problem == "YAML"


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("numbers.yml", 'calls: ["999"]', 'calls: ["nine"]', "nine"),
        ("numbers.yml", "checked: null", "chequed: null", "chequed"),
        ("cards_emergency.yml", "{call}. Say", "{ring}. Say", "may be filled in"),
        ("cards_urgent.yml", "ask_first: true", "ask_first: maybe", "maybe"),
    ],
)
def test_card_fault_is_named(content_copy: Path, name: str, old: str, new: str, problem: str) -> None:
    """A damaged card or number stops the start with its file, line and problem."""
    path = content_copy / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SafetyDataError, match=r"line \d+") as caught:
        load_cards(content_copy)
    assert (name in str(caught.value), problem in str(caught.value)) == (True, True)


def test_missing_file_is_named(content_copy: Path) -> None:
    """A file that is not there is named."""
    (content_copy / "replies.yml").unlink()
    with pytest.raises(SafetyDataError, match=r"replies\.yml, line 1: the file cannot be read"):
        load_replies(content_copy)
