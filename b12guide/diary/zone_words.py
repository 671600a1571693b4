"""By which clock somebody wants their reminders: a zone that they name, or the place where they are."""

from __future__ import annotations

import re

from b12guide.diary.clock import zone_named
from b12guide.diary.clock_words import DATE

_LONGEST = 9
_ZONE = re.compile(
    r"\b(?:my )?time ?zone(?: is|:| =)? (?P<zone>[\w/+ -]{2,40})|\b(?:i'?m|i am|we'?re|we are|use) (?:on"
    r"|in)? ?(?P<zone2>[\w/ ]{2,30}) time\b",
    re.I,
)
# Of a place whose clock is known: "make it Perth time", "I'm in Perth now, use that for the texts".
_ZONE_OF_PLACE = re.compile(
    r"\b(?:make|set|change|switch|move|put|send|have|do|use) "
    r"(?:(?:it|them|that|those|all|the|my|these|reminders?|texts?) ){0,3}"
    r"(?:(?:to|in|on|by|for|as) )?(?P<clock>[a-z]+(?: [a-z]+)?) time\b"
    r"|\b(?:i'?m|i am|we'?re|we are|(?:i|we)(?:'ve| have)? moved|(?:i|we) live) "
    r"(?:(?:in|to|over|out|back|down|up|now|here) ){1,3}(?P<place>[a-z]+(?: [a-z]+)?)\b(?=[^.?!]{0,40}"
    r"\b(?:remind\w*|texts?|that time|that clock|local time)\b)",
    re.I,
)


# A journey that is asked about or to come changes no clock; on which day a reminder comes is no journey.
_NOT_NOW = re.compile(
    r"\?|\b(?:when(?! (?:it'?s|it is|they'?re|they are|i'?m|i am) due)|if|next|until|till|will"
    r"|on the(?! (?:day|same day|morning|night|evening|actual day)\b)|from the|holiday|visiting|trip|got|was|were)\b",
    re.I,
)


# "Can reminders go by ny time", "back in ireland, use irish time again": a clock that is named as one.
_CLOCK = re.compile(r"\b(?P<clock>[a-z]+(?: [a-z]+)?) (?:time|clock|time ?zone|hours)\b", re.I)
_OF_REMINDERS = re.compile(
    r"\b(?:remind\w*|texts?|texting|messages?|alerts?|e-?mails?|use|switch|change|set|put|go|back|again|them"
    r"|they|on|by)\b",
    re.I,
)
_ASKS_TIME = re.compile(r"^\W*(?:(?:so|and|but|ok)\W+){0,2}(?:when|what|how|which|is|does|do|are|who|why)\b", re.I)
# A dose has no clock.
_OF_DOSE = re.compile(r"\b(?:injections?|jabs?|jags?|shots?|doses?|due|appointment|landed?|flight|fly|arrive)\b", re.I)
_STRETCH = re.compile(
    rf"{DATE}(?: 20\d\d)?(?:,? ?(?:-|–|to|till|until|and)) ?(?:the )?{DATE}"
    r"|\bfor (?:the )?(?:next )?(?:an?|one|two|three|four|five|six|\d{1,2}|a few|a couple of) (?:days?|weeks?"
    r"|months?)\b"
    r"|\bfrom (?:the )?(?:[a-z]+day|tomorrow|next \w+|\d{1,2})\b|\b(?:until|till) (?:the )?(?:[a-z]+day|\d{1,2}|i)\b"
    r"|\b(?:next|in) (?:week|month|january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b",
    re.I,
)
_LONGEST_CLOCK = 24


def clock_named(text: str, *, just: bool) -> str | None:
    """The words for the zone of a clock by which reminders are to go; None where none is wished.

    Args: just: reminders were spoken of last.
    """
    if len(text.split()) > _LONGEST_CLOCK or _ASKS_TIME.search(text) or _OF_DOSE.search(text):
        return None
    if not just and _OF_REMINDERS.search(text) is None:
        return None
    return _clock_in(text)


def _clock_in(text: str) -> str | None:
    return next(
        (name for found in _CLOCK.finditer(text) for name in _names(found["clock"]) if zone_named(name)), None
    )  # fmt: skip


def for_a_stretch(text: str) -> bool:
    """Whether a clock is wanted for some days or weeks that are told, and not from now on."""
    named = _clock_in(text) is not None or any(
        zone_named(name) for found in _PLACE.finditer(text) for name in _names(found["place"])
    )
    return named and _STRETCH.search(text) is not None and _WISHES.search(text) is not None


_WISHES = re.compile(r"\b(?:remind\w*|texts?|messages?|alerts?|clock)\b", re.I)
# Where they are, told beside a wish: "remind me at 8. I'm in Perth".
_PLACE = re.compile(
    r"\b(?:i'?m|i am|we'?re|we are|(?:i|we) live|(?:i|we)(?:'ve| have)? moved) (?:(?:in|to|over|now|here) ){1,3}"
    r"(?P<place>[a-z]+(?: [a-z]+)?)\b",
    re.I,
)


def zone_beside(text: str) -> str | None:
    """The words for the zone in a message that wishes a reminder: named, or that of the place where they say they
    are; None where there are none."""
    if (zone := zone_wished(text)) is not None or _NOT_NOW.search(text):
        return zone
    return next((name for found in _PLACE.finditer(text) for name in _names(found["place"]) if zone_named(name)), None)


def zone_wished(text: str) -> str | None:
    """The words for the zone whose clock reminders are to go by; None where none is wished."""
    if (zone := _ZONE.search(text)) is not None and len(text.split()) <= _LONGEST:
        return (zone["zone"] or zone["zone2"] or "").strip()
    for found in _ZONE_OF_PLACE.finditer(text):
        if found["place"] and _NOT_NOW.search(text):
            continue
        for name in _names(found["clock"] or found["place"]):
            if zone_named(name) is not None:
                return name
    return None


def _names(place: str) -> tuple[str, str, str]:
    """A place as it may be called in two words: both of them, the first, the second."""
    words = place.split()
    return " ".join(words), words[-1], words[0]
