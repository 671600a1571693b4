"""The question before an urgent card that rests on likeness alone, and what its answers mean."""

from __future__ import annotations

import pytest

from b12guide.rasa.asked_first import ASK, NEW_OR_WORSE, NOTHING_NEW, asks
from b12guide.understanding import Verdict

CALM, SOUNDS = Verdict(), Verdict("urgent", ("general",), why="likeness", asks_first=True)


@pytest.mark.parametrize(
    ("verdict", "intent", "text", "awaiting", "means"),
    [
        (SOUNDS, "not_understood", "it is all going wrong", None, ASK),
        (SOUNDS, "not_understood", "it is all going wrong", NEW_OR_WORSE, "urgent"),
        (CALM, "affirm", "yes", NEW_OR_WORSE, "urgent"),
        (CALM, "not_understood", "Not sure", NEW_OR_WORSE, "urgent"),
        (CALM, "deny", "no", NEW_OR_WORSE, NOTHING_NEW),
        (CALM, "deny", "no, not really sure", NEW_OR_WORSE, "urgent"),
        (CALM, "ask_topic", "can I drink wine", NEW_OR_WORSE, None),
        (CALM, "affirm", "yes", None, None),
        (CALM, "affirm", "yes", "plan", None),
    ],
)
def test_what_a_message_means_for_the_question(
    verdict: Verdict, intent: str, text: str, awaiting: str | None, means: str | None
) -> None:
    """It is asked once; yes and "not sure" give the card, no goes on, another subject is another subject."""
    assert asks(verdict, intent, text, awaiting) == means
