"""A gap that was halved or doubled is worked out or asked, and the day on which it was told dates no dose."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read, read_date
from tests.plan.talk.moves_chat import Talk

# A Wednesday.
TODAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    "text",
    [
        "mine is every 10 weeks and the doctor halved it Monday",
        "every 10 weeks, the nurse cut it in half on Tuesday",
        "every 10 weeks, they put me on that last Monday",
        "every 10 weeks, GP rang me yesterday",
        "every 10 weeks. saw the consultant on Friday",
        "every 10 weeks, doc switched me Monday",
        "every 10 weeks, they texted Tuesday",
        "every 10 weeks, she doubled it yesterday",
    ],
)
def test_the_day_of_the_telling_is_no_dose(text: str) -> None:
    """No date of a dose is read in it."""
    assert read(text, today=TODAY).dates == ()
    assert read_date(text, today=TODAY).date is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("every 10 weeks, last one was Monday", "2026-06-08"),
        ("every 10 weeks, nurse called me in and gave me it yesterday", "2026-06-09"),
        ("every 10 weeks, had it yesterday", "2026-06-09"),
    ],
)
def test_the_day_of_a_dose_is_one(text: str, day: str) -> None:
    """Whoever was seen or called, it was had then."""
    assert [str(mention.date) for mention in read(text, today=TODAY).dates] == [day]


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("was every 10 weeks, he cut the time in half", (5, "wk")),
        ("every 12 weeks, but it's twice as often now", (6, "wk")),
        ("every 4 weeks, and they doubled the gap", (8, "wk")),
        ("every 6 weeks, the wait between them was halved", (3, "wk")),
        ("it was every 8 weeks, he halved it. same dose", (4, "wk")),
    ],
)
def test_the_time_that_changed_is_worked_out(text: str, gap: tuple[int, str]) -> None:
    """The new gap is read, and read back for a yes."""
    reading = read(text, today=TODAY)
    assert [(phase.period, phase.unit) for phase in reading.phases] == [gap]
    assert not [one for one in reading.questions if one.about == "interval"]


@pytest.mark.parametrize("text", ["every 10 weeks, doc halved it", "every 10 weeks and it was doubled"])
def test_gap_or_dose_is_asked(text: str) -> None:
    """The old gap is not kept without a word."""
    asked = [one for one in read(text, today=TODAY).questions if one.about == "interval"]
    assert [question.text.split(":")[0] for question in asked] in (["What was halved"], ["What was doubled"])


@pytest.mark.parametrize(
    "text",
    [
        "every 10 weeks, they halved my dose",
        "every 10 weeks, the strength was halved",
        "every 10 weeks, can they halve it?",
        "every 10 weeks, I wish they would halve it",
        "every 10 weeks, the first half of the year",
        "every 10 weeks, I cut the tablet in half",
    ],
)
def test_what_changes_no_gap(text: str) -> None:
    """The dose, a question, a wish and another thing."""
    reading = read(text, today=TODAY)
    assert [(phase.period, phase.unit) for phase in reading.phases] == [(10, "wk")]
    assert not [one for one in reading.questions if one.text.startswith("What was")]


@pytest.mark.parametrize(
    ("answer", "gap"),
    [("the time", 5), ("the gap between them", 5), ("same shot, he changed the time", 5), ("not the dose", 5),
     ("the dose", 10), ("the amount, not the gap", 10)],
)  # fmt: skip
def test_the_answer_for_a_known_plan(answer: str, gap: int) -> None:
    """Asked of a plan that was agreed, it is read back with what was meant."""
    talk = Talk(TODAY)
    for text in ("every 10 weeks, last one 1 june 2026", "yes"):
        talk.say(text)
    assert "What was halved: the gap, so it is every 5 weeks?" in talk.say("the doctor halved it Monday")[0]
    said = "\n".join(talk.say(answer))
    assert f"very {gap} weeks" in said
    assert said.endswith("Is that what your clinic said?")
    assert talk.kept is not None
    assert talk.kept["anchor"]["date"] == "2026-06-01"
