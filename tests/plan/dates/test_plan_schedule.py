"""Phases to dates: the worked plans of the regimen catalogue, and the rules of the calendar."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from b12guide.plan import Anchor, Phase, dose_count, doses, missing, plan

START = date(2026, 2, 2)


def days(
    text: str, count: int, *, first: date | None = None, last: date | None = None, phase: int | None = None
) -> str:
    """The next dates of a plan, as month-day; windows as from..to."""
    today = first or last or START
    found = plan(text, today=today, first=first, last=last, phase=phase, count=count).next
    return " ".join(
        f"{d.earliest:%m-%d}" if d.earliest == d.latest else f"{d.earliest:%m-%d}..{d.latest:%m-%d}" for d in found
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1mg 3 times a week for 2 weeks then every 12 weeks", "02-02 02-04 02-06 02-09 02-11 02-13 05-08"),
        ("alternate days for 2 weeks, then every 2 months", "02-02 02-04 02-06 02-08 02-10 02-12 02-14 04-14"),
        ("weekly x 4 then monthly", "02-02 02-09 02-16 02-23 03-23"),
        ("q4wk", "02-02 03-02 03-30 04-27"),
        ("every 90 days", "02-02 05-03"),
        ("daily for 4 days then weekly for 2 weeks then monthly", "02-02 02-03 02-04 02-05 02-12 02-19 03-19"),
        ("twice a week for 2 weeks then weekly", "02-02 02-05 02-09 02-12 02-19"),
        ("weekly for 2 weeks then twice a week", "02-02 02-09 02-12 02-16 02-19"),
        ("weekly for 2 weeks then 3 times a week for 1 week then monthly", "02-02 02-09 02-11 02-13 02-16 03-16"),
        ("every other Monday", "02-02 02-16 03-02"),
        ("Mondays and Thursdays", "02-02 02-05 02-09 02-12"),
        ("first Monday of each month", "02-02 03-02 04-06 05-04"),
        ("every month on the 2nd", "02-02 03-02 04-02"),
        ("weekly for 2 weeks then on the 1st and 15th of each month", "02-02 02-09 02-15 03-01 03-15"),
        ("weekly for 1 month then every 2 weeks", "02-02 02-09 02-16 02-23 03-09"),
        ("monthly for 10 weeks", "02-02 03-02 04-02"),
        ("weekly for 2 weeks then monthly for 10 weeks then yearly", "02-02 02-09 03-09 04-09 05-09 05-09"),
        ("weekly x 2 then every 10 to 12 weeks x 2 then monthly", "02-02 02-09 04-20..05-04 06-29..07-27 07-29..08-27"),
        ("every year", "02-02 02-02"),
    ],
)  # fmt: skip
def test_plans_counted_from_their_first_dose(text: str, expected: str) -> None:
    """From a first dose on Monday 2 February 2026 the dates are those worked out by hand."""
    assert days(text, len(expected.split()), first=START) == expected


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("monthly", date(2026, 1, 31), "02-28 03-31 04-30 05-31"),
        ("monthly", date(2028, 1, 31), "02-29 03-31"),
        ("every year", date(2028, 2, 29), "02-28 02-28 02-28 02-29"),
        ("every 3 months", date(2025, 11, 30), "02-28 05-30"),
        ("every 10 to 12 weeks", date(2026, 1, 15), "03-26..04-09 06-04..07-02"),
        ("every 2 to 3 months", date(2026, 1, 15), "03-15..04-15"),
        ("twice a year", date(2026, 1, 15), "07-15"),
        ("every 12 weeks", date(2026, 1, 5), "03-30"),
        ("every 3 months", date(2026, 1, 5), "04-05"),
        ("the 31st of each month", date(2026, 1, 31), "02-28 03-31 04-30"),
        ("last day of each month", date(2026, 2, 28), "03-31 04-30"),
        ("last Friday of the month", date(2026, 1, 30), "02-27 03-27"),
        ("M/W/F", date(2026, 2, 4), "02-06 02-09"),
        ("daily", date(2026, 3, 28), "03-29 03-30"),
        ("every other day until no further improvement", date(2026, 2, 2), "02-04 02-06"),
    ],
)  # fmt: skip
def test_plans_counted_from_the_last_dose_given(text: str, last: date, expected: str) -> None:
    """Months keep the day of the anchor and are clipped; a range widens; a change of clocks moves nothing."""
    assert days(text, len(expected.split()), last=last) == expected


def test_two_ranges_in_the_label_of_the_fda_are_asked_about() -> None:
    """Daily for 6 or 7 days and then on for 2 to 3 weeks has no dates, but all four phases are given back."""
    text = (
        "daily 6 or 7 days, then alternate days for 7 doses, then every 3 to 4 days for 2 to 3 weeks, "
        "then monthly for life"
    )
    result = plan(text, today=START, first=START)
    assert (result.status, len(result.phases), result.next) == ("ask", 4, ())


def test_least_gap_is_asked_about() -> None:
    """Ten injections at least 3 days apart have no fixed dates."""
    result = plan("10 injections at least 3 days apart, then every 2 months", today=START, first=START)
    assert (result.status, result.unread, result.next) == ("ask", ("at least",), ())


def test_an_open_first_phase_goes_on_and_ends_only_with_the_clinic() -> None:
    """From the first dose it has no end; from a maintenance dose it is over."""
    text = "alternate days until no further improvement, then every 2 months"
    assert days(text, 9, first=START) == "02-02 02-04 02-06 02-08 02-10 02-12 02-14 02-16 02-18"
    assert days(text, 2, last=date(2026, 12, 31), phase=1) == "02-28 04-30"


def test_a_course_that_is_over_has_no_next_dose() -> None:
    """After the last day of a bounded plan nothing is due, and nothing is asked."""
    result = plan("weekly x 4", today=date(2026, 6, 1), first=START)
    assert (result.status, result.next) == ("assumed", ())


def test_flags_say_weekend_overdue_and_open_end() -> None:
    """A Saturday is marked and not moved; what was due before today is overdue; a plan for life has no end."""
    result = plan("every 12 weeks", today=date(2026, 6, 1), last=date(2026, 1, 3), count=2)
    assert [(d.earliest.isoformat(), d.flags) for d in result.next] == [
        ("2026-03-28", ("weekend", "overdue", "open_ended")),
        ("2026-06-20", ("weekend", "open_ended")),
    ]


def test_a_window_is_overdue_once_it_has_closed() -> None:
    """On the last day of its window a dose is not overdue; the day after it is."""
    last = date(2026, 1, 15)
    on_time = plan("every 10 to 12 weeks", today=date(2026, 4, 9), last=last, count=1).next[0]
    late = plan("every 10 to 12 weeks", today=date(2026, 4, 10), last=last, count=1).next[0]
    assert (on_time.flags, late.flags) == (("open_ended",), ("overdue", "open_ended"))


def test_a_window_still_open_is_among_the_next() -> None:
    """Counted from a first dose, a window that began before today and is not over yet is still to come."""
    result = plan("every 10 to 12 weeks", today=date(2026, 4, 20), first=START, count=1)
    assert [d.to_json()["latest"] for d in result.next] == ["2026-04-27"]


def test_the_third_of_six_leaves_three() -> None:
    """Where the words say how many were given, the rest of the phase is counted and the next one follows."""
    text = "third one was on 9 february 2026, 6 injections on alternate days then every 12 weeks"
    found = plan(text, today=date(2026, 2, 9), count=5).next
    assert [f"{d.earliest:%m-%d}" for d in found] == ["02-11", "02-13", "02-15", "05-10", "08-02"]


def test_the_second_of_three_a_week_is_followed_by_the_third() -> None:
    """Without named days, the place in the week follows from how many were given."""
    text = "second one was on 4 february 2026, 3 times a week for 2 weeks then monthly"
    found = plan(text, today=date(2026, 2, 4), count=5).next
    assert [f"{d.earliest:%m-%d}" for d in found] == ["02-06", "02-09", "02-11", "02-13", "03-13"]


def test_the_last_loading_dose_starts_the_next_phase() -> None:
    """ "The last loading one" says where in the plan that dose stood."""
    text = "3 times a week for 2 weeks then every 12 weeks, the last loading one was on 13 february 2026"
    found = plan(text, today=date(2026, 2, 13), count=2).next
    assert [(d.earliest.isoformat(), d.phase_kind) for d in found] == [
        ("2026-05-08", "maintenance"),
        ("2026-07-31", "maintenance"),
    ]


def test_a_mixed_phase_counted_from_a_dose_in_it() -> None:
    """Weekly for a month, the second given: the month is counted from that dose's place, and ends."""
    anchor = Anchor("last", date(2026, 2, 9), 0, 2)
    phases = plan("weekly for 1 month then monthly", today=START).phases
    assert [d.phase_index for d in islice(doses(phases, anchor), 6)] == [0, 0, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every other day for 2 weeks", 7),
        ("weekly for 4 weeks", 4),
        ("daily for a week", 7),
        ("3 times a week for 2 weeks", 6),
        ("3 times a week for 10 days", 5),
        ("twice a week for 10 days", 3),
        ("monthly for a year", 12),
        ("every 3 months for a year", 4),
        ("Mondays and Thursdays for 3 weeks", 6),
        ("Mondays and Thursdays for 10 days", None),
        ("weekly for 1 month", None),
        ("every 3 to 4 days for 2 weeks", None),
        ("weekly", None),
        ("weekly x 5", 5),
    ],
)
def test_number_of_doses_in_a_phase(text: str, expected: int | None) -> None:
    """A duration does not count the day on which it ends; what depends on the date has no fixed number."""
    assert dose_count(plan(text, today=START).phases[0]) == expected


