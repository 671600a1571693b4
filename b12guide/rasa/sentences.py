"""Cutting a message into its sentences, and into the questions that it asks, for scoring each by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

_END = re.compile(r"(?<=[.!?;])\s+|\n+")
# A story longer than this is scored by its first and last sentences: the start says who, the end asks.
MOST_SENTENCES = 12
MOST_QUESTIONS = 3

_ASKED_ABOUT = (
    r"(?:i|you|it|they|we|he|she|the|my|your|his|her|our|their|this|that|these|those|there|a|an|b12|injections?|jabs?|"
    r"shots?|tablets?|pills?|people|someone|everyone|anyone|one|mum|dad|all|any|most)"
)
_OPENER = (
    r"(?:how|what|whats|what's|why|when|where|who|whose|which|"
    rf"(?:can|could|should|shall|do|does|did|is|are|am|will|would|must|may)(?:n'?t)?\s+{_ASKED_ABOUT}\b|"
    r"(?:have|has)(?:n'?t)?\s+(?:i|you|it|they|we|he|she|my|the)\b)"
)
# Few of them stand in a row; a longer row would be read anew from each.
_LEAD = r"(?:(?:and|but|also|so|then|plus|if so|secondly|second|lastly|ok|please)[\s,]+){0,4}"
# "... and what ...", "..., can I ...": the next question begins.
_NEXT = re.compile(
    rf"(?:\s*[,;:]\s*|\s+)(?=(?:and|but|also|plus)\s+{_LEAD}{_OPENER}\b)|\s*[,;:]\s*(?={_LEAD}{_OPENER}\b)", re.I
)
_ASKS = re.compile(rf"^{_LEAD}{_OPENER}\b", re.I)
# "when I stand up, can I ..." and "what they gave me": these words also begin what is no question.
_SIDE_CLAUSE = re.compile(
    r"^(?:when|where|who|which|what|how)\s+(?:i|you|it|they|we|he|she|my|the)\s+(?!do\b|does\b)[^?]*$", re.I
)


def sentences(text: str) -> list[str]:
    """The sentences of `text`, at most `MOST_SENTENCES`; fragments of fewer than 3 letters join their neighbour."""
    joined: list[list[str]] = []
    for piece in _END.split(text):
        piece = piece.strip()
        if not piece:
            continue
        if joined and sum(c.isalpha() for c in piece) < 3:
            joined[-1].append(piece)
        else:
            joined.append([piece])
    found = [" ".join(pieces) for pieces in joined]
    if len(found) > MOST_SENTENCES:
        half = MOST_SENTENCES // 2
        found = found[:half] + found[-half:]
    return found


@dataclass(frozen=True)
class Said:
    """A message, its sentences where there are several, and its questions where it asks several."""

    text: str
    sentences: list[str]
    questions: list[str]

    @classmethod
    def of(cls, text: str) -> Said:
        """A single sentence, or a single question, is the message itself."""
        found, asked = sentences(text), questions(text)
        return cls(text, found if len(found) > 1 else [], asked if len(asked) > 1 else [])

    @property
    def texts(self) -> list[str]:
        """All that is heard by itself: the whole, the sentences, the questions."""
        return [self.text, *self.sentences, *self.questions]


def questions(text: str) -> list[str]:
    """The separate questions of `text` in order, at most `MOST_QUESTIONS`, each without the "and" before it."""
    found = []
    for sentence in sentences(text):
        for clause in _NEXT.split(" ".join(sentence.split())):
            clause = clause.strip(" ,;:")
            if _ASKS.match(clause) and len(clause.split()) > 1 and not _SIDE_CLAUSE.match(clause):
                found.append(re.sub(rf"^{_LEAD}", "", clause, flags=re.I))
    return found[:MOST_QUESTIONS]
