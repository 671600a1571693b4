"""The row of the table for an amount that is asked after a child was spoken of."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import ABOUT, CHILDREN, DIET, FORGET_ME, PART, SMALL_TALK
from b12guide.conversation.told_of_self import VEGAN
from b12guide.conversation.unborn import of_unborn
from b12guide.conversation.whose import ME, named_in, speaks_of_them
from b12guide.understanding.acts import PLAN
from b12guide.understanding.children import by_adult

# So many of the things said last reach back to talk of a child.
_RECENT = 6
# "The last part of her bowel" is no part of a dose.
_OF_BODY = (
    r"(?:(?:the|a|her|his|my|their|its|small|large|lower|upper|end) ){0,4}(?:bowels?|stomach|tummy"
    r"|guts?|intestines?|colon|ileum|body|skin|life|year|term|week|day|time|family|plan|trip|team)\b"
)
# Where somebody says that no amount is asked for, none is: "I am not asking about doses", "no amounts please".
# "High-dose tablets" are a kind.
_NO_AMOUNT = re.compile(
    r"\b(?:not|never|no|n't|didn't|don't|without)\b(?: \w+){0,4} (?:dos(?:e|es|age|ing)|amounts?|numbers?|half)\b"
    r"|\b(?:high|low)[- ]dose(?= (?:b-? ?12|oral|tablets?|pills?))",
    re.I,
)
_PART = re.compile(
    r"\b(?:half|halve|halved|a? ?quarter|(?:a|one|two) thirds?"
    rf"|(?:a )?(?:bit|part|drop|little|portion|fraction) of(?! {_OF_BODY})"
    r"|less than mine|smaller (?:one|bit|dose|amount)|some of (?:mine|my))\b",
    re.I,
)
_AMOUNT = re.compile(
    r"\b(?:dos(?:e|es|age|ing)|how much|how many|how often|amount|mcg|micrograms?|ug|mg|milligrams?|mls?)\b"
    r"|\d ?m(?:c?g|l)\b"
    r"|\b(?:is|would|will|are) (?:a |an )?\d[\d.,]* ?(?:mcg|mg|ml|micrograms?)? ?(?:ok|okay|enough|too|alright"
    r"|all right|safe|fine|right|be|do)\b",
    re.I,
)
# It is for the writer: "do I need half", and not "how much do I give".
_WRITER = re.compile(
    r"\b(?:for me|for myself|me too|back to (?:me|mine)|i mean me|my own (?:dose|plan)|my (?:next|last|plan|gap)"
    r"|(?:do|should|can|could|may|must) i (?:have|need|take|get))\b",
    re.I,
)


def asks_amount(text: str) -> bool:
    """Whether a text asks for an amount, or a part of one."""
    asked = _without_denied(text)
    return _PART.search(asked) is not None or _AMOUNT.search(asked) is not None


def _without_denied(text: str) -> str:
    return _NO_AMOUNT.sub(" ", text.replace("\u2019", "'"))


def childs_dose(asked: Asked) -> Taken:
    """An amount that is asked after a child was spoken of is the child's, unless an adult is named: the children's team
    sets it, and no part of an adult's dose is theirs."""
    state, text = asked.state, asked.said.text
    if asked.kind in (PLAN, FORGET_ME, *SMALL_TALK) or state.child_writes or state.other not in state.children:
        return None
    part = _PART.search(_without_denied(text)) is not None
    if not asks_amount(text) or of_unborn(text, [*state.told, *asked.said.verdict.lasts]):
        return None
    theirs = speaks_of_them(text) or state.other in named_in(text, state.known)
    if not theirs and not any(one.startswith("children") for one in state.said[-_RECENT:]):
        return None
    if not theirs and (by_adult(text) or _WRITER.search(text)):
        return None
    if any(one not in (*state.children, ME) for one in named_in(text, state.known)):
        return None
    diet = VEGAN in state.facts.get(ME, ())
    return (Step(CHILDREN, ((ABOUT, PART),) if part else ((ABOUT, DIET),) if diet else ()),)
