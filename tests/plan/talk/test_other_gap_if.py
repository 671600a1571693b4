"""Another gap that is only supposed, and two lengths held against each other: counted, and kept nowhere."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 2)
PLAN = "every 60 days, last one 14 December 2026"  # Friday 12 February 2027


def _kept() -> Talk:
    chat = Talk(TODAY)
    chat.country = "US"
    chat.say(PLAN)
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "and if it were every 2 months, what day would that be?",
        "Suppose they had put every two months, when would it be?",
        "what if it was every 2 months instead?",
    ],
)
def test_another_gap_that_is_supposed(text: str) -> None:
    """The date by that gap, and that the plan stays."""
    chat = _kept()
    before = dict(chat.kept or {})
    assert chat.say(text)[:2] == [
        "That would be every 2 months, counted from Monday 14 December 2026. "
        "Then the next one is on Sunday 14 February 2027.",
        "That is at a weekend: your clinic may be closed. Ask if they want it before or after.",
    ]
    assert (chat.kept or {})["phases"] == before["phases"]
    assert chat.say("when is my next one?")[0] == "Your next injection is on Friday 12 February 2027."


@pytest.mark.parametrize(
    "text",
    [
        "is 60 days the same as 2 months?",
        "Yes, but are 60 days and two months equal then?",
        "why are 60 days not 2 months?",
    ],
)  # fmt: skip
def test_two_lengths_that_are_not_the_same(text: str) -> None:
    """Both days are said, and whose words count."""
    assert _kept().say(text) == [
        "No, 60 days and 2 months are not the same.",
        "60 days after Monday 14 December 2026 is Friday 12 February 2027.",
        "2 months after Monday 14 December 2026 is Sunday 14 February 2027.",
        "From Friday 12 February 2027 to Sunday 14 February 2027 it is 2 days.",
        "Your clinic's words are the ones that count.",
    ]


@pytest.mark.parametrize("answers", [(), ("yes",)])
@pytest.mark.parametrize(
    "text",
    [
        "so basically two months",
        "thats just 2 months then",
        "oh right, so that is two months, innit",
        "isn't it the same as two months?",
        "is that the same thing as 2 months",
        "so that comes to about 2 months",
        "it stays 60 days, I only wonder: is it 2 months?",
        "same as every other month? I mean is that just 2 months",
        "wouldn't that be 2 months",
        "so that's every 2 months then",
    ],
)
def test_a_remark_that_holds_the_gap_against_another_changes_nothing(answers: tuple[str, ...], text: str) -> None:
    """Both days and how far they are apart are said, and the plan stays as it was told."""
    chat = Talk(TODAY)
    for said in (PLAN, *answers):
        chat.say(said)
    before = dict(chat.kept or {})
    lines = chat.say(text)
    assert lines[:4] == [
        "No, 60 days and 2 months are not the same.",
        "60 days after Monday 14 December 2026 is Friday 12 February 2027.",
        "2 months after Monday 14 December 2026 is Sunday 14 February 2027.",
        "From Friday 12 February 2027 to Sunday 14 February 2027 it is 2 days.",
    ]
    assert [(chat.kept or {})[name] for name in ("phases", "anchor")] == [before["phases"], before["anchor"]]


@pytest.mark.parametrize(
    "text",
    ["change it to 2 months", "the clinic moved me to 2 months", "it's every 2 months now", "no, it's every 2 months",
     "the nurse has put me on every 2 months", "make it every 2 months please"],
)  # fmt: skip
def test_words_of_change_still_change_the_gap(text: str) -> None:
    """What says that it is so from now on is no remark."""
    chat = _kept()
    chat.say(text)
    assert chat.dates[0] == "2027-02-14"


def test_two_lengths_that_are_always_the_same() -> None:
    """Weeks and days are."""
    assert _kept().say("is 8 weeks the same as 56 days?")[0] == "Yes. 8 weeks and 56 days are always the same."


def test_so_long_after_a_day() -> None:
    """The day so long after one that is named in figures, and whether a day in mind is right."""
    chat = _kept()
    right = "2 months after Monday 14 December 2026 is Sunday 14 February 2027."
    assert chat.say("I make 2 months from 12/14 as 2/14. Correct?")[0] == f"Yes. {right}"
    assert chat.say("I make 2 months from 12/14 as 2/13, is that right?")[0] == f"No. {right}"
    assert chat.say("let me ask again: 2 months after December 14, 2026 is what date?")[0] == right


@pytest.mark.parametrize(
    "text",
    ["they said every 2 months now", "it's every 2 months", "if I had it on 12 March, when would the next be?",
     "can I have it every 2 months?", "it is 60 days, not 2 months"],
)  # fmt: skip
def test_what_supposes_no_other_gap(text: str) -> None:
    """A gap that the clinic set, a wish, and a supposed day are other things."""
    names = {name for _, name, _ in _kept().moves(text)}
    assert not names & {"other_gap_if", "same_gap", "so_long_from"}


@pytest.mark.parametrize(
    ("text", "often", "day"),
    [
        ("just curious, what if they had me on ten weeks", "every 10 weeks", "Monday 22 February 2027"),
        ("suppose it was every 12 weeks instead?", "every 12 weeks", "Monday 8 March 2027"),
        ("and if 60 days to them is 8 weeks", "every 8 weeks", "Monday 8 February 2027"),
        ("what if they count 60 days as 9 weeks", "every 9 weeks", "Monday 15 February 2027"),
    ],
)
@pytest.mark.parametrize("answers", [(), ("yes",)])
def test_a_gap_that_is_only_named_with_an_if(answers: tuple[str, ...], text: str, often: str, day: str) -> None:
    """It is counted as a supposition, whether the plan waits for its yes or not."""
    chat = Talk(TODAY)
    for said in (PLAN, *answers):
        chat.say(said)
    before = dict(chat.kept or {})["phases"]
    lines = chat.say(text)
    assert lines[0] == f"That would be {often}, counted from Monday 14 December 2026. Then the next one is on {day}."
    assert lines[1] == "I have not changed your plan. Only your clinic can change how often they are."
    assert dict(chat.kept or {})["phases"] == before


@pytest.mark.parametrize(
    ("text", "day", "then"),
    [
        (
            "would it change anything if it was really the 26th",
            "Saturday 26 December 2026",
            "Wednesday 24 February 2027",
        ),
        ("does it matter if it was actually the 15th", "Tuesday 15 December 2026", "Saturday 13 February 2027"),
        ("what if the last one was 10 december", "Thursday 10 December 2026", "Monday 8 February 2027"),
    ],
)
def test_another_last_day_that_is_supposed(text: str, day: str, then: str) -> None:
    """The next date by it is said; the last one stays until it is told."""
    chat = _kept()
    before = dict(chat.kept or {})["anchor"]
    lines = chat.say(text)
    assert lines[0] == f"That would be every 60 days, counted from {day}. Then the next one is on {then}."
    assert lines[-1] == f"I have not changed your plan. If you did have it on {day}, tell me, and I will change it."
    assert dict(chat.kept or {})["anchor"] == before


@pytest.mark.parametrize(
    "text", ["and if its every 9 weeks", "what if they go to every 9 weeks", "ok but if it was every 9 weeks"]
)
def test_a_gap_that_is_only_supposed_needs_no_question_mark(text: str) -> None:
    """The date is said, and the plan stays."""
    chat = Talk(date(2026, 3, 5))
    chat.say("every 12 weeks, last one 9 february 2026")
    chat.say("yes")
    before = chat.kept
    said = chat.say(text)
    assert said[0].startswith("That would be every 9 weeks, counted from Monday 9 February 2026.")
    assert before is not None
    assert chat.kept is not None
    assert chat.kept["phases"] == before["phases"]
