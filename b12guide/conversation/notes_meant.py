"""A row of the table: which of several notes is meant, and what one is to say, as it was asked."""

from __future__ import annotations

import re

from b12guide.conversation import plans
from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.diaries import day_named
from b12guide.conversation.kinds import (
    AFFIRM,
    ASKED,
    DAY,
    DENY,
    DIARY,
    FEELINGS,
    FORGET_ME,
    NOTE_WORDS,
    SMALL_TALK,
    WHICH,
    WHICH_NOTE,
    WHOSE,
    WORDS,
)
from b12guide.conversation.state import PLAN
from b12guide.diary import one_note, reading
from b12guide.diary.note_words import tells_how, without_courtesy
from b12guide.diary.notes import Diary
from b12guide.diary.which_note import Chosen, chosen
from b12guide.diary.wishes import asked_of_reminders
from b12guide.plan import dialogue
from b12guide.understanding.acts import REQUEST

_SAYS = re.compile(
    r"^\W*(?:(?:(?:it|that|the note) )?(?:(?:should|must|ought to) )?(?:say|read|be|was|is)s?|make it(?: say)?"
    r"|change it to|say|to"
    r"|just|please|put|write)\b(?: that)?[ :,-]{1,3}",
    re.I,
)
_NUMBER = re.compile(r"\b\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m\b| ?/ ?10\b| out of (?:10|ten)\b)?", re.I)
_NO_WORDS = frozenset({AFFIRM, DENY, *SMALL_TALK, *FEELINGS})


def note_meant(asked: Asked) -> Taken:
    """The note that is meant goes, or says something else; a question that is not answered is let go."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    last = next(iter(state.said[-1:]), "")
    diary = Diary.from_json(state.diaries.get(state.whose))
    if last not in (WHICH_NOTE, NOTE_WORDS) or not diary.doubt or not _free(asked):
        return None
    # "Forget it" is of the question, whatever it sounds like.
    found = chosen(_narrowed(text), diary.doubt, lambda words: day_named(words, asked.who))
    if found is not None and not _tells_sign(asked, found.words):
        if not found.notes:
            return (Step(DIARY, ((ASKED, reading.LEFT_ALONE), (WHOSE, state.whose))),)
        if last == WHICH_NOTE:
            return _done(state.whose, diary, found)
    return _new_words(asked, diary) if last == NOTE_WORDS and asked.kind != FORGET_ME else None


def _narrowed(text: str) -> str:
    """A message, or the words by which it names a note: "delete the note about sleep" is one of those listed."""
    of_note = one_note.asked_of_notes(text)
    narrows = of_note is not None and of_note.which not in ("", one_note.ALL, one_note.LAST)
    return f"the one about {of_note.which}" if of_note is not None and narrows else text


def _done(person: str, diary: Diary, found: Chosen) -> Taken:
    what, words = diary.doubt_as
    if found.every and what != reading.DELETE_NOTES:
        return None
    if not found.every and len(found.notes) > 1:
        # Some are left out: it is asked once more, of these.
        return (Step(DIARY, ((ASKED, what), (WORDS, words), (WHICH, found.words), (WHOSE, person))),)
    return tuple(
        Step(DIARY, ((ASKED, what), (WORDS, words), (WHICH, note.text), (DAY, note.day.isoformat()), (WHOSE, person)))
        for note in found.notes
    )


def _new_words(asked: Asked, diary: Diary) -> Taken:
    """What the note is to say, unless the message asks or tells something else."""
    state, text = asked.state, asked.said.text
    bare = _SAYS.sub("", text)
    # What is told of it as such answers the question, whatever it is like.
    of_it = bare != text or tells_how(text)
    elsewhere = reading.asked_of_diary(text) is not None or asked_of_reminders(text) is not None
    asks = plans.asks(bare) or dialogue.tells_plan(bare) or (bool(asked.said.act.values(REQUEST)) and not of_it)
    if elsewhere or asks or asked.kind in _NO_WORDS or asked.said.verdict.warns:
        return None
    note = diary.doubt[0]
    words = _in_place(note.text, without_courtesy(bare).strip(" \"“”'."))
    details = ((ASKED, reading.CHANGE_NOTE), (WORDS, words), (WHICH, note.text), (DAY, note.day.isoformat()))
    return (Step(DIARY, (*details, (WHOSE, state.whose))),) if words else None


def _in_place(note: str, words: str) -> str:
    """The note with a bare number in the place of its one number: "5pm" for "tired by 4pm"; else the words."""
    alone = _NUMBER.fullmatch(words) is not None and len(_NUMBER.findall(note)) == 1
    return _NUMBER.sub(words, note) if alone else words


def _tells_sign(asked: Asked, words: str) -> bool:
    """Whether a message tells of a sign beside the words that name a note."""
    if not asked.said.verdict.warns:
        return False
    return not words or asked.said.alone(asked.said.text.replace(words, " ")).verdict.warns


def _free(asked: Asked) -> bool:
    state = asked.state
    open_ = state.awaiting not in (None, PLAN) or state.standing is not None or state.child_writes
    return not open_ and not asked.said.excerpt
