"""Whether somebody whom a message names has the injections that it is about, or is only spoken of."""

from __future__ import annotations

import re

_OBJECT = (
    r"(?:it|them|this|one|ones|these|those|hers|his|theirs|b-?12|injections?|jabs?|shots?|needles?|doses?|every|each|weekly|monthly"
    r"|fortnightly|daily|yearly|due|\d|two|three|four|six|eight|ten|twelve)\b"
)
_HAS = r"(?:has|have|had|gets?|got|takes?|took|needs?|needed|is on|are on|goes on|is having|is getting|starts?|started)"
# "My kids have a party" is about no injection.
_HAS_IT = rf"(?:(?:also|now|just|only|already|still|both) )*{_HAS} (?:\w+ ){{0,3}}?{_OBJECT}"
_OF = r"(?:dates?|plan|next|last|first|b-?12|injections?|jabs?|shots?|needles?|doses?|schedule|turn|due)\b"
_THEIRS = re.compile(
    rf"(?:'s?|s)? {_OF}"
    r"|[ ,:-]*(?:'s|is|are|who is)? ?(?:on )?(?:every|each|monthly|weekly|fortnightly|daily|\d+[ -]weekly|due)\b"
    rf"|,? (?:who |\w+ )?{_HAS_IT}|'s? ?(?:$|[.,;:!?])|,? (?:go|goes|going|due) (?:again|next|for)\b"
    r"|(?: \w+)?[ ,]*(?:\(|,? ?(?:aged?|who(?:'s| is)|s?he(?:'?s| is)|is|are|they(?:'re| are)) )(?:only )?\d{1,2}\b",
    re.I,
)
_FOR = re.compile(r"\b(?:for|of|about) (?:(?:my|our|the|a|her|his|both|two|little|young|older|own) )*$", re.I)
_BUSY = re.compile(
    r"\b(?:waiting|wait|time|cooking|looking|care|caring|dinner|fetch|collect) (?:for|of) (?:\w+ ){0,2}$", re.I
)
# What is done by somebody who is only spoken of: "my son is driving", "mum always forgets".
_DOES = re.compile(
    r"^(?:s|es)?(?: (?:always|never|just|only|keeps?|kept|often|usually|has|had|have|was|is|are|were))*"
    r" (?:(?!having|getting|taking|starting|going)[a-z]+ing\b|forg[eo]ts?|forgotten"
    r"|remember(?:s|ed)?|remind(?:s|ed)?|reckons?|asleep"
    r"|wants? to know|helps?|helped|drove|drives|wrote|writes|reads?|typed|looked|works?|here|home|poorly|ill|sick)\b",
    re.I,
)
# The injections are the writer's.
_OWN = re.compile(
    r"\b(?:my|mine) (?:own )?(?:next |last |first |b-?12 )*(?:b-?12|injections?|jabs?|shots?|needles?|doses?)\b"
    r"|\b(?:it'?s|it is|they'?re|they are|these are|that'?s|that is|this is)(?: all)? (?:mine|for me|my own)\b",
    re.I,
)
_MINE_TOLD = re.compile(r"\b(?:that|this|it)(?:'?s| is| was) (?:mine|for me|my own(?: one)?)\b", re.I)


def treated(text: str, start: int, end: int, *, of_child: bool, adult: bool) -> bool:
    """Whether the person named from `start` to `end` of `text` has the injections.

    of_child: the word is that of a child: one is meant only where the injections are said to be the child's. adult: who
    writes says that they are an adult.
    """
    before, after = text[:start], text[end:]
    # "I'm 40 with three kids, every 8 weeks": behind a comma the grown-up goes on about the own ones.
    theirs = _THEIRS.match(after) and not (adult and after.startswith(","))
    if theirs or (_FOR.search(before) and not _BUSY.search(before)):
        return True
    if of_child or _DOES.match(after):
        return False
    return not (adult or _OWN.search(text))


def asked_beside_mine(text: str, start: int) -> bool:
    """ "That is mine. I ask for my wife": what was told last is the writer's, and the message is about the other."""
    told = _MINE_TOLD.search(text)
    return told is not None and told.end() <= start


def own(text: str) -> bool:
    """Whether a text says that the injections are the writer's."""
    return _OWN.search(text) is not None
