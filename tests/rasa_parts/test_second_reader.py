"""The second reader: who is asked about what, and what becomes of the answer."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import numpy as np
import pytest
from rasa.core.channels.channel import UserMessage

from b12guide.rasa.ahead import ahead
from b12guide.understanding.predictions import Prediction
from b12guide.understanding.second_reading import SecondReader, both, may_hold_sign
from b12guide.understanding.sentences import Said
from tests.conftest import Bot

BAR = 0.27
NONE, SOME, GRAVE = (-1.0, -1.0, 0.0), (-1.0, -0.2, 0.0), (-0.2, -0.2, 0.0)


@pytest.fixture
def reader(bot: Bot) -> SecondReader:
    """The one of the trained model."""
    assert bot.agent.processor is not None
    found = bot.agent.processor.graph_runner.component(SecondReader)
    assert isinstance(found, SecondReader)
    return found


@pytest.mark.parametrize(
    ("text", "first", "asked"),
    [
        ("when is my next jab", [NONE], False),
        ("I feel odd", [SOME], True),
        ("I feel odd. Is that normal?", [NONE, SOME, NONE], True),
        ("I can't breathe", [NONE], True),
        ("my calf is swollen and hot", [NONE], False),
        ("my calf is swollen and hot", [NONE, SOME, NONE], False),
        ("my calf is swollen and hot", [NONE, GRAVE, NONE], True),
    ],
)
def test_who_is_asked(text: str, first: list[tuple[float, ...]], asked: bool) -> None:
    """It is asked where the rules see an emergency, or where the first reader, also in one sentence, sees some sign;
    an urgent sign that the rules see stands, so then only where it sees some emergency."""
    assert may_hold_sign(text, first, BAR) is asked


def test_both_readings_count_alike() -> None:
    """What both say is the mean of their measures; the intents stay those of the first."""
    first = Prediction([("typical_dose", 0.9)], 0.5, (0.5, 1.0, -2.0))
    assert both(first, np.array([-0.5, 0.0, 4.0], np.float32)) == Prediction(first.ranking, 0.5, (0.0, 0.5, 1.0))


def test_each_sentence_has_its_measures(reader: SecondReader) -> None:
    """The whole comes first, then its sentences; one that tells of an emergency is more like one than the others."""
    said = Said.of("The nurse was kind. My throat is closing up and I can't breathe. It was on Monday.")
    found = reader.measure(said)
    assert found.shape == (4, 3)
    assert found[1:, 0].argmax() == 1


def test_a_reader_that_fails_leaves_the_first_one(
    bot: Bot, reader: SecondReader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Without it the first reader and the rules are heard, and the log names the error and no word of the message."""

    def failing(*_: Any) -> Any:
        raise RuntimeError("legs like string")

    monkeypatch.setattr(reader, "measure", failing)
    with caplog.at_level(logging.ERROR):
        assert bot.say("second reader fails", "I can't breathe and my throat is closing").custom["level"] == "emergency"
    assert "The second reader failed: RuntimeError" in caplog.text
    assert "string" not in caplog.text


def test_what_is_read_ahead_is_used_once(bot: Bot, reader: SecondReader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked in the thread that works ahead, it is not asked again in the turn, and keeps nothing of it."""
    measure, asked = reader.measure, []
    monkeypatch.setattr(reader, "measure", lambda said: asked.append(said.text) or measure(said))
    message = UserMessage("I can't breathe")

    async def understood() -> dict[str, Any]:
        async with ahead(bot.agent, message):
            await asyncio.sleep(0)
            return await bot.agent.processor.parse_message(message)

    assert bot.run(understood())["intent"]["name"] == "emergency"
    assert asked == ["I can't breathe"]
    assert reader.read == {}
