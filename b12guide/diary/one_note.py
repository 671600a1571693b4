"""What is asked of a note that is there already: to delete it, or to change it; and which one is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Which notes are meant, where it is not words of them: all, and the one that was told last.
ALL, LAST = "all", "last"
# In the place of the words of a note: each that is named goes, and not one alone.
EACH = "each"
# Begins what stands there where only a part of a note goes: behind it, the words that tell of that part.
PART = "part/"

_LEAD = (
    r"^\W*(?:(?:please|pls|plz|ok|okay|right|yes|yep|yeah|fine|well|very well|then|lovely|thanks|thank you|hi"
    r"|hello|hey|no|nope|oh|oops|sorry|wait|actually|and|also|so|just|now|um+|er+m?|uh|can|could"
    r"|would|will|may|you|i|we|want(?: you)?(?: to)?|'?d like(?: you)? to|need to|how do|how can|let me)[,.! ]+){0,6}"
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
# "The note I write in march about my head".
_WRITTEN = (
    r"(?:that )?(?:i|we) (?:had |have |just |once )?(?:wrote|write|written|made|kept|left|put|gave you|told you)"
    r"(?: down)?(?: (?:(?:in|on|from|last|back in) )?[\w']{2,12}){0,2}?"
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
_REASON = (
    r"(?:(?:,|;| -| –| as| because| cos) ?(?:it|that|this|i|i'm|i've|she|he|they|we|no need|not|is|was|isn't"
    r"|wasn't)\b[^.?!;]{0,60})?"
)
_END = (
    rf"(?:,? (?:please|pls|now|again|thanks|thank you|would you|will you|can you|could you|out|only|alone|as well|too"
    rf"|also|then|altogether|entirely|straight away|for me|all of (?:them|it)|all|every one(?: of them)?|the lot"
    rf"|for good|completely|from (?:my|the) (?:diary|notes))){{0,8}}{_SPARED}{_REASON}\W*$"
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
    rf"|(?:{_OF} |a |any )?(?:{_NOTE}|notes)(?: {_WRITTEN})? {_ABOUT} (?P<about>.{{2,80}}?)"
    rf"|{_OF} (?P<noun>one|bit|thing|part|line|words|mention) (?:about|on|from|of|for|saying|that says"
    rf"|where (?:i|you) (?:said|say|wrote|put"
    rf"|told you)|i (?:said|wrote|put) (?:about|on)"
    rf"|with) (?P<bit>.{{2,80}}?)(?: (?:in|from|out of) {_OF} (?P<inside>(?:[\w']{{2,20}} ){{0,3}}){_NOTE})?"
    rf"|what {_WROTE} (?:about|on|for) (?P<wrote>.{{2,80}}?)"
    rf"|(?P<any>(?:just )?(?:an?|one|a single|any) {_NOTE}|{_NOTES}|something (?:that )?{_WROTE})"
    rf"|(?:{_OF} )?(?P<named>[\w' ]{{2,40}}?)(?:'s|s')? (?:{_NOTE})"
    rf"|{_OF} (?P<of>[\w']{{2,20}}(?: [\w']{{2,20}})?)(?:'s)? {_NOTE} {_ABOUT} (?P<too>[\w' ]{{2,40}}?))"
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
    r" (?P<new>[^,;]{1,80}?,? (?:and )?(?:not|instead of|rather than) .{1,60})$",
    re.I | re.S,
)
_CHANGES_SOMEHOW = re.compile(rf"{_LEAD}{_CHANGE} {_MEANT}{_END}", re.I)
# "Change the other note, it was only my tongue".
_CHANGES_TO_TOLD = re.compile(
    rf"{_LEAD}{_CHANGE} {_MEANT}\s{{0,2}}[,.;:–-]{{1,2}} (?:(?:because|cos|as|since|and) )?"
    r"(?P<new>(?:it|that|i|i'm|i've|my|there|we|she|he|her|his|they)\b.{3,})$",
    re.I | re.S,
)
_WRONG = (
    r"(?:(?:is|was|'s) (?:all |quite |just |completely |actually )?(?:wrong|not (?:right|true|correct)|incorrect"
    r"|a mistake|mistaken|out of date)"
    r"|(?:isn't|wasn't|is not|was not|is no longer) (?:quite |actually )?(?:right|true|correct|so))"
    r"(?: (?:any ?more|any longer|now|either|at all)){0,2}"
)
_IS_WRONG = re.compile(
    rf"{_LEAD}(?:that|my|the|this|your) (?:(?:{_LATEST}|(?P<wrong>[\w' ]{{2,30}}?)) )?{_NOTE} {_WRONG}"
    rf"(?:[,.;:–-]+ (?:it (?:should|must) (?:say|be|read)|make it|it'?s|it was):? (?P<new>.{{2,}}))?\W*$",
    re.I | re.S,
)
# "The 3pm thing isn't true any more", "what I wrote about my leg is wrong".
_BIT_WRONG = re.compile(
    rf"{_LEAD}(?:(?:that|my|the|your) (?P<wrong>[\w' ]{{2,30}}?) (?:thing|bit|part|line|stuff)"
    rf"|what {_WROTE} (?:about|on) (?P<wrote>[\w' ]{{2,40}}?)) {_WRONG}\W*$",
    re.I,
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
# What is kept elsewhere than among the notes, and is deleted in words of its own.
_ELSEWHERE = re.compile(
    r"\b(?:summary|questions?|lists?|reminders?|plans?|dates?|injections?|jabs?|shots?|doses?|alarms?|calendar"
    r"|account|chat|conversation|data|doctor|gp|nurse|clinic|hospital|sick|fit)\b",
    re.I,
)
_OF_ALL = re.compile(r"^(?:all|everything|every|each|any|a|an|my|the|that|this|last|latest)$", re.I)
_ORDERED = frozenset({"first", "second", "third", "oldest", "older", "earlier", "other"})
# Less than a note.
_PARTS = frozenset({"bit", "part", "words", "mention"})
_NAMES_NOTES = re.compile(r"\b(?:notes?|diary|entry|entries|wrote|noted|told|put|said)\b", re.I)


# "In March I wrote a note about my head": it is named, and nothing is asked of it yet.
_NAMES_ONE = re.compile(
    rf"\b(?:i|we) (?:had |have |just )?(?:wrote|write|written|made|kept|left|put)(?: down)? (?:the|a|that|my|one)"
    rf" {_NOTE} {_ABOUT} (?P<about>[\w' ]{{2,60}}?)\W*$"
    rf"|{_LEAD}(?:(?:it'?s|it is|there'?s|there is|i (?:mean|meant)) )?(?:the|that|a|my) (?:{_NOTE}|one) {_ABOUT}"
    rf" (?P<one>[\w' ]{{2,60}}?)\W*$",
    re.I,
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
    ways = (
        (True, _DELETES_ONE),
        (False, _CHANGES),
        (False, _CHANGES_WORD),
        (False, _CHANGES_TO_TOLD),
        (False, _CHANGES_SOMEHOW),
    )
    for deletes, pattern in ways:
        found = pattern.search(text)
        if found is None:
            continue
        which, new = _which(found), (found.groupdict().get("new") or "").strip(' :,"“”')
        if which is None:
            return None
        return OfNote(deletes, which, _of_which(found) if deletes else new)
    if (instead := _KEEPS_INSTEAD.search(text)) is not None:
        return OfNote(False, LAST, instead["new"].strip(' :,"“”'))
    named = _NAMED_FIRST.search(text)
    if named is not None and (which := _which(named)) and (names_notes(text) or named["bit"]):
        return OfNote(True, which, _of_which(named))
    return OfNote(False, LAST) if _MISTAKE.search(text) else _wrong(text)


def named_in(text: str) -> str:
    """The words by which a sentence names a note, of which it asks nothing itself; "" where it names none."""
    found = _NAMES_ONE.search(text)
    return (found["about"] or found["one"]).strip() if found is not None else ""


def both_name(first: str, then: str) -> str:
    """The words that name one note, of those of two sentences: "the first note is wrong", "the bit about sleep"."""
    if then in ("", LAST):
        return first
    return f"{first} about {then}" if first in _ORDERED else then


def _wrong(text: str) -> OfNote | None:
    """The note of which it is said that it is wrong, and what it should say, where that is told."""
    wrong = _IS_WRONG.search(text)
    if wrong is not None:
        return OfNote(False, wrong["wrong"] or LAST, (wrong["new"] or "").strip(' :,"“”'))
    bit = _BIT_WRONG.search(text)
    return OfNote(False, bit["wrong"] or bit["wrote"]) if bit is not None else None


def _of_which(found: re.Match[str]) -> str:
    """Whether each that is named goes, or a part of one."""
    if found["those"]:
        return EACH
    return f"{PART}{found['bit'].strip()}" if (found["noun"] or "").lower() in _PARTS else ""


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
    named = (found["about"], found["those"], found["bit"], found["wrote"], found["named"], found["of"])
    words = next(words for words in named if words).strip()
    if _ELSEWHERE.search(words) and not found["about"]:
        return None
    if (found["inside"] or "").strip():
        # "The bit about sleep in the first note".
        return f"{found['inside'].strip()} about {words}"
    if found["named"] and _OF_ALL.match(words):
        return None
    return f"{words} about {found['too'].strip()}" if found["too"] else words


def names_notes(text: str) -> bool:
    """Whether a message speaks of a note by that name, and not of "the one about" something."""
    return _NAMES_NOTES.search(text) is not None
