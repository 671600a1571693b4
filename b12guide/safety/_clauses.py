"""Where one statement of a sentence ends and the next begins, by the small words that stand there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ._patterns import ASK, COMMA

Span = tuple[int, int]
# Words that may still follow a sign that no subject begins: "all over", "since today".
_MORE = 2
# So many names with a no behind them are a form that was gone through: one alone may be a sentence without stops.
_LEAST_OF_A_FORM = 2


@dataclass(frozen=True)
class SmallWords:
    """The codes of small words, by what they do in a sentence.

    joiners: "or", "nor". openers: words that may stand before a question ("and", "so", "hi"). joined: "and", "but".
    subjects: words that begin a statement. past_verbs: verbs that go on with what happened at a date. past_tense: verbs
    that say that a statement is of then, but behind `perfect` ("have had"); present_tense: of now. before: that word.
    date_leads: words with which a date stands alone ("back in"), or is said of what was told ("that was in").
    leading_on: words behind which a sign belongs to the question before it; so it does behind one of_signs.
    describing: words before a sign that are part of it. noes: "no", "none".
    """

    joiners: str
    openers: str
    joined: str
    subjects: str
    past_verbs: str
    past_tense: str
    present_tense: str
    perfect: str
    before: str
    date_leads: str
    leading_on: str
    of_signs: str
    describing: str
    noes: str


def stands_apart(words: SmallWords, codes: str, sign: Span, sentence: Span) -> int | None:
    """Where a sign behind no stop, or a comma for one, begins a statement of its own: "do eggs have b12 my throat is
    swelling". A subject of its own begins it, or nothing follows it. None where it belongs to what stands before."""
    (start, end), (left, right) = sign, sentence
    first = start
    while first > left and (codes[first - 1] in words.subjects or codes[first - 1] in words.describing):
        first -= 1
    before = first - 1
    behind_comma = before > left and codes[before] == COMMA and codes[right : right + 1] != ASK
    before -= behind_comma
    if before < left or codes[before] == COMMA or codes[before] in words.of_signs:
        return None
    if not behind_comma and codes[before] in words.leading_on:
        return None
    if codes[first] in words.subjects or (right - end <= _MORE and codes[first] not in words.leading_on):
        return first
    return None


def new_subject(words: SmallWords, between: str) -> bool:
    """Whether a comma, "and" or "but" in `between` begins a statement of somebody or something else."""
    return any(
        (code == COMMA or code in words.joined) and following in words.subjects for code, following in pairwise(between)
    )


def answered_in_a_form(words: SmallWords, codes: str, end: int, sentence: Span) -> bool:
    """Whether the sign that ends at `end` is one of several names with a no behind each: "chest pain no, rash no"."""
    left, right = sentence
    if not left < end < right or codes[end] not in words.noes:
        return False
    answered = [
        at
        for at in range(left + 1, right)
        if codes[at] in words.noes
        and codes[at - 1] not in words.noes + COMMA
        and (at + 1 == right or codes[at + 1] == COMMA)
    ]
    return end in answered and len(answered) >= _LEAST_OF_A_FORM
