"""How a date or a figure was counted is shown; another figure is held against it, and the plan stays."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 3)
PLAN = "every 90 days, last one 12 November 2026"
SUM = (
    "After Thursday 12 November 2026: 18 days of November, 31 of December, 31 of January and 10 of February. "
    "That is 90 days, up to Wednesday 10 February 2027."
)
MAY = "90 days after Wednesday 10 February 2027 is Tuesday 11 May 2027."
NONE = "No injection falls between Thursday 1 April 2027 and Friday 30 April 2027."
STEP = "90 days after Thursday 12 November 2026 is Wednesday 10 February 2027."


def _kept(*texts: str, plan: str = PLAN) -> Talk:
    chat = Talk(TODAY)
    for text in (plan, "yes", *texts):
        chat.say(text)
    return chat


def _stays(chat: Talk, period: int = 90) -> None:
    assert chat.kept is not None
    assert chat.kept["phases"][0]["period"] == period


@pytest.mark.parametrize(
    "text",
    [
        "how did you get that?",
        "show me the working",
        "Show the count from 12 November to 10 February.",
        "how did you work out the 10th of February?",
        "can you show me how you counted it",
        "every 90 days, yes. write the sum out",
        "what's your arithmetic there?",
    ],
)
def test_the_working_is_by_months(text: str) -> None:
    """So many days of each month, and all of them."""
    chat = _kept()
    assert chat.say(text) == [STEP, SUM]
    _stays(chat)


@pytest.mark.parametrize(
    ("text", "would"),
    [
        ("I only make it 89 days", "89 days after Thursday 12 November 2026 is Tuesday 9 February 2027."),
        ("no, by my count it's 13 weeks", "13 weeks after Thursday 12 November 2026 is Thursday 11 February 2027."),
        ("I counted 91 days", "91 days after Thursday 12 November 2026 is Thursday 11 February 2027."),
        (
            "by my reckoning that's 12 February",
            "From Thursday 12 November 2026 to Friday 12 February 2027 it is 92 days.",
        ),
    ],
)
def test_another_figure_is_held_against_it(text: str, would: str) -> None:
    """The same in another way, and what the other figure would give; it changes no gap."""
    chat = _kept("show me the working")
    assert chat.say(text) == [
        "I counted it once more.",
        SUM,
        "From Thursday 12 November 2026 to Wednesday 10 February 2027 it is 90 days (12 weeks and 6 days).",
        would,
    ]
    _stays(chat)


@pytest.mark.parametrize(
    "text",
    ["that can't be right, I make it seven weeks", "I get 7 weeks", "surely it's 7 weeks", "it should be 7 weeks"],
)
def test_a_figure_of_how_long_ago_is_doubted(text: str) -> None:
    """It is of the figure that was just given, and no new gap."""
    chat = _kept("how long ago was my last one?", plan="every 8 weeks, last one 22 December 2026")
    lines = chat.say(text)
    assert lines[0] == "I counted it once more."
    assert lines[-1] == "7 weeks after Tuesday 22 December 2026 is Tuesday 9 February 2027."
    _stays(chat, 8)


def test_a_right_figure_is_said_to_be_right() -> None:
    """43 days are 6 weeks and 1 day."""
    chat = _kept("how long ago was my last one?", plan="every 8 weeks, last one 22 December 2026")
    assert chat.say("I make it 43 days")[0] == "Yes, that is the same."
    assert chat.say("is 6 weeks and 1 day the same as 43 days?") == [
        "Yes. 6 weeks and 1 day and 43 days are the same: 43 days."
    ]
    assert chat.say("is 5 weeks and 2 days the same as 40 days?") == [
        "No. 5 weeks and 2 days is 37 days, and 40 days is 40 days."
    ]


@pytest.mark.parametrize(
    "text", ["no, it's every 7 weeks", "they changed it to every 7 weeks", "it is 7 weeks apart now"]
)
def test_another_gap_is_no_figure(text: str) -> None:
    """How often they are is heard as that, right behind a figure as well."""
    chat = _kept("how long ago was my last one?", plan="every 8 weeks, last one 22 December 2026")
    assert chat.say(text)[:1] != ["I counted it once more."]


@pytest.mark.parametrize(
    "text",
    [
        "how long ago was my last one, and how many days to go?",
        "how many weeks since I had it and how long until the next?",
        "days since the last one, and days to go?",
    ],
)
def test_both_ways_from_today(text: str) -> None:
    """How long ago, and how long to go."""
    both = [
        "6 weeks and 1 day have passed since Tuesday 22 December 2026.",
        "13 days from today. It is on Tuesday 16 February 2027.",
    ]
    assert _kept(plan="every 8 weeks, last one 22 December 2026").say(text) == both
    told = Talk(TODAY).say(f"{text} It is every 8 weeks and the last was 22 December 2026.")
    assert [line for line in told if line in both] == both


@pytest.mark.parametrize(
    "text",
    ["how long is it from the twelfth of November to today?", "how many days from 12 November until today, all told?"],
)
def test_from_a_day_to_today(text: str) -> None:
    """The days that are named, and no other one."""
    assert _kept().say(text) == [
        "From Thursday 12 November 2026 to Wednesday 3 February 2027 it is 83 days (11 weeks and 6 days)."
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("what is the May one counted from?", MAY),
        ("which one is that counted from?", STEP),
        ("is the May one counted from the Wednesday?", f"Yes. {MAY}"),
        ("is the May one counted from the February one?", f"Yes. {MAY}"),
        ("is the May date worked out from the Tuesday?", f"No. {MAY}"),
        ("so is that counted from my last one?", f"Yes. {STEP}"),
        ("what's the April one counted from?", NONE),
    ],
)  # fmt: skip
def test_what_a_date_is_counted_from(text: str, line: str) -> None:
    """The injection before it and the step; yes or no first where one is named."""
    chat = _kept()
    assert chat.say(text) == [line]
    _stays(chat)


def test_the_one_behind_a_booked_day_is_counted_from_it() -> None:
    """The booked day is the clinic's, and the next one counts from it."""
    chat = _kept(
        "the clinic booked me in for Tuesday 16 February", "yes", plan="every 12 weeks, last one 19 November 2026"
    )
    assert chat.say("is the May one counted from the Tuesday?") == [
        "Yes. 12 weeks after Tuesday 16 February 2027 is Tuesday 11 May 2027."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "how did you get on with my result?",
        "which date do I go by?",
        "when does the alarm go off?",
        "how do you work out the amount of b12 in tablets?",
        "I have 7 weeks of tablets",
        "is the summer one counted from 10 February?",
    ],
)
def test_what_only_sounds_like_it(text: str) -> None:
    """It gets no working."""
    lines = _kept().say(text)
    assert STEP not in lines
    assert SUM not in lines
