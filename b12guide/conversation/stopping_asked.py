"""Rows of the table: that somebody else stopped and is well, a break that is wanted, and whether it is for one's whole
life, in any words. The cause that was told before chooses the answer (`fitting_facts`)."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked, Taken
from b12guide.conversation.focus import INJECTIONS, TAKEN, named_in
from b12guide.conversation.kinds import FORGET_ME
from b12guide.conversation.leaning import asks_of
from b12guide.conversation.others_stopped import somebody_stopped
from b12guide.conversation.state import PLAN
from b12guide.conversation.told_of_self import DIET, PERNICIOUS, SURGERY, VEGAN
from b12guide.conversation.untreated import has_none
from b12guide.conversation.whose import ME
from b12guide.shared import content

OTHER_STOPPED, MINE_STAYS = "somebody_stopped_and_is_well", "somebody_stopped_mine_stays"
BREAK, FOR_LIFE = "a_break_from_injections", "injections_for_life"
_UNIT = r"(?:weeks?|months?|mnths?|mths?|years?|yrs?|summer|winter|season)"
_NUMBER = r"(?:\d{1,2}|a|an|one|two|three|four|five|six|twelve|half|couple|few|some|whole|of)"
_LONG = rf"(?:{_NUMBER}[- ]){{1,3}}{_UNIT}"
_REST = r"(?:break|breather|pause|rest|holiday|time out|gap year)"
_BREAK = re.compile(
    r"\b(?:have|take|taking|having|need|want|fancy|like|try|about|just|only|then|for)"
    rf" (?:(?:just|only|maybe|about|then|the|wee|little|short|long|nice|{_NUMBER}|{_UNIT})[- ]){{0,6}}{_REST}\b"
    r"(?! (?:of (?:my|the|our)|my|your|his|her|the|it|into|up|down|day|in the|from (?:work|the gas)))"
    rf"|(?:^|[.,;!?]\W{{0,3}})(?:(?:ok|so|and|then|well|just|only|but|what about|how about|or) ){{0,4}}{_LONG}[- ]"
    r"(?:break|pause|rest|off|out|without)\b"
    rf"|\b(?:take|taking|have|having) (?:(?:just|only|maybe|about) ){{0,2}}{_LONG} (?:off|out|without)\b"
    r"|\b(?:stop|pause|leave (?:them|it) off|skip|go without|do without)(?: (?:them|it|the \w+))?"
    rf" (?:just |only )?for (?:just |only |about )?{_LONG}\b",
    re.I,
)
# It is over, it was not wanted, or it is of something else.
_NO_BREAK = re.compile(
    r"\b(?:after|since|had|took|during|following|been on|back from) (?:(?:a|an|my|the|our|long|short) ){0,2}"
    r"(?:\w+ ?[- ]?){0,3}(?:break|pause|rest|holiday)\b"
    r"|\b(?:lunch|tea|coffee|school|spring|summer|christmas|easter|half[- ]term) (?:break|holidays?)\b"
    r"|\b(?:going|go|off|away|fly\w*|book\w*) (?:on|to|for)\b|\bneedle\w* br(?:eak|oke)|\bbed rest\b"
    r"|\brest (?:my|the) arm",
    re.I,
)
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
    if not _free(asked) or not _of_b12(text) or not somebody_stopped(text):
        return None
    # Whoever is named, it is the writer's own cause that counts.
    stays = {*asked.state.facts.get(ME, ())} & {PERNICIOUS, SURGERY}
    return asks_of([content().questions[MINE_STAYS if stays else OTHER_STOPPED]])


def break_wanted(asked: Asked) -> Taken:
    """ "A few months off, then": as stopping, and the clinic first."""
    text = _plain(asked)
    if not _free(asked) or _NO_BREAK.search(text) or not _of_b12(text) or has_none(asked):
        return None
    if _BREAK.search(text) is None or asked.about.person != ME:
        return None
    return asks_of([content().questions[BREAK]])


def whole_life(asked: Asked) -> Taken:
    """ "And that is for good?", of somebody who told of a cause that decides it."""
    text, state = _plain(asked), asked.state
    told = {*state.facts.get(ME, ())}
    if not _free(asked) or not told & _CAUSES or _OF_ELSE.search(text) or not _of_b12(text):
        return None
    if _WHOLE_LIFE.search(text) is None or state.for_other or not (state.last or state.plan):
        return None
    return asks_of([content().questions[FOR_LIFE]])


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
