"""An event in somebody's life that an injection is held against: its name, the day that is bound to it, and the words
that ask which of the two comes first."""

from __future__ import annotations

import re

from ..reading.day_words import DAY_NUMBER, MONTHS, NTH, WEEKDAY_WORDS

NAMES = (
    "christening|baptism|communion|confirmation|blessing|wedding|engagement|anniversary|birthday|party|funeral|wake"
    "|memorial|reunion|graduation|prom|recital|concert|gig|play|show|match|game|race|marathon|tournament|fair|fete"
    "|fête|festival|ball|carnival|parade|exam|interview|audition|hearing|move|house move|trip|journey|holiday|flight"
    "|cruise|retirement do|leaving do|hen do|stag do|hen|stag|baby shower|shower|open day|sports day|bar mitzvah"
    "|bat mitzvah|barbecue|bbq|dance|meeting|conference|camp|retreat|launch|opening|dinner|lunch|picnic|outing|due date"
)
NAME = re.compile(rf"\b(?P<name>{NAMES})\b(?!['’]?s? (?:card|cake|dress|present|suit)\b)", re.I)
_DONE = {
    "christened": "christening",
    "baptised": "baptism",
    "baptized": "baptism",
    "married": "wedding",
    "wed": "wedding",
    "confirmed": "confirmation",
    "buried": "funeral",
    "graduates": "graduation",
    "graduating": "graduation",
}
_DOES = re.compile(
    r"\b(?:being|be|is|are|getting|get|gets|to be|was) (?P<name>christened|bapti[sz]ed|married|wed|buried)\b"
    r"|\b(?P<name2>graduates|graduating)\b",
    re.I,
)
DAY = re.compile(
    rf"(?:\b(?:{WEEKDAY_WORDS}),? )?(?:\bthe )?(?:\b{DAY_NUMBER}(?:,? (?:of )?(?:{MONTHS})\b\.?)"
    rf"|\b(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?![\w:]))(?:,? 20\d\d)?",
    re.I,
)
# Right behind its name, the day is that of the event: "the wedding is on", "the party at Joan's on".
_BOUND = re.compile(
    r"(?:'?s\b)?,?(?: (?!(?:and|but|or|so|before|after|last|had|have|got|jab\w*|jag|shot|injection|dose|b-?12|next|it"
    r"|mine|my|every|due|then|since|was|were|until|till)\b)[\w']+){0,4},? ",
    re.I,
)
_IS_ON = re.compile(r"(?: (?:do|party|service))?(?:'?s| is| will be)(?: on)? ", re.I)
# Beside one of these a day is that of a dose.
_OF_DOSE = re.compile(r"\b(?:last|had|jabbed|given|got|was|previous|injected)\b[^.;!?,\n]{0,60}$", re.I)
WAY = r"(?:before|after|ahead of|prior to)"
_DUE = r"(?:come|comes|fall|falls|land|lands|be|due|happen|still|it|that|this|mine|then)"
_MINE = (
    r"(?:it|that|this|mine|hers|his|the (?:jab|jag|shot|injection|dose|needle|one|b-?12|next(?: one)?)"
    r"|(?:my|her|his) (?:next )?(?:b-?12 )?(?:jab|jag|shot|injection|dose|needle|one|b-?12|next)"
    rf"|(?:the )?next(?: (?:one|jab|jag|shot|injection|dose))?|the {NTH})"
)
# "Is that before it or after", "does mine come before then", "which comes first, the jab or the party".
_EITHER = re.compile(
    r"\bbefore\b[^.?!;]{0,60}?\bor (?:is it |is that |just |the day )?(?:after|behind)\b"
    r"|\bafter\b[^.?!;]{0,60}?\bor (?:is it |is that |just )?before\b"
    r"|\b(?:which|what)(?: of (?:them|the two))?(?: one)? (?:comes?|is|falls?|happens?) (?:first|earlier|sooner)\b",
    re.I,
)
IS_IT = re.compile(
    rf"(?:^|[.,;!?:]\s*|\b(?:so|and|but|know|knowing|wonder|wondering|if|whether|is|tell me) )"
    rf"(?:is|does|do|will|would|did|if|whether|has|should)?\s?(?:{_MINE} )(?:{_DUE} ){{0,3}}(?P<way>{WAY})\b",
    re.I,
)
_ENDS = re.compile(r"[.?!;\n](?=\s|$)")


def way_asked(plain: str) -> str | None:
    if _EITHER.search(plain):
        return "either"
    found = IS_IT.search(plain)
    return None if found is None else "after" if found["way"].lower() == "after" else "before"


def _sentence(plain: str) -> tuple[int, int, int]:
    """Where the sentence that asks begins, where in it the question stands, and where it ends."""
    asked = _EITHER.search(plain) or IS_IT.search(plain)
    if asked is None:
        return 0, 0, len(plain)
    # The match may begin with the mark of the sentence before.
    at = asked.start() + len(asked[0]) - len(asked[0].lstrip(".,;!?: \n"))
    begins = max((end.end() for end in _ENDS.finditer(plain, 0, at)), default=0)
    end = _ENDS.search(plain, at)
    return begins, at, end.start() if end is not None else len(plain)


def asking_part(plain: str) -> str:
    begins, _, end = _sentence(plain)
    return plain[begins:end]


def event_in(plain: str) -> re.Match[str] | None:
    """The event that is asked about, by its name: the one named in the question, in its sentence, or at all."""
    begins, at, end = _sentence(plain)
    found = sorted([*_DOES.finditer(plain), *NAME.finditer(plain)], key=lambda one: one.start())
    asked = [one for one in found if at <= one.start() < end]
    told = [one for one in found if begins <= one.start() < at]
    return next(iter([*asked, *reversed(told), *found]), None)


def day_of_event(plain: str) -> re.Match[str] | None:
    """The day that is told right behind the name of the event: in the sentence that asks, or as what it "is on"."""
    event = event_in(plain)
    if event is None:
        return None
    begins, _, end = _sentence(plain)
    name = named_as(event)
    for one in [event, *(one for one in (*_DOES.finditer(plain), *NAME.finditer(plain)) if named_as(one) == name)]:
        inside = begins <= one.start() < end
        for day in DAY.finditer(plain, one.end()):
            between = plain[one.end() : day.start()]
            bound = inside and _BOUND.fullmatch(between) is not None
            if (bound or _IS_ON.fullmatch(between)) and _OF_DOSE.search(plain[: one.start()]) is None:
                return day
            break
    return None


def event_name(plain: str) -> str | None:
    """What is spoken of, by its name."""
    found = event_in(plain)
    return named_as(found) if found is not None else None


def named_as(found: re.Match[str]) -> str:
    named = next(name for name in found.groupdict().values() if name is not None).lower()
    return _DONE.get(named, named)
