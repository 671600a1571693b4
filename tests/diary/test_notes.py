"""Notes: kept as they were said, beside the symptoms that they name, and read for nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.diary.notes import (
    LONGEST,
    MOST,
    MOST_ASKED,
    MOST_CHOSEN,
    MOST_REACTIONS,
    Diary,
    Mark,
    Note,
    grouped,
    note_of,
)

DAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("my feet tingle less today", (Mark("tingling", "better"),)),
        ("7 out of 10 tired", (Mark("tiredness", None, 7),)),
        ("tired 6/10, tingling worse", (Mark("tiredness", None, 6), Mark("tingling", "worse"))),
        ("tingling the same, walking better", (Mark("tingling", "same"), Mark("walking", "better"))),
        ("more energy than last week", (Mark("tiredness", "better"),)),
        ("less energy", (Mark("tiredness", "worse"),)),
        ("no better, still tired", (Mark("tiredness", None),)),
        ("tingling no better", (Mark("tingling", "same"),)),
        ("mood is better but my balance is worse", (Mark("walking", "worse"), Mark("mood", "better"))),
        ("slept badly", ()),
        ("rang the number on the letter", ()),
        ("tired 11 out of 10", (Mark("tiredness", None),)),
    ],
)
def test_a_note_is_put_beside_what_it_names(text: str, marks: tuple[Mark, ...]) -> None:
    """The symptoms by name, the number that the person gave, and the direction that their own words name."""
    assert note_of(text, DAY) == Note(DAY, text, marks)


def test_an_answer_is_of_what_was_asked() -> None:
    """A bare word or number is of the symptoms of the question; a symptom that it names itself goes before."""
    both = ("tingling", "walking")
    assert note_of("better", DAY, about=both).marks == (Mark("tingling", "better"), Mark("walking", "better"))
    assert note_of("4", DAY, about=("tiredness",)).marks == (Mark("tiredness", None, 4),)
    assert note_of("walking worse", DAY, about=both).marks == (Mark("walking", "worse"),)


def test_a_long_note_is_kept_in_part_and_blanks_as_one() -> None:
    """So many letters of it, on one line."""
    assert note_of("a \n b" + "x" * 1000, DAY).text == ("a b" + "x" * 1000)[:LONGEST]


def test_a_diary_comes_back_as_it_was_written() -> None:
    """JSON and back is the same, and what another version wrote beside it is left out."""
    diary = Diary(asked_on=DAY, question=1, key="k", version=3, reminders={"zone": "UTC"})
    diary.add(note_of("tired 6/10, tingling worse", DAY))
    diary.choose("Will it end?")
    diary.not_answered("is 180 low?", DAY)
    diary.reacted("hives", DAY)
    assert Diary.from_json({**diary.to_json(), "later": 1}) == diary
    assert Diary.from_json(None) == Diary()


def test_it_is_bounded() -> None:
    """The oldest notes go first; there is room for 8 questions, and for the last 5 without an answer, each once."""
    diary = Diary()
    for number in range(MOST + 5):
        diary.add(Note(date.fromordinal(DAY.toordinal() + number), str(number)))
    assert [diary.notes[0].text, len(diary.notes)] == ["5", MOST]
    diary.add(Note(date.fromordinal(DAY.toordinal() + 7), "told last"))
    assert [diary.notes[0].text, diary.notes[-1].text, len(diary.notes)] == ["6", "told last", MOST]
    assert [note.text for note in diary.by_day[:4]] == ["6", "7", "told last", "8"]
    assert [diary.choose(f"question {number}") for number in range(MOST_CHOSEN + 1)] == [True] * MOST_CHOSEN + [False]
    assert diary.choose("question 1")
    for number in (*range(MOST_ASKED + 2), 3):
        diary.not_answered(f"Asked {number}?", DAY)
    assert [one.text[6] for one in diary.unanswered] == ["2", "4", "5", "6", "3"]
    for number in (*range(MOST_REACTIONS + 1), 2):
        diary.reacted(f"hives {number}", DAY)
    assert [one.text[-1] for one in diary.reactions] == ["1", "3", "2"]


def test_notes_are_grouped_by_the_first_symptom_that_they_name() -> None:
    """In the order of the symptoms; those that name none come last."""
    notes = [note_of(text, DAY) for text in ("slept badly", "low mood", "tired, and low mood")]
    assert {name: [note.text for note in found] for name, found in grouped(notes).items()} == {
        "tiredness": ["tired, and low mood"],
        "mood": ["low mood"],
        "": ["slept badly"],
    }
