"""An appointment with a doctor that is told of: it is for the page, and no date of an injection."""

from __future__ import annotations

import re
from dataclasses import dataclass

from b12guide.plan.reading.day_words import FULL_WEEKDAYS, MONTHS, NTH

_DOCTOR = (
    r"(?:doctor|doc|dr|gp|g\.p|consultant|specialist|neurologist|h(?:a)?ematologist|gastroenterologist|endocrinologist"
    r"|physician|dietitian)"
)
_SEEN = (
    r"(?:see|sees|seeing|seen|visit|visits|visiting|appointments?|appt|apt|appointment's|review|check-?up|consultation"
    r"|catch-?up)"
)
_INJECTION = r"(?:injections?|injecting|jabs?|jags?|shots?|needles?|doses?|b-?12|boosters?)"
_DAY = re.compile(
    rf"\b(?:(?:{FULL_WEEKDAYS})(?:'?s)?|tomorrow|today|{NTH}|\d{{1,2}} (?:of )?(?:{MONTHS})|(?:{MONTHS})\.? \d{{1,2}}"
    r"|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|(?:mon|tues?|weds?|thurs?|fri|sat|sun))\b",
    re.I,
)
_SEES = re.compile(
    rf"\b(?:see|sees|seeing|visit|visiting|appointments?|appt|apt|review|check-?up|consultation)\b[^,;.!?\n]{{0,30}}\b{_DOCTOR}s?\b"
    rf"|\b{_DOCTOR}'?s? (?:appointments?|appt|apt|visit|review|check-?up|consultation)\b",
    re.I,
)
_APPOINTMENT = re.compile(r"\b(?:appointment|appt|apt|review|visit|check-?up|consultation)(?:'s)?\b", re.I)
_NAMES_DOCTOR = re.compile(rf"\b{_DOCTOR}'?s?\b", re.I)
_OF_INJECTION = re.compile(rf"\b{_INJECTION}\b|\b(?:next one|mine|top-?up)\b", re.I)
# "Only a doctor's appointment", "not the jab", "nothing to do with jabs".
_ONLY = re.compile(
    rf"\b(?:only|just|simply|merely) (?:for )?(?:a |an |the |my |to see (?:a |the |my )?)?(?:{_SEEN} (?:with"
    rf"|for|to see|at)"
    rf" (?:a |an |the |my |our )?)?{_DOCTOR}'?s?\b",
    re.I,
)
_NO_INJECTION = re.compile(
    rf"\b(?:not|no|isn'?t|is not|wasn'?t|nothing to do with|without)(?: for| about)?(?: a| an| the| my| any| with)?"
    rf"(?: b-?12| actual){{0,2}} {_INJECTION}\b",
    re.I,
)
# Who said when: a day that the doctor gave is one of the injection.
_SAID = re.compile(r"\b(?:said|says|told|gave|give|giving|gives|moved|changed|wants|ordered|prescribed)\b", re.I)
_ASKS = re.compile(
    r"^\W*(?:(?:so|and|but|ok|hi|please)\W+){0,3}(?:what|how|why|when|which|who|where|can|could|do|does|did|is|are|am"
    r"|will|would|should|shall|must|may)\b|\b(?:if|unless|until|till|before|after|last|was|were|saw|had|when)\b",
    re.I,
)
_PAST = re.compile(r"\b(?:had|last|was|were|got|given|did|since|every|ago)\b|\?", re.I)
# Who may be seen about a sign; no surgery or clinic alone, where a day may be one of the injection.
_SEES_PEOPLE = (
    rf"(?:{_DOCTOR}|opticians?|optometrists?|ophthalmologist|dentist|physio|physiotherapist|podiatrist|chiropodist"
    r"|cardiologist|midwife|eye (?:clinic|unit|test|appointment|check))"
)
# "The optician is on Tuesday", "Thursday's the doctor", "I'm at the eye clinic Monday".
_LATER = re.compile(
    rf"\b{_SEES_PEOPLE}(?:'?s)?(?: (?:appointment|visit|check-?up))?(?:'s)?"
    rf" (?:(?:is|are|isn't|not)\b )?(?:only |just |not )?(?:until |till |on |for |this |next ){{0,4}}{_DAY.pattern}"
    rf"|{_DAY.pattern} (?:(?:is|i'?m|at|with|for|seeing|see)\b ){{1,3}}(?:the |a |an |my )?{_SEES_PEOPLE}\b"
    rf"|\b(?:at|with|seeing|see|visiting) (?:the |a |an |my )?{_SEES_PEOPLE}s?"
    rf" (?:on |this |next ){{0,4}}{_DAY.pattern}",
    re.I,
)
_NOT_TO_COME = re.compile(r"\b(?:today|went|saw|seen|been|visited)\b", re.I)
_PAGE = re.compile(
    r"(?:(?:can|could|would) you |please )?(?:give|show|send|make|print)(?: me| out)? (?:a|an|my|the"
    r"|one) (?:one-page )?"
    r"(?:summary|page|sheet|print-?out)\b",
    re.I,
)
_CLAUSE = re.compile(rf"\s+(?={_PAGE.pattern})|[,;!?\n]+|\.(?!\d)|\s+(?:and|but|so|then)\s+", re.I)
_TRIM = " ,;.!?\n–-"
_LONGEST = 400


