"""Whether somebody is a child: by the word for them, by an age, or by words for an age."""

from __future__ import annotations

import re

from b12guide.at_hand import at_hand
from b12guide.conversation.names import relation
from b12guide.conversation.patients import before
from b12guide.conversation.persons import person_words
from b12guide.plan.reading.day_words import MONTHS

# An age below which somebody is a child, in years.
_ADULT = 18
_AGE = re.compile(
    r"\b(?P<n>\d{1,2})[ -]?(?:y(?:ear)?s?[ -]?old|yo|y/o)\b(?! \w+ is \w+ing)|\b(?P<months>\d{1,2})[ -]months?[ -]old\b"
    r"|(?:\baged? |(?<!\w)(?<!\w['-])(?P<of>\w[\w'-]{0,29}?)(?:'s|s| is| are) (?:only )?"
    r"|\b(?P<who>\w+) \(|\b(?P<by>\w+), (?=\d{1,2},))(?P<age>\d{1,2})"
    r"(?= *(?:$|[.,;!?)]|[-–—] | and\b| years?\b(?! (?:ago|in|into|on|of|since|late)\b)))",
    re.I,
)
# "Oh he is 52 now", "52": asked for, an age needs no words around it.
_AGE_FIRST = re.compile(
    r"^\W*(?:(?:oh|yes|yep|yeah|no|nope|well|haha|lol|er|um|of course)\W+){0,4}"
    r"(?:(?:s?he|they)(?:'?s|'?re| is| are)\W+)?(?:(?:only|just|over|already|now)\W+){0,2}"
    r"(?P<age>\d{1,3})(?!\s*(?:weeks?|wks?|weekly|months?|mths?|monthly|days?|mg|mcg|micrograms?|st|nd|rd|th|[/:.-]\s?\d"
    rf"|of|in|next|on|soon|tomorrow|a|times?|x(?= ?(?:a|per|in|\d))|per|{MONTHS})\b)(?!\d)",
    re.I,
)
# "I am 63 years old": the age of who writes.
_I_AM = re.compile(
    r"\b(?:i'?m|i am|im|i turn(?:ed)?|i'll be)(?: (?:only|just|nearly|almost|already|about|over|an?|now)){0,2} $", re.I
)
# What says without an age that somebody is none, or is one.
_GROWN = re.compile(
    r"\b(?:an? adult|adults?|grown[ -]?up|all grown|over (?:18|eighteen)|of age|retired|a pensioner"
    r"|in (?:her|his|their) (?:late |early |mid[ -]?)?"
    r"(?:\d0'?s|twenties|thirties|forties|fifties|sixties|seventies|eighties))\b",
    re.I,
)
# The same of one person in a message, who is not the writer.
_GROWN_PERSON = re.compile(
    r"\b(?:adult|grown(?:[- ]?up)?|married|middle[- ]?aged) (?:son|daughter|grandson|granddaughter|grandchild|niece"
    r"|nephew|youngest|eldest|boy|girl|lad|lass|kid|child)\b"
    r"|\b(?:s?he|they|son|daughter|grandson|granddaughter|grandchild|niece|nephew"
    r"|youngest|eldest)(?:'s|s| is|'re| are) (?:(?:an?|all|well|now|fully|long|already) ){0,3}"
    r"(?:adult|grown|married|retired|pensioner|over (?:18|eighteen)|of age"
    r"|in (?:her|his|their) (?:late |early |mid[ -]?)?(?:[2-9]0'?s|twenties|thirties|forties|fifties"
    r"|sixties|seventies))\b"
    r"|\b(?:a )?grown (?:man|woman)\b",
    re.I,
)
_NOT_GROWN = re.compile(
    r"\b(?:(?:not|isn't|aren't|wasn't|no|isnt|hardly) (?:yet )?(?:an? )?(?:adult|grown[ -]?up)"
    r"|still (?:at|in) (?:primary |secondary |high |middle )?school"
    r"|(?:just |only |still )?an? (?:child|minor|kid|baby|teenager)|under (?:18|age|eighteen))\b",
    re.I,
)

# "She is three"; "she is one of them" tells no age.
_NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBERS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen"]
_IN_WORDS = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b", re.I)


def child_by_age(text: str, person: str) -> bool | None:
    """Whether the age that a text tells of a person is that of a child; None where it tells none."""
    # "The gap is 8" is nobody's age.
    people = {"she", "he", "who", "they", *person_words()[0], person.split()[-1].lower()}
    ages = [age for of, age in _ages(text) if of in people]
    return any(age < _ADULT for age in ages) if ages else None


@at_hand(64)
def _ages(text: str) -> tuple[tuple[str, int], ...]:
    """Whose age a text tells, and how many whole years they are."""
    plain = _IN_WORDS.sub(lambda m: str(_NUMBERS.index(m[0].lower()) + 2), text.replace("’", "'"))
    told = (m for m in _AGE.finditer(plain) if before(_I_AM, plain, m.start()) is None)
    return tuple(
        ((m["of"] or m["who"] or m["by"] or "she").lower(), 0 if m["months"] else int(m["n"] or m["age"])) for m in told
    )


def answers_with_age(text: str) -> bool | None:
    """Whether the age that an answer to "Is she an adult?" begins with is that of a child; None where it begins with
    none."""
    found = _AGE_FIRST.match(text.replace("’", "'"))
    return int(found["age"]) < _ADULT if found is not None else None


def grown_up(text: str) -> bool | None:
    """Whether a text says in words that somebody is a child: False for "she is grown up"; None for neither."""
    plain = text.replace("’", "'")
    if _NOT_GROWN.search(plain):
        return True
    return False if _GROWN.search(plain) else None


def told_adult(text: str, person: str) -> bool:
    """Whether a text says of somebody who may be a child, by an age or in words, that they are none."""
    return child_by_age(text, person) is False or (
        may_be_child(person) and _GROWN_PERSON.search(text.replace("’", "'")) is not None
    )


def may_be_child(person: str) -> bool:
    """Whether the word for somebody leaves open whether they are grown up, or says that they are not."""
    _, _, children, unsure = person_words()
    return relation(person) in children | unsure


def is_child(text: str, named: list[str]) -> bool | None:
    _, _, children, unsure = person_words()
    by_age = [child_by_age(text, person) for person in named or ["she"]]
    words = {relation(person) for person in named}
    if True in by_age or children & words:
        return True
    told = False in by_age or any(told_adult(text, person) for person in named)
    return None if unsure & words and not told else False
