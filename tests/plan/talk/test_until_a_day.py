"""A part of the plan that ends on a day: the doses up to it, counted as soon as it is known when the first one is."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import plan
from b12guide.plan.reading.reader import read
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 5, 29)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("daily until 8 june", "2026-06-08"),
        ("daily, finish 8th june", "2026-06-08"),
        ("one a day finishing on the 8th of june", "2026-06-08"),
        ("every other day ending June 8 then monthly", "2026-06-08"),
        ("alternate days up to and including monday 8 june", "2026-06-08"),
        ("until the 8th of June, daily", "2026-06-08"),
        ("mon wed fri till friday 12th", "2026-06-12"),
        ("daily till 3 jan 2027", "2027-01-03"),
        ("fortnightly until 20 august then every 2 months", "2026-08-20"),
        ("daily from 1 june to 8 june", "2026-06-08"),
    ],
)
def test_the_day_is_the_end(text: str, last: str) -> None:
    """Nothing is asked of it, and it is the date of no dose that was had."""
    reading = read(text, today=TODAY)
    assert reading.phases[0].ends == last
    assert reading.phases[0].kind == "loading"
    assert not reading.questions
    assert not [mention for mention in reading.dates if mention.date.isoformat() == last]


@pytest.mark.parametrize(
    "text",
    [
        "every 12 weeks, next one not until 8 june",
        "monthly but i'm away until 8 june",
        "every 12 weeks until 8 june",
        "every 8 weeks, can't have it till 8 june",
        "daily, finished 8 may",
        "i was on daily until 8 may, now every 12 weeks",
    ],
)
def test_other_days_end_no_part(text: str) -> None:
    """A day before which none is due, a journey, a part that is over."""
    assert all(phase.ends is None for phase in read(text, today=TODAY).phases)


@pytest.mark.parametrize(("said", "last"), [((2026, 6, 12), "2026-06-08"), ((2026, 5, 28), "2026-06-08"),
                                             ((2026, 11, 20), "2027-06-08")])  # fmt: skip
def test_the_year_of_the_end(said: tuple[int, int, int], last: str) -> None:
    """The coming one; soon after it, the one that has been."""
    assert read("daily finish 8 june", today=date(*said)).phases[0].ends == last


def test_only_the_start_is_asked() -> None:
    """How many there are follows from it, and from another start when that is put right."""
    chat = Talk(TODAY)
    assert "first" in "\n".join(chat.say("daily finish 8 june, then every 3 months"))
    answer = "\n".join(chat.say("1 june"))
    assert "every day for 8 injections" in answer
    assert "Tuesday 8 September" in answer
    answer = "\n".join(chat.say("sorry, it starts on 3 june"))
    assert "every day for 6 injections" in answer
    assert "Tuesday 8 September" in answer


def test_with_its_start_nothing_is_asked() -> None:
    """Mondays, Wednesdays and Fridays from one Monday to the second Friday are six."""
    chat = Talk(TODAY)
    answer = "\n".join(chat.say("mon wed fri till friday 12th, first one 1 june, then every 8 weeks"))
    assert "6 injections" in answer
    assert "Friday 7 August and" in answer


def test_of_a_last_one_what_is_left_is_counted() -> None:
    """Had on the 2nd of every other day until the 8th: three more."""
    chat = Talk(date(2026, 6, 3))
    chat.say("every other day until 8 june then every 12 weeks")
    chat.say("started 31 may")
    answer = "\n".join(chat.say("yes all of them"))
    assert "5 injections, 2 of them given" in answer
    assert "Thursday 4" in answer
    assert "Monday 8 June" in answer


def test_the_command_line_counts_to_the_day() -> None:
    """A plan in one text has its dates at once."""
    result = plan("daily from 1 june until 4 june 2026, then monthly", today=TODAY)
    assert [dose.earliest for dose in result.next] == [date(2026, 6, day) for day in (1, 2, 3, 4)]
