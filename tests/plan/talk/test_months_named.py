"""Months that are named alone, beside a plan whose dates are known, ask which doses are in them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 6, 8)


def _chat(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in ("every 4 weeks, last one thursday 14 may", *texts):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("and september", "1 injection: Thursday 3 September 2026."),
        ("what does that make july and august", "2 injections: Thursday 9 July and Thursday 6 August 2026."),
        ("how about january 2027", "1 injection: Thursday 21 January 2027."),
        ("so what's october looking like", "2 injections: Thursday 1 and Thursday 29 October 2026."),
        ("anything in dec", "1 injection: Thursday 24 December 2026."),
        ("and then march?", "1 injection: Thursday 18 March 2027."),
        # The months that come.
        ("any in may", "1 injection: Thursday 13 May 2027."),
    ],
)
@pytest.mark.parametrize("confirmed", [False, True])
def test_the_doses_of_the_months(text: str, line: str, confirmed: bool) -> None:
    """Whether the plan was confirmed or only read back."""
    assert _chat(*(["yes"] if confirmed else [])).say(text)[0] == line


def test_months_apart_are_listed_one_by_one() -> None:
    """What lies between was not asked for."""
    said = _chat("yes").say("january and march would be?")
    assert said[:2] == ["1 injection: Thursday 21 January 2027.", "1 injection: Thursday 18 March 2027."]


@pytest.mark.parametrize("text", ["i had one in march", "september not october", "i may be away", "since april"])
def test_a_month_of_something_else_lists_nothing(text: str) -> None:
    """What was, or is denied, is no question."""
    assert ("request", "list") not in [move[:2] for move in _chat("yes").moves(text)]


def test_a_month_is_an_answer_where_a_day_is_asked_for() -> None:
    """Before the plan can be counted it dates the last one."""
    chat = Talk(TODAY)
    chat.say("every 4 weeks")
    assert "Which day was" in chat.say("april")[0]
