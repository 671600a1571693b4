"""Injections told of as given: on their day, late or early, known already, and still to come."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.dialogue_chat import CONFIRM, DONE, LOADING, Chat, confirmed, late_12_weeks

CLINIC_DATE = "Which date did your clinic give you for the next one? Theirs is the one that counts."


def given_late() -> Chat:
    """Told of as given 9 days late."""
    chat = late_12_weeks()
    chat.say("I had it late, on the 11th", "given")
    return chat


def test_an_injection_given_on_its_day() -> None:
    """It is noted, and dates go on from it."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    chat.today = date(2026, 5, 4)
    assert chat.say("I had it today") == [
        "I have noted it: Monday 4 May 2026.", "Your next injection is on Monday 27 July 2026.",
    ]  # fmt: skip
    assert (chat.last.key, len(chat.last.links)) == ("key-1", 4)


def test_an_injection_of_a_plan_counted_from_its_first() -> None:
    """The planned dose nearest to the day is the one meant."""
    chat = confirmed(LOADING, date(2026, 3, 3))
    chat.today = date(2026, 3, 4)
    assert chat.say("just had my jab", "given") == [
        "I have noted it: Wednesday 4 March 2026.", "Your next injection is on Friday 6 March 2026.",
    ]  # fmt: skip
    assert chat.say("how many left?", "left") == ["4 of the 6 are left. The next is Friday 6 March 2026."]


def test_late_shows_both_ways_of_counting() -> None:
    """Clinics differ; theirs is asked for, and until then nothing new is kept."""
    chat = late_12_weeks()
    assert chat.say("I had it late, on the 11th", "given") == [
        "By your plan it was due on Monday 2 March 2026.",
        "You had it on Wednesday 11 March 2026.",
        "Clinics count in 2 ways.",
        "Counted from the date it was due, the next one is on Monday 25 May 2026.",
        "Counted from the date you had it, the next one is on Wednesday 3 June 2026. That is a guess to check.",
        CLINIC_DATE,
    ]
    assert chat.last.buttons == ("They gave me no date",)
    assert chat.kept is not None
    assert chat.kept["kept"]["anchor"]["date"] == "2025-12-08"


@pytest.mark.parametrize(
    ("answer", "request_"), [("27 may", None), ("my clinic said 27 may", "given"), ("27/05/26", None)]
)
def test_the_clinics_date_wins(answer: str, request_: str | None) -> None:
    """Dates count from the one that the clinic gave, once that is confirmed."""
    chat = given_late()
    assert chat.say(answer, request_) == [
        "Every 12 weeks.",
        "The next one is on Wednesday 27 May 2026.",
        "After that: Wednesday 19 August and Wednesday 11 November 2026.",
        CONFIRM,
    ]
    assert chat.say("yes") == ["Your next injection is on Wednesday 27 May 2026."]


def test_yes_to_the_clinics_date_asks_which() -> None:
    """A yes is no date."""
    chat = given_late()
    assert chat.say("yes") == ["Which date did your clinic give you?"]
    assert "The next one is on Wednesday 27 May 2026." in chat.say("27 may", None)


@pytest.mark.parametrize(("answer", "request_"), [("no", "deny"), ("They gave me no date", None)])
def test_without_the_clinics_date_it_counts_from_the_day_given(answer: str, request_: str | None) -> None:
    """Said as a guess to check."""
    chat = given_late()
    assert chat.say(answer, request_) == [
        "Then I count from the date you had it. Please check that with your clinic.",
        "Your next injection is on Wednesday 3 June 2026.",
    ]
    assert chat.kept is not None
    assert chat.kept["kept"]["anchor"]["date"] == "2026-03-11"


def test_the_day_given_can_be_put_right() -> None:
    """Told again with another day, it is counted from the plan as it was."""
    chat = given_late()
    assert chat.say("sorry, I had it on the 10th", "date")[:2] == [
        "By your plan it was due on Monday 2 March 2026.", "You had it on Tuesday 10 March 2026.",
    ]  # fmt: skip


