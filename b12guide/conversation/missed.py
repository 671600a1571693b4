"""An answer that missed, and one that is to be said once more."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import AFFIRM, DENY, FORGET_ME, NOT_ANSWERED, REPAIR, WHOSE, YES_OR_NO
from b12guide.conversation.plans import LEAST_BESIDE, question_beside
from b12guide.conversation.state import PLAN
from b12guide.understanding.acts import NOT_UNDERSTOOD, REQUEST, TOPIC, UNSURE

# What was just said is denied, and nothing is open that it could answer.
_WRONG = re.compile(r"\b(?:wrong|incorrect|mistaken|(?:not|isn'?t) (?:\w+ )?(?:right|correct|true))\b", re.I)
_ONCE_MORE = re.compile(
    r"\b(?:say|tell me|give me|show me) (?:(?:that|it|them|the dates?|those) )?(?:all )?(?:again|once more"
    r"|one more time)\b"
    r"|\brepeat (?:that|it|them|the)\b|\bremind me (?:of )?what\b|\bwhat (?:was it|did) you (?:just )?sa(?:y|id)\b",
    re.I,
)
# That it was no answer, in other words than those for it.
_DODGED = re.compile(
    r"\byou(?:'ve|'re| have| are|re|ve)? (?:\w+ ){0,2}?(?:dodg|duck|avoid|skirt|side-?step|evad|swerv)(?:e|ed|ing)?\b"
    r"|\b(?:dodging|ducking|avoiding|evading|skirting) (?:it|the|my|what)\b|\bbeating a?round the bush\b"
    r"|\b(?:not|isn'?t|wasn'?t|hardly|no) (?:a |an |any |much of )?(?:straight |proper |real |actual )?answer\b",
    re.I,
)
# Behind these words stands what was meant.
_MEANT = re.compile(
    r"\b(?:i (?:just |only |really ){0,2}(?:mean|meant|asked|was asking|wanted to know|want to know)"
    r"(?: to ask)?(?: you)?"
    r"|my question (?:was|is)|what i (?:meant|asked|want|wanted)(?: to (?:know|ask))? (?:was|is))\b[\s,:;-]*",
    re.I,
)
LEAST_MEANT = 2


def missed(asked: Asked, decide: Callable[[Asked], Taken]) -> Taken:
    """The answer missed: what is asked beside it, or was meant, is answered, else the last answer is given anew.
    Dates that are to be said once more are."""
    if asked.kind in (PLAN, FORGET_ME):
        return None
    wanted = [part.act.kind for part in asked.said.parts if part.act.kind in REPAIR]
    wanted += [asked.kind] if asked.kind in REPAIR else []
    wanted += [YES_OR_NO] if _asks_for_yes(asked) else []
    wanted += [NOT_ANSWERED] if _denies_what_was_said(asked) or _dodged(asked) else []
    if not wanted:
        return None
    if asked.state.said[-1:] == [PLAN] and _ONCE_MORE.search(asked.said.text):
        return (Step(PLAN, ((REQUEST, "whole"), (WHOSE, asked.state.whose))),)
    # Of several, what says most: "that's a lot of words, just yes or no".
    anew = (Step(next((kind for kind in wanted if kind == YES_OR_NO), wanted[0])),)
    if meant := _as_meant(asked, decide):
        return meant
    if _dodged(asked) and asked.said.act.confidence < LEAST_BESIDE and asked.kind not in REPAIR:
        # "You dodged it. Still need them or not": what is asked is what was asked before.
        return (Step(NOT_ANSWERED),)
    question = question_beside(asked, ())
    new = question is not None and not set(question.values(TOPIC)) <= set(asked.state.last)
    return (question,) if question is not None and new else anew


def _asks_for_yes(asked: Asked) -> bool:
    """Whether a yes or a no is asked for: "so yes?" after an answer."""
    open_ = asked.state.awaiting is not None or asked.state.question is None
    return asked.kind in (AFFIRM, DENY) and not open_ and asked.said.text.rstrip().endswith("?")


def _denies_what_was_said(asked: Asked) -> bool:
    """ "That's wrong", where nothing is open that it could be the answer to."""
    return asked.kind == DENY and asked.state.awaiting is None and _WRONG.search(asked.said.text) is not None


def _dodged(asked: Asked) -> bool:
    """ "You dodged it", behind an answer."""
    text = asked.said.text.replace("\u2019", "'")
    return bool(asked.state.last) and asked.state.awaiting is None and _DODGED.search(text) is not None


def _as_meant(asked: Asked, decide: Callable[[Asked], Taken]) -> Taken:
    """What is done about the words behind "I meant", where they ask something by themselves."""
    said = list(_MEANT.finditer(asked.said.text))
    words = asked.said.text[said[-1].end() :].strip() if said else ""
    if len(words.split()) < LEAST_MEANT:
        return None
    steps = decide(replace(asked, said=asked.said.alone(words)))
    return steps if steps and steps[0].kind not in (NOT_UNDERSTOOD, UNSURE, *REPAIR) else None
