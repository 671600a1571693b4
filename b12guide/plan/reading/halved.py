"""A gap that was halved or doubled, told beside it: "8 weeks, and he cut the time in half". Where nothing says whether
that is the time between two or the dose, it is asked; the old gap is never kept without a word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..model import Phase, Question
from ..wording import interval_words

_IT = (
    r"(?:it|that|this|them|mine|(?:the|my|her|his|their) (?:times?|gaps?|intervals?|wait|spacing"
    r"|frequency|schedule|plan"
    r"|weeks|doses?|dosage|amount|strength|shots?|jabs?|jags?|injections?|b-?12)"
    r"(?: between(?: (?:them|shots|jabs|injections|doses))?)?)"
)
_HALVES = (
    rf"(?:halv(?:ed?|es|ing) {_IT}|(?:was|were|been|got|is|are|being) halved|(?:cut|cuts|cutting|chopped|slashed"
    rf"|split|reduced?|brought) {_IT} (?:down )?(?:in|by|to|into) (?:a )?half|(?:to |for )?(?:twice"
    rf"|double) as often|half the"
    r" (?:time|gap|interval|wait|weeks)|half as long)"
)
_DOUBLES = (
    rf"(?:doubl(?:ed?|es|ing) {_IT}|(?:was|were|been|got|is|are|being) doubled|half as often|twice as long"
    r"|(?:double|twice) the (?:time|gap|interval|wait|weeks))"
)
_CHANGED = re.compile(rf"\b(?:(?P<half>{_HALVES})|(?P<double>{_DOUBLES}))\b", re.I)
_GAP = re.compile(
    r"\b(?:as (?:often|long)|times?|gaps?|intervals?|wait|weeks|months|days|between|spacing"
    r"|frequency|how often|sooner)\b",
    re.I,
)
_DOSE = re.compile(r"\b(?:dose|dosage|amount|strength|mgs?|mcg|milligrams?|micrograms?|mls?|ampoules?|vials?)\b", re.I)
_THE_GAP = re.compile(
    r"\b(?:the|my) (?:time|gap|interval|wait|spacing)\b|\bsame (?:shot|jab|jag|injection|dose|amount|strength)\b", re.I
)
_THE_DOSE = re.compile(r"\b(?:the|my|her|his) (?:dose|dosage|amount|strength)\b", re.I)
_NO_FACT = re.compile(
    r"\?|\b(?:can|could|would|should|may|might|if|want|wants|wish|like|asked?|why|not|n't|never|chance|hoping)\b", re.I
)
# As `which_halved` begins.
ASKED = re.compile(r"What was (?:halved|doubled):")
_SENTENCE = re.compile(r"[^.;!?\n]+[.;!?\n]*")


@dataclass(frozen=True)
class Halved:
    """What was halved (`by` 2) or doubled (`by` -2): the "gap", the "dose", or what is not said (""). words: in which
    words."""

    by: int
    what: str
    words: str


def halved(text: str) -> Halved | None:
    """What a text tells that was halved or doubled; None where it tells of no such thing, or only asks."""
    for sentence in _SENTENCE.finditer(text.replace("’", "'")):
        found = _CHANGED.search(sentence[0])
        if found is None or _NO_FACT.search(sentence[0]):
            continue
        dose = _DOSE.search(found[0]) is not None
        gap = _GAP.search(found[0]) is not None
        if not (dose or gap):
            # "The dose was halved", "he cut the time, the time. Same shot."
            around = text.replace(found[0], " ")
            gap = _THE_GAP.search(around) is not None
            dose = not gap and _THE_DOSE.search(sentence[0][: found.start()]) is not None
        return Halved(2 if found["half"] else -2, "dose" if dose else "gap" if gap else "", found[0])
    return None


def with_gap(phase: Phase, told: Halved) -> Phase | None:
    """The phase with its new gap; None where it is no whole number of its unit, or has several in a time."""
    if phase.frequency != 1 or phase.period_max is not None or phase.days_of_week or phase.days_of_month:
        return None
    if told.by < 0:
        return replace(phase, period=phase.period * 2)
    period, unit = phase.period, phase.unit
    if period % 2:
        period, unit = (period * 7, "d") if unit == "wk" else (period, unit)
    return replace(phase, period=period // 2, unit=unit) if period % 2 == 0 else None


def which_halved(phase: Phase, told: Halved) -> Question:
    """The question what it was, with what follows of each."""
    new = with_gap(phase, told)
    verb = "halved" if told.by > 0 else "doubled"
    if new is None:
        return Question("interval", f"You wrote that it was {verb}. How many days or weeks apart are they now?")
    now, still = (interval_words(1, each.period, None, each.unit) for each in (new, phase))
    text = f"What was {verb}: the gap, so it is {now}? Or the dose, so it is still {still}?"
    return Question("interval", text, (now, still))
