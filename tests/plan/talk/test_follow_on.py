"""What comes after a course, told once the course is shown or kept: it adds to the plan."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 10)
COURSE = "2 a week for 3 weeks, first on 14 june"


def _course(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in (COURSE, *texts):
        chat.say(text)
    return chat


@pytest.mark.parametrize("kept", [(), ("yes",)])
@pytest.mark.parametrize(
    "text",
    [
        "then after them its every 2 months, add that",
        "add every 2 months",
        "then every 2 months after that",
        "and every 2 months after",
        "every 2 months after those",
        "it goes to every 2 months after the loading",
        "maintenance is every 2 months",
        "put every 2 months on the end",
        "followed by one every 2 months",
        "after that one every 2 months please add",
        "you missed the every 2 months bit",
        "can you add every 2 months after?",
        "and when's the first of the spread out ones, every 2 months",
        "i also have one every 2 months afterwards",
        "plus one every 2 months once they're done",
        "when those are finished it's every 2 months",
        "you forgot the every 2 months ones",
        "then 1 every 2 months for good",
        "what comes after is every 2 months",
        "what about the every 2 months ones after?",
        "thanks. and then it's every two months for life",
        "every 2 months",
    ],
)
def test_what_comes_after_is_added(text: str, kept: tuple[str, ...]) -> None:
    """The course stays as it is, and its last dose begins what follows."""
    chat = _course(*kept)
    lines = chat.say(text, None)
    assert any(line.startswith("• Loading: 2 times a week for 3 weeks.") or "twice a week" in line for line in lines)
    assert any(line.startswith("• Then every 2 months, counted from the last loading injection") for line in lines)
    assert lines[-1] == "Is that what your clinic said?"


@pytest.mark.parametrize(
    "text",
    ["is it every 2 months after that?", "should i have one every 2 months then?", "why every 2 months after?",
     "my friend has one every 2 months", "what if it was every 2 months after"],
)  # fmt: skip
def test_a_question_adds_nothing(text: str) -> None:
    """What is asked, or is of somebody else, is no part of the plan."""
    assert not any(name == "follows" for _, name, _ in _course().moves(text))


@pytest.mark.parametrize("text", ["every 3 days", "no, it's every other day for 3 weeks", "every 2 months instead"])
def test_what_puts_the_course_right_is_no_addition(text: str) -> None:
    """Another gap of the same kind is the course put right."""
    assert not any(name == "follows" for _, name, _ in _course().moves(text))
