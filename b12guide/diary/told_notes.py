"""Notes that nobody asks for by that name: a short report of who keeps notes, and what is told beside a plan."""

from __future__ import annotations

import re

from b12guide.diary.note_days import DAY
from b12guide.diary.note_words import tells_how
from b12guide.diary.notes import direction, symptoms_in

# "Worse, 4, could not do the stairs": how it is, as who keeps notes writes it.
_LEADS = re.compile(
    r"^\W*(?:(?:today|now|this (?:morning|afternoon|evening)|(?:a )?(?:bit|little|much|lot)|feeling|felt|feel|so|ok"
    r"|still|and)\W+){0,4}"
    r"(?:(?:10|\d)(?:/10| out of (?:10|ten))?(?=\s*[,.;:–-]|\s*$)"
    r"|(?:better|worse|same|the same|no change|about the same|no better|good|bad|rough|awful|great|fine|okay"
    r"|low|tired|shattered"
    r"|exhausted|foggy|brighter|slept|woke|walked|managed|headache|sleepy|knackered|wobbly|achy|dizzy)\b(?=[,.;:–-]|\s|$))",
    re.I,
)
_PARTS = re.compile(r"[,;.:–]\s|\s-\s")
_ASKS = re.compile(
    r"\?|^\W*(?:(?:so|and|but|ok|hi)\W+){0,3}(?:what|why|how|when|where|which|who|is|are|do|does|did|can|could|should|will"
    r"|would)\b|\b(?:than what|better to|better if|better not|good to|good for|bad for|the same as|worse if"
    r"|fine to|okay to)\b"
    r"|\b(?:thanks|thank you|please|pls)\b",
    re.I,
)
_OF_DATES = re.compile(
    r"\b(?:injections?|jabs?|jags?|shots?|needles?|doses?|b-?12|every|weekly|monthly|due|next|booked|plan|calendar)\b"
    r"|\b\d+ ?(?:weeks?|months?|days?|mg|mcg)\b",
    re.I,
)
# How it goes from one injection to the next, and how somebody sleeps: told beside a plan it is for the page.
_COURSE = re.compile(
    r"\b(?:fad(?:e|es|ing)|dip|dips|crash|crashes|flag|flags|wear(?:s|ing)? off|wanes?|(?:goes?|go) downhill"
    r"|slump|slumps"
    r"|sleep(?:ing|s)?|slept|foggy|fog|concentration|memory|appetite|energy|headaches?|mood|drained|shattered|exhausted)\b",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.;!?\n])\s+")
_LONGEST, _LEAST_PARTS = 24, 2


# "3 today. log": a score, said to be one for the diary.
_SCORED = re.compile(
    r"^\W*(?:(?:yes|ok|and|my)\W+){0,2}(?:log|score|energy)?\W*(?:10|\d)(?:/10| out of (?:10|ten))?\W*(?:today)?\W*"
    r"(?:log(?: it)?|for the (?:log|diary)|was my score|is my score)?\W*$",
    re.I,
)
_TO_LOG = re.compile(r"\b(?:log|score|energy|diary)\b|/10\b|\bout of\b", re.I)


def reports(text: str) -> bool:
    """Whether a message is a short report of how somebody is, of a few pieces, that asks nothing and tells no plan."""
    plain = text.replace("’", "'").strip()
    if _SCORED.match(plain) and _TO_LOG.search(plain):
        return True
    if _ASKS.search(plain) or _OF_DATES.search(plain) or len(plain.split()) > _LONGEST or not _LEADS.match(plain):
        return False
    parts = [part for part in _PARTS.split(plain) if part.strip()]
    told = direction(plain) is not None or tells_how(plain) or re.search(r"\b(?:10|\d)\b", plain) is not None
    return told and (len(parts) >= _LEAST_PARTS or bool(symptoms_in(plain)))


# "Yesterday's was 6", "and 4 on Tuesday", "the day before: a 7": a score and its day.
_ON = rf"(?:on |for )?(?:(?:yesterday|today|last night|this morning|the day before(?: that| yesterday)?|{DAY})(?:'?s)?)"
_MARK = (
    r"(?:(?:about|maybe|around|only|more like|a|an|it was|was|were|is|at)\s){0,4}"
    r"(?:10|\d)(?:\.\d)?(?: ?/ ?10| out of (?:10|ten))?"
)
_DAY_SCORED = re.compile(
    r"^\W*(?:(?:and|but|oh|sorry|so|my|the|score|note|tiredness|energy|mood|tingling|walking|it|was|for)\W+){0,6}"
    rf"(?:{_ON}(?: (?:score|note|one|tiredness|energy|mood))?[ ,:–-]{{1,3}}{_MARK}|{_MARK},? {_ON})"
    r"(?: (?:too|though|sorry)){0,2}\W*$",
    re.I,
)


def scores_day(text: str) -> bool:
    """Whether a message gives a day its score, and says nothing else."""
    return _DAY_SCORED.match(text.replace("’", "'")) is not None


def beside_plan(text: str) -> tuple[str, str]:
    """A message in what it tells of a plan and the sentences at its end that tell how it goes; "" where there are none,
    or where anything is asked."""
    parts = [part for part in _SENTENCE.split(text.strip()) if part.strip()]
    if len(parts) < _LEAST_PARTS or "?" in text:
        return text, ""
    start = len(parts)
    while start > 1 and _goes(parts[start - 1]):
        start -= 1
    return " ".join(parts[:start]), " ".join(parts[start:])


def _goes(sentence: str) -> bool:
    words = re.sub(r"\b(?:from |at |by |after |around |about )*(?:week|month|day) \d+\b", " ", sentence, flags=re.I)
    return (
        _COURSE.search(sentence) is not None
        and not _ASKS.search(sentence)
        and not _NEW.search(sentence)
        and (re.search(r"\b(?:last|first|since|start|booked|due|injections?|jabs?|shots?)\b", words, re.I) is None)
    )


_NEW = re.compile(r"\b(?:new|worse\w*|suddenly|can'?t|cannot|unable|numb\w*|weak\w*|chest|breath\w*)\b", re.I)