def test_no_with_a_date_is_the_date() -> None:
    """ "No, they said 27 May"."""
    chat = given_late()
    assert "The next one is on Wednesday 27 May 2026." in chat.say("no, 27 may", "deny")


def test_early_is_asked_about_too() -> None:
    """Before its day as after it."""
    chat = confirmed("every 12 weeks, last one 8 december 2025")
    chat.today = date(2026, 2, 27)
    assert chat.say("I had it today")[3:5] == [
        "Counted from the date it was due, the next one is on Monday 25 May 2026.",
        "Counted from the date you had it, the next one is on Friday 22 May 2026. That is a guess to check.",
    ]


def test_late_by_more_than_the_interval_counts_from_the_day_given_alone() -> None:
    """Counted from the date it was due, the next one would lie in the past."""
    chat = confirmed("every 4 weeks, last one 8 december 2025")
    chat.today = date(2026, 3, 11)
    assert chat.say("I had it today") == [
        "By your plan it was due on Monday 5 January 2026.",
        "You had it on Wednesday 11 March 2026.",
        "Counted from the date you had it, the next one is on Wednesday 8 April 2026. That is a guess to check.",
        CLINIC_DATE,
    ]


def test_a_window_given_late() -> None:
    """Due within a window; both ways of counting give one."""
    chat = confirmed("every 10 to 12 weeks, last one 8 december 2025")
    chat.today = date(2026, 3, 11)
    assert chat.say("I had it today") == [
        "By your plan it was due between Monday 16 February 2026 and Monday 2 March 2026.",
        "You had it on Wednesday 11 March 2026.",
        "Clinics count in 2 ways.",
        "Counted from the date it was due, the next one is between Monday 27 April 2026 and Monday 11 May 2026.",
        "Counted from the date you had it, the next one is between Wednesday 20 May 2026 and Wednesday 3 June 2026. "
        "That is a guess to check.",
        CLINIC_DATE,
    ]


def test_the_last_one_of_a_plan_given_late() -> None:
    """Nothing follows, so nothing is counted."""
    chat = confirmed("weekly for 4 weeks, first one 9 february 2026", date(2026, 3, 1))
    chat.today = date(2026, 3, 5)
    assert chat.say("I had it on 4 march") == [
        "By your plan it was due on Monday 2 March 2026.", "You had it on Wednesday 4 March 2026.", DONE,
    ]  # fmt: skip


def test_an_injection_after_the_end_of_a_plan() -> None:
    """No planned dose is meant by it."""
    chat = confirmed("weekly for 4 weeks, first one 9 february 2026", date(2026, 3, 1))
    chat.today = date(2026, 3, 5)
    chat.say("I had it on 2 march 2026")
    assert chat.say("I had it on 5 march 2026") == [DONE]
    far = confirmed("every 12 weeks, first one is 5 january 2027")
    assert far.say("I had it today") == [DONE]


def test_an_injection_that_is_known_already() -> None:
    """The last one told again, or an earlier one, changes nothing without being asked about."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    known = ["I have Monday 9 February 2026 as your last one. Was that wrong? Tell me the right date of the last one."]
    assert chat.say("I had it on 9 february") == known
    assert chat.say("I had it on 2 february") == known
    assert chat.dates[0] == "2026-05-04"


def test_an_injection_in_the_future_is_not_noted() -> None:
    """It has not been given yet."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    assert chat.say("I had it on 9 march 2026") == [
        "Monday 9 March 2026 has not come yet. Tell me when you have had it."
    ]


def test_without_a_day_it_asks_when() -> None:
    """ "I had it" names no day, and none is guessed."""
    chat = confirmed("every 12 weeks, last one 8 december 2025")
    question = 'When did you have it? For example "today" or "3 March".'
    assert chat.say("I had it", "given") == [question]
    assert chat.say("ok", "affirm") == ["Sorry, I could not read that. When did you have it?"]
    assert chat.say("2 march") == [
        "I have noted it: Monday 2 March 2026.", "Your next injection is on Monday 25 May 2026.",
    ]  # fmt: skip


