"""What a message says of a sign while a warning stands: felt still, or new, more or worse since somebody was told."""

from __future__ import annotations

import re

from b12guide.diary.notes import tells_worse

# What has changed, or is felt, since they were told.
_CHANGE = re.compile(
    r"\b(?:spread\w*|grow\w*|grew|bigger|larger|hotter|redder|sorer|tighter|new"
    r"|moving|moved|climb\w*|creep\w*|going up|up my|swell\w*|swollen|shiver\w*|shak\w*|fever\w*|temperature|sweat\w*"
    r"|chills?|rigors?|faint\w*|passed out|blue|purple|black|pus|ooz\w*|leak\w*|bleed\w*|blood|vomit\w*|sick|dizzy"
    r"|confus\w*|breath\w*|wheez\w*|collaps\w*|cannot|can'?t (?:walk|feel|move|breathe|stand|see|pee|swallow)|flopp\w*"
    r"|drows\w*|sleepy|started|starting|came back|come back|back again|increas\w*|more|rising)\b",
    re.I,
)
_FELT = re.compile(
    r"\b(?:hurt\w*|pain\w*|ach(?:e|es|ing)|sore|throb\w*|burn\w*|itch\w*|red|hot|cold|numb\w*|tingl\w*|weak\w*|tight\w*"
    r"|legs?|arms?|foot|feet|hands?|skin|chest|throat|face|lips?|tongue|heart|head|stomach|tummy|eyes?|vision|walk\w*"
    r"|balance|wee|pee|urine|bladder|bowels?|thigh|calf|knee|neck|jaw|glands?|rash\w*"
    r"|palpitat\w*|flutter\w*|racing|rash|hives|lumps?|ill|unwell|poorly|awful|terrible|rough|tired|feel(?:s|ing)?)\b",
    re.I,
)
# "What do I need to hand?"
_TO_HAND = re.compile(r"\b(?:to|at|in) hand\b", re.I)


def tells_change(text: str) -> bool:
    """Whether a word of a text says that something is new, more or worse."""
    plain = text.replace("’", "'")
    return tells_worse(plain) or _CHANGE.search(plain) is not None


def tells_of_sign(text: str) -> bool:
    """Whether a word of a text is of the body, or says that something is new, more or worse."""
    return tells_change(text) or _FELT.search(_TO_HAND.sub(" ", text.replace("’", "'"))) is not None
