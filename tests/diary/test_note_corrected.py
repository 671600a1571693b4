"""A word or a score of a note that is put right in the middle of a message."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.diary.named_notes import meant, put_right
from b12guide.diary.note_corrected import corrected, rewritten, told_alone
from b12guide.diary.notes import direction, note_of, tells_worse

NOTE = "tired 6/10, brain fog 5/10, walked 2 miles"
PUT_RIGHT = [
    (
        "I wrote that note wrong, brain fog was 3/10 not 5/10, can you fix it?",
        "tired 6/10, brain fog 3/10, walked 2 miles",
    ),
    ("I just meant change brain fog to 2/10 in my note", "tired 6/10, brain fog 2/10, walked 2 miles"),
    ("tired should be 4", "tired 4/10, brain fog 5/10, walked 2 miles"),
    ("it was 3/10 not 5/10", "tired 6/10, brain fog 3/10, walked 2 miles"),
]
OF_SOMETHING_ELSE = [
    "change the time to 7pm",
    "the last one was 3 june not 5 june",
    "my plan is 3 not 5",
    "brain fog was 3 not 7",
]


@pytest.mark.parametrize(("text", "note"), PUT_RIGHT)
def test_a_score_is_put_right(text: str, note: str) -> None:
    """The one that is named, as of ten as the old one."""
    of = corrected(text)
    assert of is not None
    assert rewritten(NOTE, of) == note


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_what_the_note_has_not_stays(text: str) -> None:
    """A date, a clock, or a score that is another one."""
    of = corrected(text)
    assert of is None or rewritten(NOTE, of) is None


def test_that_it_was_wrong_is_no_part_of_it() -> None:
    """Nor is the wish to have it put right."""
    assert told_alone("oops made a typo, slept 6 hours not 5, can you fix it?") == "slept 6 hours not 5"
    assert told_alone("sorry that's wrong, walked 3 miles not 2") == "walked 3 miles not 2"
    assert put_right(NOTE, "walked 3 miles not 2") == "tired 6/10, brain fog 5/10, walked 3 miles"


def test_a_number_that_is_named_is_in_the_note() -> None:
    """Right behind the word that it stands behind."""
    notes = [note_of(NOTE, date(2026, 12, 4)), note_of("slept 5 hours, tired 7", date(2026, 12, 5))]
    assert [note.text for note in meant(notes, "brain fog 5/10")] == [NOTE]
    assert meant(notes, "brain fog 6/10") == []
    assert [note.text for note in meant(notes, "tired 7")] == ["slept 5 hours, tired 7"]


@pytest.mark.parametrize(
    ("text", "worse"),
    [
        ("only at night now, not worse", False),
        ("it isn't any worse", False),
        ("no worse than last week", False),
        ("no, worse", True),
        ("no worse", True),
        ("could not be worse", True),
        ("never been worse", True),
        ("not worse but more numb", True),
        ("not better, worse", True),
    ],
)
def test_not_worse_is_not_worse(text: str, worse: bool) -> None:
    """In doubt it is."""
    assert tells_worse(text) is worse


def test_what_is_not_worse_is_the_same() -> None:
    """And better, where that is said too."""
    assert direction("feet are no worse") == "same"
    assert direction("better than May, not worse") == "better"
