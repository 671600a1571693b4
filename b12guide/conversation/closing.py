"""The row of the table for thanks and goodbyes at the end of a message that asks nothing."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import (
    AFFIRM,
    BANTER,
    DENY,
    EMERGENCY,
    FEELINGS,
    FELT,
    FOLLOW_UPS,
    FORGET_ME,
    REPAIR,
    SMALL_TALK,
    THANKS,
    URGENT,
)
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.told_feelings import told_feeling
from b12guide.plan import dialogue
from b12guide.understanding.acts import PLAN
from b12guide.understanding.clauses import asks

GOODBYE = "goodbye"
# What was heard as one of these is answered as that.
_HEARD = frozenset({EMERGENCY, URGENT, FORGET_ME, AFFIRM, DENY, *FEELINGS, *BANTER, *REPAIR, *FOLLOW_UPS, *SMALL_TALK})
# A longer message tells something that is worth an answer.
LONGEST = 18
_WHOM = (
    r"(?: (?:so|very|much|a|lot|mate|love|pal|dear|hun|sir|madam|doctor|everyone|now|then"
    r"|again|all|you|for|that|this|the|your|help|anyway|listening|reading|explaining|bearing|with|me|time|advice))"
)
_THANKS = re.compile(
    rf"\b(?:thanks|thank you|thank u|thx|ta|cheers|much appreciated|bless you){_WHOM}{{0,5}}\W*$", re.I
)
_BYE = re.compile(
    rf"\b(?:bye|goodbye|bye bye|good ?night|night night|see you|take care|farewell){_WHOM}{{0,3}}\W*$", re.I
)
_STARTS_TO_ASK = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|also|please|well|right|ah|oh|no)\W+){0,4}"
    r"(?:(?:tell|give|write|send|show|explain|remind|list|make|work|what|how|which|when|who|why)\b"
    r"|(?:can|could|do|does|is|are|may|should|will|would) (?:i|you|it|they|we|he|she|the|my|this|that|there)\b)",
    re.I,
)
# A word or two with which somebody leaves a talk, and asks nothing: "safe", "knew it", "k".
_LAST_WORD = re.compile(
    r"^\W*(?:(?:ok|okay|right|ah|oh|well|yeah|alright|anyway|aye|ha)\W+){0,2}"
    r"(?:safe|knew it|i knew it|thought (?:so|as much)|figured|k+|cheers(?: then| mate| bro| pal)?|nice one|sound"
    r"|sorted|fair enough|fair play|gotcha|got (?:it|ya)|noted|will do|peace|laters?|right so|that'?ll do|say no more"
    r"|no worries|much love|one love|bless)"
    r"(?:\W+(?:then|mate|bro|bruv|man|pal|love|lad|ta|so|x+|boss|fam|buddy)){0,2}\W*$",
    re.I,
)
LAST_WORD = "last_word"
# What is heard as one of these is no farewell, in however few words.
_ALARM = frozenset({EMERGENCY, URGENT, FORGET_ME})
TO_PERSON = "talk_to_person"
_GOES_TO_ASK = re.compile(
    r"\b(?:i'?ll|will|going to|gonna) (?:just |go and |have to )?(?:speak|talk|ask|ring|call|see|phone)\b", re.I
)
_OWN_CLAUSE = re.compile(r"(?:^|[.,;!\n-])\s*(?:(?:ok|okay|k|kk|anyway|well|and|but|so|right|grand)\W+){0,8}$", re.I)
_CLAUSE = re.compile(r"[.!;,\n]+")


def _goes_to_ask(asked: Asked) -> bool:
    """ "Will speak to the surgery" is no wish to be passed on to somebody."""
    return asked.kind == TO_PERSON and _GOES_TO_ASK.search(asked.said.text.replace("\u2019", "'")) is not None


def _leaves(asked: Asked) -> bool:
    """Whether somebody leaves the talk with a word or two: after an answer, with nothing open that they may mean."""
    state = asked.state
    if asked.kind in _ALARM or asked.said.verdict.warns or state.awaiting is not None or not state.last:
        return False
    return _LAST_WORD.match(asked.said.text.replace("\u2019", "'")) is not None and "?" not in asked.said.text


def closes(asked: Asked) -> Taken:
    """Who says that they will ask their clinic, or have understood, and thanks for it gets one line, whatever the words
    before it sound like."""
    text, kind = asked.said.text, asked.kind
    if _leaves(asked):
        return (Step(GOODBYE, ((FELT, LAST_WORD),)),)
    if "?" in text or len(text.split()) > LONGEST or (kind in _HEARD and not _goes_to_ask(asked)):
        return None
    thanks, bye = _THANKS.search(text), _BYE.search(text)
    if (thanks is None and bye is None) or asked.said.verdict.warns or asked.said.verdict.signs:
        return None
    last = min(one.start() for one in (thanks, bye) if one is not None)
    if not (_OWN_CLAUSE.search(text[:last]) or _GOES_TO_ASK.search(text.replace("\u2019", "'"))):
        # "B12 shots and headaches thanks" asks without the form of a question.
        return None
    # Thanks alone are heard as such; what is told of a plan, or felt, is taken by who knows it.
    clauses = [one for one in _CLAUSE.split(text) if one.strip()]
    if any(asks(one.strip()) or _STARTS_TO_ASK.match(one) for one in clauses) or told_feeling(asked) is not None:
        return None
    state = asked.state
    moves = plan_words(state.plan, text, asked.who, state.plans)[1]
    if any(move.kind not in ("unsure", "request") for move in moves) or dialogue.tells_plan(text):
        return None
    if kind == PLAN and state.awaiting == PLAN and moves:
        return None
    return (Step(GOODBYE if bye is not None else THANKS),)
