"""Rows of the table: what is asked of the answer just given and names nothing new: which of two to tell, whether to
call before the visit, whether to keep the injection beside it, how many people have it, and that it is only once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from b12guide.content import Question
from b12guide.content.ways import same_words
from b12guide.conversation.answered import answered
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import INJECTIONS, named_in
from b12guide.conversation.follow_ups import NUMBER
from b12guide.conversation.kinds import FORGET_ME, SIMPLER, UNKNOWN
from b12guide.conversation.leaning import asks_of, is_new
from b12guide.conversation.numb_feet import free
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.state import PLAN
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, QUESTION

# What is said where no question of content/ has it (`content/repair.yml`).
TELL_BOTH, ASK_EITHER, NOT_ME, BEFORE = "tell_both", "ask_either", "not_me", "before"
KEEP = "keep"
LONGEST_REMARK = 12
# What happens beside an injection on its own day, and moves none by itself.
_BESIDE = frozenset(
    {"surgery", "operation_date", "nitrous_oxide", "gas_and_air", "dentist_numbing", "hospital", "scan"}
)
_OPERATION = "operation_on_the_date"
_STAFF = (
    r"(?:gps?|doctors?|docs?|drs?|nurses?|surgery|clinic|practice|hospital|dentist|ward|an(?:a)?esthetist|pharmacist"
    r"|chemist|consultant|specialist|midwife|team|surgeon|reception(?:ist)?|them|optician|physio|school|health visitor)"
)
_YOU = r"(?:you|you lot|yous|yourselves|this (?:chat|bot|thing)|here)"
_THE = r"(?:(?:the|my|our|a|your|just|only|to|with) )?"
_WHOM = re.compile(
    r"\b(?:who|whom|which(?: one| of (?:them|the two))?|do i|should i|shall i|must i)\b[^.?!\n]{0,40}"
    r"\b(?:tell|ring|call|phone|ask|know|speak|talk|contact|inform|mention|hear)\b",
    re.I,
)
_ASKS_THEM, _TELLS = re.compile(r"\bask\b", re.I), re.compile(r"\b(?:tell|inform|know|mention|hear)\b", re.I)
_OF_TWO = re.compile(rf"\b{_STAFF} or {_THE}{_STAFF}\b", re.I)
_OR_YOU = re.compile(rf"\b{_STAFF} or {_THE}{_YOU}\b|\b{_YOU} or {_THE}{_STAFF}\b", re.I)
_BEFORE = re.compile(
    r"\b(?:do|should|must|shall|can|could|ought|would) (?:i|we|it)\b(?: \w+){0,3}? "
    r"(?:ring|call|phone|tell|ask|contact|speak|let|mention|say|check|be)\b[^.?!\n]{0,40}"
    r"\b(?:before(?:hand)?|ahead|in advance|first or|or (?:just |do i )?(?:turn up|wait|leave it (?:till|until)))\b",
    re.I,
)
_VISIT = re.compile(
    r"\b(?:before(?:hand)?|ahead|in advance)\W*$|\b(?:appointment|visit|day|jab|shot|injection|first one|next one"
    r"|turn up|procedure|op|operation)\b",
    re.I,
)
_INJECTION = re.compile(
    r"\b(?:jabs?|shots?|injections?|needle|b-?12|it|mine|one|go|going|appointment|dose|booster)\b", re.I
)
_MOVE = (
    r"(?:move|shift|change|skip|cancel|put (?:it )?(?:off|back)|postpone|leave|swap|rebook|re-?arrange|delay|wait|miss)"
)
_KEEP = re.compile(
    r"\b(?:do|should|can|shall|would|am|will|is|are|could|may) (?:i|we|it)\b(?: \w+){0,2}? ?\bstill\b"
    r"(?: \w+){0,2}? ?\b(?:have|having|get|getting|go|going|keep|take|come|turn|ok|on|due|be)\b"
    rf"|\b(?:have|keep|get|go for|stick (?:to|with)|leave)\b[^.?!\n]{{0,40}} or (?:do i |should i |just )?{_MOVE}\b"
    rf"|\b{_MOVE} (?:it|the \w+|my \w+) or (?:just |still )?(?:keep|have|go|leave)\b",
    re.I,
)
_HOW_MANY = re.compile(
    r"\bhow (?:many|common|rare|often|likely)\b[^.?!\n]{0,16}\b(?:people|of us|folks?|patients|women|men|others)\b"
    r"|\bhow (?:common|rare|usual|likely) (?:is|are) (?:it|that|this|they|those)\b"
    r"|\bhow many (?:get|have|had|react)\b"
    r"|\bwhat(?:'s| is| are) (?:the |my )?(?:odds|chances?|likelihood|percentage)\b"
    r"|\b(?:one|how many) (?:in|out of) (?:how many|ten|10|100|a hundred|a thousand|1000)\b",
    re.I,
)
_ONCE = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|well|though|yeah|no|oh|i mean|sure)\W+){0,3}"
    r"(?:(?:it'?s|its|it is|that'?s|this is|it(?:'d| would|'ll| will) be|i'?d be|they'?re|i'?m"
    r"|i (?:only |just )?(?:have|had|take|took|do|did)(?: it)?)\W+)?"
    r"(?:really |for )?(?:only|just|a|one)\b[^.?!\n]{0,24}\b"
    r"(?P<how>once|one(?: time| go| off|-off)?|single|short|quick|small|little|few|tiny|minor|couple|bit)\b",
    re.I,
)
_ONE_GO = re.compile(r"\b(?:once|one|single)\b", re.I)
# A visit is no other thing.
_VISITS = frozenset(
    {"appointment", "surgery", "first_injection", "next_one", "booking", "phone_call", "dentist_numbing"}
)
_WAYS_ONCE = re.compile(r"\b(?:once|one go|single|one time|just one|one lot|a little|small amount)\b")


def whom_of_two(asked: Asked) -> Taken:
    """Which of two to tell: both, since neither may tell the other; and this program is nobody to tell."""
    text = plain_of(asked)
    if not may_ask(asked) or not _WHOM.search(text) or not _only_of_talk(asked):
        return None
    if _OR_YOU.search(text):
        return says(NOT_ME)
    if not _OF_TWO.search(text):
        return None
    return says(ASK_EITHER if _ASKS_THEM.search(text) and not _TELLS.search(text) else TELL_BOTH)


def call_before(asked: Asked) -> Taken:
    """Whether to call before the visit: yes, and what to say."""
    text = plain_of(asked)
    if not may_ask(asked) or not _BEFORE.search(text) or not _VISIT.search(text) or not _only_of_talk(asked):
        return None
    sure = asked.said.act.values(QUESTION) and asked.said.act.confidence >= 1.0
    return None if sure else says(BEFORE)


def keeps_date(asked: Asked) -> Taken:
    """Whether the injection stays where it is, beside an operation or gas: it does until the team moves it; no form
    for dates."""
    text, state, every = plain_of(asked), asked.state, content().questions
    if not may_ask(asked) or not _KEEP.search(text) or not _INJECTION.search(text):
        return None
    about = {state.focus, *named_in(text), *(one.about for one in answered(state))}
    if not about & _BESIDE:
        return None
    if is_new(asked, every[_OPERATION]):
        return asks_of([every[_OPERATION]])
    return says(KEEP)


def how_many_people(asked: Asked) -> Taken:
    """How many people have what was just spoken of: what is known of it, or that no number is."""
    text, state = plain_of(asked), asked.state
    thing = state.focus
    if not may_ask(asked) or thing is None or not _HOW_MANY.search(text) or not _only_of_talk(asked):
        return None
    if asked.said.act.values(QUESTION) and asked.said.act.confidence >= 1.0:
        return None
    known = [one for one in content().questions.values() if one.about == thing and _asks_how_many(one)]
    new = [one for one in known if is_new(asked, one)]
    return asks_of(new[:1]) or (Step(ASK_TOPIC, ((UNKNOWN, NUMBER),)),)


def only_once(asked: Asked) -> Taken:
    """ "It's just the once": what is known of that, or the last answer in other words; never another thing."""
    text, state, every = plain_of(asked), asked.state, content().questions
    thing, last = state.focus, every.get(state.question or "")
    found = _ONCE.search(text)
    if not may_ask(asked) or found is None or thing is None or thing in INJECTIONS or last is None:
        return None
    if len(text.split()) > LONGEST_REMARK or not _only_of_talk(asked):
        return None
    if state.awaiting == PLAN and state.question is None:
        return None
    if _ONE_GO.search(found["how"]):
        of_once = [one for one in every.values() if one.about == thing and _says_once(one) and is_new(asked, one)]
        if of_once:
            return asks_of(of_once[:1])
    return (Step(SIMPLER),)


ROWS = (
    ("whether the injection stays, beside an operation", keeps_date),
    ("which of two to tell", whom_of_two),
    ("whether to call before the visit", call_before),
    ("how many people have it", how_many_people),
    ("that it is only once", only_once),
)


def may_ask(asked: Asked) -> bool:
    """Whether an answer was given that this may be asked of, and nothing stands that comes first. What answers the
    form for dates is left to that."""
    state = asked.state
    if not free(asked) or asked.kind == FORGET_ME or not (state.last or state.question):
        return False
    if state.awaiting != PLAN:
        return True
    moves = plan_words(state.plan, asked.said.text, asked.who, state.plans)[1]
    return not any(move.kind not in ("unsure", "request") for move in moves)


def _only_of_talk(asked: Asked) -> bool:
    """Whether a message names no thing beside those that were spoken of lately, who treats, and the injections."""
    spoken_of = {asked.state.focus, *(one.about for one in answered(asked.state))}
    staff = {thing for thing in named_in(plain_of(asked)) if re.fullmatch(_STAFF, thing.replace("_", " "), re.I)}
    others = set(named_in(plain_of(asked))) - spoken_of - INJECTIONS - staff - _VISITS
    return not others


def plain_of(asked: Asked) -> str:
    """The words of a message, with plain apostrophes."""
    return asked.said.text.replace("\u2019", "'")


def _ways(question: Question) -> Iterable[str]:
    return map(same_words, (question.question, *question.ask, *question.leaning))


def _says_once(question: Question) -> bool:
    return _WAYS_ONCE.search(same_words(question.question)) is not None or (
        sum(_WAYS_ONCE.search(way) is not None for way in _ways(question)) > 1
    )


def _asks_how_many(question: Question) -> bool:
    return any(_HOW_MANY.search(way) for way in _ways(question))


def says(what: str) -> Taken:
    """What is said where no question of content/ has it."""
    return (Step(ASK_TOPIC, ((UNKNOWN, what),)),)
