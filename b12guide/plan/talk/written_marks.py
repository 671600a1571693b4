"""Marks that are no words of a message: those that were spoken ("question mark", "full stop"), and the numbers of a
list ("1. Yes. 2. ...", a dash before each line). Each is replaced by a mark or blanks of the same length, so that every
word stays where it is."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import partial

from ..model import WEEKDAYS
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS

_SPOKEN = (
    (re.compile(r"\bquestion mark\b", re.I), "?"),
    (re.compile(r"\bexclamation (?:mark|point)\b", re.I), "!"),
    (re.compile(r"\b(?:full stop|new (?:line|paragraph))\b", re.I), "."),
)
# "Period" behind one of these is no mark: "my period", "the loading period", "over the Christmas period".
_NO_MARK = (
    r"my|a|the|her|last|next|this|that|each|every|loading|trial|time|monthly|heavy|first|long|same|initial|festive"
    r"|christmas|easter|waiting|for|of|in"
)
_PERIOD = re.compile(
    "".join(rf"(?<!\b{word} )" for word in _NO_MARK.split("|")) + r"\bperiod\b(?! (?:pain|of)\b)", re.I
)
_ENDS = re.compile(r"\bperiod\W*$|[?!.]\s*$", re.I)
_NUMBERED = re.compile(r"(?:^|(?<=[.!?;\n]))\s{0,8}(?P<n>\d{1,2})[.)](?=\s{1,8}[A-Za-z])")

# A line of a list with a dash before it: what stands before ends there.
_DASHED = re.compile(r"(?<=[^\s.;!?,:])[ \t]{0,8}\n\s{0,3}[-*•–][ \t](?=\s{0,3}\w)")


# "I should be much obliged if you would tell me ..." is no condition.
_COURTESY = re.compile(
    r"\b(?:i|we)(?:'d| would| should| shall|'ll| will) (?:be (?:(?:very|most|so|much|ever|extremely|really) ){0,3}"
    r"(?:obliged|grateful|thankful|glad|pleased)(?: to you)?|(?:(?:very|really) )?(?:much )?appreciate(?: it)?)"
    r" if you(?:'d| would| could| might| can| will)?(?: (?:please|kindly|just|be so kind as to|possibly)){0,3}\b"
    # "If it's no bother".
    r"|,? if (?:it|that)(?:'?s| is| isn'?t| is not| wouldn'?t be)(?: (?:no|not|a|an|any|too|much|all|right)){0,3}"
    r" (?:bother|trouble|problem|ok|okay|alright|possible|right)\b"
    r"|,? if you (?:don'?t|wouldn'?t|do not) mind\b",
    re.I,
)


def without_courtesy(text: str) -> str:
    """`text` with blanks in the place of an elaborate please: every other word stays where it is."""
    return _COURTESY.sub(lambda match: " " * len(match[0]), text)


def in_marks(text: str) -> str:
    """`text` with marks in the place of those that were dictated as words."""
    found = text
    for words, mark in _SPOKEN:
        found = words.sub(partial(_as_mark, mark), found)
    if found != text or _ENDS.search(text):
        found = _PERIOD.sub(partial(_as_mark, "."), found)
    return _DASHED.sub(partial(_as_mark, "."), found)


def _as_mark(mark: str, match: re.Match[str]) -> str:
    return mark.ljust(len(match[0]))


def without_numbering(text: str, *, counted: bool) -> str:
    """`text` without the numbers of a list that it is written as; `counted`: a number was asked for, which one that
    stands alone may be."""
    numbers = [int(match["n"]) for match in _NUMBERED.finditer(text)]
    if numbers != list(range(1, len(numbers) + 1)) or len(numbers) < (2 if counted else 1):
        return text
    return _NUMBERED.sub(lambda match: " " * len(match[0]), text)


# "Yeah nah, that's not right" is a no, whatever it begins with.
_YEAH_NAH = re.compile(r"^(\W*)(?:yeah|yea|yeh|ye|aye),? (?=(?:nah|naw)\b)", re.I)


def without_yeah_nah(text: str) -> str:
    """`text` with blanks in the place of a yes that a no takes back at once."""
    return _YEAH_NAH.sub(lambda match: " " * len(match[0]), text)


# "Yesterday the 18th", "tomorrow Friday 27th", "today, 11 December 2026": what stands behind says no more where it is
# of that day.
_NEAR_NAMED = re.compile(
    rf"\b(?P<near>yesterday|today|tomorrow)(?P<rest>(?:,? (?:on )?(?:the )?(?P<w>{WEEKDAY_WORDS})\b)?"
    rf"(?:,? (?:on )?(?:the )?(?P<d>\d{{1,2}})(?:{NTH_END}\b(?:(?: of)? (?P<m>{MONTHS})\b)?"
    rf"|(?: of)? (?P<m2>{MONTHS})\b)"
    # "Not yesterday, the Thursday before" is another one.
    r"(?:,? (?P<y>20\d\d)\b)?)?)(?=\W|$)(?! (?:just )?before\b)",
    re.I,
)
_OFF = {"yesterday": -1, "today": 0, "tomorrow": 1}


def without_near_day(text: str, today: date) -> str:
    """`text` with blanks in the place of the weekday, number and month behind "today", "yesterday" or "tomorrow", where
    they are that day's."""

    def plain(match: re.Match[str]) -> str:
        day = today + timedelta(_OFF[match["near"].lower()])
        month = match["m"] or match["m2"]
        fits = (
            (not match["w"] or WEEKDAYS[day.weekday()] == match["w"][:3].lower())
            and (not match["d"] or int(match["d"]) == day.day)
            and (not month or MONTH_PLACES[month.lower()] == day.month)
            and (not match["y"] or int(match["y"]) == day.year)
        )
        return match["near"] + " " * len(match["rest"]) if fits else match[0]

    return _NEAR_NAMED.sub(plain, text)


# "I already told you!!" before what was told.
_TOLD_YOU = re.compile(
    r"^\W*(?:(?:i|i've|ive|but|as|like|have) ){0,3}(?:(?:already|just|literally) ){0,2}(?:told you|said)"
    r"(?: (?:that|so|this|it|already|once|twice|before)){0,3}[!,.;:\s-]{1,6}(?=\w)",
    re.I,
)


def without_told_you(text: str, *, asked: bool) -> str:
    """`text` with spaces in the place of the words that it was told before, where an answer is waited for."""
    return _TOLD_YOU.sub(lambda match: " " * len(match[0]), text) if asked else text


# "Lol that's Christmas", "crikey, when is it": what is exclaimed before a message says nothing of a plan.
_EXCLAIMED = re.compile(
    r"^\W*(?:(?:lol|lmao|rofl|omg|omfg|haha\w*|wow|crikey|blimey|gosh|jeez|strewth|yikes|dude"
    r"|bloody hell|flip)\b[\s,.!]*){1,3}"
    r"(?=\w+\W+\w)",
    re.I,
)


def without_exclaimed(text: str) -> str:
    """`text` with blanks in the place of such words."""
    return _EXCLAIMED.sub(lambda match: " " * len(match[0]), text)
