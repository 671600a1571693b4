"""Rows of the table: all notes are to go, whether they are gone, and one that is there twice."""

from __future__ import annotations

from b12guide.conversation.decision import Asked, Step, Taken
from b12guide.conversation.kinds import (
    ASKED,
    DELETE_TOLD,
    DIARY,
    NOTED,
    NOTES_GONE,
    READ_OUT,
    TWICE,
    WHICH,
    WHOSE,
    WORDS,
)
from b12guide.conversation.state import FORGET, PLAN
from b12guide.diary import gone_words, named_notes, one_note, reading
from b12guide.diary.notes import Diary
from b12guide.diary.read_whose import takes_out

# So many things that were said since may stand between.
_LATELY = 3


def of_notes_gone(asked: Asked) -> Taken:
    """What is said of notes where they are deleted, or were just spoken of."""
    state, text = asked.state, asked.said.text
    if state.standing is not None or state.child_writes or asked.said.excerpt or asked.said.verdict.warns:
        return None
    last, lately = next(iter(state.said[-1:]), ""), state.said[-_LATELY:]
    person = asked.about.person if asked.about.named else state.whose
    notes, found = Diary.from_json(state.diaries.get(person)).notes, reading.asked_of_diary(text)
    if state.awaiting == FORGET:
        # Who is asked whether everything is to go, and wants the notes alone to go, has them deleted.
        alone = found is not None and found.what == reading.DELETE_NOTES and found.which == one_note.ALL
        return _all(person) if alone and notes else None
    if state.awaiting not in (None, PLAN):
        return None
    told = DELETE_TOLD in lately
    if notes and (told or last in (READ_OUT, NOTED)) and gone_words.deletes_all(text, told=told):
        return _all(person)
    if NOTES_GONE in lately and gone_words.brings_back(text):
        return (Step(DIARY, ((ASKED, reading.BRING_BACK), (WHOSE, person))),)
    if last == NOTES_GONE and gone_words.asks_gone(text):
        return (Step(DIARY, ((ASKED, reading.GONE), (WHOSE, person))),)
    if last == TWICE and gone_words.drops_double(text):
        return (Step(DIARY, ((ASKED, reading.DROP_DOUBLED), (WHOSE, person))),)
    spoken = last in (READ_OUT, NOTED) or (asked.kind == DIARY and one_note.names_notes(text))
    if notes and spoken and gone_words.says_twice(text) and (found is None or found.what != reading.NOTE):
        return (Step(DIARY, ((ASKED, reading.DOUBLED), (WHOSE, person))),)
    return None


def named_by_sign(asked: Asked) -> Taken:
    """A note that is to go, named by words of a sign that stand in it: "delete the wobbly one". What is left tells of
    none."""
    state, text = asked.state, asked.said.text.replace("’", "'")
    words = takes_out(text) if asked.said.verdict.warns and state.standing is None and not state.child_writes else ""
    person = asked.about.person if asked.about.named else state.whose
    notes = Diary.from_json(state.diaries.get(person)).notes
    if not words or asked.said.excerpt or not named_notes.with_words(notes, words):
        return None
    if asked.said.alone(text.replace(words, " ")).verdict.warns:
        return None
    return (Step(DIARY, ((ASKED, reading.DELETE_NOTES), (WORDS, ""), (WHICH, words), (WHOSE, person))),)


def _all(person: str) -> Taken:
    details = ((ASKED, reading.DELETE_NOTES), (WORDS, ""), (WHICH, one_note.ALL), (WHOSE, person))
    return (Step(DIARY, details),)
