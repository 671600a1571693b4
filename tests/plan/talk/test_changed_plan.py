"""The clinic's new plan takes the place of the old one: it counts from the last dose told of, and what was said of it
once is asked no more."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

# A Thursday.
TODAY = date(2027, 3, 18)
COURSE = "tuesdays and fridays for 3 weeks then monthly, last one was tuesday 16 march, that was the last loading one"
GOING_ON = "tuesdays and fridays for 3 weeks then monthly, first one 26 february"


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (COURSE, "the consultant has changed it, one every 10 days for 2 months then every 6 months."),
        (COURSE, "it's not monthly any more. the gp changed it: every 10 days for 2 months now, then 6 monthly"),
        (
            GOING_ON,
            "had the last of the six on tuesday!! nurse has switched me, every 10 days for 2 months then every 6 "
            "months. when's next",
        ),
    ],
)
def test_the_new_plan_replaces_the_old(first: str, text: str) -> None:
    """It is read back with its dates at once, counted from the last dose, which is said."""
    chat = Talk(TODAY)
    chat.say(first)
    answer = "\n".join(chat.say(text))
    assert "every 10 days for 2 months" in answer
    assert "Friday 26 March" in answer
    assert "I count the first one of the new plan from the last one before it, on Tuesday 16 March 2027." in answer
    assert "every month" not in answer.lower()


def test_what_follows_a_course_that_is_over() -> None:
    """One new rhythm, told beside the end of the course, is that of what comes after it."""
    chat = Talk(TODAY)
    chat.say(GOING_ON)
    lines = chat.say("did the last of the 6 on tuesday. the doctor's changed it, it's every 6 weeks now, not monthly")
    assert lines[:2] == [
        "Every 6 weeks. The last one was on Tuesday 16 March 2027.",
        "The next one is on Tuesday 27 April 2027.",
    ]


def test_its_first_one_is_put_right() -> None:
    """The day of the first one of the new plan, told by its name, moves it and drops no part."""
    chat = Talk(TODAY)
    chat.say(COURSE)
    chat.say("the doctor changed it to every 2 weeks for 2 months then every 6 months")
    answer = "\n".join(chat.say("first 2 weekly one is thursday 1 april, she said"))
    assert "Thursday 1" in answer
    assert "every 6 months" in answer


def test_how_long_is_taken_beside_a_question() -> None:
    """So long, said again with a question behind it, answers for how long."""
    chat = Talk(TODAY)
    chat.say("every 2 weeks then 3 monthly, first one 1 april")
    answer = "\n".join(chat.say("2 months, like i said. so when does the 3 monthly one start?"))
    assert "How many injections" not in answer
    assert "27 August 2027" in answer


@pytest.mark.parametrize(
    "text",
    [
        "if the doctor changed it to every 2 weeks for 2 months then every 6 months, when would it be?",
        "could the doctor have changed it to every 2 weeks for 2 months then every 6 months?",
        "they might put me on every 2 weeks for 2 months then every 6 months",
    ],
)
def test_a_plan_that_is_only_thought_of(text: str) -> None:
    """Nothing is changed by it."""
    chat = Talk(TODAY)
    chat.say(COURSE)
    chat.say("yes")
    assert chat.kept is not None
    before = chat.kept["phases"], chat.kept["anchor"]
    chat.say(text)
    assert (chat.kept["phases"], chat.kept["anchor"]) == before
