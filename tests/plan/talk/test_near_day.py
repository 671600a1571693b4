"""What is said and asked of a plan that was read back, with its days named by their place, their month or once more."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 1, 14)  # a Thursday
PLAN = "every 8 weeks, last 29 december"


def _plan(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts or (PLAN, "yes"):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text", ["so is my second tomorrow?", "omg is the 2nd one 2moro", "is it tomorrow", "wait is the next one tmrw"]
)
def test_a_day_told_from_today_is_no_day_of_the_plan(text: str) -> None:
    """The next date is said."""
    assert _plan().say(text)[0] == "No. It is on Tuesday 23 February 2027."


def test_a_day_told_from_today_is_the_plans() -> None:
    """Whatever the dose is called."""
    chat = _plan("6 loading ones mon wed fri, had the first on wednesday 13 january", "yes")
    assert chat.say("omg is the 2nd one 2moro")[0] == "Yes. It is on Friday 15 January 2027."


@pytest.mark.parametrize(
    "text",
    [
        "if all stays the same what comes after it?",
        "assuming no changes, and the following one?",
        "and the one after, provided nothing changes",
        "would you kindly tell me the one following, supposing nothing alters?",
    ],
)
def test_what_stays_the_same_supposes_nothing(text: str) -> None:
    """The one after the next is said."""
    assert _plan().say(text)[0] == "The one after that is on Tuesday 20 April 2027."


@pytest.mark.parametrize(
    "text", ["what follows february's", "which one comes after february's one?", "and after feb's?"]
)
def test_the_one_after_that_of_a_month(text: str) -> None:
    """The month names a dose of the plan."""
    assert _plan().say(text)[0] == "After Tuesday 23 February 2027, the next one is on Tuesday 20 April 2027."


@pytest.mark.parametrize(
    "text",
    [
        "skip the calendar, what is my next date",
        "I don't want a calendar file, just my next date",
        "no use for the calendar thing, when is my next one",
    ],
)
def test_a_file_that_is_not_wanted(text: str) -> None:
    """The date is said, and no file is given."""
    chat = _plan()
    assert chat.say(text)[0] == "Your next injection is on Tuesday 23 February 2027."
    assert not chat.last.links


@pytest.mark.parametrize(
    "text", ["what weekdays do those fall on", "which days of the week are those", "what day of the week are they"]
)
def test_which_weekday_it_is(text: str) -> None:
    """The next date has its weekday."""
    assert _plan(PLAN).say(text)[0] == "It is on Tuesday 23 February 2027."


@pytest.mark.parametrize(
    "text",
    [
        "checked the letter, definitely the 29th",
        "it's on my card, 29 december for certain",
        "the 29th for sure",
        "Tuesday December 29th, hon",
        "found the text message, 29 december",
    ],
)
def test_the_day_said_again_takes_the_doubt_away(text: str) -> None:
    """It stands as it is, and nothing says any more that it was not sure."""
    chat = _plan("every 8 weeks, I think the last was 29 december")
    lines = chat.say(text)
    assert lines[0] == "Every 8 weeks. The last one was on Tuesday 29 December 2026."
    assert not any("not sure" in line for line in lines)
    assert chat.say("yes") == ["Your next injection is on Tuesday 23 February 2027."]


@pytest.mark.parametrize(
    "text", ["I still think it was the 29th", "the 29th of january for sure", "not the 29th", "is the 29th right?"]
)
def test_a_doubt_that_is_not_taken_away(text: str) -> None:
    """Who still thinks, denies or asks is not sure."""
    chat = _plan("every 8 weeks, I think the last was 29 december")
    chat.say(text)
    assert chat.kept is not None
    assert not any(dose["sure"] for dose in chat.kept["given"])


@pytest.mark.parametrize("text", ["they gave it me this arvo", "nurse did mine this morning"])
def test_one_had_today_in_place_of_the_late_one(text: str) -> None:
    """Both ways to count on are shown."""
    lines = _plan("every 6 weeks, last one 30 november").say(text)
    assert lines[1] == "You had it on Thursday 14 January 2027."


@pytest.mark.parametrize(
    "text",
    [
        "I've just had my first loading one today, 6 of them mon tues thurs",
        "6 loading ones on mon tues thurs, had my first today",
    ],
)
def test_the_first_one_had_today_is_not_the_next(text: str) -> None:
    """It is done, and five are to come."""
    said = "\n".join(Talk(TODAY).say(text, "regimen"))
    assert "Last injection: Thursday 14 January 2027." in said
    assert "6 injections, 1 of them given. To come: Monday 18" in said


def test_the_first_one_of_today_that_is_to_come() -> None:
    """Nothing says that it was had."""
    assert "The next one is today, Thursday 14 January 2027." in Talk(TODAY).say("weekly, first one is today")[1]


@pytest.mark.parametrize(
    "text", ["when's the final one", "final one will come on which date", "the very last jab is when"]
)
def test_when_the_final_one_is(text: str) -> None:
    """The end of the course."""
    chat = Talk(TODAY)
    chat.say("8 weekly shots then every 12 weeks, had 5, latest was thursday 14 january", "regimen")
    chat.say("yes")
    assert chat.say(text)[0] == "The last one of that part is on Thursday 4 February 2027."


@pytest.mark.parametrize(
    "text", ["when's the first of the 12 weekly ones then", "the first of the 12 weekly ones is when"]
)
def test_when_a_later_part_begins(text: str) -> None:
    """Named by how often its injections are, it is no plan of its own."""
    chat = Talk(TODAY)
    chat.say("8 weekly shots then every 12 weeks, had 5, latest was thursday 14 january", "regimen")
    chat.say("yes")
    assert chat.say(text)[0] == "Every 12 weeks: this starts on Thursday 29 April 2027."
