"""What is asked of how often they are is counted and said, and the plan stays."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2026, 12, 3)
KEPT = "I have not changed your plan. Only your clinic can change how often they are."
PARTS = "every day for 7 days then weekly for 4 injections then monthly, started 1 december 2026, had 3 counting today"


def _known(plan: str = "every 90 days, last one 2 november 2026") -> Talk:
    chat = Talk(TODAY)
    chat.say(plan)
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "suppose the monthly one is done as every 4 weeks, when does it begin?",
        "and if monthly turns out to be four weekly, what day is the first?",
        "what if they reckon a 4 week gap, when is the first monthly",
        "no, i meant the monthly bit counted as 4 weeks",
        "hm, monthly taken as every 4 weeks, which date would that be?",
        "if it's every four weeks rather than monthly?",
        "ok so if the nurse goes by 4 weeks instead of monthly, when do those kick in",
        "assuming every 4 weeks in place of monthly, the first would be when",
    ],
)
def test_a_part_is_counted_with_the_gap_that_is_supposed(text: str) -> None:
    """Behind the parts before it, from the last of them; nothing of the plan is another."""
    chat = _known(PARTS)
    before = (chat.kept or {})["phases"]
    assert chat.say(text) == [
        "Taken as every 4 weeks, not every month, that part starts on Monday 1 February 2027.",
        "The one after that is on Monday 1 March 2027.",
        KEPT,
    ]
    assert (chat.kept or {})["phases"] == before


def test_a_part_that_is_named_is_the_one() -> None:
    """The one whose own gap the words name, and not the last."""
    said = _known(PARTS).say("if the weekly ones were every 10 days, when do they start")
    assert said[0] == "Taken as every 10 days, not every week, that part starts on Thursday 17 December 2026."


@pytest.mark.parametrize(
    "text",
    [
        "they do the monthly ones every 4 weeks now",
        "my clinic says every 4 weeks, not monthly",
        "when do the monthly ones start?",
        "if i feel worse after 4 weeks, what then?",
        "what if i miss one of the weekly ones?",
        "if the first monthly is 2 weeks late, is that bad?",
    ],
)
def test_what_is_told_or_asked_else_supposes_no_gap(text: str) -> None:
    """A change, a part's own day, and what is late or felt."""
    assert "part_gap_if" not in [name for _, name, _ in _known(PARTS).moves(text)]


@pytest.mark.parametrize("text", ["cool. so 90 days is three months, yeah?", "ta. is 90 days just 3 months?"])
def test_a_gap_held_against_another_has_its_answer(text: str) -> None:
    """Whatever stands before the question, and the plan is not read back in its place."""
    for chat in (_known(), Talk(TODAY)):
        if chat.kept is None:
            chat.say("every 90 days, last one 2 november 2026")
        assert chat.say(text)[:1] == ["No, 90 days and 3 months are not the same."]


@pytest.mark.parametrize(
    "text",
    [
        "leave it as it is",
        "no no, keep mine how it was",
        "right, so they differ. keep it at 90 days then",
        "fine, stick with the 90 days",
        "nah leave everything as is",
        "ok we'll stay on the 90",
        "never mind, keep the plan unchanged",
        "don't change anything, leave it as it was",
        "no, keep mine",
    ],
)
def test_that_it_stays_is_answered_so(text: str) -> None:
    """With how often they are and the next date; nothing is asked and nothing is another."""
    chat = _known()
    assert chat.say(text)[:2] == [
        "I have changed nothing. It stays every 90 days.",
        "Your next injection is on Sunday 31 January 2027.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "keep it at 12 weeks",
        "keep it in the fridge",
        "should i keep it as it is?",
        "keep the 5th",
        "i don't want to keep it as it is",
        "leave the notes as they are",
    ],
)
def test_what_keeps_something_else_is_no_such_word(text: str) -> None:
    """Another gap, a day, a note, a thing or a doubt."""
    assert "stays_as_is" not in [name for _, name, _ in _known().moves(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("is it still every 90 days?", "Yes. It is every 90 days."),
        ("no worries. have you still got me down as every 90 days?", "Yes. It is every 90 days."),
        ("is it set to every 12 weeks?", "No. It is every 90 days."),
    ],
)
def test_whether_it_is_still_so(text: str, said: str) -> None:
    """A yes or a no, with how often they are."""
    assert _known().say(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31 january is sunday only, no?", "Yes. Sunday 31 January 2027 is a Sunday."),
        ("so the 31st of january is a monday then?", "No. Sunday 31 January 2027 is a Sunday."),
    ],
)
def test_the_weekday_of_a_day_has_its_answer(text: str, said: str) -> None:
    """The weekday is asked, and not whether it is one of the plan's."""
    assert _known().say(text)[0] == said


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("keep it every 90 days, i got it on 1 december", {"given"}),
        ("leave it as it is pls, i was given one yesterday", {"given"}),
        ("just leave everything as it was. the nurse gave it to me on the 2nd", {"given"}),
        ("stick with the 90 days and the next is booked for 30 january", {"booked"}),
        ("keep mine as it is, they moved it to friday", {"booked", "moved"}),
        ("leave it how it is, i skipped the last one", {"missed", "refused", "skipped", "denied"}),
    ],
)
def test_what_is_told_beside_it_is_heard(text: str, moves: set[str]) -> None:
    """A dose, a day that was set and one that was missed are read as without the words before them."""
    names = {name for _, name, _ in _known().moves(text)}
    assert "stays_as_is" not in names
    assert names & moves


@pytest.mark.parametrize("text", ["keep it as it is, my dates are fine", "leave it at 90 days please, thank you"])
def test_kind_words_beside_it_tell_nothing(text: str) -> None:
    """It stays, and nothing else was said."""
    assert _known().moves(text) == [("request", "stays_as_is", "")]


@pytest.mark.parametrize(
    "text",
    [
        "if i'm 3 weeks on the ward, how will they count?",
        "suppose i am abroad 2 weeks, what happens",
        "what if i go on holidays 10 days, when is it then",
        "if i travel 6 weeks what then?",
    ],
)
@pytest.mark.parametrize("plan", [PARTS, "every 90 days, last one 2 november 2026"])
def test_a_time_away_is_no_gap(text: str, plan: str) -> None:
    """So long in hospital or on a journey."""
    assert not {"part_gap_if", "other_gap_if"} & {name for _, name, _ in _known(plan).moves(text)}


def test_the_first_ones_are_the_first_part() -> None:
    """And not the last, whose gap nobody named."""
    moves = [
        value
        for _, name, value in _known(PARTS).moves("suppose the loading ones were every 3 days")
        if name == "part_gap_if"
    ]
    assert moves == ["0/3/d"]
    assert _known(PARTS).say("suppose the first ones are every 2 days, when is the next")[-1] == KEPT
