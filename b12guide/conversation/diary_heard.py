"""A row of the table: a wish of the diary or of reminders that was heard by likeness, and that no pattern knows.

What it keeps is kept as it was said, and what it shows changes nothing; of several notes none is deleted by likeness.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from b12guide.conversation import plans
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.diaries import day_of, of_whom
from b12guide.conversation.kinds import ASKED, CHILD_PLAN, DAY, DIARY, NAMED, REMINDERS, WHICH, WHOSE, WORDS
from b12guide.conversation.plan_words import plan_words
from b12guide.conversation.state import FORGET
from b12guide.conversation.whose import ME
from b12guide.diary import named_notes, one_note, reading, wishes
from b12guide.diary.note_words import of_gap, tells_how, words_inside
from b12guide.diary.notes import Diary, Note
from b12guide.diary.reminder_talk import asks_discreet
from b12guide.diary.telling import wants_done
from b12guide.plan import dialogue
from b12guide.understanding.acts import REQUEST

# From which share of the encoder's words tell something of a plan.
_TELLS = 0.5
_PLAN_ACTS = ("tells_plan", "tells_dose", "tells_first", "tells_booked", "tells_missed")
_SEPARATED = re.compile(r"[:,.;-]\s+\S+\s+\S+")
_LEAST_TOLD = 8
# "Is there somewhere to log my energy" tells nothing yet.
_ASKS_WHERE = re.compile(
    r"^\W*(?:(?:so|and|ok|hi|please)\W+){0,4}(?:is there|are there|where|do you|does it|can|could|may|how)\b", re.I
)
_LATEST = re.compile(r"\b(?:last|latest|just|that (?:note|entry|one|line))\b", re.I)
# Words of a wish to delete, which name no note.
_OF_WISH = re.compile(
    r"\b(?:get|rid|of|the|one|ones|where|i|my|a|take|out|what|wrote|on|that|entry|entries|was|wrong|off|don't"
    r"|dont|want|note|notes"
    r"|any|more|scrap|rub|last|thing|noted|wipe|only|diary|leave|alone|clear|but|plan|empty|erase|not|remove"
    r"|bit|about|said|lose|bin"
    r"|just|logged|strike|line|cross|undo|you|kept|unsay|back|can|told|could|go|be|and|nothing|else|gone"
    r"|please|delete|part|them|all"
    r"|keep|dates|stuff|drop|throw|away|it|me|to|do|with|for|in|put|down|did|have|had|this|is|from|pls|now"
    r"|forget|stop|keeping)\b",
    re.I,
)
_SHOWS = re.compile(
    r"^\W*(?:(?:so|and|ok|please|now)\W+){0,6}(?:what|which|read|show|how many|are|did|is|remind|list|tell)\b"
    r"|\?\s*$",
    re.I,
)
_POINTS = re.compile(r"\b(?:that|this|these|it)(?: (?:one|question))?\b", re.I)
# Some word of an end, whatever it is like.
_ENDS = re.compile(
    r"\b(?:stop\w*|no|not|none|don'?t|dont|doesn'?t|won'?t|never|cancel\w*|end\w*|off|quit\w*|unsubscribe\w*"
    r"|enough|leave|without"
    r"|paus\w*|hold|remov\w*|forget|delet\w*|done with|any ?more|cease|mute\w*|silen\w*|quiet|peace|rid|drop"
    r"|scrap|bin|halt"
    r"|kill|less|fewer|annoy\w*|nag\w*|out|opt|block\w*|suspend\w*|skip|finish\w*|over|sick of|tired of|alone"
    r"|spare)\b",
    re.I,
)
_WANTS = re.compile(r"\?|\b(?:only|just|want|need|like|clock|time|about|still|wrong|right|correct|mistake)\b", re.I)
_CARE = re.compile(r"\b(?:list|questions?|doctor|gp|nurse|ask|visit|appointment|consultant|raise|her|page)\b", re.I)


def diary_heard(asked: Asked) -> Taken:
    """What likeness alone heard as one, while nothing is told of a plan in it."""
    return None if _tells_plan(asked) or of_gap(asked.said.text) else or_heard(asked)


def or_heard(asked: Asked) -> Taken:
    """The same of what no plan took, whatever it tells."""
    text, state = asked.said.text, asked.state
    if asked.kind not in (DIARY, REMINDERS) or state.awaiting == FORGET or state.child_writes:
        return None
    request = next(iter(asked.said.act.values(REQUEST)), "")
    person = (of_whom(text, state) if request == "note" else None) or asked.about.person
    person = state.whose if request == "question" and asked.kind == DIARY else person
    if person != ME and person in state.children:
        return (Step(CHILD_PLAN, ((WHOSE, person),)),)
    if asked.kind == REMINDERS:
        return _of_reminders(request, asked, person)
    what, details = _of_diary(request, asked, person)
    return (Step(DIARY, ((ASKED, what), *details, (WHOSE, person))),)


def _tells_plan(asked: Asked) -> bool:
    """Whether the words are a plan's: they tell of one, or they surely ask something of the one that is known ("can I
    have a printout")."""
    text, state = asked.said.text, asked.state
    if dialogue.tells_plan(text):
        return True
    moves = plan_words(state.plan, text, asked.who, state.plans)[1] if dialogue.is_told(state.plan) else ()
    if asked.kind != DIARY:
        # "Can it be the week before?" is asked of the day itself.
        return any((move.kind, move.name) == ("request", "move") for move in moves)
    return any(move.kind != "unsure" for move in moves) or asked.said.talk.share(*_PLAN_ACTS) >= _TELLS


