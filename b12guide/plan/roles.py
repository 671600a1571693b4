"""What a date in a text is the date of: the first dose, the last one given, the next one, or nothing of the plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .clauses import REACH
from .model import Role

_STRONG: tuple[tuple[Role | None, str], ...] = (
    (
        "first",
        r"first|1th|day 1|start|started|starting|starts"
        r"|began|begin|begins|begun|beginning|commenced|commencing|since",
    ),
    ("last", r"last|most recent|previous|finished|completed|ended|final"),
    ("next", r"next|due|booked|scheduled|appointment|appt"),
    (None, r"born|dob|birthday|diagnosed|diagnosis|tests?|tested|bloods?|levels?|results?|surgery|operation|expires"
           r"|expiry|saw|phoned|called|until|holiday|away|wedding|baby|moved|pregnant|transfusion"),
)  # fmt: skip
_CUE = re.compile(
    r"(?<= )(?:(?P<nth>\d+th (?:loading |maintenance )?(?:dose|1|amp)\b)|"
    + "|".join(f"(?P<{['first', 'last', 'next', 'other'][i]}>{cues})" for i, (_, cues) in enumerate(_STRONG))
    + r")(?= )"
)
_WEAK = re.compile(r"(?<= )(?:had|have|did|given|gave|got|received|done|was|were|dose|it|1)(?= )")
_NOT_A_DOSE = re.compile(r" (?:the )?(?:last|past|first|next) (?:\d+|few|couple(?: of)?) (?:day|week|month|year) ")
_CLAUSE_END = re.compile(r" (?:[.?!;,()]|and|but|then|so|because) ")
_SENTENCE_END = re.compile(r" [.?!;] ")
_PAST = re.compile(
    r" (?:was|were|had|did|started|began|begun|commenced|given|got|gave|since|last|been|finished|completed) "
)


@dataclass(frozen=True, slots=True)
class RoleReading:
    """``related`` is False for the date of something else ("born", "diagnosed"); ``past`` is the tense around it."""

    role: Role
    related: bool = True
    past: bool = False
    done: int | None = None
    loading: bool | None = None
    ends_phase: bool = False


def role_of(canon: str, start: int, end: int) -> RoleReading:
    """The role of the date at ``canon[start:end]``, from the nearest cue in its clause, then in its sentence."""
    # A comma behind the date may have been taken for part of it ("2 February, 2026"); it ends the clause all the same.
    while end > 0 and canon[end - 1] in " ,":
        end -= 1
    head, tail = canon[max(0, start - REACH) : start], canon[end : end + REACH]
    sentence = head[_last_end(_SENTENCE_END, head) :]
    clause = sentence[_last_end(_CLAUSE_END, sentence) :]
    ending = _CLAUSE_END.search(tail)
    after = tail[: ending.start() + 1] if ending else tail
    past = bool(_PAST.search(sentence) or _PAST.search(after))
    weak = _WEAK.search(clause) or _WEAK.search(after)
    for place, nearest, wide in ((clause, -1, False), (after, 0, False), (sentence, -1, True)):
        cues = list(_CUE.finditer(_NOT_A_DOSE.sub(" ", place)))
        if cues and not (wide and weak and (cues[nearest]["other"] or cues[nearest]["next"])):
            return _strong(cues[nearest], place, past)
    if weak:
        return RoleReading("last", past=True)
    return RoleReading("unknown", past=past)


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins to matter: at its final blank, so that a cue right after it keeps one before it."""
    places = [m.end() - 1 for m in pattern.finditer(text)]
    return places[-1] if places else 0


def _strong(cue: re.Match[str], place: str, past: bool) -> RoleReading:
    loading = True if " loading " in place else False if " maintenance " in place else None
    if cue["nth"]:
        return RoleReading("last", past=True, done=int(cue["nth"].split("th")[0]), loading=loading)
    if cue["last"]:
        return RoleReading("last", past=True, loading=loading, ends_phase=loading is True)
    if cue["first"]:
        return RoleReading("first", past=past, loading=loading)
    if cue["next"]:
        return RoleReading("next", past=past)
    return RoleReading("unknown", related=False)
