"""Labelled messages through the whole pipeline: shares that later changes must not fall below."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Bot

SETS = Path(__file__).parent / "sets"
NONMEDICAL, CARDS = "nonmedical", ("urgent", "emergency")
REFUSED = frozenset({"out_of_scope", "fallback", "did_you_mean", "refusal", "smalltalk", "menu"})


def turns(bot: Bot, name: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Each line of a set, with the `custom` object of its answer."""
    rows = [json.loads(line) for line in (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [(row, bot.say(f"{name} {place}", row["text"]).custom) for place, row in enumerate(rows)]


@pytest.mark.parametrize(
    ("name", "at_once", "offered"), [("questions_first", 0.90, 0.94), ("questions_second", 0.88, 0.95)]
)
def test_share_of_right_topics(bot: Bot, name: str, at_once: float, offered: float) -> None:
    """A question gets a right topic at once, or among the three that are offered."""
    wrong, far = [], []
    answered = turns(bot, name)
    for row, custom in answered:
        right = {row["topic"], *row["topic_ok"]}
        if not right & set(custom["topics"]):
            wrong.append(row["text"])
            if not (custom["kind"] == "did_you_mean" and right & set(custom["offered"])):
                far.append(row["text"])
    assert len(wrong) <= (1 - at_once) * len(answered), wrong
    assert len(far) <= (1 - offered) * len(answered), far


@pytest.mark.parametrize(("name", "share"), [("foreign_first", 0.96), ("foreign_second", 0.95)])
def test_share_refused(bot: Bot, name: str, share: float) -> None:
    """What is no business of ours is refused or met with an offer; a sign of another illness may raise a card."""
    far = [(row, custom) for row, custom in turns(bot, name) if not row.get("near_topic")]
    answered = [(row, custom) for row, custom in far if custom["kind"] not in REFUSED]
    taken = [row["text"] for row, custom in answered if row["kind"] == NONMEDICAL or custom["level"] not in CARDS]
    assert len(taken) <= (1 - share) * len(far), taken
