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


@pytest.mark.parametrize(
    "text",
    [
        # "Half the time" is as often as not.
        "every 10 weeks, last one 1 june. half the time I forget about it",
        "every 10 weeks. I miss the bus half the time",
        "every 10 weeks. half the weeks I feel fine",
        # It was refused, or only spoken of.
        "every 10 weeks. the doctor halved the gap and I said no",
        "every 10 weeks, she doubled the gap but I refused",
        "every 10 weeks. I won't have it, the gap was doubled",
        "every 10 weeks, I'm not letting them, the gap was halved",
        "every 10 weeks, he suggested halving the gap",
        # Of somebody or something else.
        "every 10 weeks. my neighbour has hers twice as often",
        "every 10 weeks. my sister's gap was halved",
        "every 10 weeks. the headaches come half as often",
        "every 10 weeks. the wait at the clinic was doubled",
        "every 10 weeks. the queue was twice as long",
        "every 10 weeks. a bruise takes twice as long to go",
        "every 10 weeks. my check-up was half as long",
        "every 10 weeks. my thyroid tablets were doubled",
        "every 10 weeks. my insulin was too strong so they halved it",
        "every 10 weeks. I go to the loo twice as often",
        "every 10 weeks, I am tired twice as often now",
        "every 10 weeks. they doubled my rent",
        "every 10 weeks. the arm aches twice as often since",
        # Told against what was before: the gap that is told is the one of now.
        "every 10 weeks, twice as often as before",
        "every 10 weeks, that is half as often as before",
        "every 10 weeks, it was halved from 20 weeks",
        "every 10 weeks, which is twice as often as I used to have it",
        "it is every 10 weeks since June, the gap was halved from 20",
    ],
)
def test_what_is_no_fact_of_the_gap(text: str) -> None:
    """The gap that was told stays, without a number of doses and without a question."""
    reading = read(text, today=TODAY)
    assert [(phase.count, phase.frequency, phase.period, phase.unit) for phase in reading.phases] == [
        (None, 1, 10, "wk")
    ]
    assert not [one for one in reading.questions if one.about == "interval"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("I been on the jab every 10 weeks, doc halved the gap Tuesday", 5),
        ("my b12 was every 10 weeks and now I get it twice as often", 5),
        ("every 10 weeks but the gap between injections has been doubled", 20),
        ("every 10 weeks. the nurse has doubled the time between them", 20),
        ("every 10 weeks, they halved the gap but not the dose", 5),
        ("no, it was every 10 weeks, the clinic cut my gap in half", 5),
        ("every 10 weeks. my injections are half as often now", 20),
    ],
)
def test_the_gap_of_one_s_own_injections(text: str, period: int) -> None:
    """Said of the gap or of the injections in so many words, it is worked out."""
    reading = read(text, today=TODAY)
    assert [(phase.count, phase.frequency, phase.period, phase.unit) for phase in reading.phases] == [
        (None, 1, period, "wk")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "every 10 weeks, my lovely new consultant in town halved the gap",
        "every 10 weeks, she is going to halve the gap",
        "every 10 weeks, i need my jab twice as often",
        "every 10 weeks. they halved the gap. I said no",
        "6 every other day then every 10 weeks, they halved the time",
    ],
)
def test_what_is_in_doubt_is_asked(text: str) -> None:
    """Neither the old gap nor the new one stands without a word."""
    asked = [one.text for one in read(text, today=TODAY).questions if one.about == "interval"]
    assert [words.split(":")[0].split(". ")[0] for words in asked] in (
        ["What was halved"],
        ["You wrote that it was halved"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "half the time I forget which leg",
        "the doctor halved the gap and I turned it down",
        "I didn't let them, the gap was doubled",
        "my mother-in-law has hers twice as often",
        "my thyroid tablets were doubled",
        "every 10 weeks, twice as often as before",
        "the scan took twice as long",
    ],
)
def test_a_known_plan_stays(text: str) -> None:
    """No other gap is read back, and nothing is asked of it."""
    talk = Talk(TODAY)
    for told in ("every 10 weeks, last one 1 june 2026", "yes"):
        talk.say(told)
    said = "\n".join(talk.say(text))
    assert "What was" not in said
    assert "You now say" not in said
    assert talk.kept is not None
    assert [phase["period"] for phase in talk.kept["phases"]] == [10]


def test_a_known_plan_is_read_back_with_its_new_gap() -> None:
    """In so many words, of the gap."""
    talk = Talk(TODAY)
    for told in ("every 10 weeks, last one 1 june 2026", "yes"):
        talk.say(told)
    said = "\n".join(talk.say("I get it twice as often now, they halved the gap"))
    assert "very 5 weeks" in said
    assert said.endswith("Is that what your clinic said?")
