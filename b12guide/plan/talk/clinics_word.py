"""What the clinic said, where the day of the last injection is asked for: "they texted back, it was 5 November". A day
that is nearer behind than ahead is the one that was asked for, and none that was booked."""

from __future__ import annotations

import re

from ..model import full_date
from ..reading.day_words import DAY_NUMBER, MONTHS, WEEKDAY_WORDS
from ..reading.reader import read, read_date
from .message import SENTENCE, Said
from .move import Move, place_of
from .move_answers import AGAIN
from .move_words import WORDS, asks
from .outcome import Who
from .state import State

_SAYS = re.compile(
    r"\b(?:clinic|surgery|nurses?|doctor|doc|dr|gp|practice|pharmac\w+|chemist|reception\w*|hospital|they|she|he|card|letter"
    r"|text|texts|message|email|record|records|app|portal|system|notes)\b[^.;!?\n]{0,40}?"
    r"\b(?:says?|said|reckons?|(?:has|have|had|got) (?:it|me|that)|tells?|told|texted|messaged|emailed|wrote|replied"
    r"|confirm(?:s|ed)?|shows?|(?:rang|called|came|phoned|texted|got) (?:me )?back)\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:dentist|optician|birthday|tests?|bloods?|scan|flu|covid|review|results?|tablets?|rude|felt|feel\w*|saw)\b",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:next|book(?:ed|ing)?|appointment|appt|slot|come in|coming in|see me|due|will|going to|in for|moved"
    r"|(?:can|could|should|to) (?:ring|call|phone|come|go)|instead|offer\w*"
    r"|first|start\w*)\b",
    re.I,
)
_DAY = re.compile(
    rf"\b(?:{DAY_NUMBER}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})\b|(?:{MONTHS})\b\.? (?:the )?{DAY_NUMBER}(?:st"
    rf"|nd|rd|th)?(?!\w))"
    r"(?:,? 20\d\d)?",
    re.I,
)
_LONGEST = 200
# The dose that the day is of: "it was", "your last one was given on", "mine is down as".
_OF_DOSE = (
    r"(?:it|that|mine|yours|(?:the |my |your |our )?(?:last|latest|previous|most recent)"
    r"(?: (?:one|jab|shot|injection|dose|b-?12(?: (?:jab|shot|injection))?))?|(?:my|your) (?:b-?12|jab|shot|injection))"
)
_WAS = (
    r"(?:,? ?(?:(?:was|were|is|'s|had been|as|=|:|given|done|had|down|noted|recorded|logged|on|for|at|the"
    r"|definitely|actually)(?= |\d)"
    rf"|(?:{WEEKDAY_WORDS})\b,?) ?){{0,6}}"
)
_DOSE_WAS = re.compile(rf"\b{_OF_DOSE}\b(?<!\bthat) ?{_WAS}$|\bthat(?:'s| was| is) {_WAS}$", re.I)
# All that was said is the day: "it says 5 November", "they texted me back: the 5th of November".
_ONLY_SAID = re.compile(
    r"\b(?:says?|said|reckons?|(?:has|have|had|got) (?:it|me|that|mine)(?: (?:down|in|noted|recorded))?"
    r"(?: (?:as|for|on|at))?|tells? me|told me|texted|messaged|emailed|wrote|replied|confirm(?:s|ed)?|shows?"
    r"|(?:rang|called|came|phoned|texted|got|messaged|emailed) (?:me )?back|texted me|messaged me)"
    r"(?:(?: back| me| it'?s| with| that|,|:| -| \u2013)){0,3}(?: (?:the|a))?(?: on the"
    rf"| (?:{WEEKDAY_WORDS})\b,?(?: the)?)?\s?$",
    re.I,
)
# Nothing follows the day in its sentence but that it is sure, or thanks.
_ENDS = re.compile(
    r"(?:\s?,?\s?(?:then|so|apparently|for sure|definitely|for (?:my|the) last(?: one)?|was (?:my|the) last(?: one)?"
    r"|i think|thanks|thank you|ta|ok|last year|this year)){0,3}\s*(?:[.!;,\n)]|$)",
    re.I,
)
# What was not done is no dose, nor is another injection; what somebody else had is not this one's.
_NOT_DONE = re.compile(
    r"\b(?:cancell?ed|called off|closed|shut|refused|missed|skipp?ed|postponed|rescheduled|too (?:early|late|soon)"
    r"|no-?show|stock|tetanus|vitamin d|iron|folic|vaccin\w+|pneumonia|shingles|tb|hepatitis|blood"
    r"|(?:was|is|had|did|were|has)(?:n'?t| not) (?:\w+ )?(?:done|given|had|do|give|have))\b",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|without|neither|cannot|\w+n't|dont|didnt|wasnt|couldnt|wrong)\b", re.I
)
_PERSON = (
    r"(?:(?:my|the|our) (?:husband|wife|partner|mum|mom|mam|mother|dad|father|son|daughter|sister|brother|nan|gran"
    r"|granny|friend|neighbou?r|aunt|uncle|cousin|child|baby|kid)|someone|somebody)"
)
_SOMEBODY_ELSE = re.compile(rf"\b(?:own|{_PERSON}(?:'?s)?)\b", re.I)
_THEIRS = re.compile(
    rf"\b{_PERSON}'?s (?:card|letter|text|app|records?|notes|message|email|nurse|doctor|clinic)\b", re.I
)
_HERS = re.compile(r"\b(?:hers|his|theirs?|her(?! (?:back|up|again)\b)|another|other)\b", re.I)


