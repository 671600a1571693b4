"""Rows of the table: a message that agrees to one plan and turns to another, or asks for the logs of two people at
once."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import AFFIRM, HEADED, WHOSE, WORDS
from b12guide.conversation.same_plan import after_yes
from b12guide.conversation.state import PLAN
from b12guide.conversation.turning import only_turns
from b12guide.conversation.whose import ME, fits, named_in, whose
from b12guide.plan import dialogue
from b12guide.understanding.acts import REQUEST

_ME = re.compile(r"\b(?:me|mine|myself|my own|us both|both(?: of us)?)\b", re.I)
_BOTH = re.compile(r"\b(?:both|the two of us|us both|each of us|all of us)\b", re.I)
_THEM = re.compile(r"\b(?:her|hers|him|his|them|theirs)\b", re.I)


def yes_and_whose(asked: Asked) -> Taken:
    """ "Yes. And mine?": the plan that was read back is right, and the other person's next date is asked for."""
    state, text = asked.state, asked.said.text
    behind = after_yes(asked, text) if not asked.said.verdict.warns else None
    if behind is None or not only_turns(text[behind:], state.plans):
        return None
    about = whose(text[behind:], current=state.whose, known=state.known, last=state.other, child=state.of_child)
    if about.person in state.children or about.child or (about.person != ME and about.person not in state.adults):
        return None
    return (
        Step(PLAN, ((REQUEST, AFFIRM), (WHOSE, state.whose), (WORDS, "yes"), (HEADED, "yes"))),
        Step(PLAN, ((REQUEST, "next"), (WHOSE, about.person), (WORDS, ""), (HEADED, "yes"))),
    )


def both_logs(asked: Asked) -> Taken:
    """Which injections were told of, for two people at once."""
    state, text = asked.state, asked.said.text
    told = [person for person, plan in state.plans.items() if dialogue.is_told(plan)]
    if len(told) < 2 or state.awaiting not in (None, PLAN) or asked.said.verdict.warns:
        return None
    moves = dialogue.moves(state.plans[told[0]], text, who=asked.who)
    if [move.name for move in moves] != ["log"]:
        return None
    others = [person for person in told if person != ME]
    named = set(named_in(text, state.known)) & set(told)
    if not named and len(others) == 1 and any(fits(word, others[0]) for word in _THEM.findall(text)):
        named = {others[0]}
    if _BOTH.search(text):
        named = set(told)
    if ME in told and _ME.search(text):
        named.add(ME)
    if len(named) < 2:
        return None
    return tuple(
        Step(PLAN, ((REQUEST, "state"), (WHOSE, person), (WORDS, "which have I had"), (HEADED, "yes")))
        for person in told
        if person in named
    )
