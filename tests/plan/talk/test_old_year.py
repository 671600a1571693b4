"""A last dose of more than a year ago: its year is asked before anything is called late."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 25)
OLD = "every 10 weeks, my last was 9 May 2024"
ASKED = "Thursday 9 May 2024 is more than a year ago. Is the year right, and have you had none since?"


def said(*texts: str) -> str:
    chat = Talk(TODAY)
    return [" ".join(chat.say(text)) for text in texts][-1]


@pytest.mark.parametrize("texts", [(OLD,), ("9 May 2024 was my last",), ("every 10 weeks", "9 May 2024")])
def test_the_year_is_asked_first(texts: tuple[str, ...]) -> None:
    """Nothing is late by a year that may be a slip."""
    answer = said(*texts)
    assert ASKED in answer
    assert "late" not in answer


@pytest.mark.parametrize("answer", ["yes", "yes, I stopped going", "none since", "that's right", "Thursday 9 May 2024"])
def test_a_year_that_is_right_is_late(answer: str) -> None:
    """Once it is confirmed, how late it is and that the clinic is to be called are said, and the year not again."""
    answered = said(OLD, answer)
    assert "it was due on Thursday 18 July 2024" in answered
    assert "The last one was more than a year ago" in answered
    assert "Is the year right" not in answered


@pytest.mark.parametrize(
    ("answer", "next_one"),
    [
        ("no, it was 29 October 2026", "Thursday 7 January 2027"),
        ("oops, the 29th of october", "Thursday 7 January 2027"),
    ],
)
def test_another_day_takes_its_place(answer: str, next_one: str) -> None:
    """The doubted day leaves the plan and the log."""
    chat = Talk(TODAY)
    chat.say(OLD)
    assert next_one in " ".join(chat.say(answer))
    assert chat.kept is not None
    assert [dose["day"] for dose in chat.kept["given"]] == ["2026-10-29"]


def test_a_no_asks_for_the_day() -> None:
    """Of a day that was denied nothing is kept."""
    chat = Talk(TODAY)
    chat.say(OLD)
    assert chat.say("no") == ["On which day did you have the last one?"]
    assert chat.kept is not None
    assert (chat.kept["anchor"], chat.kept["given"]) == (None, [])


@pytest.mark.parametrize(
    "text",
    [
        "every 10 weeks but I have had none since 9 May 2024",
        "every 10 weeks, last one 9 May 2024, then I stopped",
        "once a year, last one 9 May 2025",
        "every 10 weeks, last one 9 September 2026",
    ],
)
def test_who_knows_it_is_not_asked(text: str) -> None:
    """A lapse that is told of, a long gap and a day of this year leave no doubt of the year."""
    assert "Is the year right" not in said(text)
