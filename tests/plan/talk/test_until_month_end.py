"""A course up to the end of a month, and weekends that are left out beside the days of the week."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 24)  # a Thursday


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("every wednesday till the end of july", "2027-07-31"),
        ("weekly on wednesdays until end of july", "2027-07-31"),
        ("daily up to the very end of june", "2027-06-30"),
        ("once a week through to the end of december", "2027-12-31"),
        ("twice a week until the end of february 2028", "2028-02-29"),
    ],
)
def test_the_end_of_a_month_is_its_last_day(text: str, last: str) -> None:
    """The part ends on it, and nothing is asked of how many there are."""
    reading = read(text, today=TODAY)
    assert reading.phases[0].ends == last
    assert not reading.questions


@pytest.mark.parametrize(
    "texts",
    [
        ("every wednesday till the end of july, last one wednesday the 23rd",),
        ("it's every wednesday until the end of july", "the last one was on wednesday, the 23rd"),
        ("last one was 23 june. every wednesday until the end of july",),
    ],
)
def test_the_weekdays_up_to_it_and_none_after(texts: tuple[str, ...]) -> None:
    """Five are to come, the last one on the last Wednesday of July."""
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    assert chat.dates[:4] == ["2027-06-30", "2027-07-07", "2027-07-14", "2027-07-21"]
    left = " ".join(chat.say("how many left?", request="left"))
    assert "Wednesday 21 and Wednesday 28 July 2027." in left, left


def test_a_long_gap_until_then_is_asked_as_before() -> None:
    """One in 12 weeks has no such end."""
    assert all(phase.ends is None for phase in read("every 12 weeks until the end of july", today=TODAY).phases)


@pytest.mark.parametrize(
    "text",
    [
        "mon wed fri, not at weekends, 6 of them, first one monday 28 june",
        "6 of them mon wed fri but no weekends, starting monday 28 june",
        "6 jabs every other day but not weekends, first one monday 28 june",
        "6 injections on alternate days, not on weekends, first one on monday 28 june",
    ],
)
def test_no_weekends_beside_the_days(text: str) -> None:
    """Six days without a Saturday or a Sunday, all read back."""
    chat = Talk(TODAY)
    answer = " ".join(chat.say(text))
    assert "Monday 28, Wednesday 30 June, Friday 2, Monday 5, Wednesday 7 and Friday 9 July 2027" in answer, answer
    assert "did not understand" not in answer


@pytest.mark.parametrize("text", ["every 12 weeks, not at weekends", "every saturday, not every weekend"])
def test_other_weekends_are_left_to_the_reader(text: str) -> None:
    """Where no days of the week are told, what the words mean is not taken for granted."""
    assert all(not phase.days_of_week or phase.days_of_week == ("sat",) for phase in read(text, today=TODAY).phases)
