"""The calendar file of a plan, and the link to Google's calendar."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from itertools import islice
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from b12guide.plan.dates.schedule import doses
from b12guide.plan.model import Anchor, Dose, Phase
from b12guide.plan.takeaway.calendar import calendar_file, google_link
from tests.plan.takeaway.calendar_events import STAMP, TODAY, alarms, by_uid, events, first, starts
from tests.plan.takeaway.takeaway_plans import LOADING, MONTHLY, QUARTERLY, RANGE, plans

CLINIC = "If your clinic gives you another date, the clinic's date wins."


def test_quarterly_from_30_november_keeps_february() -> None:
    """Every 3 months from the 30th has the last day of February, in a leap year the 29th."""
    assert starts(events(first(QUARTERLY), limit=6)) == [
        date(2026, 11, 30), date(2027, 2, 28), date(2027, 5, 30), date(2027, 8, 30), date(2027, 11, 30),
        date(2028, 2, 29),
    ]  # fmt: skip


def test_file_has_no_repeat_rule() -> None:
    """Calendars do not compute any date themselves."""
    file = calendar_file(first(MONTHLY), plan_id="p", today=TODAY, sequence=0, stamp=STAMP)
    assert b"RRULE" not in file
    assert b"RDATE" not in file


def test_calendar_says_who_made_it_and_how_to_take_it() -> None:
    """The file is one that calendars publish, of version 2.0."""
    calendar = Calendar.from_ical(calendar_file(first(MONTHLY), plan_id="p", today=TODAY, sequence=0, stamp=STAMP))
    assert (calendar["method"], calendar["version"]) == ("PUBLISH", "2.0")
    assert calendar["prodid"] == "-//B12 Guide//Injection plan//EN"
    assert calendar.errors == []


def test_event_lasts_one_whole_day() -> None:
    """An event has dates and no times, and ends before the day after it."""
    event = events(first(QUARTERLY))[0]
    assert type(event.decoded("dtstart")) is date
    assert event.decoded("dtend") == date(2026, 12, 1)
    assert event["transp"] == "TRANSPARENT"


def test_twelve_doses_unless_told_otherwise() -> None:
    """A plan for life fills the calendar for 12 doses."""
    assert len(events(doses((MONTHLY,), Anchor("first", TODAY)))) == 12


def test_stamp_is_universal_time() -> None:
    """Whatever the zone of the clock, the stamp is in UTC."""
    event = events(first(MONTHLY), sequence=7)[0]
    assert event.decoded("dtstamp") == datetime(2026, 11, 20, 7, 30, tzinfo=timezone.utc)
    assert event["sequence"] == 7


def test_stamp_without_zone_is_refused() -> None:
    """A time without a zone is nobody's time."""
    with pytest.raises(ValueError, match="stamp needs a time zone"):
        events(first(MONTHLY), stamp=STAMP.replace(tzinfo=None))


def test_doses_before_today_are_not_sent() -> None:
    """What lies behind stays in the calendar as it is; today is sent."""
    plan = first(LOADING, day=date(2026, 11, 16))
    assert starts(events(plan)) == [date(2026, 11, day) for day in (20, 22, 24, 26, 28)]


def test_alarms_ring_in_the_morning() -> None:
    """9 in the morning, a week before and a day before."""
    assert alarms(events(first(MONTHLY))[0]) == [timedelta(days=-7, hours=9), timedelta(days=-1, hours=9)]


def test_alarms_ring_when_they_were_asked_for() -> None:
    """In the place of the usual ones, also on the day itself."""
    asked = (timedelta(days=-1, hours=18), timedelta(hours=7, minutes=30))
    assert alarms(events(first(MONTHLY), alarms=asked)[0]) == list(asked)


@pytest.mark.parametrize(("day", "left"), [(27, 2), (26, 1), (21, 1), (20, 0)])
def test_alarms_of_the_past_are_left_out(day: int, left: int) -> None:
    """An alarm whose day has gone by would ring at once."""
    assert len(alarms(events(first(MONTHLY, day=date(2026, 11, day)))[0])) == left


def test_events_are_discreet_unless_asked() -> None:
    """Whoever sees the calendar learns nothing of the injections."""
    file = calendar_file(first(QUARTERLY), plan_id="p", today=TODAY, sequence=0, stamp=STAMP).decode()
    body = file.split("BEGIN:VEVENT", 1)[1].replace("\r\n ", "").lower()
    assert "summary:appointment\r\n" in body
    assert not any(word in body for word in ("b12", "injection", "vitamin", "dose"))
    assert "class:private" in body


def test_full_title_on_request() -> None:
    """The fuller events say what they are for and what to do when one is missed."""
    event = events(first(QUARTERLY), discreet=False)[0]
    assert event["summary"] == "B12 injection (please check with your clinic)"
    assert event["description"] == (
        "By your plan, an injection is due on Monday 30 November 2026. Please check this date with your clinic. "
        f"{CLINIC} If you miss it, ask your clinic when to have it. Do not have 2 to catch up."
    )
    assert {alarm["description"] for alarm in event.walk("VALARM")} == {event["summary"]}