@pytest.mark.parametrize(
    ("text", "anchor", "about"),
    [
        ("weekly for 4 weeks then monthly", Anchor("last", START), "phase"),
        ("weekly for 4 weeks", Anchor("last", START), "count"),
        ("weekly for 1 month", Anchor("last", START), "count"),
        ("weekly then monthly", Anchor("first", START), "count"),
        ("weekly then monthly", Anchor("last", START, 0), "count"),
        ("twice a week", Anchor("last", START), "interval"),
        ("every Tuesday", Anchor("first", START), "date"),
        ("first Tuesday of the month", Anchor("last", START), "date"),
        ("weekly for 2 weeks then every Tuesday", Anchor("first", START), "date"),
        ("every 3 to 4 days for 2 weeks", Anchor("first", START), "count"),
    ],
)
def test_what_is_missing_is_asked(text: str, anchor: Anchor, about: str) -> None:
    """What the dates depend on and nobody said is asked, and the computing itself refuses to guess."""
    phases = plan(text, today=START).phases
    question = missing(phases, anchor)
    assert question is not None
    assert question.about == about
    with pytest.raises(ValueError, match=r"\?$|\.$"):
        doses(phases, anchor)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("weekly then monthly", Anchor("last", START, 1)),
        ("weekly then monthly", Anchor("last", START, 0, ends_phase=True)),
        ("twice a week for 2 weeks", Anchor("last", START, 0, 2)),
        ("every Monday for 2 weeks then every Monday", Anchor("first", START)),
        ("weekly until told then monthly", Anchor("first", START)),
        ("on the 2nd and 16th of each month", Anchor("last", START)),
    ],
)
def test_nothing_is_asked_that_is_known(text: str, anchor: Anchor) -> None:
    """A plan that can be counted from its anchor is counted."""
    assert missing(plan(text, today=START).phases, anchor) is None


