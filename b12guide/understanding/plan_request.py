"""Sees by the plan grammar, not by likeness, that a message states a plan or a date."""

from __future__ import annotations

import re

from b12guide.plan import about, states_plan
from b12guide.understanding.acts import ASK_TOPIC, PLAN, REQUEST, TOPIC, Act


class InOrder:
    """Expressions that follow each other in a line, whatever stands between.

    As one expression with `.*` between them, each place where the first matches would read the line to its end anew.
    """

    def __init__(self, *expressions: str) -> None:
        self._all = [re.compile(one, re.I) for one in expressions]

    def search(self, text: str) -> bool:
        """Whether a line of `text` has them all, in their order."""
        return any(self._follow(line) for line in text.split("\n"))

    def _follow(self, line: str) -> bool:
        place = 0
        for one in self._all:
            found = one.search(line, place)
            if found is None:
                return False
            place = found.end()
        return True


ASKS_DATE = (
    InOrder(r"\b(?:when|what (?:date|day))\b", r"\b(?:next|due|again)\b"),
    InOrder(r"\bnext (?:one|date|dose|injection|jab|shot)\b", r"\?"),
)
# Questions that are about one's own plan whatever their subject; likeness alone takes them for questions about phases.
ASKED = (
    ("left", InOrder(r"\bhow many\b", r"\b(?:left|to go(?! on\b)|remaining|still to|more loading)\b")),
    (
        "phase_start",
        InOrder(r"\bwhen (?:does|do|will|is)\b", r"\b(?:monthly|maintenance|ones?)\b", r"\b(?:start|begin)"),
    ),
    (
        "phase_start",
        InOrder(
            r"\bwhen (?:does|do|will|can) (?:it|i|we|they|my \w+)\b",
            r"\b(?:go|move|change|switch|drop|step) (?:down )?(?:on )?to (?:every|once|monthly|maintenance|the|\d)",
        ),
    ),
    (
        "correct",
        InOrder(
            r"\b(?:that|it|this|today'?s?|yesterday'?s?|the one) (?:one )?(?:was|is) (?:the |my )?(?:last|final) "
            r"(?:one )?(?:of (?:the|my) )?(?:loading|starter|initial)\b"
        ),
    ),
    ("calendar", InOrder(r"\bprint (?:out )?(?:my|the) (?:plan|dates|schedule)\b")),
    (
        "after_next",
        InOrder(r"\b(?:one|next|jab|shot|injection) after (?:that|next|it|the next)\b|\bthe one after\b"),
    ),
)
# Said of an injection and of nothing else that people tell this program of.
MISSED = re.compile(
    r"^\W*(?:(?:oh no|help|sorry|oops|and|but|i think)\W+)*(?:i(?:'ve| have)? )?(?:just |completely )?"
    r"(?:missed|forgot(?:ten)?|skipped) (?:about )?"
    r"(?:it|one|mine|that one|(?:my|the) (?:last |next )?(?:one|jab|injection|shot|dose|appointment))\W*$",
    re.I,
)
MISSED_TOPIC = "missed_or_late_injection"


def request_in(text: str) -> Act | None:
    """What a message does by the grammar: states or asks something of the person's own plan, or tells of a missed
    injection. None where the grammar is not sure."""
    found = about(text) or next((request for request, words in ASKED if words.search(text)), None)
    # A regimen that comes with the question when the next one is.
    if found is None and any(words.search(text) for words in ASKS_DATE) and states_plan(text):
        found = "regimen"
    if found is not None:
        return Act(PLAN, details=((REQUEST, found),))
    return Act(ASK_TOPIC, details=((TOPIC, MISSED_TOPIC),)) if MISSED.match(text) else None
