"""Injections with every so many of something else: theirs follows from its gap, which by itself is none."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read, read_date

TODAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("text", "gap", "note"),
    [
        ("dialysis is every 2 weeks, b12 with every second dialysis", 4,
         "Every 4 weeks: every second dialysis, 2 weeks apart."),
        ("my infusions are every 4 weeks and I get the jab at every third one", 12,
         "Every 12 weeks: every third one, 4 weeks apart."),
        ("he has chemo every 3 weeks. b12 every 2nd chemo", 6, "Every 6 weeks: every 2nd chemo, 3 weeks apart."),
        ("b12 every fourth cycle, the cycles go every two weeks", None, ""),
        ("b12 with every third chemo, chemo is every 4 weeks, blood tests every 3 months", 12,
         "Every 12 weeks: every third chemo, 4 weeks apart."),
        ("after each second infusion they give me the b12, infusions are every 5 weeks", 10,
         "Every 10 weeks: each second infusion, 5 weeks apart."),
        ("every third treatment, treatments come every 3 weeks", 9,
         "Every 9 weeks: every third treatment, 3 weeks apart."),
    ],
)  # fmt: skip
def test_the_gap_is_worked_out(text: str, gap: int | None, note: str) -> None:
    """How it was worked out is said, for a yes."""
    reading = read(text, today=TODAY)
    if gap is None:
        gap, note = 8, "Every 8 weeks: every fourth cycle, 2 weeks apart."
    assert [(phase.period, phase.unit) for phase in reading.phases] == [(gap, "wk")]
    assert note in reading.assumptions


@pytest.mark.parametrize(
    "text",
    [
        "the b12 goes with every third chemo",
        "a jab at each second dialysis",
        "chemo is every 3 weeks, I skip the b12 every third chemo",
    ],
)
def test_without_the_other_gap_it_is_asked(text: str) -> None:
    """No gap is made up."""
    reading = read(text, today=TODAY)
    assert not reading.phases
    assert [question.about for question in reading.questions] == ["interval"]


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("chemo is every 3 weeks, b12 every 9 weeks", [9]),
        ("every third monday", [3]),
        ("every other week at the clinic", [2]),
        ("my blood tests are every 3 weeks", []),
        ("b12 every 12 weeks, dialysis every 2 days", [12]),
        ("b12 every 10 weeks, bloods every other cycle, last one 1 june", [10]),
        ("b12 every 6 weeks, with every second chemo, last one 1 june", [6]),
        ("b12 every 10 weeks. I miss dialysis every third session", [10]),
        ("b12 every 10 weeks, last one 1 june. chemo every 2 weeks, blood test every fourth cycle", [10]),
        ("b12 every 10 weeks, blood test every 3 months, scan every other time", [10]),
        ("b12 every 10 weeks, blood test every 6 months, ecg every other time", [10]),
        ("injections every 10 weeks, iron infusion every third treatment", [10]),
        ("my jab is every 10 weeks, they check my b12 level every second chemo", [10]),
        ("chemo every 2 weeks, blood test every third cycle", []),
    ],
)
def test_what_is_as_it_was(text: str, gaps: list[int]) -> None:
    """A gap of the injections' own stays, and one of something else alone is none."""
    reading = read(text, today=TODAY)
    assert [phase.period for phase in reading.phases] == gaps
    assert not [note for note in reading.assumptions if note.startswith("Every ")]
    assert not [question for question in reading.questions if gaps and question.about == "interval"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("last one was little christmas", "2026-01-06"),
        ("last one was on Women's Christmas", "2026-01-06"),
        ("last had it the day after epiphany", "2026-01-07"),
        ("last shot was groundhog day", "2026-02-02"),
        ("last was candlemas", "2026-02-02"),
    ],
)
def test_days_with_a_name_in_january_and_february(text: str, day: str) -> None:
    """Little Christmas, Groundhog Day and their like are one day each."""
    found = read_date(text, today=TODAY, country="IE")
    assert (found.date and found.date.isoformat()) == day
