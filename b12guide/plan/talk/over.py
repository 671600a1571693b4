"""An injection that is told as over: "today my second injection is over" tells of a dose that was had."""

from __future__ import annotations

import re

_ASKS = re.compile(r"^\W*(?:is|was|are|when|if|once|after|until|till|will|should)\b|\?", re.I)
_IS_OVER = re.compile(
    r"(?P<before>^\W*|[.,;!]\s*|\b(?:today|yesterday|morning|afternoon|evening|so|and|sir|madam|ok|okay|hi|hello) )"
    r"(?:my |the |his |her )?(?P<nth>(?:first|second|third|fourth|fifth|sixth|\d{1,2}(?:st|nd|rd|th)) )?"
    r"(?P<noun>b-?12 injection|b-?12|injection|jab|jag|shot|needle)"
    r"(?: is| was| got| has been| has| also){0,2} (?:over|completed?|finished|done)"
    r"(?=\s*(?:$|[.,;!]|\b(?:today|yesterday|now|this|on|at|sir|madam|and)\b))",
    re.I,
)


def had_told(text: str) -> str:
    """A text in which an injection that is over was had; a question is left as it is."""
    if _ASKS.search(text):
        return text
    return _IS_OVER.sub(lambda found: f"{found['before']}had my {found['nth'] or ''}{found['noun']}", text)
