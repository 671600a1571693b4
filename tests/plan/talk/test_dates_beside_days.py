"""Dates of a plan beside other days: absences that were told of, the nearest to a day, days between, both counts, and a
date of the clinic told with the plan."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 9)  # a Wednesday
EIGHT = "every 8 weeks, last one 31 may"  # 26 July, 20 September, 15 November
AWAY = "offshore 20-30 jul and 12-22 nov"
SPANS = "Tuesday 20 July 2027 to Friday 30 July 2027"
SPANS2 = "Friday 12 November 2027 to Monday 22 November 2027"


def talk(*texts: str) -> Talk:
    """A conversation after some messages."""
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


def test_each_absence_is_compared() -> None:
    """Neither of two is lost."""
    said = Talk(TODAY).say(f"{EIGHT}. {AWAY}. which of the next 3 are when i'm away?")
    assert "These fall on those days: Monday 26 July 2027." in said
    assert "These fall on those days: Monday 15 November 2027." in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("am i offshore on 26 july?", f"Yes. Monday 26 July 2027 is in the days that you told me of: {SPANS}."),
        (
            "is 20 september ok?",
            f"Yes. Monday 20 September 2027 is outside the days that you told me of: {SPANS} and {SPANS2}.",
        ),
        (
            "so 20 september not then",
            f"Right. Monday 20 September 2027 is not in the days that you told me of: {SPANS} and {SPANS2}.",
        ),
        (
            "will i be onshore on 15 november?",
            f"No. Monday 15 November 2027 is in the days that you told me of: {SPANS2}. "
            "Ask your clinic if you can have it before or after.",
        ),
    ],
)
def test_a_date_is_held_against_them(text: str, said: str) -> None:
    """Yes or no, with the days that were told."""
    assert talk(f"{EIGHT}. {AWAY}", "yes").say(text) == [said]


def test_the_date_spoken_of() -> None:
    """ "Then" is the date that was named last."""
    chat = talk(f"{EIGHT}. {AWAY}", "yes")
    assert chat.say("and the one after, am i home for it?")[-1].startswith("Yes. Monday 20 September 2027 is outside")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "which of those is closest to the eighteenth of september?",
            "The nearest to Saturday 18 September 2027 is Monday 20 September 2027, 2 days after it.",
        ),
        (
            "so 20 september is the nearest to 18 september",
            "Yes. The nearest to Saturday 18 September 2027 is Monday 20 September 2027, 2 days after it.",
        ),
        (
            "how many days from 20 september to 2 october?",
            "It is 12 days from Monday 20 September 2027 to Saturday 2 October 2027.",
        ),
    ],
)
def test_beside_one_day(text: str, said: str) -> None:
    """That is all that is said."""
    assert talk(EIGHT, "yes").say(text) == [said]


LATE = "every 2 months. I had one on 4 march and the next was due on 4 may but I didn't get it until 25 may"
COUNTS = [
    "Sunday 25 July 2027 is counted from Tuesday 25 May 2027, the day of the last one.",
    "Counted from Tuesday 4 May 2027, the day it was due, it would be on Sunday 4 July 2027.",
    "Your clinic says which day counts. I have not changed your plan.",
]


def test_one_that_came_late_is_the_last_one() -> None:
    """When it was due is no number of them that has to be asked."""
    said = Talk(TODAY).say(f"{LATE}. when is the next?")
    assert said[:3] == [
        "You told me of these: Thursday 4 March 2027 and Tuesday 25 May 2027.",
        "Every 2 months. The last one was on Tuesday 25 May 2027.",
        "The next one is on Sunday 25 July 2027.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "is that counted from the day it was due or the day i had it?",
        "what would it be if they count from the original date?",
    ],
)
def test_both_counts(text: str) -> None:
    """Both dates, and who says which."""
    assert talk(LATE, "yes").say(text) == COUNTS


@pytest.mark.parametrize(
    "beside", ["The letter gives me thursday 22 july, please keep that.", "letter says thursday 22 july so keep that"]
)
def test_a_date_of_the_clinic_with_the_plan(beside: str) -> None:
    """It wins, and the plan's own is said beside it."""
    chat = Talk(TODAY)
    said = chat.say(f"{EIGHT}. {beside}")
    assert said[:2] == [
        "I have noted what your clinic booked: Thursday 22 July 2027.",
        "By your plan it would be on Monday 26 July 2027. Your clinic's date counts.",
    ]
    assert chat.dates[0] == "2027-07-22"


@pytest.mark.parametrize("beside", ["my blood test is booked for 22 july", "flu jab booked for 22 july"])
def test_another_appointment_is_none(beside: str) -> None:
    """The next date is the plan's."""
    chat = Talk(TODAY)
    chat.say(f"{EIGHT}. {beside}")
    assert chat.kept is None or chat.kept["booked"] is None


def test_whether_one_was_noted() -> None:
    """The log is looked into."""
    chat = talk("every 8 weeks, last one today", "yes")
    assert chat.say("did you note the one I had this morning?") == ["Yes, I have noted it: Wednesday 9 June 2027."]
    assert chat.say("have you logged the one I had yesterday?") == [
        "No, I have not noted one on Tuesday 8 June 2027. If it was given then, tell me."
    ]
