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
from b12guide.settings import DAYS
from b12guide.topics import TOPICS
from tests.conftest import ROOT, Bot

DOCS = ROOT / "docs"
# Languages in which the words of an emergency are known; English is read whole.
CODES = {path.stem for path in (ROOT / "content" / "languages").glob("*.yml")} - {"en"}
README = (ROOT / "README.md").read_text(encoding="utf-8")
REPLIES = (DOCS / "replies.md").read_text(encoding="utf-8")
SETTINGS = (DOCS / "settings.md").read_text(encoding="utf-8")


def blocks(page: str) -> list[tuple[str, str]]:
    return re.findall(r"^```(\w+)\n(.*?)^```", page, re.S | re.M)


EXAMPLES = [
    (command.strip(), answer)
    for page in (README, REPLIES)
    for (kind, command), (next_kind, answer) in pairwise(blocks(page))
    if kind == "sh" and next_kind == "json" and "b12guide" in command and "curl" not in command
]


def test_the_readme_has_examples() -> None:
    """The tests below have something to read."""
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize(("command", "answer"), EXAMPLES)
def test_a_command_prints_what_it_says(command: str, answer: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command of the README and of docs/replies.md gives the answer beneath it."""
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
    """Each variable in docs/settings.md is one that the program reads; those of channels are told on their page."""
    named = set(re.findall(r"^\| `(B12GUIDE_\w+)`", SETTINGS, re.M))
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "b12guide").rglob("*.py"))
    read = set(re.findall(r'"(B12GUIDE_\w+)"', sources))
    channels = set(re.findall(r"B12GUIDE_\w+", (DOCS / "channels.md").read_text(encoding="utf-8")))
    assert named <= read
    assert read - named <= channels


def audited() -> dict[str, str]:
    """What the triage audit says of emergencies: the two ranges of first readings, and how many are found today."""
    page = " ".join((DOCS / "clinical-safety" / "audit.md").read_text(encoding="utf-8").split())
    rules, readers = re.findall(r"the rules alone found (\S+ to \S+ %), all readers together (\S+ to \S+ %)", page)[0]
    return {"rules": rules, "readers": readers, "found": re.findall(r"\| emergency \| [^|]*, (\d+ of \d+) \|", page)[0]}


def test_the_figures_are_those_of_the_product() -> None:
    """Each figure of the README is what the content, the settings or the generated report says."""
    plain = " ".join(README.split())
    assert f"the {len(TOPICS)} topics" in plain
    assert f"In {len(CODES)} other languages" in plain
    assert f"without a turn for {DAYS} days" in plain
    figures = audited()
    assert f"the rules alone found {figures['rules']} at a first reading" in plain
    assert f"all readers together {figures['readers']}" in plain
    assert f"it finds {figures['found']} today" in plain


def test_the_readme_is_short() -> None:
    """It is read in one go."""
    assert len(README.splitlines()) <= 120


def rest_example() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The request of the README's call over REST, and the reply that it shows."""
    call = next(text for kind, text in blocks(README) if kind == "sh" and "curl" in text)
    body = json.loads(shlex.split(call.replace("\\\n", " "))[-1])
    reply = json.loads(next(text for kind, text in blocks(README) if kind == "json"))
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
    """The table of docs/replies.md names every field of `custom` that the interface fixes."""
    for field in ("kind", "level", "signs", "topics", "offered", "sources", "plan"):
        assert f"`{field}`" in REPLIES
    assert set(bot.say("the readme fields", "hello").custom) >= {"kind", "level", "signs", "topics", "offered"}
