"""What is told beside the answer to a question, or put right in two things at once, is taken as a whole or asked."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 17)  # a Wednesday


def _after(*texts: str, today: date = TODAY) -> list[str]:
    chat = Talk(today)
    return [chat.say(text) for text in texts][-1]


@pytest.mark.parametrize(
    "text",
    [
        "both are wrong: it's every 9 weeks and I had it on the 3rd",
        "no, it was the 3rd and it's nine weeks",
        "nope. last one was 3 march, and every 9 weeks",
    ],
)
def test_how_often_and_when_put_right_at_once(text: str) -> None:
    """Neither is taken without the other."""
    assert _after("every 6 weeks, last one was 1 march", text)[:2] == [
        "Every 9 weeks. The last one was on Wednesday 3 March 2027.",
        "The next one is on Wednesday 5 May 2027.",
    ]


@pytest.mark.parametrize("text", ["twice a week, mondays and fridays", "two a week, monday and friday it is"])
def test_days_told_with_how_often(text: str) -> None:
    """They are not asked for."""
    said = _after("biweekly, last one was monday 15 march", text)
    assert said[0] == "Twice a week on Mondays and Fridays. The last one was on Monday 15 March 2027."


@pytest.mark.parametrize("words", ["married, sunny", "sunday best and weddings", "month and satin"])
def test_words_that_begin_like_days_are_none(words: str) -> None:
    """They lend no day to the plan."""
    text = "twice a week, last one was monday 15 march"
    assert "on Mondays and" not in " ".join(_after(text, f"twice a week, {words}"))


def test_days_told_with_the_last_one() -> None:
    """They are not asked for either."""
    said = _after("twice a week", "mondays and wednesdays, had today's")
    assert said[:2] == [
        "Twice a week on Mondays and Wednesdays. The last one was on Wednesday 17 March 2027.",
        "The next one is on Monday 22 March 2027.",
    ]


@pytest.mark.parametrize("text", ["today's is done", "had today's already"])
def test_todays_dose_is_among_those_had(text: str) -> None:
    """Of a course of which none was missed, the one of today is no more to come."""
    said = " ".join(_after(f"daily for 7 days, first one was saturday 13 march, none missed, {text}"))
    assert "5 of them given. To come: Thursday 18 and Friday 19 March 2027" in said


@pytest.mark.parametrize("text", ["got my jab tomorrow, every 10 weeks", "every 10 weeks, having it 2moro"])
def test_tomorrow_is_to_come(text: str) -> None:
    """Whoever has it tomorrow has not had it."""
    assert "The next one is on Thursday 18 March 2027." in _after(text)


@pytest.mark.parametrize(
    "text", ["some day before christmas", "a few days before christmas", "sometime before christmas"]
)
def test_a_day_that_is_not_named_is_asked(text: str) -> None:
    """No day is taken from the feast beside it."""
    said = _after("every 3 months", text, today=date(2027, 1, 20))
    assert not any("next one is on" in line for line in said)


def test_had_elsewhere_while_another_is_booked() -> None:
    """A booked date so soon after the last dose is asked, and nothing is counted from it in silence."""
    said = _after("I'm on 10 weekly. they gave me one at the hospital on 12 march and my gp has me down for 26 march")
    assert any("Friday 12 March 2027" in line for line in said)
    assert said[-1].startswith("Which date did your clinic give you")


def test_ordinals_in_letters_that_are_taken_back() -> None:
    """The date behind the correction counts."""
    assert _after("had it march twelfth, no sorry march tenth, every 4 weeks")[0] == (
        "Every 4 weeks. The last one was on Wednesday 10 March 2027."
    )


def test_a_list_of_weekdays_with_their_days() -> None:
    """Each day of the list is in the log, and one on another weekday makes it none."""
    said = _after("twice a week. had mon 8th, thurs 11th and mon 15th march")
    assert said[0] == "You told me of these: Monday 8 March 2027, Thursday 11 March 2027 and Monday 15 March 2027."
    assert not _after("twice a week. had mon 8th, fri 11th and mon 15th march")[0].startswith("You told me of these")


def test_the_number_alone_is_of_the_month_that_is_known() -> None:
    """Whichever 26th was the latest."""
    said = _after("every 8 weeks, last one was 25 january", "it was the 26th, not the 25th")
    assert said[0] == "Every 8 weeks. The last one was on Tuesday 26 January 2027."


def test_the_end_of_loading_is_told_for_which_part() -> None:
    """The part that goes on counts from it."""
    said = _after(
        "3 times a week for 2 weeks, then every 2 months. last one was 5 march", "that was the end of the loading"
    )
    assert said[1] == "• Loading is over. Its last injection: Friday 5 March 2027."


@pytest.mark.parametrize(
    "text",
    [
        "rang them: five of them, mon and thurs, from the 12th",
        "clinic says 5 injections, mon and thurs instead, from 12 april",
    ],
)
def test_a_course_set_anew(text: str) -> None:
    """It takes the place of the one that was told, and what follows it counts from its last one."""
    said = " ".join(_after("every other day for 2 weeks from tuesday 13 april, then every 3 months", text))
    assert "Monday 12, Thursday 15, Monday 19, Thursday 22 and Monday 26 April 2027" in said
    assert "Monday 26 July" in said


def test_a_booked_date_is_said_beside_a_remark() -> None:
    """It is not kept in silence."""
    said = _after(
        "every 12 weeks, last one was 15 february", "yes", "oh, 10 may is a monday. they've booked me for 12 may"
    )
    assert said[0] == "I have noted what your clinic booked: Wednesday 12 May 2027."


def test_a_booking_far_beyond_the_plan_is_asked_back() -> None:
    """Of a date more than a gap after the one that is due nothing is counted; the right one is kept then."""
    chat = Talk(TODAY)
    plan = "every 6 weeks, last one was 22 february, I'm booked for 4 june"
    assert chat.say(plan)[0] == (
        "Friday 4 June 2027 does not fit what you told me. By your plan, every 6 weeks, the next one is on "
        "Monday 5 April 2027. I have not changed it."
    )
    assert chat.say("sorry, wednesday 7 april")[1] == "The next one is on Wednesday 7 April 2027."


@pytest.mark.parametrize("text", ["oh no, february sorry", "feb i mean"])
def test_another_month_for_the_day_that_was_asked_back(text: str) -> None:
    """The day of the month stays."""
    said = _after("every 10 weeks, last one was 18 april", text)
    assert said[0] == "Every 10 weeks. The last one was on Thursday 18 February 2027."


@pytest.mark.parametrize("text", ["they gave me nothing, no date", "no date from the nurse"])
def test_no_date_was_given(text: str) -> None:
    """It is counted from the day on which it was had."""
    said = _after("every 6 weeks, last one was 20 january", "had it on the 12th", text)
    assert said[0] == "Then I count from the date you had it. Please check that with your clinic."


def test_a_weekday_beside_another_day_is_asked() -> None:
    """Both days are shown with what follows from each, and neither is taken."""
    said = _after("every 10 weeks", "I think it was 9 march, my neighbour says the friday before")
    assert said[:2] == [
        "If it was Tuesday 9 March 2027, the next one is on Tuesday 18 May 2027.",
        "If it was Friday 5 March 2027, the next one is on Friday 14 May 2027.",
    ]


def test_before_the_day_of_something_else() -> None:
    """Yes or no with the next date, and no plan of whoever has that day."""
    said = _after("every 6 weeks, last one was 22 february", "yes", "the wedding is on 3 april, am I due before that?")
    assert said == ["No. It is on Monday 5 April 2027. That is after Saturday 3 April 2027."]
