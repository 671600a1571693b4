"""The day of a note: read at its beginning, and put right."""

from __future__ import annotations

import pytest

from b12guide.diary.note_days import Dated, PutRight, by_day, day_put_right
from b12guide.diary.reading import asked_of_diary


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("Friday the 12th: slept through", [("Friday the 12th", "slept through")]),
        ("9 April, sore knees after lunch, gone by dinner", [("9 April", "sore knees after lunch, gone by dinner")]),
        ("thu 5th: shaky", [("thu 5th", "shaky")]),
        ("on 3 May: shaky", [("3 May", "shaky")]),
        ("Jan 8 flat out. Jan 20 a bit foggy", [("Jan 8", "flat out"), ("Jan 20", "a bit foggy")]),
        ("mon: tired, tue: fine and wed: tired again", [("mon", "tired"), ("tue", "fine"), ("wed", "tired again")]),
        (
            "12 June weak. could not lift it. 14 June better",
            [("12 June", "weak. could not lift it"), ("14 June", "better")],
        ),
        ("Friday was bad", [("", "Friday was bad")]),
        ("Monday and Friday slept badly", [("", "Monday and Friday slept badly")]),
        ("Monday, Friday: tired", [("", "Monday, Friday: tired")]),
        ("worse since Monday. Friday the worst", [("", "worse since Monday. Friday the worst")]),
        ("7/10: tired", [("", "7/10: tired")]),
        ("7/10 tired", [("", "7/10 tired")]),
        ("Tuesday", [("", "Tuesday")]),
    ],
)
def test_a_note_is_of_the_day_that_it_begins_with(note: str, found: list[tuple[str, str]]) -> None:
    """Where something stands between the day and the words, or where each of several begins with one."""
    assert by_day(note) == [Dated(*one) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the third note was Friday, not Monday", PutRight(2, "", "Friday", "Monday")),
        ("sorry, that note is for yesterday", PutRight(-1, "", "yesterday")),
        ("the note about the stairs was on 4 May", PutRight(None, "the stairs", "4 May")),
        ("move the cramp entry to Friday please", PutRight(None, "cramp", "Friday")),
        ("change the day of my last note to the 3rd", PutRight(-1, "", "the 3rd")),
        ("make the hoovering one Thursday please", PutRight(None, "hoovering", "Thursday")),
        ("the headache one was Sunday", PutRight(None, "headache", "Sunday")),
    ],
)
def test_a_note_is_of_another_day(text: str, found: PutRight) -> None:
    """By its place among those told, or by a word of it."""
    assert day_put_right(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "sorry, it was not Sunday that I slept badly, it was Saturday. please change that",
            PutRight(None, "i slept badly", "Saturday", "Sunday"),
        ),
        ("my hands were cold on Tuesday, not yesterday", PutRight(None, "my hands were cold", "Tuesday", "yesterday")),
        ("it wasnt today she felt dizzy it was yesterday", PutRight(None, "she felt dizzy", "yesterday", "today")),
        ("it wasn't Friday I had my jab, it was Thursday", None),
    ],
)
def test_what_was_felt_on_another_day(text: str, found: PutRight | None) -> None:
    """The note is named by what it tells; an injection is none."""
    assert day_put_right(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "my last injection was Friday, not Monday",
        "the second one was Friday",
        "that one was Friday",
        "move it to Friday",
        "change the last note to slept well",
        "delete the note about Friday",
    ],
)
def test_what_is_of_an_injection_puts_no_note_right(text: str) -> None:
    """Nor what says something else of a note."""
    assert day_put_right(text) is None


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("pop a note in my diary: woke at four", "woke at four"),
        ("put a note for Friday: woke at four", "for Friday: woke at four"),
        ("note for yesterday: woke at four", "for yesterday: woke at four"),
        ("write in his diary: woke at four", "woke at four"),
        ("no, i meant a note: woke at four", "woke at four"),
    ],
)
def test_its_day_is_left_for_who_knows_today(text: str, note: str) -> None:
    """However the note is asked for."""
    found = asked_of_diary(text)
    assert found is not None
    assert (found.what, found.words) == ("note", note)
