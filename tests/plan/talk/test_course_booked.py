"""A course told with the days that were had and those that are booked."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from b12guide.plan.dates.planner import next_doses
from b12guide.plan.model import Anchor, Phase
from b12guide.plan.talk.course_booked import course_booked
from b12guide.plan.talk.state import State
from b12guide.plan.wording import phase_words
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 29)
WHO = dialogue.Who(TODAY, "GB", "Europe/London")
FIVE = (
    "five loading jabs, then every 3 months. Had two, on Tuesday and Friday. "
    "The other three are booked: 1, 4 and 8 December"
)


def _days(days: tuple[date, ...]) -> str:
    return " ".join(f"{day:%m-%d}" for day in days)


@pytest.mark.parametrize(
    ("text", "had", "booked"),
    [
        (FIVE, "11-24 11-27", "12-01 12-04 12-08"),
        ("course of 4. Done so far 17th and 24th. Booked in for the 1st and the 8th", "11-17 11-24", "12-01 12-08"),
        ("loading doses, 4 in all, had 20 and 26 Nov, appointments on 2 Dec and 5 Dec", "11-20 11-26", "12-02 12-05"),
        ("loading jabs, four of them. First 2 were on Monday and Thursday, 2 more booked, 1st and 3rd",
         "11-23 11-26", "12-01 12-03"),
        ("had two loading shots on Tuesday and Friday, 2 more booked: tue 1st, fri 4th", "11-24 11-27", "12-01 12-04"),
        ("1 loading dose to go out of 3, on the 2nd. Had the others on 23 and 26 November", "11-23 11-26", "12-02"),
        ("3 starter shots, none done, booked for Wednesday 2nd, Monday 7th and Friday 11th", "", "12-02 12-07 12-11"),
        ("out of 4 I've had two (November 19 and 23), next ones December 1 and 3", "11-19 11-23", "12-01 12-03"),
        ("course of six, had 9, 11, 16, 18 november, left the 30th and 2nd", "11-09 11-11 11-16 11-18", "11-30 12-02"),
    ],
)  # fmt: skip
def test_each_day_is_that_of_its_dose(text: str, had: str, booked: str) -> None:
    """Those that were had and those to come, however they are told."""
    found = course_booked(text, State(), WHO)
    assert found is not None
    assert (_days(found.had), _days(found.booked)) == (had, booked)


@pytest.mark.parametrize(
    "text",
    [
        "five loading jabs, had two, on Tuesday and Friday. Booked: 1 and 4 December",
        "loading course of 4, had 20 and 26 November, maybe booked 2 and 5 December",
        "loading course of 4, had 20 and 26 November, blood tests booked 2 and 5 December",
        "loading course of 4, had 20 and 26 November, are the others booked 2 and 5 December?",
        "loading course of 4, had 20 and 26 November, booked Wednesday 3 December and Saturday 5 December",
        "loading course of 4, missed the one on 26 November, had the 20th, booked 2 and 5 December",
        "had 20 and 26 November, then every 12 weeks",
        "course of 4 loading, not had the 20th and 26th, booked 2 and 5 December",
        "course of 4 loading, were due on the 20th and 26th, booked 2 and 5 December",
        "course of 4 loading, didn't have the 20th and 26th, booked 2 and 5 December",
        "course of 4 loading, had the 20th and 26th, were booked on the 2nd and 5th",
        "course of 4 loading, had 20 and 26 November 2024, booked 2 and 5 December",
        "course of 4 loading, had 20 and 26 November, booked Tuesday and Thursday week",
        "course of 4 loading, had 20 and 26 November, booked Tuesday and Thursday in January",
        "course of 4 loading, had Tuesday and Thursday last week, booked 2 and 5 December",
    ],
)
def test_what_leaves_a_day_open_is_none(text: str) -> None:
    """Too few days, a doubt, another thing, a question, a weekday that does not fit, one that was missed, no course."""
    assert course_booked(text, State(), WHO) is None


def test_read_back_and_kept() -> None:
    """The log, the days to come and the part behind them are read back, and nothing else is counted."""
    chat = Talk(TODAY)
    said = chat.say(FIVE)
    assert said[0] == "You told me of these: Tuesday 24 November 2026 and Friday 27 November 2026."
    assert any("2 of them given. To come: Tuesday 1, Friday 4 and Tuesday 8 December 2026." in line for line in said)
    assert any("Monday 8 March and Tuesday 8 June 2027" in line for line in said)
    chat.say("yes")
    assert chat.dates == ["2026-12-01", "2026-12-04", "2026-12-08", "2027-03-08"]


def test_one_that_was_had_late_leaves_the_others() -> None:
    """Whatever day one is had on, the others stay on their own days."""
    chat = Talk(TODAY)
    for text in (FIVE, "yes"):
        chat.say(text)
    chat.today = date(2026, 12, 2)
    chat.say("had it today")
    assert chat.dates[:3] == ["2026-12-04", "2026-12-08", "2027-03-08"]


@pytest.mark.parametrize("text", ["they moved the 4th to the 5th", "I'm booked for 2 December instead of the 1st"])
def test_one_that_is_moved_leaves_the_others(text: str) -> None:
    """A day of the clinic takes the place of one alone."""
    chat = Talk(TODAY)
    for told in (FIVE, "yes", text):
        chat.say(told)
    assert len({"2026-12-01", "2026-12-04", "2026-12-08"} & set(chat.dates)) == 2
    assert chat.dates[3] == "2027-03-08"


def test_without_a_booked_day_none_is_counted() -> None:
    """A dose of such a course of which no day is known is asked about, and never counted."""
    phase = Phase("loading", 1, 1, "d", count=3, days=("", "2026-12-01"))
    with pytest.raises(ValueError, match="How many injections"):
        next_doses((phase,), Anchor("last", TODAY, 0, 1), today=TODAY)
    assert phase_words(phase) == "3 injections on the days that your clinic booked"
