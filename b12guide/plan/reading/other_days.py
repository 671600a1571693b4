"""Days of a text on which nobody had a dose: of a journey, of a dose that was missed, of what else happened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .clauses import Stretches, clauses
from .elements import Count, Duration, Element, Interval, When

# A part of a sentence with one of the first and none of the second tells of a journey and of no dose.
_TRIP = re.compile(
    r"(?<= )(?:travell?ing|travell?ed|travel|abroad|overseas|away|leaving|leave|left (?:for|home|on)|fly|flying|flew"
    r"|flown|sail|sails|sailed|sailing|drove|landed|landing|arrive|arrived|arriving|set off|returning|returned|return"
    r"|(?:come|came|coming|got|get|getting|back|went|home) (?:back|home|from)"
    r"|(?<!bank )(?<!public )holidays?|vacation|trip|cruise"
    r"|out of (?:the )?country)(?= )"
)
_DOSE_TOLD = re.compile(
    r"(?<= )(?:dose|amp|b12|last|first|next|had|given|gave|got(?! (?:back|home|in|there|away)(?= ))|due|booked)(?= )"
)
_PART = re.compile(r"(?:(?! and | but |, )[^.;!?])+(?: and | but |, |[.;!?]|$)")
_JOINT = r"(?:to|until|till|til|-|through|thru)"
# "6 april to 20 april", and "from 6 to 20 april", of which only the second is a date.
_BETWEEN = re.compile(rf" (?:, )?{_JOINT} (?:the |about )?")
_FROM_NUMBER = re.compile(rf" (?:\d{{1,2}}(?:th)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day) {_JOINT} (?:the )?$")
# What a day with a name has none of, and what asks about it rather than dating a dose.
_DATE_WORD = re.compile(
    r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun|to|yester)day|tomorrow|week|month|year|ago|morning|evening|night"
    r"|january|february|march|april|may |june|july|august|september|october|november|december"
)
_ASKING = re.compile(
    r" (?:(?:will|would|does|do|is|are|if|whether) (?:i|it|she|he|we|they|that|this|those|1|my|mine|the|any|there|next)"
    r"|hit|hits|land|lands|fall|falls|clash|clashes|forget)"
    r"(?: (?!had |got |given |gave |was |were |did |last |took )[^ .;!?]+){0,8} $"
)
_ASKED_NEAR = 90
# So many characters before a date the first day of a stretch stands.
_NEAR = 30
# Where one of these stands, a day may be one that the clinic set.
_OF_PLAN = re.compile(
    r"(?<= )(?:dose|amp|b12|last|first|next|had|given|gave|got|due|booked|appointment|they|nurse|clinic|surgery|doctor"
    r"|gp|hospital|me|come|go|going|back|moved|start|started|starts|want|wants|can|could|until|see|seen)(?= )"
)


# "Before our wedding on 3 May", "the 3rd of May is when it begins": a day that others are held against.
_HELD_AGAINST = re.compile(
    r" (?:before|ahead of|prior to) (?:(?:my|our|the|her|his) (?:[a-z]+ ){1,2}(?:on |of |begins |starts )?)?"
    r"(?:the |on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day )?(?:the )?$"
)
_IS_WHEN = re.compile(r" (?:is|was|'s|will be) (?:when|the day|where|for) ")


def of_doses(elements: Sequence[Element], schedule: Sequence[Element], canon: str, questions: Stretches) -> list[When]:
    """The dates of doses among all that was read: without those of a journey, of a stretch of days beside the known
    date of a dose, of a dose that was missed, and of a question where the date of a dose is told in so many words."""
    whens = without_telling(without_missed([e for e in elements if isinstance(e, When)]), canon)
    told = any(w.mention and w.explicit and w.start not in questions for w in whens)
    whens = [w for w in whens if not (w.start in questions and (told or w.question) and not w.explicit)]
    whens = without_held_against([w for w in whens if not asked_feast(w, canon)], canon)
    return _without_stretches(_without_trips(whens, canon), schedule, canon)


def asked_feast(when: When, canon: str) -> bool:
    """Whether a day with a name stands in a question: "will the next one hit Thanksgiving?" dates no dose."""
    if _DATE_WORD.search(canon, when.start, when.end):
        return False
    return _ASKING.search(canon[max(0, when.start - _ASKED_NEAR) : when.start]) is not None


def without_held_against(whens: Sequence[When], canon: str) -> list[When]:
    """Without a day that the dates of doses are held against, unless it is said to be that of the last one."""
    return [w for w in whens if (w.role == "last" and w.explicit) or not _is_held_against(w, canon)]


def _is_held_against(when: When, canon: str) -> bool:
    before = canon[max(0, when.start - 2 * _NEAR) : when.start + 1]
    return bool(_HELD_AGAINST.search(before) or _IS_WHEN.match(canon[when.end - 1 : when.end + _NEAR]))


# What somebody did who told of a plan or changed it: "doc halved it Friday", "they rang me on Tuesday".
_DOSE_WORD = (
    r"(?:dose|amp|b12|last(?! (?:week|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day) )|first|next|had|given|gave|got"
    r"|due|booked|was|were|for|until|from|since|start\w*)"
)
_TELLING = re.compile(
    r" (?:halved|doubled|changed|switched|altered|shortened|lengthened|extended|reduced|increased"
    r"|upped|cut|decided|agreed"
    r"|told|rang|rung|phoned|called|texted|emailed|messaged|wrote|posted|sent|mailed|saw|seen|met|spoke|talked"
    rf"|put (?:me|him|her|us|mum|dad) on)(?: (?!{_DOSE_WORD} )[a-z0-9']+){{0,8}} (?:on )?(?:last |this )?$"
)
_BARE_DAY = re.compile(
    r" ?(?:(?:on|last|this|past) ){0,2}(?:(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day(?: (?:just )?gone)?|yesterday|today"
    r"|this (?:morning|afternoon|evening)|last night)(?: (?:morning|afternoon|evening))? ?"
)
_AND_HAD = re.compile(r" (?:and|, ?and|,) (?:(?:i|she|he|they) )?(?:had|got|gave|did|was given) ")
_OF_DOSE_BEHIND = re.compile(r" (?:dose|amp|b12|had|given|gave|got|jabbed|injected|same (?:day|time)) ")


def without_telling(whens: Sequence[When], canon: str) -> list[When]:
    """Without the bare day on which somebody told of a plan or changed it."""
    return [when for when in whens if not _is_of_telling(when, canon)]


def _is_of_telling(when: When, canon: str) -> bool:
    part = next(((m.start(), m.end()) for m in _PART.finditer(canon) if m.start() <= when.start < m.end()), None)
    if part is None or _AND_HAD.match(canon, when.end - 1):
        return False
    return of_telling(canon[part[0] : when.start], canon[when.start : when.end], canon[when.end : part[1]])


def of_telling(before: str, day: str, behind: str) -> bool:
    """Whether a bare day is that on which somebody told of a plan or changed it, by the words around it."""
    if not _BARE_DAY.fullmatch(day) or _OF_DOSE_BEHIND.search(f" {behind.strip()} "):
        return False
    return _TELLING.search(f" {before.lstrip()}") is not None


def without_missed(whens: Sequence[When]) -> list[When]:
    """Without the day of a dose that was missed, where the day of the last one given is told beside it."""
    told = any(w.mention is not None and w.mention.role == "last" for w in whens)
    return [w for w in whens if not (told and w.missed)]


def _without_trips(whens: Sequence[When], canon: str) -> list[When]:
    """Without the days on which somebody leaves, is away or comes back: no dose is told of there."""
    if not _TRIP.search(canon):
        return list(whens)
    parts = [(m.start(), m.end()) for m in _PART.finditer(canon)]
    away = [span for span in parts if _TRIP.search(canon, *span) and not _DOSE_TOLD.search(canon, *span)]
    return [w for w in whens if not any(start <= w.start < end for start, end in away)]


def _without_stretches(whens: Sequence[When], schedule: Sequence[Element], canon: str) -> list[When]:
    """Without the first and the last day of a stretch, where a dose is dated elsewhere and the stretch bounds no part
    of the plan: nobody has one dose from the 6th to the 20th."""
    ends: list[When] = []
    for when in whens:
        begun = [w for w in whens if w.end < when.start and _BETWEEN.fullmatch(canon, w.end, when.start)]
        if begun or _FROM_NUMBER.search(canon[max(0, when.start - _NEAR) : when.start]):
            ends += [*begun, when]
    ends = [w for w in ends if not w.explicit and not _bounds_part(w, schedule, canon)]
    dated = any(w.role in ("last", "first") and not any(w is e for e in ends) for w in whens)
    return [w for w in whens if not (dated and any(w is e for e in ends))]


def _bounds_part(when: When, schedule: Sequence[Element], canon: str) -> bool:
    part = next(((m.start(), m.end()) for m in _PART.finditer(canon) if m.start() <= when.start < m.end()), None)
    how_often = (e for e in schedule if isinstance(e, (Interval, Count, Duration)))
    return part is not None and any(part[0] <= e.start < part[1] for e in how_often)


def told_beside(canon: str, place: int) -> bool:
    """Whether a day at a place of the text is in a clause of something else: "the boiler went on the 22nd"."""
    clause = next(((start, end) for start, end in clauses(canon) if start <= place < end), None)
    return clause is not None and _OF_PLAN.search(f" {canon[clause[0] : clause[1]].strip()} ") is None
