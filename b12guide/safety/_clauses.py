"""Where one statement of a sentence ends and the next begins, by the small words that stand there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ._patterns import ASK, COMMA, STOP

Span = tuple[int, int]
# Words that may still follow a sign that no subject begins: "all over", "since today".
_MORE = 2
# So many names with a no behind them are a form that was gone through: one alone may be a sentence without stops.
_LEAST_OF_A_FORM = 2
# Words that a question has at least before another statement may follow it.
_SHORTEST_QUESTION = 3


@dataclass(frozen=True)
class SmallWords:
    """The codes of small words, by what they do in a sentence.

    joiners: "or", "nor". openers: words that may stand before a question ("and", "so", "hi"). joined: "and", "but".
    subjects: words that begin a statement. past_verbs: verbs that go on with what happened at a date. past_tense: verbs
    that say that a statement is of then, but behind `perfect` ("have had"); present_tense: of now. before: that word.
    date_leads: words with which a date stands alone ("back in"), or is said of what was told ("that was in").
    leading_on: words behind which a sign belongs to the question before it; so it does behind one of_signs.
    describing: words before a sign that are part of it. noes: "no", "none". asking_of_signs: words that a question
    about signs has: their names, and how they are asked about.
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
    asking_of_signs: str
    owners: str
    others: str


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


def asks_of_other_things(words: SmallWords, codes: str, cue: Span, start: int, sentence: Span) -> bool:
    """Whether the question that begins with `cue` ends, before the sign at `start`, at a comma or "and" and is about
    something else: "is 250 borderline, left side of mouth wont move". It may be the sign that is asked about where a
    question mark ends the sentence."""
    _, right = sentence
    breaks = [at for at in range(cue[1], start) if codes[at] == COMMA or codes[at] in words.joined]
    if not breaks or codes[right : right + 1] == ASK:
        return False
    if breaks[-1] < start - 1 and codes[start - 1] in words.leading_on:
        return False
    question = codes[cue[0] : breaks[-1]]
    return len(question) >= _SHORTEST_QUESTION and not any(code in words.asking_of_signs for code in question)


def new_subject(words: SmallWords, between: str) -> bool:
    """Whether a comma, "and" or "but" in `between` begins a statement of somebody or something else."""
    return any(
        (code == COMMA or code in words.joined) and following in words.subjects for code, following in pairwise(between)
    )


def said_of_a_thing(words: SmallWords, before: str) -> bool:
    """Whether what is said behind `before` is said, in a statement of its own, of something else that somebody has:
    "..., my grandson (passed)"."""
    *_, at, owner, thing = [*STOP * 3, *before]
    apart = at == COMMA or at in words.joined
    other = thing in words.others or thing not in words.of_signs + words.asking_of_signs
    return apart and owner in words.owners and other


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
