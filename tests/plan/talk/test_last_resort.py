"""A month or a day that a message names, where nothing else took it: it is about the plan's dates then."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 7, 2)


def _named(text: str) -> str | None:
    """What it asks of a plan with dates on the 1st and the 15th of each month."""
    chat = Talk(TODAY)
    for told in ("1st and 15th of each month, last was july 1", "yes"):
        chat.say(told)
    return dialogue.day_named(chat.kept, text, dialogue.Who(TODAY))


@pytest.mark.parametrize(
    "text",
    [
        "can you skip me to what september looks like",
        "september's falls on the what",
        "hows sept looking",
        "jump to september",
    ],
)
def test_a_month_in_odd_words(text: str) -> None:
    """Its dates are listed."""
    assert _named(text) == "all dates in September 2026"


@pytest.mark.parametrize(
    "text",
    [
        "could they do the friday",
        "i can't do thursday so it'll be saturday",
        "cant they do it the 14th",
        "do it the 16th?",
    ],
)
def test_another_day(text: str) -> None:
    """Only the clinic moves one."""
    assert _named(text) == "can it be moved?"


def test_whether_a_day_stands() -> None:
    """What the plan has on it is said."""
    assert _named("does wednesday the 15th still stand then") == "is one on 15 July 2026?"


@pytest.mark.parametrize(
    "text",
    [
        "my legs felt like jelly walking round the shops on friday",
        "what is the capital of france in september",
        "I had it on friday",
        "may i go",
        "can you recommend a restaurant for saturday night with a terrace",
    ],
)
def test_what_is_about_something_else(text: str) -> None:
    """Other words than those of dates, or what was, make it none."""
    assert _named(text) is None


@pytest.mark.parametrize(
    ("words", "request_named"),
    [("all dates in September 2026", "list"), ("is one on 15 July 2026?", "is_it"), ("can it be moved?", "move")],
)
def test_the_words_are_taken(words: str, request_named: str) -> None:
    """What it is put into is a request of the plan."""
    chat = Talk(TODAY)
    for told in ("1st and 15th of each month, last was july 1", "yes"):
        chat.say(told)
    assert [name for _, name, _ in chat.moves(words)] == [request_named]
