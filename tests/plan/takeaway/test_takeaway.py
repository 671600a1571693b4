"""A confirmed plan as calendar file, picture and page."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Any

from icalendar import Calendar

from b12guide.plan import dialogue, takeaway
from tests.plan.talk.dialogue_chat import TODAY, Chat, confirmed

STAMP = datetime(2026, 3, 5, 9, tzinfo=timezone.utc)
EVERY_12 = "every 12 weeks, last one 9 february 2026"


def plan_of(chat: Chat) -> takeaway.Plan:
    plan = takeaway.kept(chat.kept)
    assert plan is not None
    return plan


def events(chat: Chat, today: date = TODAY) -> list[Any]:
    return Calendar.from_ical(plan_of(chat).calendar(today, stamp=STAMP)).walk("VEVENT")


def days(chat: Chat, status: str, today: date = TODAY) -> list[str]:
    """The days to come with that status; what was given is another thing."""
    coming = [event for event in events(chat, today) if "(done)" not in event["SUMMARY"]]
    return [event["DTSTART"].dt.isoformat() for event in coming if event["STATUS"] == status]


def test_nothing_is_taken_away_before_a_plan_is_confirmed() -> None:
    """Not of no plan, and not of one that was only read back."""
    chat = Chat()
    assert takeaway.kept(None) is None
    chat.say(EVERY_12)
    assert takeaway.kept(chat.kept) is None


def test_the_calendar_has_the_next_dates() -> None:
    """12 of them, with the version of the plan."""
    chat = confirmed(EVERY_12)
    assert days(chat, "CONFIRMED")[:2] == ["2026-05-04", "2026-07-27"]
    assert len(days(chat, "CONFIRMED")) == 12
    assert {int(event["SEQUENCE"]) for event in events(chat)} == {1}


def test_an_injection_given_keeps_the_events_of_the_others() -> None:
    """On its day: the events after it stay the same ones, so a calendar doubles nothing."""
    chat = confirmed(EVERY_12)
    before = {event["DTSTART"].dt: str(event["UID"]) for event in events(chat)}
    chat.today = date(2026, 5, 4)
    chat.say("I had it today")
    after = {event["DTSTART"].dt: str(event["UID"]) for event in events(chat, chat.today)}
    assert date(2026, 5, 4) in before
    assert {day: before[day] for day in list(before)[1:]} == {day: after[day] for day in list(before)[1:]}
    assert {int(event["SEQUENCE"]) for event in events(chat, chat.today)} == {2}


def test_a_changed_plan_takes_its_old_dates_back() -> None:
    """A shorter plan cancels the events that it no longer has, under a higher version."""
    chat = confirmed("weekly for 6 weeks, first one 9 march 2026")
    chat.say("weekly for 2 weeks, first one 9 march 2026")
    chat.say("yes")
    assert days(chat, "CONFIRMED") == ["2026-03-09", "2026-03-16"]
    assert days(chat, "CANCELLED") == ["2026-03-23", "2026-03-30", "2026-04-06", "2026-04-13"]


def test_a_plan_without_end_takes_back_as_many_as_were_sent() -> None:
    """Of an old plan for life, the 12 that a file had, but for the 2 whose place a new date takes."""
    chat = confirmed(EVERY_12)
    chat.say("weekly for 2 weeks, first one 9 march 2026")
    chat.say("yes")
    assert len(days(chat, "CANCELLED")) == 10


def test_a_correction_that_is_not_confirmed_changes_no_file() -> None:
    """Files are made of what is kept."""
    chat = confirmed(EVERY_12)
    chat.say("every 4 weeks")
    assert days(chat, "CONFIRMED")[0] == "2026-05-04"


def test_on_hold_everything_is_taken_back() -> None:
    """After a reaction the calendar is emptied and the page gives no dates."""
    chat = confirmed(EVERY_12)
    chat.kept = dialogue.paused(chat.kept)
    assert days(chat, "CONFIRMED") == []
    assert len(days(chat, "CANCELLED")) == 12
    assert "Your plan is on pause." in plan_of(chat).page(TODAY, emergency="999")


def test_overdue_by_more_than_the_interval_everything_is_taken_back() -> None:
    """No date can be counted any more (regimens.md, section 7)."""
    chat = confirmed(EVERY_12)
    assert days(chat, "CONFIRMED", date(2026, 7, 27)) != []
    assert days(chat, "CONFIRMED", date(2026, 7, 28)) == []


def test_the_end_of_loading_starts_the_next_part_at_its_first() -> None:
    """No dose of the part that goes on lies behind."""
    chat = confirmed("weekly for 4 weeks then monthly. last loading one was 2 march 2026")
    assert days(chat, "CONFIRMED")[0] == "2026-04-02"


def test_the_picture_and_the_page() -> None:
    """Both say the plan with its dates; the page has what was assumed and the number to call."""
    chat = confirmed("1mg hydroxocobalamin im monthly, last one 9 february 2026")
    plan = plan_of(chat)
    assert plan.picture(TODAY).startswith("<svg ")
    page = plan.page(TODAY, emergency="999")
    for words in (
        "1mg (1,000 micrograms) hydroxocobalamin into a muscle, maintenance: every month. "
        "The last injection was on Monday 9 February 2026.",
        "Monday 9 March 2026",
        "Monthly means the same day of each month.",
        "Call 999 now",
    ):
        assert words in page


def test_what_was_given_is_in_every_file() -> None:
    """A diary: the doses told of, with what was not sure, on their days."""
    chat = confirmed(EVERY_12)
    chat.today = date(2026, 5, 5)
    chat.say("I had it yesterday")
    done = [event["DTSTART"].dt for event in events(chat, chat.today) if "(done)" in event["SUMMARY"]]
    assert done == [date(2026, 2, 9), date(2026, 5, 4)]
    page = plan_of(chat).page(chat.today, emergency="999")
    told = "<li>Given: Monday 9 February 2026</li><li>Last injection given: Monday 4 May 2026</li>"
    assert f"<h2>What I had</h2>\n<ul>{told}</ul>" in page
    drawn = plan_of(chat).picture(chat.today)
    assert "Given: Monday 9 February 2026. Last injection given: Monday 4 May 2026." in drawn


def test_once_a_booked_one_was_had_the_file_goes_on() -> None:
    """Told on its own day, the dates after it are known from the next day on."""
    chat = confirmed(EVERY_12)
    chat.say("my next one is booked for 11 may 2026", "booked")
    chat.say("yes")
    chat.today = date(2026, 5, 11)
    chat.say("I had it today")
    assert plan_of(chat).unknown(date(2026, 5, 12)) is None
    assert days(chat, "CONFIRMED", date(2026, 5, 12))[0] == "2026-08-03"


def test_no_file_has_a_date_while_a_booked_one_is_not_told_of() -> None:
    """Past a day that the clinic booked, nobody knows what comes next until the person says whether it was given."""
    chat = confirmed(EVERY_12)
    chat.say("my next one is booked for 11 may 2026", "booked")
    chat.say("yes")
    chat.today = date(2026, 5, 12)
    plan = plan_of(chat)
    assert plan.waits_for == date(2026, 5, 11)
    assert days(chat, "CONFIRMED", chat.today) == []
    page = plan.page(chat.today, emergency="999")
    assert "I have not said if I had the injection of Monday 11 May 2026." in page
    assert "August" not in page
    assert not plan.shows_dates(chat.today)
