"""What the chat says of signatures: who it is, what an answer rests on, and the plan on paper."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from b12guide.review import load_reviews, load_sheets
from b12guide.review.sign import sign

TODAY = "2026-11-22"
CONTENT = Path(__file__).parents[2] / "content"
SIGNED = (
    '"How long until I feel better?" was signed off by Dr A. Example (GP) on Sunday 22 November 2026. A new review is '
    "due by Monday 22 November 2027."
)
PENDING = "No clinician has signed off this answer yet."


@pytest.fixture
def one_signed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One topic is signed and nothing else, whoever has signed what here."""
    folder = Path(shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns("reviews")))
    sheets, topic = load_sheets(folder), "time_to_feel_better"
    day = date.fromisoformat(TODAY)
    sign(folder, sheets, of=topic, name="Dr A. Example", role="GP", read=sheets[topic].hash, today=day)
    found = load_reviews(folder, sheets)
    monkeypatch.setattr("actions.turn.reviews", lambda: found)


@pytest.mark.usefixtures("one_signed")
def test_an_answer_and_its_sources_say_who_signed_it(bot: Any) -> None:
    """The fields of the answer, and "says who?" in words."""
    answer = bot.say("signed answer", "how long until I feel better?", today=TODAY)
    assert answer.custom["review"] == SIGNED
    sources = bot.say("signed answer", "says who?", today=TODAY)
    assert sources.text.endswith(f"\n{SIGNED}")
    assert sources.custom["review"] == SIGNED


@pytest.mark.usefixtures("one_signed")
def test_an_answer_that_nobody_signed_says_so(bot: Any) -> None:
    """A signature of one topic is none of another."""
    assert bot.say("unsigned answer", "what is the usual dose?", today=TODAY).custom["review"] == PENDING


@pytest.mark.usefixtures("one_signed")
def test_what_it_is_names_who_signed(bot: Any) -> None:
    """Asked what it is, it says how many answers are signed, by whom, and until when."""
    said = bot.say("who are you", "are you a real person?", today=TODAY).text
    assert (
        "Signed off so far: 1 of my 34 answers, by Dr A. Example (GP). A new review is due by Monday 22 November 2027."
    ) in said
