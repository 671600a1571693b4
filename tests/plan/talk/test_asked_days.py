"""Days in a question are asked about: no plan is changed by them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk


def kept(today: date, *texts: str) -> Talk:
    """A conversation in which a plan was stated and confirmed."""
    chat = Talk(today)
    for text in (*texts, "yes"):
        chat.say(text)
    return chat


def on_the_30th() -> Talk:
    """Every 3 months from 30 November 2026: 28 February, 30 May and 30 August 2027."""
    return kept(date(2026, 12, 1), "every 3 months, last one 30 November 2026")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("After the 28th of February 2027, when is the following one?",
         ["After Sunday 28 February 2027, the next one is on Sunday 30 May 2027."]),
        ("the jab after Sunday 28 February", ["After Sunday 28 February 2027, the next one is on Sunday 30 May 2027."]),
        ("after 28 Feb, when is the next", ["After Sunday 28 February 2027, the next one is on Sunday 30 May 2027."]),
        ("is it the 30th or the 28th in May?",
         ["Sunday 30 May 2027 is one of your dates.", "By your plan there is none on Friday 28 May 2027."]),
        ("which day in August next year?", ["1 injection: Monday 30 August 2027."]),
        ("You told me the 30th of May. Now it says the 28th. Which is right?",
         ["Sunday 30 May 2027 is one of your dates.", "By your plan there is none on Friday 28 May 2027."]),
        ("is it on the 28th of May or on the 30th?",
         ["Sunday 30 May 2027 is one of your dates.", "By your plan there is none on Friday 28 May 2027."]),
    ],
)  # fmt: skip
def test_a_day_in_a_question_is_asked_about(text: str, lines: list[str]) -> None:
    """A day of the plan is found by what is said of it, without its year too, and the plan stays as it was kept."""
    chat = on_the_30th()
    before = dict(chat.kept or {})
    assert chat.say(text)[: len(lines)] == lines
    after = chat.kept or {}
    assert [after[name] for name in ("phases", "anchor", "confirmed", "kept")] == [
        before[name] for name in ("phases", "anchor", "confirmed", "kept")
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("isn't 11 March 8 weeks from the 14th?", "Yes, that is right."),
        ("is 12 March 8 weeks after 14 January?", "Not quite."),
    ],
)
def test_how_far_two_days_are_apart(text: str, right: str) -> None:
    """The first day and the length of time are held against the second."""
    chat = kept(date(2027, 1, 20), "every 8 weeks, last one 14 January 2027")
    assert chat.say(text) == [right, "8 weeks after Thursday 14 January 2027 is Thursday 11 March 2027."]


@pytest.mark.parametrize("text", ["are you certain that is 28 days?", "is it exactly 28 days", "28 days apart?"])
def test_how_far_the_next_one_is_from_the_last(text: str) -> None:
    """The days between the last one and the next."""
    chat = kept(date(2027, 1, 22), "every 4 weeks, last one 22 January 2027")
    assert chat.say(text) == [
        "Yes, that is right.",
        "It is 28 days from Friday 22 January 2027 to Friday 19 February 2027.",
    ]


@pytest.mark.parametrize("text", ["how many days until it?", "how many sleeps", "how many days is that away"])
def test_how_many_days_until_the_next(text: str) -> None:
    """The days from today."""
    chat = kept(date(2027, 1, 20), "every 4 weeks, last one 1 January 2027")
    assert chat.say(text) == ["9 days from today. It is on Friday 29 January 2027."]


def test_a_statement_with_a_question_is_still_taken() -> None:
    """A dose told of beside a question counts, and the answer is of the plan as it then is."""
    chat = Talk(date(2026, 12, 15))
    chat.say("every 3 months, last one 1 October 2026")
    lines = chat.say("No. Mine was the 22nd. When is mine?")
    assert lines[:2] == [
        "Every 3 months. The last one was on Thursday 22 October 2026.",
        "The next one is on Friday 22 January 2027.",
    ]


def test_a_change_of_a_kept_plan_is_read_back_as_one() -> None:
    """What was kept and what is said now, before the plan."""
    chat = kept(date(2026, 11, 10), "every 10 weeks, last one 26 October 2026")
    lines = chat.say("sorry, it was the 19th")
    assert lines[0] == "I had Monday 26 October 2026. You now say Monday 19 October 2026."
    assert lines[-1] == "Is that what your clinic said?"


def test_the_dose_that_was_asked_about_was_not_given() -> None:
    """A no belongs to the dose that was asked about, and the date said with "the last one I had" is the last one."""
    chat = Talk(date(2027, 1, 2))
    chat.say("Every 10 weeks. Last one I had was 26 October. I missed the one on 28 December")
    lines = chat.say("No it wasn't given. The last one I had was Monday 26 October, sorry")
    assert lines[0] == "Every 10 weeks. The last one was on Monday 26 October 2026."


def test_a_plan_is_gone_when_that_is_asked() -> None:
    """The plan goes at once; alarms are said to stay, and what comes instead is the clinic's to say."""
    chat = kept(date(2027, 2, 1), "every 12 weeks, last one 14 December 2026")
    lines = chat.say("The GP has put me on tablets instead. Stop the reminders please")
    assert lines == [
        "I have forgotten your plan. Dates and alarms in your own phone or calendar stay there. Please take them out "
        "yourself. What you have instead is for your clinic to say. Ask them what comes next."
    ]
    assert chat.kept is None


