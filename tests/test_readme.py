"""The README's commands do what it says, and what it names is there."""

from __future__ import annotations

import json
import re
import shlex
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from b12guide.cli import main
from tests.conftest import ROOT, Bot

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.S | re.M)
EXAMPLES = [
    (command.strip(), answer)
    for (kind, command), (next_kind, answer) in pairwise(BLOCKS)
    if kind == "sh" and next_kind == "json" and "b12guide" in command and "curl" not in command
]


def test_the_readme_has_examples() -> None:
    """The tests below have something to read."""
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize(("command", "answer"), EXAMPLES, ids=[command[:60] for command, _ in EXAMPLES])
def test_a_command_prints_what_it_says(command: str, answer: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command of the README gives the answer beneath it."""
    program, *words = shlex.split(command)
    assert program == ".venv/bin/b12guide"
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(answer)


def test_every_make_target_exists() -> None:
    """Each `make` of the README is a target of the Makefile."""
    named = set(re.findall(r"\bmake ([a-z][a-z-]*)", README))
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert {"run", "test"} <= named
    assert named - targets - {"and"} == set()


def links() -> list[str]:
    return sorted(
        {target.split("#")[0] for target in re.findall(r"\]\(([^)]+)\)", README) if "://" not in target} - {""}
    )


@pytest.mark.parametrize("target", links())
def test_every_link_leads_somewhere(target: str) -> None:
    """What the README links to is there."""
    assert Path(ROOT / target).exists()


def test_every_setting_is_read_somewhere() -> None:
    """Each variable of the README's table is one that the program reads; those of channels are told on their page."""
    named = set(re.findall(r"^\| `(B12GUIDE_\w+)`", README, re.M))
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "b12guide").rglob("*.py"))
    read = set(re.findall(r'"(B12GUIDE_\w+)"', sources))
    channels = set(re.findall(r"B12GUIDE_\w+", (ROOT / "docs" / "channels.md").read_text(encoding="utf-8")))
    assert named <= read
    assert read - named <= channels


def rest_example() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The request of the README's call over REST, and the reply that it shows."""
    call = next(text for kind, text in BLOCKS if kind == "sh" and "curl" in text)
    body = json.loads(shlex.split(call.replace("\\\n", " "))[-1])
    reply = json.loads(next(text for kind, text in BLOCKS if kind == "json"))
    return body, reply


def test_the_call_over_rest_answers_what_it_says(bot: Bot) -> None:
    """The plan of the README gets the text, the buttons and the kind that the README shows."""
    body, [shown] = rest_example()
    turn = bot.say("the readme", body["message"], **body["metadata"], today="2026-02-01")
    assert turn.messages[0]["text"] == shown["text"]
    assert turn.messages[0]["buttons"] == shown["buttons"]
    for field in ("kind", "topics", "offered", "level", "signs", "sources"):
        assert turn.custom[field] == shown["custom"][field]
    assert turn.custom["plan"]["anchor"] == shown["custom"]["plan"]["anchor"]


def test_the_fields_of_a_turn_are_told(bot: Bot) -> None:
    """The README's table names every field of `custom` that the interface fixes."""
    for field in ("kind", "level", "signs", "topics", "offered", "sources", "plan"):
        assert f"`{field}`" in README
    assert set(bot.say("the readme fields", "hello").custom) >= {"kind", "level", "signs", "topics", "offered"}
