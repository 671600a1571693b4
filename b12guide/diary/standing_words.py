"""Whether a message may be of the reminders that stand, by its words, and the words that name one of them."""

from __future__ import annotations

import re

from b12guide.diary.clock_words import DATE
from b12guide.diary.reading import LONGEST
from b12guide.diary.spelled import spelled_out
from b12guide.diary.unnamed import of_no_name
from b12guide.diary.wish_changes import adds
from b12guide.diary.wishes import days_before, names_time
from b12guide.plan.reading.day_words import WEEKDAY_WORDS

_NAMES = re.compile(r"\b(?:remind(?:ers?|ing)?|texts?|texting|messages?|nudges?|alerts?|pings?|notifications?)\b", re.I)
_OF_DOSE = re.compile(
    r"\b(?:injections?|jabs?|jags?|shots?|needles?|doses?|appointments?|appt|nurse|clinic|surgery|booked|due"
    r"|had|moved|yet|they(?:'ve)?)\b",
    re.I,
)
# The injection is named only to say from when the days are counted, or that it is not what is meant.
_BESIDE_DOSE = re.compile(
    r"\b(?:before|ahead of|of|for|about|not|never) (?:the |my |each |every |her |his )?(?:b-?12 |next )?"
    r"(?:injections?|jabs?|jags?|shots?|needles?|doses?|appointments?|appt)\b",
    re.I,
)
# Why a time does not suit, which is no time that is wanted.
REASON = re.compile(
    r"\b(?:as |cos |because |since )?(?:i'm|i am|i'll be|i) (?:\w+ )?"
    r"(?:(?:in|at) (?:work|school|college|church|bed|a \w+|the \w+|my \w+)|in|out|busy|asleep"
    r"|driving|working|work|start"
    r"|finish|away|teaching)\b(?:[^.,;?!]|\.(?=\d)){0,40}"
    # Shifts: "back on nights from Monday so ...".
    r"|\b(?:(?:as|cos|because|since|i'm|i am|back|now|working|work) ){1,4}(?:on )?(?:nights|days|earlies|lates"
    r"|shifts?|(?:night|day|early|late) shifts?)\b(?: (?!so\b|then\b|and\b|please\b)[^\s.,;?!]{1,12}){0,6}",
    re.I,
)
_ASKS = re.compile(
    r"^\W*(?:(?:so|and|but|ok|okay|hi|oh|well|no)\W+){0,4}(?!(?:what|how) about\b)(?:when|what"
    r"|which|why|how|who|did|does|do"
    r"|will|are|is|has|have(?! (?:it|them|that|mine)\b)|was)\b",
    re.I,
)
_ASKS_FOR = re.compile(
    r"\b(?:instead|rather|(?:can|could) (?:you|u|it|i|we)|(?:may|might) (?:i|we|it)|(?:what|how) about)\b", re.I
)
# How it was to be, of one that stands otherwise, also behind the question which there are.
_SHOULD_BE = re.compile(
    r"\b(?:(?:should|ought to|was to|were to|has to|needs? to|meant to|supposed to) (?:be|come)"
    r"|should(?:'ve| have| of) been)\b",
    re.I,
)
_WHICH = re.compile(
    r"\b(?:what|which) (?:text )?(?P<them>reminders?|texts?|alerts?|nudges?) (?:have|do|are|did) (?:i|we|you|there)"
    r"(?: (?:got|have|set|on|up|there|now)){0,3}(?=\s*[,.;?]|$)",
    re.I,
)
# "PM not am", of the half of the day in which one was set; "I meant the evening, not the morning".
_HALVES = r"(?:am|pm|a\.m\.?|p\.m\.?|morning|evening)"
_HALF = re.compile(
    r"^\W*(?:(?:no|nah|nope|oh|oops|sorry|wait|i|it|it's|that|that's|should|be|was|is|said|mean|meant|make|as|to|in|the"
    r"|want|wanted|actually|please|at|night)\W+){0,6}(?P<half>(?<!\bi )am|pm|a\.m|p\.m|morning|evening)\b\.?"
    rf"(?:(?:,| and)? ?not (?:in the |the )?{_HALVES}\b|(?<=m)(?=\s*(?:[,.!]|$|lol\b|please\b|though\b|obviously\b)))",
    re.I,
)
_TELLS = re.compile(
    r"\b(?:didn'?t|did not|never(?! ?mind)|got|came|received|texted|reminded|forgot|missed|sent|arrived|turned up)\b",
    re.I,
)
_WISH = re.compile(
    r"\b(?:make|change|move|switch|swap|shift|push|bring|set|put|want|rather|prefer|better|instead|please|text me"
    r"|(?:can|could|would|will) (?:you|i|it|we)|how about|what about|remind me|actually|not|no|only"
    r"|just|meant|mean|it'?s"
    r"|have|i said)\b",
    re.I,
)
ONE = r"(?:ones?|reminders?|texts?|alerts?|nudges?|messages?)"
_LEAD = (
    r"(?:(?:\d{1,2}|an?|one|two|three|four|five|six|seven|ten|a couple of) )?(?:days?|weeks?|fortnights?|nights?"
    r"|evenings?|mornings?)(?: before| ahead| early| prior)?"
)
_CLOCK = (
    r"(?:(?:half|quarter)(?: past| to)? )?(?:\d{1,2}(?:[:.]\d\d)?(?! days?| weeks?| of)|seven|eight|nine|ten|eleven"
    r"|noon|midday)(?: ?[ap]\.?m\b\.?| ?o'?clock)?"
)
# How one of them may be named.
MEANT = (
    rf"(?:(?:{WEEKDAY_WORDS})s?(?: (?:{DATE}))?(?:'s)?(?: before)?|{DATE}|{_LEAD}|{_CLOCK}|same day"
    rf"|on the day|day itself"
    r"|first|last|second|early|earlier|late|later|morning|evening|afternoon)"
)
TO = r"(?:on |at |for |from |the |that |my |its |it's ){0,3}"
# What is not wanted of it: "not 7pm", "instead of tues", "tues is no good".
REFUSED = re.compile(
    rf"\b(?:not|instead of|rather than|and not|no longer|can'?t (?:make|do"
    rf"|manage)) {TO}{MEANT}(?: {ONE})?(?: work)?\b"
    rf"|\b{MEANT}(?: {ONE})? (?:is|was|'s|are|isn'?t|doesn'?t|won'?t|does not|will not|is not)"
    rf" (?:a bit |much |way |far |just |really ){{0,2}}(?:too |no )?"
    r"(?:early|late|soon|good|work|suit|do|use|ideal|right|wrong)(?: for me)?\b"
    rf"|\b(?:{WEEKDAY_WORDS})s (?:is|are|'re) (?!fine|better|best|good|ok|okay)\w+",
    re.I,
)
DROPS = re.compile(
    r"\b(?:drop|cancel|remove|delete|lose|scrap|stop|skip|get rid of|turn off|switch off"
    r"|take (?:off|out|away)|bin|ditch"
    r"|forget|(?:don'?t|do not) (?:need|want|send)|no need for|without|leave out|end|not)"
    rf" {TO}(?:(?P<first>{MEANT}) {ONE}|{ONE} (?:that (?:is|comes) )?{TO}(?P<then>{MEANT}))\b"
    rf"|\btake {TO}(?P<off>{MEANT}) {ONE} (?:off|out|away)\b",
    re.I,
)
_LONGEST_SAID = 32
_SHORT = 12


