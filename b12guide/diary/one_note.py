"""What is asked of a note that is there already: to delete it, or to change it; and which one is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz

from b12guide.diary.notes import Note, symptoms_in

# Which notes are meant, where it is not words of them: all, and the one that was told last.
ALL, LAST = "all", "last"
# In the place of the words of a note: each that is named goes, and not one alone.
EACH = "each"

_LEAD = (
    r"^\W*(?:(?:please|pls|plz|ok|okay|right|yes|yep|yeah|fine|well|then|lovely|thanks|thank you|hi"
    r"|hello|hey|no|nope|oh|oops|sorry|wait|actually|and|so|just|now|can|could"
    r"|would|will|may|you|i|we|want(?: you)? to|'?d like(?: you)? to|need to|how do|how can|let me)[,.! ]+){0,6}"
)
_DELETE = (
    r"(?:delete|remove|erase|wipe|clear|forget|scrap|bin|scratch|undo|drop|lose|get rid of|take (?:out|off|away|back)"
    r"|cross out|throw (?:out|away))"
)
_CHANGE = r"(?:change|edit|correct|fix|update|amend|reword|rewrite|replace|alter)"
_NOTES, _NOTE = r"(?:notes|diary|entries|diary entries|diary notes)", r"(?:diary )?(?:note|entry)"
_OF = r"(?:my|the|that|this|your)"
_LATEST = r"(?:last|latest|newest|most recent|previous|recent)"
_WROTE = r"(?:i )?(?:just |last )?(?:wrote|said|noted|put|told you|kept|added)(?: down)?(?: just now)?"
_ABOUT = (
    r"(?:about|on|of|from|for|saying|that says|that said|which says|that i|where i|with|that mentions"
    r"|mentioning)"
)
_TAKE_IT_OUT = rf"(?:{_DELETE} (?:that|it|this)|(?:take|get) (?:that|it|this) (?:out|off|away|back))"
# What is left, told beside what is deleted: "my notes only, keep everything else".
_SPARED = (
    r"(?:,? (?:and |but |not |only |just ){0,3}(?:keep|leave|not|don'?t (?:touch|delete)|except|without)? ?"
    r"(?:everything else|all the rest|the rest|my plan|the plan|my dates|the dates|anything else|nothing else"
    r"|my reminders"
    r"|the reminders|all else)(?: (?:alone|as (?:it is|they are)|please|and the dates|and my dates"
    r"|and the reminders)){0,3})?"
)
# Why it goes: "she does not want it kept".
_REASON = r"(?:(?:,|;| -| –| as| because| cos) ?(?:it|that|this|i|i'm|i've|she|he|they|we|no need|not)\b[^.?!;]{0,60})?"
_END = (
    rf"(?:,? (?:please|pls|now|again|thanks|thank you|would you|will you|can you|could you|out|only|alone|as well|too"
    rf"|also|then|all of (?:them|it)|all|every one(?: of them)?|the lot|for good|completely"
    rf"|from (?:my|the) (?:diary|notes))){{0,8}}{_SPARED}{_REASON}\W*$"
)
_EVERY = re.compile(
    rf"{_LEAD}{_DELETE} (?:only |just )?(?:(?:all|every|each)(?: (?:of|one of))?(?: {_OF})? (?:{_NOTES}|{_NOTE})"
    rf"|(?:{_OF} )?(?:whole |entire )?{_NOTES}|everything (?:in|from) {_OF} {_NOTES}){_END}",
    re.I,
)
# The words of the note that is meant; a note by its day or subject comes before the word: "yesterday's note".
_MEANT = (
    rf"(?:(?P<latest>{_OF} {_NOTE}|(?:{_OF} )?{_LATEST} {_NOTE}(?: (?:about|of) [\w' ]{{2,30}}?)?"
    rf"|what i (?:just|last) (?:wrote|said|noted|put|told you|added)(?: down)?(?: just now)?)"
    rf"|(?P<each>(?:(?:all|both)(?: of)? )?(?:the|my|those|these) (?:\w+ )?(?:ones|notes|entries|lines|bits)"
    rf"|(?:(?:all|both)(?: of)? )?(?:those|these)) (?:about|of|on|from|for|dated|that i (?:wrote|made|kept) on"
    rf"|i (?:wrote|made|kept|put down) on) (?P<those>.{{2,80}}?)"
    rf"|(?:{_OF} |a |any )?(?:{_NOTE}|notes) {_ABOUT} (?P<about>.{{2,80}}?)"
    rf"|{_OF} (?:one|bit|thing|part|line) (?:about|on|from|of|for|saying|that says|where i (?:said|wrote|put"
    rf"|told you)|i (?:said|wrote|put) (?:about|on)"
    rf"|with) (?P<bit>.{{2,80}}?)"
    rf"|what {_WROTE} (?:about|on|for) (?P<wrote>.{{2,80}}?)"
    rf"|(?P<any>(?:just )?(?:an?|one|a single|any) {_NOTE}|{_NOTES}|something (?:that )?{_WROTE})"
    rf"|(?:{_OF} )?(?P<named>[\w' ]{{2,40}}?)(?:'s|s')? (?:{_NOTE}))"
)
_DELETES_ONE = re.compile(rf"{_LEAD}{_DELETE} {_MEANT}{_END}", re.I)
# What is named before it is said that it goes: "I meant the note about sleep, please take it out".
_NAMED_FIRST = re.compile(
    rf"{_LEAD}(?:(?:i (?:mean|meant)|it'?s|it is) )?{_MEANT}[,.;–-]{{0,2}} (?:(?:please|pls|and|so|love|dear"
    rf"|mate|can you"
    rf"|could you|just)[, ]+){{0,4}}(?:{_TAKE_IT_OUT}|(?:it )?(?:can|should|has to|must|is to|needs to) (?:go"
    rf"|be deleted"
    rf"|come out|be taken out)){_END}",
    re.I,
)
# "Delete the old note and keep: slept 6 hours" is one that says something else.
_KEEPS_INSTEAD = re.compile(
    rf"{_LEAD}{_DELETE} (?:(?:my|the|that|this) (?:{_LATEST} |old |other |first |wrong )?(?:{_NOTE}|one)|that"
    rf"|it)(?:,? and|, then|,| then)"
    r"(?: just| please| instead){0,2} (?:keep|write|put|save|note|use|make it|have)(?: down| in| this"
    r"| that){0,2}(?: instead)?:? "
    r"(?P<new>.{2,})$",
    re.I | re.S,
)
_CHANGES = re.compile(
    rf"{_LEAD}{_CHANGE} {_MEANT}(?:,? (?:to|into|with|so (?:that )?it (?:says|reads)|to say|to read)(?: say"
    rf"| read)?:? "
    rf"|: ?)(?P<new>.{{2,}})$",
    re.I | re.S,
)
# "Change Friday's note, it was half an hour not an hour".
_CHANGES_WORD = re.compile(
    rf"{_LEAD}{_CHANGE} {_MEANT}[,.;:–-]{{0,2}} (?:(?:and|because|cos|as|since) )?(?:it|that|i"
    rf"|there)(?: was| is|'s| were"
    r"| should be| should say| should have said| said| meant| did| had| walked| slept"
    r"| mean)(?: only| just| really| for)?"
    r" (?P<new>.{1,80}? (?:and )?(?:not|instead of|rather than) .{1,60})$",
    re.I | re.S,
)
_CHANGES_SOMEHOW = re.compile(rf"{_LEAD}{_CHANGE} {_MEANT}{_END}", re.I)
_IS_WRONG = re.compile(
    rf"{_LEAD}(?:that|my|the|this) (?:{_LATEST} )?{_NOTE} (?:is|was|'s) (?:wrong|not right|a mistake|mistaken)"
    rf"(?:[,.;:–-]+ (?:it (?:should|must) (?:say|be|read)|make it|it'?s|it was):? (?P<new>.{{2,}}))?\W*$",
    re.I | re.S,
)
_MISTAKE = re.compile(
    rf"{_LEAD}(?:i )?(?:made|there'?s|there is|got) (?:a |an )?(?:mistake|error|typo) in (?:that|my|the|this) "
    rf"(?:{_LATEST} )?{_NOTE}\W*$",
    re.I,
)
# Right after a note was kept or changed, "that" is it.
_IT = r"(?:that|it|this)(?: (?:one|note|entry|last one|last bit|again))?"
_TAKES_BACK = re.compile(rf"{_LEAD}(?:(?:{_DELETE}|cancel) {_IT}|(?:take|get) {_IT} (?:out|off|away|back)){_END}", re.I)
_PUTS_RIGHT = re.compile(
    rf"{_LEAD}(?:{_CHANGE} (?:that|it|this) (?:to|into|so it says|to say):?|correct(?:ion)?(?: (?:that|it))?:"
    rf"|{_CHANGE} (?:that|it|this)(?: one| note)?[,.;:–-]{{0,2}} (?:it|that) (?:was|is|should be"
    rf"|should say|should have been)"
    r"(?= .{1,80} (?:not|instead of|rather than) )"
    rf"|(?:that|it) should (?:be|say|read):?) (?P<new>.{{2,}})$",
    re.I | re.S,
)
# "6 hours not 5": what is wrong in it, and what it is.
_NOT = re.compile(r"(?P<right>.{1,80}?),? (?:and )?(?:not|instead of|rather than) (?P<wrong>.{1,60})", re.I | re.S)
# What is kept elsewhere than among the notes, and is deleted in words of its own.
_ELSEWHERE = re.compile(
    r"\b(?:summary|questions?|lists?|reminders?|plans?|dates?|injections?|jabs?|shots?|doses?|alarms?|calendar"
    r"|account|chat|conversation|data|doctor|gp|nurse|clinic|hospital|sick|fit)\b",
    re.I,
)
_OF_ALL = re.compile(r"^(?:all|everything|every|each|first|any|a|an|my|the|that|this|last|latest)$", re.I)
_NAMES_NOTES = re.compile(r"\b(?:notes?|diary|entry|entries|wrote|noted|told|put|said)\b", re.I)
# From this likeness on the words that are named are those of a note.
_LIKE = 85
_NUMBERED = re.compile(
    r"(?:(?!(?:the|with|note|notes|entry|one|says?|said|and|on|of|about|had"
    r"|where)\b)(?P<word>[a-z']{2,20}) (?:(?:was|is|of|at|about) )?)?(?<![\w/.])(?P<number>\d{1,3})(?:\.\d)?(?![\d:])"
)
_SAYS_NOTHING = re.compile(
    r"\b(?:the|an?|my|of|in|on|at|to|and|with|for|that|this|its?|i|was|were|is|are|had|have|about|from|when|where|how"
    r"|being|feeling|bit|some|said|says?|wrote|told)\b"
)


@dataclass(frozen=True)
class OfNote:
    """What is asked of notes: `deletes`, else they are changed; `which`: `ALL`, `LAST`, the words that name one, or
    nothing where none is named; `new`: what it is to say."""

    deletes: bool
    which: str
    new: str = ""


def asked_of_notes(text: str) -> OfNote | None:
    """What a message asks of notes that are there; None where it asks nothing of them.

    Args: text: with straight apostrophes.
    """
    if _EVERY.search(text):
        return OfNote(True, ALL)
    ways = ((True, _DELETES_ONE), (False, _CHANGES), (False, _CHANGES_WORD), (False, _CHANGES_SOMEHOW))
    for deletes, pattern in ways:
        found = pattern.search(text)
        if found is None:
            continue
        which, new = _which(found), (found.groupdict().get("new") or "").strip(' :,"“”')
        if which is None:
            return None
        return OfNote(deletes, which, EACH if deletes and found["those"] else new)
    if (instead := _KEEPS_INSTEAD.search(text)) is not None:
        return OfNote(False, LAST, instead["new"].strip(' :,"“”'))
    named = _NAMED_FIRST.search(text)
    if named is not None and (which := _which(named)) and (names_notes(text) or named["bit"]):
        return OfNote(True, which, EACH if named["those"] else "")
    if _MISTAKE.search(text):
        return OfNote(False, LAST)
    wrong = _IS_WRONG.search(text)
    return OfNote(False, LAST, (wrong["new"] or "").strip(' :,"“”')) if wrong is not None else None


def asked_of_last(text: str) -> OfNote | None:
    """The same of a message right after a note was kept or changed, where "that" and "it" are that note."""
    if _TAKES_BACK.search(text):
        return OfNote(True, LAST)
    found = _PUTS_RIGHT.search(text)
    return OfNote(False, LAST, found["new"].strip(' :,"“”')) if found is not None else None


def _which(found: re.Match[str]) -> str | None:
    """By which words a note is named; None where something else than a note is."""
    if found["latest"]:
        return LAST
    if found["any"]:
        return ""
    named = (found["about"], found["those"], found["bit"], found["wrote"], found["named"])
    words = next(words for words in named if words).strip()
    if _ELSEWHERE.search(words) and not found["about"]:
        return None
    return None if found["named"] and _OF_ALL.match(words) else words


def names_notes(text: str) -> bool:
    """Whether a message speaks of a note by that name, and not of "the one about" something."""
    return _NAMES_NOTES.search(text) is not None


def put_right(note: str, words: str) -> str:
    """What a note says once it is put right: "6 hours not 5" in "slept 5 hours"; else the new words as they are."""
    found = _NOT.fullmatch(words.strip(" ."))
    wrong = re.search(rf"\b{re.escape(found['wrong'].strip())}\b", note, re.I) if found is not None else None
    if found is None or wrong is None:
        return words
    right, after = found["right"].split(), re.findall(r"[\w']+", note[wrong.end() :])
    right = _ended_like(right, found["wrong"], note)
    # "6 hours" for the 5 of "5 hours" says the hours once.
    same = max((n for n in range(len(right)) if right[len(right) - n :] == after[:n]), default=0)
    # So is what stands before it: "walked 3" for the 2 of "walked 2 miles".
    right, before = right[: len(right) - same], [one.casefold() for one in re.findall(r"[\w']+", note[: wrong.start()])]
    told = [one.casefold() for one in right]
    again = max((n for n in range(len(right)) if n <= len(before) and told[:n] == before[len(before) - n :]), default=0)
    return f"{note[: wrong.start()]}{' '.join(right[again:])}{note[wrong.end() :]}"


def _ended_like(right: list[str], wrong: str, note: str) -> list[str]:
    """The new words up to that with which the old ones end, where what follows stands in the note already: "half an
    hour at the park" for "an hour"."""
    last, plain = wrong.split()[-1].casefold(), [one.casefold() for one in right]
    if last not in plain:
        return right
    end = plain.index(last) + 1
    known = set(re.findall(r"[\w']+", f"{note} at the in on of for a an to my".casefold()))
    return right[:end] if set(plain[end:]) <= known else right


