"""Whether an injection or something else in somebody's life comes first."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 25)  # a Wednesday
PLAN = "every 10 weeks, last one thursday 1 october"  # next: Thursday 10 December 2026
FIRST = (
    "The injection comes first, on Thursday 10 December 2026. The recital is 4 days later, on Monday 14 December 2026."
)
LATER = (
    "The recital comes first, on Tuesday 8 December 2026. The injection is 2 days later, on Thursday 10 December 2026."
)


def _plan(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts or (PLAN, "yes"):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "is that before Ada's recital on 14 December or after?",
        "Ada's recital is on Monday the 14th of December. is my jab before it or after it",
        "which comes first, the jab or the recital on 14 dec?",
        "is the 10th before or after the recital on the 14th",
        "will it be after the recital or before? it's on december 14",
        "I'm not going anywhere. The recital is Monday 14 December. So does mine come before or after that?",
    ],
)
def test_which_comes_first_is_said_with_the_days_between(text: str) -> None:
    """Both dates, and how many days lie between them."""
    chat = _plan()
    assert chat.say(text)[0] == FIRST
    assert chat.say("when is my next one?", "next")[0] == "Your next injection is on Thursday 10 December 2026."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The recital is Monday 14 December. Is it before that?", f"Yes. {FIRST}"),
        ("The recital is Monday 14 December. Is the jab after that?", f"No. {FIRST}"),
        ("The recital's on 8 December. Is it before then?", f"No. {LATER}"),
    ],
)
def test_one_way_that_is_asked_gets_yes_or_no(text: str, line: str) -> None:
    """Then both dates."""
    assert _plan().say(text)[0] == line


def test_both_on_one_day_are_said_to_be() -> None:
    """Neither comes first."""
    assert _plan().say("is it before the recital on 10 December or after?")[0] in (
        "Both are on Thursday 10 December 2026.",
    )


def test_the_day_told_before_any_plan_is_answered_once_the_plan_is_known() -> None:
    """How often they are is asked; what was asked first is answered above the dates."""
    chat = Talk(TODAY)
    asked = chat.say("Our Ada has her recital on Monday the 14th of December, is my injection before it or after")
    assert "How often do you have them?" in asked[-1]
    chat.say("every 10 weeks")
    assert FIRST in chat.say("it was thursday 1 october")


def test_a_plan_told_with_it_is_read_back_with_the_answer() -> None:
    """The day of the recital is no day of the plan."""
    lines = Talk(TODAY).say(
        "jab every 10 weeks, last one 1 october. is the next before or after the recital on 14 December?"
    )
    assert lines[0] == FIRST
    assert "The next one is on Thursday 10 December 2026." in lines


@pytest.mark.parametrize(
    "text",
    [
        "is that before Ada's recital or after",
        "and is it before the recital or after it?",
        "so which is first, is it before that?",
    ],
)
def test_the_day_is_remembered_by_its_name(text: str) -> None:
    """It needs no telling again, and no reading back is asked for in place of the answer."""
    chat = _plan(PLAN, "is it before the recital on 14 December or after?")
    line = chat.say(text)[0]
    assert line.removeprefix("Yes. ") == FIRST


@pytest.mark.parametrize(
    "text", ["It is. So is that before Ada's recital or after?", "Yes it is. Is that before the recital or after"]
)
def test_a_yes_to_the_plan_before_it_is_one(text: str) -> None:
    """The plan is kept."""
    chat = _plan(
        "Ada's recital is on 14 December, is my jab before or after it", "every 10 weeks", "last one 1 october"
    )
    assert FIRST in chat.say(text)
    assert chat.kept is not None
    assert chat.kept["confirmed"]


@pytest.mark.parametrize(
    "text",
    [
        "can I have it before the recital on 14 December?",
        "how many before the recital on 14 December?",
        "should I eat before or after the recital on the 14th?",
        "I feel worse before the next one and after it",
        "move it to before the party on 14 December",
        "what is the one after 14 December?",
        "had it before the wedding on 7 November",
        "is it before or after food",
        "does it hurt before or after?",
    ],
)
def test_other_things_before_or_after_are_left_alone(text: str) -> None:
    """What is wished, counted, felt or had is no such question."""
    assert all(name != "which_first" for _, name, _ in _plan().moves(text))


def test_a_number_alone_is_no_day_of_the_plan_a_year_ahead() -> None:
    """A day of the month without its month is one of the next ones, or that of the month in question."""
    chat = Talk(date(2026, 12, 16))
    chat.tell("every 12 weeks, last one thursday 22 october", "yes")
    assert not any("2027" in line and "16 December" in line for line in chat.say("is the 16th one of mine?"))


@pytest.mark.parametrize(
    ("text", "last", "due"),
    [
        ("My last was 20 October, my anniversary. Does the next come before my cruise on 4 January? Every 8 weeks",
         "20 October 2026", "15 December 2026"),
        ("I had it on 2 November just before my trip; is the next one after the gig on 6 January? every 8 weeks",
         "2 November 2026", "28 December 2026"),
        ("Last injection 12 November, 2 days after the wedding. Is my next before the gig on 12 January? Every 8 weeks",
         "12 November 2026", "7 January 2027"),
        ("every 8 weeks, last 2 November, is the next one before the party at Joan's on 6 January",
         "2 November 2026", "28 December 2026"),
        ("Every 8 weeks. Last one 2 November. The wedding is on 6 January. Is the next before it or after it?",
         "2 November 2026", "28 December 2026"),
    ],
)  # fmt: skip
def test_the_day_of_the_event_that_is_asked_about_is_none_of_the_plan(text: str, last: str, due: str) -> None:
    """Only that day is taken out: those of the doses are read."""
    chat = Talk(TODAY)
    lines = chat.say(text)
    assert any(line.endswith(f"{last}.") and "last one was" in line for line in lines)
    assert any(line.endswith(f"{due}.") and line.startswith("The next one is on") for line in lines)


def test_the_event_in_the_question_is_the_one_compared() -> None:
    """Not the one that a dose was beside."""
    lines = Talk(TODAY).say(
        "My last was 20 October, my anniversary. Does the next come before my cruise on 4 January? Every 8 weeks"
    )
    assert lines[0] == (
        "Yes. The injection comes first, on Tuesday 15 December 2026."
        " The cruise is 20 days later, on Monday 4 January 2027."
    )


@pytest.mark.parametrize(
    "text",
    [
        "does it come before the 40th anniversary party?",
        "is it before the 50th birthday or after",
        "is it before the recital on the 0th or after",
        "is my jab before or after the 99th",
        "is it before the 12th birthday party or after?",
        "is it before the wedding on the 45th?",
    ],
)
def test_a_number_that_is_no_day_of_a_month_is_none(text: str) -> None:
    """Which one it is in a row is no day of it."""
    assert all(name != "which_first" for _, name, _ in _plan().moves(text))


@pytest.mark.parametrize(
    "text",
    [
        "Is the wedding on 14 December before or after my last jab?",
        "was my last jab before the recital on 14 December or after?",
        "which comes first, my last injection or the recital on 14 December?",
    ],
)
def test_the_last_one_is_not_answered_with_the_next(text: str) -> None:
    """The next one was not asked about."""
    assert all(name != "which_first" for _, name, _ in _plan().moves(text))