def test_own_title_is_kept_on_one_line() -> None:
    """A title of the person's own cannot add a line to the file."""
    event = events(first(QUARTERLY), title="Jab\r\nATTACH:x; y, z\x00")[0]
    assert event["summary"] == "Jab ATTACH:x; y, z"
    assert "attach" not in event


def test_clinic_wins_and_weekend_is_said() -> None:
    """Each event has the sentence about the clinic; one on a weekend says so."""
    weekday, sunday = events(first(QUARTERLY))[:2]
    assert weekday["description"] == f"Please check this date with your clinic. {CLINIC}"
    assert sunday["description"] == f"{weekday['description']} This is a Sunday, and your clinic may be closed."


def test_window_spans_its_days() -> None:
    """A range is one event from its first to its last day, in words too."""
    event = events(doses((RANGE,), Anchor("last", date(2026, 10, 15))))[0]
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 24), date(2027, 1, 8))
    assert event["summary"] == "Appointment (one of these days)"
    assert event["description"] == (
        "This is due between Thursday 24 December 2026 and Thursday 7 January 2027. "
        f"Please check this date with your clinic. {CLINIC}"
    )
    assert len(alarms(event)) == 2


def test_window_that_has_begun_is_sent_without_alarms() -> None:
    """Its last day counts as to come; both alarms lie behind."""
    event = events(doses((RANGE,), Anchor("last", date(2026, 10, 15))), today=date(2027, 1, 7))[0]
    assert event.decoded("dtstart") == date(2026, 12, 24)
    assert alarms(event) == []


def test_windows_end_where_they_run_into_each_other() -> None:
    """Every 10 to 12 weeks is 5 windows: the sixth begins on the day on which the fifth ends."""
    assert len(events(doses((RANGE,), Anchor("last", date(2026, 10, 15))))) == 5


def test_windows_of_a_course_are_all_sent() -> None:
    """A course with an end keeps all its doses, so that what follows it stays right."""
    course = Phase("loading", 1, 3, "d", period_max=4, count=10)
    assert len(events(first(course))) == 10


def test_last_day_of_the_calendar_is_left_out() -> None:
    """An event cannot end after 31 December 9999."""
    end = [Dose(day, day, 0, "other") for day in (date(9999, 12, 30), date.max)]
    assert starts(events(end)) == [date(9999, 12, 30)]


def test_lines_are_folded() -> None:
    """No line of the file is longer than 75 octets (RFC 5545, 3.1)."""
    file = calendar_file(first(QUARTERLY), plan_id="p", today=TODAY, sequence=0, stamp=STAMP, title="Ärztin " * 40)
    assert max(len(line) for line in file.split(b"\r\n")) <= 75


@settings(max_examples=60, deadline=None)
@given(plans(), st.text(max_size=80), st.text(max_size=40))
def test_any_plan_gives_a_file_that_reads_back(case: Any, title: str, plan_id: str) -> None:
    """Every dose from today on is an event of its own with its own id, whatever the plan and the title."""
    phases, anchor, today = case
    try:
        plan = list(islice(doses(phases, anchor, today=today), 60))
    except ValueError:
        return
    found = events(plan, plan_id=plan_id, today=today, title=title, limit=100)
    due = [dose for dose in plan if dose.latest >= today]
    pairs = [(event.decoded("dtstart"), event.decoded("dtend") - timedelta(1)) for event in found]
    assert pairs == [(dose.earliest, dose.latest) for dose in due][: len(pairs)]
    assert len(by_uid(found)) == len(found)
    if all(dose.earliest == dose.latest for dose in due):
        assert len(found) == len(due)


def query(link: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(link).query, strict_parsing=True)


def test_google_link_is_discreet() -> None:
    """The link opens an all-day event that says nothing of what it is for."""
    link = google_link(first(QUARTERLY)[1])
    assert link.startswith("https://calendar.google.com/calendar/render?action=TEMPLATE&text=Appointment&")
    assert query(link) == {
        "action": ["TEMPLATE"],
        "text": ["Appointment"],
        "dates": ["20270228/20270301"],
        "details": [
            f"Please check this date with your clinic. {CLINIC} This is a Sunday, and your clinic may be closed."
        ],
    }


def test_google_link_takes_a_title_and_details() -> None:
    """Own words are quoted, so that they cannot change the address."""
    link = google_link(first(QUARTERLY)[0], title="B12 & more", details="a=b&dates=1#x")
    assert (query(link)["text"], query(link)["details"]) == (["B12 & more"], ["a=b&dates=1#x"])
    assert query(link)["dates"] == ["20261130/20261201"]


def test_google_link_of_a_window() -> None:
    """A range is one event over all its days."""
    link = google_link(next(doses((RANGE,), Anchor("last", date(2026, 10, 15)))))
    assert query(link)["dates"] == ["20261224/20270108"]
    assert query(link)["text"] == ["Appointment (one of these days)"]


def test_google_link_on_the_last_day_of_the_calendar() -> None:
    """The link never fails."""
    assert query(google_link(Dose(date.max, date.max, 0, "other")))["dates"] == ["99991231/99991231"]
