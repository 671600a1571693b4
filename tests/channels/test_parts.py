"""How a text is made, as data for the page: nothing of it is lost, and the page divides nothing by itself."""

from __future__ import annotations

from typing import Any

import pytest

from b12guide.channels.parts import with_parts
from b12guide.safety import Cards
from b12guide.shared import cards


def parts_of(text: str, **custom: Any) -> list[dict[str, Any]]:
    """The parts of a turn of one text."""
    [message] = with_parts([{"text": text, "custom": {"kind": "answer", "level": "none", **custom}}])
    assert message["text"] == text
    found: list[dict[str, Any]] = message["custom"]["parts"]
    return found


@pytest.mark.parametrize(
    ("level", "text", "heading", "lines"),
    [
        ("emergency", "Call 999 now. Say \"is it sepsis?\" and wait. Sit up.", "Call 999 now.",
         ['Say "is it sepsis?" and wait.', "Sit up."]),
        ("emergency", "I am glad you told me. Call 999 now. Stay.", "I am glad you told me. Call 999 now.", ["Stay."]),
        ("emergency", "Have you a pen? Use it, then call 999. Lie down.", "Have you a pen? Use it, then call 999.",
         ["Lie down."]),
        ("emergency", "Nobody has called 999 yet? Call now. No pen? Sit up.", "Nobody has called 999 yet? Call now.",
         ["No pen? Sit up."]),
        ("urgent", "Get advice today. Call 111.\nYou wrote: my feet tingle.", "Get advice today.",
         ["Call 111.", "You wrote: my feet tingle."]),
        ("emergency", "请立刻拨打 999。不要等。", "请立刻拨打 999。", ["不要等。"]),
        ("emergency", "اتصل بالرقم 999. لا تنتظر.", "اتصل بالرقم 999.", ["لا تنتظر."]),
    ],
    ids=["quoted question", "kind word", "pen", "question", "urgent", "Chinese", "Arabic"],
)  # fmt: skip
def test_a_care_card_says_its_heading_and_its_lines(level: str, text: str, heading: str, lines: list[str]) -> None:
    """The heading is the action, with the kind word or the question before it; each sentence after it is a
    line, with its question."""
    assert parts_of(text, level=level) == [{"heading": heading, "text": lines}]


def test_a_heading_is_never_a_paragraph() -> None:
    """Where no sentence is short enough for a heading, all of it is text, and the page has a heading of its own."""
    long = "Call 999 " + "very " * 40 + "soon."
    assert parts_of(long, level="emergency") == [{"text": [long]}]


def test_a_quoted_sentence_keeps_its_marks() -> None:
    """The sentence that leads takes its closing quotation mark with it."""
    assert parts_of('Say "how are you?" Then wait. And "go".') == [
        {"lead": 'Say "how are you?"', "text": ['Then wait. And "go".']}
    ]


@pytest.fixture(scope="module")
def known() -> Cards:
    """All care cards."""
    return cards()


@pytest.mark.parametrize("country", ["GB", "US", "IE", None])
def test_every_card_has_its_action_in_its_heading(known: Cards, country: str | None) -> None:
    """Of every emergency card the heading has the number to call, and heading and lines are the whole text."""
    for name in known.emergency_names():
        text = known.emergency_card(name, country=country).text
        [part] = parts_of(text, level="emergency")
        assert any(letter.isdigit() for letter in part["heading"]), name
        assert " ".join([part["heading"], *part.get("text", ())]) == " ".join(text.split())
