"""Sees by the plan grammar, not by likeness, that a message states a plan or a date."""

from __future__ import annotations

import re

from b12guide.plan import about, states_plan
from b12guide.understanding.acts import ASK_TOPIC, PLAN, REQUEST, TOPIC, Act

ASKS_DATE = re.compile(
    r"\b(?:when|what (?:date|day))\b.*\b(?:next|due|again)\b|\bnext (?:one|date|dose|injection|jab|shot)\b.*\?", re.I
)
# Questions that are about one's own plan whatever their subject; likeness alone takes them for questions about phases.
ASKED = (
    ("left", re.compile(r"\bhow many\b.*\b(?:left|to go|remaining|still to|more loading)\b", re.I)),
    (
        "phase_start",
        re.compile(r"\bwhen (?:does|do|will|is)\b.*\b(?:monthly|maintenance|ones?)\b.*\b(?:start|begin)", re.I),
    ),
    (
        "phase_start",
        re.compile(
            r"\bwhen (?:does|do|will|can) (?:it|i|we|they|my \w+)\b.*\b(?:go|move|change|switch|drop|step) (?:down )?"
            r"(?:on )?to (?:every|once|monthly|maintenance|the|\d)",
            re.I,
        ),
    ),
    (
        "correct",
        re.compile(
            r"\b(?:that|it|this|today'?s?|yesterday'?s?|the one) (?:one )?(?:was|is) (?:the |my )?(?:last|final) "
            r"(?:one )?(?:of (?:the|my) )?(?:loading|starter|initial)\b",
            re.I,
        ),
    ),
    ("calendar", re.compile(r"\bprint (?:out )?(?:my|the) (?:plan|dates|schedule)\b", re.I)),
    (
        "after_next",
        re.compile(r"\b(?:one|next|jab|shot|injection) after (?:that|next|it|the next)\b|\bthe one after\b", re.I),
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
    if found is None and ASKS_DATE.search(text) and states_plan(text):
        found = "regimen"
    if found is not None:
        return Act(PLAN, details=((REQUEST, found),))
    return Act(ASK_TOPIC, details=((TOPIC, MISSED_TOPIC),)) if MISSED.match(text) else None
