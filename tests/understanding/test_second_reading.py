"""The second reader: who is asked about what, and what becomes of the answer."""

from __future__ import annotations

import logging
from typing import Any

import numpy as np
import pytest

from b12guide.understanding.encoder.tuned_reader import TunedReader
from b12guide.understanding.predictions import Prediction
from b12guide.understanding.second_reading import both, may_hold_sign
from tests.conftest import Bot

BAR, HARDLY = 0.27, 0.06
NONE, LITTLE, SOME, GRAVE = (-1.0, -1.0, 0.0), (-1.0, -0.6, 0.0), (-1.0, -0.2, 0.0), (-0.2, -0.2, 0.0)


@pytest.mark.parametrize(
    ("text", "first", "asked"),
    [
        ("when is my next jab", [NONE], False),
        ("I feel odd", [SOME], True),
        ("I feel odd. Is that normal?", [NONE, SOME, NONE], True),
        ("I can't breathe", [NONE], True),
        ("my calf is swollen and hot", [NONE], True),
        ("my calf is swollen and hot", [LITTLE], False),
        ("my calf is swollen and hot", [NONE, SOME, NONE], False),
        ("my calf is swollen and hot", [NONE, GRAVE, NONE], True),
    ],
)
def test_who_is_asked(text: str, first: list[tuple[float, ...]], asked: bool) -> None:
    """It is asked where the rules see an emergency, or where the first reader, also in one sentence, sees some sign;
    an urgent sign that the rules see stands, so then only where it sees some emergency, or as good as no sign."""
    assert may_hold_sign(text, first, BAR, HARDLY) is asked


def test_the_second_reading_counts_for_more() -> None:
    """What both say is 0.65 of the second's measures and the rest the first's; the intents are the first's."""
    first = Prediction([("typical_dose", 0.9)], 0.5, (0.5, 1.0, -2.0))
    said = both(first, np.array([-0.5, 0.0, 4.0], np.float32))
    assert (said.ranking, said.scope) == (first.ranking, 0.5)
    assert said.measures == pytest.approx((-0.15, 0.35, 1.9))


def test_a_reader_that_fails_leaves_the_first_one(
    bot: Bot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Without it the first reader and the rules are heard, and the log names the error and no word of the message."""

    def failing(*_: Any) -> Any:
        raise RuntimeError("legs like string")

    monkeypatch.setattr(TunedReader, "measure", failing)
    with caplog.at_level(logging.ERROR):
        assert bot.say("second reader fails", "My chest feels crushed.").custom["level"] == "emergency"
    assert "The second reader failed: RuntimeError" in caplog.text
    assert "string" not in caplog.text


def test_it_reads_the_whole_and_each_sentence_once(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole comes first, then its sentences, those with a sign before the others, and a turn asks once."""
    measure, asked = TunedReader.measure, []
    monkeypatch.setattr(TunedReader, "measure", lambda self, texts: asked.append(list(texts)) or measure(self, texts))
    text = "The nurse was kind. My chest feels crushed. It was on Monday."
    assert bot.say("second reader reads", text).custom["level"] == "emergency"
    assert asked == [[text, "My chest feels crushed.", "The nurse was kind.", "It was on Monday."]]


def test_a_faint_sound_of_a_sign_is_read_as_a_whole(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the first reader hears hardly a sign, the second reads the message and not each of its sentences; what it
    is sure of there counts."""
    measure, asked = TunedReader.measure, []
    monkeypatch.setattr(TunedReader, "measure", lambda self, texts: asked.append(list(texts)) or measure(self, texts))
    text = "The nurse was kind. Nothing ahead of me is worth the getting up any more, so this is my last question."
    assert bot.say("second reader glances", text).custom["level"] == "emergency"
    assert asked[0] == [text]


def test_what_no_hearing_can_change_is_not_read(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """An emergency in words that are no figure of speech is one whatever the reader says, so it is not asked."""
    asked: list[list[str]] = []
    monkeypatch.setattr(TunedReader, "measure", lambda self, texts: asked.append(list(texts)))
    text = "My throat is closing up and I can't breathe."
    assert bot.say("second reader is not asked", text).custom["level"] == "emergency"
    assert asked == []
