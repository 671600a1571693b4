"""Dates to hand on: nothing but dates, one on each line, and a line for somebody who is not of the clinic."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 1)
DAYS = [
    "Thursday 25 March 2027",
    "Thursday 29 April 2027",
    "Thursday 27 May 2027",
    "Thursday 24 June 2027",
    "Thursday 29 July 2027",
    "Thursday 26 August 2027",
]


def _known() -> Talk:
    chat = Talk(TODAY)
    chat.say("monthly on the last thursday, last one thursday 25 feb 2027")
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("just the dates up to the end of august, one per line", 6),
        ("dates only till august, each on its own line pls", 6),
        ("March to June. One a line.", 4),
        ("the next four, one below the other", 4),
        ("only the next 5 dates", 5),
        ("list them to the end of may on separate lines, no chat", 3),
        ("can you give me the next 2 dates in a column", 2),
        ("plain list until july, nothing else", 5),
        ("just the date please", 1),
    ],
)
def test_nothing_but_dates(text: str, count: int) -> None:
    """One on each line, as many as are asked for, and no word beside them."""
    assert _known().say(text) == DAYS[:count]


def test_the_list_that_was_shown_is_meant() -> None:
    """Where no number and no time is named."""
    chat = _known()
    chat.say("list all dates to the end of July")
    assert chat.say("put them one per line please") == DAYS[:5]


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("only the ones after may", "3 injections: Thursday 24 June, Thursday 29 July and Thursday 26 August 2027."),
        ("just those from july on", "2 injections: Thursday 29 July and Thursday 26 August 2027."),
    ],
)
def test_a_narrower_list_ends_where_the_list_did(text: str, has: str) -> None:
    """What is asked behind a list is a part of it."""
    chat = _known()
    chat.say("list all dates to the end of August")
    assert chat.say(text)[0] == has


def test_a_list_in_a_year_has_none_before_it() -> None:
    """ "In 2028 before March" begins with that year."""
    assert _known().say("only the ones in 2028 before march")[0].startswith("2 injections: Thursday 27 January")


@pytest.mark.parametrize(
    "text",
    [
        "no chat",
        "just the dates of my holiday are 3 to 9 april",
        "only the date was wrong",
        "one line on what to say to the nurse",
        "do i write one injection per line in the diary?",
    ],
)
def test_what_wishes_for_no_dates_gets_no_list(text: str) -> None:
    """Something else is said beside the words."""
    assert not {"dates_alone", "line_for"} & {name for _, name, _ in _known().moves(text)}


@pytest.mark.parametrize(
    "text",
    [
        "write one line for my lift with the date",
        "can you draft a short text i can send to my manager with the date of the jab",
        "give me a sentence for work saying when it is",
        "need a message for my neighbour, just the next date",
        "a quick line for the carer with the next date please",
        "that one is for the nurse. for my lift only, just the date",
        "make me a one liner i can forward to the team with the date",
    ],
)
def test_a_line_for_somebody_else_has_the_date(text: str) -> None:
    """To be copied as it stands."""
    assert _known().say(text) == ["My next B12 injection is on Thursday 25 March 2027."]


@pytest.mark.parametrize(
    "text",
    [
        "write one line for the clinic with the date",
        "a short message to my doctor please",
        "can you text my manager the date?",
        "write a message that i feel tired",
        "give me a line on tablets",
    ],
)
def test_other_words_are_no_such_line(text: str) -> None:
    """Those for the clinic are another wish, and nothing is sent."""
    assert "line_for" not in {name for _, name, _ in _known().moves(text)}


@pytest.mark.parametrize(
    "text",
    [
        "write a line for my sister that hers is on the 14th",
        "write one line for my boss why i need it",
        "draft a short text for my mum about the side effects",
        "give me one sentence on the price of a b12 injection",
    ],
)
def test_a_line_about_something_else_has_no_date(text: str) -> None:
    """Nor one about somebody else's day."""
    assert "line_for" not in [name for _, name, _ in _known().moves(text)]
