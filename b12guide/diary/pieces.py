"""A message in its pieces, of which some ask something of the diary or of reminders: each is done by itself.

"Yes, and remind me the day before", "woke up twice, note that, and when is my next one?": what asks something of the
diary stands beside an answer, a question, or what is to be kept. What asks nothing of it is left as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from b12guide.diary.note_words import TAKES_UP, of_gap, tells_how
from b12guide.diary.one_note import asked_of_notes, both_name, named_in
from b12guide.diary.polite import PRAISE, without_asking
from b12guide.diary.reading import ABOUT_DIARY, CHANGE_NOTE, CHOOSE, DELETE_NOTES, LONGEST, NOTE, Asked, asked_of_diary
from b12guide.diary.telling import wants_done
from b12guide.diary.wishes import asked_of_reminders

_BEFORE = (
    r"(?:(?:and|also|but|so|then|plus|now|oh|um+|uh|er+m?|ok|okay|please|pls|plz|kindly|just|maybe|anyway|can you"
    r"|could you|can u|could u|cud u|can ya|would you|will you|i want to|i'd like to|i want you to|you can"
    r"|you could|let me"
    r"|can i)[, ]+)"
)
_WISH = (
    r"(?:write|note|jot|log|record|mark|track|make (?:a|another|me a) (?:quick )?(?:note|record|entry)"
    r"|(?:keep|take|add|leave) (?:a|an|another) (?:note|record|entry)"
    r"|(?:put|pop|stick|bung|chuck|enter|save|add|include|get|scribble|take) (?:that|this|it|all|these|those"
    r"|in|to|down)"
    r"|put something|add|show|read|list|give me|see|open|what (?:have|did|do) (?:i|my)|how have i|what'?s in"
    r"|remind|text|message|nudge|ping|alert|e-?mail|send me|set (?:me )?(?:up )?a|drop me|delete|remove|erase"
    r"|wipe|clear|take (?:out|off)|cross out|get rid of"
    r"|scrap|stop|cancel|turn|no more (?:reminders|texts)|change|correct|edit|amend|fix"
    r"|ask me (?:the|my|your|3|three|those|how|some)"
    r"|check (?:in|up|on)|quiz me on how|make me|print"
    r"|keep (?:that|this|it))"
)
_PLAINLY = (
    r"(?:(?:(?:can|could|would|will) you |please |pls ){0,2}(?:(?:give|show|send|make|print|read) me"
    r" (?:a|my|the|all my) (?:summary|page|notes?|diary)|delete (?:the|my|that) (?:last )?note|(?:write|jot"
    r"|note) down that"
    r"|make a note (?:that|of))|how have i been)"
)
# Behind these it is part of what they begin.
_NO_JOIN = "".join(
    rf"(?<!\b{word})"
    for word in (
        "you",
        "to",
        "i",
        "please",
        "pls",
        "and",
        "then",
        "now",
        "just",
        "so",
        "also",
        "but",
        "plus",
        "ok",
        "um",
    )
)
# Where a message may be cut: behind a sentence, before what may be a wish, and behind a yes or a no before one.
_CUT = re.compile(
    rf"(?<=[.!?;])\s+|\s*\n\s*"
    rf"|(?:\s*,\s*|\s+-+\s+|\s+(?=(?:and|but|so|then|also|plus)\b))(?={_BEFORE}{{0,4}}{_WISH}\b)"
    r"|\s*,\s*(?=(?:and|but|also|plus|so) (?:how|what|why|is|are|do|does|can|could|should|will|would)\b)"
    # "What do you keep and who can read it" is one question.
    r"|\s*,?\s+(?!and who (?:else )?(?:can|could|will|gets?|sees?|reads?)\b)(?=(?:and|but|also|plus|so) (?:how"
    r"|what|why|when|where|who|which|is|are|do|does|can|could"
    r"|should|will|would)\b"
    r"[^.!?;\n]{0,120}\?)"
    # What is asked for in as many words begins a piece of its own, whatever stands before it.
    rf"|{_NO_JOIN}\s+(?={_PLAINLY}\b)"
    rf"|(?<=\byes)\s+(?={_WISH}\b)|(?<=\byep)\s+(?={_WISH}\b)|(?<=\byeah)\s+(?={_WISH}\b)|(?<=\bno)\s+(?={_WISH}\b)",
    re.I,
)
_JOINS = re.compile(
    r"^\W*(?:(?:and|but|so|then|also|plus|now|oh|um+|uh|er+m?|anyway|yes|yep|yeah|ok|okay)\b[, ]*){1,4}", re.I
)
_ANSWERS = re.compile(
    r"^\W*(?:yes|yep|yeah|yup|yh|ya|aye|ok|okay|no|nope|nah|sure|right|correct|perfect|great|thats? right"
    r"|that'?s (?:it|right)"
    r"|looks? (?:good|right))(?:\W+(?:yes|please|thanks|thank you|that'?s right|it is|correct|great|ok"
    r"|perfect|ta)){0,4}\W*$",
    re.I,
)
# What stands beside a wish and wants no answer of its own.
_COURTESY = re.compile(
    r"^\W*(?:(?:hi|hiya|hello|hey|thank|thx|please|pls|and|but|so|also|right|oh"
    r"|sorry|well|good"
    r"|morning|evening|afternoon|there|again|x|that'?s (?:all|it)|for today|for now|mate|love"
    rf"|{PRAISE}"
    r"|much|very|a lot)"
    r"\b\W*){0,12}$",
    re.I,
)
_ASKS = re.compile(
    r"\?\W*$|^\W*(?:(?:so|and|but|also|ok|then|oh)\W+){0,4}(?:what|why|how|when|where|which|who|is|are|do|does|can"
    r"|could|should|will|would|am|did)\b",
    re.I,
)
_OF_NOTE = frozenset({CHANGE_NOTE, DELETE_NOTES})
_LISTS = re.compile(r"[:;]")
_MOST = 12


@dataclass(frozen=True)
class Piece:
    """A piece of a message: its words, and what it asks of the diary; `reminders`: it asks something of those; `plan`:
    it is to be put into the plan."""

    text: str
    found: Asked | None = None
    reminders: bool = False
    plan: bool = False

    @property
    def wishes(self) -> bool:
        """Whether it asks something of the diary, of reminders or of the plan."""
        return self.found is not None or self.reminders or self.plan


def pieces(
    text: str, apart: Callable[[str], bool], *, after_note: Callable[[str], bool] = lambda _: False
) -> list[Piece]:
    """The pieces of a message in their order; none where no piece of several asks anything of the diary.

    Args:
        apart: whether words tell something that is no note's, or not only: of a plan, a dose, of advice.
        after_note: whether "that one" is, in some words, the note that was kept last.
    """
    plain = without_asking(text[:LONGEST].replace("’", "'").strip())
    read = [_read(part, after_note=after_note(part)) for part in _parts(plain)]
    found = _with_notes(read, apart)
    told = [piece for piece in found if piece.wishes or not _COURTESY.match(piece.text)]
    if not any(piece.wishes for piece in told) or (len(told) == 1 and len(read) == 1):
        return []
    return told


def only_answers(words: str) -> bool:
    """Whether words say no more than yes or no."""
    return _ANSWERS.match(words) is not None


def notes_in(text: str) -> list[Asked]:
    """The notes that a message asks to keep, whatever else it says, a dose in them too."""
    whole = asked_of_diary(text, doses=True)
    found = [piece.found for piece in pieces(text, lambda words: False) if piece.found is not None]
    kept = [one for one in found if one.what == NOTE and one.words]
    return kept or ([whole] if whole is not None and whole.what == NOTE and whole.words else [])


def changes_in(text: str) -> Asked | None:
    """The change of a note that a message asks for, whatever stands before it."""
    found = [piece.found for piece in pieces(text, lambda words: False) if piece.found is not None]
    whole = [one for one in (asked_of_diary(text, doses=True),) if one is not None]
    return next((one for one in (*found, *whole) if one.what == CHANGE_NOTE and one.words), None)


def _parts(text: str) -> list[str]:
    """A text cut wherever a wish may begin."""
    cut = [part for part in _CUT.split(text) if part and part.strip()]
    if len(cut) > _MOST:
        return [text]
    joined: list[str] = []
    for part in cut:
        # "The one about my sleep, please delete it" is one wish.
        if joined and named_in(joined[-1]) and asked_of_notes(whole := f"{joined[-1]}, {part}") is not None:
            joined[-1] = whole
        else:
            joined.append(part)
    return joined


def _read(part: str, *, after_note: bool) -> Piece | str:
    """A part that asks something, or its words."""
    bare = _JOINS.sub("", part) or part
    if TAKES_UP.match(bare):
        return part
    for words in (part, bare):
        if (found := asked_of_diary(words, after_note=after_note)) is not None:
            return Piece(words, found)
    return Piece(bare, None, reminders=True) if asked_of_reminders(bare) is not None else part


def _with_notes(read: list[Piece | str], apart: Callable[[str], bool]) -> list[Piece]:
    """The pieces, with the words of each note: what follows it and is of nothing else, and what stands before a wish
    that takes it up."""
    found: list[Piece] = []
    for one in read:
        last = found[-1] if found else None
        if isinstance(one, Piece):
            if (named := _named_before(found, one)) is not None:
                found.pop()
            found.append(named or one)
        elif TAKES_UP.match(_JOINS.sub("", one) or one) and (taken := _taken_up(found, apart)) is not None:
            found = taken
        elif last is not None and last.found is not None and last.found.what == NOTE and _goes_on(one, apart):
            found[-1] = Piece(f"{last.text} {one}", Asked(NOTE, f"{last.found.words} {one}".strip()))
        elif last is not None and last.found == Asked(ABOUT_DIARY) and tells_how(one) and _goes_on(one, apart):
            # "Can I write down how I feel? very tired": it was asked, and told at once.
            found[-1] = Piece(one, Asked(NOTE, one.strip()))
        elif last is not None and last.found is not None and last.found.what == CHOOSE and _LISTS.search(last.text):
            # "Add to my questions: how often? how long?"
            found[-1] = Piece(f"{last.text} {one}", Asked(CHOOSE, f"{last.found.words} {one}"))
        else:
            found.append(Piece(one))
    return _joined(found)


def _named_before(found: list[Piece], one: Piece) -> Piece | None:
    """A piece that is of a note which the one before it names: "that note is wrong. take out the bit about sleep"; None
    where that names none."""
    last = found[-1] if found else None
    if last is None or one.found is None or one.found.what not in _OF_NOTE:
        return None
    wrong = last.found is not None and last.found.what == CHANGE_NOTE and not last.found.words
    named = last.found.which if wrong and last.found is not None else "" if last.wishes else named_in(last.text)
    return replace(one, found=replace(one.found, which=both_name(named, one.found.which))) if named else None


def _taken_up(found: list[Piece], apart: Callable[[str], bool]) -> list[Piece] | None:
    """The pieces so far, of which the last ones are a note; None where they tell nothing that could be one."""
    start = len(found)
    while start and _tells(found[start - 1]):
        start -= 1
    told = found[start:]
    kept = [piece.text for piece in told if not apart(piece.text) or tells_how(piece.text)]
    if any(of_gap(piece.text) for piece in told) and not any(tells_how(words) for words in kept):
        # How often it is now is to be put into the plan.
        return [*found[:start], *(replace(piece, plan=of_gap(piece.text)) for piece in told)]
    if not kept:
        return found if found and found[-1].found is not None and found[-1].found.what == NOTE else None
    words = _JOINS.sub("", " ".join(kept), count=1).strip(" ,;:")
    note = Piece(words, Asked(NOTE, words))
    return [*found[:start], *(piece for piece in told if apart(piece.text)), note]


def _tells(piece: Piece) -> bool:
    return not (
        piece.wishes
        or wants_done(piece.text)
        or _ASKS.search(piece.text)
        or _ANSWERS.match(piece.text)
        or _COURTESY.match(piece.text)
    )


def _goes_on(words: str, apart: Callable[[str], bool]) -> bool:
    """Whether words behind a note are of it."""
    return _tells(Piece(words)) and not apart(words)


def _joined(found: list[Piece]) -> list[Piece]:
    """The pieces, with those that ask nothing of the diary as they stood together."""
    joined: list[Piece] = []
    for piece in found:
        if joined and not piece.wishes and not joined[-1].wishes:
            joined[-1] = Piece(f"{joined[-1].text} {piece.text}")
        else:
            joined.append(piece)
    return joined
