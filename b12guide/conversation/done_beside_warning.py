"""What is done while an urgent warning stands, beside which one line reminds: a day that the clinic set or moved, and
a dose that was had. Whether to have the next one is not decided here."""

from __future__ import annotations

import re

from b12guide.conversation.decision import Asked
from b12guide.conversation.diaries import tells_dose
from b12guide.plan import dialogue
from b12guide.plan.reading.day_words import MONTHS, NTH, WEEKDAY_WORDS
from b12guide.understanding.clauses import asks

_DAY = (
    rf"(?:{WEEKDAY_WORDS}|today|tomorrow|{NTH}|\d{{1,2}}[/.]\d{{1,2}}|\d{{1,2}} (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}"
    r"|next week)"
)
_DATED = re.compile(rf"\b{_DAY}\b", re.I)
_MOVED = re.compile(
    r"\b(?:moved|changed|rescheduled|rebooked|re-?arranged|postponed|pushed(?: back)?|put (?:back|off|forward)"
    r"|brought forward|switched|swapped|shifted)\b",
    re.I,
)
# Whose date it is: an appointment alone, beside a sign, is one for the sign.
_CLINIC = re.compile(
    r"\b(?:clinic|surgery|practice|hospital|nurse|receptionist|girl|lady|doctor|gp|they|she|he|pharmacy|health"
    r" cent(?:re|er))(?:'(?:ve|s|d))?\b",
    re.I,
)
_INJECTION = re.compile(r"\b(?:injections?|jabs?|jags?|shots?|needles?|b-?12|dose)\b", re.I)
_SET = re.compile(
    r"\b(?:booked|book|gave|given|made|offered|fitted|(?:have|has) (?:me|him|her|us) down"
    r"|next (?:one |injection |jab |shot )?is)\b",
    re.I,
)
_OF_DATE = re.compile(r"\b(?:appointment|slot|booking|date|one|it|mine|his|hers)\b", re.I)


def done_beside_warning(asked: Asked) -> bool:
    """Whether a message tells, and does not ask, of a day that the clinic set for an injection, or of a dose that was
    had."""
    text = asked.said.text.replace("’", "'")
    if asks(text) or asked.said.verdict.warns:
        return False
    had = tells_dose(text) and (asked.said.act.kind == "plan" or _DATED.search(text) is not None)
    if had:
        return True
    if _DATED.search(text) is None or not dialogue.is_told(asked.state.plans.get(asked.about.person)):
        return False
    if _MOVED.search(text) and _CLINIC.search(text):
        return _INJECTION.search(text) is not None or _OF_DATE.search(text) is not None
    return bool(_SET.search(text) and _INJECTION.search(text) and _CLINIC.search(text))
