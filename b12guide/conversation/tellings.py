"""What somebody told in their own words, as they may say it to the clinic: "my feet are numb", and no question, no word
to this program, no thanks."""

from __future__ import annotations

import re

from b12guide.conversation.focus import INJECTIONS, named_in
from b12guide.understanding.clauses import ASKS, asks
from b12guide.understanding.sentences import sentences

# So many are kept, each of so many words.
MOST_KEPT, LEAST_WORDS, MOST_WORDS = 4, 3, 26
_OWN = re.compile(r"\b(?:i|i'?m|i'?ve|ive|im|my|me|we|our|mine|(?:he|she)(?:'?s)?|his|her)\b", re.I)
_FELT = re.compile(
    r"\b(?:numb\w*|tingl\w*|pins|tired\w*|worn out|exhaust\w*|knackered|shattered|fog\w*|weak\w*|ach(?:e|es|ing|y)"
    r"|dizz\w*|breathless|swallow\w*|stick(?:s|ing)?|stuck|rash\w*|itch\w*|allerg\w*|react\w*|sore|pain\w*|hurts?"
    r"|bruis\w*|weight|appetite|sick|sleep\w*|memory|forget\w*|balance|cramps?|spots|headaches?|since|for years"
    r"|years? now|months? now|before (?:each|every)|before (?:it'?s|its|it is|the next))\b",
    re.I,
)
# What is said to this program, of the talk itself or of a call that is meant to follow.
_OF_THE_TALK = re.compile(
    r"\b(?:you|your|youre|u|ur|ask(?:ed|ing)?|question\w*|answer\w*|i (?:just )?(?:mean|meant)|want(?:ed)? to know"
    r"|words?|wording"
    r"|thanks?|thank|cheers|ta|sorry|bot|robot|chat\w*|stupid|useless|yes or no|date|dates|fair enough|i'?ll|ill ring"
    r"|ringing|write|script|spell)\b",
    re.I,
)
# Behind the last comma a short question may stand: "jab is the day before, that ok?".
_ASKED_BEHIND = re.compile(r"^(?P<told>.+),\s{0,3}(?P<asked>[^,]{2,80})$", re.S)
# What asks for words and tells on: "what do I say, it's the fog before each one".
_TOLD_BEHIND = re.compile(r"^[^,?]{6,80}(?:,| -|\?) (?P<told>(?:it'?s|its|it is|that|my|i)\b.+)$", re.I | re.S)
_LEAD = re.compile(
    r"^\W*(?:(?:and|but|so|well|ok|okay|grand|right|ah|oh|no|yes|yeah|aye|hi|hello|howya|hiya|hey|anyway|also|look|sure"
    r"|the thing is|to be honest|tbh|honestly)\b[\s,.!:;-]{1,3}){0,4}",
    re.I,
)
# So much of the shorter of two tellings stands in the other where both say the same.
_SAME, _WORD = 0.7, re.compile(r"[a-z]{3,}")
_I = re.compile(r"\bi(?=\b(?!\.e))")


def tellings(text: str) -> list[str]:
    """The sentences of `text` that tell something of somebody, as they may be said to a clinic; [] where none does."""
    found = []
    for sentence in sentences(text.replace("\u2019", "'")):
        told = _told(sentence)
        if told is None:
            continue
        plain = _LEAD.sub("", " ".join(told.split())).strip(" ,.;:!-")
        if LEAST_WORDS <= len(plain.split()) <= MOST_WORDS and _tells(plain):
            plain = _I.sub("I", plain)
            found.append(f"{plain[:1].upper()}{plain[1:]}.")
    return found


def kept_with(before: list[str], text: str) -> list[str]:
    """The tellings that are kept once `text` was said: the latest, each once in whatever words."""
    kept = list(before)
    for new in tellings(text):
        if any(_same(new, one) and len(one) >= len(new) for one in kept):
            continue
        kept = [*(one for one in kept if not _same(new, one)), new]
    return kept[-MOST_KEPT:]


def _same(one: str, other: str) -> bool:
    """Whether two tellings say the same: most words of the shorter one stand in the other."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return len(short) > 1 and len(short & long) >= _SAME * len(short)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - {"injection", "injections", "shot", "shots", "each", "every", "have"}


def _told(sentence: str) -> str | None:
    """What of a sentence tells: all of it, or what stands before or behind a question."""
    behind = _ASKED_BEHIND.match(sentence)
    if behind is not None and ("?" in behind["asked"] or ASKS.match(behind["asked"])) and not asks(behind["told"]):
        return behind["told"]
    if not asks(sentence):
        return sentence
    if (found := _TOLD_BEHIND.match(sentence)) and not asks(found["told"]):
        return found["told"]
    return None


def _tells(plain: str) -> bool:
    if _OF_THE_TALK.search(plain):
        return False
    return bool(_OWN.search(plain) or _FELT.search(plain) or set(named_in(plain)) - INJECTIONS)
