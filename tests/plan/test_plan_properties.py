"""What holds for any text and any plan: invariants, with examples that hypothesis makes up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import islice, pairwise
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from b12guide.plan import Anchor, Phase, about, doses, full_date, missing, plan, read, read_date, say
from b12guide.plan.cli import today_in

TODAY = date(2026, 11, 20)
DATES = st.dates(date(1990, 1, 1), date(2090, 12, 31))
WORDS = st.sampled_from(
    [
        *(
            "every",
            "12",
            "weeks",
            "monthly",
            "then",
            "for",
            "2",
            "daily",
            "week",
            "x",
            "6",
            "weekly",
            "last",
            "was",
            "3",
        ),
        *("march", "03/04/2026", "until", "not", "or", "biweekly", "1mg", "q", "im", ",", ".", "?", "-", "/", "and"),
        *(
            "the",
            "first",
            "one",
            "2nd",
            "to",
            "months",
            "3/12",
            "loading",
            "maintenance",
            "b12",
            "jab",
            "except",
            "now",
        ),
        *("on", "mondays", "ago"),
    ]
)
DAYS = st.lists(st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]), min_size=1, max_size=3, unique=True)
WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@st.composite
def phases(draw: DrawFn, *, last: bool) -> Phase:
    """A phase that a clinic could order; only the last one of a plan may go on for ever."""
    form = draw(st.sampled_from(["plain", "plain", "range", "several", "days", "month days", "nth weekday"]))
    unit = draw(st.sampled_from(["d", "wk", "mo", "a"]))
    period = draw(st.integers(1, {"d": 90, "wk": 26, "mo": 12, "a": 2}[unit]))
    fields: dict[str, Any] = {"frequency": 1, "period": period, "unit": unit}
    if form == "range":
        top = {"d": 99, "wk": 30, "mo": 18, "a": 2}[unit]
        fields |= {"period": min(period, top - 1), "period_max": draw(st.integers(min(period, top - 1) + 1, top))}
    elif form == "several":
        fields |= {"frequency": draw(st.integers(2, 3)), "period": 1, "unit": "wk"}
    elif form == "days":
        drawn = draw(DAYS)
        days = tuple(d for d in WEEK if d in drawn)
        fields |= {"frequency": len(days), "period": draw(st.integers(1, 4)), "unit": "wk", "days_of_week": days}
    elif form == "month days":
        fields |= {
            "period": draw(st.integers(1, 3)),
            "unit": "mo",
            "days_of_month": (draw(st.sampled_from([1, 2, 3, 11, 15, 22, 28, 31, -1])),),
        }
    elif form == "nth weekday":
        fields |= {"period": draw(st.integers(1, 3)), "unit": "mo", "days_of_week": (draw(st.sampled_from(WEEK)),),
                   "week_of_month": draw(st.sampled_from([1, 2, 3, 4, -1]))}  # fmt: skip
    end = draw(st.sampled_from(["count", "duration", "until"] if not last else ["count", "duration", "until", "none"]))
    if end == "count":
        fields["count"] = draw(st.integers(1, 30))
    elif end == "duration":
        fields |= {"duration": draw(st.integers(1, 12)), "duration_unit": draw(st.sampled_from(["d", "wk", "mo"]))}
    elif end == "until":
        fields["until"] = draw(st.sampled_from(["no further improvement", "your clinic says so", "symptoms settle"]))
    open_end = end == "none"
    return replace(Phase("maintenance" if open_end else "loading", 1, 1, "wk"), **fields)


@st.composite
def plans(draw: DrawFn) -> tuple[Phase, ...]:
    """One to three phases."""
    length = draw(st.integers(1, 3))
    return tuple(draw(phases(last=i == length - 1)) for i in range(length))


@settings(deadline=None)
@given(plans())
def test_what_is_said_is_read_as_the_same_plan(regimen: tuple[Phase, ...]) -> None:
    """Reading what was said gives the same phases again, and leaves no word unread."""
    back = read(say(regimen), today=TODAY)
    assert back.phases == regimen
    assert back.unread == ()


@settings(deadline=None)
@given(plans(), st.sampled_from(["first", "last"]), st.dates(date(2000, 1, 1), TODAY))
def test_what_is_said_keeps_its_date(regimen: tuple[Phase, ...], kind: str, day: date) -> None:
    """The date of the first or last dose, its dose, route and product survive being said and read."""
    anchor = Anchor("first" if kind == "first" else "last", day)
    back = read(say(regimen, anchor=anchor, dose_mcg=1000.0, route="im", product="hydroxocobalamin"), today=TODAY)
    assert [(m.role, m.date) for m in back.dates] == [(kind, day)]
    assert (back.dose_mcg, back.route, back.product) == (1000.0, "im", "hydroxocobalamin")
    assert back.phases == regimen


@settings(deadline=None)
@given(plans(), DATES, st.sampled_from(["first", "last"]))
def test_dates_rise_and_windows_are_in_order(regimen: tuple[Phase, ...], day: date, kind: str) -> None:
    """Each dose comes after the one before, no window ends before it begins, no dose lies before the anchor."""
    anchor = Anchor("first", day) if kind == "first" else Anchor("last", day, len(regimen) - 1)
    if missing(regimen, anchor) is not None:
        return
    found = list(islice(doses(regimen, anchor), 40))
    assert all(d.earliest <= d.latest for d in found)
    assert all(a.earliest < b.earliest and a.phase_index <= b.phase_index for a, b in pairwise(found))
    assert all(d.earliest > day or (kind == "first" and d.earliest == day) for d in found)


@settings(deadline=None)
@given(DATES, st.integers(1, 12), st.integers(1, 40))
def test_months_are_counted_from_the_day_of_the_anchor(day: date, months: int, number: int) -> None:
    """The n-th dose is n periods from the anchor, clipped to its month, without drift after a short one."""
    phase = Phase("maintenance", 1, months, "mo")
    found = next(islice(doses([phase], Anchor("last", day)), number - 1, None))
    assert found.earliest == day + relativedelta(months=months * number)
    month_end = (found.earliest + timedelta(days=1)).month != found.earliest.month
    assert found.earliest.day == day.day or (month_end and found.earliest.day < day.day)


@settings(deadline=None)
@given(DATES, st.integers(1, 120), st.integers(1, 50))
def test_days_are_days_across_every_change_of_clocks(day: date, period: int, number: int) -> None:
    """The n-th dose of a plan in days is exactly that many days off."""
    found = next(islice(doses([Phase("loading", 1, period, "d")], Anchor("first", day)), number, None))
    assert (found.earliest - day).days == period * number


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_is_read(text: str) -> None:
    """Reading, dating and looking at a message return for any text; a status is one of the four."""
    assert read(text, today=TODAY).status in ("ok", "assumed", "ask", "not_a_plan")
    assert about(text) in (None, "regimen", "date")
    assert not (read_date(text, today=TODAY).date and read_date(text, today=TODAY).question)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join), DATES, st.sampled_from(["first", "last"]))
def test_schedule_words_in_any_order_never_date_what_is_open(text: str, day: date, kind: str) -> None:
    """While something is unread or asked, or nothing is a plan, there are no dates; what has dates has phases."""
    result = plan(text, today=day, first=day if kind == "first" else None, last=day if kind == "last" else None)
    assert (result.status == "ask") == bool(result.questions)
    if result.unread or result.status in ("ask", "not_a_plan"):
        assert result.next == ()
    if result.next:
        assert result.phases
        assert result.anchor is not None
    assert result.to_json()["status"] == result.status


@settings(deadline=None)
@given(st.integers(946_684_800, 2_524_608_000), st.sampled_from(sorted(available_timezones())))
def test_today_is_the_date_on_the_person_s_wall(moment: int, zone: str) -> None:
    """At any moment, before and after midnight anywhere, today is the local date in the person's zone."""
    now = datetime.fromtimestamp(moment, timezone.utc)
    assert today_in(ZoneInfo(zone), now) == now.astimezone(ZoneInfo(zone)).date()


def test_late_evening_in_new_york_is_tomorrow_in_sydney() -> None:
    """At half past eleven at night in New York on 28 March 2026 it is 29 March in London and in Sydney."""
    now = datetime(2026, 3, 28, 23, 30, tzinfo=ZoneInfo("America/New_York"))
    days = [today_in(ZoneInfo(zone), now).day for zone in ("America/New_York", "Europe/London", "Australia/Sydney")]
    assert days == [28, 29, 29]


@settings(deadline=None)
@given(DATES)
def test_a_full_date_is_read_back(day: date) -> None:
    """A date written in full is the same date again."""
    assert read_date(full_date(day), today=day).date == day


@settings(deadline=None)
@given(DATES, DATES)
def test_iso_dates_are_read_as_they_are(day: date, today: date) -> None:
    """Year, month and day in this order have one reading in every country."""
    assert read_date(day.isoformat(), today=today).date == day
