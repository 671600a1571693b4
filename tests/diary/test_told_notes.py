"""Notes told without that name, whose notes are read, what is for the page, and talk of reminders."""

from __future__ import annotations

import pytest

from b12guide.diary.asks_doctor import question_to_ask
from b12guide.diary.page_words import tells_for_page
from b12guide.diary.read_whose import asks_day, asks_whose, takes_out
from b12guide.diary.reading import asked_of_diary
from b12guide.diary.reminder_talk import about_reminder, asks_if_changes
from b12guide.diary.told_notes import beside_plan, reports


@pytest.mark.parametrize(
    "text",
    [
        "dont have the number, didnt write it down. is it low then?",
        "I didn't write that down",
        "never noted it down, sorry",
        "I forgot to jot it down, was it the 5th?",
    ],
)
def test_what_was_not_written_is_no_note(text: str) -> None:
    """Who says that they wrote nothing down asks for nothing to be kept."""
    assert asked_of_diary(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "better, 7, did the stairs",
        "4, woolly head after tea",
        "slept well, brighter",
        "3 today. log",
        "yes. 3 today. log it",
        "my energy 6/10",
    ],
)
def test_a_short_report_is_a_note(text: str) -> None:
    """A number or how it is, and more."""
    assert reports(text)


@pytest.mark.parametrize(
    "text",
    ["better than what?", "8 weeks, last one in May", "good, thanks", "is 4 low?", "every day", "3 today", "log", "7"],
)
def test_what_asks_or_tells_a_plan_is_no_report(text: str) -> None:
    """Nor are thanks."""
    assert not reports(text)


def test_how_it_goes_beside_a_plan() -> None:
    """The sentences behind the plan are the note."""
    told = ("every 8 weeks, last 1 May.", "I flag from week 6, every time. sleep is poor")
    assert beside_plan(" ".join(told)) == told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("This is a note for Mum: she ate well", "she ate well"),
        ("It's a note for today. Slept badly", "Slept badly"),
        ("note to myself: slept till 10", "slept till 10"),
        ("can you keep in mind that I was dizzy on the bus", "I was dizzy on the bus"),
        ("i need a record of my mood: flat", "my mood: flat"),
        ("note: lovely. walked two miles", "walked two miles"),
        ("please keep a note for my mum: had her jab today, arm is sore", "had her jab today, arm is sore"),
    ],
)
def test_what_leads_in_is_no_part_of_the_note(text: str, words: str) -> None:
    """Neither for whom it is nor for when."""
    found = asked_of_diary(text)
    assert found is not None
    assert (found.what, found.words) == ("note", words)


def test_whose_notes_and_of_which_day() -> None:
    """One person, two of them, and a day."""
    assert asks_whose("read me Mum's, and then mine") == (["Mum's", "mine"], False)
    assert asks_whose("what have you got down for Mum?") == (["Mum"], True)
    assert asks_day("what did I say on Tuesday") == ("Tuesday", True)
    assert takes_out("remove the bit about crying, it's private") == "crying"


def test_what_is_told_on_the_page() -> None:
    """A statement or a thing, and no question."""
    assert tells_for_page("put warfarin on my page") == "warfarin"
    assert tells_for_page("add that I take warfarin", lately=True) == "I take warfarin"
    assert tells_for_page("add that I take warfarin") == ""
    assert tells_for_page("put can I fly on my page") == ""


def test_a_question_for_the_doctor() -> None:
    """Who is to be asked is named, or was just now."""
    assert question_to_ask("ask him if I can fly", lately=False) == "if I can fly"
    assert question_to_ask("ask if I can fly", lately=False) == ""
    assert question_to_ask("add: can I fly", lately=True) == "can I fly"


def test_talk_of_a_reminder() -> None:
    """How long before, that it is meant, and what if the date changes."""
    assert about_reminder("can you warn me 2 days before", lately=False)
    assert about_reminder("a week ahead is better", lately=True)
    assert not about_reminder("a week ahead is better", lately=False)
    assert not about_reminder("can I have my jab a week before", lately=True)
    assert asks_if_changes("thanks. and what if it changes?") == "it"
    assert asks_if_changes("what if my mood changes?") == ""
