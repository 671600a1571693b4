"""A day that was noted as booked can be taken out again: the next date is counted from the log."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 4)
OUT = "It is out."
NEXT = "Your next injection is on Thursday 3 June 2027."


def _booked() -> Talk:
    chat = Talk(TODAY)
    for text in ("every 8 weeks, last one 8 april 2027", "yes", "they booked me in for wednesday 12 may"):
        chat.say(text)
    assert (chat.kept or {})["booked"] == "2027-05-12"
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "the clinic booked nothing",
        "nothing is booked",
        "no no, they booked nothing. i only asked",
        "there's no booking",
        "nobody booked anything",
        "clinic booked nothing. i asked about june 2 for my driver. please keep 3 june",
        "12 may is wrong, remove it",
        "12 may is wrong",
        "take out the 12th of may please",
        "delete 12 may. only 3 june",
    ],
)
def test_it_is_out(text: str) -> None:
    """The booked day goes, and the next date is that of the plan."""
    chat = _booked()
    assert chat.say(text) == [OUT, NEXT]
    assert (chat.kept or {})["booked"] is None
    assert chat.dates[0] == "2027-06-03"


@pytest.mark.parametrize(
    "text",
    [
        "nothing's booked, last was 8 april, every 8 weeks",
        "no. last was 8 april, every 8 weeks, no booking. what is the next date",
    ],
)
def test_out_with_the_plan_told_again(text: str) -> None:
    """The plan is read back as it was told, without the day."""
    chat = _booked()
    answer = " ".join(chat.say(text))
    assert "The next one is on Thursday 3 June 2027." in answer
    assert (chat.kept or {})["booked"] is None
    assert chat.dates[0] == "2027-06-03"


def test_out_with_a_question() -> None:
    """Whether a day still stands is answered from the plan without it."""
    chat = _booked()
    answer = chat.say("the clinic booked nothing. is june 3 still on?")
    assert answer[0] == OUT
    assert "Yes. It is on Thursday 3 June 2027." in answer
    assert (chat.kept or {})["booked"] is None


def test_a_moved_one_of_a_course_is_out_too() -> None:
    """A day in the place of one of a course goes back to its own."""
    chat = Talk(TODAY)
    for text in ("weekly for 6, first one 10 may 2027", "yes", "the clinic moved the 17th to 18 may"):
        chat.say(text)
    assert chat.dates[1] == "2027-05-18"
    chat.say("18 may is wrong, remove it")
    assert chat.dates[1] == "2027-05-17"


@pytest.mark.parametrize(
    "text",
    [
        "is nothing booked then?",
        "12 may is wrong, they booked me for the 13th",
        "i can't make the 12th of may",
        "should i take the 12th of may out?",
        "if 12 may is wrong, what do i do?",
        "take 12 may",
    ],
)
def test_what_takes_nothing_out(text: str) -> None:
    """A question, a supposition, a visit that cannot be kept and another booking."""
    chat = _booked()
    assert OUT not in chat.say(text)


def test_no_booking_beside_the_plans_own_day_books_nothing() -> None:
    """Where none was noted, "leave it at the 3rd" is no day that the clinic set."""
    chat = Talk(TODAY)
    for text in ("every 8 weeks, last one 8 april 2027", "yes"):
        chat.say(text)
    answer = " ".join(chat.say("no, they booked nothing. leave it at 3 june"))
    assert NEXT in answer
    assert "noted what your clinic booked" not in answer
    assert (chat.kept or {})["booked"] is None
