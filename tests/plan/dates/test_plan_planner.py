"""A plan with its anchor: where the date comes from, and what is asked when it does not come."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import Anchor, compute, plan, read

TODAY = date(2026, 3, 5)
TWO_DAYS = ("Monday 2 February 2026", "Tuesday 3 February 2026")
LAST_OR_FIRST = ("my last one was on Monday 9 March 2026", "my first one was on Monday 9 March 2026")
LOADED = Anchor("last", date(2026, 3, 2), 0, ends_phase=True)


def test_the_example_of_the_command_line() -> None:
    """Every other day for 2 weeks then every 3 months gives exactly the documented object."""
    result = plan(
        "1mg IM every other day for 2 weeks then every 3 months", today=TODAY, first=date(2026, 3, 3), count=2
    )
    assert result.to_json() == {
        "status": "assumed",
        "assumptions": [
            "Every other day for 2 weeks is 7 injections, weekends included.",
            "The 3 months are counted from the last loading injection.",
            "3 months means the same day of the month, not 12 weeks.",
        ],
        "question": None,
        "phases": [
            {
                "kind": "loading", "frequency": 1, "period": 2, "period_max": None, "unit": "d",
                "count": None, "duration": 2, "duration_unit": "wk", "days_of_week": [],
            },
            {
                "kind": "maintenance", "frequency": 1, "period": 3, "period_max": None, "unit": "mo",
                "count": None, "duration": None, "duration_unit": None, "days_of_week": [],
            },
        ],
        "dose_mcg": 1000, "route": "im", "product": None,
        "anchor": {"kind": "first", "date": "2026-03-03"},
        "next": [
            {"earliest": "2026-03-05", "latest": "2026-03-05", "phase": "loading", "flags": []},
            {"earliest": "2026-03-07", "latest": "2026-03-07", "phase": "loading", "flags": ["weekend"]},
        ],
        "unread": [],
    }  # fmt: skip


def test_extra_fields_of_a_phase_are_printed_where_they_say_something() -> None:
    """The day of the month, the week of the month and an open end are added to the phases that have them."""
    phases = plan("every other day until symptoms settle then on the 15th of each month", today=TODAY).to_json()[
        "phases"
    ]
    assert (phases[0]["until"], phases[1]["days_of_month"]) == ("symptoms settle", [15])
    first_monday = plan("first Monday of each month", today=TODAY).to_json()["phases"][0]
    assert (first_monday["days_of_week"], first_monday["week_of_month"]) == (["mon"], 1)


def test_without_a_date_the_anchor_is_asked_for() -> None:
    """A plan without any date gives its phases and asks for the last injection."""
    result = plan("every 12 weeks", today=TODAY)
    assert (result.status, result.anchor, result.next, len(result.phases)) == ("ask", None, (), 1)
    assert result.question is not None
    assert result.question.about == "anchor"


def test_the_date_in_the_text_is_the_anchor() -> None:
    """A last dose in the sentence is what the next one is counted from."""
    result = plan("12 weekly, had the last one 9 feb", today=TODAY, count=1)
    assert result.anchor == Anchor("last", date(2026, 2, 9))
    assert result.next[0].earliest == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("text", "about", "options"),
    [
        ("12 weekly, last was 03/04/2026", "date", ("Friday 3 April 2026", "Wednesday 4 March 2026")),
        ("12 weekly, last was 2 feb 2026, last one 3 feb 2026", "date", TWO_DAYS),
        ("12 weekly, first was 2 feb 2026, first was 3 feb 2026", "date", TWO_DAYS),
        ("12 weekly 9 march 2026", "anchor", LAST_OR_FIRST),
        ("weekly x 4 then monthly, next is due 9 march 2026", "anchor", LAST_OR_FIRST),
        ("weekly x 4 then monthly, last was 2 march 2026", "phase", ("every week for 4 injections", "every month")),
        ("12 weekly, last was 9 march 2026", "date", ()),
    ],
)  # fmt: skip
def test_open_dates_are_asked_about(text: str, about: str, options: tuple[str, ...]) -> None:
    """Two readings, two dates, a date of nothing, a date to come and an unknown phase are all asked about."""
    result = plan(text, today=TODAY)
    assert result.question is not None
    assert (result.status, result.question.about, result.question.options, result.next) == ("ask", about, options, ())


def test_the_country_orders_the_options_and_never_answers() -> None:
    """In the United States the month comes first in the options of an ambiguous date."""
    result = plan("12 weekly, last was 03/04/2026", today=TODAY, country="US")
    assert result.question is not None
    assert result.question.options == ("Wednesday 4 March 2026", "Friday 3 April 2026")


def test_a_date_in_the_text_and_another_in_the_option_are_asked_about() -> None:
    """Neither of two different dates is taken."""
    result = plan("every 12 weeks, last was 2 feb 2026", today=TODAY, last=date(2026, 2, 3))
    assert result.question is not None
    assert (result.question.about, result.next) == ("date", ())
    assert result.question.options == ("Tuesday 3 February 2026", "Monday 2 February 2026")


def test_the_same_date_twice_is_one_date() -> None:
    """The words beside the date in the text still count: the second of four leaves two."""
    result = plan("our second one was 2 feb 2026, weekly x 4", today=date(2026, 2, 5), last=date(2026, 2, 2))
    assert [d.earliest.day for d in result.next] == [9, 16]
    same = plan("weekly, 2 feb 2026", today=TODAY, last=date(2026, 2, 2))
    assert same.anchor == Anchor("last", date(2026, 2, 2))


def test_a_date_given_settles_the_vague_one_in_the_text() -> None:
    """ "Started in February" needs no question once the date is given."""
    result = plan("weekly, started in february", today=TODAY, first=date(2026, 2, 2))
    assert (result.status, result.questions) == ("assumed", ())


def test_an_anchor_settles_every_question_about_dates() -> None:
    """A caller who asked for the date computes with the answer."""
    reading = read("12 weekly, last was 03/04/2026", today=TODAY)
    result = compute(reading, today=TODAY, anchor=Anchor("last", date(2026, 3, 4)), count=1)
    assert (result.status, [d.earliest for d in result.next]) == ("ok", [date(2026, 5, 27)])


def test_the_next_appointment_anchors_a_plan_of_one_phase() -> None:
    """A date that the clinic booked is the first of those to come."""
    result = plan("every 12 weeks, next one is due 9 march 2026", today=TODAY, count=2)
    assert [d.earliest for d in result.next] == [date(2026, 3, 9), date(2026, 6, 1)]


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("weekly x 4 then monthly, last loading one was 2 march 2026", LOADED),
        ("weekly x 4 then monthly, last maintenance one was 2 march 2026", Anchor("last", date(2026, 3, 2), 1)),
        ("weekly x 4 then monthly, first maintenance one was 2 march 2026", Anchor("last", date(2026, 3, 2), 1, 1)),
        ("monthly, first maintenance one was 2 march 2026", Anchor("first", date(2026, 3, 2))),
        ("weekly x 4 then monthly, first loading one was 2 march 2026", Anchor("first", date(2026, 3, 2))),
        ("weekly x 4 then monthly, 2nd loading one was 2 march 2026", Anchor("last", date(2026, 3, 2), 0, 2)),
        ("weekly x 4 then monthly, 6th one was 2 march 2026", Anchor("last", date(2026, 3, 2), 1, 2)),
        ("weekly for 1 month then monthly, 6th one was 2 march 2026", Anchor("last", date(2026, 3, 2), None, 6)),
        ("monthly, last loading one was 2 march 2026", Anchor("last", date(2026, 3, 2))),
    ],
)  # fmt: skip
def test_the_words_say_which_dose_it_was(text: str, anchor: Anchor) -> None:
    """Loading or maintenance, the last of its phase or the sixth of all: the anchor knows."""
    assert plan(text, today=TODAY).anchor == anchor


def test_a_dose_of_a_plan_that_is_not_read_yet_keeps_its_number() -> None:
    """ "The third one" is remembered while it is still asked how often they are."""
    assert plan("biweekly, third one was 2 march 2026", today=TODAY).anchor == Anchor("last", date(2026, 3, 2), None, 3)


def test_a_phase_that_the_plan_does_not_have_is_asked_about() -> None:
    """There is no third phase in a plan of one."""
    result = plan("monthly", today=TODAY, last=date(2026, 3, 2), phase=2)
    assert result.question is not None
    assert (result.question.about, result.next) == ("phase", ())


def test_more_than_a_year_ago_is_said() -> None:
    """A last injection more than a year ago is counted from, with the advice to ring first."""
    result = plan("every 12 weeks", today=TODAY, last=date(2025, 3, 4))
    assert result.assumptions == (
        "The last injection was more than a year ago. Ring your clinic before you book the next one.",
    )


def test_no_plan_has_nothing() -> None:
    """A question about schedules is no plan, whatever date comes with it."""
    result = plan("how often do people get b12 shots?", today=TODAY, first=TODAY)
    assert result.to_json() == {
        "status": "not_a_plan", "assumptions": [], "question": None, "phases": [], "dose_mcg": None, "route": None,
        "product": None, "anchor": None, "next": [], "unread": [],
    }  # fmt: skip


@pytest.mark.parametrize("options", [{"first": TODAY, "last": TODAY}, {"count": -1}, {"phase": -1}])
def test_options_that_contradict_each_other_are_refused(options: dict[str, date | int]) -> None:
    """Both dates at once, a negative count and a negative phase raise."""
    with pytest.raises(ValueError, match=r"not both|whole numbers"):
        plan("monthly", today=TODAY, **options)
