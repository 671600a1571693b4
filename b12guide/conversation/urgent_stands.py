"""Rows of the table: an urgent warning that stands, what ends or lowers it, and what is answered beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from b12guide.conversation.advice_told import OLD_MAY_BE_CALM, beside_advice, had_advice, is_back, line_is_on
from b12guide.conversation.claims import claims_own
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.diaries import diary
from b12guide.conversation.done_beside_warning import done_beside_warning
from b12guide.conversation.help_under_way import APPOINTMENT, NOT_OLD, WAIT, kinds_told
from b12guide.conversation.kinds import (
    ABOUT,
    ADVISED,
    AFFIRM,
    BANTER,
    CARD,
    DENY,
    DOSE_CHANGE,
    EMERGENCY,
    FEELINGS,
    KNOWN,
    LOWERED,
    REPAIR,
    WARNING_STANDS,
)
from b12guide.conversation.others_stopped import SOMEBODY
from b12guide.conversation.plans import heard_topic, question_beside, tells_extra_day
from b12guide.conversation.question_first import names_subject
from b12guide.conversation.state import ADVICE, PLAN, ROUTINE, Warned
from b12guide.conversation.what_else import what_else, without
from b12guide.conversation.whose import ME
from b12guide.diary.reading import NOTE, asked_of_diary
from b12guide.diary.visits import names_injection, seen_later
from b12guide.plan.reading.day_words import WEEKDAY_WORDS
from b12guide.shared import replies, standing, triage
from b12guide.understanding.acts import (
    ASK_TOPIC,
    BESIDE,
    NOT_UNDERSTOOD,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    TOPIC,
    UNSURE,
)
from b12guide.understanding.clauses import asks
from b12guide.understanding.sentences import sentences

# The row of the triage table of tingling and numbness of long standing; and how a sign is told.
LONG_THERE = "C6"
STEADY, NEGATED, PRESENT = "steady", "negated", "present"
# The card of a level that is low in a pregnancy, where nothing is felt; and what may be said beside a question then.
LEVEL_CARD, FEELS_WELL = "pregnancy_level", frozenset({"made_light", "feels_better"})
# Messages after an urgent card in which words that say nothing else are about it; and those in which an answer would
# explain the sign, where none was told.
SOON, AT_ONCE = 3, 1
# Answers of these topics would explain the sign, or say how long it lasts.
EXPLAINS_SIGNS = frozenset(
    {"nerve_recovery", "time_to_feel_better", "not_improving", "diagnosis_request", "symptoms_of_deficiency"}
)
# What is said where the poison line is on the phone; and a day that is not today.
LINE_IS_ON = "line_is_on"
_TODAY = re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening)|now)\b", re.I)
_ANOTHER_DAY = re.compile(
    rf"\b(?:tomorrow|tmrw|tmr|next (?:week|month|time)"
    rf"|(?:in|for) (?:a|\d+|two|three|a few|a couple of) (?:days?|weeks?|months?)"
    rf"|the \d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}[/.]\d{{1,2}}|(?P<day>{WEEKDAY_WORDS}))\b",
    re.I,
)
# What a writer asks of their own injections.
_OWN_DATE = re.compile(
    r"\b(?:mine|my (?:own|next|last)\b|my (?:own |next |last )?(?:b-?12|injections?|jabs?|jags?|shots?|needles?|dose"
    r"|dates?|plan|appointment|turn)|(?:am|are|do|was|can|should) (?:i|me)|i'?m|i am)\b",
    re.I,
)
_WHEN = re.compile(r"\bwh?en(?:'?s)?\b", re.I)
_SAYS_NOTHING_ELSE = frozenset(
    {UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL, DOSE_CHANGE, *FEELINGS, *BANTER, *REPAIR}
)


def advised(asked: Asked, decided: Callable[[Asked], Taken] = lambda _: None) -> Taken:
    """Somebody who knows has heard of the sign and said what to do.

    Args: decided: who takes what else the message says.
    """
    if asked.state.warned is None or not had_advice(asked):
        return None
    if line_is_on(asked):
        # Whatever else is said of the child is for them to hear.
        return (Step(ADVISED, ((ABOUT, LINE_IS_ON),)),)
    then = what_else(asked, beside_advice(asked), decided)
    if then:
        return (Step(ADVISED), *then)
    # "The GP has given me advice" asks nothing, whatever topic it sounds like.
    question = question_beside(asked, ()) if asks(asked.said.text) else None
    return (Step(ADVISED), question) if question is not None else (Step(ADVISED),)


def lowered(asked: Asked, decided: Callable[[Asked], Taken]) -> Taken:
    """What was told of, taken together with this, is old and unchanged: of numbness and tingling alone (B2).

    Args: decided: who takes what else the message says.
    """
    warned, text = asked.state.warned, asked.said.text
    if warned is None or not set(warned.warning_signs) <= {OLD_MAY_BE_CALM} or warned.emergency is not None:
        return None
    if NOT_OLD in kinds_told(text, warned.cards):
        return None
    if not _old_and_unchanged(warned, text, of_writer=not asked.state.for_other):
        return None
    # What is to be written down of it is kept.
    found = asked_of_diary(text)
    note = (diary(asked, found) or ()) if found is not None and found.what == NOTE and found.words else ()
    known = ((KNOWN, "yes"),) if warned.known or replies().clinician_knows(text) else ()
    rest = without(text, lambda part: any(sign.id in (OLD_MAY_BE_CALM, LONG_THERE) for sign in triage(part).signs))
    return (Step(LOWERED, known), *(note or what_else(asked, rest, decided)))


# From which confidence what asks nothing is about another subject than the sign.
_SURELY_ABOUT = 0.80


# Who tells of themselves: "mine", "I have had it", "my toes".
_OWN_STILL = re.compile(
    r"\b(?:i|i'?ve|i'?m|me|mine|my (?:\w+ )?(?:feet|foot|toes?|soles?|hands?|fingers?|legs?|numbness|tingling))\b", re.I
)


_PIECES = re.compile(r"[.,;:!?]|\b(?:and|but)\b", re.I)
# What was told before is taken back: "I've put this badly".
_PUT_WRONG = re.compile(
    r"(?:\bi(?:'ve| have)? )?\b(?:put|said|worded|explained|described|told|wrote)"
    r" (?:it|this|that|you|my ?self) (?:all |very |so )?"
    r"(?:badly|wrong(?:ly)?|poorly)\b|\b(?:badly|poorly|wrongly) (?:put|worded|said|explained)\b"
    r"|\b(?:let me|i'?ll) (?:put it|say it|start) (?:again|another way|properly)\b|\bi (?:misled|mis-?spoke)\b"
    r"|\bnot what i meant\b|\bi got that wrong\b|\bthat came out wrong\b",
    re.I,
)


def _of_somebody_else(part: str) -> bool:
    return SOMEBODY.search(part) is not None and _OWN_STILL.search(part.replace("’", "'")) is None


def _old_and_unchanged(warned: Warned, text: str, *, of_writer: bool) -> bool:
    """Whether what was heard, with a text behind it, is steady; of what has no name, where that is all that it tells
    of: long there, and nothing new. Where it is the writer's, what somebody else has had for years says nothing."""
    heard = ", ".join(warned.heard)
    told = _PUT_WRONG.sub(" ", text.replace("’", "'"))
    parts = [part for part in (told, *sentences(told)) if not (of_writer and _of_somebody_else(part))]
    if warned.warning_signs and told != text.replace("’", "'"):
        # How it began and went on was told wrongly: the names of the signs are what is left of it.
        named = [sign.text for piece in _PIECES.split(heard) for sign in triage(piece).signs if sign.status == PRESENT]
        return bool(named) and all(_steady(one, parts) for one in named)
    if warned.warning_signs:
        # "No need for the doctor. The toes have tingled for a year, no worse": one sentence of it says so.
        return _steady(heard, parts)
    together = triage(f"{heard}. {text}").signs
    if any(sign.status == PRESENT and not sign.id.startswith(ROUTINE) for sign in together):
        return False
    not_new = any(sign.id == OLD_MAY_BE_CALM and sign.status in (STEADY, NEGATED) for sign in together)
    return not_new and any(sign.id == LONG_THERE or sign.status == STEADY for sign in together)


