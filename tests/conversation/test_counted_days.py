"""What is counted from the dates of a plan, and what is asked beside it."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.conversation.counted_days import without_topics
from b12guide.conversation.decision import Asked, Step
from b12guide.conversation.state import PLAN, State
from b12guide.plan.dialogue import Who
from b12guide.understanding import Act, Understanding, Verdict
from b12guide.understanding.acts import ASK_TOPIC

STEPS = (Step(PLAN), Step(ASK_TOPIC))


def _left(text: str) -> tuple[Step, ...]:
    return without_topics(STEPS, Asked(Understanding(text, Verdict(), Act(PLAN)), State(), Who(date(2026, 11, 25))))


@pytest.mark.parametrize(
    "text",
    [
        "Every 10 weeks, last 1 October. They want 2 weeks notice so when do I ring, and does aspirin matter",
        "every 10 weeks, last 1 october. is it before the recital on 14 December, and is it sore",
        "every 10 weeks, last 1 october, is it before the recital on 14 December and can I swim",
        "Every 10 weeks, last 1 October. Is it before or after the party on 14 December? Can I drink?",
        "every 10 weeks, last 1 october. does it sting? is it before the recital on 14 December",
    ],
)
def test_what_is_asked_beside_the_dates_keeps_its_answer(text: str) -> None:
    """A clause of its own that the dates do not answer is answered too."""
    assert _left(text) == STEPS


@pytest.mark.parametrize(
    "text",
    [
        "Every 10 weeks, last 1 October. They want 2 weeks notice so when do I ring",
        "every 10 weeks, last 1 october. is it before the recital on 14 December or after it?",
        "every 10 weeks, last 1 october. When is my next? And is it before the recital on 14 December?",
    ],
)
def test_what_the_dates_answer_has_no_topic_beside_it(text: str) -> None:
    """Whatever else it sounds like."""
    assert _left(text) == STEPS[:1]
