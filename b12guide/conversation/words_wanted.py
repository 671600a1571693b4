"""A row of the table: words to say to the clinic are wanted. They are made of what was told and asked, whatever of
a plan the wish itself sounds like ("it's the fog two weeks before each one")."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import TAKEN
from b12guide.conversation.follow_ups import WORDS, about_thing
from b12guide.conversation.kinds import FORGET_ME, WORDS_TO_SAY
from b12guide.conversation.leaning import asks_of, is_new
from b12guide.conversation.numb_feet import free
from b12guide.conversation.state import PLAN
from b12guide.conversation.tellings import tellings
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import QUESTION

# The topic of what to ask at a visit, which has words that fit anybody.
ASKING = "questions_for_clinician"
_WHO = (
    r"(?:them|him|her|(?:the |my |our |a |your )?(?:gp|doctor|doc|dr|nurse|clinic|surgery|practice|consultant|hospital"
    r"|specialist|pharmacist|chemist|receptionist|reception|team|dentist|midwife|ward|derm|office|physician"
    r"|surgeon|\w{3,12}ologist)s?)"
)
_WISH = re.compile(
    # "What shall I say to the doctor", "what do I tell them on the phone".
    rf"\bwhat(?:'ll|ll)? (?:exactly |even |on earth )?(?:do|should|shall|can|will|would|could|must|am|i)\b"
    rf" ?(?:i |we )?(?:\w+ ){{0,2}}?(?:say|tell)\b(?: to)?"
    rf"(?: {_WHO}|(?: \w+){{0,2}} (?:on the phone|when i (?:ring|call|phone|go|see|get)\b)|\W*$)"
    rf"|\bwhat to (?:say|tell {_WHO})\b(?! (?:when|if) (?:people|somebody|someone))"
    r"|\bhow (?:do|should|shall|would|can|could|might) (?:i|we) (?:best )?(?:put|word|phrase)"
    r" (?:it|that|this|all (?:that|this))\b"
    r"|\bhow (?:do|should|shall|would|can|could|might) (?:i|we) (?:best )?(?:say|explain|tell)"
    rf" (?:(?:it|that|this|all (?:that|this)) to )?{_WHO}\b"
    r"|\b(?:write|give|tell|send|type|draft) (?:me |us )?(?:it |that |this )?(?:out |down |up )?(?:for me )?"
    r"(?:the |some |a few )?"
    r"(?:words|lines?|wording|what to say|what i (?:should |can |could )?say)\b"
    r"|\b(?:need|want|after|like|asked for|give me) (?:just |only |some )?(?:the )?(?:words|wording)\b"
    r"(?! (?:mean|that))"
    rf"|\b(?:words|wording|lines) (?:for|to say to|to use (?:with|for)) {_WHO}\b"
    r"|\b(?:help me )?(?:word|phrase) (?:it|that|this)\b"
    rf"|\b(?:help me|something) (?:to )?(?:say|tell) (?:it )?(?:to )?{_WHO}\b",
    re.I,
)
# "Write it down for me" is of the words only where the words were just given or wished.
_WRITE = re.compile(
    r"\b(?:write|type|put|spell) (?:it|that|this|all (?:that|this)) (?:all )?(?:out|down|up)?\b[^.?!]{0,12}\bfor me\b"
    r"|^\W*(?:(?:ok|okay|please|can you|could you|just)\W+){0,3}write (?:it|that|this)(?: (?:out|down))?"
    r"(?: for me)?(?: please)?\W*$",
    re.I,
)
# What somebody said is no wish.
_SAID = re.compile(r"\bwhat (?:did|does|do) (?:the|my|they|she|he|people)\b", re.I)


def words_wanted(asked: Asked) -> Taken:
    """Who wishes for words to say gets them, and is asked for no dates."""
    state, said = asked.state, asked.said
    text = said.text.replace("\u2019", "'")
    if not free(asked) or asked.kind == FORGET_ME or not wants_words(text, state.said[-3:]):
        return None
    told = bool(tellings(text)) or bool(state.tells)
    every, thing = content().questions, state.focus
    own = [every[one] for one in said.act.values(QUESTION) if one in every]
    if own and own[0].topic != ASKING and said.act.confidence >= 1.0:
        return None
    if thing in TAKEN:
        of_thing = about_thing(thing, WORDS, said.of_thing(thing))
        if fitting := [one for one in of_thing if is_new(asked, one)][:1]:
            return asks_of(fitting)
    if not told or (state.said[-1:] == [PLAN] and dialogue.is_told(state.plan)):
        return None
    return (Step(WORDS_TO_SAY),)


def wants_words(text: str, lately: list[str]) -> bool:
    """Whether a text wishes for words to say to those who treat; `lately`: what was said last."""
    if _WISH.search(text) and not _SAID.search(text):
        return True
    return _WRITE.search(text) is not None and any(one.startswith(WORDS_SAID) for one in lately)


# Begins what is noted where words were given.
WORDS_SAID = "words "
