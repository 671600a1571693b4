"""Holidays that are held against the dates of a plan: told with their day, and nothing is moved."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

ASK = "It is one of your dates, and I do not move it. Ask your clinic which day they want."


@pytest.mark.parametrize(
    ("country", "today", "plan", "text", "lines"),
    [
        ("CA", date(2027, 2, 2), "every month on the last friday, last one 29 January 2027",
         "yes. that march one, isn't that good friday?", ["Yes. Friday 26 March 2027 is Good Friday.", ASK]),
        ("CA", date(2027, 2, 2), "every month on the last friday, last one 29 January 2027",
         "is the 26th of February Good Friday?", ["No. Good Friday is on Friday 26 March 2027.",
                                                   "Your date is Friday 26 February 2027."]),
        ("US", date(2026, 11, 30), "every month on the first monday, last one 2 November 2026",
         "Isn't September's Labor Day?", ["Yes. Monday 6 September 2027 is Labor Day.", ASK]),
        ("IE", date(2027, 2, 3), "every 7 weeks, last one 25 January 2027",
         "3 May is our bank holiday, mind.", ["Yes. Monday 3 May 2027 is May Day.", ASK]),
        ("ZA", date(2027, 4, 13), "every 2 months, last one 27 February 2027",
         "but is that not Freedom Day?", ["Yes. Tuesday 27 April 2027 is Freedom Day.", ASK]),
        ("NZ", date(2027, 3, 22), "every 3 months, last one 30 December 2026",
         "yes that's right, but is that the day after Easter Monday?",
         ["Yes, that is right.", "Easter Monday is on Monday 29 March 2027.", ASK]),
    ],
)  # fmt: skip
def test_a_holiday_is_asked_about(country: str, today: date, plan: str, text: str, lines: list[str]) -> None:
    """Yes or no, with the day and its name; a yes to the plan is taken beside it."""
    chat = Talk(today, country=country)
    chat.say(plan)
    before = chat.dates
    assert chat.say(text)[: len(lines)] == lines
    assert chat.dates == before
    assert (chat.last.key is not None) is text.startswith("yes")


def test_a_holiday_in_a_list() -> None:
    """Without being asked, in the one line about days on which the clinic may be closed."""
    chat = Talk(date(2027, 2, 3), country="IE")
    chat.say("every 7 weeks, last one Monday 25 January 2027")
    assert chat.say("all dates until 31 December")[1] == (
        "Monday 3 May 2027 is at a weekend or on a public holiday: your clinic may be closed. "
        "Ask if they want it before or after."
    )
