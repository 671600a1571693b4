"""Rows of the table: that somebody else stopped and is well, a break that is wanted, and whether it is for one's whole
life, in any words. The cause that was told before chooses the answer (`fitting_facts`)."""

from __future__ import annotations

import re

from b12guide.conversation.answered import answered
from b12guide.conversation.decision import Asked, Taken
from b12guide.conversation.focus import INJECTIONS, TAKEN, named_in
from b12guide.conversation.kinds import FORGET_ME
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.others_stopped import somebody_stopped
from b12guide.conversation.state import PLAN
from b12guide.conversation.told_of_self import DIET, PERNICIOUS, SURGERY, VEGAN
from b12guide.conversation.untreated import has_none
from b12guide.conversation.whose import ME
from b12guide.plan import dialogue
from b12guide.shared import content

MEANTIME, STOPPING = "few_months_without", "stopping"
OTHER_STOPPED, MINE_STAYS = "somebody_stopped_and_is_well", "somebody_stopped_mine_stays"
BREAK, FOR_LIFE = "a_break_from_injections", "injections_for_life"
_UNIT = r"(?:weeks?|months?|mnths?|mths?|years?|yrs?|summer|winter|season)"
_NUMBER = r"(?:\d{1,2}|a|an|one|two|three|four|five|six|twelve|half|couple|few|some|whole|of)"
_LONG = rf"(?:{_NUMBER}[- ]){{1,3}}{_UNIT}"
_INJECTIONS = (
    r"(?:(?:my|the|these|those|all|having|getting|b-?12) ){0,3}"
    r"(?:injections?|jabs?|jags?|shots?|needles?|hydroxo\w{0,10})"
)
_FROM = rf"(?: from (?:them|it|this|these|{_INJECTIONS}))"
# A rest or a holiday is of work and of the day, where it is not said from what.
_REST = rf"(?:(?:break|pause|gap year)|(?:breather|rest|holiday|time out)(?={_FROM}\b))"
# "Two months off work": what it is off of, where that is said.
_END = rf"(?=\W*$|\s*[.,;!?]| (?:then|please|or|and|so|over|instead)\b|{_FROM}\b| (?:them|it|{_INJECTIONS})\b)"
_BREAK = re.compile(
    r"\b(?:have|take|taking|having|need|want|fancy|like|try|about|just|only|then|for)"
    rf" (?:(?:just|only|maybe|about|then|the|wee|little|short|long|nice|{_NUMBER}|{_UNIT})[- ]){{0,6}}{_REST}\b"
    rf"{_END}"
    rf"|(?:^|[.,;!?]\W{{0,3}})(?:(?:ok|so|and|then|well|just|only|but|what about|how about|or) ){{0,4}}{_LONG}[- ]"
    rf"(?:break|pause|off|out|without)\b{_END}"
    rf"|\b(?:take|taking|have|having) (?:(?:just|only|maybe|about) ){{0,2}}{_LONG} (?:off|out|without)\b{_END}"
    rf"|\b(?:stop|pause|leave (?:them|it) off|skip|go without|do without)(?: (?:them|it|{_INJECTIONS}))?"
    rf" (?:just |only )?for (?:just |only |about )?{_LONG}\b{_END}",
    re.I,
)
# It is over, it was not wanted, or it is of something else.
_NO_BREAK = re.compile(
    r"\b(?:after|since|had|took|during|following|been on|back from) (?:(?:a|an|my|the|our|long|short) ){0,2}"
    r"(?:\w+ ?[- ]?){0,3}(?:break|pause|rest|holiday)\b"
    r"|\b(?:lunch|tea|coffee|school|spring|summer|christmas|easter|half[- ]term) (?:break|holidays?)\b"
    r"|\b(?:going|go|off|away|fly\w*|book\w*) (?:on|to|for)\b|\bneedle\w* br(?:eak|oke)|\bbed rest\b"
    r"|\brest (?:my|the) arm"
    # What was had, or another told them to.
    r"|\b(?:restart\w*|(?:start\w*|begin|go|going) (?:again|back)|back on|exhausted|since|already|so far|ago|was|were"
    r"|been|i've (?:had|gone)|went|told|tells|said|says|made me|wants me|stopped|(?:is|was) (?:that|this|it) normal)\b"
    r"|\b(?:work|job|school|college|uni|shifts?|sick|driving|gym|sports?|exercise|swimming|running|football|alcohol"
    r"|drinking|coffee|walk|bed|lie down)\b"
    r"|\b(?:break|pause|rest|breather) (?:\w+ )?(?:after|before|during|following)\b",
    re.I,
)
# What is taken is a break, or something else: "two at once", "paracetamol with it".
_OFF = (
    rf"(?:(?:just|only|about|maybe|the|this|that|my|such|little|short|long|{_NUMBER}|{_UNIT})[- ]){{0,6}}"
    r"(?:breaks?|rest|pause|time (?:off|out)|off|out|without|holiday|breather)\b"
)
_TAKES_ELSE = re.compile(rf"\b(?:tak(?:e|es|ing)|took)\b(?! {_OFF})", re.I)
# What may come of it, in a time that is named or while they are left off.
_MAY_COME = re.compile(
    r"\bwhat(?:'s| is| are)? (?:\w+ )?(?:can|could|would|might|may|will|does|is going to|are the|the) ?(?:\w+ ){0,2}?"
    r"(?:happens?|go(?:es)? wrong|come of (?:it|that)|harm|risks?|damage|dangers?|worst)\b"
    r"|\bwhat(?:'s| is) the (?:harm|risk|danger|worst)\b"
    r"|\bhow (?:bad|dangerous|risky|harmful) (?:can|could|would|is|might)\b"
    r"|\b(?:would|could|will|can|might) (?:anything|something|much|it all|things?) (?:\w+ )?"
    r"(?:happen|go wrong|change)\b",
    re.I,
)
_OF_TIME_OFF = re.compile(
    rf"\b(?:in|over|within|during|for|after|by) (?:(?:just|only|about|that|those|the|such) ){{0,2}}{_LONG}\b"
    r"|\b(?:in|over|by|during) (?:that|the|this) (?:time|break|summer|winter|while)|\bmean ?(?:time|while)\b"
    r"|\b(?:skip|miss|stop|leav|paus|go without|going without|do without)\w*\b"
    rf"|\btak(?:e|es|ing) {_OFF}"
    r"|\bif i (?:don'?t|do not|didn'?t)\b",
    re.I,
)
# Talks in which a bare "break" is one from injections.
_OF_STOPPING = frozenset(
    {"stopping_maintenance", "how_long_treatment_lasts", "missed_or_late_injection", "staying_on_schedule"}
)
_NAMED = re.compile(rf"\b{_INJECTIONS}\b|\b(?:from|off|without) (?:them|it)\b", re.I)
# A date is what is asked for.
# "... and I start again in spring": the break is still to come.
_STARTS_LATER = re.compile(
    r"\b(?:(?:and|then) ){0,2}(?:(?:i|we|i'll|i will|i'd|to) ){0,2}(?:then )?(?:re)?(?:start|begin|go)"
    r" (?:again|back(?: on (?:them|it))?) (?:in|on|from|next|after|by|at|come) (?:the )?\w{3,12}\b",
    re.I,
)
_OF_DATE = re.compile(r"\b(?:when|what (?:day|date)|which (?:day|date)|due|next)\b", re.I)
_WHOLE_LIFE = re.compile(
    r"\b(?:(?:whole|entire|all) (?:my |the )?life(?:long)?|(?:my|the) (?:whole|entire) life|rest of my (?:life|days)"
    r"|all my (?:life|days)|for life|for good|for ?ever|lifelong|life sentence"
    r"|till i(?:'m| am)? (?:die|drop|dead|old)|until i die)\b"
    r"|\bhow (?:many years|long) (?:would|will|does|do|must|have|should) (?:it|this|that|they|i)"
    r" (?:all )?(?:go on|carry on|keep (?:on|going)|last|have to|need)\b",
    re.I,
)
_CAUSES = frozenset({PERNICIOUS, SURGERY, DIET, VEGAN})
# These last as long as they do, whatever the cause of low B12.
_OF_ELSE = re.compile(
    r"\b(?:numb\w*|tingl\w*|tired\w*|tablets?|pills?|tests?|nerves?|feet|symptoms?|side effects?|pain|sore\w*"
    r"|bruise)\b",
    re.I,
)


