"""What the clinic said, where the day of the last injection is asked for: "they texted back, it was 5 November". A day
that is nearer behind than ahead is the one that was asked for, and none that was booked."""

from __future__ import annotations

import re

from ..model import full_date
from ..reading.day_words import DAY_NUMBER, MONTHS
from ..reading.reader import read, read_date
from .message import SENTENCE, Said
from .move import Move, place_of
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
    if read(text, today=who.today, country=who.country).phases:
        return ()
    was = read_date(days[0][0], today=who.today, country=who.country, role="last").date
    ahead = read_date(days[0][0], today=who.today, country=who.country, role="next").date
    if was is None or was > who.today:
        return ()
    if ahead is not None and ahead >= who.today and ahead - who.today <= who.today - was:
        # As near ahead: which of the two it is is asked.
        return ()
    return (Move("answer", state.about, f"last one was on {full_date(was)}", rest=place_of(said, len(said.words))),)
