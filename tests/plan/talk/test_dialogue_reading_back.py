"""Plans read back: every part with its dates, what was taken for granted, and nothing twice."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.dialogue_chat import CONFIRM, LATE, Chat, confirmed

MONTHS = "3 months means the same day of the month, not 12 weeks."
WINDOW = "I show a first and a last day: 10 weeks and 12 weeks. Ask your clinic which day it booked."


def test_a_plan_of_two_parts_lists_its_dates() -> None:
    """Loading with its number and every date, then the part that goes on, then the assumption and the weekends."""
    chat = Chat(date(2026, 3, 3))
    said = chat.say("1mg hydroxocobalamin 3 times a week for 2 weeks then every 3 months. first one was monday 2 march")
    assert said == [
        "This is how I read your plan:",
        "• Loading: 1mg (1,000 micrograms) hydroxocobalamin, 3 times a week for 2 weeks. That is 6 injections: "
        "Monday 2, Wednesday 4, Friday 6, Monday 9, Wednesday 11 and Friday 13 March 2026.",
        "• Then every 3 months, counted from the last loading injection: Saturday 13 June and "
        "Sunday 13 September 2026, and so on.",
        MONTHS,
        "Saturday 13 June and Sunday 13 September 2026 are at a weekend: your clinic may be closed. "
        "Ask if they want them before or after.",
        CONFIRM,
    ]
    assert chat.last.buttons == ("Yes", "It is every 12 weeks", "Other days", "Change something")
    assert chat.last.kind == "plan"
    assert chat.last.plan is not None
    assert chat.last.plan["status"] == "assumed"
    assert chat.last.plan["assumptions"][0] == "3 times a week for 2 weeks is 6 injections."


def test_a_plan_that_goes_on_says_the_last_one_and_the_next() -> None:
    """One part without an end: the last one, the next one and the two after it, and nothing assumed is said."""
    chat = Chat()
    assert chat.say("12 weekly, had the last one 9 feb") == [
        "Every 12 weeks. The last one was on Monday 9 February 2026.",
        "The next one is on Monday 4 May 2026.",
        "After that: Monday 27 July and Monday 19 October 2026.",
        CONFIRM,
    ]
    assert chat.last.buttons == ("Yes", "Change something")


@pytest.mark.parametrize(
    ("first", "line"),
    [
        ("first one was 12 january", "Every 12 weeks. The first one was on Monday 12 January 2026."),
        ("first one is today", "Every 12 weeks."),
        ("first one is on 9 march", "Every 12 weeks."),
    ],
)
def test_a_first_date_that_is_past_is_said_as_past(first: str, line: str) -> None:
    """A plan counted from its first dose says so where that dose lies behind; doses behind are history."""
    chat = Chat()
    said = chat.say(f"every 12 weeks, {first}")
    assert said[0] == line
    assert all(day >= "2026-03-05" for day in chat.dates)


def test_windows_say_both_days() -> None:
    """A range gives a first and a last day, and which day was booked is asked of the clinic."""
    chat = Chat()
    assert chat.say("every 10 to 12 weeks, last one 9 february 2026") == [
        "Every 10 to 12 weeks. The last one was on Monday 9 February 2026.",
        "The next one is between Monday 20 April 2026 and Monday 4 May 2026.",
        "After that: between Monday 29 June 2026 and Monday 27 July 2026 and between Monday 7 September 2026 and "
        "Monday 19 October 2026.",
        WINDOW,
        CONFIRM,
    ]


def test_a_part_of_which_some_are_given_says_how_many() -> None:
    """After a last dose in the middle of loading: the number given, and the dates that are left."""
    chat = Chat()
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    said = chat.tell("every other day for 2 weeks", "4")
    assert said == [
        "This is how I read your plan:",
        "• Last injection: Tuesday 3 March 2026.",
        "• Loading: every other day for 2 weeks. That is 7 injections, 4 of them given. To come: "
        "Thursday 5, Saturday 7 and Monday 9 March 2026.",
        "• Then every 3 months, counted from the last loading injection: Tuesday 9 June and "
        "Wednesday 9 September 2026, and so on.",
        "The next one is today, Thursday 5 March 2026.",
        "If you have no time for it yet, call your clinic now.",
        MONTHS,
        "Saturday 7 March 2026 is at a weekend: your clinic may be closed. Ask if they want it before or after.",
        CONFIRM,
    ]


def test_parts_that_follow_a_late_dose_have_no_dates() -> None:
    """Where a dose of a part is late, dates after it depend on when it is given, so none are listed."""
    chat = Chat(date(2026, 3, 9))
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    assert chat.tell("loading", "4") == [
        "This is how I read your plan:",
        "• Last injection: Tuesday 3 March 2026.",
        "• Loading: every other day for 2 weeks. That is 7 injections, 4 of them given.",
        "• Then every 3 months, counted from the last loading injection.",
        "Counting every other day from Tuesday 3 March 2026, it was due on Thursday 5 March 2026. "
        "Today is Monday 9 March 2026, so it is 4 days late.",
        LATE[0],
        "That is longer than the whole gap, so I count no more dates.",
        LATE[1],
        MONTHS,
        CONFIRM,
    ]
    assert chat.dates == ["2026-03-05"]


def test_an_open_loading_has_no_end() -> None:
    """ "Until no further improvement" gives dates so far and none for what follows."""
    chat = Chat()
    said = chat.say("1mg IM alternate days until no further improvement then every 2 months. first was 4 march")
    assert said[1:3] == [
        "• Loading: 1mg (1,000 micrograms) into a muscle, every other day until no further improvement. "
        "Your clinic decides when it ends. The dates so far: Wednesday 4 and Friday 6 March 2026, and so on.",
        "• Then every 2 months. Your clinic decides when that starts.",
    ]
    chat.say("yes")
    assert chat.say("when does the 2 monthly start?", "phase_start") == ["Your clinic decides when that part starts."]
    assert chat.say("how many left?", "left") == ["That part has no fixed number. Your clinic decides when it ends."]


def test_a_long_part_is_cut_short_with_its_end() -> None:
    """More than 10 doses are not listed: the first two and the last one."""
    chat = Chat()
    assert chat.say("daily for 30 days then monthly, first one 5 march")[1] == (
        "• Loading: every day for 30 days. That is 30 injections: Thursday 5 and Friday 6 March 2026, and so on, "
        "to Friday 3 April 2026."
    )


def test_a_number_that_was_said_is_not_said_again() -> None:
    """ "6 injections" stands in the words of the part."""
    chat = Chat()
    assert chat.say("every other day for 6 injections, first one 9 march")[:2] == [
        "This is how I read your plan:",
        "• Loading: every other day for 6 injections: Monday 9, Wednesday 11, Friday 13, Sunday 15, Tuesday 17 and "
        "Thursday 19 March 2026.",
    ]


def test_one_injection_is_one() -> None:
    """Monthly for a month is 1 injection, in the singular."""
    chat = Chat()
    assert "• Loading: every week for 1 week. That is 1 injection: Monday 9 March 2026." in chat.say(
        "weekly for 1 week then monthly, first one 9 march"
    )


def test_a_part_whose_number_depends_on_the_date_is_counted() -> None:
    """Weekly for 2 months: as many as there are, here 9."""
    chat = Chat()
    assert chat.say("weekly for 2 months then every 3 months, first one 9 march")[1] == (
        "• Loading: every week for 2 months. That is 9 injections: Monday 9, Monday 16, Monday 23, Monday 30 March, "
        "Monday 6, Monday 13, Monday 20, Monday 27 April and Monday 4 May 2026."
    )


def test_a_long_part_whose_number_depends_on_the_date_has_no_number() -> None:
    """Weekly for 6 months: the first two and the last one, without a number that was not worked out."""
    chat = Chat()
    assert chat.say("weekly for 6 months then every 3 months, first one 9 march")[1] == (
        "• Loading: every week for 6 months: Monday 9 and Monday 16 March 2026, and so on, to Monday 7 September 2026."
    )


def test_several_a_week_for_life_say_which_days_were_taken() -> None:
    """Days that nobody named are said where the list of dates is not the whole plan."""
    chat = Chat()
    said = chat.say("twice a week, first one 2 march 2026")
    assert "Twice a week is taken as days 1 and 4 of each week, such as Monday and Thursday." in said
    assert chat.last.buttons == ("Yes", "Other days", "Change something")


def test_a_late_dose_comes_first() -> None:
    """Late: since when, by how much, and what to do; the plan is asked to be confirmed all the same."""
    chat = Chat()
    assert chat.say("every 12 weeks. last one was 1 october, nobody called me") == [
        "Counting every 12 weeks from Wednesday 1 October 2025, it was due on Wednesday 24 December 2025. "
        "Today is Thursday 5 March 2026, so it is 10 weeks and 1 day late.",
        *LATE,
        CONFIRM,
    ]
    assert chat.last.buttons == ("Yes", "Change something", "What can happen if it is late?", "Write me what to say")
    assert chat.say("yes") == [
        "I have kept your plan. Tell me when you have had it, or which date your clinic gave you.",
        LATE[0],
    ]
    assert chat.last.links == ()


def test_what_is_given_is_said_with_a_late_dose_too() -> None:
    """Dose and product are repeated back in every case."""
    chat = Chat()
    said = chat.say("1mg hydroxocobalamin every 12 weeks, last one 10 december 2025")
    assert said[:2] == [
        "You have 1mg (1,000 micrograms) hydroxocobalamin.",
        "Counting every 12 weeks from Wednesday 10 December 2025, it was due on Wednesday 4 March 2026. "
        "Today is Thursday 5 March 2026, so it is 1 day late.",
    ]


def test_a_late_window_is_late_after_its_last_day() -> None:
    """Within the window nothing is late; after it, the days are counted from its end."""
    chat = Chat()
    said = chat.say("every 10 to 12 weeks, last one 8 december 2025")
    assert said[0] == (
        "Counting every 10 to 12 weeks from Monday 8 December 2025, it was due between Monday 16 February 2026 and "
        "Monday 2 March 2026. Today is Thursday 5 March 2026, so it is 3 days late."
    )


def test_overdue_by_more_than_the_interval_counts_no_further() -> None:
    """After a second dose was missed no more dates are given, in words or in the object."""
    chat = Chat()
    said = chat.say("every 12 weeks, last one was 1 may 2025")
    assert "That is longer than the whole gap, so I count no more dates." in said
    assert chat.dates == ["2025-07-24"]


def test_a_last_dose_of_more_than_a_year_ago_is_flagged() -> None:
    """Whether or not one is late by the plan; of a late one the year is asked first."""
    late, early = Chat(), Chat()
    flag = "The last one was more than a year ago. Call your clinic before you book the next one."
    late.say("monthly, last one 12 january 2024")
    assert flag in late.say("Friday 12 January 2024")
    assert flag in early.say("once every 2 years, last one 12 january 2025")


def test_an_ordinal_weekday() -> None:
    """The first Monday of each month is that Monday, whatever its date; no other reading of months is offered."""
    chat = Chat()
    assert chat.say("first monday of the month, last was 2 march 2026")[:2] == [
        "Every month on the first Monday. The last one was on Monday 2 March 2026.",
        "The next one is on Monday 6 April 2026.",
    ]
    assert chat.last.buttons == ("Yes", "Change something")


def test_a_zone_that_is_not_known_is_said() -> None:
    """Today's date rests on it."""
    chat = Chat(zone_known=False)
    assert chat.say("every 8 weeks, last one 9 february 2026")[-2:] == ["I use UTC time for today's date.", CONFIRM]
    assert chat.say("yes")[-1] == "I use UTC time for today's date."


def test_the_two_dates_are_given_when_a_plan_of_parts_is_confirmed() -> None:
    """The end of loading and the start of what follows, and what to take away."""
    chat = confirmed("3 times a week for 2 weeks then every 3 months. first one was monday 2 march", date(2026, 3, 3))
    assert [line for bubble in chat.last.bubbles for line in bubble.split("\n")] == [
        "Your next injection is on Wednesday 4 March 2026.",
        "For your calendar:",
        "• Loading ends: Friday 13 March 2026.",
        "• Every 3 months starts: Saturday 13 June 2026.",
    ]
    assert chat.last.key == "key-1"
    assert [link["label"] for link in chat.last.links] == [
        "Add to my calendar", "Add the next date to Google Calendar", "Print", "Picture of my plan",
    ]  # fmt: skip
    assert [link["url"] for link in chat.last.links if not link["url"].startswith("https://calendar.google.com/")] == [
        "plan.ics", "print", "plan.svg",
    ]  # fmt: skip
    assert chat.last.buttons == ("What if I am late?", "Show my plan")
