"""Reading: doses, routes and products, lone dates, what a chat message is about, and the traps of other readers."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import plan_compact
import pytest

from b12guide.at_hand import forget_all
from b12guide.plan import about, full_date, read, read_date, states_plan
from b12guide.plan.reading.lexer import lex

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "dose", "route", "product"),
    [
        ("1mg IM hydroxocobalamin every 12 weeks", 1000, "im", "hydroxocobalamin"),
        ("cyanocobalamin 1,000 mcg subcutaneously weekly", 1000, "sc", "cyanocobalamin"),
        ("methylcobalamin 0.5 mg sub q weekly", 500, "sc", "methylcobalamin"),
        ("1000mcg/ml, 1 ml monthly", 1000, None, None),
        ("1 mg/ml, 1000 micrograms monthly in my arm", 1000, "im", None),
        ("1mg daily for a week then 500 mcg monthly", None, None, None),
        ("100 to 200 mcg monthly", None, None, None),
        ("5000 iu weekly injection", None, None, None),
        ("im on 12 weekly", None, None, None),
        ("1mg (1000 mcg) monthly", 1000, None, None),
    ],
)
def test_dose_route_and_product(text: str, dose: float | None, route: str | None, product: str | None) -> None:
    """Doses are micrograms; a concentration counts only alone; two doses, ranges and volumes are no dose."""
    found = read(text, today=TODAY)
    assert (found.dose_mcg, found.route, found.product) == (dose, route, product)


def test_what_is_not_injected_is_asked_about() -> None:
    """Tablets have no injection dates; an injection beside tablets has."""
    tablets = read("b12 1000mcg tablet daily", today=TODAY)
    assert tablets.question is not None
    assert tablets.question.about == "product"
    assert read("swapped tablets for a jab every 12 weeks", today=TODAY).status == "ok"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every other Friday", "ok: 2wk on fri"),
        ("every other Friday except holidays", "ask unread: 2wk on fri"),
        ("every 3m", "assumed: 3mo"),
        ("q4", "ask interval"),
        ("3 quarters of an hour every 12 weeks", "ok: 12wk"),
        ("1m every 1m", "assumed: 1mo"),
        ("week 12, every 12 weeks", "ok: 12wk"),
        ("I sat with the nurse, every 12 weeks", "ok: 12wk"),
        ("may we do it every 6 weeks", "not_a_plan"),
        ("every second", "ask interval"),
        ("every second week", "ok: 2wk"),
        ("B12 12 weekly", "ok: 12wk"),
        ("vitamin b 12 weekly", "ok: 1wk"),
        ("1000 weekly", "ok: 1wk"),
        ("MWF x2", "ok: 3*1wk on mon,wed,fri x2"),
        ("6x weekly", "ask interval"),
        ("weekly x6", "ok: 1wk x6"),
        ("last one a month ago, every 2 months", "assumed: 2mo; last 2026-10-20"),
        ("daily for 10 days (2 weeks)", "ask count: 1d for 10d"),
        ("two hundred weeks", "ask interval"),
        ("Friday to Monday weekly", "ask interval: 1wk"),
        ("on the 45th of each month", "ask interval"),
        ("2 fortnightly", "ask interval"),
        ("weekly x 0", "ok: 1wk"),
        ("weekly for 0 weeks", "ok: 1wk"),
        ("weekly, 500 injections", "ok: 1wk"),
        ("12/13", "not_a_plan; unknown 2026-12-13"),
        ("weekly on Mondays every Monday", "ok: 1wk on mon"),
        ("on the first of each month, monthly on the 2nd", "ask interval: 1mo day 1"),
        ("on the first and last of each month", "ok: 2*1mo day 1,-1"),
        ("weekly on Mondays every Tuesday", "ask interval"),
        ("every Monday and every Thursday", "ok: 2*1wk on mon,thu"),
        ("every Monday or every Thursday", "ask interval: 1wk on mon"),
        ("every other Monday and every Thursday", "ask interval: 2wk on mon"),
        ("for a few weeks every week", "ask count: 1wk"),
        ("5 visits then monthly", "ask unread: 1mo"),
        ("I am on every 12 weeks. should I have it every blue moon", "ok: 12wk"),
        ("it is every 12 weeks, every blue moon", "ask unread: 12wk"),
        ("three times a week every week for 2 weeks", "assumed: 3*1wk for 2wk"),
        ("three times a week, once a week", "ask interval: 3*1wk"),
        ("every 10 to 12 weeks, every 10 weeks", "ask interval: 10-12wk"),
        ("biweekly on the 15th", "ask interval"),
        ("how often should I have it, I am on every 12 weeks", "ok: 12wk"),
        ("my jab days are Mondays and Thursdays", "ok: 2*1wk on mon,thu"),
        ("on Mondays and Thursdays I feel dizzy", "not_a_plan"),
        ("last tuesday every 12 weeks", "assumed: 12wk; last 2026-11-17"),
        ("recently every 12 weeks", "ok: 12wk"),
        ("twice every 3 days", "ask interval"),
        ("every 12 weeks on the 15th", "ask unread: 12wk"),
        ("biweekly, third one was 2 nov 2026", "ask interval; last 2026-11-02 done 3"),
        ("I have been having weekly shots for 3 months", "ok: 1wk"),
        ("every 12 weeks because of the nerves, and in all I had 6 injections", "ok: 12wk"),
        ("daily 7 days then weekly 4 weeks then monthly", "assumed: 1d for 7d + 1wk for 4wk + 1mo"),
    ],
)
def test_traps_of_other_readers(text: str, expected: str) -> None:
    """What other tools drop, misread or crash on is read or asked about."""
    assert plan_compact.reading(read(text, today=TODAY)) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the 3rd", date(2026, 11, 3)),
        ("it was the 4th", date(2026, 11, 4)),
        ("the 25th", date(2026, 10, 25)),
        ("the 31st", date(2026, 10, 31)),
        ("last tuesday", date(2026, 11, 17)),
        ("a fortnight ago", date(2026, 11, 6)),
        ("yesterday", date(2026, 11, 19)),
        ("I had it today", date(2026, 11, 20)),
        ("3 march", date(2026, 3, 3)),
        ("25 december", None),
        ("25 march", date(2026, 3, 25)),
        ("29 feb", date(2024, 2, 29)),
        ("christmas day", None),
        ("new years eve", None),
        ("good friday", date(2026, 4, 3)),
        ("13/04/2026", date(2026, 4, 13)),
        ("2026-04-03", date(2026, 4, 3)),
        ("my next one is on 4 december", date(2026, 12, 4)),
        ("the next is 20 november", date(2026, 11, 20)),
        ("the next one is the 4th", date(2026, 12, 4)),
        ("it starts on 1 december", date(2026, 12, 1)),
        ("it starts on 1 november", date(2026, 11, 1)),
        ("it started on 1 december", date(2025, 12, 1)),
        ("first one is the 1st", None),
        ("first one is on monday", date(2026, 11, 23)),
        ("first one is on friday", None),
        ("it started on monday", date(2026, 11, 16)),
        ("the last day of january", date(2026, 1, 31)),
        ("last day of february 2024", date(2024, 2, 29)),
        ("a quarter ago", date(2026, 8, 20)),
        ("my last one was 2 years ago", date(2024, 11, 20)),
    ],
)
def test_lone_dates(text: str, day: date | None) -> None:
    """An answer to "when was it?" is the date meant, the past one where a dose was given; or a question."""
    found = read_date(text, today=TODAY)
    assert found.date == day
    assert (found.question is None) == (day is not None)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("03/04/2026", ("Friday 3 April 2026", "Wednesday 4 March 2026")),
        ("last friday", ("Friday 20 November 2026", "Friday 13 November 2026")),
        ("next friday", ("Friday 27 November 2026", "Friday 4 December 2026")),
        ("tuesday 2 november 2026", ("Monday 2 November 2026", "Tuesday 3 November 2026")),
        ("2 november 2026 or 3 november 2026", ("Monday 2 November 2026", "Tuesday 3 November 2026")),
        ("31/02/2026", ()),
        ("30 february", ()),
        ("1 january 1850", ()),
        ("1850-01-01", ()),
        ("in march", ()),
        ("last year", ()),
        ("a couple of weeks ago", ()),
        ("about 3 weeks ago", ()),
        ("3 hours ago", ()),
    ],
)
def test_dates_that_are_asked_about(text: str, options: tuple[str, ...]) -> None:
    """Two readings are offered in full; an impossible or vague date is asked for again."""
    question = read_date(text, today=TODAY).question
    assert question is not None
    assert (question.about, question.options) == ("date", options)


@pytest.mark.parametrize(
    "text", ["hello", "every 12 weeks", "", "born 3 march 1960", "diagnosed 5 years ago", "the 45th", "12/52"]
)
def test_no_date_at_all(text: str) -> None:
    """Without a date in the words there is neither a date nor a question."""
    assert read_date(text, today=TODAY) == read_date("", today=TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every 12 weeks", "regimen"),
        ("1mg im q12w", "regimen"),
        ("no, every 12 weeks", "regimen"),
        ("alternate days for 2 weeks then 3 monthly please", "regimen"),
        ("12 weekly, had the last one 9 feb", "regimen"),
        ("I have them every 8 weeks and my last was 03/04/2026", "regimen"),
        ("3 march", "date"),
        ("it was the 4th", "date"),
        ("I had it on friday", "date"),
        ("03/04/2026", "date"),
        ("so I'm on three monthly injections now", None),
        ("I've had them every month for years and still feel tired", None),
        ("they have me on every 8 weeks", None),
        ("how often do people get b12 shots?", None),
        ("is every 12 weeks normal", None),
        ("I felt dizzy on friday", None),
        ("hello", None),
        ("yes", None),
        ("may", None),
        ("", None),
        ("I began with one vitamin shot a week in october", None),
        ("every 12 weeks, the last one was in october", "regimen"),
        ("I was put on a shot once a week last october", None),
    ],
)
def test_what_a_message_is_about(text: str, expected: str | None) -> None:
    """A bare regimen, an interval with a dose date, a bare date; a remark about schedules is none of them."""
    assert about(text) == expected


def test_whether_a_message_states_a_plan() -> None:
    """What can be worked out is offered as a button elsewhere."""
    assert states_plan("so i'm on three monthly injections now") is True
    assert states_plan("how long until i feel better") is False


def test_what_was_read_can_be_forgotten() -> None:
    """After forgetting, nothing of what people wrote is held."""
    read("every 12 weeks since 3 april", today=TODAY)
    about("every 12 weeks since 3 april")
    assert all(kept.held() > 0 for kept in (lex, read, about))
    forget_all()
    assert all(kept.held() == 0 for kept in (lex, read, about))


def test_long_texts_are_read_in_part() -> None:
    """Only the first 4,000 characters are read, and no plan is made of a half: what follows may say the opposite."""
    assert read("x " * 2500 + "every 12 weeks", today=TODAY).status == "not_a_plan"
    long = read("every 12 weeks." + " well" * 1000, today=TODAY)
    assert (long.status, long.unread, [q.about for q in long.questions]) == ("ask", ("well",), ["unread"])


def test_lines_of_a_letter_are_read_together() -> None:
    """Line breaks are blanks."""
    letter = dedent("""
        Hydroxocobalamin 1 mg IM
        on alternate days for 2 weeks
        then every 3 months
    """)
    assert plan_compact.reading(read(letter, today=TODAY)) == "assumed: 2d for 2wk + 3mo"


def test_dates_are_written_in_full() -> None:
    """Weekday, day, month in letters, year."""
    assert full_date(date(2026, 3, 30)) == "Monday 30 March 2026"


@pytest.mark.parametrize(
    "text",
    [
        "im every 8 weeks, had it on 9 november 2026",
        "hiya, im weekly for 4 weeks",
        "last one 9 november 2026 and im every 12 weeks",
        "so Im monthly, last 9 november 2026",
        "im hoping to stay on every 12 weeks",
    ],
)
def test_i_am_is_no_route(text: str) -> None:
    """ "Im" that begins a clause says who, and not how it is given."""
    assert read(text, today=TODAY).route is None


@pytest.mark.parametrize("text", ["IM every 8 weeks", "1mg im every 8 weeks", "hydroxocobalamin 1mg, im every 8 weeks"])
def test_into_a_muscle_behind_a_dose_or_in_capitals(text: str) -> None:
    """Behind what is given, or in capitals, it is the route."""
    assert read(text, today=TODAY).route == "im"


@pytest.mark.parametrize(
    "text", ["every 12 weeks last done 6/7", "last: 6/7. every 12 weeks", "every 12 weeks, latest jab was on 6/7"]
)
def test_day_and_month_behind_the_last_one(text: str) -> None:
    """ "6/7" behind what says that it was the last one is a date, and never every 6 days."""
    found = read(text, today=TODAY)
    assert [(phase.period, phase.unit) for phase in found.phases] == [(12, "wk")]
    assert [question.about for question in found.questions] == ["date"]
    assert set(found.questions[0].options) == {"Monday 6 July 2026", "Sunday 7 June 2026"}


@pytest.mark.parametrize(
    "text",
    [
        "every 12 weeks I hope, last one 9 november 2026",
        "every 12 weeks, which I hope will see me through our wedding plans, last one 9 november 2026",
        "I wish they were closer but every 12 weeks, last one 9 november 2026",
        "every 12 weeks, might be why I'm so tired, last one 9 november 2026",
        "hoping to stay on every 12 weeks. last one 9 november 2026",
    ],
)
def test_words_of_a_story_are_not_asked_about(text: str) -> None:
    """What somebody hopes of the injections changes nothing of the plan in force."""
    assert read(text, today=TODAY).status == "assumed" or not read(text, today=TODAY).questions


@pytest.mark.parametrize(
    "text",
    ["hoping for every 8 weeks, last one 9 november 2026", "I wish it was every 8 weeks", "I want every 8 weeks"],
)
def test_a_plan_that_is_wished_for_is_asked_about(text: str) -> None:
    """It is not the one in force."""
    assert "unread" in [question.about for question in read(text, today=TODAY).questions]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("weekly for 6 doses from 2 november 2026, then every 12 weeks", date(2026, 11, 2)),
        ("daily for 5 days from 24 november 2026", date(2026, 11, 24)),
        ("weekly x6 from the 2nd of november 2026 then 3 monthly", date(2026, 11, 2)),
        ("every other day for 2 weeks as from 23 november 2026", date(2026, 11, 23)),
    ],
)
def test_the_day_from_which_a_course_goes(text: str, day: date) -> None:
    """ "For 6 doses from 2 November" tells of the first one, and never of the last."""
    assert [(mention.date, mention.role) for mention in read(text, today=TODAY).dates] == [(day, "first")]


@pytest.mark.parametrize("missed", ["January I forgot it", "I missed the January one", "in January they clean forgot"])
def test_a_month_whose_dose_was_missed(missed: str) -> None:
    """Beside the last one that was given, nothing needs the day of one that was not."""
    found = read(f"every month, last one 10 December 2025. {missed}", today=date(2026, 3, 5))
    assert [mention.date for mention in found.dates] == [date(2025, 12, 10)]
    assert not found.questions
