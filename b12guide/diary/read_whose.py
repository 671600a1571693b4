"""Notes that are to be read out by whose they are, or of which day, and all of them."""

from __future__ import annotations

import re

from b12guide.plan.reading.day_words import FULL_WEEKDAYS, MONTHS, NTH

_LEAD = (
    r"^\W*(?:(?:so|ok|okay|yes|yeah|no|and|but|now|then|please|pls|just|only|right|thanks|thank you|can you|could you"
    r"|can u|would you|will you|can i|could i|let me|i want to|i'd like to|i mean|i meant|i want|i only want"
    r"|first)\b[,.!]? ?){0,6}"
)
_READ = (
    r"(?:(?:read|show|give|list|tell|see|hear|have|open|bring up|play|run through|go through)"
    r"(?: me| us)?(?: back| out| again| to me)?(?: the)? ?)"
)
_END = (
    r"(?:[,.! ]{0,3}(?:please|pls|plz|thanks|ta|again|back|out|to me|now|then|too|as well|one by one|in order|so far"
    r"|separately|first|only|alone)){0,4}\W*$"
)
_NOTE = r"(?:notes?|diary|entry|entries|ones?|lines?|bits?)"
_ALL = (
    rf"(?:(?:all|both|every one|each one|every bit|all (?:\d|two|three|four|five|six|ten)"
    rf"|all of)(?: of)?(?: (?:my|the|them|those"
    rf"|it))?(?: own)? ?{_NOTE}?|the (?:whole )?lot|the whole (?:lot|thing)|whole lot|everything(?: i (?:said"
    rf"|told you|wrote|noted))?"
    rf"|them all|it all|all of (?:it|them)|my own(?: {_NOTE})?|my {_NOTE})"
)
# "Read me the lot", "all three of my notes"; "show me everything" may be of something else.
_ASKS_ALL = re.compile(rf"{_LEAD}(?:(?P<read>{_READ})?{_ALL}){_END}", re.I)
_READS = re.compile(r"\bread|\bnotes?\b|\bdiary\b|\bentr|\bown\b", re.I)
_DAY = (
    rf"(?:(?:(?:last|this|on) )?(?:{FULL_WEEKDAYS}|yesterday|today)|(?:the )?{NTH}(?: of)?(?: (?:{MONTHS}))?"
    rf"|(?:the )?\d{{1,2}} (?:of )?(?:{MONTHS})|(?:{MONTHS}) \d{{1,2}})"
)
_ASKS_DAY = re.compile(
    rf"{_LEAD}(?P<read>{_READ})?(?:what about |and |how about "
    rf"|the )?(?:the )?(?P<day>{_DAY})(?P<of>'?s)?(?: (?P<note>{_NOTE}))?{_END}",
    re.I,
)
_ASKS_OF_DAY = re.compile(
    rf"{_LEAD}(?:{_READ})?(?:the |my |what (?:did|have|had) )?(?:{_NOTE}|one|i (?:say|said|tell you|told you"
    rf"|write|wrote"
    rf"|written|note|noted|put|feel|felt)(?: down)?) (?:from|for|of|on) (?P<day>{_DAY}){_END}"
    rf"|{_LEAD}(?:how was i|how did i feel|how was it) (?:on )?(?P<day2>{_DAY}){_END}",
    re.I,
)
# "Read me Dad's, and then mine", "what have you written down for Dad".
_PERSON = r"(?:(?:my |our )?[a-z]{2,14}'?s|mine|his|hers|my own|my husband's|my wife's)"
_WHOSE = re.compile(
    rf"{_LEAD}(?P<read>{_READ})(?P<whose>{_PERSON}(?: {_NOTE})?(?:,? (?:and|then"
    rf"|and then),? (?:read )?(?:me )?{_PERSON}(?: {_NOTE})?){{0,2}}){_END}",
    re.I,
)
_BARE = re.compile(rf"{_LEAD}(?P<whose>{_PERSON}(?: {_NOTE})?){_END}", re.I)
_FOR = re.compile(
    rf"^(?:.{{0,60}}[.!?,] )?(?:(?:so|and|now|ok|then)\W+){{0,3}}what (?:all )?(?:have you|did you|do you have"
    rf"|'?ve you|you)(?: got| have)?"
    rf"(?: written| noted| kept| put| down| saved| write| note| got){{0,3}} (?P<for>for|on|about"
    rf"|of) (?P<who>(?:my |our )?[a-z]{{2,14}}){_END}",
    re.I,
)
_JOIN = re.compile(r",? (?:and then|and|then),? (?:read )?(?:me )?", re.I)
_NOTES_OF = re.compile(rf" {_NOTE}$", re.I)


_AGAIN = re.compile(
    rf"{_LEAD}(?:show|read|see|list)(?: me)?(?: (?:it|them|that|those|the list|my list))?(?: all)? again{_END}", re.I
)
# "Delete the bit about my sleep", "take the knee one off, it is better".
_TAKES_OUT = re.compile(
    rf"{_LEAD}(?:delete|remove|erase|wipe|scrap|drop|lose|scratch|cross out|get rid of|take (?:out|off)|take)"
    r" (?:out |off )?(?:the |my |that |this )(?:one |bit |part |note |question )?(?:about |with |on |of )?(?:the |my )?"
    r"(?P<words>[\w'-]+(?: [\w'-]+){0,3}?)(?: (?:one|bit|part|note|thing|question|line|out|off|away|please|pls"
    r"|again|now)){0,3}"
    r"(?:[,;–-]{1,3} [^?.!;]{1,80})?\W*$",
    re.I,
)


_PART_OUT = re.compile(r"\b(?:bit|part|words|mention)\b", re.I)


def asks_again(text: str) -> bool:
    """Whether what was just read out is wanted once more."""
    return _AGAIN.match(text) is not None


def takes_out(text: str) -> str:
    """The words of the one thing of what is kept that is to be taken out: "the crying"; "" where there is none."""
    found = _TAKES_OUT.match(text)
    return found["words"] if found is not None else ""


def takes_part(text: str) -> bool:
    """Whether what is to be taken out is a part of a note."""
    found = _TAKES_OUT.match(text)
    return found is not None and _PART_OUT.search(text[: found.start("words")]) is not None


def asks_all(text: str) -> bool | None:
    """Whether a message asks for all notes: True where it surely does, False where it may be of something else, None
    where it asks for nothing so."""
    found = _ASKS_ALL.match(text)
    return None if found is None else _READS.search(text) is not None


def asks_day(text: str) -> tuple[str, bool] | None:
    """The day of which the notes are asked for, in its words, and whether that is sure; None where none is named so."""
    if (found := _ASKS_OF_DAY.match(text)) is not None:
        return found["day"] or found["day2"], True
    found = _ASKS_DAY.match(text)
    if found is None or not (found["of"] or found["note"] or found["read"]):
        return None
    return found["day"], bool(found["note"] and found["read"])


def asks_whose(text: str) -> tuple[list[str], bool] | None:
    """Whose notes are asked for, each in the words of the message ("dad's", "mine"), and whether "what have you got
    for" asks for all that is kept of them; None where a message asks for nobody's."""
    if (of := _FOR.match(text)) is not None:
        return [of["who"]], True
    found = _WHOSE.match(text) or _BARE.match(text)
    if found is None:
        return None
    return [_NOTES_OF.sub("", one).strip() for one in _JOIN.split(found["whose"]) if one.strip()], False
