"""So many more as they are now, and then another gap: "weekly now, two more like this, then three months from the
second one". Said as "2 more to go, then every 3 months", which the grammar reads."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..dates.planner import next_doses
from ..model import full_date
from ..reading.reader import read
from ..wording import phase_words
from .message import NUMBERS, ORDINALS, number, ordinal
from .state import State

_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(word for word in NUMBERS if word != 'couple')})"
_NTH = rf"(?:{'|'.join(word for word in ORDINALS if word != 'first')}|[2-9](?:nd|rd|th)|\d\dth)"
_DOSE = r"(?:ones?|jabs?|jags?|shots?|injections?|doses?|needles?)"
_MORE = re.compile(
    rf"\b(?:(?P<n>{_NUMBER}) more|another (?P<m>{_NUMBER})(?: more)?)(?: {_DOSE})?"
    r"(?: (?:like (?:this|that|these|those|it|them)|of (?:these|those|them|the same)|the same(?: way)?|at this rate"
    r"|this way|as now|to have|to come|to do|to go))?"
    r"(?=\s{0,2}[,;.–-]{0,2}\s{0,2}(?:and |but )?(?:then|after (?:that|which|those|them)|afterwards)\b)",
    re.I,
)
_THEN = re.compile(
    r"(?P<then>\b(?:then|after (?:that|which|those|them)|afterwards),? )"
    r"(?:(?:it'?s|it'?ll|i|we|she|he|they|go|goes|to|on|have|it|one|a|next|the|is|be|will|wait|every) )"
    rf"{{0,5}}(?P<gap>{_NUMBER}[ -](?:weeks?|months?|wks?|mths?|weekly|monthly))"
    r"(?: (?:apart|counted|counting|on|later)){0,2} (?:from|after) (?:(?:the|that|my|those) )?"
    rf"(?P<nth>{_NTH}|last|final)(?: (?:{_DOSE}|of (?:those|them|these)|of the \w+))?"
    r"(?=\W|$)",
    re.I,
)

_SENTENCE_END = re.compile(r"[.;!?\n](?=\s|$)")
_OFTEN_BEHIND = re.compile(r"\b(?:every|each|weekly|monthly|fortnightly|\d{1,2} ?(?:weekly|monthly))\b", re.I)


def with_few_more(text: str, state: State) -> str:
    """`text`, where a plan is being told, with what the grammar knows in the place of such words; as it is where
    another one is counted from than the last of them."""
    found = _told(text) if not state.phases else None
    return f"{found[1]}{found[0]} more to go{found[2]}" if found is not None else text


def more_then(text: str, state: State, today: date) -> str | None:
    """The plan that is known with so many more of its one part, and the gap behind them: as it would be told anew."""
    anchor = state.anchor
    if len(state.phases) != 1 or state.phases[0].bounded or anchor is None or anchor.kind != "last":
        return None
    found = _told(text)
    coming = next_doses(state.phases, anchor, today=today, count=1) if found is not None else []
    if found is None or not coming or not state.ready(today) or coming[0].earliest != coming[0].latest:
        return None
    day, behind = coming[0].earliest, _SENTENCE_END.split(found[2], maxsplit=1)[0]
    if day < today or len(read(behind, today=today).phases) != 1:
        # A late one may move the others.
        return None
    first = phase_words(replace(state.phases[0], count=found[0]))
    return f"{first}{behind}. The first one is on {full_date(day)}"


def _told(text: str) -> tuple[int, str, str] | None:
    """How many more, what stands before them, and what stands behind with how often they are then."""
    found = [*_MORE.finditer(text)]
    if len(found) != 1 or "?" in text[found[0].start() :].split(".")[0]:
        return None
    many, behind = number((found[0]["n"] or found[0]["m"]).lower()), text[found[0].end() :]
    then = _THEN.search(behind)
    if many is None or (then is not None and not _is_last(then["nth"].lower(), many)):
        return None
    if then is not None:
        often = then["gap"] if then["gap"].lower().endswith("ly") else f"every {then['gap']}"
        behind = f"{behind[: then.start()]}{then['then']}{often}{behind[then.end() :]}"
    return (many, text[: found[0].start()], behind) if _OFTEN_BEHIND.search(behind) else None


def _is_last(nth: str, many: int) -> bool:
    return nth in ("last", "final") or ordinal(nth) == many
