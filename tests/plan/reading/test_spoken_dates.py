"""Dates as people speak of them: the day that was meant, or a question; never another day."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings

from b12guide.plan import PlanResult, full_date, plan, read_date
from tests.plan.reading.spoken_dates import Spoken, parts_of_months, spoken_plans
from tests.thorough import examples

# The same texts in every run; other ones are found with `--hypothesis-seed`, without `derandomize`.
SAME = settings(max_examples=examples(800), derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
DATED = ("ok", "assumed")
# Of a hundred texts that mean one day so many may be asked about.
MOST_ASKED = 10


def _read(said: Spoken) -> PlanResult:
    return plan(said.text, today=said.today, country=said.country, count=16)


@SAME
@given(spoken_plans())
def test_a_spoken_date_is_the_day_meant_or_is_asked(said: Spoken) -> None:
    """Weekdays before last, weeks of a month, feasts, bank holidays: dated only where one day can be meant."""
    found = _read(said)
    if found.status in DATED:
        assert found.anchor is not None
        assert {found.anchor.date} == said.days
        assert found.next[0].earliest in said.doses


def test_most_spoken_dates_are_read() -> None:
    """Hardly any text that means one day is asked about."""
    asked: list[tuple[str, date]] = []
    total = 0

    @settings(SAME, max_examples=examples(500))
    @given(spoken_plans())
    def collect(said: Spoken) -> None:
        nonlocal total
        if len(said.days) == 1:
            total += 1
            if _read(said).status not in DATED:
                asked.append((said.text, said.today))

    collect()
    assert len(asked) * 100 <= total * MOST_ASKED, asked


@SAME
@given(parts_of_months())
def test_a_part_of_a_month_is_asked_with_its_days(drawn: tuple[str, date, str, frozenset[date]]) -> None:
    """No date from "early June"; its days are the options, and a weekday or a number answers within them."""
    text, today, _, days = drawn
    found = plan(text, today=today)
    assert found.status == "ask"
    assert found.next == ()
    question = found.question
    assert question is not None
    assert set(question.options) == {full_date(day) for day in days}
    for day in days:
        again = read_date(f"the {day:%A}", today=today, within=question.within)
        assert again.date == day
        assert read_date(str(day.day), today=today, within=question.within).date == day


def test_a_number_beside_the_part_of_a_month_is_of_that_month() -> None:
    """Of "early October" the 9th is 9 October; what is to come, or of two months, is asked again."""
    today, early = date(2026, 11, 28), ("2026-10-01", "2026-10-07")
    assert read_date("the 9th", today=today, within=early).date == date(2026, 10, 9)
    assert read_date("19", today=today, within=("2026-10-12", "2026-10-18")).date == date(2026, 10, 19)
    for words, within in (("the 30th", ("2026-11-12", "2026-11-18")), ("the 9th", ("2026-10-29", "2026-11-04"))):
        found = read_date(words, today=today, within=within)
        assert (found.date, found.question is not None) == (None, True)
