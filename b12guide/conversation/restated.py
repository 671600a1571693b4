"""Rows of the table: what was just asked, put once more in other words, and a bare word that asks on."""

from __future__ import annotations

import re

from b12guide.content import Question
from b12guide.conversation.answered import answered, asks_yes_or_no
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import INJECTIONS, OF_INJECTIONS, TAKEN, leans, named_in, points_back
from b12guide.conversation.follow_ups import NUMBER, TIME
from b12guide.conversation.kinds import AFFIRM, DENY, DOSE_CHANGE, NO_MORE, UNKNOWN, YES_OR_NO
from b12guide.conversation.numb_feet import free
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.state import PLAN
from b12guide.shared import content
from b12guide.understanding.acts import (
    ASK_TOPIC,
    BESIDE,
    NEAR,
    NOT_UNDERSTOOD,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    QUESTION,
    TOPIC,
    UNSURE,
)
from b12guide.understanding.few_words import yes_or_no_wanted

# A longer message asks more than which of two it is.
LONGEST = 16
_DOES = r"(?:is|are|was|do|does|did|will|would|can|could|should|has|have)"
_DOES_NOT = r"(?:isn'?t|aren'?t|wasn'?t|don'?t|doesn'?t|didn'?t|won'?t|wouldn'?t|can'?t|couldn'?t|shouldn'?t|not)"
_IT = r"(?:it|they|that|this|he|she|there|i|we)"
# "Over or not over", "will they or won't they", "so that's a yes", "so it's fine then".
_WHICH_OF_TWO = re.compile(
    rf"\b{_DOES} {_IT} or {_DOES_NOT}(?: {_IT})?\W*$"
    rf"|\b{_DOES} {_IT} (?:or not|yes or no)\W*$"
    r"|(?:^|[.,:;!?]\s*)(?:so |ok |okay |right )?(\w+) or not(?: \1)?(?: then)?\W*$"
    r"|^\W*(?:so|right|ok|okay) (?:that'?s|that is|it'?s|it is|is that|is it) (?:an? )?(?:yes|no)\b"
    r"|^\W*(?:so|right so|ok so|okay so) (?:it'?s|it is|that'?s|that is|i'?m|i am|we'?re|he'?s|she'?s) "
    r"(?:all )?(?:fine|ok|okay|safe|alright|all right|good|grand)(?: then| so| to)?\W*$"
    # "So swimming's fine?"
    r"|^\W*(?:so|right so|ok so|okay so) (?:the |a )?\w+(?:'?s| is| are) "
    r"(?:all )?(?:fine|ok|okay|safe|alright|all right|grand)(?: then)?\W*$",
    re.I,
)
# Topics whose answers are of the injections alone.
_OF_THE_INJECTIONS = frozenset(
    {"typical_dose", "how_dose_is_decided", "side_effects", "how_long_treatment_lasts", "missed_or_late_injection"}
    | {"maintenance_phase", "loading_phase", "too_much_b12"}
)
# What is not known of something else, where one of these is asked.
_ENDS, TABLETS = frozenset({"stopping_maintenance", "how_long_treatment_lasts"}), "tablets"
_TO_END = re.compile(r"\bb-?12\b.*\b(?:stop|end|give up|come off)\b|\b(?:stop|end|give up|come off)\b.*\bb-?12\b", re.I)
_NOTHING_SAID = {"typical_dose": NUMBER, "how_dose_is_decided": NUMBER, "how_long_treatment_lasts": TIME}
_YES_OR_NO = re.compile(r"\b(?:an? )?yes or (?:an? )?no\b", re.I)
# A visit is no other thing.
VISITS = frozenset({"appointment", "first_injection", "next_one", "booking"})
_OPEN = frozenset({ASK_TOPIC, UNSURE, NOT_UNDERSTOOD, OUT_OF_SCOPE, OUT_OF_SCOPE_MEDICAL})


def which_of_two(asked: Asked) -> Taken:
    """Who asks which of two it is, after an answer and of nothing else, gets that answer as short as it can be said."""
    state, text = asked.state, asked.said.text.replace("\u2019", "'")
    if not state.last or state.awaiting is not None or state.refused is not None or state.said[-1:] == [PLAN]:
        return None
    if len(text.split()) > LONGEST or asked.said.act.values(QUESTION) or _WHICH_OF_TWO.search(text) is None:
        return None
    return (Step(YES_OR_NO),) if not set(named_in(text)) - {state.focus} else None


# "So is it a no for the trip?", "is that a yes then".
_IS_IT_NO = re.compile(
    r"^\W*(?:(?:so|right|but|ok|okay|and|then|well)\W+){0,3}(?:is (?:it|that|this)|it'?s|that'?s) "
    r"(?:an? )?(?:straight |plain |definite )?(?:yes|no)\b",
    re.I,
)


