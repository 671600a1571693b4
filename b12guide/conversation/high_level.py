"""Rows of the table: what is asked of a high level on injections (whether it is too much, poison, dangerous, or stays
in the body), and whether a level tells anything then. The level that was told before counts, as do the days of the
test and of the injection."""

from __future__ import annotations

import re

from b12guide.conversation.advice_told import names_none
from b12guide.conversation.days_of_test import days_after, days_told
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.focus import INJECTIONS, named_in
from b12guide.conversation.kinds import DAYS_AFTER
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.level_and_date import HIGH, OF_LEVEL, OTHER_TEST
from b12guide.conversation.state import PLAN
from b12guide.conversation.treatment_told import not_yet, takes_none, tells_some
from b12guide.conversation.untreated import has_none, has_some
from b12guide.conversation.whose import named_in as people_in
from b12guide.plan import dialogue
from b12guide.shared import content
from b12guide.understanding.acts import ASK_TOPIC, OUT_OF_SCOPE_MEDICAL, QUESTION, TOPIC

TOO_MUCH, TELLS_LITTLE = "high_level_too_much_in_me", "level_tells_little_on_injections"
ON_INJECTIONS = "high_level_on_injections"
# Levels with an answer of their own.
_IRON = re.compile(r"\b(?:iron|ferritin|potassium)\b", re.I)
# The reason is to be looked for where nothing is taken.
TAKES_NONE = "high_and_takes_none"
NOT_READ, TESTS = "read_my_result", "lab_tests_explained"
# Questions behind which "is it dangerous" is asked of the level.
_SPOKEN = frozenset({TOO_MUCH, "level_off_the_scale", "high_level_on_injections", "high_level_skip_one"})
_HARM = re.compile(
    r"\b(?:too much|poison(?:ed|ing|ous)?|toxic|danger(?:ous)?|harm(?:ful|ing|s)?|overdos(?:e|ed|ing)|bad for me"
    r"|hurt(?:ing)? me|damag(?:e|ing)|unsafe|safe|worr(?:y|ied)|panic"
    r"|(?:stay(?:s|ing)?|stuck|sit(?:s|ting)?|left|build(?:s|ing)?(?: up)?|pil(?:e|es|ing)(?: up)?) in(?:side)?"
    r" (?:me|my (?:body|blood|system)))\b",
    re.I,
)
_NAMED = re.compile(r"\b(?:b-?12|b twelve|(?:\w{4,7})?cobalamin|hydroxo)\b", re.I)
# The level itself is high, and not what came of an injection ("my arm puffed up after the B12 injection").
_LEVEL_HIGH = re.compile(
    r"(?:^\W{0,3}|[.,!?;:\n]\W{0,3}|\b(?:my|the|that|this|a|b-?12|blood|test|lab|vitamin|their|such|latest|new"
    r"|by|and|so|\w{2,12}'s) )"
    r"(?:levels?|numbers?|results?|readings?|figures?|b-?12|blood)\b"
    r"(?! (?:injections?|jabs?|jags?|shots?|needles?|tablets?|pills?))[^.!?\n]{0,40}"
    r"\b(?:high|(?:way|gone|went|shot|far|well|is|was) up|sky|roof|(?:far|well|way|so|is|was|are|them|me)? ?above"
    r"|over (?:the|\d{1,5})|(?:too|so) full|too much|(?:off|out of) the (?:scale|range|chart))\b"
    # "HIGH is printed by my B12".
    r"|\bhigh\b[^.!?\n]{0,24}\b(?:levels?|results?|readings?|b-?12)\b"
    r"(?! (?:injections?|jabs?|jags?|shots?|needles?|tablets?|pills?))",
    re.I,
)
# A figure that no other common test of the blood has.
_A_HIGH_FIGURE = re.compile(
    r"\b(?:levels?|numbers?|results?|readings?|figures?|b-?12|blood|test|lab|report)\b[^.!?\n]{0,50}"
    r"(?:\b(?:over|above|beyond|more than|past|is|was|says?|at|of)|>) ?(?:1[,.]?[5-9]\d\d|[2-9][,.]?\d\d\d)\b",
    re.I,
)
# A colour of the print, and no cell of the blood.
_IN_RED = re.compile(
    r"\b(?:(?:in|flagged|printed|marked|shown|highlighted|bright|bold|big|up) ){1,2}red\b(?! (?:blood|cells?))", re.I
)
# What is felt, taken or had beside it comes first.
_MORE = re.compile(
    r"\b(?:feel(?:ing)? (?:ill|sick|bad|awful|rough|weird|funny|odd|terrible|worse|unwell|faint)|unwell|dizz\w*|numb\w*"
    r"|tingl\w*|weak\w*|breath\w*|chest|heart|pain\w*|hurts?|rash|hives|itch\w*|swell\w*|swollen|faint\w*|vomit\w*"
    r"|confus\w*|blood in|yellow|swallowed|overdos\w*|by mistake|by accident|too many|twice|double|extra|pregnan\w*"
    r"|bab(?:y|ies)|child|toddler|die|dying|kill\w*|somebody|someone|he|she|him|her)\b",
    re.I,
)
# One that was left out, or a stretch of time: the writer has injections.
_ONE_OF_SOME = re.compile(
    r"\b(?:this (?:week|month|time)|today|since|lately|any ?more|for (?:\d|an?\b|two|three|six|ages|months|weeks|years)"
    r"|stopped|last|next|missed|late)\b",
    re.I,
)
_HIGH_OF_ANY = re.compile(r"\b(?:high|up|above|over|off the (?:scale|chart|range)|sky|roof)\b", re.I)
_A_LEVEL = re.compile(r"\b(?:levels?|numbers?|results?|readings?|figures?)\b", re.I)
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
# A number, or more than that, of somebody who has had no B12.
_A_NUMBER = re.compile(
    r"\b(?:just|only|merely|no more than) (?:a|the) (?:\w+ )?(?:number|figure|reading|result|value)\b", re.I
)
_SEEN_ABOUT_IT = re.compile(
    r"\b(?:see|seen|check\w*|look\w*|tested|doctor|gp|clinic|someone|somebody|appointment|do(?:ne)? about)\b", re.I
)
_HAD_NONE = re.compile(
    r"\b(?:never|not|no|without|n't)\b[^.!?]{0,20}\b(?:b-?12|tablets?|jabs?|injections?|shots?|supplements?|vitamins?)\b",
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
_ON_INJECTIONS = re.compile(r"\b(?:injections?|injected|jabs?|jags?|shots?|needles?|hydroxo\w*|treatment)\b", re.I)
# They are over, or not begun: what was said of a high level before fits no more.
_ENDED = re.compile(
    r"\b(?:before|yet|until|till|start(?:s|ing)?|stop\w{0,4}|came off|used to|ago|any ?more|tablets?|pills?)\b", re.I
)
# A number or "low" of one's own is a result to be read, which nobody here does.
_OWN_RESULT = re.compile(r"\d{2,}|\b(?:low|lower|normal|borderline|high|came back)\b", re.I)
# What a result is told with.
_OF_RESULTS = frozenset({"test", "result", "range", "units", "plan"})
_OF_TESTS = frozenset({"lab_tests_explained", "monitoring_after_starting", "too_much_b12"})


def too_much_in_me(asked: Asked) -> Taken:
    """ "It says HIGH. Am I poisoned?", "is it dangerous then?": what a high level after injections is, before any signs
    of too much; with the days between injection and test where both were told."""
    state, text = asked.state, _plain(asked)
    if not _asks_harm(asked, text) or has_none(asked) or takes_none(text):
        return None
    if not (has_some(asked) or (state.question in _SPOKEN and not _ENDED.search(text))):
        return None
    steps = asks_of([content().questions[TOO_MUCH]])
    told = {name: day.isoformat() for name, day in days_told(text, asked.who).items()}
    days = days_after({**state.test_days, **told})
    if not steps or days is None:
        return steps
    return (Step(steps[0].kind, (*steps[0].details, (DAYS_AFTER, str(days)))),)


def asked_as_poison(asked: Asked) -> Taken:
    """ "It says over 2000 in red. Am I poisoned?": it only sounds urgent, and tells of a level alone: the calm answer,
    and no card."""
    state, said, text = asked.state, asked.said, _IN_RED.sub(" ", _plain(asked))
    only_sounds = names_none(said.verdict) or (said.verdict.asks_first and not said.verdict.signs)
    if not only_sounds or state.warned is not None or not _adult(asked) or people_in(text):
        return None
    high = _LEVEL_HIGH.search(text) is not None or _A_HIGH_FIGURE.search(text) is not None
    if not high or not _HARM.search(text) or not _ASKS.search(text) or OTHER_TEST.search(text) or _MORE.search(text):
        return None
    if set(named_in(text)) - {*INJECTIONS, *OF_LEVEL, *_OF_RESULTS}:
        return None
    if has_none(asked) or takes_none(text):
        return asks_of([content().questions[TAKES_NONE]])
    return asks_of([content().questions[TOO_MUCH if has_some(asked) or tells_some(text) else ON_INJECTIONS]])


def high_takes_none(asked: Asked) -> Taken:
    """ "It is very high and I'm on nothing. Is that dangerous?": it is no level after injections."""
    text = _plain(asked)
    if not _asks_harm(asked, text, none=True) or dialogue.is_told(asked.state.plan) or tells_some(text):
        return None
    none = has_none(asked) or (takes_none(text) and not _ONE_OF_SOME.search(text))
    return asks_of([content().questions[TAKES_NONE]]) if none else None


def only_a_number(asked: Asked) -> Taken:
    """ "Is that just a figure or must she be looked at?", of a level that is high where nothing is taken, while a
    warning stands that rests on likeness alone: a line on that follows the answer."""
    warned, said, text = asked.state.warned, asked.said, _plain(asked)
    if warned is None or warned.emergency is not None or warned.told or said.verdict.warns or said.excerpt:
        return None
    told = " ".join([text, *warned.heard])
    of_level = _A_NUMBER.search(text) is not None and _SEEN_ABOUT_IT.search(text) is not None
    none = has_none(asked) or takes_none(told) or _HAD_NONE.search(told) is not None
    return asks_of([content().questions[TAKES_NONE]]) if of_level and none and not tells_some(told) else None


def level_of_else(asked: Asked) -> Taken:
    """What was heard as a question of the level on injections, and is of another test, of something that nobody named,
    or of a level before any injection: none of what is said of that level fits."""
    state, act, text, every = asked.state, asked.said.act, _plain(asked), content().questions
    heard = [every[one] for one in act.values(QUESTION) if one in every]
    if not _free(asked) or asked.kind != ASK_TOPIC:
        return None
    if [one.id for one in heard] == [TELLS_LITTLE]:
        before = has_none(asked) or takes_none(text) or not_yet(text)
        return (Step(ASK_TOPIC, ((TOPIC, TESTS),)),) if before else None
    of_level = {one.about for one in heard} <= OF_LEVEL if heard else act.values(TOPIC) == ["too_much_b12"]
    if not of_level or not _HARM.search(text) or not _HIGH_OF_ANY.search(text) or _NAMED.search(text):
        return None
    if OTHER_TEST.search(text):
        return None if _IRON.search(text) else (Step(OUT_OF_SCOPE_MEDICAL),)
    known = state.question in _SPOKEN or state.focus in OF_LEVEL or has_some(asked) or _ON_INJECTIONS.search(text)
    return None if known or _A_LEVEL.search(text) else asks_of([every[NOT_READ]])


def level_tells_little(asked: Asked) -> Taken:
    """ "Will the B12 reading mean anything then?", of somebody on injections who has no result yet."""
    state, text = asked.state, _plain(asked)
    if (
        not _free(asked)
        or not has_some(asked)
        or not_yet(text)
        or _OWN_RESULT.search(text.replace("B12", "").replace("b12", ""))
    ):
        return None
    if not _TELLS.search(text) or not _WOULD.search(text) or OTHER_TEST.search(text):
        return None
    spoken_of = bool({*state.last} & _OF_TESTS)
    return asks_of([content().questions[TELLS_LITTLE]]) if spoken_of or _ON_INJECTIONS.search(text) else None


def _asks_harm(asked: Asked, text: str, *, none: bool = False) -> bool:
    """Whether an adult asks if a high level of B12 does harm. "It" is high where that was spoken of. Where `none` is
    taken, it may be of somebody else, and any level."""
    if not _free(asked) or (people_in(text) and not none) or _ELSE.search(text) or OTHER_TEST.search(text):
        return False
    if set(named_in(text)) - {*INJECTIONS, *OF_LEVEL, *_OF_RESULTS}:
        return False
    spoken = asked.state.question in _SPOKEN
    of_level = spoken or asked.state.focus in OF_LEVEL
    high = (
        spoken
        or (_LEVEL_HIGH.search(text) is not None and (of_level or none or _NAMED.search(text) is not None))
        or (of_level and HIGH.search(text) is not None)
    )
    return high and _HARM.search(text) is not None and _ASKS.search(text) is not None


def _plain(asked: Asked) -> str:
    return asked.said.text.replace("\u2019", "'")


def _free(asked: Asked) -> bool:
    """Whether nothing stands that comes first, and an adult asks of themselves."""
    return not asked.said.verdict.warns and _adult(asked)


def _adult(asked: Asked) -> bool:
    state = asked.state
    if asked.said.excerpt or state.standing is not None or state.child_writes or asked.about.child:
        return False
    return state.awaiting in (None, PLAN) and not state.for_other
