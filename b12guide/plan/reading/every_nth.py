"""Injections that go with every so many of something else: "b12 with every third chemo, chemo is every 3 weeks". How
often the other thing is, is no gap of the injections; both together say what theirs is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .other_jabs import OTHER_THING

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


_INJECTION = re.compile(
    r"\b(?:b-?12|b twelve|\w{0,9}cobalamin|injections?|jabs?|jags?|shots?|needles?"
    r"|(?:get|have|has|gets|got|had|given|gives?) (?:it|one|mine|hers|his))\b",
    re.I,
)
_TEST = re.compile(
    rf"\b(?:b-?12 (?:levels?|tests?)|{OTHER_THING}|ecgs?|scans?|tablets?|folic|folate|iron|metformin|steroids?)\b", re.I
)
_NOT = re.compile(r"\b(?:skip\w{0,4}|miss\w{0,3}|without|except|not|no|never|\w{2,6}n'?t)\b", re.I)
_CUT = re.compile(r"[,.;:!?()\n]|\b(?:and|but|so|while)\b", re.I)
_GAP = re.compile(
    rf"\b(?:every|each|once (?:a|in|every)) (?:(?:\d{{1,2}}|other|second|third|few|{'|'.join(_NUMBERS)}) )?"
    r"(?:days?|weeks?|wks?|months?|years?|fortnights?)\b|\b(?:weekly|fortnightly|monthly|quarterly|yearly)\b",
    re.I,
)


@dataclass(frozen=True)
class EveryNth:
    """What a text says by it: the text with the gap of the injections, and the note that says how it was worked out;
    without a gap of the other thing, `question` asks for that."""

    text: str
    note: str = ""
    question: str = ""


def _clause(text: str, place: re.Match[str]) -> str:
    """The words around a place, without its own."""
    start = max((cut.end() for cut in _CUT.finditer(text, 0, place.start())), default=0)
    cut = _CUT.search(text, place.end())
    return f"{text[start : place.start()]} {text[place.end() : cut.start() if cut else len(text)]}"


def _governed(text: str, nth: re.Match[str]) -> bool:
    """Whether it is the injections that go with every so many; where nothing stands beside it, what else would."""
    clause = _clause(text, nth)
    if not re.search(r"\w", clause):
        # Behind "b12," or alone; behind "blood tests," it is of those.
        before = [part for part in _CUT.split(text[: nth.start()]) if part.strip()]
        return not before or _TEST.search(before[-1]) is None
    return _INJECTION.search(_TEST.sub(" ", clause)) is not None and _TEST.search(clause) is None


def _gap_of_its_own(text: str, nth: re.Match[str], often: list[re.Match[str]]) -> bool:
    """Whether the gap of the injections is told beside it."""
    taken = [nth.span(), *(found.span() for found in often)]
    gaps = [gap for gap in _GAP.finditer(text) if not any(start <= gap.start() < end for start, end in taken)]
    return any(_TEST.search(_clause(text, gap)) is None for gap in gaps)


def every_nth(text: str) -> EveryNth | None:
    """None where injections go with nothing else."""
    nth = next((found for found in _WITH.finditer(text) if _governed(text, found)), None)
    if nth is None:
        return None
    often = [found for found in _OFTEN.finditer(text) if found.start() != nth.start("thing")]
    named = re.match(_THING, nth["thing"], re.I) is not None
    if (not often and not named) or _gap_of_its_own(text, nth, often):
        return None
    same = [found for found in often if named and found["thing"][:4].lower() == nth["thing"][:4].lower()]
    often = same or [found for found in often if not re.match("blood|clinic", found["thing"], re.I)]
    if _NOT.search(_clause(text, nth)):
        often = []
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


def without_nth_of_others(text: str) -> str:
    """`text` without how many of something else a test or another medicine goes with: "ecg every other time"."""
    for found in reversed(list(_WITH.finditer(text))):
        if not _governed(text, found) and _TEST.search(_clause(text, found)):
            text = f"{text[: found.start()].rstrip()}{text[found.end() :]}"
    return text
