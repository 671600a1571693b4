"""A plan that began decades ago is worked out from near today, not dose by dose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timezone
from itertools import islice

import pytest

from b12guide.plan import Anchor, Phase, doses
from b12guide.plan.dates.planner import next_doses
from b12guide.plan.dates.schedule import Run, doses_since
from b12guide.plan.takeaway import Plan
from b12guide.plan.talk.state import Kept

TODAY, LONG_AGO = date(2026, 11, 20), date(1990, 1, 1)
DAILY = Phase("maintenance", 1, 1, "d")
STAMP = datetime(2026, 1, 1, tzinfo=timezone.utc)
PHASES = [
    DAILY,
    Phase("maintenance", 1, 12, "wk"),
    Phase("maintenance", 1, 3, "mo"),
    Phase("maintenance", 1, 1, "a"),
    Phase("maintenance", 2, 1, "wk"),
    Phase("maintenance", 3, 1, "wk", days_of_week=("mon", "wed", "fri")),
    Phase("maintenance", 1, 2, "wk", days_of_week=("mon",)),
    Phase("maintenance", 2, 1, "mo", days_of_month=(1, 15)),
    Phase("maintenance", 2, 1, "mo", days_of_month=(1, 31)),
    Phase("maintenance", 1, 3, "mo", days_of_week=("mon",), week_of_month=1),
    Phase("loading", 1, 1, "d", count=14_000),
]


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The place of every dose that is worked out."""
    places: list[int] = []
    at: Callable[[Run, int], tuple[date, date]] = Run.at

    def noted(run: Run, place: int) -> tuple[date, date]:
        places.append(place)
        return at(run, place)

    monkeypatch.setattr(Run, "at", noted)
    return places


def test_files_of_a_plan_since_1990(looked_at: list[int]) -> None:
    """The calendar file, the picture, the page and the next dates take some hundred doses, of 13,000."""
    kept = Kept((DAILY,), Anchor("first", LONG_AGO), (), None, None, None)
    plan = Plan("k" * 20, kept, kept, 2, paused=False)
    assert plan.calendar(TODAY, stamp=STAMP).count(b"BEGIN:VEVENT") == 12
    assert "Friday 20 November 2026" in plan.picture(TODAY)
    assert "Friday 20 November 2026" in plan.page(TODAY, emergency="999")
    next_doses(kept.phases, kept.anchor, today=TODAY)
    assert 0 < len(looked_at) < 700


@pytest.mark.parametrize("phase", PHASES)
def test_from_near_today_the_dates_are_the_same(phase: Phase) -> None:
    """What is worked out from near today is what comes of counting from the first dose, and so is the place."""
    anchor = Anchor("first", LONG_AGO)
    plan = (phase, Phase("other", 1, 3, "mo"))[: 1 + phase.bounded]
    all_of_them = list(islice(doses(plan, anchor), 15_000))
    behind, coming = doses_since(plan, anchor, TODAY)
    assert list(islice(coming, 8)) == [dose for dose in all_of_them if dose.latest >= TODAY][:8]
    assert behind == sum(dose.latest < TODAY for dose in all_of_them)
