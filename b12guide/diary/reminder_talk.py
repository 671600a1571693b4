"""What is said about a reminder in any words, once there is talk of one: it is never about the date of an injection."""

from __future__ import annotations

import re

_REMINDER = re.compile(
    r"\b(?:reminders?|remind(?:ed|ing)?|alarms?|alerts?|notifications?|nudges?|heads[- ]?up|pings?)\b", re.I
)
_TELLS_ME = re.compile(
    r"\b(?:tell|warn|let|text|ring|message|prompt|notify|ping|buzz|call|e-?mail|shout|poke)(?:s|ed)? me\b"
    r"|\b(?:tell|warn|let|text|notify) us\b|\bbe (?:told|warned|prompted|notified)\b",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|ten|a couple of|a few|a|an|the) ?"
    r"(?:days?|weeks?|wks?|fortnights?|months?|nights?|evenings?|mornings?)(?:'s?)?"
    r" (?:before(?:hand)?|ahead|early|earlier|in advance|prior)\b"
    r"|\b(?:(?:the|a|to|for|on|at) )(?:day|week|night|evening|morning) before\b(?! (?:i|we|my|going|leaving)\b)"
    r"|\bon the (?:day|morning)(?: itself)?\b",
    re.I,
)
_MEANS = re.compile(
    r"\b(?:mean|meant|talking about|asking about|asked about|only|just)\b[^.?!]{0,12}\b(?:the |a "
    r"|my )?(?:reminders?|alarms?|alerts?)\b"
    r"|\b(?:reminders?|alarms?|alerts?)\b[^.?!]{0,20}\bnot (?:the |my )?(?:date|injection|jab|shot|plan)\b"
    r"|\bnot (?:the |my )?(?:date|injection|jab|shot|plan)\b[^.?!]{0,20}\b(?:reminders?|alarms?|alerts?)\b",
    re.I,
)
_WISHES = re.compile(
    r"\b(?:better|best|instead|rather|prefer|please|pls|enough|easier|nicer|suits?|would do|will do|do nicely|is fine"
    r"|make it|what about|how about|actually|then|fine by me|i'd like|works)\b",
    re.I,
)
# A dose that is had, moved or told of, and what somebody else does.
_OF_DOSE = re.compile(
    r"\b(?:injections?|jabs?|jags?|shots?|needles?|doses?|had|have it|have mine|get it|got|given|inject|booked?"
    r"|move it|moved"
    r"|every|last|late|missed|feel|felt|tired|numb)\b",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:clinic|surgery|nurse|gp|doctor|they|nobody|no one|never)\b[^.?!]{0,30}\b(?:remind|text|email|tell|warn)"
    r"|\b(?:did|does|didn'?t|doesn'?t) (?:the|my|they|anyone)\b|\bremind me (?:what|which|who|how|why|where|of)\b",
    re.I,
)
_IF_CHANGES = re.compile(
    r"^\W*(?:(?:thanks?|thank you|cheers|ta|ok|okay|great|good|right|and|but|so|oh|then|lovely|perfect)\b\W*){0,5}"
    r"(?:(?:what (?:happens |do i do |should i do |then )?|how about )?(?:if|when|in case)"
    r" (?P<what>it|that|this|they|the date|my date|the dates|the day|the clinic|the surgery|the nurse)"
    r"(?: (?:ever|then|gets?|is|was|are|has to be|have to|has to|needs? to)){0,2}"
    r" (?:changes?|changed|change|moves?|moved|move|shifts?|shifted|altered?|alters?|put off|cancelled|canceled"
    r"|rebooked|rearranged)"
    r"(?: (?:it|the date|my date|the day|them|again|on me|though|then|what|later)){0,3})"
    r"(?:,? (?:what (?:then|happens|do i do|should i do)|then|do i tell you|will you know)){0,2}\W*$",
    re.I,
)
_LONGEST = 30
_DISCREET = re.compile(
    r"\b(?:no|nothing|no mention|without|not|don'?t|do not|doesn'?t|does not|never|leave out|keep out)\b[^.?!;]{0,25}"
    r"\b(?:b-?12|injections?|jabs?|shots?|medical|illness|health|medicines?|what (?:it'?s|its|it is|they'?re|they are)"
    r" (?:for|about))\b[^.?!;]{0,20}\b(?:in|on) (?:it|them|the (?:texts?|messages?|reminders?))\b"
    r"|\b(?:don'?t|do not|doesn'?t|does not|not|never) (?:\w+ )?(?:say|mention|name|show|give away|write"
    r"|put)\b[^.?!;]{0,15}"
    r"\b(?:b-?12|injections?|jabs?|shots?|what (?:it'?s|its|it is|they'?re|they are) (?:for|about))\b"
    r"|\b(?:nobody|no one|noone|no-one|none|others? (?:can'?t|cannot|don'?t|won'?t)|not (?:everyone|anyone"
    r"|the others))\b"
    r"[^.?!;]{0,20}\b(?:knows?|sees?|guess(?:es)?|tells?|reads?|find out|finds out|works? (?:it )?out)\b"
    r"|\b(?:discreet(?:ly)?|keep (?:it|them) (?:vague|private|secret|plain))\b",
    re.I,
)


def about_reminder(words: str, *, lately: bool) -> bool:
    """Whether a sentence is about a reminder: when it comes, or that it is what is meant.

    Args: words: with straight apostrophes. lately: whether reminders were being spoken of.
    """
    if len(words.split()) > _LONGEST or _OTHERS.search(words):
        return False
    if _MEANS.search(words):
        return True
    ahead = _AHEAD.search(words) is not None
    if ahead and _REMINDER.search(words):
        return True
    if ahead and _TELLS_ME.search(words) and not re.search(r"\b(?:date|what|which|how)\b", words, re.I):
        return True
    return lately and ahead and _OF_DOSE.search(words) is None and (_WISHES.search(words) is not None or _short(words))


def _short(words: str) -> bool:
    return len(words.split()) <= 8 and "?" not in words


def asks_if_changes(text: str) -> str:
    """What is supposed to change, of a message that asks what then ("it", "the date"); "" where it asks nothing so."""
    found = _IF_CHANGES.match(text.replace("’", "'"))
    return found["what"].lower() if found is not None else ""


def asks_discreet(text: str) -> bool:
    """Whether words want a reminder to name nothing: "nothing about B12 in it", "so nobody knows what it's for"."""
    return _DISCREET.search(text.replace("’", "'")) is not None
