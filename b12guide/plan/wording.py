"""Plans in plain words. What is said here is read back to the same plan (a property test holds it)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .model import WEEKDAY_NAMES, WEEKDAYS, Anchor, Dose, Phase, Unit, full_date

_UNIT: dict[Unit, str] = {"d": "day", "wk": "week", "mo": "month", "a": "year"}
_TIMES = {1: "once", 2: "twice"}
_WEEK = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_ROUTE = {"im": "into a muscle", "sc": "under the skin"}


def plural(number: int, noun: str) -> str:
    """ "1 week", "2 weeks"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def listed(items: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def ordinal(number: int) -> str:
    """ "1st", "22nd", "13th"; -1 is "last day"."""
    if number == -1:
        return "last day"
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def interval_words(
    frequency: int, period: int, period_max: int | None, unit: Unit,
    days_of_week: Sequence[str] = (), days_of_month: Sequence[int] = (), week_of_month: int | None = None,
) -> str:  # fmt: skip
    """How often, without its end: "every 12 weeks", "3 times a week", "every 2 weeks on Monday"."""
    names = [WEEKDAY_NAMES[WEEKDAYS.index(d)] for d in days_of_week]
    skip = f"{period} months" if period > 1 else "month"
    if week_of_month is not None:
        return f"every {skip} on the {_WEEK[week_of_month]} {names[0]}"
    if days_of_month:
        days = listed([ordinal(d) for d in days_of_month])
        return f"on the {days} of each month" if period == 1 else f"every {skip} on the {days}"
    if frequency > 1 and not (names and period > 1):
        often = f"{_TIMES.get(frequency, f'{frequency} times')} a {_UNIT[unit]}"
    elif period_max is not None:
        often = f"every {period} to {period_max} {_UNIT[unit]}s"
    elif (period, unit) == (2, "d"):
        often = "every other day"
    else:
        often = f"every {_UNIT[unit]}" if period == 1 else f"every {period} {_UNIT[unit]}s"
    if not names:
        return often
    return f"{often} on {listed([n + 's' for n in names])}"


def phase_words(phase: Phase) -> str:
    """One phase with its end: "every other day for 2 weeks"."""
    if phase.days:
        booked = "on the days that your clinic booked"
        return booked if phase.count is None else f"{plural(phase.count + phase.behind, 'injection')} {booked}"
    words = interval_words(
        phase.frequency, phase.period, phase.period_max, phase.unit,
        phase.days_of_week, phase.days_of_month, phase.week_of_month,
    )  # fmt: skip
    if phase.count is not None:
        words += f" for {plural(phase.count + phase.behind, 'injection')}"
    if phase.duration is not None and phase.duration_unit is not None:
        words += f" for {plural(phase.duration, _UNIT[phase.duration_unit])}"
    if phase.until is not None:
        words += f" until {phase.until}"
    return words


def amount_words(dose_mcg: float) -> str:
    """ "1mg (1,000 micrograms)"; doses that are no whole or half milligrams in micrograms alone."""
    number = f"{int(dose_mcg):,}" if float(dose_mcg).is_integer() else f"{dose_mcg:.10g}"
    micrograms = f"{number} micrograms"
    return f"{dose_mcg / 1000:g}mg ({micrograms})" if dose_mcg >= 1000 and dose_mcg % 500 == 0 else micrograms


def what_words(dose_mcg: float | None, product: str | None, route: str | None) -> str:
    """What is given: "1mg (1,000 micrograms) hydroxocobalamin into a muscle"; nothing where nothing is known."""
    what = (amount_words(dose_mcg) if dose_mcg else None, product, _ROUTE.get(route or ""))
    return " ".join(word for word in what if word)


def say(
    phases: Sequence[Phase], *, dose_mcg: float | None = None, route: str | None = None,
    product: str | None = None, anchor: Anchor | None = None, today: date | None = None, before: bool = False,
) -> str:  # fmt: skip
    """The whole plan in one or two sentences.

    "Loading: every other day for 2 weeks, then maintenance: every 3 months. The first injection was on ...".
    Doses are in micrograms; dates are written in full. On a day `today` before its date, the first one is still to
    come; `before` says that others were given before it.
    """
    what = what_words(dose_mcg, product, route)
    parts = [f"{p.kind}: {phase_words(p)}" if p.kind != "other" else phase_words(p) for p in phases]
    text = ", then ".join(parts)
    text = f"{what}, {text}" if what else text
    text = text[:1].upper() + text[1:] + "."
    if anchor is None:
        return text
    return f"{text} {_counted(anchor, today, before)} {full_date(anchor.date)}."


def _counted(anchor: Anchor, today: date | None, before: bool) -> str:
    """What the date is that a plan is counted from. `before`: others were given before it."""
    if anchor.kind == "last":
        return "The last injection was on"
    if today is not None and anchor.date > today:
        return "The next injection is on" if before else "The first injection is on"
    return "One was booked for" if before else "The first injection was on"


def say_dose(dose: Dose) -> str:
    """A dose as its day, or as its window: "Monday 30 March 2026", "between ... and ..."."""
    if dose.earliest == dose.latest:
        return full_date(dose.earliest)
    return f"between {full_date(dose.earliest)} and {full_date(dose.latest)}"