def test_four_a_week_need_their_days() -> None:
    """Only twice and three times a week have usual days; more than that names them."""
    four = Phase("maintenance", 4, 1, "wk")
    named = Phase("maintenance", 4, 1, "wk", days_of_week=("mon", "tue", "thu", "fri"))
    question = missing([four], Anchor("first", START))
    assert question is not None
    assert question.about == "interval"
    assert missing([named], Anchor("first", START)) is None


def test_the_phase_of_the_last_dose_can_come_from_outside() -> None:
    """``phase`` says which part of the plan the last dose belonged to; with a first dose it says nothing."""
    phases = plan("weekly for 4 weeks then monthly", today=START).phases
    assert next(doses(phases, Anchor("last", START), phase=1)).earliest == date(2026, 3, 2)
    assert next(doses(phases, Anchor("first", START), phase=1)).earliest == START


def test_a_plan_for_life_ends_with_the_calendar() -> None:
    """Nothing is computed before it is asked for, and after the year 9999 there is nothing."""
    phases = plan("every year", today=START).phases
    assert [d.earliest.year for d in doses(phases, Anchor("last", date(9997, 1, 1)))] == [9998, 9999]
    mondays = plan("every Monday", today=START).phases
    assert len(list(doses(mondays, Anchor("last", date(9999, 12, 13))))) <= 3
