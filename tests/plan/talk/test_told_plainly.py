"""What is told in passing is taken as it is meant: a dose about the booked day, the clinic's way of counting, a yes
behind how often, the day next to the one read."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk


def _booked(*more: str, today: date = date(2026, 9, 9)) -> list[str]:
    """Every 10 weeks; the clinic booked 8 September."""
    chat = Talk(date(2026, 7, 1))
    chat.tell("every 10 weeks, last one 23 june 2026", "yes", "the clinic has booked me for 8 september")
    chat.today = today
    return [chat.say(text, None) for text in more][-1]


@pytest.mark.parametrize(
    "text",
    [
        "got my jab yesterday, went fine. when's my next?",
        "had it the 8th",
        "was jabbed yesterday, flying to crete on friday. when is the next one",
    ],
)
def test_a_dose_about_the_booked_day_is_that_one(text: str) -> None:
    assert _booked(text)[0] == "Your next injection is on Tuesday 17 November 2026."


def test_another_day_than_the_booked_one_counts_from_itself() -> None:
    assert _booked("had it on the 7th in the end. when's my next?")[0].endswith("Monday 16 November 2026.")


def test_whether_to_keep_the_booked_day() -> None:
    today = date(2026, 8, 20)
    for text in (
        "should i stick with the 8th then?",
        "no pins and needles, just weary. so do we go on the 8th of september?",
    ):
        assert _booked(text, today=today)[0] == "Yes. It is on Tuesday 8 September 2026."


def _late(*more: str) -> list[str]:
    chat = Talk(date(2026, 6, 1))
    chat.tell("every 2 months, last one 5 may 2026", "yes")
    chat.today = date(2026, 7, 20)
    return [chat.say(text, None) for text in ("had it on 16 july", *more)][-1]


@pytest.mark.parametrize(
    "text",
    [
        "the doctor said 2 months from when i had it",
        "count it from the day i had it, she said",
        "they told me to count from when i got it",
    ],
)
def test_how_the_clinic_counts_answers(text: str) -> None:
    assert "Your next injection is on Wednesday 16 September 2026." in _late(text)


def test_how_the_clinic_counts_is_a_yes_to_what_was_read_back() -> None:
    chat = Talk(date(2027, 3, 9))
    chat.say("got it on thursday 4 march, a week early. normally every 5 weeks")
    assert (
        chat.say("they said count from the day i had it", None)[0] == "Your next injection is on Thursday 8 April 2027."
    )


@pytest.mark.parametrize(
    ("plan", "text"),
    [
        ("every 3 months, last one 9 march 2026", "well the surgery said quarterly, so yeah"),
        ("every 4 weeks, last one 6 april 2026", "they told me every 4 weeks so that's right"),
        ("monthly, last one 6 april 2026", "yes, the same day every month"),
    ],
)
def test_a_yes_with_how_often_is_a_yes(plan: str, text: str) -> None:
    chat = Talk(date(2026, 4, 10))
    chat.say(plan)
    assert chat.say(text, None)[0].startswith("Your next injection is on")


def test_how_often_that_is_another_is_no_yes() -> None:
    chat = Talk(date(2026, 4, 10))
    chat.say("every 3 months, last one 9 march 2026")
    assert not chat.say("they said every 10 weeks so yes", "regimen")[0].startswith("Your next injection is on")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("oh no it was the day befor", "Thursday 8 April 2027"),
        ("no wait, it was the day before", "Thursday 8 April 2027"),
        ("hmm no it was the first friday", "Friday 2 April 2027"),
        ("sorry, it was the second thursday", "Thursday 8 April 2027"),
    ],
)
def test_the_day_beside_the_one_read(text: str, day: str) -> None:
    chat = Talk(date(2027, 4, 16))
    chat.say("every 6 weeks, last jab 9 april 2027")
    assert any(f"The last one was on {day}." in line for line in chat.say(text, None))


def test_the_two_after_a_month() -> None:
    chat = Talk(date(2027, 7, 6))
    chat.tell("every 10 weeks, last one 22 june 2027", "yes")
    assert chat.say("and the two after august's", None)[0].endswith(
        "Tuesday 9 November 2027 and Tuesday 18 January 2028."
    )


def test_both_that_were_due_are_two_of_all() -> None:
    chat = Talk(date(2027, 6, 24))
    chat.say("one every 2 weeks, 5 in all. the first was 3 june")
    lines = chat.say("i've had them both, 3 june and 17 june", None)
    assert any("5 injections, 2 of them given" in line for line in lines)


def test_missed_and_fitted_in_on_friday() -> None:
    chat = Talk(date(2026, 4, 1))
    chat.tell("every 4 weeks, last one 26 march 2026", "yes")
    chat.today = date(2026, 4, 28)
    lines = chat.say(
        "we were flooded in on the 23rd so i missed it. surgery can do friday. when's the one after that", None
    )
    assert lines[:2] == [
        "I have noted what your clinic booked: Friday 1 May 2026.",
        "The one after that is on Friday 29 May 2026.",
    ]


def test_the_last_date_is_sure_where_another_is_doubted() -> None:
    chat = Talk(date(2026, 6, 15))
    lines = chat.say("every 10 weeks, last was 5 may. the practice gave me 21 july, i don't think that's right is it?")
    assert not any("not sure of the last date" in line for line in lines)


def test_who_reckons_says() -> None:
    chat = Talk(date(2026, 4, 6))
    assert chat.say("nurse reckons every 10 weeks, last one 2 april")[0].startswith("Every 10 weeks.")
