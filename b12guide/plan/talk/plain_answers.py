"""Answers and questions about what was read back or booked, in more words than a yes: "they said quarterly so yes", "so
do I keep the 4th then?"; and a "no" that denies a symptom and not the plan."""

from __future__ import annotations

import re

from ..reading.reader import read
from .coming_day import coming_day, shown_day
from .message import Said
from .move import Move, place_of
from .move_words import asks
from .outcome import Who
from .past import waits_for_booked
from .state import CHANGE, CLINIC_DATE, CONFIRM, State

_YES_AT_END = re.compile(
    r"[\s,;.–—-](?:so|and so|then|and)?,? ?(?:that'?s |it'?s |that is |it is )?(?:a )?(?:yes|yep|yeah|yup"
    r"|aye|correct|right)"
    r"(?: (?:it is|that'?s right|please|thanks|then|mate|love)){0,2}\W*$",
    re.I,
)
_NOT = re.compile(r"\b(?:not|no|isn'?t|wasn'?t|wrong|but|except|should|change|actually|don'?t|can'?t)\b", re.I)
# "No tingling, just tired": what is not there.
_NO_SIGN = re.compile(
    r"^\W*no (?:(?:more|new|real|other|big|bad) )?(?:tingling|tingles|numbness|pins|pain|pains|symptoms?"
    r"|problems?|side effects?"
    r"|swelling|rash|reaction|fever|dizziness|weakness|trouble|worries|soreness|itch(?:ing)?|headaches?|bother|issues?"
    r"|complaints?|ill effects?)\b[^.;!?\n]*[.;!?\n]\s*",
    re.I,
)
_LAST_ONE = re.compile(
    r"\W*(?:(?:yes|yep|ok|no|oh)\W+){0,2}(?:that|it|that one)(?:'?s| is| was) (?:the|my) (?:last|latest"
    r"|most recent|previous)"
    r"(?: (?:one|jab|shot|injection|dose|needle))?(?: (?:that )?i(?:'ve)? (?:had|got))?\W*",
    re.I,
)
_KEEPS = re.compile(
    r"\b(?:do|shall|should|must|can|am|is|are|does)(?:n'?t)? (?:i|we|he|she|they|mum|dad|mam|it|that"
    r"|[a-z]+)(?: (?:just|still|then"
    r"|really|to|going|meant|supposed|only)){0,3}"
    r" (?:keep|go(?:es)?|turn up|attend|stick|stay|come|have it|get it|leave it|expected|down|in)\b"
    r"(?: (?:to|with|it|at|as|for|in|on|the)){0,3} "
    r"|\b(?:so|then) (?:i|we|he|she|they)(?:'?ll| will| just| still| do| can){0,2}"
    r" (?:keep|go(?:es)?|turn up|attend|stick|stay|come|have it|get it)\b(?: (?:to|with|it|at|as|for|in|on|the)){0,3} "
    r"|^\W*(?:i|we|he|she|they)(?:'?ll| will| just| still){0,2} (?:keep|go(?:es)?|turn up|attend|stick)\b"
    r"(?: (?:to|with|it|at|as|for|in|on|the)){0,3} (?=[^.;!]{0,30}\?)",
    re.I,
)


def yes_at_end(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """A yes behind how often, said once more as it was read back."""
    if state.about != CONFIRM or not state.ready(who.today) or asks(said):
        return ()
    found = _YES_AT_END.search(said.text)
    if found is None or not found.start():
        return ()
    before = said.text[: found.start()]
    reading = read(before, today=who.today, country=who.country)
    if _NOT.search(before) or reading.dates or len(reading.phases) != 1 or len(state.phases) != 1:
        return ()
    told, known = reading.phases[0], state.phases[0]
    same = (told.period, told.unit, told.frequency) == (known.period, known.unit, known.frequency)
    return (Move("yes", rest=place_of(said, len(said.words))),) if same else ()


def last_as_shown(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """ "That's the last one I had", of the day that was read back: what follows from it is asked for."""
    if state.about != CONFIRM or not state.ready(who.today) or asks(said) or not _LAST_ONE.fullmatch(said.text):
        return ()
    return (Move("request", "next", rest=place_of(said, len(said.words))),)


def keeps_day(said: Said, state: State, who: Who) -> tuple[Move, ...]:
    """Whether one is to go on the day that is shown, or that the clinic booked."""
    if not state.ready(who.today) or state.about not in (None, CONFIRM, CHANGE, CLINIC_DATE):
        return ()
    if waits_for_booked(state, who.today) is not None:
        return ()
    text = _NO_SIGN.sub("", said.text)
    found = _KEEPS.search(text)
    shown = shown_day(state, who.today)
    if found is None or shown is None or shown < who.today or " or " in text.lower():
        return ()
    days = coming_day(text[found.start() :], today=who.today, shown=shown).days
    if shown not in days:
        return ()
    return (Move("request", "is_it", shown.isoformat(), rest=place_of(said, len(said.words))),)
