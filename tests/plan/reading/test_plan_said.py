"""Plans said in thousands of ways: the date is right or it is asked, and what is no certain day is always asked."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from said_plans import TODAY, SaidPlan, courses, doubtful_plans, readable_plans

from b12guide.plan import PlanResult, plan
from tests.thorough import examples

# The same texts in every run; other ones are found with `--hypothesis-seed`, without `derandomize`.
SAME = settings(max_examples=examples(600), derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
DATED = ("ok", "assumed")
# Of a hundred plain texts so many may be asked about.
MOST_ASKED = 3


def _read(said: SaidPlan) -> PlanResult:
    return plan(said.text, today=TODAY, country=said.country, count=16)


def _is_right(said: SaidPlan, found: PlanResult) -> bool:
    days = tuple(dose.earliest for dose in found.next)
    return found.anchor is not None and found.anchor.date == said.day and days[: len(said.doses)] == said.doses


@SAME
@given(readable_plans())
def test_the_last_dose_is_dated_right_or_asked(said: SaidPlan) -> None:
    """No order of words, no number beside the date and no other date in the text gives another day."""
    found = _read(said)
    assert found.status not in DATED or _is_right(said, found)


@SAME
@given(doubtful_plans())
def test_what_is_no_certain_day_is_never_dated(said: SaidPlan) -> None:
    """A month alone, two days, "about", "the week of", a day that does not exist: no date until it is answered."""
    found = _read(said)
    assert found.status not in DATED
    assert found.next == ()


@SAME
@given(courses())
def test_a_course_and_what_follows_it_are_dated_right_or_asked(said: SaidPlan) -> None:
    """Every dose of the course from today on, and the first one after it."""
    found = _read(said)
    assert found.status not in DATED or _is_right(said, found)


def test_plain_words_are_read() -> None:
    """Hardly any text whose date is plain is asked about."""
    asked: list[str] = []
    total = 0

    @settings(SAME, max_examples=examples(400))
    @given(readable_plans())
    def collect(said: SaidPlan) -> None:
        nonlocal total
        total += 1
        if _read(said).status not in DATED:
            asked.append(said.text)

    collect()
    assert len(asked) * 100 <= total * MOST_ASKED, asked
