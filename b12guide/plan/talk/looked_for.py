"""What a message only asks, or looks for among the dates of a plan that is known: "i am looking for where it is 5
weeks", "is that Good Friday or not". How often, or which day, stands in such words tells nothing of the plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .heard import Part
from .message import SENTENCE
from .only_asked import begins_question, tells_by_others

_CLAUSE = re.compile(r"[,;:]\s+|\s[–—-]\s|\s(?=(?:and|but|so|cos|because)\s)", re.I)
_WHICH = r"(?:where|which|when|what|whether|if|how|who)"
_THOSE = r"(?:(?:all|any|only|just) )?(?:the |those |these )(?:ones?|times?|gaps?|long|short)\b"
# "I look where it is 5", "to find the long gaps", "tell me which are 4".
_LOOKS = re.compile(
    rf"\b(?:(?:look|looking|looked|search|searching|hunt|hunting|watch|watching)(?: (?:for|out for)\b|(?= {_WHICH}\b))"
    rf"|(?:see|seeing|check|checking|spot|find|finding|count|counting|know|work|working|figure|figuring|mark|marking"
    rf"|wonder|wondering|curious|understand|tell me|tell us|say me|show me|show us|give me|list|say|explain)"
    rf"(?: (?:out|me|about|it|them))?(?= (?:{_WHICH}\b|{_THOSE}\b)))",
    re.I,
)
# What begins to tell again behind a question.
_TELLS_AGAIN = re.compile(
    r"\W*(?:(?:and|but|so|because|cos)\W+)?(?:i|i['’]m|i['’]ve|we|my|mine|he|she|they|it['’]?s|its|doc|doctor|dr|gp"
    r"|nurse|the (?:clinic|nurse|doctor|surgery|gp|last|first|next)|last one|now)\b",
    re.I,
)
# Parts that say how a plan goes, or when one was had.
_FACTS = frozenset({"every", "course", "last", "first"})


def only_looked_for(text: str, parts: Sequence[Part], *, agreed: bool) -> bool:
    """Whether something that was heard of how a plan goes stands in words that only ask or look for something.

    agreed: the plan was said to be right, so that a remark with a question mark puts nothing right either.
    """
    spans = asked_spans(text, agreed=agreed)
    return any(part.tag in _FACTS and any(a <= part.start < b for a, b in spans) for part in parts)


def asked_spans(text: str, *, agreed: bool) -> list[tuple[int, int]]:
    """From where to where a text asks, or looks for something among dates."""
    found: list[tuple[int, int]] = []
    for sentence in SENTENCE.finditer(text):
        marked = agreed and sentence[0].rstrip().endswith("?") and not tells_by_others(sentence[0])
        asking = False
        cuts = [0, *(cut.end() for cut in _CLAUSE.finditer(sentence[0])), len(sentence[0])]
        for a, b in pairwise(cuts):
            clause, at = sentence[0][a:b], sentence.start()
            looks = _LOOKS.search(clause)
            if asking and _TELLS_AGAIN.match(clause):
                asking = False
            asking = asking or begins_question(clause)
            if asking or marked:
                found.append((at + a, at + b))
            elif looks:
                asking = True
                found.append((at + a + looks.start(), at + b))
    return found
