"""What is said of notes around their deletion."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.diary import gone_words, named_notes, one_note
from b12guide.diary.note_words import note_in, without_courtesy
from b12guide.diary.notes import Diary, Note

_DAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("erase everything i put down", False, True),
        ("yes please, get rid of all of it", True, True),
        ("delete everything", False, False),
        ("delete them all", False, True),
        ("delete my plan", True, False),
        ("get rid of this pain", True, False),
    ],
)
def test_all_notes_are_to_go(text: str, told: bool, expected: bool) -> None:
    """What was written is the notes; "everything" is them only where their deletion was just told of."""
    assert gone_words.deletes_all(text, told=told) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("have they really gone?", True),
        ("is it deleted now", True),
        ("did that work?", True),
        ("has it gone down", False),
        ("where have they gone wrong", False),
    ],
)
def test_asked_whether_they_are_gone(text: str, expected: bool) -> None:
    """The question is of what was deleted, and of nothing that went elsewhere."""
    assert gone_words.asks_gone(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("you put it down twice", True),
        ("the same note is in there two times", True),
        ("i woke twice last night", False),
        ("two jabs a week", False),
    ],
)
def test_said_to_be_there_twice(text: str, expected: bool) -> None:
    """A note is there twice; what is done twice is none."""
    assert gone_words.says_twice(text) is expected


def test_the_note_that_says_no_more_is_the_double() -> None:
    """Of two notes of a day the one that the other says too goes; notes of two days are no doubles."""
    long, short = Note(_DAY, "sore knee and a bad night"), Note(_DAY, "Sore knee")
    assert gone_words.doubled([long, short]) == short
    assert gone_words.doubled([short, long]) == short
    assert gone_words.doubled([long, Note(date(2026, 3, 6), "sore knee")]) is None


def test_the_same_note_is_kept_once() -> None:
    """Said again on the same day, it is not there twice; on another day it is one more."""
    diary = Diary()
    assert diary.add(Note(_DAY, "sore knee"))
    assert not diary.add(Note(_DAY, "Sore knee"))
    assert diary.add(Note(date(2026, 3, 6), "sore knee"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("great. and please jot this down: achy hands", "achy hands"),
        ("and put in for today too: slept well", "slept well"),
        ("write this off: bad day", "write this off: bad day"),
        ("slept well: no pain", "slept well: no pain"),
    ],
)
def test_no_word_of_the_wish_stays_in_a_note(text: str, words: str) -> None:
    """What asks for the note before its colon is cut, and nothing else is."""
    assert without_courtesy(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("add for today: bit brighter", "bit brighter"),
        ("i want to log symptoms: sore hip", "sore hip"),
        ("write down the coming dates please", None),
        ("note: change the last note to: tired", None),
    ],
)
def test_what_a_note_is(text: str, words: str | None) -> None:
    """The words behind the wish are the note; dates and the change of another note are none."""
    assert note_in(text) == words


def test_the_last_note_is_changed_in_any_order() -> None:
    """A word put right beside the note's day, and the new words behind a colon."""
    found = one_note.asked_of_notes("please fix tuesday's entry, it was 2 miles not 3")
    assert found == one_note.OfNote(False, "tuesday", "2 miles not 3")
    assert named_notes.put_right("walked 3 miles", "2 miles not 3") == "walked 2 miles"
    assert named_notes.put_right("sat out for an hour", "half an hour outside not an hour") == (
        "sat out for half an hour outside"
    )
    assert one_note.asked_of_last("fix it, it was 2 not 3") == one_note.OfNote(False, one_note.LAST, "2 not 3")
