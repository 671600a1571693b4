"""What somebody of whose plan nothing is known says first: a plan, a dose with its day, or a wish about dates."""

from __future__ import annotations

import re

from ..reading.clauses import names_injections
from ..reading.lexer import lex
from ..reading.reader import read
from .message import SENTENCE, Said, is_date_word
from .move_words import ASKED_DAYS, FILLERS, MENDING, PREAMBLE, TWO_AT_ONCE, TWO_BESIDE, WORDS, asks
from .outcome import Who
from .requests import request_of

_MAY_I = re.compile(r" (?:can|could|shall|should|may|must|do) (?:i|we|she|he|they) ")
# Requests that a plan which is just being told answers.
_OF_DATES = frozenset({"next", "after_next", "list", "due", "last_of", "first_of", "days_until", "weekday", "closed"})


def asks_of_dates_alone(said: Said, who: Who) -> bool:
    """Whether each of its sentences that asks something asks it of the dates of the plan told beside it."""
    parts = [Said.of(part[0]) for part in SENTENCE.finditer(said.text)]
    asking = [part for part in parts if part.words and asks(part)]
    return len(parts) > len(asking) and all(_of_dates(part, who) for part in asking)


def _of_dates(part: Said, who: Who) -> bool:
    found = request_of(part, today=who.today, country=who.country)
    if found is not None and found.name in _OF_DATES:
        return True
    light = FILLERS | PREAMBLE | MENDING | ASKED_DAYS | WORDS["question"]
    dated = any(is_date_word(word.text) for word in part.words)
    return dated and not [word for word in part.left([], light) if not is_date_word(word)]


def asks_next_of_dose(said: Said, who: Who) -> bool:
    """ "Had my b12 on the 12th, when's the next?": a dose with its day, and the wish for the next date."""
    words = {word.text for word in said.words}
    if (
        not asks_within(words)
        or words & (WORDS["not_own"] - WORDS["tense"])
        or not names_injections(lex(said.text).canon)
    ):
        return False
    reading = read(said.text, today=who.today, country=who.country)
    return len({mention.date for mention in reading.dates}) == 1 and reading.dates[0].role == "last"


def asks_within(words: set[str]) -> bool:
    """Whether the words ask for the next date."""
    return bool(words & {"next", "nxt", "due"}) and bool(words & {"when", "whens", "wen", "what", "whats"})


def asks_for_two(said: Said) -> bool:
    """Whether a message asks to have two at once, or two to make up for one, and says nothing else of weight."""
    spans = TWO_AT_ONCE.spans(said)
    light = FILLERS | PREAMBLE | TWO_BESIDE | WORDS["question"]
    asked = asks(said) or _MAY_I.search(said.canon) is not None
    return bool(spans) and asked and not [w for w in said.left(spans, light) if not is_date_word(w)]
