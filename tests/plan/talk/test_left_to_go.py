"""How many are left ends a plan that had no end: its dates stop with them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 11, 25)
THREE = "every week for 3 injections: Monday 30 November, Monday 7 and Monday 14 December 2026."


@pytest.mark.parametrize(
    "texts",
    [
        ("weekly, last one monday, 3 to go",),
        ("weekly with three left, last one was monday",),
        ("weekly jabs, last one monday, 3 more after this",),
        ("weekly", "last one monday, 3 left"),
        ("weekly, last one monday", "there's 3 left"),
        ("weekly, last one monday", "yes", "3 to go"),
    ],
)
def test_the_dates_end_with_those_that_are_left(texts: tuple[str, ...]) -> None:
    """Told with the plan, with the last day, or after both."""
    chat = Talk(TODAY)
    answers = [chat.say(text, "read" if place else "regimen") for place, text in enumerate(texts)]
    assert THREE in "\n".join(answers[-1])


def test_what_follows_is_counted_from_the_last_of_them() -> None:
    """The next part begins where they end."""
    chat = Talk(TODAY)
    answer = "\n".join(chat.say("weekly with 3 left then every 2 months, last was 23 november"))
    assert THREE in answer
    assert "Sunday 14 February" in answer


@pytest.mark.parametrize(
    "text",
    ["3 weeks left", "I have 3 ampoules left", "are there 3 left?", "had 3 of the 6, 3 to go", "3 left in the box"],
)
def test_what_is_left_of_something_else_ends_no_plan(text: str) -> None:
    """Time, stock, a question, and a course with a number of its own."""
    chat = Talk(TODAY)
    for told in ("weekly, last one monday", "yes"):
        chat.say(told)
    assert all(name != "to_go" for _, name, _ in chat.moves(text))


@pytest.mark.parametrize(
    "text", ["what's the one after that", "when are the two after this", "and the one after this?"]
)
def test_a_dose_that_is_pointed_at_is_no_number_of_them(text: str) -> None:
    """ "The one after that" asks for a date, and ends no plan."""
    chat = Talk(TODAY)
    for told in ("weekly, last one monday", "yes"):
        chat.say(told)
    assert all(name != "to_go" for _, name, _ in chat.moves(text))


@pytest.mark.parametrize(
    "text", ["6 weekly jabs, 2 left, last one monday", "fortnightly jabs x 6, two left, last was monday"]
)
def test_those_left_of_a_number_are_the_rest_of_it(text: str) -> None:
    """A course with a number in all keeps it: 4 of the 6 were given."""
    chat = Talk(TODAY)
    assert "6 injections, 4 of them given" in " ".join(chat.say(text, "regimen"))


def test_the_one_after_a_supposed_day_is_no_number_of_them() -> None:
    """A dose that is supposed is counted from, whatever stands behind it."""
    chat = Talk(TODAY)
    for told in ("every 8 weeks, last one 15 october", "yes"):
        chat.say(told)
    assert chat.moves("if I take it this saturday when is the one after that") == [("request", "what_if", "2026-11-28")]
