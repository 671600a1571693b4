"""Injection plans: reading them from words, computing their dates, saying them.

``read`` turns text into phases, ``doses`` turns phases and one known date into dates, ``say`` turns phases back into
words; ``plan`` does the first two at once. Nothing here knows the time: today is always a parameter.
"""

from .dates.planner import compute, next_doses
from .dates.schedule import dose_count, doses, missing
from .from_words import plan
from .model import (
    Anchor,
    DateMention,
    DateReading,
    Dose,
    Phase,
    PlanResult,
    Question,
    Reading,
    full_date,
)
from .reading.reader import about, read, read_date, states_plan
from .wording import interval_words, phase_words, say, say_dose

__all__ = [
    "Anchor", "DateMention", "DateReading", "Dose", "Phase", "PlanResult", "Question", "Reading",
    "about", "compute", "dose_count", "doses", "full_date", "interval_words", "missing", "next_doses",
    "phase_words", "plan", "read", "read_date", "say", "say_dose", "states_plan",
]  # fmt: skip
