"""A place or a number that says how many of a course were had is a count, and no day of the month."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 9)  # a Wednesday
COURSE = "3 times a week on mondays, wednesdays and fridays for 2 weeks, last one was today"
FIRST = "3 times a week on mondays, wednesdays and fridays for 2 weeks, first one was monday 31 may"


def told(*texts: str) -> tuple[Talk, str]:
    """A conversation after some messages, with its last answer."""
    chat = Talk(TODAY)
    return chat, "\n".join([chat.say(text) for text in texts][-1])


def days(chat: Talk) -> list[str]:
    """The days of the log."""
    assert chat.kept is not None
    return [dose["day"] for dose in chat.kept["given"]]


@pytest.mark.parametrize(
    "text",
    [
        "this was the 5th",
        "5. today's was number 5",
        "today's one was my fifth!",
        "five under my belt, one to go",
        "5 out of the way",
        "the fifth jab",
        "6 in all and this was my 5th",
        "it was my 5th, not the 5th of june",
    ],
)
def test_a_place_answers_how_many(text: str) -> None:
    """One is left, and the log has the one of today alone."""
    chat, said = told(COURSE, text)
    assert "That is 6 injections, 5 of them given. To come: Friday 11 June 2027." in said
    assert days(chat) == ["2027-06-09"]


@pytest.mark.parametrize("text", ["no, 5. today's was the 5th", "sorry, that was the fifth one"])
def test_a_place_puts_a_number_right(text: str) -> None:
    """It is no date that is put right."""
    chat, said = told(COURSE, "4", text)
    assert "6 injections, 5 of them given." in said
    assert days(chat) == ["2027-06-09"]


@pytest.mark.parametrize(
    "beside",
    ["had this morning's already so that's 5 in the bag!! how many left?", "just had today's, so I've had 5 so far"],
)
def test_the_first_day_and_one_of_today(beside: str) -> None:
    """As many as the plan has by today: all of them are in the log, and the rest is said."""
    chat, said = told(f"{FIRST}. {beside}")
    assert "6 injections, 5 of them given. To come: Friday 11 June 2027." in said
    assert days(chat) == ["2027-05-31", "2027-06-02", "2027-06-04", "2027-06-07", "2027-06-09"]


def test_another_number_than_the_plan_has_fills_no_log() -> None:
    """Which of them were had is not known then."""
    chat, _ = told(f"{FIRST}. just had today's, so I've had 4 so far")
    assert "2027-06-04" not in days(chat)


def test_how_many_is_told_by_the_part() -> None:
    """ "3 of the 6" says nothing of the part that follows."""
    _, said = told("3 times a week for 2 weeks then every 2 months. had 3 of the 6, last one was friday 4 june")
    assert "6 injections, 3 of them given" in said


@pytest.mark.parametrize("text", ["is my fifth one next week?", "suppose this was the 5th", "which was the 3rd one?"])
def test_what_is_asked_or_supposed_counts_nothing(text: str) -> None:
    """The plan stays as it is."""
    chat, _ = told(COURSE, "4", "yes")
    chat.say(text)
    assert chat.kept is not None
    assert chat.kept["anchor"]["done"] == 4