def test_the_day_does_not_creep() -> None:
    """Of a plan from the 30th, the clinic's 28 February is the plan's own, and the one after it is on 30 May."""
    chat = on_the_30th()
    assert chat.say("my next one is on 28 February 2027")[1] == "The one after that is on Sunday 30 May 2027."


def test_a_date_in_doubt_is_still_asked() -> None:
    """How often, said again while it is open which Tuesday was meant, leaves that open."""
    chat = Talk(date(2026, 12, 8))
    question = chat.say("every 10 weeks after the loading, first one tuesday")[0]
    assert chat.say("every other day for 2 weeks")[0] in question


def test_what_is_asked_behind_a_yes_is_answered() -> None:
    """A yes keeps the plan, and the next sentence gets its list."""
    chat = Talk(date(2027, 1, 22))
    chat.say("every 10 weeks, last one 14 January 2027")
    lines = chat.say("Yes, that is right. But I asked for all the dates in 2027.")
    assert lines[0].startswith("5 injections: Thursday 25 March")
    assert chat.last.key is not None


@pytest.mark.parametrize(
    "text",
    ["how long's that from now", "no i mean how many days til the 10 july one", "how many weeks till the next one",
     "days to go?", "nothing's different. how far off is my next one", "what's that in days"],
)  # fmt: skip
def test_more_than_2_weeks_are_said_in_weeks_too(text: str) -> None:
    """The days from today, and the weeks."""
    chat = Talk(date(2027, 6, 16))
    chat.say("every 3 months, last one 10 april")
    assert chat.say(text)[0] == "24 days (3 weeks and 3 days) from today. It is on Saturday 10 July 2027."


@pytest.mark.parametrize("text", ["is it on 31 november?", "is it on the 31 november?", "is it on 30 february 2027?"])
def test_a_day_that_there_is_not_is_answered_with_the_next_one(text: str) -> None:
    """No month has such a day, and nothing fails for want of one."""
    assert on_the_30th().say(text)[:1] == ["Your next injection is on Sunday 28 February 2027."]


@pytest.mark.parametrize("text", ["is one due on the 30 may?", "is one due on the 30 may 2027?"])
def test_the_month_behind_a_number_belongs_to_it(text: str) -> None:
    """ "The 30 May" is no 30th of another month."""
    assert on_the_30th().say(text)[0] == "Sunday 30 May 2027 is one of your dates."


def test_a_day_is_that_of_the_coming_year() -> None:
    """ "15 January" is the next one, though the plan has that day in the January after."""
    chat = Talk(date(2026, 12, 7))
    for told in ("every 10 days, last one 1 december 2026", "yes"):
        chat.say(told)
    assert chat.say("is one due on the 15 January?")[0] == "By your plan there is none on Friday 15 January 2027."
