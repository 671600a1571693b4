"""When somebody is reminded of what, by plan and wishes; and which reminders wait for an answer."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12guide.diary.clock import Closed, Quiet
from b12guide.diary.reminders import (
    EMAIL,
    HERE,
    MOST_WISHES,
    Due,
    Mailbox,
    Reminders,
    Wish,
    coming,
    dues,
    open_days,
)
from b12guide.plan import dialogue
from b12guide.plan.model import Dose
from b12guide.shared import plan_wording

UTC = timezone.utc
SINCE = datetime(2026, 3, 1, tzinfo=UTC)
LONDON: dict[str, Any] = {"zone": "Europe/London", "quiet": Quiet(), "closed": Closed()}
MAY = date(2026, 5, 4)
DOSE = Dose(MAY, MAY, 0, "maintenance")


def wish(before: int, at: time = time(9), way: str = HERE, since: datetime = SINCE) -> Wish:
    return Wish(before, at, way, since)


def kept_plan(text: str, today: date) -> dict[str, Any]:
    """The state of a plan that was told and confirmed."""
    who = dialogue.Who(today, "GB", "Europe/London", True)
    state: Any = None
    for words, request in ((text, "regimen"), ("yes", "affirm")):
        found = dialogue.turn(
            state, words, request=request, moves=dialogue.moves(state, words, who=who), who=who, wording=plan_wording(),
            new_key=lambda: "key",
        )  # fmt: skip
        assert found is not None
        state = found.state
    return state


def test_each_wish_has_its_moment() -> None:
    """A week before and on the day, at the civil time of summer."""
    kept = Reminders((wish(7), wish(0, time(18, 30))))
    assert dues([DOSE], kept, **LONDON) == [
        Due(MAY, datetime(2026, 4, 27, 8, 0, tzinfo=UTC), 7, HERE),
        Due(MAY, datetime(2026, 5, 4, 17, 30, tzinfo=UTC), 0, HERE),
    ]


def test_what_was_asked_too_late_does_not_go_out() -> None:
    """Who asks on Monday for the week before Thursday is not reminded of what is past."""
    kept = Reminders(
        (wish(7, since=datetime(2026, 4, 28, tzinfo=UTC)), wish(1, since=datetime(2026, 4, 28, tzinfo=UTC)))
    )
    assert [due.before for due in dues([DOSE], kept, **LONDON)] == [1]


def test_an_answer_ends_it() -> None:
    """Of the whole dose; or of those so far, where somebody said before the day that they will be late."""
    kept = Reminders((wish(7), wish(0)))
    kept.answer(MAY, upto=date(2026, 4, 27))
    assert [due.before for due in dues([DOSE], kept, **LONDON)] == [0]
    kept.answer(MAY)
    assert dues([DOSE], kept, **LONDON) == []


def test_a_snooze_comes_once_more() -> None:
    """On the day to which it was put off, at the time of the first wish; an answer ends that too."""
    kept = Reminders((wish(1, time(10)),), snoozed={MAY: date(2026, 5, 6)})
    later = dues([DOSE], kept, **LONDON)[-1]
    assert (later.at, later.again, later.name) == (
        datetime(2026, 5, 6, 9, 0, tzinfo=UTC), date(2026, 5, 6), "here/2026-05-04/1/2026-05-06"
    )  # fmt: skip
    kept.answer(MAY)
    assert dues([DOSE], kept, **LONDON) == []


@pytest.mark.parametrize(
    ("before", "days", "sent"),
    [
        (0, {MAY}, date(2026, 5, 1)),  # the Friday before a Monday that is closed, since the weekend is, too
        (1, {MAY}, date(2026, 5, 1)),
        (7, {MAY}, date(2026, 4, 27)),
        (0, set(), MAY),
        (1, set(), date(2026, 5, 3)),  # a Sunday: the reminder is for the person, and the dose is on an open day
    ],
)
def test_before_a_closed_day_it_comes_on_an_open_one(before: int, days: set[date], sent: date) -> None:
    """Where the clinic is closed on the day of the dose, there is still a day on which it can be asked."""
    closed = Closed(frozenset({5, 6}), frozenset(days))
    (due,) = dues([DOSE], Reminders((wish(before),)), **{**LONDON, "closed": closed})
    assert (due.at.date(), due.closed) == (sent, bool(days))


def test_a_mail_goes_only_to_an_address_that_was_shown_to_be_theirs() -> None:
    """Before the code was typed none does."""
    kept = Reminders((wish(1, way=EMAIL),), mailbox=Mailbox("ann@example.org", "123456"))
    assert dues([DOSE], kept, **LONDON) == []
    kept.mailbox = Mailbox("ann@example.org", "123456", confirmed=True)
    assert len(dues([DOSE], kept, **LONDON)) == 1


def test_the_one_more_is_two_days_later_at_the_same_time() -> None:
    """Across a change of the clocks, too; never in the quiet hours."""
    due = Due(MAY, datetime(2026, 3, 27, 9, 0, tzinfo=UTC), 1, HERE)
    more = due.follow_up(datetime(2026, 3, 27, 9, 0, 3, tzinfo=UTC), time(9), "Europe/London", Quiet())
    assert (more.at, more.second, more.name) == (datetime(2026, 3, 29, 8, 0, tzinfo=UTC), True, "here/2026-05-04/1/2")


def test_of_open_reminders_those_are_left_that_nobody_answered() -> None:
    """Neither a dose that was told of, nor one whose reminder is still to come, nor one of weeks ago."""
    doses = [Dose(MAY + timedelta(days=n), MAY + timedelta(days=n), 0, "loading") for n in (-20, -4, -2, 0, 7)]
    kept = Reminders((wish(0),))
    now = datetime(2026, 5, 4, 23, 0, tzinfo=UTC)
    assert open_days(doses, [date(2026, 5, 2)], kept, now=now, **LONDON) == [date(2026, 4, 30), MAY]
    kept.answer(MAY)
    assert open_days(doses, [], kept, now=now, **LONDON) == [date(2026, 4, 30), date(2026, 5, 2)]


def test_a_dose_that_was_had_later_is_the_one_of_the_date_before_it() -> None:
    """Until the date of the next one; one that was had before its date leaves it open."""
    doses = [Dose(day, day, 0, "maintenance") for day in (date(2026, 4, 27), MAY, date(2026, 5, 11))]
    kept = Reminders((wish(0),))
    now = datetime(2026, 5, 10, 12, 0, tzinfo=UTC)
    assert open_days(doses, [date(2026, 5, 8)], kept, now=now, **LONDON) == [date(2026, 4, 27)]
    assert open_days(doses, [date(2026, 5, 3)], kept, now=now, **LONDON) == [MAY]


def test_the_dates_are_those_of_the_calendar_file() -> None:
    """With what is past for the answers; on hold there are none."""
    plan = kept_plan("every 12 weeks, last one 9 february 2026", date(2026, 3, 5))
    assert [dose.earliest for dose in coming(plan, date(2026, 3, 5), date(2026, 3, 5))][:2] == [MAY, date(2026, 7, 27)]
    assert [dose.earliest for dose in coming(plan, date(2026, 4, 20), date(2026, 5, 8))][:2] == [MAY, date(2026, 7, 27)]
    assert coming(dialogue.paused(plan), date(2026, 3, 5), date(2026, 3, 5)) == []
    assert coming(plan, date(2027, 3, 5), date(2027, 3, 5)) == []  # overdue by more than the interval
    assert coming(None, date(2026, 3, 5), date(2026, 3, 5)) == []


def test_of_a_daily_course_the_days_to_come_are_there_behind_those_past() -> None:
    """However many lie behind."""
    plan = kept_plan("every day for 14 days then every 3 months, first one 5 march 2026", date(2026, 3, 5))
    days = [dose.earliest for dose in coming(plan, date(2026, 3, 5), date(2026, 3, 16))]
    assert days[0] == date(2026, 3, 5)
    assert date(2026, 3, 18) in days


def test_wishes_are_bounded_and_one_for_the_same_day_replaces_the_other() -> None:
    """The latest ones stay; the earliest before a dose stands first."""
    kept = Reminders()
    for number in range(MOST_WISHES + 2):
        kept.wish(wish(number, since=SINCE + timedelta(hours=number)))
    kept.wish(wish(5, time(10), since=SINCE + timedelta(days=1)))
    assert [(one.before, one.at) for one in kept.wishes] == [(5, time(10)), (4, time(9)), (3, time(9)), (2, time(9))]


@given(
    st.lists(st.tuples(st.integers(0, 60), st.times(), st.sampled_from([HERE, EMAIL])), max_size=4),
    st.lists(st.dates(), max_size=4),
    st.booleans(),
)
def test_reminders_come_back_as_they_were_written(
    wishes: list[tuple[int, time, str]], days: list[date], plainly: bool
) -> None:
    """JSON and back is the same."""
    kept = Reminders(zone="Asia/Tokyo", plainly=plainly, mailbox=Mailbox("a@b.example", "000001", True, 2))
    for before, at, way in wishes:
        kept.wish(wish(before, at.replace(second=0, microsecond=0), way))
    for day in days:
        kept.answer(day)
        kept.snoozed[day] = day
    assert Reminders.from_json(kept.to_json()) == kept
    assert Reminders.from_json(None) == Reminders()
