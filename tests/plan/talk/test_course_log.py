"""The doses of a course that were told of, their number and those that did not happen make the log; the course runs on
from it. Of a number no date is made."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

# A Saturday; the course began on Monday 3 May 2027.
TODAY = date(2027, 5, 15)
COURSE = "mondays, wednesdays and fridays for 4 weeks then every 2 months, first one was monday 3 may"
UNDATED = COURSE.split(", first", maxsplit=1)[0]
HAD = ["2027-05-03", "2027-05-05", "2027-05-07", "2027-05-10", "2027-05-12"]
NOT_GIVEN = "Friday 14 May 2027 was not given. Your clinic says if one is added for it. Do not have 2 to catch up."
LEFT = (
    "That is 12 injections, 5 of them given. To come: Monday 17, Wednesday 19, Friday 21, Monday 24, Wednesday 26, "
    "Friday 28 and Monday 31 May 2027."
)


def _course(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


def _given(chat: Talk) -> list[str]:
    assert chat.kept is not None
    return [dose["day"] for dose in chat.kept["given"]]


@pytest.mark.parametrize(
    "texts",
    [
        (COURSE, "no, i didn't do the friday one", "yes"),
        (COURSE, "nope, no friday jab, nurse was off. carry on monday wednesday friday she says", "yes"),
        (COURSE, "yes, all of them", "hang on, i have had 5, not 6. the 14th didn't happen"),
        (COURSE, "yes, all of them", "yeah nah. 14th didn't happen, so the last one should be the 31st not the 28th"),
        (COURSE, "yes, all of them", "no! i've had FIVE jabs. 3, 5, 7, 10 and 12 may. next one is monday 17"),
        (UNDATED + ". did mon 3rd, wed 5th, fri 7th, mon 10th, wed 12th, no friday one",),
        (UNDATED + ". had the 3rd, 5th, 7th, 10th and 12th of may. missed the 14th",),
    ],
)  # fmt: skip
def test_a_dose_that_did_not_happen(texts: tuple[str, ...]) -> None:
    """It is in no log, and what is left is counted on from the next day of the course."""
    chat = _course(*texts[:-1])
    lines = chat.say(texts[-1])
    assert _given(chat) == HAD
    assert any(LEFT in line for line in lines), lines
    assert NOT_GIVEN in lines
    assert any("Saturday 31 July" in line for line in lines)


def test_fewer_than_were_noted() -> None:
    """Which of those that were noted was not had is asked, and the log has as many as were had."""
    chat = _course(COURSE, "yes, all of them")
    assert chat.say("I've only had 5")[0] == "You have had 5 of them. When was the last one?"
    lines = chat.say("the 12th")
    assert _given(chat) == HAD
    assert any(LEFT in line for line in lines)


def test_one_missed_among_those_told() -> None:
    """A day in the middle that was missed is none of so many that were had."""
    chat = Talk(date(2027, 5, 15))
    lines = chat.say(
        "six jabs on monday wednesday friday then every 3 months. had the 3rd, 5th, 10th and 14th of may. "
        "missed the 7th"
    )
    assert any("That is 6 injections, 4 of them given." in line for line in lines)


@pytest.mark.parametrize("text", ["i had no trouble on friday", "is there no friday one next week?"])
def test_no_dose_is_taken_out(text: str) -> None:
    """What tells of no missed dose leaves the log as it is."""
    chat = _course(COURSE, "yes, all of them")
    chat.say(text)
    assert len(_given(chat)) == 6


def test_more_are_no_number_of_all() -> None:
    """Doses told after those that are known are added to them."""
    chat = _course(COURSE, "all but the last one", "the 7th")
    chat.say("had 2 more now, 10th and 12th may")
    assert _given(chat)[-2:] == ["2027-05-10", "2027-05-12"]


@pytest.mark.parametrize(
    ("days", "often"),
    [("1 and 8 may", "every week for 6 injections"), ("20 march and 1 may", "Every 6 weeks.")],
)
def test_days_say_which_way_it_is_read(days: str, often: str) -> None:
    """Doses that were told of settle what can be read in two ways."""
    chat = Talk(TODAY)
    answer = "\n".join(chat.say(f"6 weekly jabs. had {days}"))
    assert "two ways" not in answer
    assert often in answer or "every 6 weeks" in answer.lower()


def test_days_that_fit_neither_leave_it_asked() -> None:
    """Doses at another distance settle nothing."""
    chat = Talk(TODAY)
    assert "two ways" in "\n".join(chat.say("6 weekly jabs then monthly. had 1 and 4 may"))


@pytest.mark.parametrize("text", ["I've had 5, not 7", "no, had 5 not 7. the 14th didn't happen"])
def test_so_many_had_are_not_so_many_in_all(text: str) -> None:
    """Where 7 are left, "5, not 7" that were had changes no number of the course."""
    chat = _course(UNDATED + ". had the 3rd, 5th, 7th, 10th and 12th of may. missed the 14th")
    assert chat.kept is not None
    before = chat.kept["phases"]
    chat.say(text)
    assert chat.kept["phases"] == before
    assert _given(chat) == HAD
