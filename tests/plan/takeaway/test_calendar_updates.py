"""Calendar files of the same plan at different times: which events they replace, move and take back."""

from __future__ import annotations

from datetime import date, timedelta

from b12guide.plan.dates.schedule import doses
from b12guide.plan.model import Anchor, Phase
from b12guide.plan.takeaway.calendar import calendar_file
from tests.plan.takeaway.calendar_events import STAMP, TODAY, alarms, by_uid, events, first, starts
from tests.plan.takeaway.takeaway_plans import LOADING, MONTHLY, QUARTERLY


def test_uid_does_not_move_with_today() -> None:
    """A file made later in the plan replaces the same events."""
    plan = first(LOADING, QUARTERLY, day=date(2026, 11, 16))
    early, late = by_uid(events(plan, today=date(2026, 11, 16))), by_uid(events(plan, today=date(2026, 11, 25)))
    assert list(late)[:5] == list(early)[5:10]


def test_uid_stays_when_the_date_changes() -> None:
    """Every 12 weeks in place of every 3 months moves the events and adds none."""
    old, new = events(first(QUARTERLY)), events(first(Phase("maintenance", 1, 12, "wk")), sequence=1)
    assert list(by_uid(old)) == list(by_uid(new))
    assert starts(old)[1:] != starts(new)[1:]


def test_uid_stays_when_the_plan_moves_on() -> None:
    """The third dose is the third, from whichever end it is counted."""
    whole = by_uid(events(first(LOADING), today=date(2026, 11, 30)))
    rest = doses((LOADING,), Anchor("last", date(2026, 12, 5), 0, 3))
    later = by_uid(events(rest, behind=3))
    assert list(later) == list(whole)[3:]


def test_doses_behind_are_those_of_the_first_phase_alone() -> None:
    """The phases after the present one begin with their first dose."""
    whole = by_uid(events(first(LOADING, QUARTERLY), today=date(2026, 11, 30)))
    rest = doses((LOADING, QUARTERLY), Anchor("last", date(2026, 12, 5), 0, 3))
    assert list(by_uid(events(rest, behind=3, limit=9))) == list(whole)[3:]


def test_uid_gives_nothing_away() -> None:
    """The id of the plan may open it, so it is not in the file."""
    assert b"a secret" not in calendar_file(first(MONTHLY), plan_id="a secret", today=TODAY, sequence=0, stamp=STAMP)


def test_uids_of_two_people_differ() -> None:
    """Two plans in one calendar do not replace each other."""
    assert not set(by_uid(events(first(MONTHLY)))) & set(by_uid(events(first(MONTHLY), plan_id="another")))


def test_dose_that_no_longer_exists_is_cancelled() -> None:
    """A shorter course takes the events of the longer one back."""
    longer, shorter = Phase("loading", 1, 1, "wk", count=6), Phase("loading", 1, 1, "wk", count=4)
    found = events(first(shorter), withdrawn=first(longer), sequence=1)
    status = {event.decoded("dtstart"): str(event["status"]) for event in found}
    days = [date(2026, 11, 30) + timedelta(weeks=n) for n in range(6)]
    assert status == {day: "CONFIRMED" if day in days[:4] else "CANCELLED" for day in days}
    cancelled = [event for event in found if event["status"] == "CANCELLED"]
    assert set(by_uid(cancelled)) == set(list(by_uid(events(first(longer))))[4:])
    assert [alarms(event) for event in cancelled] == [[], []]
    assert all(event["sequence"] == 1 for event in found)


def test_dose_that_moved_is_sent_with_its_new_date() -> None:
    """Of a dose in both versions only the new date is sent, and it is confirmed."""
    new = first(Phase("maintenance", 1, 12, "wk"), count=2)
    found = events(new, withdrawn=first(QUARTERLY, count=2), sequence=1)
    assert starts(found) == [date(2026, 11, 30), date(2027, 2, 22)]
    assert {str(event["status"]) for event in found} == {"CONFIRMED"}


def test_withdrawn_dose_of_the_past_is_left_alone() -> None:
    """What has been given is not wiped from the calendar."""
    course = first(Phase("loading", 1, 1, "wk", count=3), day=date(2026, 11, 15))
    assert starts(events([], withdrawn=course)) == [date(2026, 11, 22), date(2026, 11, 29)]


def test_withdrawn_list_may_begin_later_in_the_phase() -> None:
    """The old list's places are counted from the doses that lay before it."""
    rest = list(doses((LOADING,), Anchor("last", date(2026, 12, 5), 0, 3)))
    whole = by_uid(events(first(LOADING), today=date(2026, 11, 30)))
    assert list(by_uid(events([], withdrawn=rest, withdrawn_behind=3))) == list(whole)[3:]


def test_paused_plan_is_cancelled_whole() -> None:
    """After a reaction no event and no alarm is left."""
    found = events(doses((MONTHLY,), Anchor("first", TODAY)), withdrawn=first(LOADING, day=TODAY), paused=True)
    assert {str(event["status"]) for event in found} == {"CANCELLED"}
    assert sum(len(alarms(event)) for event in found) == 0
    assert len(found) == 12
