"""How somebody was, told plainly and without a wish to keep it; what asks for something to be done is none of it."""

from __future__ import annotations

import re

from b12guide.diary.note_days import DAY
from b12guide.diary.note_words import tells_how
from b12guide.diary.notes import direction

_LEAD = r"^\W*(?:(?:and|but|so|also|then|now|ok|okay|oh|please|pls|yes|right|well|thanks|just)\W+){0,5}"
# "Give us both lists", "show me the dates".
_WANTS = re.compile(
    rf"{_LEAD}(?:(?:give|show|send|tell|list|print|explain|repeat|read|write|make|get|find|bring|work out|set up|draw)"
    r" (?:me|us|it|them|both|all|out|back|my (?:plan|dates|notes|list|questions|next|summary|reminders)"
    r"|the (?:plan|dates?|notes|lists?|questions|next|summary|answer|page))"
    r"|(?:remind|help|ask|text|e-?mail|call|let) (?:me|us)|compare|calculate|delete|cancel|remove|erase|wipe"
    r"|(?:change|correct|edit|fix|amend|scrap|bin|get rid of|take out) (?:the|my|that|this|it))\b",
    re.I,
)
_ASKS = re.compile(
    rf"\?|{_LEAD}(?:what|why|how|when|where|which|who|is|are|do|does|did|can|could|should|will|would|am|was|if)\b"
    r"|\b(?:what if|should i|can i|is it|is that|normal|worried|scared|help|please|thanks|thank you)\b",
    re.I,
)
_OF_OTHER = re.compile(
    r"\b(?:injections?|jabs?|jags?|shots?|needles?|doses?|b-?12|every|weekly|monthly|due|booked|plan|dates?|calendar"
    r"|reminders?|tablets?|results?|blood|tests?|levels?|doctor|gp|nurse|clinic|questions?|notes?|diary|if|when you"
    r"|people|some say|heard|article|always|usually|for (?:weeks|months|years)|since|still)\b",
    re.I,
)
_TIME = (
    rf"(?:{DAY}|this (?:morning|afternoon|evening|week|weekend)|last (?:night|week|weekend)|tonight|all (?:day|night))"
)
_HAS_TIME = re.compile(rf"\b{_TIME}\b", re.I)
_FIRST = re.compile(
    rf"{_LEAD}(?:{_TIME}[,:]? ?(?:and )?)?(?:i (?:felt|slept|woke|walked|managed|was|had|could|got|did|am feeling|feel)"
    r"|i'?m (?:feeling )?|i'?ve been|felt|slept|woke|walked|managed|my \w+ (?:was|were|felt|is|are|feels?))\b",
    re.I,
)
_STATES = re.compile(
    r"\b(?:good|bad|rough|awful|great|rubbish|terrible|lovely|brighter|brilliant|grim|dreadful|better|worse|awake"
    r"|slept|sleep|foggy|foggier|dizzy|wobbl\w+|stairs|pottered|in bed|up \w+ times)\b",
    re.I,
)
_DAY_FIRST = re.compile(rf"^\W*(?:(?:on|for) )?{DAY}\s{{0,2}}[:–-]\s{{0,2}}(?=[a-z])", re.I)
_LONGEST = 40
_TAKES = re.compile(
    r"^\W*(?:(?:yes|yeah|yep|yup|ok|okay|sure|please|pls|go on|do|do that|that would be (?:good|great)|why not"
    r"|keep (?:it|that)(?: in my diary)?|save (?:it|that)|note (?:it|that)|put (?:it|that) in|write (?:it|that) down"
    r"|go ahead|ta"
    r"|thanks|thank you)\b\W*){1,4}$",
    re.I,
)
_LEAVES = re.compile(
    r"^\W*(?:(?:no|nope|nah|no thanks|no thank you|not now|don'?t|leave it|(?:don'?t|do not) keep it|thanks|thank you"
    r"|i'm ok)\b\W*)"
    r"{1,3}$",
    re.I,
)


def wants_done(words: str) -> bool:
    """Whether words ask for something to be done: they are no part of a note."""
    return _WANTS.match(words.replace("’", "'")) is not None


def tells_day(text: str) -> bool:
    """Whether a message plainly tells how somebody was on a day, or how they did; it asks nothing, and tells of no
    injection and no plan."""
    plain = text.replace("’", "'").strip()
    if _ASKS.search(plain) or _OF_OTHER.search(plain) or wants_done(plain) or len(plain.split()) > _LONGEST:
        return False
    how = tells_how(plain) or _STATES.search(plain) is not None or direction(plain) is not None
    return how and (_HAS_TIME.search(plain) is not None or _FIRST.match(plain) is not None)


def begins_with_day(text: str) -> bool:
    """Whether a message is written as a diary is: a day, and behind it how that was."""
    return _DAY_FIRST.match(text) is not None and tells_day(text)


def takes_offer(text: str) -> bool:
    """Whether a message wants kept what was told."""
    return _TAKES.match(text.replace("’", "'")) is not None


def leaves_offer(text: str) -> bool:
    """Whether it wants that not."""
    return _LEAVES.match(text.replace("’", "'")) is not None
