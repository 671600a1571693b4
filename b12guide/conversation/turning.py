"""A message that only turns to somebody's plan, or says of what was told whose it is, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection

from b12guide.conversation.patients import without_not_mine
from b12guide.conversation.whose import without_whose

# What a message may say beside a person where it only turns to their plan.
_FILLERS = """and so ok okay now what whats what's how about for back to go when whens when's is are am do start
with first the then please again due next one date dates plan s tell me my your their i just only a of on it was still
kept keep saved stored have you got too again n an remind give show sorry be would will should going by can could thanks
ta though once more time right good great grand lovely cool perfect brilliant sorted"""
# What says that the plan just told is somebody's, and what may stand beside that.
_PUTS_RIGHT = re.compile(
    r"\b(?:i (?:mean|meant)|(?:it|that|this)(?:'?s| is| was)|(?:they|these|those)(?:'?re| are| were)"
    r"|not (?:for )?(?:me|mine|my)|asking (?:for|about)|on behalf of|for my|should(?:'ve| have)? said)\b",
    re.I,
)
_PUTS_RIGHT_WORDS = """i i'm im am mean meant it its it's that that's thats this is was they they're these those are
were not for me mine asking about on behalf of should've should have said no oh sorry oops wait hang yes yeah ah um but
and actually all my our the by way btw plan dates date one ones injection injections jab jabs shot shots b12 schedule s
just though please dear love mate here a say may might for all isn't ain't who has have having gets get getting had
takes needs only him her them"""
_ONLY_PUTS_RIGHT = frozenset(_PUTS_RIGHT_WORDS.split())
_ONLY_TURNS = frozenset(_FILLERS.split())
# The bot's own word is asked for again: "when did you say hers was".
_YOU_SAID = re.compile(
    r"\bdid (?:you|we) (?:say|tell (?:me|us)|give (?:me|us)|have|put|work out|reckon|get)\b"
    r"|\byou (?:said|told (?:me|us)|gave (?:me|us)|worked out|had)\b"
    r"|\bi(?:'ve| have)? (?:forgot(?:ten)?|forget|lost|can'?t remember|don'?t remember|didn'?t catch)\b"
    # "That doesn't change mam's though, does it?".
    r"|, ?(?:does|do|did|is|will|would) (?:it|that|this|they)\W{0,3}$"
    r"|\b(?:that|this|it) (?:does(?:n'?t| not)|wo(?:n'?t| not)|will not|should(?:n'?t| not))"
    r" (?:change|affect|move|touch)\b"
    r"|\b(?:does|do|will|would)\b(?=[^.?!]{0,30} (?:stay|be|remain) the same)"
    r"|\b(?:is|are|stays?|remains?) (?:the same|unchanged|as (?:it|they) (?:is|are|was|were))\b",
    re.I,
)
_AGAIN = re.compile(r"\b(?:again|remind|once more|more time)\b", re.I)
# Who writes for somebody: "I only do the typing".
_ONLY_WRITES = re.compile(
    r"\bi(?:'m| am)? (?:just |only ){1,2}(?:(?:do|doing|does) (?:the |all the |his |her |their )?"
    r"(?:typing|writing|dates|diary|phone|computer|organising|organizing)|typ(?:e|ing)|writ(?:e|ing)"
    r"|the (?:typist|secretary))"
    r"(?: (?:it|this|for (?:him|her|them)|here|up|down|in)){0,3}",
    re.I,
)
_WORD = re.compile(r"[a-z0-9']+", re.I)


def only_turns(text: str, known: Collection[str] = ()) -> bool:
    """Whether a message only turns to somebody's plan: "and mum?", "what was my own date"."""
    plain = without_whose(_YOU_SAID.sub(" ", text.replace("’", "'")), known, pronouns=True)
    return all(word.lower() in _ONLY_TURNS for word in _WORD.findall(plain))


def asks_again(text: str, known: Collection[str] = ()) -> bool:
    """Whether a message only asks once more for somebody's date: "when did you say hers was", "what was his again"."""
    again = _YOU_SAID.search(text.replace("’", "'")) or _AGAIN.search(text)
    return again is not None and only_turns(text, known)


def only_puts_right(text: str, known: Collection[str] = ()) -> bool:
    """Whether a message says of what was just told whose it is, and nothing else: "I mean my wife", "it's for my dad",
    "no, that's mine"."""
    if _PUTS_RIGHT.search(text.replace("’", "'")) is None or "?" in text:
        return False
    plain = without_whose(without_not_mine(_ONLY_WRITES.sub(" ", text.replace("’", "'"))), known)
    return all(word.lower() in _ONLY_PUTS_RIGHT for word in _WORD.findall(plain))