def like_somebody(asked: Asked) -> Taken:
    """ "A friend came off hers in spring and is fine": it proves nothing of her, and her cause may be another one."""
    text = _plain(asked)
    if not _free(asked) or not _of_b12(text) or not somebody_stopped(text) or _of_plan(text):
        return None
    # Whoever is named, it is the writer's own cause that counts.
    stays = {*asked.state.facts.get(ME, ())} & {PERNICIOUS, SURGERY}
    return asks_of([content().questions[MINE_STAYS if stays else OTHER_STOPPED]])


def break_wanted(asked: Asked) -> Taken:
    """ "A few months off, then": as stopping, and the clinic first."""
    text = _STARTS_LATER.sub(" ", _plain(asked))
    if not _free(asked) or _NO_BREAK.search(text) or not _of_b12(text) or has_none(asked):
        return None
    if _BREAK.search(text) is None or asked.about.person != ME or _of_plan(text):
        return None
    if dialogue.tells_last(text, asked.who):
        return None
    if not _NAMED.search(text) and not {*asked.state.last[-1:]} & _OF_STOPPING:
        return None
    return asks_of([content().questions[BREAK]])


def in_the_meantime(asked: Asked) -> Taken:
    """ "But what could go wrong in four months?", behind a break or an end that was wanted: what may come of that, and
    not all signs that there are."""
    text, state = _plain(asked), asked.state
    if not _free(asked) or not _of_b12(text) or state.for_other or has_none(asked):
        return None
    spoken_of = {*state.last[-1:]} & _OF_STOPPING or any(one.about == STOPPING for one in answered(state))
    if not spoken_of or _MAY_COME.search(text) is None or _OF_TIME_OFF.search(text) is None:
        return None
    if _TAKES_ELSE.search(text):
        return None
    return asks_of([content().questions[MEANTIME]])


