"""The day of the last dose put right by the one beside it, with both told: "it was the day after, the 12th of
November", "my last was Labour Day. Correction, day after"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import full_date
from ..reading.day_words import DAY_NUMBER, MONTHS, WEEKDAY_WORDS
from ..reading.reader import read, read_date
from .earlier_dose import names_earlier
from .state import CHANGE, CONFIRM, State

_WAY = r"(?:the )?day (?P<way>after|before)(?: that)?"
_DAY = (
    rf"(?:(?:{WEEKDAY_WORDS}),? )?(?:the )?(?:{DAY_NUMBER}(?: of)? (?:{MONTHS})\b"
    rf"|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}"
    rf"(?!\d)|\d{{1,2}}(?:st|nd|rd|th)\b)(?:,? 20\d\d)?"
)
_TWICE = re.compile(
    rf"\b(?:(?:it|that|mine) was|twas|(?:i|she|he) (?:had|got) (?:it|mine|one)) (?:actually |really |on ){{0,2}}{_WAY}"
    rf"[,;:–-]? (?:so |that'?s |that is |which is |i\.?e\.? |on ){{0,2}}(?P<day>{_DAY})(?! (?:to|-|at) )",
    re.I,
)
_MENDED = re.compile(
    r"[\s,.;:!–—-]{1,4}(?:(?:no|oh|wait|hang on|hold on|sorry|oops|whoops|correction|actually|i mean|i meant"
    r"|make that|scrap that|i tell a lie|rather|my mistake)[\s,.;:!–—-]{1,4}){1,4}"
    rf"(?:(?:it was|that was|was|on|so) ){{0,2}}{_WAY}(?=\s*(?:$|[,.;!]|they\b|because|cos|as\b|and\b|so\b))",
    re.I,
)
# "Monday 26 October, I said": of the one that was shown.
_AS_SAID = re.compile(
    rf"\b(?P<day>{_DAY}),? (?:(?:like|as|is what|that'?s what|was what) )?i (?:just "
    rf"|already )?(?:said|told you|wrote|put)"
    r"(?=\s*(?:$|[.;!\n](?!\s*(?:that|it|this|which)(?:'s| is| was)\b)))",
    re.I,
)
# What may stand in front of it: nothing that denies the day or says what else is on it.
_LEADS = re.compile(
    r"\W*(?:(?:no+|nope|nah|oh|well|but|sorry|again|look|listen|love|mate|the|it was|that was|mine was|on|was|wrong"
    r"|that is wrong|that's wrong|i had it|i had mine|(?:my |the )?last(?: one| jab| jag| shot| injection| dose)?"
    r"(?: was| is)?)\b\W{0,3}){0,6}",
    re.I,
)
# What may stand beside a day counted from the last one: with any other word it may be the day of something else.
_BESIDE_IT = re.compile(
    rf"(?:{WEEKDAY_WORDS}|{MONTHS}|\d{{1,4}}(?:st|nd|rd|th)?|no+|nope|nah|oh|ah|er|um|well|yes|yeah|ok|hi|sorry|oops"
    r"|whoops|wait|hang|hold|correction|actually|really|my|mistake|bad|fault|silly|i|me|mean|meant|think|thought|know"
    r"|make|scrap|rather|apologies|it|it's|its|that|that's|thats|this|is|was|wasn'?t|were|weren'?t|isn'?t|not|wrong"
    r"|right|true|the|a|an|one|mine|last|latest|had|got|have|given|did|done|came|went|b-?12|jabs?|jags?|shots?"
    r"|injections?|doses?|needle|on|of|at|in|so|then|which|ie|e|just|more|like|fact|only|and|but|because|cos|as|for"
    r"|to|than|by|they|they're|shut|closed|full|busy|open|away|off|cancelled|bank|holiday|nurse|doctor|gp|clinic"
    r"|surgery|practice|love|mate|dear|please|thanks|change|instead|again|you|your|said|say|wrote|put|told|day"
    r"|days?|weeks?|fortnight|months?|later|after|before|befor|b4|earlier|sooner|date|dates|counted|first"
    r"|second|third|two|three|four|five|six|seven|what|out|here|there|now|up|mixed)",
    re.I,
)
_WORD = re.compile(r"[\w'’-]+")
_PIECE = re.compile(r"[,.;:!?\n]\s")
_ONE = r"(?:one|b-?12(?: (?:jab|shot|injection))?|jab|jag|shot|injection|dose|needle)"
# That a day is of an injection that was had.
_HAD = re.compile(
    rf"\b(?:last|latest)(?: {_ONE})?(?: (?:i |we |she |he )?(?:was|on|had|got|were|is|it)\b|[:,]|(?= \d))"
    rf"|\b(?:had|got|given) (?:it|mine|on|(?:my|the|a|her|his) (?:last |latest )?{_ONE})\b"
    rf"|\b(?:it|mine|(?:my|the|her|his) {_ONE}) was\b",
    re.I,
)


def of_nothing_else(sentence: str) -> bool:
    """Whether a sentence has no word of anything that the last dose is not."""
    return all(_BESIDE_IT.fullmatch(word[0]) for word in _WORD.finditer(sentence))


def sentence_of(text: str, start: int, end: int) -> str:
    """The sentence around a place."""
    cuts = [0, *(cut.end() for cut in _STOP.finditer(text))]
    begin = max(cut for cut in cuts if cut <= start)
    return text[begin : min((cut for cut in cuts if cut >= end), default=len(text))]


_STOP = re.compile(r"[.;:!?\n]+(?:\s|$)")


def with_day_mended(text: str, state: State, today: date) -> str:
    """`text` with the whole date of the last dose in the place of both."""
    return _said_before(_of_known(_in_one(text, today), state, today), state, today)


def _said_before(text: str, state: State, today: date) -> str:
    """The day of the last one said once more, where another was taken for it."""
    anchor, found = state.anchor, _AS_SAID.search(text)
    if found is None or anchor is None or anchor.kind != "last" or state.about not in (CONFIRM, CHANGE):
        return text
    day = read_date(found["day"], today=today, role="last").date
    if day is None or day > today or state.confirmed:
        return text
    if names_earlier(text[: found.end()], day, state):
        return text
    begin = max((cut.end() for cut in _STOP.finditer(text, 0, found.start())), default=0)
    if _LEADS.fullmatch(text[begin : found.start()]) is None:
        return text
    return f"{text[: found.start()]}the last one was on {full_date(day)}{text[found.end() :]}"


def _of_known(text: str, state: State, today: date) -> str:
    """The day beside the known one, told once more by its number."""
    anchor, found = state.anchor, _TWICE.search(text)
    if found is None or anchor is None or anchor.kind != "last" or state.about not in (None, CONFIRM, CHANGE):
        return text
    if not of_nothing_else(sentence_of(text, *found.span())):
        return text
    day = _beside(anchor.date, found["way"])
    told = read_date(found["day"], today=today, role="last")
    if day > today or day not in (told.date, *_of_number(found["day"], day)):
        return text
    return f"{text[: found.start()]}the last one was on {full_date(day)}{text[found.end() :]}"


def _of_number(words: str, day: date) -> tuple[date, ...]:
    """The day itself, where the words are no more than its number."""
    number = re.fullmatch(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)", words, re.I)
    return (day,) if number is not None and int(number[1]) == day.day else ()


def _in_one(text: str, today: date) -> str:
    """The day that is told, and taken back for the one beside it."""
    found = _MENDED.search(text)
    if found is None:
        return text
    start = max((cut.end() for cut in _PIECE.finditer(text, 0, found.start())), default=0)
    piece = text[start : found.start()]
    wrong = read_date(piece, today=today, role="last")
    if wrong.date is None or wrong.role != "last" or not _HAD.search(piece) or read(piece, today=today).phases:
        return text
    if _HAD.search(text, 0, start):
        # Another day was told of the last one.
        return text
    day = _beside(wrong.date, found["way"])
    if day > today:
        return text
    return f"{text[:start]}the last one was on {full_date(day)}{text[found.end() :]}"


def _beside(day: date, way: str) -> date:
    return day + timedelta(1 if way.lower() == "after" else -1)
