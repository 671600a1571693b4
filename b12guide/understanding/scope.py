"""Answer, offer topics, or say that it is not our subject: what a message is about, from what was heard of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from b12guide.topics import TOPICS
from b12guide.understanding.acts import (
    ASK_TOPIC,
    DIARY,
    HELP_IS_HERE,
    NEIGHBOUR,
    NOT_UNDERSTOOD,
    OFFERED,
    OUT_OF_SCOPE,
    OUT_OF_SCOPE_MEDICAL,
    PLAN,
    REMINDERS,
    REQUEST,
    TOPIC,
    UNSURE,
    Act,
)
from b12guide.understanding.predictions import Prediction
from b12guide.understanding.subject import Subject, subject

PLAN_PREFIX = "plan_"
# Labels of what is asked of a plan, of the diary and of reminders begin so.
REQUESTS = {PLAN_PREFIX: PLAN, "diary_": DIARY, "reminder_": REMINDERS}
# What deletes, or changes how the last answer is said: as little as a request is it done on a guess.
ACTED_ON = frozenset({"forget_me", "just_yes_or_no"})
SAID_OF_ONESELF = ("feel_", "insult", "joke", "bot_life")
OTHER_INJECTIONS = "out_of_scope_injections"
# The verdict, which looks at rules too, takes their place; by themselves they decide nothing here.
WARNINGS = frozenset({"emergency", "crisis", "urgent"})
# A person's own number and "is that low?": never read, whatever else the words are like (product promise 3).
RESULT_ASKED = re.compile(
    r"\b(?:b-?12|levels?|result|count|reading)\b[^.?!]{0,20}?\b\d{2,4}\b(?!\s*(?:mcg|mg|micro|µg|ug|ml|iu))"
    r"[^.!]{0,40}\b(?:low|high|normal|ok|okay|bad|fine|enough)\b[^.!]{0,15}\?",
    re.I,
)
MOST_OFFERED = 3
AGREEMENT = frozenset({"affirm", "deny"})
# Topics that other medicines and illnesses belong to: naming one does not lead away from our subject.
ABOUT_OTHERS = frozenset({"interactions_medicines", "overlapping_conditions", "diagnosis_request", "pregnancy"})


@dataclass(frozen=True)
class ScopeBars:
    """Bars, chosen by cross-validation (docs/understanding.md).

    `known`: nearness below which a message is about nothing we know; `likely`: confidence below which it is about no
    one topic, and topics are only offered; `tie`: from which share of the odds of the best topic the second is about as
    good, and both are offered; `rival`: from which share of its confidence a foreign subject is, where nothing of ours
    is named; `planned`: confidence below which nothing is asked of a plan, the diary or reminders, and nothing is
    deleted; `separate`: confidence that each of several questions needs for an answer of its own; `agreed`: confidence
    below which a "yes" or a "no" is none, since much can hang on it; `plain`: confidence below which no other subject
    is plainly named; `felt`: confidence below which no feeling and no joke is heard.
    """

    known: float = 0.45
    likely: float = 0.22
    tie: float = 0.80
    rival: float = 0.90
    planned: float = 0.45
    separate: float = 0.40
    agreed: float = 0.60
    plain: float = 0.50
    felt: float = 0.33


def said_about(text: str, heard: Prediction, asked: Sequence[Prediction], bars: ScopeBars) -> Act:
    """The act of a message `text`, `heard` as a whole and in each of the questions `asked`."""
    label, named = heard.label, subject(text)
    near = named.ours or heard.scope >= bars.known
    topics = [(name, share) for name, share in heard.ranking if name in TOPICS]
    if RESULT_ASKED.search(text):
        return Act.of(ASK_TOPIC, heard, ((TOPIC, "diagnosis_request"),))
    if label.startswith(OUT_OF_SCOPE) and not named.ours:
        foreign = _foreign(label, heard, named, bars)
        if foreign is not None:
            return foreign
        offered = _offered(topics) if named.within or (near and topics[0][1] >= bars.likely) else ()
        return Act.of(UNSURE if offered else NOT_UNDERSTOOD, heard, offered)
    if label == HELP_IS_HERE:
        # Only in an emergency does it mean anything, and only the conversation knows of one.
        return Act.of(UNSURE, heard, _offered(topics))
    if label in TOPICS or label in WARNINGS or label.startswith(OUT_OF_SCOPE):
        several = _several(asked, bars)
        ours = bool({label, topics[0][0]} & ABOUT_OTHERS)
        if not near and not several:
            return Act.of(UNSURE, heard, _offered(topics))
        if named.foreign and not ours:
            return Act.of(OUT_OF_SCOPE_MEDICAL, heard, _beside(label))
        if several:
            return Act.of(ASK_TOPIC, heard, tuple((TOPIC, topic) for topic in several))
        if (ours or not named.either) and _clear(heard, topics, bars, ours=named.ours):
            (best, share), others = topics[0], Act.of(ASK_TOPIC, heard).others
            return Act(ASK_TOPIC, share, ((TOPIC, best),), others)
        return Act.of(UNSURE, heard, _offered(topics))
    if label.startswith(SAID_OF_ONESELF) and heard.confidence < bars.felt:
        return Act.of(UNSURE, heard, _offered(topics))
    if not near or (label in AGREEMENT and heard.confidence < bars.agreed):
        return Act.of(NOT_UNDERSTOOD, heard)
    if label in ACTED_ON and heard.confidence < bars.planned:
        return Act.of(UNSURE, heard, _offered(topics))
    for prefix, kind in REQUESTS.items():
        if label.startswith(prefix):
            if heard.confidence < bars.planned:
                return Act.of(UNSURE, heard, _offered(topics))
            return Act.of(kind, heard, ((REQUEST, label.removeprefix(prefix)),))
    return Act.of(label, heard)


def _foreign(label: str, heard: Prediction, named: Subject, bars: ScopeBars) -> Act | None:
    """The act of what is like another subject, nothing of ours being named; None where none is named plainly."""
    beside = _beside(label)
    if beside and (named.together or (named.giving and label != OTHER_INJECTIONS)):
        return None
    if not named.others and (named.within or (heard.confidence < bars.plain and not beside)):
        return None
    return Act.of(OUT_OF_SCOPE_MEDICAL if beside else label, heard, beside)


def _beside(label: str) -> tuple[tuple[str, str], ...]:
    """Which neighbour of our subject a label stands for."""
    known = label.startswith(f"{OUT_OF_SCOPE}_") and label != OUT_OF_SCOPE_MEDICAL
    return ((NEIGHBOUR, label.removeprefix(f"{OUT_OF_SCOPE}_")),) if known else ()


def _clear(heard: Prediction, topics: Sequence[tuple[str, float]], bars: ScopeBars, *, ours: bool) -> bool:
    """Whether the best topic is likely, and neither another topic nor a foreign subject is about as likely."""
    best, second = topics[0][1], topics[1][1]
    tied = second * (1 - best) >= bars.tie * best * (1 - second)
    foreign = max(share for name, share in heard.ranking if name.startswith(OUT_OF_SCOPE))
    return best >= bars.likely and not tied and (ours or foreign < bars.rival * best)


def _offered(topics: Sequence[tuple[str, float]]) -> tuple[tuple[str, str], ...]:
    return tuple((OFFERED, topic) for topic, _ in topics[:MOST_OFFERED])


def _several(asked: Sequence[Prediction], bars: ScopeBars) -> list[str]:
    """The topics of several questions in one message, in order; none unless two are clear and differ."""
    clear = [p for p in asked if p.label in TOPICS and p.confidence >= bars.separate]
    topics = list(dict.fromkeys(p.label for p in clear))
    return topics if len(topics) > 1 and any(p.scope >= bars.known for p in clear) else []
