"""A dose that was noted as given, and is said not to have been: "8 September was not", "that one never happened".

It is out of the log at once. Where the plan was counted from it, the one before it counts, if that was told of; else
which was the last is asked. No date is counted from a dose that was denied.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from ..model import WEEKDAYS
from ..reading.day_words import MONTH_PLACES, MONTHS, NTH_END, WEEKDAY_WORDS
from ..reading.other_jabs import OTHER_THING
from ..reading.reader import read
from .message import Said
from .move import Move, place_of
from .outcome import Who
from .state import CHANGE, CLINIC_DATE, CONFIRM, GIVEN, LAST_GIVEN, State

_ONE = r"(?: (?:one|jab|jag|shot|injection|dose|needle|appointment))?"
_DAY = (
    rf"(?:(?:the |on |my )?(?:(?:{WEEKDAY_WORDS}),? )?(?:the )?(?:(?P<d{{0}}>\d{{{{1,2}}}})(?:{NTH_END})?(?: of)? "
    rf"(?P<m{{0}}>{MONTHS})\b\.?"
    rf"|(?P<n{{0}}>{MONTHS})\b\.? (?:the )?(?P<e{{0}}>\d{{{{1,2}}}})(?:{NTH_END})?(?!\d)"
    rf"|(?P<f{{0}}>\d{{{{1,2}}}}){NTH_END}\b)(?: 20\d\d)?)"
)
_THAT = r"(?P<that{0}>\b(?:that|this|the last|it)\b)"
_NEVER = (
    r"(?: (?:was(?:n'?t| not)(?: (?:given|had|done|one))?(?=\W*(?:$|[.,;!]|because|cos|as|so\b))"
    r"|never (?:happened|took place|went ahead|came off|was)|did(?:n'?t| not) (?:happen|take place|go ahead|come off)"
    r"|(?:was|got) (?:cancelled|canceled|called off|scrapped)|was(?:n'?t| not) (?:given|had|done)))"
)
# "That one was not given" may be said of the one that is due.
_HAPPENED = (
    r"(?: (?:never (?:happened|took place|went ahead|came off)|did(?:n'?t| not) (?:happen|take place|go ahead"
    r"|come off)))"
)
_NOT_HAD = (
    r"\b(?:never (?:had|got|went (?:for|to))|did(?:n'?t| not) (?:have|get|go (?:for|to))|have(?:n'?t| not) had"
    r"|had(?:n'?t| not) had)"
)
_DENIES = re.compile(
    rf"{_DAY.format(1)}{_ONE}{_NEVER}|{_THAT.format(1)}{_ONE}{_HAPPENED}"
    rf"|{_NOT_HAD} (?:the |that |my )?(?:one |1 |jab |shot |injection |dose )?(?:on |of |from )?"
    rf"(?:{_DAY.format(2)}|{_THAT.format(2)}(?=(?: one)?\W*$))"
    rf"|{_NOT_HAD} (?:the |that |any |a )?(?:one |1 |any |jab |shot |injection |dose )?(?:on |this |last |that )?"
    rf"(?P<w>{WEEKDAY_WORDS})\b(?!,? (?:the )?\d)"
    rf"|\b(?:scrap|strike|cross out|take out|remove|forget) (?:the |that )?(?:one )?(?:on |of )?{_DAY.format(3)}"
    # "2 October was my flu jab": a day, and no dose of the plan.
    rf"|(?:{_DAY.format(4)}|{_THAT.format(4)}) (?:was|were)"
    rf"(?: (?:just|only|actually|really|for|my|the|a|his|her)){{0,4}} {OTHER_THING}\b(?! (?:that|which|i|you)\b)"
    r"(?:,? (?:and )?not (?:the |my |a )?(?:b-?12|dose|injection)(?: (?:jab|one|injection|shot))?)?",
    re.I,
)
# "That weren't the jab", "she only took blood": of one that was noted these days.
_NO_JAB = re.compile(
    r"\b(?:that|it|this|today|that one) (?:was(?:n'?t| not)|were(?:n'?t| not)|ain'?t|isn'?t|is not)"
    r"(?: (?:actually|really|even|me|us|the|my|his|her|an?|any)){0,3} (?:b-?12|injection|jab|jag|shot|needle|dose)\b"
    r"(?! (?:that|which|causing|making|i|you)\b)"
    r"|\b(?:she|he|they|nurse|doctor|the clinic|surgery|i) (?:(?:was|were|had|has) )?(?:only|just"
    r"|merely)(?: (?:took|taken|take|drew|drawn"
    r"|wanted|did|had|got|gave|came for)){1,2}(?: (?:some|my|his|her|a|me|the|for)){0,3} (?:bloods?"
    r"|blood tests?|samples?"
    rf"|{OTHER_THING})\b"
    r"|\b(?:it|that|this) (?:was|were) (?:only|just|merely) (?:(?:a|the|my|some|for) ){0,2}"
    rf"(?:bloods?|blood tests?|check[- ]?up|{OTHER_THING})\b(?! (?:(?:test|result|form)s? )?(?:that|which|causing"
    r"|making|i|you)\b)",
    re.I,
)
# What may stand beside that.
_OTHER_ASKED = re.compile(r"\b(?:what|when|how|why|which|where|should|can|could|would|will|do i)\b[^.!]*\?", re.I)
# Another time, or something done beside the injection.
_ELSEWHEN = re.compile(
    r"\b(?:last (?:week|month|time|year)|the other day|ago|before|first|then|as well|too|also"
    r"|and (?:the|my|gave|did))\b",
    re.I,
)
# The day of which it is said; with any other one named, it is of no dose of these days.
_TODAY = re.compile(
    r"\b(?:today|this (?:morning|afternoon|evening|lunchtime)|just now|earlier (?:today|on)|tonight)\b", re.I
)
_YESTERDAY = re.compile(r"(?<!before )\byesterday\b", re.I)
_OTHER_DAY = re.compile(
    rf"\b(?:{MONTHS}|{WEEKDAY_WORDS}|\d{{1,2}}(?:{NTH_END})?|(?:last|this|next|that) (?:day|week|month|year|summer"
    r"|winter|spring|autumn|night)|the day (?:before|after)|in the (?:summer|winter|spring|autumn)|years?|months?"
    r"|weeks?|days|once|usually|always|every|each|tomorrow|christmas|easter|birthday)\b",
    re.I,
)
_B12 = re.compile(r"\bb-?12\b", re.I)
_OTHER_PERSON = re.compile(
    r"\b(?:mum|mom|mam|mother|dad|father|wife|husband|partner|sister|brother|son|daughter|friend|mate had|neighbour"
    r"|neighbor|nan|gran|grandma|grandad|aunt|uncle|cousin|colleague|hers|theirs)(?:'s|s)?\b",
    re.I,
)
_SUPPOSES = re.compile(r"\b(?:if|suppose|supposing|unless|should|might|may|nearly|almost|when)\b", re.I)
_OPEN = frozenset({None, CONFIRM, CHANGE, "count", "date", "anchor", GIVEN, LAST_GIVEN, "past"})


def denied(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day of a dose that is noted as given, and was not."""
    text = said.text.replace("’", "'")
    if not state.phases or state.about not in _OPEN | {CLINIC_DATE}:
        return ()
    if (day := _no_jab(text, state, who)) is not None:
        return (Move("fact", "denied", day.isoformat(), rest=place_of(said, len(said.words))),)
    if "?" in text or state.about == CLINIC_DATE:
        return ()
    found = _DENIES.search(text)
    if found is None or _SUPPOSES.search(text, 0, found.start()):
        return ()
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    if read(rest, today=who.today, country=who.country).status != "not_a_plan" or re.search(r"\d", rest):
        # Who tells more than that is read whole.
        return ()
    day = _day(found, text, state, who.today)
    return (Move("fact", "denied", day.isoformat(), rest=place_of(said, len(said.words))),) if day else ()