def meant(notes: Sequence[Note], words: str, day: date | None = None) -> list[Note]:
    """The notes that are named: the one told last, all, or those with some words, about something, or of a `day`."""
    if words in (ALL, LAST):
        return list(notes if words == ALL else notes[-1:])
    plain = words.casefold()
    if exact := [note for note in notes if note.text.casefold() == plain]:
        return exact[-1:]
    of_day = [note for note in notes if note.day == day]
    if of_day:
        return of_day
    # A number that is named is in the note, and of the same thing: "brain fog 5/10" is no other score.
    notes = [note for note in notes if has_numbers(note.text, words)]
    found = with_words(notes, plain) or [
        note for note in notes if _telling(plain) and fuzz.partial_ratio(plain, note.text.casefold()) >= _LIKE
    ]
    return found or [note for note in notes if set(symptoms_in(words)) & set(note.about)]


def has_numbers(note: str, words: str) -> bool:
    """Whether a note has each number of some words, and right behind the word that it stands behind there."""
    for found in _NUMBERED.finditer(words.casefold()):
        before = rf"{re.escape(found['word'])}\W{{1,3}}(?:\w{{1,6}}\W{{1,3}})?" if found["word"] else ""
        if not re.search(rf"(?<![\w/]){before}{re.escape(found['number'])}(?![\d])", note.casefold()):
            return False
    return True


def with_words(notes: Sequence[Note], words: str) -> list[Note]:
    """The notes in which each of some words stands: who names them tells of nothing else."""
    telling = _telling(words.casefold())
    return [
        note
        for note in notes
        if telling and all(_has(note, word) for word in telling) and has_numbers(note.text, words)
    ]


def _telling(words: str) -> list[str]:
    return re.findall(r"[\w']+", _SAYS_NOTHING.sub(" ", words))


def _has(note: Note, word: str) -> bool:
    """Whether a note has a word in any of its forms: "sleep" and "slept", "walking" and "walked"."""
    if word.isdigit():
        return word in re.findall(r"\d+", note.text)
    word = re.sub(r"(?<=\w{4})(?:ing|ed)$", "", word)
    stem = word if len(word) < 5 else word[: max(3, len(word) - 3)]
    # "Crying" and "cried".
    stems = (stem, f"{stem[:-1]}i") if stem.endswith("y") else (stem,)
    return any(one.startswith(stems) for one in re.findall(r"[\w']+", note.text.casefold()))