def of_reminders(text: str, *, just: bool, open_plan: bool = False) -> bool:
    """Whether a message may be of the reminders that stand, by its words.

    Args: just: reminders were spoken of last. open_plan: the dates wait for a yes, so a bare day is one of those.
    """
    plain = REASON.sub(" ", spelled_out(text[:LONGEST]))
    if puts_right(plain):
        plain = _WHICH.sub(r" \g<them> ", plain)
    if len(plain.split()) > _LONGEST_SAID or adds(plain):
        return False
    left = _BESIDE_DOSE.sub(" ", plain)
    named = _NAMES.search(left) is not None
    if _OF_DOSE.search(left) or (not named and not just) or _TELLS.search(left):
        return False
    if just and half_meant(left) is not None:
        return True
    if not named and not of_no_name(left):
        return False
    asks = _ASKS.search(left) is not None or left.rstrip().endswith("?")
    wishes = any(wish.search(left) is not None for wish in (_WISH, _SHOULD_BE, REFUSED, DROPS))
    if asks and _ASKS_FOR.search(left) is None:
        return False
    if open_plan and not named and days_before(left) is None and not re.search(r"\b(?:before|[ap]m)\b", left, re.I):
        return False
    return wishes or (just and len(left.split()) <= _SHORT)


def puts_right(words: str) -> bool:
    """Whether words say how a reminder was to be: "which have I got set, should be half 8"."""
    return _SHOULD_BE.search(words) is not None and (names_time(words) or days_before(words) is not None)


def half_meant(words: str) -> str | None:
    """The half of the day that some words put right, and nothing else: "a" or "p"."""
    found = _HALF.match(words)
    if found is None or re.search(r"\d", words[found.end() :]) or days_before(words) is not None:
        return None
    return "a" if found["half"][0].lower() in "am" else "p"
