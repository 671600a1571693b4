"""What is asked while one is late is answered by itself."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 12)  # a Saturday
PLAN = "every week on thursdays, last one 3 june"
USUAL = (
    "By your plan, the next usual day is Thursday 17 June 2027. "
    "The missed one is for your clinic to place: ask before you have any."
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "you choose, today or thursday",
            "I cannot say which day is right: your clinic can. Call them today and ask. Do not have 2 to catch up.",
        ),
        (
            "could a pharmacist tell me?",
            "Yes. If your clinic is closed, ask a pharmacist or a nurse line. They can tell you what to do until it "
            "opens.",
        ),
        ("which is my next regular thursday?", USUAL),
        ("is the 17th my usual day, yes or no", f"Yes. {USUAL}"),
        ("is the 18th my usual day?", f"No. {USUAL}"),
    ],
)
def test_what_is_asked(text: str, said: str) -> None:
    """One line, whatever was said before."""
    chat = Talk(TODAY)
    chat.say(PLAN)
    assert chat.say(text)[0] == said
