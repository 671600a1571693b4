"""Which of some notes is meant, as it is said to that question: by a place, a day, a word, all of them, or none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from b12guide.diary import named_notes
from b12guide.diary.notes import Note

_LEAD = (
    r"^\W*(?:(?:please|pls|ok|okay|oh|no|yes|yep|yeah|well|very well|right|so|and|then|um+|uh|sorry|i mean"
    r"|i meant|i want|i said|it'?s|it is|that'?s|that is|just|only|delete|remove|erase|take out|change|correct"
    r"|get rid of|bin|the word is)[,.:! ]+){0,6}"
)
_END = (
    r"(?:[,.! ]+(?:please|pls|then|thanks|thank you|now|of them|of those|of these|is the word|dear|that is)){0,3}\W*$"
)
_NOUN = r"(?:one|note|entry|line|ones|notes)"
_ALL = re.compile(
    rf"{_LEAD}(?:both|all|each|every one|the lot|them all|(?:all|both)(?: of)? (?:them|these|those|the notes|of them)"
    rf"|all (?:two|three|four|five|\d)(?: of them)?){_END}",
    re.I,
)
_NONE = re.compile(
    rf"{_LEAD}(?:never ?mind|neither|none|nothing|no|nope|nah|don'?t|do not|stop|cancel|skip(?: it)?|it doesn'?t matter"
    r"|(?:leave|forget|keep|drop)(?: it| them| both| all| that| the notes?)?(?: alone| as (?:it is|they are)| be)?)"
    rf"{_END}",
    re.I,
)
_NTH = re.compile(
    rf"{_LEAD}(?:the |my |number |no\.? ?|#)?(?P<nth>first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|top|upper"
    rf"|bottom|lower|last|latest|newest|newer|later|most recent|oldest|older|earliest|earlier|\d)"
    rf"(?: {_NOUN})?(?: (?:in|on|of) the list)?{_END}",
    re.I,
)
# "The one with Splendid in it", "the Monday one", and a word or a day alone.
_POINTS = (
    re.compile(
        rf"{_LEAD}(?:(?:the|that|my) )?{_NOUN} (?:about|with|where|that says|which says|saying|containing|that has"
        rf"|having|that mentions|from|of|on|for|dated|in|i wrote|that i wrote) "
        rf"(?P<words>.{{1,60}}?)(?: (?:in|on) it)?{_END}",
        re.I,
    ),
    re.compile(rf"{_LEAD}(?:(?:the|that|my) )?(?P<words>[\w' /]{{1,40}}?)(?:'s)? {_NOUN}{_END}", re.I),
    re.compile(rf"{_LEAD}(?:the |on |from |in )?['\"“]?(?P<words>[\w' /]{{1,40}}?)['\"”]?{_END}", re.I),
)
_PLACES = {"first": 0, "1st": 0, "top": 0, "upper": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3,
           "4th": 3, "fifth": 4, "5th": 4, "bottom": -1, "lower": -1}  # fmt: skip
_OLDEST = frozenset({"oldest", "older", "earliest", "earlier"})
# Somebody tells how they are: no word of a note.
_TELLS = re.compile(
    r"\?|\b(?:i|we|she|he|it|they|my \w+|mum|dad) (?:am|is|are|was|were|have|has|had|feel|felt|can|cannot|can't|don't"
    r"|need|want|got|get|slept|walked)\b|\b(?:i'm|i've|she's|he's|it's|when|what|how|why|today|tonight|now)\b",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\s*\n\s*")


@dataclass(frozen=True)
class Chosen:
    """The notes that are meant, none where the question is let go, and the words that name them; `every`: each of
    them is."""

    notes: tuple[Note, ...] = ()
    words: str = ""
    every: bool = False


def chosen(text: str, notes: Sequence[Note], day: Callable[[str], date | None]) -> Chosen | None:
    """Which of some notes a message means; None where it says nothing of that.

    Args: text: with straight apostrophes. notes: as they were listed. day: the day up to today that words name.
    """
    plain = text.strip()
    for words in dict.fromkeys([plain, *_SENTENCE.split(plain)]):
        if _ALL.match(words):
            return Chosen(tuple(notes), every=True)
        if _NONE.match(words):
            return Chosen()
        found = _nth(words, notes) or _named(words, notes, day)
        if found is not None:
            return found
    return None


def _nth(words: str, notes: Sequence[Note]) -> Chosen | None:
    found = _NTH.match(words)
    if found is None:
        return None
    nth = found["nth"].lower()
    if nth in _OLDEST:
        return Chosen((min(notes, key=lambda note: note.day),))
    place = int(nth) - 1 if nth.isdigit() else _PLACES.get(nth)
    if place is None:
        return Chosen((max(notes, key=lambda note: note.day),))
    return Chosen((notes[place],)) if -1 <= place < len(notes) else None


def _named(words: str, notes: Sequence[Note], day: Callable[[str], date | None]) -> Chosen | None:
    for pattern in _POINTS:
        found = pattern.match(words)
        if found is None or (pattern is not _POINTS[0] and _TELLS.search(found["words"])):
            continue
        named = found["words"].strip()
        of_day = day(f"on {named}")
        chosen = [note for note in notes if note.day == of_day] if of_day is not None else []
        chosen = chosen or named_notes.of_time(notes, named) or named_notes.with_words(notes, named)
        if 0 < len(chosen) < len(notes):
            return Chosen(tuple(chosen), named)
    return None