@dataclass(frozen=True)
class Visit:
    """words: the clause that tells of the visit. rest: what else the message says. denies: it says too that it is no
    injection."""

    words: str
    rest: str
    denies: bool = False


def visit_in(text: str) -> Visit | None:
    """The appointment with a doctor that a message tells of with its day, or of which it says that it is no injection;
    None where there is none, or where it may be one for the injection."""
    plain = text.replace("’", "'")
    if len(plain) > _LONGEST:
        return None
    clauses, before = [], 0
    for cut in [*_CLAUSE.finditer(plain), None]:
        end = cut.start() if cut else len(plain)
        clauses.append((before, end))
        before = cut.end() if cut else end
    denies = [span for span in clauses if _denies(plain[slice(*span)])]
    # Who wants the page for it sees a doctor.
    of_doctor = _NAMES_DOCTOR.search(plain) is not None or _PAGE.search(plain) is not None
    for start, end in clauses:
        words = plain[start:end]
        told = _tells(words, of_doctor)
        if not told and denies and _NAMES_DOCTOR.search(words) is not None and not _SAID.search(words):
            # "Thursday is the doctor, not the jab."
            told = (start, end) in denies or _DAY.search(words) is not None
        if not told:
            continue
        left = [plain[a:b].strip(_TRIM) for a, b in clauses if (a, b) != (start, end) and (a, b) not in denies]
        ends = [plain[b : b + 1] if plain[b : b + 1] == "?" else "" for a, b in clauses
                if (a, b) != (start, end) and (a, b) not in denies]  # fmt: skip
        rest = ". ".join(f"{one}{mark}" for one, mark in zip(left, ends, strict=True) if one)
        return Visit(words.strip(_TRIM), rest, bool(denies))
    return None


def names_injection(words: str) -> bool:
    """Whether words name an injection and a day of it that is to come: "the jab is on the 15th"."""
    return bool(_OF_INJECTION.search(words) and _DAY.search(words)) and _PAST.search(words) is None


def seen_later(text: str) -> bool:
    """Whether a message tells that somebody who may know is seen on a day to come, about whatever it is."""
    plain = text.replace("’", "'")
    return any(
        _LATER.search(words) is not None
        and not any(other.search(words) for other in (_OF_INJECTION, _SAID, _PAST, _NOT_TO_COME))
        for words in _CLAUSE.split(plain[:_LONGEST])
    )


def _tells(words: str, of_doctor: bool) -> bool:
    """Whether a clause tells of a visit on a day, and of no injection. `of_doctor`: the message names a doctor."""
    if not _DAY.search(words) or _OF_INJECTION.search(words) or _SAID.search(words) or _ASKS.search(words):
        return False
    return _SEES.search(words) is not None or (of_doctor and _APPOINTMENT.search(words) is not None)


def _denies(words: str) -> bool:
    return _ONLY.search(words) is not None or _NO_INJECTION.search(words) is not None