def _steady(heard: str, parts: Iterable[str]) -> bool:
    """Whether what was heard is steady with one of the parts of a message behind it."""
    return any(sign.status == STEADY for part in parts for sign in triage(f"{heard}. {part}").signs)


def own_plan_beside(asked: Asked, decided: Callable[[Asked], Taken] = lambda _: None) -> Taken:
    """What the writer asks of their own injections while a warning stands that is somebody else's: mum's hives hold no
    plan but hers.

    Args: decided: who takes the question by itself.
    """
    warned = asked.state.warned
    if warned is None or warned.about(ME) or asked.said.verdict.warns or asked.said.excerpt:
        return None
    for part in sentences(asked.said.text):
        if _OWN_DATE.search(part.replace("’", "'")) is None or not (
            asks(part) or part.rstrip().endswith("?") or _WHEN.search(part)
        ):
            continue
        own = replace(asked, said=asked.said.alone(part), state=replace(asked.state, warned=None), written="")
        if own.said.verdict.warns or own.about.person != ME:
            continue
        steps = tuple(step.read_from(part) for step in decided(own) or () if step.kind == PLAN)
        if steps:
            return steps
    return None


def warning_stands(asked: Asked) -> Taken:
    """What is said of the sign, or of getting advice, has the action repeated, and what is asked beside it an answer;
    so has what is not understood, or would explain the sign, soon after the card."""
    warned = asked.state.warned
    if warned is None:
        return None
    question = _of_another_subject(asked, warned)
    told = without(asked.said.text, lambda part: part in question)
    about = _of_today(kinds_told(told, warned.cards), told, asked)
    # A visit to come has nobody look at the sign today, and is no date of an injection.
    about = about or ([WAIT] if seen_later(told) else [])
    if tells_extra_day(asked) or done_beside_warning(asked):
        return None
    if FEELS_WELL.issuperset(about) and asks_beside_known_level(asked, warned):
        return None
    refused = asked.said.verdict.asks_first or is_back(asked)
    refused = refused or (asked.state.awaiting == ADVICE and asked.kind == DENY)
    if not refused and warned.emergency is None and not warned.lately(asked.who.today):
        # "They are shut, so it is Wednesday now", weeks later, is about an injection.
        return None
    moves = asked.who.today.isoformat() > warned.day and names_injection(told)
    if moves and not refused and FEELS_WELL.issuperset(about):
        # "I am quite all right, I only mean that the injection is on Wednesday now."
        return None
    if not about and not refused and not _soon(asked, warned, question):
        return None
    if warned.emergency is not None:
        # Nobody has looked at it yet.
        return (Step(EMERGENCY, ((CARD, warned.emergency),)),) if about or refused else None
    stands = Step(WARNING_STANDS, tuple((ABOUT, kind) for kind in about))
    details = [pair for part in asked.said.parts if part.text in question for pair in part.act.details]
    return (stands, Step(ASK_TOPIC, tuple(dict.fromkeys(details)))) if details else (stands,)


