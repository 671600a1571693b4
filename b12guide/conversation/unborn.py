"""Whether "the baby" is the one that who writes is pregnant with: no patient, and no child that has a dose."""

from __future__ import annotations

import re
from collections.abc import Collection

# What is noted where somebody tells that they are pregnant (`lasts` in content/safety/signs.yml).
PREGNANCY = "pregnancy"
_BABY = re.compile(r"\b(?:the|my|our|this) (?:unborn )?(?:baby|babies|bab|twins|bump|bub|little one)\b", re.I)
_EXPECTED = re.compile(
    r"\b(?:(?:baby|babies|twins|bub|little one)(?:'s)? (?:i am|i'?m|that i am|that i'?m|we are) (?:carrying|expecting)"
    r"|unborn|(?:baby|twins) (?:is |are )?(?:coming|on the way|due)|in my (?:belly|tummy|womb)|(?:my|the) bump)\b",
    re.I,
)
_BORN = re.compile(
    r"\b(?:born|newborn|old|aged|(?:\d+|one|two|three|four|five|six) (?:days?|weeks?|months?|years?)"
    r"|after the birth"
    r"|feed\w*|breast\w*|milk|bottle|toddler|child(?:ren)?|kids?|son|daughter|nephew|niece|grand\w+"
    r"|(?:baby|babies|bab|twins|bub|little one)(?:'s)? (?:is|has|have|had|gets?|needs?|takes?|dose|plan"
    r"|injections?))\b",
    re.I,
)


def of_unborn(text: str, told: Collection[str]) -> bool:
    """Whether a `text` speaks of the unborn baby of who writes; `told`: what was told before, or in it."""
    told_now = PREGNANCY in told or _EXPECTED.search(text) is not None
    return told_now and _BABY.search(text) is not None and _BORN.search(text) is None
