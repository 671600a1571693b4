"""The plan as a picture: what it shows and says."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textstat import textstat

from b12guide.plan.dates.schedule import doses
from b12guide.plan.model import Anchor, Phase, full_date
from b12guide.plan.takeaway.picture import NO_DATE, NOTHING_LEFT, picture
from tests.plan.takeaway.drawn_plan import SVG, described, drawn, lines, words
from tests.plan.takeaway.takeaway_plans import LOADING, MONTHLY, OPEN_LOADING, QUARTERLY, RANGE, plans

CLINIC = "If your clinic gives you another date, the clinic's date wins."


def test_loading_and_maintenance_from_top_to_bottom() -> None:
    """The two dates, loading whole, the line of today before the next dose, then the next maintenance doses."""
    assert lines(drawn(LOADING, QUARTERLY, width=900)) == [
        "Loading ends:", "Sunday 15 March 2026", "Every 3 months starts:", "Monday 15 June 2026",
        "Loading: every other day for 2 weeks", "7 injections.",
        "Tuesday 3 March 2026", "Thursday 5 March 2026", "Saturday 7 March 2026",
        "Today: Sunday 8 March 2026",
        "Monday 9 March 2026", "Next injection.", "Wednesday 11 March 2026", "Friday 13 March 2026",
        "Sunday 15 March 2026", "Weekend: clinic may be closed.",
        "Maintenance: every 3 months",
        "Monday 15 June 2026", "Tuesday 15 September 2026", "Tuesday 15 December 2026", "Monday 15 March 2027",
        "and so on.", CLINIC,
    ]  # fmt: skip


def test_screen_reader_hears_the_whole_plan() -> None:
    """The description says in sentences all that the picture shows."""
    svg = drawn(LOADING, QUARTERLY, count=1)
    assert described(svg) == (
        "Today is Sunday 8 March 2026. Next injection: Monday 9 March 2026. Loading ends: Sunday 15 March 2026. "
        "Every 3 months starts: Monday 15 June 2026. Loading: every other day for 2 weeks. 7 injections. "
        "Tuesday 3 March 2026. Thursday 5 March 2026. Saturday 7 March 2026. Monday 9 March 2026. "
        "Wednesday 11 March 2026. Friday 13 March 2026. Sunday 15 March 2026. Weekend: clinic may be closed. "
        f"Maintenance: every 3 months. Monday 15 June 2026. And so on. {CLINIC}"
    )


def test_picture_has_role_title_and_description() -> None:
    """It is one image whose name and description are found by their ids."""
    svg = drawn(LOADING, QUARTERLY)
    title, desc = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert (svg.get("role"), svg.get("lang")) == ("img", "en")
    assert svg.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == "Your B12 injection plan"


def test_two_pictures_on_a_page_have_their_own_ids() -> None:
    """Another plan has other ids, the same plan the same."""
    ids = [drawn(phase).find(f"{SVG}title").get("id") for phase in (MONTHLY, QUARTERLY, MONTHLY)]
    assert ids[0] == ids[2] != ids[1]


def test_last_dose_given_is_shown_first() -> None:
    """A plan counted from the last dose begins with it; its maintenance has long begun, so no two dates."""
    svg = drawn(QUARTERLY, anchor=Anchor("last", date(2026, 2, 9)), width=900, count=1)
    assert lines(svg) == [
        "Last injection given: Monday 9 February 2026", "Today: Sunday 8 March 2026", "Maintenance: every 3 months",
        "Saturday 9 May 2026", "Next injection.", "Weekend: clinic may be closed.", "and so on.", CLINIC,
    ]  # fmt: skip
    assert "Last injection given: Monday 9 February 2026." in described(svg)


def test_doses_given_in_the_present_phase_are_counted() -> None:
    """The number that lies behind is said, and only the rest is shown."""
    svg = drawn(LOADING, QUARTERLY, anchor=Anchor("last", date(2026, 3, 7), 0, 3))
    assert "7 injections, 3 given." in lines(svg)
    assert described(svg).count("March 2026. ") == 8  # today, the last given, the next, the end, and 4 doses


def test_number_given_is_not_said_of_later_phases() -> None:
    """After the last loading dose, the doses given belong to a phase that is over."""
    course = Phase("maintenance", 1, 3, "mo", count=4)
    svg = drawn(LOADING, course, anchor=Anchor("last", date(2026, 3, 7), 0, 7, ends_phase=True))
    assert "4 injections." in lines(svg)
    assert "Every 3 months for 4 injections starts:" in described(svg)


def test_late_dose_is_marked_and_nothing_is_called_next() -> None:
    """Where a dose is late the clinic is to be asked, whatever the plan says of the dates after it."""
    svg = drawn(Phase("maintenance", 1, 12, "wk"), anchor=Anchor("last", date(2025, 10, 1)), count=1, width=900)
    assert lines(svg)[1:5] == [
        "Maintenance: every 12 weeks", "Wednesday 24 December 2025",
        "Late: call your clinic and ask when to have it. The dates after it may change.", "Today: Sunday 8 March 2026",
    ]  # fmt: skip
    assert "Next injection" not in described(svg)


def test_only_the_first_of_many_late_doses_is_shown() -> None:
    """Missed dates are not a list to make up for."""
    svg = drawn(Phase("maintenance", 1, 1, "wk"), anchor=Anchor("last", date(2026, 1, 1)), count=2)
    assert described(svg).count("Late:") == 1
    assert "Thursday 8 January 2026. Late:" in described(svg)
    assert "8 dates before today not shown." in lines(svg)


def test_dose_of_today_is_next() -> None:
    """The line of today stands above the dose of today."""
    found = lines(drawn(LOADING, QUARTERLY, today=date(2026, 3, 9)))
    at = found.index("Today: Monday 9 March 2026")
    assert found[at + 1 : at + 4] == ["Monday 9 March 2026", "Next injection.", "This is today."]


def test_today_between_two_phases() -> None:
    """After loading and before maintenance, the line stands between the two."""
    found = lines(drawn(LOADING, QUARTERLY, today=date(2026, 4, 1)))
    at = found.index("Today: Wednesday 1 April 2026")
    assert (found[at - 1], found[at + 1]) == ("Sunday 15 March 2026", "Maintenance: every 3 months")
    assert found[0] == "Loading ended:"


def test_plan_that_has_long_begun_shows_loading_and_the_next_doses() -> None:
    """Years of maintenance are left out; loading stays whole."""
    found = lines(drawn(LOADING, MONTHLY, today=date(2028, 1, 1), count=1))
    at = found.index("Maintenance: every month")
    assert found[at + 1 : at + 5] == [
        "21 dates before today not shown.", "Today: Saturday 1 January 2028", "Saturday 15 January 2028",
        "Next injection.",
    ]  # fmt: skip
    assert found[2] == "Every month started:"
    assert "Tuesday 3 March 2026" in found


def test_plan_that_is_over_ends_with_today() -> None:
    """All doses behind: the last of a course of maintenance is shown, and today comes after it."""
    course = Phase("maintenance", 1, 1, "mo", count=3)
    found = lines(drawn(course, today=date(2027, 1, 1), width=900))
    assert found == [
        "Every month for 3 injections started:", "Tuesday 3 March 2026",
        "Maintenance: every month for 3 injections", "3 injections.", "2 dates before today not shown.",
        "Sunday 3 May 2026", "Today: Friday 1 January 2027", CLINIC,
    ]  # fmt: skip


def test_nothing_left() -> None:
    """A plan whose last dose has been given says so."""
    svg = drawn(LOADING, anchor=Anchor("last", date(2026, 3, 7), 0, 7), width=900)
    assert lines(svg) == [
        "Last injection given: Saturday 7 March 2026", NOTHING_LEFT, "Today: Sunday 8 March 2026", CLINIC,
    ]  # fmt: skip
    assert NOTHING_LEFT in described(svg)


def test_loading_without_an_end_has_no_invented_date() -> None:
    """Until no further improvement: neither the end nor the start of maintenance is given."""
    svg = drawn(OPEN_LOADING, MONTHLY, width=900)
    found = lines(svg)
    assert found[:4] == [
        "Loading ends:",
        "When your clinic says",
        "Every month starts:",
        "Your clinic tells you the date",
    ]
    assert found[-3:] == ["Maintenance: every month", NO_DATE, CLINIC]
    assert found.count("and so on.") == 1
    assert NO_DATE in described(svg)


def test_three_phases_name_the_present_one_and_maintenance() -> None:
    """In the weekly phase of three, its end and the start of the monthly one are the two dates."""
    weekly = Phase("other", 1, 1, "wk", count=4)
    found = lines(drawn(LOADING, weekly, MONTHLY, today=date(2026, 3, 20)))
    assert found[:4] == [
        "Every week for 4 injections ends:", "Sunday 12 April 2026", "Every month starts:", "Tuesday 12 May 2026",
    ]  # fmt: skip


def test_phase_that_ends_today_is_still_the_present_one() -> None:
    """On the day of its last dose a phase ends, and the one after it has not begun."""
    weekly = Phase("other", 1, 1, "wk", count=4)
    found = lines(drawn(LOADING, weekly, MONTHLY, today=date(2026, 3, 15)))
    assert found[:2] == ["Loading ends:", "Sunday 15 March 2026"]


@pytest.mark.parametrize(("days", "shown"), [(31, 31), (32, 2)])
def test_month_of_daily_doses_is_shown_whole(days: int, shown: int) -> None:
    """A dose a day for a month is the longest course that is shown whole."""
    svg = drawn(Phase("loading", 1, 1, "d", count=days), today=date(2026, 3, 3), count=2, width=900)
    assert (
        len([line for line in lines(svg) if re.fullmatch(r"\w+day \d+ \w+ 2026", line)]) == shown + 1
    )  # and the start


def test_two_loading_phases_are_told_apart() -> None:
    """Where two phases are loading, the one that ends is named by its words."""
    weekly = Phase("loading", 1, 1, "wk", count=4)
    assert lines(drawn(LOADING, weekly, MONTHLY, width=900))[0] == "Every other day for 2 weeks ends:"


def test_last_phase_stands_in_for_maintenance() -> None:
    """Where no phase is named maintenance, the last one is meant."""
    found = lines(drawn(Phase("other", 1, 1, "wk", count=2), Phase("other", 1, 4, "wk")))
    assert found[0:3] == ["Every week for 2 injections ends:", "Tuesday 10 March 2026", "Every 4 weeks starts:"]


def test_window_shows_both_ends() -> None:
    """A range is drawn as a window over two lines, and said as one."""
    svg = drawn(RANGE, anchor=Anchor("last", date(2026, 1, 15)), today=date(2026, 4, 1), count=1)
    found = lines(svg)
    at = found.index("Thursday 26 March 2026 to")
    assert found[at + 1] == "Thursday 9 April 2026"
    assert "Today is in this time. Ask your clinic which day." in described(svg)
    assert "Next injection: between Thursday 26 March 2026 and Thursday 9 April 2026." in described(svg)
    assert "Later dates depend on when you have these." in described(svg)
    heights = [float(mark.get("height")) for mark in svg.iter(f"{SVG}rect") if mark.get("class") == "b12-accent"]
    assert [20 < height < 60 for height in heights] == [True]


def test_long_course_shows_its_next_doses_and_its_end() -> None:
    """A course too long to show whole says where it ends."""
    course = Phase("loading", 1, 1, "d", count=100)
    svg = drawn(course, MONTHLY, today=date(2026, 3, 10), count=2)
    assert "And so on, to Wednesday 10 June 2026." in described(svg)
    assert "Loading ends: Wednesday 10 June 2026." in described(svg)
    assert "7 dates before today not shown." in lines(svg)


def test_endless_course_does_not_hold_anybody_up() -> None:
    """Beyond 20,000 doses nothing is looked for, and no end is claimed."""
    svg = drawn(Phase("loading", 1, 1, "d", count=2_000_000), MONTHLY, count=1)
    assert "Loading ends: when your clinic says." in described(svg)
    assert described(svg).endswith(f"And so on. Maintenance: every month. {NO_DATE} {CLINIC}")


def test_open_plan_asks() -> None:
    """Where the plan leaves something open there is no picture, but the question."""
    with pytest.raises(ValueError, match="Which part of the plan"):
        drawn(LOADING, QUARTERLY, anchor=Anchor("last", date(2026, 3, 7)))


def test_sentences_are_plain() -> None:
    """The fixed sentences read at school grade 6 or lower."""
    late = drawn(QUARTERLY, anchor=Anchor("last", date(2025, 10, 1)))
    said = "Late: call your clinic and ask when to have it. The dates after it may change."
    assert said in described(late)
    assert textstat.flesch_kincaid_grade(" ".join([said, NO_DATE, NOTHING_LEFT, CLINIC])) <= 6


@settings(max_examples=60, deadline=None)
@given(plans(), st.integers(1, 6))
def test_any_plan_gives_a_picture_or_a_question(case: Any, count: int) -> None:
    """Well-formed, with the next dose in words, for every plan whose dates can be counted."""
    phases, anchor, today = case
    try:
        plan = doses(phases, anchor, today=today)
    except ValueError as question:
        with pytest.raises(ValueError, match=re.escape(str(question))):
            picture(phases, anchor, today=today, count=count)
        return
    svg = ElementTree.fromstring(picture(phases, anchor, today=today, count=count))
    assert f"Today: {full_date(today)}" in words(svg)
    assert words(svg).count("Today: ") == 1
    start = next(plan, None)
    if start and today <= start.earliest <= today + timedelta(3650):
        assert full_date(start.earliest) in described(svg)
    assert all(text for text in lines(svg))
