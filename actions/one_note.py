"""One note that is there: to be deleted, to say something else, or to stand under another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from actions.diary_kept import keep, kept_of, say_of
from actions.turn import Turn
from b12guide.conversation.kinds import ASKED, DAY, NOTED, READ_OUT, WHICH, WORDS
from b12guide.diary import one_note, reading
from b12guide.diary.notes import Diary, Note, note_of
from b12guide.diary.summary import note_line
from b12guide.plan.model import full_date
from b12guide.shared import content

# Notes that one list shows.
MOST_LISTED = 12


def delete_notes(turn: Turn) -> None:
    kept, say = kept_of(turn), content().diary
    found = _named(turn, kept)
    if not kept.notes:
        say_of(turn, say("no_notes"))
    elif turn.step.values(WHICH) == [one_note.ALL]:
        kept.notes = ()
        keep(turn, kept)
        say_of(turn, say("notes_deleted"))
    elif not found or (len(found) > 1 and turn.step.values(WORDS) != [one_note.EACH]):
        _which_one(turn, found)
    else:
        for note in found:
            kept.drop(note)
        keep(turn, kept)
        turn.state.note(READ_OUT)
        say_of(turn, "\n".join(say("note_deleted", text=note.text) for note in found))


def change_note(turn: Turn) -> None:
    kept, say = kept_of(turn), content().diary
    found, words = _named(turn, kept), next(iter(turn.step.values(WORDS)), "")
    if not kept.notes:
        say_of(turn, say("no_notes"))
    elif len(found) != 1:
        _which_one(turn, found)
    elif not words:
        turn.state.note(NOTED)
        say_of(turn, say("note_how_to_change"), kind="ask")
    else:
        change(kept, found, words)
        keep(turn, kept)
        turn.state.note(NOTED)
        say_of(turn, say("note_changed", day=full_date(found[0].day), text=kept.notes[-1].text))


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
    """Let a note say something else; whether there is just one that is meant."""
    if len(found) != 1:
        return False
    kept.drop(found[0])
    kept.add(note_of(one_note.put_right(found[0].text, words), found[0].day))
    return True


def nothing_deleted(turn: Turn) -> None:
    """What was to go was not named: nothing does, and how each is deleted is said."""
    say_of(turn, content().diary("nothing_deleted"), buttons=[content().diary("button_list")], kind="ask")


def _named(turn: Turn, kept: Diary) -> list[Note]:
    """The notes that the step names; none where it asks how it is done."""
    which, day = turn.step.values(WHICH), turn.step.values(DAY)
    return one_note.meant(kept.notes, which[0], date.fromisoformat(day[0]) if day else None) if which != [""] else []


def _which_one(turn: Turn, found: list[Note]) -> None:
    """Several notes are named, or none."""
    say = content().diary
    if turn.step.values(WHICH) == [""]:
        deletes = turn.step.values(ASKED) == [reading.DELETE_NOTES]
        buttons = [say("button_list"), *([say("button_delete_notes")] if deletes else [])]
        say_of(turn, say("note_how_to_change"), buttons=buttons, kind="ask")
    elif not found:
        say_of(turn, say("note_not_found"), buttons=[say("button_list")])
    else:
        lines = [say("note_which"), *(f"• {note_line(note, say)}" for note in found[-MOST_LISTED:])]
        say_of(turn, "\n".join(lines), kind="ask")