def test_a_day_that_can_be_read_in_two_ways_is_asked_about() -> None:
    """03/02/2026 is 3 February or 2 March."""
    chat = confirmed("every 12 weeks, last one 8 december 2025")
    assert chat.say("I had it on 03/02/2026", "given") == [
        '"03/02/2026" can be read in two ways. Is it Tuesday 3 February 2026 or Monday 2 March 2026?'
    ]
    assert chat.last.buttons == ("Tuesday 3 February 2026", "Monday 2 March 2026")
    assert chat.say("Monday 2 March 2026")[0] == "I have noted it: Monday 2 March 2026."


def test_an_injection_without_a_plan_is_the_last_one() -> None:
    """Nothing is known to count on from."""
    chat = Chat()
    assert chat.say("I had it today", "given")[0].startswith("I can work that out. How often")
    chat.say("every 12 weeks")
    assert chat.dates[0] == "2026-05-28"


def test_a_plan_with_the_injection_is_a_plan() -> None:
    """ "I had it today, now every 8 weeks" states one."""
    chat = confirmed("every 12 weeks, last one 8 december 2025")
    assert chat.say("I had it today, from now on every 8 weeks", "given")[1] == (
        "The next one is on Thursday 30 April 2026."
    )


def test_a_dose_given_in_a_short_month_keeps_the_day_of_the_plan() -> None:
    """Counted from 30 November, the one of February is on the 28th and the one after it on the 30th again, also once
    that of February was given."""
    chat = confirmed("every 3 months, last one 30 november 2025", date(2026, 2, 20))
    chat.today = date(2026, 2, 28)
    assert "Saturday 30 May 2026" in " ".join(chat.say("I had it today", "given"))
    assert chat.dates[:3] == ["2026-05-30", "2026-08-30", "2026-11-30"]


def test_a_last_day_that_was_said_is_the_day_of_the_plan() -> None:
    """Of somebody who says that the last one was on 28 February, nothing tells of another day."""
    chat = confirmed("every 3 months, last one 28 february 2026")
    assert chat.dates[:3] == ["2026-05-28", "2026-08-28", "2026-11-28"]


def test_a_dose_put_right_to_the_last_day_of_a_month_keeps_the_day_of_the_plan() -> None:
    """ "The last one was on 28 February" against a plan that had it there."""
    chat = confirmed("monthly, last one 31 january 2026")
    chat.say("the last one was on 28 february", "correct")
    assert chat.dates[:3] == ["2026-03-31", "2026-04-30", "2026-05-31"]


def test_all_given_up_to_a_short_month_keeps_the_day_of_the_plan() -> None:
    """A plan with its first one on the 31st, of which all were had."""
    chat = Chat(date(2026, 3, 5))
    chat.say("monthly, first one 31 january 2026")
    chat.say("all of them", None)
    assert chat.dates[:3] == ["2026-03-31", "2026-04-30", "2026-05-31"]


def test_counted_from_the_day_it_was_due_the_day_of_the_plan_is_kept() -> None:
    """Due on 28 February of a plan of the 30th, given on 5 March: the two ways are 30 May and 5 June."""
    chat = confirmed("every 3 months, last one 30 november 2025")
    lines = " ".join(chat.say("I had it today", "given"))
    assert "Saturday 30 May 2026" in lines
    assert "Friday 5 June 2026" in lines


@pytest.mark.parametrize("answer", ["today", "I did not miss it!! does today count", "they booked me for today"])
def test_the_day_of_the_last_one_is_never_the_next(answer: str) -> None:
    """Who had one today and says "today" again is asked for the clinic's date once more: no second one is due today."""
    chat = confirmed("every 12 weeks, last one 8 december 2025", date(2026, 2, 25))
    chat.say("I had it today", "given")
    lines = chat.say(answer)
    assert not any("next one is" in line for line in lines)
    assert chat.say("26 may")[-1] != CLINIC_DATE
