"""The day of the last one put right by a weekday: it lies next to the day told, whoever says so, and replaces it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 9)  # a Wednesday
PLAN = "every 10 weeks, last one thursday 15 april"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("it was the wednesday, not the thursday", "2027-04-14"),
        ("the friday, not the thursday", "2027-04-16"),
        ("not the thursday, it was the tuesday", "2027-04-13"),
        ("my sister reckons it was the friday, it's in her diary", "2027-04-16"),
        ("no, wednesday. the day before", "2027-04-14"),
        ("sorry, the monday", "2027-04-12"),
        ("the wednesday before that thursday. wednesday the 14th of april", "2027-04-14"),
    ],
)
def test_a_weekday_next_to_the_day_told(text: str, day: str) -> None:
    """The log has that day alone, and the plan counts from it."""
    chat = Talk(TODAY)
    for each in (PLAN, "yes", text):
        chat.say(each)
    assert chat.kept is not None
    assert [dose["day"] for dose in chat.kept["given"]] == [day]
    assert chat.kept["anchor"]["date"] == day


def test_two_that_are_put_right_leave_one() -> None:
    """What was never agreed to stays nowhere."""
    chat = Talk(TODAY)
    for each in (PLAN, "yes", "actually it was 20 april", "no, 14 april", "yes"):
        chat.say(each)
    assert "\n".join(chat.say("which have you got down as given?")) == "You told me of these: Wednesday 14 April 2027."


def test_one_more_is_no_correction() -> None:
    """The one before stays in the log."""
    chat = Talk(TODAY)
    for each in ("every 4 weeks, last one 12 may", "yes", "had it today"):
        chat.say(each)
    assert chat.kept is not None
    assert [dose["day"] for dose in chat.kept["given"]] == ["2027-05-12", "2027-06-09"]


@pytest.mark.parametrize("text", ["was it the friday, not the thursday?", "they moved it to the friday"])
def test_another_thing_puts_nothing_right(text: str) -> None:
    """A question, or a day that was moved, is no day of the last one."""
    chat = Talk(TODAY)
    for each in (PLAN, "yes", text):
        chat.say(each)
    assert chat.kept is not None
    assert [dose["day"] for dose in chat.kept["given"]] == ["2027-04-15"]


@pytest.mark.parametrize(
    ("gap", "text", "days"),
    [
        ("every 4 weeks", "had it on monday", ["2027-06-07"]),
        ("every 4 weeks", "the nurse was ill, I had it on tuesday", ["2027-06-08"]),
        ("every week", "had it on monday", ["2027-06-05", "2027-06-07"]),
    ],
)
def test_a_dose_that_was_not_sure_gives_way_to_the_day_it_was(gap: str, text: str, days: list[str]) -> None:
    """Within a week of it, where they are due farther apart; one more is one more, and is never taken for the same."""
    chat = Talk(TODAY)
    for each in (f"{gap}, last one 8 may", "yes", "I think I had it on 5 june", text):
        chat.say(each)
    assert chat.kept is not None
    assert [dose["day"] for dose in chat.kept["given"] if dose["day"] > "2027-06"] == days
