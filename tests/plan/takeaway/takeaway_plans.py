"""Plans for the tests of what people take away."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from b12guide.plan.model import Anchor, Kind, Phase, Unit

LOADING = Phase("loading", 1, 2, "d", duration=2, duration_unit="wk")
QUARTERLY = Phase("maintenance", 1, 3, "mo")
MONTHLY = Phase("maintenance", 1, 1, "mo")
RANGE = Phase("maintenance", 1, 10, "wk", period_max=12)
OPEN_LOADING = Phase("loading", 1, 2, "d", until="no further improvement")

_UNITS: st.SearchStrategy[Unit] = st.sampled_from(["d", "wk", "mo", "a"])
_KINDS: st.SearchStrategy[Kind] = st.sampled_from(["loading", "maintenance", "other"])


@st.composite
def _phases(draw: st.DrawFn, last: bool) -> Phase:
    period = draw(st.integers(1, 40))
    period_max = draw(st.one_of(st.none(), st.integers(period + 1, 60)))
    end = draw(st.sampled_from(["count", "duration", "until", *(["none"] if last else [])]))
    many = draw(st.booleans()) and period_max is None
    return Phase(
        draw(_KINDS), 3 if many else 1, 1 if many else period, "wk" if many else draw(_UNITS), period_max,
        count=draw(st.integers(1, 40)) if end == "count" else None,
        duration=draw(st.integers(1, 30)) if end == "duration" else None,
        duration_unit=draw(_UNITS) if end == "duration" else None,
        until=draw(st.text(max_size=60)) if end == "until" else None,
    )  # fmt: skip


@st.composite
def plans(draw: st.DrawFn) -> tuple[tuple[Phase, ...], Anchor, date]:
    """Any phases, any anchor and any day not far from it; some of them leave something open."""
    before = draw(st.lists(_phases(last=False), max_size=2))
    phases = (*before, draw(_phases(last=True)))
    day = draw(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
    anchor = Anchor("first", day)
    if draw(st.booleans()):
        index = draw(st.integers(0, len(phases) - 1))
        anchor = Anchor("last", day, index, draw(st.one_of(st.none(), st.integers(0, 5))), draw(st.booleans()))
    return phases, anchor, day + timedelta(draw(st.integers(-100, 1500)))
