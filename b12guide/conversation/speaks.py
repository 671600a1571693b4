"""A row of the table: whether it speaks another language, "do you speak French?". It knows English alone, which is
said; what else the message says is done."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.understanding.acts import LANGUAGE, NOT_UNDERSTOOD
from b12guide.understanding.sentences import sentences

# In the place of a language that was written in: one that was asked about.
ASKED_ABOUT = "asked about"
_NAMES = (
    r"(?:french|fran[cç]ais|spanish|espa[nñ]ol|german|deutsch|portuguese|italian|polish|romanian|turkish|arabic|chinese"
    r"|mandarin|cantonese|hindi|urdu|punjabi|bengali|gujarati|tamil|telugu|welsh|irish|gaelic|afrikaans|zulu|xhosa|russian"
    r"|ukrainian|greek|dutch|japanese|korean|vietnamese|tagalog|filipino|somali|swahili|farsi|persian|hebrew|hungarian"
    r"|czech|lithuanian|bulgarian|(?:an)?other languages?|languages?)"
)
_ASKS = re.compile(
    rf"\b(?:do|can|could|will|would|does)? ?(?:you|this|it|we|i|u)(?: \w+){{0,2}} (?:speak|talk|write|answer|reply"
    rf"|understand|know|use|have|do)(?: \w+){{0,2}} {_NAMES}\b"
    rf"|^\W*(?:(?:is|any|anyone|and|or|so|have you) ){{0,3}}(?:this |it )?(?:in|speaks?) {_NAMES}\W*(?:please)?\W*$"
    rf"|\b(?:you|u) speak {_NAMES}\b",
    re.I,
)
_LEFT = re.compile(r"[a-z]{3}", re.I)


def speaks(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """What the rest of the message gets, and that it knows English alone.

    Args: decided: who takes the rest.
    """
    text = asked.said.text
    if asked.said.verdict.warns or asked.said.excerpt or not _ASKS.search(text):
        return None
    rest = " ".join(one for one in sentences(text) if not _ASKS.search(one))
    said = Step(NOT_UNDERSTOOD, ((LANGUAGE, ASKED_ABOUT),))
    if not _LEFT.search(rest):
        return (said,)
    steps = decided(replace(asked, said=asked.said.alone(rest), written="")) or ()
    steps = tuple(step.read_from(rest) for step in steps if step.kind != NOT_UNDERSTOOD)
    return (*steps, said)
