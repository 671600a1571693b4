"""Plans in words."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import Anchor, Dose, Phase, read, say, say_dose
from b12guide.plan.wording import amount_words, ordinal

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("q12w", "Maintenance: every 12 weeks."),
        ("eod x 6 then 3/12", "Loading: every other day for 6 injections, then maintenance: every 3 months."),
        ("2x/wk for 1 week", "Loading: twice a week for 1 week."),
        ("10-12 weekly", "Maintenance: every 10 to 12 weeks."),
        ("Tues & Thurs", "Maintenance: twice a week on Tuesdays and Thursdays."),
        ("M/W/F", "Maintenance: 3 times a week on Mondays, Wednesdays and Fridays."),
        ("last friday of every second month", "Maintenance: every 2 months on the last Friday."),
        ("on the 2nd and the last of each month", "Maintenance: on the 2nd and last day of each month."),
        ("every 2 months on the 15th", "Maintenance: every 2 months on the 15th."),
        ("daily till told", "Loading: every day until told."),
    ],
)
def test_plans_are_said_plainly(text: str, said: str) -> None:
    """Whatever the shorthand, the plan is said in everyday words."""
    assert say(read(text, today=TODAY).phases) == said


def test_a_plan_is_said_with_dose_route_product_and_date() -> None:
    """All that is known goes into one or two sentences; dates are in full."""
    monthly = [Phase("other", 1, 1, "mo")]
    text = say(monthly, dose_mcg=1000, route="im", product="hydroxocobalamin", anchor=Anchor("last", date(2026, 3, 30)))
    assert text == (
        "1mg (1,000 micrograms) hydroxocobalamin into a muscle, every month. "
        "The last injection was on Monday 30 March 2026."
    )
    assert say(monthly, anchor=Anchor("first", date(2026, 3, 30))).endswith(
        "The first injection was on Monday 30 March 2026."
    )


@pytest.mark.parametrize(
    ("micrograms", "words"),
    [(1000, "1mg (1,000 micrograms)"), (1500, "1.5mg (1,500 micrograms)"), (250, "250 micrograms")],
)
def test_amounts(micrograms: float, words: str) -> None:
    """Micrograms are written out; milligrams stand beside them from 1 mg on."""
    assert amount_words(micrograms) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (13, "13th"), (22, "22nd"), (-1, "last day")],
)
def test_ordinals(number: int, words: str) -> None:
    """The eleventh to thirteenth end in th."""
    assert ordinal(number) == words


def test_a_dose_is_a_day_or_a_window() -> None:
    """A range is said with both of its ends."""
    day, later = date(2026, 3, 26), date(2026, 4, 9)
    assert say_dose(Dose(day, day, 0, "loading")) == "Thursday 26 March 2026"
    assert say_dose(Dose(day, later, 0, "loading")) == "between Thursday 26 March 2026 and Thursday 9 April 2026"
