"""Rows of the table: what is asked behind "right, I'm back", or before "true?", is decided without those words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.conversation.decision import Asked, Taken
from b12guide.conversation.first_hello import GREET
from b12guide.conversation.kinds import AFFIRM, DENY
from b12guide.understanding.acts import UNSURE
from b12guide.understanding.clauses import asks
from b12guide.understanding.sentences import sentences

LEAST = 3
# Behind these words a stop stands: "right back hurts" and "back to tablets" tell of something else.
_BACK = re.compile(
    r"^\W*(?:(?:right|ok|okay|hi|hiya|hello|hey|sorry|so|well|there|phew|anyway|yes|yeah|aye|and|now|just)"
    r"[\s,.!]+){0,4}"
    r"(?:(?:(?:i'?m|i am|am|we'?re|now) )?back(?: (?:now|again|here|online|with you|at last|home|from \w+)){0,2}"
    r"|(?:it'?s |its |only )?me again|(?:i'?m|i am|am) (?:here|home) (?:now|again))"
    r"\s*[.,!;\n\u2013-]+\s*",
    re.I,
)
_HELLO = re.compile(
    r"^\W*(?:(?:hi|hiya|hello|hey|morning|afternoon|evening|good (?:morning|afternoon|evening)|again|there|all|right|ok"
    r"|okay|so|sorry)[\s,.!]+){1,4}",
    re.I,
)
# "They say no wine for a week. True?": the word asks of what was told.
_TRUE = re.compile(
    r"[.,;!\s\u2013-]{1,4}(?:(?:is (?:it|that)|so) )?(?:true|right|correct|yes|yeah|no|or not) ?\?{1,3}\W{0,6}$", re.I
)
LEAST_TOLD = 4


def is_it_true(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """What is told before a bare "true?", where nothing is open that a yes would answer, is what is asked.

    Args: decided: who takes what is asked.
    """
    state, said = asked.state, asked.said
    if asked.kind not in (AFFIRM, DENY) or state.awaiting is not None or said.verdict.warns or said.excerpt:
        return None
    told = _TRUE.sub("", said.text)
    if state.standing is not None or told == said.text or len(told.split()) < LEAST_TOLD:
        return None
    alone = said.alone(f"{told}?")
    if alone.verdict.warns or alone.act.kind in (AFFIRM, DENY):
        return None
    return decided(replace(asked, said=alone, written=""))


def back_again(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """What is asked behind "right, I'm back" is decided by itself, in the talk as it stood.

    Args: decided: who takes what is asked.
    """
    state, said = asked.state, asked.said
    if said.verdict.warns or said.excerpt or state.standing is not None or not (state.last or state.plan):
        return None
    text = said.text.replace("\u2019", "'")
    found = _BACK.match(text) or (_HELLO.match(text) if asked.kind == GREET else None)
    rest = text[found.end() :].strip() if found is not None else ""
    if len(rest.split()) < LEAST:
        return None
    alone = said.alone(rest)
    if alone.verdict.warns:
        return None
    if alone.act.kind == GREET:
        if not any(asks(part) for part in sentences(rest)):
            return None
        # Whoever asks something greets nobody.
        alone = replace(alone, act=replace(alone.act, kind=UNSURE))
    return decided(replace(asked, said=alone, written=""))
