"""A dose that was had today and is told of by its place ("she had the third today"), or beside the one before it."""

from __future__ import annotations

import re
from datetime import date

from ..model import full_date
from .had_count import counts_in
from .message import NUMBERS, ORDINALS
from .outcome import Outcome
from .state import State

_HAD = r"(?:had|got|given|took|taken|received|has had|gave (?:me|him|her|us|them)|(?:that|it|this|today) was|done)"
_TODAY = r"(?:today|tonight|just now|this (?:morning|afternoon|evening|arvo)|yesterday|earlier)"
_OF = rf"(?: of(?: the| his| her| my| our| their)? (?:\d{{1,2}}|{'|'.join(NUMBERS)}))"
_DOSE = r"(?: (?:b-?12 )?(?:one|dose|jab|jag|shot|injection|needle))"
# "The 3rd today" may be a date; in letters, or with what it is one of, it is a place.
_PLACED = re.compile(
    rf"\b(?P<had>{_HAD}) (?P<what>(?:the |his |her |my |their |number )?(?:(?P<word>{'|'.join(ORDINALS)}){_DOSE}?{_OF}?"
    rf"|(?P<n>\d{{1,2}})(?:st|nd|rd|th)(?:{_DOSE}{_OF}?|{_OF})))(?=,? {_TODAY}\b)",
    re.I,
)
_HAD_TODAY = re.compile(
    rf"\b(?:had|got|was given|took|been given) (?:it|mine|this one|one|another|that one)(?: \w+){{0,2}}?,? {_TODAY}\b",
    re.I,
)


def place_told(text: str, state: State) -> int | None:
    """The place of the dose that was had, as a message tells; None where it tells of none so, or no plan is known."""
    match = _PLACED.search(text)
    if match is None and state.about == "phase":
        # "The weekly one, number 2 of 4": told with the part that was asked for.
        counts = counts_in(text, asked=True)
        return counts.pop() if len(counts) == 1 else None
    if match is None or not state.phases:
        return None
    return ORDINALS[match["word"].lower()] if match["word"] else int(match["n"])


def without_place(text: str) -> str:
    """`text` with "it", and blanks, for the place of a dose that was had: no date is read from that."""
    return _PLACED.sub(lambda m: f"{m['had']} {'it'.ljust(len(m['what']))}", text)


def latest_of_options(text: str, outcome: Outcome, today: date) -> str | None:
    """The option today, where it is asked which of several days was the last one and one was had today."""
    now = full_date(today)
    if outcome.kind != "ask" or now not in outcome.buttons or len(outcome.buttons) < 2:
        return None
    match = _HAD_TODAY.search(text)
    return now if match is not None and not re.search(r"yesterday|earlier", match[0], re.I) else None
