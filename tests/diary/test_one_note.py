"""Which note is to be deleted or changed, and what is asked of something else."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.diary.named_notes import meant, put_right
from b12guide.diary.notes import note_of
from b12guide.diary.one_note import EACH, OfNote, asked_of_last, asked_of_notes, names_notes

NOTES = [
    note_of("slept badly", date(2026, 3, 3)),
    note_of("walked to the shop", date(2026, 3, 5)),
    note_of("my feet tingle less", date(2026, 3, 4)),
    note_of("hives on my arm", date(2026, 3, 4)),
]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("delete all of my notes", OfNote(True, "all")),
        ("wipe everything in my diary", OfNote(True, "all")),
        ("delete every note", OfNote(True, "all")),
        ("delete that note", OfNote(True, "last")),
        ("scrap what i just wrote", OfNote(True, "last")),
        ("undo that note", OfNote(True, "last")),
        ("can you delete the note about the shop", OfNote(True, "the shop")),
        ("get rid of the shop note", OfNote(True, "shop")),
        ("delete what i wrote about sleep", OfNote(True, "sleep")),
        ("take out the note that says slept badly", OfNote(True, "slept badly")),
        ("delete yesterday's note", OfNote(True, "yesterday")),
        ("how do i delete a note", OfNote(True, "")),
        ("can you delete just one note", OfNote(True, "")),
        ("change that note", OfNote(False, "last")),
        ("edit my last note", OfNote(False, "last")),
        ("change that note to slept ok", OfNote(False, "last", "slept ok")),
        ("correct the last note: it was 6 out of 10", OfNote(False, "last", "it was 6 out of 10")),
        ("change the note about the shop to: walked 2 miles", OfNote(False, "the shop", "walked 2 miles")),
        ("my last note was wrong, it should say 6/10", OfNote(False, "last", "6/10")),
        ("can i change a note", OfNote(False, "")),
        ("can i edit something i wrote", OfNote(False, "")),
        ("take back that last note", OfNote(True, "last")),
        ("remove the notes from 3 March too", OfNote(True, "3 March", EACH)),
        ("please delete both of the ones of Tuesday", OfNote(True, "Tuesday", EACH)),
        ("and the ones about the shop, can you scrap them", None),
        ("i meant the note about the shop, please take it out", OfNote(True, "the shop")),
        ("the entry saying slept badly dear, can you delete it", OfNote(True, "slept badly")),
        ("delete the note about the shop, he does not want it kept", OfNote(True, "the shop")),
        ("delete the wrong note and put: walked 2 miles", OfNote(False, "last", "walked 2 miles")),
        ("i made a mistake in my note", OfNote(False, "last")),
    ],
)
def test_a_note_is_to_be_deleted_or_changed(text: str, asked: OfNote) -> None:
    """All, the one told last, or one that is named; with what it is to say, where that was said."""
    assert asked_of_notes(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("scratch that", OfNote(True, "last")),
        ("please take that one out", OfNote(True, "last")),
        ("correction: 7 out of 10, not 6", OfNote(False, "last", "7 out of 10, not 6")),
        ("actually delete that last one", OfNote(True, "last")),
        ("change it to slept fine", OfNote(False, "last", "slept fine")),
        ("delete everything", None),
        ("that is right", None),
    ],
)
def test_right_after_a_note_it_is_that_note(text: str, asked: OfNote | None) -> None:
    """And only there."""
    assert asked_of_last(text) == asked
    assert asked_of_notes(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "change it to every 8 weeks",
        "change my appointment to friday",
        "delete the plan",
        "delete my reminders",
        "forget it",
        "delete all",
        "delete the one about tablets from my summary",
        "forget my plan but keep my notes",
        "the doctor's note says every 8 weeks",
        "i need to update my doctor's note",
        "i lost my sick note",
        "can b12 clear brain fog",
        "how do i lose weight",
    ],
)
def test_something_else_is(text: str) -> None:
    """The plan, its dates, reminders, questions, and notes that are none of the diary."""
    assert asked_of_notes(text) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("all", ["slept badly", "walked to the shop", "my feet tingle less", "hives on my arm"]),
        ("last", ["hives on my arm"]),
        ("the shop", ["walked to the shop"]),
        ("walking", ["walked to the shop"]),
        ("sleep", ["slept badly"]),
        ("said i slept badly", ["slept badly"]),
        ("my tingling feet", ["my feet tingle less"]),
        ("pins and needles", ["my feet tingle less"]),
        ("arm", ["hives on my arm"]),
        ("mood", []),
    ],
)
def test_a_note_is_named_by_its_words_or_by_what_it_is_about(words: str, found: list[str]) -> None:
    """In any form of a word; by a symptom where the words are others."""
    assert [note.text for note in meant(NOTES, words)] == found


def test_a_note_is_named_by_its_day() -> None:
    """As many as there are of it."""
    assert [note.text for note in meant(NOTES, "yesterday", date(2026, 3, 4))] == [
        "my feet tingle less",
        "hives on my arm",
    ]


def test_the_one_about_something_may_be_no_note() -> None:
    """Only where such a note is there; who says "note" or "wrote" means one."""
    assert not names_notes("delete the one about the shop")
    assert names_notes("delete what I wrote about the shop")


@pytest.mark.parametrize(
    ("note", "words", "now"),
    [
        ("slept 4 hours, woke once", "7 hours not 4", "slept 7 hours, woke once"),
        ("walked to the bank", "the shop, not the bank", "walked to the shop"),
        ("slept badly", "slept well", "slept well"),
        ("slept badly", "I did not sleep at all", "I did not sleep at all"),
    ],
)
def test_what_is_put_right_in_a_note(note: str, words: str, now: str) -> None:
    """The part that is wrong, where it is named; else the whole note."""
    assert put_right(note, words) == now
