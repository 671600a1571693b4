"""What was had and what was not is answered from what was told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 9)  # a Tuesday
HAD = "You had them on Tuesday 16, Tuesday 23 February, Tuesday 2 and Tuesday 9 March 2027."


def _course() -> Talk:
    chat = Talk(TODAY)
    for text in ("weekly on tuesdays for 6 weeks, last one today", "i began on 16 february and missed none", "yes"):
        chat.say(text)
    return chat


def _booked() -> Talk:
    chat = Talk(TODAY)
    for text in ("every 10 weeks, last one 11 january 2027", "yes", "they booked me in for the 18th of march"):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "how many have i had and how many are left?",
        "how many taken, how many to go",
        "which have i had and which are left",
        "how many pending and how many given so far",
    ],
)
def test_how_many_were_had_and_are_left(text: str) -> None:
    """Both are said, with the days of each: the first day and none missed fill those in between."""
    said = _course().say(text)
    assert said[:3] == ["4 of 6 are done.", HAD, "2 of the 6 are left. The next is Tuesday 16 March 2027."]


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("is the one on the 18th down as had?", "No. Thursday 18 March 2027 is booked, and not had yet."),
        ("so have i had the 18th yet", "No. Thursday 18 March 2027 is booked, and not had yet."),
        ("is the next one ticked off already?", "No. Thursday 18 March 2027 is booked, and not had yet."),
        ("is the 11 january one marked as given?", "Yes, I have noted it: Monday 11 January 2027."),
        ("did i have the 1st of march by your book?", "No, I have not noted one on Monday 1 March 2027."),
    ],
)
def test_whether_one_is_down_as_had(text: str, has: str) -> None:
    """One that was told of is; one to come is booked and not had, and no day in the past is taken for granted."""
    chat = _booked()
    before = (chat.kept or {})["given"]
    assert has in " ".join(chat.say(text))
    assert (chat.kept or {})["given"] == before


@pytest.mark.parametrize(
    "text",
    [
        "i have had the 18th",
        "is the 18th free?",
        "have i had too many?",
        "is it down to the nurse?",
        "how many weeks have i got left?",
    ],
)
def test_other_questions_are_not_of_the_log(text: str) -> None:
    """What is told, and what is asked of something else."""
    assert not {"down_as_had", "had_left"} & {name for _, name, _ in _booked().moves(text)}


@pytest.mark.parametrize(
    "text",
    [
        "yes all of them, and today's as well. so how many and which days?",
        "all of them, plus the one today. how many is that and which days",
    ],
)
def test_an_answer_that_asks_says_the_count_and_the_days(text: str) -> None:
    """Today's, which is told beside the yes, is one of them."""
    chat = Talk(TODAY)
    chat.say("weekly on tuesdays for 6 weeks, first was 16 february 2027")
    assert chat.say(text)[:2] == ["4 of 6 are done.", HAD]


def test_one_that_was_had_longer_ago_is_meant_by_its_number() -> None:
    """Where none nearer is known of that number."""
    chat = Talk(date(2026, 12, 3))
    for text in ("every 10 weeks, last one 20 september 2026", "yes"):
        chat.say(text)
    for text in ("have i had the 20th?", "so have i had the 20th yet"):
        assert chat.say(text)[0] == "Yes, I have noted it: Sunday 20 September 2026."
    assert chat.say("have i had the 25th?")[0].startswith("No, I have not noted one on Wednesday 25 November 2026.")
