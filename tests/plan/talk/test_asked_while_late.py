"""What is asked while one is late is answered by itself, and nothing is said twice word for word."""

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


def test_lateness_is_said_in_full_five_times() -> None:
    """From then on it is short, with whom to call."""
    chat = Talk(TODAY)
    for text in (PLAN, *["which have I had?"] * 4):
        chat.say(text)
    assert chat.say("which have I had?")[1:3] == [
        "The one that was due on Thursday 10 June 2027 is 2 days late. "
        "If anything is new or worse, tell your clinic today.",
        "Please call your clinic and ask when to have it. Do not have 2 to catch up.",
    ]