def _no_jab(text: str, state: State, who: Who) -> date | None:
    """The day of a dose that was noted of today or of the day that is said, where something else was done on it."""
    found = _NO_JAB.search(text)
    if found is None or _SUPPOSES.search(text, 0, found.start()) or _OTHER_ASKED.search(text):
        return None
    if _ELSEWHEN.search(text):
        return None
    if read(text, today=who.today, country=who.country).status != "not_a_plan":
        return None
    day = _said_of(text, who.today)
    counted = {state.anchor.date} if state.anchor is not None and state.anchor.kind == "last" else set()
    return day if day in counted | {dose.day for dose in state.given} else None


def _said_of(text: str, today: date) -> date | None:
    """The day of which somebody says that it was no injection: today, where none is named; None for any other."""
    text = _B12.sub(" ", text)
    if _OTHER_DAY.search(text) or _OTHER_PERSON.search(text):
        return None
    if _YESTERDAY.search(text):
        return None if _TODAY.search(text) else today - timedelta(days=1)
    return today


def _fits(text: str, word: str, counted: date | None, today: date) -> bool:
    """Whether something else that "it was" or "that was" may be of the dose that the plan is counted from."""
    told = _TODAY.search(text) or _YESTERDAY.search(text) or _OTHER_DAY.search(_B12.sub(" ", text))
    if told is None and _OTHER_PERSON.search(text) is None and word.lower() in ("that", "the last"):
        return True
    return counted is not None and _said_of(text, today) == counted


def says_no_injection(text: str) -> bool:
    """Whether a message says that something had been no injection."""
    return _NO_JAB.search(text.replace("’", "'")) is not None


def _day(found: re.Match[str], text: str, state: State, today: date) -> date | None:
    """The noted day that is meant; None where none is."""
    counted = state.anchor.date if state.anchor is not None and state.anchor.kind == "last" else None
    groups = found.groupdict()
    if any(value for name, value in groups.items() if name.startswith("that")):
        return counted if groups["that4"] is None or _fits(text, groups["that4"], counted, today) else None
    noted = {dose.day for dose in state.given} | ({counted} if counted else set())
    if found["w"]:
        # The latest one of that weekday.
        return max((day for day in noted if WEEKDAYS[day.weekday()] == found["w"][:3].lower()), default=None)
    month = next((MONTH_PLACES[v.lower()] for n, v in groups.items() if n[0] in "mn" and v), None)
    number = next((int(v) for n, v in groups.items() if n[0] in "def" and v), 0)
    fits = [day for day in noted if day.day == number and month in (None, day.month)]
    return fits[0] if len(fits) == 1 else None
