"""One dose that the clinic moved, told in the same message as the plan or as the only one: it is kept at once, what is
asked counts from it, and the days of the week that are said to stay do."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

# A Friday.
TODAY = date(2027, 5, 28)
BEGUN = "started on monday 3 may, one every week for 7 weeks and then every 2 months. have had four so far."


@pytest.mark.parametrize(
    "text",
    [
        "had mine 10 march, it's every 12 weeks. the health centre has gone and pushed it back to 9 june. "
        "when should it have been",
        "every 12 weeks, last one 10 march. they've put it on the 9th of june. and the one after?",
        "it's every 12 weeks and the last was 10 march but my next one has been moved to wednesday the 9th",
    ],
)
def test_a_move_told_with_the_plan(text: str) -> None:
    """Both the plan's day and the clinic's are said, and the next one counts from the clinic's."""
    chat = Talk(TODAY)
    answer = "\n".join(chat.say(text))
    assert "By your plan it would be on Wednesday 2 June 2027. Your clinic's date counts." in answer
    assert "The next one is on Wednesday 9 June 2027." in answer
    assert "Wednesday 1 September" in answer


@pytest.mark.parametrize(
    "text",
    [
        "every 12 weeks, last one 10 march. what if they put it on the 9th of june?",
        "every 12 weeks, last one 10 march. could the clinic have moved it to 9 june?",
    ],
)
def test_a_move_that_is_only_thought_of(text: str) -> None:
    """No day is kept that nobody set."""
    chat = Talk(TODAY)
    chat.say(text)
    assert chat.kept is None or chat.kept["booked"] is None


def test_a_count_from_the_start_is_said() -> None:
    """The last one is the fourth by the start; it is said that this was counted, and no other day is made of it."""
    chat = Talk(TODAY)
    lines = chat.say(BEGUN)
    assert "\u2022 Last injection: Monday 24 May 2027." in lines
    counted = (
        "Counted from Monday 3 May 2027, number 4 was on Monday 24 May 2027. I have not heard that day from "
        "you: tell me "
        "if it was another one."
    )
    assert counted in lines


def test_closed_on_its_day() -> None:
    """The day that they gave in its place is one to come; the last one stays as it was."""
    chat = Talk(TODAY)
    answer = "\n".join(chat.say(f"{BEGUN} Monday the surgery is shut for the holiday so they gave me Tuesday."))
    assert "I have noted what your clinic booked: Tuesday 1 June 2027." in answer
    assert chat.kept is not None
    assert [dose["day"] for dose in chat.kept["given"]] == ["2027-05-03", "2027-05-10", "2027-05-17", "2027-05-24"]


@pytest.mark.parametrize(
    "text",
    [
        "only this coming one is on Tuesday, after that I go back to Mondays",
        "it's tuesday the 1st for that one only",
        "three left, tuesday 1st and then mondays",
    ],
)
@pytest.mark.parametrize("first", [BEGUN, f"{BEGUN} Monday they are closed, so they gave me Tuesday."])
def test_the_others_stay_on_their_day(first: str, text: str) -> None:
    """One dose alone is moved."""
    chat = Talk(TODAY)
    chat.say(first)
    answer = "\n".join(chat.say(text))
    assert "To come: Tuesday 1, Monday 7 and Monday 14 June 2027." in answer
    assert "Saturday 14 August" in answer


@pytest.mark.parametrize(
    "text",
    [
        "I had the Friday one. today's has been moved to wednesday the 2nd. when does the 2 monthly one begin?",
        "well I had friday's, but the nurse is off so today's is put back to wednesday the 2nd. when is the first 2 "
        "monthly one?",
    ],
)
def test_one_had_and_the_next_moved(text: str) -> None:
    """The dose of a weekday is no first of a month; the next one is moved, and what is asked counts from it."""
    chat = Talk(date(2027, 5, 31))
    chat.say("five jabs on mondays, wednesdays and fridays then every 2 months. had the 21st, 24th and 26th of may")
    chat.say("yes")
    answer = "\n".join(chat.say(text))
    assert chat.kept is not None
    assert [dose["day"] for dose in chat.kept["given"]][-1] == "2027-05-28"
    assert "I have noted what your clinic booked: Wednesday 2 June 2027." in answer
    assert "Monday 2 August 2027" in answer


def test_the_one_of_a_weekday() -> None:
    """ "The Friday one" is the dose of that day."""
    chat = Talk(date(2027, 5, 31))
    chat.say(
        "six jabs on mondays, wednesdays and fridays then every 2 months. had the 19th, 21st, 24th and 26th of may"
    )
    answer = "\n".join(chat.say("I had the Friday one"))
    assert chat.kept is not None
    assert [dose["day"] for dose in chat.kept["given"]][-1] == "2027-05-28"
    assert chat.kept["booked"] is None
    assert "today, Monday 31 May 2027" in answer