def straight_wanted(asked: Asked) -> Taken:
    """A yes or a no is asked for, of what was answered lately and of nothing else."""
    state, text = asked.state, asked.said.text.replace("\u2019", "'")
    if not free(asked) or state.refused is not None or len(text.split()) > LONGEST + 8:
        return None
    lately = [one for one in answered(state) if asks_yes_or_no(one)]
    if not lately or not (yes_or_no_wanted(text) or _YES_OR_NO.search(text) or _IS_IT_NO.search(text)):
        return None
    if state.awaiting == PLAN and plan_words(state.plan, text, asked.who, state.plans)[1]:
        return None
    found = asked.said.act.values(QUESTION)
    known = {one.id for one in lately}
    if found and asked.said.act.confidence >= 1.0 and not known & set(found):
        return None
    others = set(named_in(text)) - {one.about for one in lately} - {state.focus, *INJECTIONS, *VISITS}
    return None if others else (Step(YES_OR_NO),)


def bare_word(asked: Asked) -> Taken:
    """ "Negative?", "and if it is positive?" after a word on a test: the question about the same thing that lies
    nearest, where nothing is open that a yes or a no would answer; also behind the word that a plan is for the clinic
    to change."""
    state, text = asked.state, asked.said.text
    word = asked.kind in (AFFIRM, DENY) and text.rstrip().endswith("?")
    behind_refusal = state.refused == DOSE_CHANGE and asked.kind in (UNSURE, NOT_UNDERSTOOD)
    if state.awaiting is not None or not (word or behind_refusal):
        return None
    near = _nearest(asked)
    return _asks(near) if near is not None and near.about == state.focus and near.id != state.question else None


def last_named_again(asked: Asked) -> Taken:
    """Who names the thing that was just answered ("HAIR, I said") asks that once more, and nothing that leans on it."""
    return last_again(asked) if asked.state.focus in named_in(asked.said.text) else None


def of_taken(asked: Asked) -> Taken:
    """What points back to something that is taken ("how much of it does one need?", after sprays) is asked of that, or
    has no answer: it is never answered as if it were asked of the injections."""
    state, text = asked.state, asked.said.asks or asked.said.text
    thing, topics = state.focus, asked.said.act.values(TOPIC)
    if own := _of_tablets(asked):
        return own
    if thing not in TAKEN or asked.kind != ASK_TOPIC or not topics or not set(topics) <= _OF_THE_INJECTIONS:
        return None
    if state.refused is not None or state.awaiting is not None or not (points_back(text) and leans(text, thing)):
        return None
    every = content().questions
    if any(every[one].about == thing for one in asked.said.act.values(QUESTION) if one in every):
        return None
    near = next((every[one] for one in asked.said.of_thing(thing) if one in every and every[one].about == thing), None)
    if near is not None and near.id != state.question:
        return _asks(near)
    if asked_for := next((_NOTHING_SAID[topic] for topic in topics if topic in _NOTHING_SAID), None):
        return (Step(ASK_TOPIC, ((UNKNOWN, asked_for),)),)
    return (Step(ASK_TOPIC, ((NO_MORE, state.question),)),) if state.question is not None else None


def _of_tablets(asked: Asked) -> Taken:
    """Who names tablets of B12, and no injections, and asks about ending it or how long, asks it of the tablets."""
    every, act, text = content().questions, asked.said.act, asked.said.text
    named = named_in(text)
    ends = bool({*act.values(TOPIC)} & _ENDS) or _TO_END.search(text) is not None
    sure = [one for one in act.values(QUESTION) if one in every and every[one].topic not in act.values(BESIDE)]
    if asked.kind != ASK_TOPIC or not ends or sure or TABLETS not in named or set(named) & OF_INJECTIONS:
        return None
    near = [*act.values(NEAR), *asked.said.of_thing(TABLETS)]
    return next((_asks(every[one]) for one in near if one in every and every[one].about == TABLETS), None)


def last_again(asked: Asked) -> Taken:
    """What lies nearest to the question that was just answered, and to nothing surely, asks it once more."""
    if asked.kind not in _OPEN or asked.said.act.values(QUESTION) or asked.state.refused is not None:
        return None
    near = _nearest(asked)
    if near is None or near.id != asked.state.question or asked.state.awaiting is not None:
        return None
    sure = asked.kind == ASK_TOPIC and near.topic not in asked.said.act.values(TOPIC)
    return None if sure else _asks(near)


def names_last(asked: Asked) -> Taken:
    """What names the thing just spoken of, and was not understood, is about that: what there is to say of it."""
    state, every = asked.state, content().questions
    thing, last = state.focus, every.get(state.question or "")
    if asked.kind not in (UNSURE, NOT_UNDERSTOOD) or thing is None or thing in INJECTIONS or state.refused is not None:
        return None
    if last is None or last.about != thing or thing not in named_in(asked.said.text) or state.awaiting is not None:
        return None
    near = _nearest(asked)
    if near is not None and near.about != thing and asked.kind == UNSURE:
        return None
    of_thing = [every[one] for one in asked.said.of_thing(thing) if one in every and every[one].about == thing]
    return _asks(next(iter(of_thing), last))


def _nearest(asked: Asked) -> Question | None:
    return content().questions.get(next(iter(asked.said.act.values(NEAR)), ""))


def _asks(question: Question) -> Taken:
    return (Step(ASK_TOPIC, ((TOPIC, question.topic), (QUESTION, question.id))),)
