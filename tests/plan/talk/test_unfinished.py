"""What is asked of the part after a course that is not finished: the course comes first, and nothing is changed."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.state import State
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 14)  # a Monday
LATE = "3 times a week for 2 weeks then every 2 months. only had 3 so far, last one friday 4 june"
LEFT = "3 of the 6 are done. The other 3 are not given yet, and they come first."
BEGINS = [
    "I have no date for that yet. "
    "The part that is every 2 months counts from the last injection of the part before it.",
    LEFT,
    "Please call your clinic. Ask when to have those that are left, and when the next part starts.",
]


def talk(*texts: str) -> Talk:
    """A conversation after some messages."""
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "is it 2 months from the 4th or what",
        "so 4 august is the first 2 monthly one yeah?",
        "my first two-monthly one would be in august then?",
        "when do the 2 monthly ones start?",
        "does every 2 months count from 4 june",
    ],
)
@pytest.mark.parametrize("before", [(), ("yes",)])
def test_no_date_of_the_next_part_while_one_is_late(text: str, before: tuple[str, ...]) -> None:
    """What is missing is said, and the plan stays as it was."""
    chat = talk(LATE, *before)
    kept = State.from_json(chat.kept)
    said = chat.say(text)
    now = State.from_json(chat.kept)
    assert said[:3] == BEGINS
    assert (now.phases, now.anchor, now.given) == (kept.phases, kept.anchor, kept.given)


@pytest.mark.parametrize(
    "text",
    ["oh ok. so don't I need the other 3 then", "do i still have to have the other three?", "can I skip the rest?"],
)
def test_those_that_are_left_are_for_the_clinic(text: str) -> None:
    """It is no yes to the plan."""
    chat = talk(LATE)
    said = chat.say(text)
    assert said[:2] == [
        LEFT,
        "I cannot say that you may leave any out: only your clinic can. Call them and ask about those that are left. "
        "Do not have 2 to catch up.",
    ]
    assert not State.from_json(chat.kept).confirmed


def test_a_yes_before_it_is_taken() -> None:
    """Both are done."""
    chat = talk(LATE)
    said = chat.say("yes that's right. but when do the 2 monthly ones start?")
    assert said[-3:] == BEGINS
    assert State.from_json(chat.kept).confirmed


def test_in_time_the_next_part_has_its_day() -> None:
    """Counted from the last of the course."""
    chat = talk("weekly for 4 weeks then every 2 months. had 2 so far, last one today", "yes")
    assert chat.say("so do the 2 monthly ones start in july?") == [
        "Every 2 months: this starts on Saturday 28 August 2027.",
        "2 of the 4 are done. The other 2 are not given yet, and they come first.",
    ]


def test_the_clinics_own_date_is_taken() -> None:
    """What they set is no supposition."""
    chat = talk(LATE, "yes")
    chat.say("so the clinic booked me for 16 june")
    assert State.from_json(chat.kept).booked == date(2027, 6, 16)
