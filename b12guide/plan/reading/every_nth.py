"""Injections that go with every so many of something else: "b12 with every third chemo, chemo is every 3 weeks". How
often the other thing is, is no gap of the injections; both together say what theirs is."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10,
    "twelve": 12,
}  # fmt: skip
_NTHS = {
    "other": 2, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "sixth": 6,
    "6th": 6, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4,
}  # fmt: skip
_THING = (
    r"(?:chemo(?:therap(?:y|ies))?s?|dialysis|dialyses|infusions?|cycles?|treatments?|radiotherapy|transfusions?"
    r"|immunotherapy|clinics?|blood tests?|bloods)"
)
_WITH = re.compile(
    rf"\b(?:every|each) (?P<nth>{'|'.join(_NTHS)}) (?P<thing>{_THING}(?: (?:sessions?|days?|visits?|ones?))?"
    rf"|(?:ones?|times?|sessions?)(?: of (?:them|those|these|the {_THING}))?)(?=\W|$)",
    re.I,
)
_OFTEN = re.compile(
    rf"\b(?P<thing>{_THING})(?:['’]?s)?(?: (?!b-?12\b|injections?\b|jabs?\b|shots?\b|every\b|each\b)[\w'’]+){{0,4}}"
    rf" (?:every|each|once (?:in|every)) (?:(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)}) )?(?P<unit>day|week|month)s?\b",
    re.I,
)


@dataclass(frozen=True)
class EveryNth:
    """What a text says by it: the text with the gap of the injections, and the note that says how it was worked out;
    without a gap of the other thing, `question` asks for that."""

    text: str
    note: str = ""
    question: str = ""


def every_nth(text: str) -> EveryNth | None:
    """None where injections go with nothing else."""
    nth = _WITH.search(text)
    often = [found for found in _OFTEN.finditer(text) if nth is None or found.start() != nth.start("thing")]
    if nth is None or (not often and not re.match(_THING, nth["thing"], re.I)):
        return None
    thing = (often[0]["thing"] if often else nth["thing"]).lower()
    if len(often) != 1:
        question = f'How many days or weeks apart are the injections? I know of "{nth[0].strip()}" alone.'
        return EveryNth(text, question=question)
    found = often[0]
    each = _NUMBERS.get((found["n"] or "one").lower()) or int(found["n"])
    many, unit = each * _NTHS[nth["nth"].lower()], found["unit"].lower()
    gap, apart = (f"{n} {unit}{'s' if n > 1 else ''}" for n in (many, each))
    cuts = sorted([(nth.span(), f"every {gap}"), (found.span(), thing)], reverse=True)
    for (start, end), words in cuts:
        text = f"{text[:start]}{words}{text[end:]}"
    return EveryNth(text, f"Every {gap}: {nth[0].strip()}, {apart} apart.")
