"""What is said of notes around their deletion: all that was written is to go, are they gone, and one is there twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from b12guide.diary.notes import Note

_LEAD = (
    r"^\W*(?:(?:yes|yep|yeah|ok|okay|right|please|pls|then|so|and|no|well|just|now|thanks|thank you|hi|hello|lovely|but"
    r"|(?:can|could|would|will) (?:you|u)|i want you to|i'd like you to|you can)\W+){0,6}"
)
_END = r"(?:[,.! ]+(?:then|please|pls|now|thanks|thank you|all of it|all of them|for good|ta|yes)){0,4}\W*$"
_EVERYTHING = re.compile(
    rf"{_LEAD}(?:delete|erase|wipe|remove|clear|scrap|bin|lose|get rid of|take out|throw (?:out|away)) "
    r"(?P<what>(?:all|everything|every word|the lot|whatever)(?: of)?(?: (?:that )?(?:i|i've|i have)(?: have)?"
    r" (?:wrote|written|write|said|say|told you|put|noted|kept|logged)(?: (?:down|here|in here"
    r"|in there|so far|to you)){0,2})"
    r"|(?:all (?:of )?)?(?:them|these|those)(?: all)?|all of (?:them|it)|everything|the lot|it all)"
    rf"{_END}",
    re.I,
)
_THEM = re.compile(r"\b(?:them|these|those|wrote|written|noted|logged|put|kept|said|told)\b", re.I)
_GONE = re.compile(
    rf"{_LEAD}(?:(?:have|has|are|is|did) (?:they|it|that|those|the notes?|my notes?|that one"
    rf"|the one)(?: all| both| really)?"
    r" (?:gone|been deleted|deleted|go|been removed|removed|out|work)|(?:all|really|they'?re|they are|it'?s) gone"
    r"|did (?:you|that|it) (?:delete|do it|work|go)(?: (?:them|it|that))?)(?: (?:now|then|really"
    r"|properly|for good|yet)){0,3}"
    r"\s{0,2}\?*\W*$",
    re.I,
)
_TWICE = re.compile(
    r"\b(?:it|that|this|one|note|notes|entry|same|thing|bit|them|down)\b[^.?!]{0,24}"
    r"\b(?:twice|two times|2 times|doubled|duplicated?|in double)\b"
    r"|\b(?:twice|doubled?|duplicates?|duplicated)\b[^.?!]{0,16}\b(?:notes?|entry|entries|there"
    r"|in (?:it|there|my diary))\b"
    r"|\b(?:2|two) (?:of )?(?:the same|that|those|identical)\b[^.?!]{0,16}(?:notes?|entries|ones)?\b",
    re.I,
)
# So often something is done, and is written down so.
_OFTEN = re.compile(
    r"\b(?:a|per|each|every) (?:day|week|month|year|night)\b|\b(?:woke|up|injections?|jabs?|shots?|doses?|had)\b", re.I
)
_YES = re.compile(
    rf"{_LEAD}(?:(?:delete|remove|take out|drop|get rid of) (?:it|one|the other|one of them|the second|the double"
    rf"|the doubled note)|do that|do|go on|go ahead|yes|yep|yeah|ok|okay|please|sure){_END}",
    re.I,
)


_IT = (
    r"(?:it|that|that one|this|them|those|both|(?:the|that|those) (?:last |other |old )?(?:note|one|notes)"
    r"|my (?:last )?notes?|the deleted (?:one|note)"
    r"|what (?:you|i) (?:just )?deleted)"
)
_SORRY = (
    r"(?:\W*(?:n+o+|nope|oops|oh|wait|omg|argh|damn|stop|sorry|hang on|please|pls|but|and|hey|ah|ok|actually"
    r"|can you|could you|can u"
    r"|i want(?: you)? to|i need|i want|would you)\b[,.! ]*){0,6}"
)
_BACK = re.compile(
    rf"(?:^|[.,;!?–-]\s{{0,3}}|\b(?:and|so|please|pls|you|u|to)\s){_SORRY}(?:(?:bring|put|get|give|take"
    rf"|have) (?:me )?{_IT} back"
    rf"|(?:bring|put|get|give) back {_IT}|(?:restore|undelete|recover|un-?do|revert) (?:{_IT}|the delet\w+)|undo"
    rf"|keep {_IT} after all"
    rf"|i (?:still )?(?:need|want|wanted|needed) {_IT}(?: back| after all)?)(?: (?:please|pls|again|now|then"
    rf"|thanks|in|after all)){{0,3}}\W*$"
    rf"|^{_SORRY}(?:not that one|(?:that|it) was the (?:good|right|wrong|correct|new) (?:one|note)"
    rf"|you deleted the wrong (?:one|note)"
    rf"|wrong (?:one|note))\W*$",
    re.I,
)
_MOST_BACK = 20


def brings_back(text: str) -> bool:
    """Whether a message right behind a deletion wants back what was deleted: "no, that was the good one, bring it
    back"."""
    plain = text.replace("’", "'").strip()
    return len(plain.split()) <= _MOST_BACK and _BACK.search(plain) is not None


def deletes_all(text: str, *, told: bool) -> bool:
    """Whether a message wants all notes deleted where notes are spoken of.

    Args: told: it was just said how they are deleted, so "everything" is of them.
    """
    found = _EVERYTHING.match(text.replace("’", "'"))
    return found is not None and (told or _THEM.search(found["what"]) is not None)


def asks_gone(text: str) -> bool:
    """Whether a message asks if what was deleted is gone."""
    return _GONE.match(text.replace("’", "'")) is not None


def says_twice(text: str) -> bool:
    """Whether a message says that something is written down twice."""
    plain = text.replace("’", "'")
    return _TWICE.search(plain) is not None and _OFTEN.search(plain) is None


def drops_double(text: str) -> bool:
    """Whether a message agrees that one of two is deleted."""
    return _YES.match(text.replace("’", "'")) is not None


def doubled(notes: Sequence[Note]) -> Note | None:
    """The note that says what another one of the same day says, and no more; the last of them, None where there is
    none."""
    for place in range(len(notes) - 1, -1, -1):
        one = notes[place]
        others = [*notes[:place], *notes[place + 1 :]]
        if any(_says(other, one) and (place > 0 or not _says(one, other)) for other in others):
            return one
    return None


def _says(note: Note, other: Note) -> bool:
    """Whether a note says all that another one of the same day does."""
    return note.day == other.day and other.text.casefold().strip(" .") in note.text.casefold()
