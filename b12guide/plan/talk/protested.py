"""A plan that was changed by what was never told as one: "they said every other day, I never said Mondays", "put
it back as it was". The plan of before stands again, and that is said."""

from __future__ import annotations

import re

from ..reading.day_words import FULL_WEEKDAYS
from ..reading.reader import read
from .move import Move
from .outcome import Who
from .state import CHANGE, CONFIRM, Kept, State

PROTEST, STAYS = "protest", "plan_stays"
_I = r"(?:i|we|they|nobody|no ?one|she|he|(?:the |my )?(?:clinic|nurse|doctor|gp|surgery))"
# That it was not said, of which the days or the gap stand behind it.
_DENIES = re.compile(
    rf"\b(?:{_I}(?: have|'ve| has|'s)? )?never (?:ever )?(?:said|told you|mentioned|asked (?:for|you)|gave you"
    r"|agreed to)\b[^.;!?,\n]*"
    rf"|\b{_I} (?:didn'?t|did not|haven'?t|have not) (?:say|said|tell you|mention|mentioned|ask (?:for|you)"
    r"|agree to)\b[^.;!?,\n]*"
    r"|\bno ?(?:one|body) (?:ever )?(?:said|mentioned|asked for)\b[^.;!?,\n]*",
    re.I,
)
_PUT_BACK = re.compile(
    r"\b(?:don'?t|do not|dont|stop|no need to|didn'?t ask you to|did not ask you to) (?:go )?"
    r"(?:chang|rewrit|alter|mess|mov)\w*"
    r"(?: (?:it|that|them|anything|things|with it|about with it|(?:my|the) (?:plan|dates?|schedule)))?"
    r"|\bwhy (?:have|did|are) you (?:go(?:ne)? and )?(?:chang|mov|alter|rewr)\w+\b[^.;!?\n]*"
    r"|\byou(?:'ve| have)? (?:just |gone and )?(?:changed|rewritten|altered|messed up)"
    r" (?:it|my (?:plan|dates?)|the plan|everything)\b"
    r"|\b(?:put|change|turn|set|switch|go|leave) (?:(?:it|that|them|my plan|the plan|everything) )?(?:back )?(?:all )?"
    r"(?:to |as |like )?(?:how|the way|what|as|like) (?:you|it|they|that)(?:'d| had| was| were)?"
    r"(?: (?:had|got|it|was|before)){0,4}"
    r"|\bthat(?:'s| is|s) not (?:what i (?:said|told you|meant)|my plan)\b"
    r"|\b(?:my|the) (?:old |first )?plan (?:back|was right)\b",
    re.I,
)
# "They never said when" is of no plan that was told; "leave it as it was", where nothing changed, changes nothing.
_OF_NOTHING = re.compile(rf"{_DENIES.pattern}|\b(?:leave|keep)\b", re.I)
_WEEKDAY = re.compile(rf"\b(?:{FULL_WEEKDAYS})", re.I)
_HAD = re.compile(r"\b(?:had|have had|missed|skipped|took|taken|booked|moved me|put me)\b", re.I)


def protests(text: str) -> bool:
    """Whether a message says that what was taken was not told, or wants the plan as it was."""
    plain = text.replace("’", "'")
    return _DENIES.search(plain) is not None or _PUT_BACK.search(plain) is not None


def protested(text: str, state: State, who: Who) -> tuple[Move, ...]:
    """That the plan of before is to stand, or the one that is known; () where the message tells another one."""
    if not state.phases or state.paused or state.about not in (None, CONFIRM, CHANGE) or not protests(text):
        return ()
    now = state.as_kept()
    if now is None:
        return ()
    plain = text.replace("’", "'")
    rest = _PUT_BACK.sub(" ", _DENIES.sub(" ", plain))
    denied = _told(" ".join(found[0] for found in _DENIES.finditer(plain)), who)
    told, days = _told(rest, who), {one.date for one in read(rest, today=who.today, country=who.country).dates}
    if (_HAD.search(rest) and not days) or (state.booked is not None and not told | denied):
        # "The clinic never said that" is of the day that is noted as theirs.
        return ()
    before = state.before if state.before is not None and state.before != now else None
    for plan in (before, now):
        if plan is None or not told <= _of(plan) or not days <= {plan.anchor.date}:
            continue
        if plan is before and not _leaves(before, now, told, denied, settled=state.confirmed, back=rest != plain):
            continue
        if plan is now and (denied & _of(now) or (not (denied or told) and _OF_NOTHING.search(plain))):
            continue
        return (Move("request", "undo" if plan is before else STAYS, PROTEST, rest=(0, len(text))),)
    return ()


def _leaves(before: Kept, now: Kept, told: set[object], denied: set[object], *, settled: bool, back: bool) -> bool:
    """Whether the plan of before is meant, and not the one that is known now."""
    if denied & _of(before) - _of(now):
        return False
    if denied & _of(now) or told - _of(now):
        return True
    # Of a plan that was agreed since, no general word takes anything back.
    return not told and not settled and back


def _told(words: str, who: Who) -> set[object]:
    """How often they are, and on which days of the week, as words tell it."""
    phases = read(words, today=who.today, country=who.country).phases if words.strip() else ()
    days = {name[:3].lower() for name in _WEEKDAY.findall(words)} if words.strip() else set()
    return {phase.rhythm for phase in phases if not phase.days_of_week} | days


def _of(plan: Kept) -> set[object]:
    return {phase.rhythm for phase in plan.phases} | {day for phase in plan.phases for day in phase.days_of_week}