def _of_today(about: list[str], told: str, asked: Asked) -> list[str]:
    """The kinds of what is told, where being seen is help that is coming: today, and not for an injection."""
    if APPOINTMENT not in about or _TODAY.search(told):
        return about
    if names_injection(told):
        return [kind for kind in about if kind != APPOINTMENT]
    days = _ANOTHER_DAY.finditer(told)
    today = asked.who.today.strftime("%A").lower()[:3]
    later = any(day["day"] is None or not day["day"].lower().startswith(today) for day in days)
    return [WAIT if kind == APPOINTMENT and later else kind for kind in about]


def _of_another_subject(asked: Asked, warned: Warned) -> list[str]:
    """The sentences of a message that ask of something else than the sign: they end the repetition, and not the
    warning."""
    return [
        part.text
        for part in asked.said.parts
        if heard_topic(part.act)
        and (asks(part.text) or names_subject(part))
        and not _explains(part.act.values(TOPIC))
        and not standing().kinds_of(part.text, warned.cards)
    ]


def _soon(asked: Asked, warned: Warned, question: list[str]) -> bool:
    """Whether a message so soon after the card says nothing else, or asks what would explain the sign."""
    act = asked.said.act
    if warned.turns >= SOON or question or claims_own(asked.said.text):
        return False
    # Where no sign was told, what asks for the second time has its answer.
    known_once = not warned.told and warned.turns >= AT_ONCE
    # "I would never hurt myself, I promise" asks nothing, whatever topic it sounds a little like.
    unsure = act.confidence < _SURELY_ABOUT or asked.has(BESIDE)
    asking = any(asks(part) for part in sentences(asked.said.text))
    if asked.kind == ASK_TOPIC and unsure and not asking:
        return True
    complains = asked.kind in REPAIR and known_once and asking
    answers_nothing = asked.kind in (AFFIRM, DENY) and asked.state.awaiting is None
    if answers_nothing or (asked.kind in _SAYS_NOTHING_ELSE and not complains):
        return True
    return _explains(act.values(TOPIC)) and not known_once


def asks_beside_known_level(asked: Asked, warned: Warned) -> bool:
    """Whether something is asked while all that stands is a low level in a pregnancy that the clinic knows of: the
    advice was given, and the question has its answer."""
    known = warned.known or replies().clinician_knows(asked.said.text)
    return warned.cards == [LEVEL_CARD] and known and (asked.kind in (ASK_TOPIC, PLAN) or asks(asked.said.text))


def _explains(topics: list[str]) -> bool:
    return bool(topics) and set(topics) <= EXPLAINS_SIGNS