def _of_reminders(request: str, asked: Asked, person: str) -> Taken:
    text, state = asked.said.text, asked.state
    if person != ME and person not in state.plans:
        return None
    has = any(Diary.from_json(one).reminders.get("wishes") for one in state.diaries.values())
    what = {"list": wishes.LISTED, "end": wishes.END}.get(request, wishes.REMIND)
    if what == wishes.END and _ENDS.search(text.replace("’", "'")) is None and _WANTS.search(text):
        # None ends by a mere likeness where something is asked or wanted.
        what = wishes.LISTED
    if asks_discreet(text):
        # "So nobody knows what they are for" ends none, whatever it is like.
        what = wishes.DISCREET
    if what == wishes.REMIND and has and wishes.changed(text) is not None:
        what = wishes.CHANGE
    named = [(NAMED, "yes")] if asked.about.named else []
    return (Step(REMINDERS, ((ASKED, what), (WORDS, text), (WHOSE, person), *named)),)


def _of_diary(request: str, asked: Asked, person: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Which wish it is, and what it carries."""
    text, notes = asked.said.text, Diary.from_json(asked.state.diaries.get(person)).notes
    if request == "note":
        if wants_done(text):
            return reading.LIST, ((WORDS, text),)
        if of_gap(text):
            return reading.NOTE, ((WORDS, ""), (DAY, asked.who.today.isoformat()))
        long = len(text.split()) >= _LEAST_TOLD and not plans.asks(text)
        told = not _ASKS_WHERE.search(text) and (tells_how(text) or long)
        words = words_inside(text) if told or _SEPARATED.search(text) else ""
        return reading.NOTE, ((WORDS, words), (DAY, day_of(words, asked.who).isoformat()))
    if request == "delete":
        return reading.DELETE_NOTES, ((WHICH, _named(notes, text)),)
    if request == "page":
        return reading.SUMMARY, ()
    if request == "question":
        if _SHOWS.search(text) and not _SEPARATED.search(text):
            return reading.CHOSEN, ()
        return reading.CHOOSE, ((WORDS, _question_in(text)),)
    return reading.LIST, ((WORDS, text),)


def _named(notes: Sequence[Note], text: str) -> str:
    """The words that name one note; "" where none or several are named."""
    words = re.findall(r"[\w']+", _OF_WISH.sub(" ", text.replace("’", "'")))
    naming = {word: found for word in words if (found := named_notes.with_words(notes, word))}
    named = {(note.day, note.text) for found in naming.values() for note in found}
    if len(named) == 1:
        return " ".join(naming)
    return one_note.LAST if not named and _LATEST.search(text) else ""


def _question_in(text: str) -> str:
    """The question of a wish to keep one: what stands behind the words that ask for it."""
    first, _, rest = re.sub(r"[:;]|,", "\0", text, count=1).partition("\0")
    if rest.strip() and _CARE.search(first):
        return rest.strip()
    return "" if _POINTS.search(text) else first.strip() if not _CARE.search(first) else ""