def clinics_word(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """The day of the last one by the clinic's word."""
    if state.about not in ("anchor", "date") or state.anchor is not None or state.open or not state.phases:
        return ()
    text = said.text.replace("’", "'")
    days = list(_DAY.finditer(text))
    if len(text) > _LONGEST or len(days) != 1 or not _SAYS.search(text) or _AHEAD.search(text):
        return ()
    of_day = next((part for part in SENTENCE.findall(text) if days[0][0] in part), "")
    if asks(Said.of(of_day)) or _OTHER.search(text) or {word.text for word in said.words} & WORDS["soft_other"]:
        return ()
    if _is_of_none(text, days[0]):
        # It is no day of a dose of theirs: the day is asked for once more.
        return (Move("answer", AGAIN, rest=place_of(said, len(said.words))),)
    if not _is_told_of(text, days[0]) or read(text, today=who.today, country=who.country).phases:
        return ()
    was = read_date(days[0][0], today=who.today, country=who.country, role="last").date
    ahead = read_date(days[0][0], today=who.today, country=who.country, role="next").date
    if was is None or was > who.today:
        return ()
    if ahead is not None and ahead >= who.today and ahead - who.today <= who.today - was:
        # As near ahead: which of the two it is is asked.
        return ()
    return (Move("answer", state.about, f"last one was on {full_date(was)}", rest=place_of(said, len(said.words))),)


def _is_of_none(text: str, day: re.Match[str]) -> bool:
    """Whether what is said of a day is that none was had on it, or that somebody else was there."""
    said = [match.end() for match in _SAYS.finditer(text, 0, day.end())]
    # What is denied before the clause of the day is something else: "not to worry, it was 5 November".
    clause = max(text.rfind(mark, 0, day.start()) for mark in ",;.!\n") + 1
    return (
        _NOT_DONE.search(text) is not None
        or _DENIED.search(text, clause) is not None
        or _SOMEBODY_ELSE.search(text, max(said, default=0)) is not None
        or _THEIRS.search(text) is not None
    )


def _is_told_of(text: str, day: re.Match[str]) -> bool:
    """Whether a day is said of the last dose, or is all that was said."""
    before, behind = text[: day.start()], text[day.end() :]
    if _HERS.search(text) or not _ENDS.match(behind):
        return False
    return _DOSE_WAS.search(before) is not None or _ONLY_SAID.search(before) is not None
