"""Doses that were offered and not given, and plans that are somebody else's: what a message takes out of a plan."""

from __future__ import annotations

import re

from b12guide.at_hand import at_hand

from ..reading.day_words import FULL_WEEKDAYS

_ONE = r"(?:my|the) (?:last |b-?12 )?(?:one|jab|jag|shot|injection|dose|needle|appointment|appt)"
_REFUSED = re.compile(
    r"\b(?:declined|refused|refuses|refusing)\b(?! to (?:move|book|give|see|change|say|tell|let|do))"
    r"(?! (?:my|the|a|any|all) (?:calls?|tablets?|pills?|sprays?|payment|blood|tests?|appointment|request))"
    r"|\bnot (?:been )?(?:given|administered)\b(?! (?:a|an|any|me|the|my) )"
    # "No it wasn't given" answers what was asked about a dose.
    r"|(?<!\bno it )(?<!\bno, it )(?<!\bno that )(?<!\bno, that )"
    r"\b(?:wasn'?t|hasn'?t been|was never) (?:given|administered)\b"
    r"(?! (?:a|an|any|me|the|my) )"
    r"|\b(?:would not|wouldn'?t|did not want to|didn'?t want to)"
    r" (?:have|take) (?:it|the (?:injection|jab|shot|dose))\b"
    r"|\bturned (?:it|that(?: one)?|the (?:injection|jab|shot|dose|nurse)) (?:down|away)\b"
    r"|\bsaid no to (?:it|that one|the (?:injection|jab|shot|dose|nurse))\b"
    r"|\b(?:would not|wouldn'?t|did not|didn'?t) let (?:the )?\w+ (?:do|give|near)\b"
    rf"|\b(?:missed|skipped) (?:it|that one|{_ONE}) (?:because|cos|cause|coz|cus|due to|as i"
    r"|when i|with the|over the)\b"
    rf"|\b(?:couldn'?t|could not|didn'?t|did not) (?:make|get to|go to|turn up (?:for|to)) (?:it|that one|{_ONE})\b"
    rf"|\bforgot (?:all )?about (?:it|that one|{_ONE})\b|\bnever (?:went|made it|turned up)\b"
    rf"|\bcancelled (?:it|that(?: one)?|(?:{FULL_WEEKDAYS})'?s(?: one)?|yesterday'?s(?: one)?)\b",
    re.I,
)
_CLAUSE = re.compile(r"(?:[^.;!?\n,–—-]|(?<=\w)-(?=\w)|[.,](?=\d))+(?:[.;!?\n,–—-]+\s*)?")
_DUE = re.compile(r"\b(?:due|dose)\b|\d", re.I)
_TELLS = re.compile(r"\b(?:every|weekly|monthly|last|previous)\b", re.I)
_PET = r"(?:cat|dog|pet|horse|rabbit|pony)"
_NOT_MINE = re.compile(
    rf"\b(?:that'?s|that is|that was|this is|it'?s|it is|it was|was) (?:only )?(?:the |my |our )?{_PET}'?s?\b(?:'s)?"
    r"(?: (?:card|letter|book|plan|dates?|one))?"
    r"|\b(?:that|this|it)(?:'?s| is| was) (?:my |our )?(?!my\b|the\b|our\b|his\b|her\b)"
    r"[a-z]+'?s (?:card|letter|book|booklet)\b"
    r"|\bwrong (?:card|letter|person)\b"
    r"|\b(?:that|this|it)(?: one| card| plan)? (?:isn'?t|wasn'?t|is not|was not) (?:mine|my (?:card|plan|letter))\b"
    r"|\bthat'?s not (?:mine|my (?:card|plan|letter))\b",
    re.I,
)
_FORGET = re.compile(
    r"^\W*(?:(?:no|oh|ok|okay|please|sorry|oops|just|wait|and|so)\W+){0,8}"
    r"(?:forget|scrap|ignore|drop|bin|delete) (?:that|this) (?:one|card|plan)(?: please)?\W*$",
    re.I,
)
_BESIDE = re.compile(
    r"(?:\b(?:forget|scrap|ignore|drop|bin|delete) (?:that|this|it|them)(?: one| card| plan)?\b)", re.I
)


@at_hand(64)
def refused(text: str) -> bool:
    """Whether a message tells that a dose was refused, or was not given."""
    return "?" not in text[: m.end() + 1] if (m := _REFUSED.search(text)) else False


def without_refused(text: str) -> str:
    """`text` with spaces in the place of what it tells of a dose that was refused: the clause, and one before it that
    says when it was due."""
    if not refused(text):
        return text
    clauses = list(_CLAUSE.finditer(text))
    out = set()
    for place, clause in enumerate(clauses):
        if not _REFUSED.search(clause[0]):
            continue
        out.add(place)
        beside = place - 1
        if beside >= 0 and _DUE.search(clauses[beside][0]) and not _TELLS.search(clauses[beside][0]):
            out.add(beside)
    for place in out:
        start, end = clauses[place].span()
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@at_hand(64)
def not_own(text: str) -> bool:
    """Whether a message says that the plan just told is somebody else's: "that's the cat's card", "forget that one"."""
    return _NOT_MINE.search(text) is not None or _FORGET.search(text) is not None


def without_not_own(text: str) -> str:
    """`text` with spaces in the place of the words that say so."""
    for words in (_NOT_MINE, _FORGET, _BESIDE):
        text = words.sub(lambda match: " " * len(match[0]), text)
    return text
