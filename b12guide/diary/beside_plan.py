"""A plan and a wish for reminders in one breath: "I need reminding about my jab every 10 weeks, 6pm the day before"."""

from __future__ import annotations

import re

from b12guide.diary.reading import LONGEST
from b12guide.diary.spelled import spelled_out
from b12guide.diary.wishes import LEADS, REMIND, WISH_WORDS, asked_of_reminders, days_before

# Sentences and clauses, with what stands between them.
_BETWEEN = re.compile(
    r"((?:(?<=[.!?;])\s+|\n+|\s*,\s*|\s+-+\s+|\s+(?=(?:and|but|so|because|cos|as) ))"
    r"(?:(?:and|but|also|then|plus) )?)",
    re.I,
)
# What a reminder is wanted for: "so I don't forget", "so that my son can drive me".
_PURPOSE = re.compile(
    r"^(?:so(?: that)?|because|cos|as|since) (?=.{0,60}\b(?:can|could|won't|don't|doesn't|know|knows|forget|remember"
    r"|ready|drives?|drive me|book|plan|arrange|get there|time)\b)",
    re.I,
)
_TIME_ALONE = re.compile(
    r"^\W*(?:at |around |about |by |say )?(?:half |quarter (?:past|to) )?\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?"
    r"| ?o'?clock)?(?: (?:in the|at) (?:morning|evening|night|afternoon))?"
    r"(?: (?:please|if (?:you|possible).{0,12}|would (?:do|be (?:good|best|fine))|is (?:best|fine|good)|suits(?: me)?"
    r"|thanks)){0,2}\W*$",
    re.I,
)
_TELLS = re.compile(
    r"\b(?:every|each|weekly|fortnightly|monthly|last|first|had|started|\d{1,2}(?:st|nd|rd|th))\b", re.I
)
# A clause of which nothing is left but this says nothing of a plan.
_LITTLE = re.compile(
    r"\b(?:i|i'd|i'm|you|me|would|could|can|should|like|please|to|a|an|the|about|for|it|my|b-?12|injections?|jabs?"
    r"|shots?|each|one|of|them|when|hi|hello|and|also|so|just|thanks|ok|alright)\b|\W",
    re.I,
)


def wish_beside_plan(text: str) -> tuple[str, str] | None:
    """What a message tells beside a wish for reminders, and the wish with when they are to come; None where it wishes
    none."""
    plain = spelled_out(text[:LONGEST])
    if WISH_WORDS.search(plain) is None:
        return None
    parts = _BETWEEN.split(plain)
    rest: list[str] = []
    wish: list[str] = []
    wished, behind = False, False
    for place in range(0, len(parts), 2):
        part, before = parts[place], parts[place - 1] if place else ""
        found = asked_of_reminders(part)
        wishes = found is not None and found.what == REMIND
        if wishes or days_before(part) is not None or (behind and _TIME_ALONE.match(part)):
            wish.append(part)
            wished, behind = wished or wishes, True
            left = LEADS.sub(" ", WISH_WORDS.sub(" ", part)) if _TELLS.search(part) else ""
            part = left if _LITTLE.sub("", left) else ""
        elif behind and _PURPOSE.match(part):
            part = ""
        elif part:
            behind = False
        if part.strip():
            rest.append((before if rest else "") + part)
    return ("".join(rest), "remind me: " + ", ".join(wish)) if wished and rest else None
