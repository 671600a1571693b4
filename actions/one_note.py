"""One note that is there: to be deleted, to say something else, or to stand under another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from actions.diary_kept import keep, kept_of, say_of
from actions.turn import Turn
from b12guide.conversation.kinds import (
    ASKED,
    DAY,
    DELETE_TOLD,
    NOTE_WORDS,
    NOTED,
    NOTES_GONE,
    READ_OUT,
    TWICE,
    WHICH,
    WHICH_NOTE,
    WORDS,
)
from b12guide.diary import gone_words, named_notes, one_note, reading
from b12guide.diary.notes import Diary, Note, note_of, symptoms_in
from b12guide.diary.summary import note_line
from b12guide.plan.model import full_date
from b12guide.shared import content

# Notes that one list shows.
MOST_LISTED = 12
# The buttons of so many as are of one day.
_PLACES = ("button_first", "button_second", "button_third")


def delete_notes(turn: Turn) -> None:
    kept, say = kept_of(turn), content().diary
    found, words = _named(turn, kept), next(iter(turn.step.values(WORDS)), "")
    if not kept.notes:
        say_of(turn, say("no_notes"))
    elif turn.step.values(WHICH) == [one_note.ALL]:
        kept.notes, kept.dropped = (), ()
        keep(turn, kept)
        turn.state.awaiting = None
        turn.state.note(NOTES_GONE)
        say_of(turn, say("notes_deleted"))
    elif not found or (len(found) > 1 and words != one_note.EACH):
        _which_one(turn, found)
    elif left := named_notes.without(found[0].text, part) if (part := _part(words)) else None:
        _say_changed(turn, kept, found[0], left)
    else:
        for note in found:
            kept.drop(note)
        kept.dropped = tuple(found)
        keep(turn, kept)
        turn.state.note(READ_OUT)
        turn.state.note(NOTES_GONE)
        say_of(turn, "\n".join(say("note_deleted", text=note.text) for note in found))


def _part(words: str) -> str:
    """The words of the part of a note that is to go; "" where it is the whole."""
    return words.removeprefix(one_note.PART) if words.startswith(one_note.PART) else ""


def change_note(turn: Turn) -> None:
    kept, say = kept_of(turn), content().diary
    found, words = _named(turn, kept), next(iter(turn.step.values(WORDS)), "")
    found = _told_of(found, words)
    if not kept.notes:
        say_of(turn, say("no_notes"))
    elif len(found) != 1:
        _which_one(turn, found)
    elif not words:
        kept.doubt, kept.doubt_as = (found[0],), (reading.CHANGE_NOTE, "")
        keep(turn, kept)
        turn.state.note(NOTE_WORDS)
        say_of(turn, say("note_new_words", text=found[0].text), kind="ask")
    else:
        _say_changed(turn, kept, found[0], named_notes.put_right(found[0].text, words))


def _told_of(found: list[Note], words: str) -> list[Note]:
    """Of several notes, the one that is about what the new words are about, where there is just one."""
    about = set(symptoms_in(words))
    same = [note for note in found if about & set(note.about)]
    return same if len(found) > 1 and len(same) == 1 else found


def _say_changed(turn: Turn, kept: Diary, note: Note, words: str) -> None:
    change(kept, [note], words)
    keep(turn, kept)
    turn.state.note(NOTED)
    say_of(turn, content().diary("note_changed", day=full_date(note.day), text=kept.notes[-1].text))


def move_note(turn: Turn) -> None:
    """A note is of another day than the one that it stands under; where two may be meant, it is asked which."""
    kept, say = kept_of(turn), content().diary
    found = [note for note in kept.notes if note.text in turn.step.values(WORDS)]
    if len(found) != 1:
        lines = [say("note_move_which"), *(f"• {note_line(note, say)}" for note in found[-MOST_LISTED:])]
        say_of(turn, "\n".join(lines), buttons=[] if found else [say("button_list")], kind="ask")
        return
    note = replace(found[0], day=date.fromisoformat(turn.step.values(DAY)[0]))
    kept.drop(found[0])
    kept.add(note)
    keep(turn, kept)
    turn.state.note(NOTED)
    say_of(turn, say("note_moved", day=full_date(note.day), text=note.text))


def change(kept: Diary, found: list[Note], words: str) -> bool:
    """Let a note say something else, or the part of it that is put right; whether there is just one that is meant."""
    if len(found) != 1:
        return False
    kept.drop(found[0])
    kept.add(note_of(words, found[0].day))
    return True


def change_named(kept: Diary, of: reading.Asked) -> bool:
    """Let the note that is named say something else; whether there is just one such note."""
    found = named_notes.meant(kept.notes, of.which)
    return len(found) == 1 and change(kept, found, named_notes.put_right(found[0].text, of.words))


def nothing_deleted(turn: Turn) -> None:
    """What was to go was not named: nothing does, and how each is deleted is said."""
    say_of(turn, content().diary("nothing_deleted"), buttons=[content().diary("button_list")], kind="ask")


def _named(turn: Turn, kept: Diary) -> list[Note]:
    """The notes that the step names; none where it asks how it is done."""
    which, day = turn.step.values(WHICH), turn.step.values(DAY)
    return named_notes.meant(kept.notes, which[0], date.fromisoformat(day[0]) if day else None) if which != [""] else []


def _which_one(turn: Turn, found: list[Note]) -> None:
    """Several notes are named, or none."""
    say = content().diary
    if turn.step.values(WHICH) == [""]:
        deletes = turn.step.values(ASKED) == [reading.DELETE_NOTES]
        buttons = [say("button_list"), *([say("button_delete_notes")] if deletes else [])]
        if deletes:
            turn.state.note(DELETE_TOLD)
        say_of(turn, say("note_how_to_change"), buttons=buttons, kind="ask")
    elif not found:
        say_of(turn, say("note_not_found"), buttons=[say("button_list")])
    else:
        _ask_which(turn, sorted(found, key=lambda note: note.day)[-MOST_LISTED:])


def _ask_which(turn: Turn, found: list[Note]) -> None:
    """Which of several notes is meant: by its day, by its place in the list, or by a word."""
    kept, say = kept_of(turn), content().diary
    what, words = turn.step.values(ASKED)[0], next(iter(turn.step.values(WORDS)), "")
    kept.doubt, kept.doubt_as = tuple(found), (what, words)
    keep(turn, kept)
    turn.state.note(WHICH_NOTE)
    lines = [say("note_which"), *(f"• {note_line(note, say)}" for note in found)]
    days = [full_date(note.day) for note in found]
    apart = len(set(days)) == len(days)
    named = [say("button_of_day", day=day) for day in days] if apart else [say(one) for one in _PLACES]
    every = [say("button_all_of_them")] if what == reading.DELETE_NOTES else []
    buttons = [*named[: len(found)], *every] if len(found) <= len(_PLACES) else []
    say_of(turn, "\n".join(lines), buttons=buttons, kind="ask")


def left_alone(turn: Turn) -> None:
    """The question which note is meant, or what it should say, is let go."""
    say_of(turn, content().diary("notes_left"), buttons=[content().diary("button_list")])


def how_deleted(turn: Turn) -> None:
    """How what was written is deleted, in part and whole; nothing is."""
    say = content().diary
    buttons = [*([say("button_delete_notes")] if kept_of(turn).notes else []), say("button_forget")]
    turn.state.note(DELETE_TOLD)
    say_of(turn, f"{say('how_deleted')}\n{say('how_deleted_all')}", buttons=buttons)


def gone(turn: Turn) -> None:
    """Whether what was deleted is gone, and how many notes are left."""
    kept, say = kept_of(turn), content().diary
    turn.state.note(NOTES_GONE)
    left = len(kept.notes)
    words = say("gone_none_left") if not left else say("gone_some_left", count=left)
    say_of(turn, f"{say('yes')} {words}", buttons=[say("button_list")] if left else [])


def bring_back(turn: Turn) -> None:
    """What was deleted last is kept again; where nothing of it is there, that is said."""
    kept, say = kept_of(turn), content().diary
    if not kept.dropped:
        say_of(turn, say("not_brought_back"), buttons=[say("button_list")] if kept.notes else [])
        return
    back, kept.dropped = kept.dropped, ()
    for note in back:
        kept.add(note)
    keep(turn, kept)
    turn.state.note(NOTED)
    say_of(turn, "\n".join(say("noted", day=full_date(note.day), text=note.text) for note in back))


def doubled(turn: Turn) -> None:
    """A note that another one says too: one of them can go."""
    kept, say = kept_of(turn), content().diary
    found = gone_words.doubled(kept.notes)
    if found is None:
        say_of(turn, say("no_double"), buttons=[say("button_list")])
        return
    turn.state.note(TWICE)
    say_of(turn, say("double", line=note_line(found, say)), buttons=[say("button_drop_double")], kind="ask")


def drop_doubled(turn: Turn) -> None:
    """The note of two goes that says no more than the other."""
    kept, say = kept_of(turn), content().diary
    found = gone_words.doubled(kept.notes)
    if found is None:
        say_of(turn, say("no_double"), buttons=[say("button_list")])
        return
    kept.drop(found)
    kept.dropped = (found,)
    keep(turn, kept)
    turn.state.note(NOTES_GONE)
    say_of(turn, say("double_gone", text=found.text), buttons=[say("button_list")])
