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