def whole_life(asked: Asked) -> Taken:
    """ "And that is for good?", of somebody who told of a cause that decides it."""
    text, state = _plain(asked), asked.state
    told = {*state.facts.get(ME, ())}
    if not _free(asked) or not told & _CAUSES or _OF_ELSE.search(text) or not _of_b12(text):
        return None
    if _WHOLE_LIFE.search(text) is None or state.for_other or not (state.last or state.plan):
        return None
    return asks_of([content().questions[FOR_LIFE]])


def _of_plan(text: str) -> bool:
    """Whether a text tells of a plan, or asks for a date."""
    return _OF_DATE.search(text) is not None or dialogue.tells_plan(text)


def _plain(asked: Asked) -> str:
    return asked.said.text.replace("\u2019", "'")


def _of_b12(text: str) -> bool:
    """Whether no other medicine is what was stopped."""
    return not {*named_in(text)} & TAKEN - INJECTIONS


def _free(asked: Asked) -> bool:
    """Whether nothing stands that comes first, and no child is asked about."""
    state, said = asked.state, asked.said
    if said.verdict.warns or said.excerpt or state.standing is not None or state.warned is not None:
        return False
    if state.child_writes or asked.about.child or asked.kind == FORGET_ME:
        return False
    return state.awaiting in (None, PLAN)
