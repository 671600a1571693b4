"""The words of a message for a plan, and what they do to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from b12guide.conversation.whose import without_others_plans, without_people
from b12guide.plan import dialogue

_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# "A bruise from tuesdays b12" is of one injection, as if it were written "Tuesday's".
_OF_ONE = re.compile(
    r"\b(?P<before>(?:from|after|since|at|by|with|of|before|during|following) "
    rf"(?:last |this |my |the |our ){{0,2}}{_DAYS})s"
    r"(?= (?:b-?12|injections?|jabs?|shots?|jags?|needles?|doses?|one|appointment|visit)\b)",
    re.I,
)


def of_one_day(text: str) -> str:
    """`text`, in which the day of a single injection is no day of each week."""
    return _OF_ONE.sub(r"\g<before>'s", text)


def plan_words(
    kept: Mapping[str, Any] | None, text: str, who: dialogue.Who, known: Collection[str] = ()
) -> tuple[str, tuple[dialogue.Move, ...]]:
    """What `text` does to the plan `kept`, with the words that it does it by: all of them, or those without whose plan
    it is ("12 weeks for dad") where the rest does something. `known`: whose plans are kept."""
    text = without_others_plans(of_one_day(text), known)
    for words in dict.fromkeys((text, without_people(text, known))):
        moves = dialogue.moves(kept, words, who=who)
        if moves:
            return words, moves
    return text, ()
