"""A row of the table: what the thing just spoken of does to B12 ("and what does it do to the B12?", after gas and air).
It is asked of that thing, and never what B12 is."""

from __future__ import annotations

import re

from b12guide.content import Question
from b12guide.conversation.answered import answered
from b12guide.conversation.decision import Asked, Taken
from b12guide.conversation.focus import INJECTIONS, named_in
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.state import PLAN
from b12guide.shared import content

# The way to ask it that the question on it has among those that lean.
_WAY = "what does it do"
_IT = (
    r"(?:it|that|this|they|these|those|(?:the|that|this|those) (?:\w+ )?(?:gas|stuff|air|drink|drinking|alcohol"
    r"|tablets?|pills?|medicines?|meds?|operation))"
)
_DOES = re.compile(
    rf"\b(?:what|how)(?: \w+)? (?:do|does|did|would|will|can|could|might)(?: \w+)? {_IT} (?:\w+ ){{0,2}}?"
    r"(?:do|affect|harm|hurt|block|lower|change|upset|damage|work on|mess with)(?: \w+)? (?:to|with|about|on)? ?"
    r"(?:(?:the|my|your|our|any|all) )?(?:vitamin )?b-? ?12\b"
    r"|\bwhat(?: \w+)? happens? (?:\w+ )?to (?:(?:the|my|your) )?(?:vitamin )?b-? ?12\b[^.?!\n]{0,20}"
    rf"\b(?:with|from|after) {_IT}\b",
    re.I,
)


def does_to_b12(asked: Asked) -> Taken:
    """The answer on what the thing in focus does, or on the last thing of which that is known."""
    state, said = asked.state, asked.said
    if said.verdict.warns or said.excerpt or state.standing is not None or state.child_writes or asked.about.child:
        return None
    text = said.text.replace("\u2019", "'")
    if state.awaiting not in (None, PLAN) or _DOES.search(text) is None:
        return None
    # "The vitamin B12" names no other vitamin.
    named = [one for one in named_in(text) if one not in {*INJECTIONS, "vitamins"}]
    things = named or [*filter(None, [state.focus]), *(one.about for one in answered(state))]
    return asks_of([one for thing in things for one in _what_it_does(thing)][:1])


def _what_it_does(thing: str) -> list[Question]:
    return [one for one in content().questions.values() if one.about == thing and _WAY in one.leaning]
