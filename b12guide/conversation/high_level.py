"""Rows of the table: what is asked of a high level on injections (whether it is too much, poison, dangerous, or stays
in the body), and whether a level tells anything then. The level that was told before counts, as do the days of the
test and of the injection."""

from __future__ import annotations

import re

from b12guide.conversation.days_of_test import days_after, days_told
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import INJECTIONS, named_in
from b12guide.conversation.kinds import DAYS_AFTER
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.level_and_date import HIGH, OF_LEVEL, TAKES_NONE
from b12guide.conversation.state import PLAN
from b12guide.conversation.untreated import has_none
from b12guide.conversation.whose import named_in as people_in
from b12guide.shared import content

TOO_MUCH, TELLS_LITTLE = "high_level_too_much_in_me", "level_tells_little_on_injections"
# Questions behind which "is it dangerous" is asked of the level.
_SPOKEN = frozenset({TOO_MUCH, "level_off_the_scale", "high_level_on_injections", "high_level_skip_one"})
_HARM = re.compile(
    r"\b(?:too much|poison(?:ed|ing|ous)?|toxic|danger(?:ous)?|harm(?:ful|ing|s)?|overdos(?:e|ed|ing)|bad for me"
    r"|hurt(?:ing)? me|damag(?:e|ing)|unsafe|safe|worr(?:y|ied)|panic"
    r"|(?:stay(?:s|ing)?|stuck|sit(?:s|ting)?|left|build(?:s|ing)?(?: up)?|pil(?:e|es|ing)(?: up)?) in(?:side)?"
    r" (?:me|my (?:body|blood|system)))\b",
    re.I,
)
_ASKS = re.compile(
    r"\?|(?:^|[.,;:!\n]\W{0,3})(?:(?:and|so|but|then|well|oh) ){0,2}"
    r"(?:is|are|am|have|has|does|do|can|could|will|should)\b",
    re.I,
)
# Signs, an extra dose and other illnesses have answers of their own.
_ELSE = re.compile(
    r"\b(?:kidneys?|liver|cancer|tumou?rs?|leuk\w+|by mistake|by accident|twice|double|extra|two (?:jabs|doses|shots)"
    r"|swallow\w*|signs?|symptoms?|toddler|child|potassium|iron|ferritin|folate|folic|sugar|cholesterol|calcium|dose"
    r"|how long|how much|why)\b",
    re.I,
)
_TELLS = re.compile(
    r"\b(?:b-?12|level|figure|number|reading|result)s?\b[^.!?\n]{0,30}"
    r"\b(?:mean|tell|say|show|prove|be (?:of )?(?:any )?(?:use|useful|worth|good)|worth|useful"
    r"|any (?:use|good|point|help))"
    r"\b[^.!?\n]{0,16}(?:\b(?:anything|much|something|them|us|me|nothing|at all|then|use|good|doing|point|help|once"
    r"|while|if|when|on)\b|\W*$)"
    r"|\b(?:point|use|sense) (?:in|of|to) (?:\w+ ){0,3}?(?:b-?12|level|figure|number|reading|result)s?\b",
    re.I,
)
_WOULD = re.compile(
    r"\b(?:will|would|does|do|can|could|is|are) (?:(?:there|the|a|an|my|his|her|any) ){0,2}(?:\w+ )?"
    r"(?:b-?12|levels?|figures?|numbers?|readings?|results?|counts?|point|use)\b|\b(?:whether|if) (?:the|a|my)\b",
    re.I,
)
_ON_INJECTIONS = re.compile(r"\b(?:injections?|injected|jabs?|jags?|shots?|needles?|hydroxo\w*|treatment|it)\b", re.I)
# A number or "low" of one's own is a result to be read, which nobody here does.
_OWN_RESULT = re.compile(r"\d{2,}|\b(?:low|lower|normal|borderline|high|came back)\b", re.I)
# What a result is told with.
_OF_RESULTS = frozenset({"test", "result", "range", "units", "plan"})
_OF_TESTS = frozenset({"lab_tests_explained", "monitoring_after_starting", "too_much_b12"})


def too_much_in_me(asked: Asked) -> Taken:
    """ "It says HIGH. Am I poisoned?", "is it dangerous then?": what a high level after injections is, before any signs
    of too much; with the days between injection and test where both were told."""
    state, text = asked.state, _plain(asked)
    if not _free(asked) or people_in(text) or TAKES_NONE.search(text) or _ELSE.search(text):
        return None
    high = HIGH.search(text) is not None or state.question in _SPOKEN
    harm = _HARM.search(text)
    if (
        not high
        or harm is None
        or not _ASKS.search(text)
        or set(named_in(text)) - {*INJECTIONS, *OF_LEVEL, *_OF_RESULTS}
    ):
        return None
    steps = asks_of([content().questions[TOO_MUCH]])
    told = {name: day.isoformat() for name, day in days_told(text, asked.who).items()}
    days = days_after({**state.test_days, **told})
    if not steps or days is None:
        return steps
    return (Step(steps[0].kind, (*steps[0].details, (DAYS_AFTER, str(days)))),)


def level_tells_little(asked: Asked) -> Taken:
    """ "Will the B12 reading mean anything then?", of somebody on injections who has no result yet."""
    state, text = asked.state, _plain(asked)
    if not _free(asked) or has_none(asked) or _OWN_RESULT.search(text.replace("B12", "").replace("b12", "")):
        return None
    if not _TELLS.search(text) or not _WOULD.search(text):
        return None
    spoken_of = bool({*state.last} & _OF_TESTS)
    return asks_of([content().questions[TELLS_LITTLE]]) if spoken_of or _ON_INJECTIONS.search(text) else None


def _plain(asked: Asked) -> str:
    return asked.said.text.replace("\u2019", "'")


def _free(asked: Asked) -> bool:
    """Whether nothing stands that comes first, and an adult asks of themselves."""
    state, said = asked.state, asked.said
    if said.verdict.warns or said.excerpt or state.standing is not None or state.child_writes or asked.about.child:
        return False
    return state.awaiting in (None, PLAN) and not state.for_other
