"""A plan that is told anew: "start again", or a whole course, read by itself with its doses, in the place of what was
read before. What was read wrongly then bears on nothing any more."""

from __future__ import annotations

import re
from dataclasses import replace

from ..dates.planner import compute
from ..reading.reader import read
from .had_dates import had_dates
from .message import Said
from .move_words import asks
from .only_asked import only_asked
from .outcome import Who
from .skipped import told_skips
from .state import State
from .what_if import names_condition

_LEAD = (
    r"(?:(?:no+|nope|ok|okay|oh|ah|argh|arrgh|ugh|tch|um|uh|er|right|well|so|please|just|look|listen|sorry|wait|jesus"
    r"|god|hey|and|but|(?:can|could|shall|should|may) (?:we|i|you)|let'?s|let us|let me|never ?mind"
    r"|(?:i|we) (?:want|would like|wanna|need)(?: to)?|i'd like to"
    r"|forget (?:it|that|this|everything|all (?:of )?(?:it|that|this)))\b[\s,.;:!?–—-]{0,4}){0,8}"
)
_AFRESH = (
    r"(?:(?:all )?over(?: again)?|afresh|anew|from (?:scratch|the (?:start|beginning|top)))"
    r"(?: (?:from|at) (?:the )?(?:start|beginning|top|scratch))?"
)
_ALL = r"(?: (?:you|it|this|that|all|everything|the plan|my plan|the whole (?:thing|lot)))?"
_BEHIND = (
    r"(?=\s*(?:$|[.,;:!–—-]|\b(?:please|pls|forget|then|now|ok|i want|i'?ll|i will|let me|with (?:my|the) plan|and)\b))"
)
# "Can I start again?" may be asked of the injections.
_ANEW = re.compile(
    rf"^\W*{_LEAD}(?:(?:start|begin|do|try|go|take|tell|say){_ALL} (?:{_AFRESH}(?:(?=\s*\?)|{_BEHIND})|again{_BEHIND})"
    rf"|(?:restart|from scratch){_BEHIND})",
    re.I,
)
# What is to go with it, and that it will be told: no words of the plan.
_WITH_IT = re.compile(
    r"^[\s,.;:!?–—-]*(?:(?:please|pls|then|now|ok|and)\b[\s,.;:!–—-]*){0,3}"
    r"(?:forget (?:all )?(?:it|that|this|everything|all of (?:it|that))\b|i want to tell you (?:my|the) plan(?: again)?"
    r"|i'?ll tell you(?: again| (?:my|the) plan)?)?[\s,.;:!–—-]*",
    re.I,
)


def starts_anew(text: str) -> str | None:
    """What else a message tells that asks to start again; None where it does not ask that."""
    plain = text.replace("’", "'")
    found = _ANEW.match(plain)
    if found is None:
        return None
    return _WITH_IT.sub("", plain[found.end() :], count=1)


def anew(state: State) -> State:
    """An empty plan; of one that was never kept the log goes too, which was read with it."""
    fresh = state.begin_anew()
    return fresh if state.kept is not None else replace(fresh, given=())


def restated(state: State, text: str, who: Who) -> State | None:
    """The empty plan into which a message is read that tells a whole course by itself, other than it is known; None
    where it does not."""
    if state.paused or not (state.phases or state.open):
        return None
    if only_asked(text) or names_condition(text) or asks(Said.of(text)):
        return None
    row = had_dates(text, today=who.today)
    words = row.rest if row is not None else text
    skips = told_skips(State(), words, who)
    words = skips.rest if skips is not None else words
    result = compute(read(words, today=who.today, country=who.country), today=who.today)
    if not any(phase.bounded for phase in result.phases) or result.anchor is None:
        return None
    asked = {question.about for question in result.questions}
    if asked - ({"count", "phase"} if row is not None and row.count is None else set()):
        return None
    if result.phases == state.phases and state.anchor is not None and row is None:
        same = (result.anchor.date, result.anchor.done) == (state.anchor.date, state.anchor.done)
        if same or result.anchor.kind == "first":
            return None
    fresh = anew(state)
    fresh.before = state.as_kept()
    return fresh
