"""A holiday that is named in a question is no dose; whether one is on its weekend is said."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import read
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 2)
PLAN = "every 4 weeks, last one 1 march 2027"  # next Easter Monday, 29 March 2027


@pytest.mark.parametrize(
    "text",
    [
        "does it hit the easter weekend?",
        "will that land on easter weekend",
        "is the 29th part of the easter weekend or not",
        "i want to know does the next one fall in the easter weekend question mark",
        "is it over the easter weekend, yes or no period",
    ],
)
@pytest.mark.parametrize("lead", ["", "yes so "])
def test_on_the_weekend(text: str, lead: str) -> None:
    """Yes, with its date and the day of the holiday; a yes before it is one."""
    chat = Talk(TODAY)
    chat.say(PLAN)
    said = chat.say(f"{lead}{text}")
    assert said[0] == "Yes. Monday 29 March 2027 is on the weekend of Easter Sunday."
    assert said[1] == "Easter Sunday is on Sunday 28 March 2027."
    assert chat.kept is not None
    assert chat.kept["confirmed"] is bool(lead)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("does one fall on the christmas weekend?", "No. None of your dates is on the weekend of Christmas Day."),
        ("will any hit the good friday weekend", "Yes. Monday 29 March 2027 is on the weekend of Good Friday."),
    ],
)
def test_of_any_date(text: str, first: str) -> None:
    """All dates to come are looked at."""
    chat = Talk(TODAY)
    chat.say(PLAN)
    chat.say("yes")
    assert chat.say(text)[0] == first


@pytest.mark.parametrize(
    "asks",
    [
        "will the next one hit the easter weekend?",
        "and i wanna know does it fall on the easter weekend question mark",
        "do i get one over the easter weekend new line we go to my sister question mark",
    ],
)
@pytest.mark.parametrize(
    "plan", ["every 4 weeks and i had the last one on 1 march 2027", "4 weekly, last one yesterday"]
)
def test_asked_with_the_plan(plan: str, asks: str) -> None:
    """The plan is read back, with the answer before it."""
    chat = Talk(TODAY)
    said = chat.say(f"{plan} {asks}", "regimen")
    assert said[0].startswith("Yes. Monday 29 March 2027")
    assert said[-1] == "Is that what your clinic said?"
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == "2027-03-01"


@pytest.mark.parametrize("text", ["every 4 weeks, last one was on good friday", "every 4 weeks, had it on boxing day"])
def test_a_dose_told_on_a_holiday_is_one(text: str) -> None:
    """It is dated or asked about as before."""
    reading = read(text, today=TODAY)
    assert reading.dates or any(question.about == "date" for question in reading.questions)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("my shots are every other week and the last one was last monday period", 2),
        ("every other week, last monday was the last one full stop", 2),
        ("no no the question is when is my next one, every three weeks, last one 1 march question mark", 3),
        ("new line every 3 weeks new line last one 1 march", 3),
    ],
)
def test_marks_that_were_spoken(text: str, period: int) -> None:
    """They are no words of a plan."""
    chat = Talk(TODAY)
    chat.say(text, "regimen")
    assert chat.kept is not None
    assert [(one["period"], one["unit"]) for one in chat.kept["phases"]] == [(period, "wk")]
    assert chat.kept["anchor"]["date"] == "2027-03-01"
    assert chat.kept["about"] == "confirm"
