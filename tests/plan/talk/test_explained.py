"""Why the dates are as they are: whether the weekday stays, how two gaps differ; and the dates with no word beside."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 14)
STAYS = "Your plan counts whole weeks, so the weekday stays: each one falls on a Monday. It moves if one is given on another day."  # noqa: E501
MONTHS = "It is the same day of the month, and a month is not a number of whole weeks. So the weekday changes."
DAYS = "10 days is not a number of whole weeks, so the weekday moves on by 3 days each time."


def _kept(plan: str = "every 6 weeks, last one 3 may") -> Talk:
    chat = Talk(TODAY)
    chat.say(plan)
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    ("plan", "text", "line"),
    [
        ("every 6 weeks, last one 3 may", "so always on mondays?", f"Yes. {STAYS}"),
        ("every 6 weeks, last one 3 may", "is it a thursday every time?", f"No. {STAYS}"),
        ("every 6 weeks, last one 3 may", "does the weekday change?", f"No. {STAYS}"),
        ("every 6 weeks, last one 3 may", "will the day shift or is it always the same day", STAYS),
        ("weekly, last one 10 may", "always a monday then?", f"Yes. {STAYS}"),
        ("every 14 days, last one 3 may", "always on a monday?", f"Yes. {STAYS}"),
        ("every 2 months, last one 3 may", "why is the weekday different every time?", MONTHS),
        ("every 2 months, last one 3 may", "always on a monday?", f"No. {MONTHS}"),
        ("every 2 months, last one 3 may", "is that because it's the same date every month?", f"Yes. {MONTHS}"),
        ("every 10 days, last one 10 may", "so every time on a monday?", f"No. {DAYS}"),
        ("every 10 days, last one 10 may", "why does the day of the week keep moving", DAYS),
        (
            "every 2 weeks on mondays, last one 10 may",
            "always a monday?",
            "Yes. By your plan it is on Monday. Only your clinic can change the day.",
        ),
    ],
)
def test_whether_the_weekday_stays(plan: str, text: str, line: str) -> None:
    """Yes or no first, then what of the plan makes it so."""
    assert _kept(plan).say(text, None) == [line]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("can I move it to a monday?", "move"),
        ("is the next one on a monday", "weekday"),
        ("which of them are on a sunday", "weekend_of"),
        ("when is it", "next"),
        ("did the clinic change the day?", ""),
    ],
)
def test_a_question_of_one_day_is_another(text: str, name: str) -> None:
    """Only what is asked of every date is answered for all."""
    assert [move[1] for move in _kept().moves(text)] == ([name] if name else [])


@pytest.mark.parametrize(
    "text",
    [
        "just the dates please",
        "only the three dates, for a note",
        "dates only, for the kitchen",
        "too long. only the dates",
    ],
)
def test_the_dates_alone(text: str) -> None:
    """A line each, and nothing beside."""
    assert _kept().say(text, None) == ["Monday 14 June 2027", "Monday 26 July 2027", "Monday 6 September 2027"]


def test_so_many_dates_alone() -> None:
    """As many as are asked for."""
    assert _kept().say("only the next 2 dates", None) == ["Monday 14 June 2027", "Monday 26 July 2027"]


def test_the_dates_of_a_month_are_its_own() -> None:
    """A time that is named bounds the list."""
    assert _kept().say("just the dates in july", None) == ["Monday 26 July 2027"]


def test_no_bare_dates_while_one_is_late() -> None:
    """Dates that hang on a late dose are not listed."""
    assert _kept("every 6 weeks, last one 29 march").say("just the dates", None)[-1] == (
        "The dates after it depend on when you have this one. Ask your clinic."
    )


@pytest.mark.parametrize(
    ("text", "gap"),
    [("oh, she rang. it's every 8 now", 8), ("every 5 now, the surgery phoned", 5), ("he texted, every 9 now", 9)],
)
def test_another_gap_without_its_unit_keeps_the_unit(text: str, gap: int) -> None:
    """ "Every 8 now" of a plan in weeks is 8 weeks."""
    chat = Talk(TODAY)
    chat.say("every 6 weeks, last one 3 may")
    assert chat.say(text, None)[0] == f"Every {gap} weeks. The last one was on Monday 3 May 2027."


@pytest.mark.parametrize("text", ["he rang at 10", "she called, 10 more now", "they phoned, it's on the 18th now"])
def test_a_number_beside_a_call_is_no_gap(text: str) -> None:
    """Only "every" makes one."""
    chat = Talk(TODAY)
    chat.say("every 6 weeks, last one 3 may")
    chat.say(text, None)
    assert chat.kept is not None
    assert [phase["period"] for phase in chat.kept["phases"]] == [6]


@pytest.mark.parametrize(
    "text", ["may I have it 2 weeks early?", "could I go a week sooner", "is it ok to have it three days later?"]
)
def test_so_much_earlier_is_for_the_clinic(text: str) -> None:
    """The day of the plan, and that only the clinic can move it: no word of another gap."""
    assert _kept().say(text, None) == [
        "By your plan it is on Monday 14 June 2027.",
        "Only your clinic can move it. Ask them. If they agree, tell me the new date and I will keep it.",
    ]


@pytest.mark.parametrize("text", ["I want it every 2 weeks", "can I have it every 4 weeks instead"])
def test_another_gap_is_still_a_wish_for_one(text: str) -> None:
    """How often is another question."""
    assert [move[1] for move in _kept().moves(text)][:1] == ["gap_wish"]
