"""Questions about days that were shown, or a stretch of them, are answered by themselves and first."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 8)
PLAN = "every 11 weeks, last one was 14 january 2027"  # Thursdays: 1 April, 17 June, 2 September, 18 November


def _kept(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in (PLAN, "yes", *texts):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("is the 17th of june one of those?", "Yes. Thursday 17 June 2027 is one of your dates."),
        ("is 16 june in the list", "No. By your plan there is none on Wednesday 16 June 2027."),
        ("is 1 april among them?", "Yes. Thursday 1 April 2027 is one of your dates."),
    ],
)
def test_a_day_of_the_list(text: str, line: str) -> None:
    """Yes or no, and not the whole plan."""
    assert _kept("the next four dates please").say(text)[0] == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("anything due between 10 and 25 june?", "Yes. 1 injection: Thursday 17 June 2027."),
        ("do any fall from the 20th of march to the 5th of april", "Yes. 1 injection: Thursday 1 April 2027."),
        ("is there one between 2 and 9 july?", "No injection falls between Friday 2 July 2027 and Friday 9 July 2027."),
    ],
)
def test_a_stretch_of_days(text: str, line: str) -> None:
    """Every day from the first to the last counts, with or without its month."""
    assert _kept().say(text)[0] == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("what year is the last of those?", "It is on Thursday 18 November 2027."),
        ("which year is that june one", "It is on Thursday 17 June 2027."),
    ],
)
def test_the_year_of_one_that_was_listed(text: str, line: str) -> None:
    """The date with its year, of the one that is meant."""
    assert _kept("the next four dates please").say(text) == [line]


def test_how_many_in_the_year() -> None:
    """Those that are still to come in it, with their days."""
    assert _kept().say("how many more do I have this calendar year") == [
        "4 injections: Thursday 1 April, Thursday 17 June, Thursday 2 September and Thursday 18 November 2027."
    ]


@pytest.mark.parametrize(
    "text", ["the party is on 2 april, can I have it before?", "my exam is 1 april. could i get mine earlier"]
)
def test_leave_to_have_it_before(text: str) -> None:
    """The clinic decides, and the day of something else is none of an injection."""
    assert _kept().say(text) == [
        "By your plan it is on Thursday 1 April 2027.",
        "Only your clinic can move it. Ask them. If they agree, tell me the new date and I will keep it.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I do 7 on 7 off, on again from the 20th of march. Am I off that day?",
        "my roster says late shift from 28 march, will I be working then?",
    ],
)
def test_a_roster_is_not_worked_out(text: str) -> None:
    """No day is said to be free; the date is, and who can move it."""
    assert _kept().say(text) == [
        "I cannot work out rosters or shifts. Look on yours for this day.",
        "Your next injection is on Thursday 1 April 2027.",
        "If it does not suit, ask your clinic for another. Tell me which day they give you.",
    ]


@pytest.mark.parametrize("text", ["blimey, that's a thursday! yep", "oh thats thursday, yes"])
def test_a_remark_on_the_weekday_tells_no_day(text: str) -> None:
    """The plan that was shown is confirmed, and the last dose stays where it was."""
    chat = Talk(TODAY)
    chat.say(PLAN)
    chat.say(text)
    assert chat.kept is not None
    assert chat.kept["confirmed"]
    assert chat.kept["anchor"]["date"] == "2027-01-14"


def test_two_lengths_held_against_each_other() -> None:
    """A claim with a tail asks the same as a question."""
    assert _kept().say("77 days is 3 months, no?")[0] == "No, 77 days and 3 months are not the same."
