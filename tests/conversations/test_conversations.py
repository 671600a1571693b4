"""Conversations as people have them: each file beside this one holds situations, each step a message and its turn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import Bot

FOLDER = Path(__file__).parent
FIELDS = ("kind", "level", "topics", "questions", "offered", "signs", "asks")
KEYS = {"say", *FIELDS, "has", "lacks", "buttons", "first", "today"}


def situations() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        for name, conversation in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            found.append(pytest.param(conversation, id=f"{path.stem}: {name}"))
    return found


@pytest.mark.parametrize("conversation", situations())
def test_situation(bot: Bot, request: pytest.FixtureRequest, conversation: dict[str, Any]) -> None:
    """Each step of the situation gets the turn that its file says."""
    where = {"today": "2026-03-05", "timezone": "Europe/London", "country": "GB", **conversation.get("who", {})}
    where = {name: str(value) for name, value in where.items() if value is not None}
    for place, step in enumerate(conversation["steps"], 1):
        assert set(step) <= KEYS, f"step {place} has an unknown key: {set(step) - KEYS}"
        if "today" in step:
            where["today"] = str(step["today"])
        turn = bot.say(request.node.nodeid, step["say"], **where)
        at = f"step {place}, {step['say']!r} -> {turn.custom['kind']}, {turn.custom['topics']}: {turn.text}"
        for key in FIELDS:
            if key in step:
                assert turn.custom[key] == step[key], at
        for words in listed(step.get("has")):
            assert words in turn.text, f"no {words!r} in {at}"
        for words in listed(step.get("lacks")):
            assert words not in turn.text, f"{words!r} in {at}"
        for words in listed(step.get("buttons")):
            assert words in turn.buttons, f"no button {words!r} among {turn.buttons} in {at}"
        if "first" in step:
            assert turn.text.startswith(step["first"]), at


def listed(value: Any) -> list[str]:
    """The words of a step's field, which holds one or several."""
    return [] if value is None else value if isinstance(value, list) else [value]
