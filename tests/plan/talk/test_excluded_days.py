"""Days of the week on which there are none: they are no booked dates, and a part of every other day leaves them out."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.talk.excluded_days import excluded_days
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 5)  # a Friday
ALTERNATE = "every other day for 2 weeks then every 2 months. had 3 so far, the last one was on 5 march 2027"
DAILY = "every day for 8 injections then every 2 months. had 3 so far, the last one was on 5 march 2027"
NO_WEEKENDS = [
    "not on weekends",
    "not at the weekend",
    "never on a saturday or sunday",
    "no saturdays, no sundays",
    "skip weekends",
    "no sat no sun",
    "except saturdays and sundays",
]


def _told(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


@pytest.mark.parametrize("text", NO_WEEKENDS)
@pytest.mark.parametrize(
    ("plan", "dates"),
    [
        (ALTERNATE, ["2027-03-08", "2027-03-10", "2027-03-12", "2027-05-12"]),
        (DAILY, ["2027-03-08", "2027-03-09", "2027-03-10", "2027-03-11"]),
    ],
)
@pytest.mark.parametrize("kept", [True, False])
def test_the_weekend_is_left_out(text: str, plan: str, dates: list[str], kept: bool) -> None:
    """The doses left lie on weekdays, and it is asked whether that is what the clinic said."""
    chat = _told(plan, *(["yes"] if kept else []))
    said = chat.say(text)
    assert (chat.dates, said[-1]) == (dates, "Is that what your clinic said?")
    assert chat.kept is not None
    assert chat.kept["booked"] is None


@pytest.mark.parametrize(
    "text", ["nurse says 5 in all, not on weekends", "no. 5 in total, not 7, and no saturday or sunday"]
)
def test_another_number_and_no_weekends(text: str) -> None:
    """Both are taken: 5 in all, of which 3 were had."""
    chat = _told(ALTERNATE)
    said = " ".join(chat.say(text))
    assert chat.dates[:3] == ["2027-03-08", "2027-03-10", "2027-05-10"]
    assert "That is 5 injections, 3 of them given." in said


@pytest.mark.parametrize("text", NO_WEEKENDS)
def test_no_date_of_weeks_or_months_is_moved(text: str) -> None:
    """Which of them are at a weekend is said; the clinic moves them."""
    chat = _told("every 2 months, last one 7 february 2027", "yes")  # next Wednesday 7 April, then Monday 7 June
    said = chat.say(text)
    move = "I move none of them. Your clinic may be closed then, so ask which day they want."
    assert said == ["At a weekend: Saturday 7 August 2027.", move]
    assert chat.dates[:2] == ["2027-04-07", "2027-06-07"]


def test_days_that_do_not_fit_are_asked_for() -> None:
    """From a Tuesday every other day has no fixed weekdays: on which they are is asked."""
    chat = Talk(date(2027, 3, 2))
    chat.say("every other day for 2 weeks then every 2 months. had 1 so far, the last one was on 2 march 2027")
    assert chat.say("no weekends") == ['On which days of the week are they? For example "Tuesday and Friday".']
    chat.say("tuesday, thursday and friday")
    assert chat.dates[:3] == ["2027-03-04", "2027-03-05", "2027-03-09"]


@pytest.mark.parametrize(
    "text",
    [
        "no, saturday",
        "it was friday not saturday",
        "is it not on a saturday or sunday?",
        "not every weekend",
        "they can do saturday",
        "i am not working this weekend",
    ],
)
def test_what_excludes_no_days(text: str) -> None:
    """One day that is taken back, a question, and what is done at a weekend."""
    assert excluded_days(text) is None


@pytest.mark.parametrize(
    "text",
    ["i have had 3 already, number three is this morning", "had 3 of them, 3rd is today"],
)
def test_the_last_of_those_had_is_todays(text: str) -> None:
    """So many were had, and the one of that number is today's: it was given."""
    chat = Talk(TODAY)
    chat.say("every other day for 2 weeks then every 2 months. the first one was on 1 march 2027")
    chat.say(text)
    assert chat.kept is not None
    assert (chat.kept["anchor"]["date"], chat.kept["anchor"]["done"]) == ("2027-03-05", 3)


def test_the_next_one_today_is_not_given_yet() -> None:
    """Of 3 that were had the 4th is to come."""
    chat = Talk(date(2027, 3, 7))
    chat.say("every other day for 2 weeks then every 2 months. the first one was on 1 march 2027")
    chat.say("had 3 so far, the 4th is today")
    assert chat.kept is not None
    assert chat.kept["anchor"]["done"] == 3


@pytest.mark.parametrize("text", ["this morning, today, friday 5 march", "clinic said 5 march"])
def test_the_day_of_the_last_dose_is_no_booked_one(text: str) -> None:
    """Told once more, it stands as the one that was given."""
    chat = _told(ALTERNATE)
    chat.say(text)
    assert chat.kept is not None
    assert (chat.kept["booked"], chat.dates[0]) == (None, "2027-03-07")
