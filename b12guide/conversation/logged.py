"""A row of the table: the doses that were told of, read out or put right."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from b12guide.conversation import plans
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.heard_otherwise import names_no_dose
from b12guide.conversation.kinds import AFFIRM, CHILD_PLAN, DENY, FORGET_ME, HEADED, WHOSE, WORDS
from b12guide.conversation.state import PLAN
from b12guide.conversation.whose import ME, named_in
from b12guide.diary.notes import Diary
from b12guide.plan import dialogue
from b12guide.understanding.acts import NOT_UNDERSTOOD, REQUEST, UNSURE

_SENTENCE = re.compile(
    r"(?<=[.;!?\n])\s+|\s*,?\s+(?=(?:and |so |now |then ){1,2}(?:what|wot|which|list|show|read)\b)"
    r"|\s*,\s*(?=(?:what|wot|which|list|show|read)\b)",
    re.I,
)
_DAYS_FROM = re.compile(r"\b(?:on |the )?(?:\d{1,2}|[a-z]{3,9}\.? \d{1,2})\b", re.I)
# "No, I said the 8th, the 15th and the 22nd": the days as they were meant the first time.
_MEANT = re.compile(r"\b(?:no|nah|nope|wrong|i said|i meant|i told you|not right|should be|it was|they were)\b", re.I)
# "What have you got down for me now?"
_WRITTEN_DOWN = re.compile(
    r"\W*(?:(?:so|and|ok|okay|right|now|then|sorry|please|remind me|tell me|show me)\W+){0,4}"
    r"what(?: all)?(?:(?: ?'?ve| have| do| did)? ?(?:you|ya|u)(?: ?'?ve| have)?(?: actually| now| still)?"
    r"(?: (?:got|have|put|had))?(?: (?:me|mine|my plan|us|her|him|mum|dad))?(?: (?:written|noted|put|jotted|marked))?"
    r" down(?: (?:for|as|about|on)(?: (?:me|mine|my plan|us|her|him|mum|dad|\w+))?)?"
    r"|(?:'?s| is) (?:written|noted|put|marked)? ?down for (?:me|mine|her|him|mum|dad|us))"
    r"(?: (?:now|then|at the moment|so far|please|again|here|exactly|dear|love|pal)){0,4}\W*",
    re.I,
)
_LETTERS = re.compile(r"[a-z0-9]", re.I)
# What stands beside what is put right, and asks nothing more.
_LIGHT = re.compile(
    r"\b(?:wait|hang|hold|on|no|nope|nah|sorry|oops|whoops|oh|ah|actually|i|meant|mean|it|was|that|my|mistake|bad|the|and"
    r"|so|please|pls|correction|make|typo|wrong|man|mate|but|to|be|is|of|them|yes|yeah|ok|okay|thanks|all|rest|right|are"
    r"|fine|others|ones?|just|rest|say|said|should|have|been|you|got|put|down|a|lie|tell)\b",
    re.I,
)


def logged(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """What is asked of the doses that were told of, and one of them that is put right.

    Args: decided: who takes what else the message says.
    """
    state, text, person = asked.state, asked.said.text, asked.about.person
    if asked.said.excerpt or state.standing or state.child_writes or state.awaiting not in (None, PLAN):
        return None
    if asked.kind == FORGET_ME or asked.said.verdict.warns:
        return None
    kept = state.plans.get(person)
    right = dialogue.log_right(kept, text, asked.who)
    if right is not None and names_no_dose(asked, [right.right]):
        # "She wants it on the 9th instead of the 6th": a day to come is none that was had.
        right = None
    if _WRITTEN_DOWN.fullmatch(text.replace("’", "'")) and not Diary.from_json(state.diaries.get(person)).notes:
        # Of who keeps no notes the plan is what is written down.
        stands = dialogue.is_told(kept) and person not in state.children
        return (Step(PLAN, ((REQUEST, "whole"), (WHOSE, person), (WORDS, ""))),) if stands else None
    if dialogue.asks_lateness_of_each(text) and dialogue.log_days(kept) and person not in state.children:
        return (Step(PLAN, ((REQUEST, dialogue.LOG_LATE), (WHOSE, person), (WORDS, ""))),)
    if dialogue.asks_how_many_had(kept, text) and dialogue.log_days(kept) and person not in state.children:
        return (Step(PLAN, ((REQUEST, dialogue.LOG), (WHOSE, person), (WORDS, ""))),)
    told, asks = _parts(text)
    if right is None and not asks:
        return None
    if person != ME and person in state.children:
        return (Step(CHILD_PLAN, ((WHOSE, person),)),)
    if right is not None:
        return _right(asked, person, right, decided)
    logs = _logs(asks, asked)
    log = logs[0]
    if len(logs) > 1 and not _days(told, asked):
        beside = decided(replace(asked, said=asked.said.alone(told), written="")) if _tells(told) else None
        return (*_beside(beside, told, asked), *logs)
    if not _LETTERS.search(_LIGHT.sub(" ", told)):
        return (log,) if dialogue.log_days(kept) else None
    days = _days(told, asked)
    if days:
        return _told(asked, person, told, days, log)
    before = decided(replace(asked, said=asked.said.alone(told), written=""))
    if not before:
        return (log,) if dialogue.log_days(kept) else None
    steps = _beside(before, told, asked)
    has = dialogue.log_days(kept) or any(step.kind == PLAN for step in steps)
    return (*steps, log) if has else None


_YES = frozenset({AFFIRM, DENY})
# What the log says, too.
_IN_LOG = frozenset({"last", dialogue.LOG})


def _tells(told: str) -> bool:
    return _LETTERS.search(_LIGHT.sub(" ", told)) is not None


def _beside(steps: Taken, told: str, asked: Asked) -> tuple[Step, ...]:
    """The steps of what is said beside a wish for the log, without what only sounds like that wish."""
    return tuple(
        step.read_from(told)
        for step in steps or ()
        if (step.kind not in _YES or asked.state.awaiting == PLAN)
        and not (step.kind == PLAN and _IN_LOG & {*step.values(REQUEST)})
        and step.kind not in (NOT_UNDERSTOOD, UNSURE)
    )


def _logs(asks: list[str], asked: Asked) -> list[Step]:
    """The log of each person whose doses are asked for, each named where there are several."""
    about = [_asked_for(part, asked) for part in asks] if len(asks) > 1 else []
    people = [one for one in dict.fromkeys(about) if dialogue.log_days(asked.state.plans.get(one))]
    people = [one for one in people if one not in asked.state.children]
    if len(people) < 2:
        return [Step(PLAN, ((REQUEST, dialogue.LOG), (WHOSE, asked.about.person), (WORDS, "")))]
    return [Step(PLAN, ((REQUEST, dialogue.LOG), (WHOSE, one), (WORDS, ""), (HEADED, "yes"))) for one in people]


def _asked_for(part: str, asked: Asked) -> str:
    named = named_in(part, asked.state.known)
    return named[0] if len(named) == 1 else replace(asked, said=asked.said.alone(part)).about.person


def _parts(text: str) -> tuple[str, list[str]]:
    """What of a message asks nothing of the log, and the parts of it that do."""
    plain = text.replace("’", "'").strip()
    parts = [part for part in _SENTENCE.split(plain) if part and part.strip()]
    asks = [part for part in parts if dialogue.asks_log(part)]
    if dialogue.asks_log(plain) and len(asks) < len(parts):
        return "", [plain]
    return " ".join(part for part in parts if part not in asks), asks


def _days(told: str, asked: Asked) -> str:
    """The days of several doses, as words that tell of them; "" where there are not several, or something else is told
    of them."""
    if dialogue.several_had(told, asked.who):
        return told
    first = _DAYS_FROM.search(told)
    if first is None or _LETTERS.search(_LIGHT.sub(" ", told[: first.start()])):
        return ""
    words = f"I had them on {told[first.start() :].removeprefix('on ')}"
    return words if dialogue.several_had(words, asked.who) else ""


def _told(asked: Asked, person: str, told: str, words: str, log: Step) -> Taken:
    """Several doses, and the log: where it has as many, of which one is not among them, that one is put right."""
    kept, days = asked.state.plans.get(person), dialogue.several_had(words, asked.who)
    before = dialogue.log_days(kept)
    odd, new = [d for d in before if d not in days], [d for d in days if d not in before]
    if len(odd) == len(new) == 1 and _MEANT.search(told):
        return (_step(person, f"{dialogue.LOG_RIGHT}{odd[0].isoformat()}/{new[0].isoformat()}"),)
    if before and not new:
        return (log,)
    tells = Step(PLAN, ((REQUEST, "date"), (WHOSE, person), (WORDS, words)))
    # The plan says which it was told of; the whole log where there are others.
    return (tells, log) if odd else (tells,)


def _right(asked: Asked, person: str, right: dialogue.LogRight, decided: Callable[[Asked], Taken]) -> Taken:
    """The dose that is put right, and what else the message asks."""
    request = f"{dialogue.LOG_RIGHT}{right.wrong.isoformat()}/{right.right.isoformat()}"
    request += f"/{dialogue.STARTS}" if right.starts else ""
    request += f"/{dialogue.OR}{right.other.isoformat()}" if right.other is not None else ""
    if dialogue.asks_if_altered(right.rest):
        # Whether a date to come is another one now is said with it.
        request = f"{request}/{dialogue.ALTERS}"
    step, rest = _step(person, request), right.rest
    asks = plans.asks(rest) and not _parts(rest)[1]
    if not asks or not _LETTERS.search(_LIGHT.sub(" ", rest)):
        return (step,)
    others = decided(replace(asked, said=asked.said.alone(rest), written="")) or ()
    # The plan, which is read back, has the next date.
    return (step, *(other for other in others if other.kind != PLAN))


def _step(person: str, request: str) -> Step:
    return Step(PLAN, ((REQUEST, request), (WHOSE, person), (WORDS, "")))
