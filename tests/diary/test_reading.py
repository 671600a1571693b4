"""What is asked of a diary and of reminders, by its words, and what only sounds like it."""

from __future__ import annotations

from datetime import time

import pytest

from b12guide.diary import reading, wishes
from b12guide.diary.reading import Asked, asked_of_diary, chosen_all, chosen_places
from b12guide.diary.wishes import When, answer_to_reminder, asked_of_reminders, when_of


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("write down that my feet tingle less today", Asked("note", "my feet tingle less today")),
        ("7 out of 10 tired", Asked("note", "7 out of 10 tired")),
        ("note: slept badly", Asked("note", "slept badly")),
        ("please note down that I was dizzy yesterday", Asked("note", "I was dizzy yesterday")),
        ("my feet tingle less, write that down", Asked("note", "my feet tingle less")),
        ("put in my diary that I walked to the shop", Asked("note", "I walked to the shop")),
        ("how have i been", Asked("list")),
        ("How have I been?", Asked("list")),
        ("how has mum been", Asked("list")),
        ("show me my notes", Asked("list")),
        ("what did i write down", Asked("list")),
        ("show me my summary", Asked("summary")),
        ("my summary please", Asked("summary")),
        ("one page summary for my appointment", Asked("summary")),
        ("Ask me 3 questions", Asked("check")),
        ("add 2 and 5 to my summary", Asked("choose", "2 and 5")),
        ("Add all to my summary", Asked("choose", "all")),
        ("add to my summary: will I need it for life?", Asked("choose", "will I need it for life?")),
        ("clear my questions", Asked("clear_chosen")),
        ("delete my notes", Asked("delete_notes", "all")),
        ("delete the last note", Asked("delete_notes", "last")),
        ("the fhir file please", Asked("fhir")),
    ],
)
def test_what_is_asked_of_the_diary(text: str, asked: Asked) -> None:
    """By name, with the words that it is about."""
    assert asked_of_diary(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "is 7 out of 10 tired normal?",
        "write me what to say",
        "how long until i feel better",
        "note that i had my injection today",
        "write down that my last one was 9 february, it was a b12 shot",
        "how have my injections been counted",
        "what is a summary care record",
        "7/10",
        "my last one was 7/10",
        "",
    ],
)
def test_what_is_none_of_it(text: str) -> None:
    """Questions, doses, and what only has a word of it."""
    assert asked_of_diary(text) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("remind me the week before", When(7, time(9), "here")),
        ("text me on the day at 9", When(0, time(9), "here")),
        ("remind me two weeks ahead at 6", When(14, time(18), "here")),
        ("can you text me when it's due", When(0, time(9), "here")),
        ("remind me the night before", When(1, time(19), "here")),
        ("remind me 10 days before at 7:30pm", When(10, time(19, 30), "here")),
        ("remind me on the morning of it at 6am", When(0, time(6), "here")),
        ("remind me the day before at noon", When(1, time(12), "here")),
        ("set up a reminder", When(None, time(9), "here")),
        ("email me at ann@example.org the day before", When(1, time(9), "email", "ann@example.org")),
        ("remind me to book it a week before", When(7, time(9), "here")),
    ],
)
def test_when_somebody_wants_to_be_reminded(text: str, when: When) -> None:
    """Days before, time and way; nothing is taken for granted of the days."""
    asked = asked_of_reminders(text)
    assert asked is not None
    assert (asked.what, when_of(text)) == (wishes.REMIND, when)


@pytest.mark.parametrize(
    "text",
    [
        "remind me what you said",
        "remind me of my next date",
        "remind me when I last had my needle",
        "remind me to water the plants",
        "does the clinic send a reminder",
        "text me the address",
        "the reminder app on my phone is rubbish, how do i keep track of it all",
        "nobody reminds me",
    ],
)
def test_what_asks_for_no_reminder(text: str) -> None:
    """What is to be said once more, and what others do."""
    assert asked_of_reminders(text) is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("no more reminders", wishes.END),
        ("No more", wishes.END),
        ("NO MORE.", wishes.END),
        ("stop the reminders", wishes.END),
        ("don't remind me any more", wishes.END),
        ("turn my reminders off", wishes.END),
        ("my time zone is Europe/Madrid", wishes.ZONE),
        ("I am on New York time", wishes.ZONE),
        ("what reminders do i have", wishes.LISTED),
        ("say what it is for in the reminder", wishes.PLAINLY),
    ],
)
def test_what_else_is_asked_of_reminders(text: str, what: str) -> None:
    """To end them, to count in another zone, to list them, to say what they are for."""
    asked = asked_of_reminders(text)
    assert asked is not None
    assert asked.what == what


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("DONE", Asked(wishes.DONE)),
        ("done, thanks", Asked(wishes.DONE)),
        ("i had it today", Asked(wishes.DONE)),
        ("DONE for Monday 4 May 2026", Asked(wishes.DONE, "Monday 4 May 2026")),
        ("LATE", Asked(wishes.LATE)),
        ("running late", Asked(wishes.LATE)),
        ("MOVED to 12 May", Asked(wishes.MOVED, "12 May")),
        ("moved", Asked(wishes.MOVED)),
        ("SNOOZE", Asked(wishes.SNOOZE, "", 1)),
        ("snooze 3 days", Asked(wishes.SNOOZE, "", 3)),
        ("remind me tomorrow", Asked(wishes.SNOOZE, "", 1)),
        ("DONE but my lips tingle", None),
        ("when is it done", None),
        ("I moved house last week and need a new clinic", None),
        ("late in the day I get tired", None),
    ],
)
def test_the_answers_to_a_reminder(text: str, answer: Asked | None) -> None:
    """A message that is one as a whole; everything else is an ordinary message."""
    assert answer_to_reminder(text) == answer


def test_questions_of_a_list_are_named_by_place_or_all() -> None:
    """ "2 and 5", "questions 1, 3", "all of them"."""
    assert chosen_places("2 and 5") == [2, 5]
    assert chosen_places("questions 1, 3") == [1, 3]
    assert chosen_places("the 2 tablets") == []
    assert [chosen_all(words) for words in ("all", "all of them", "all tablets")] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "is_answer"),
    [("better", True), ("a bit more tired", True), ("why do you ask?", False), ("how long?", False)],
)
def test_an_answer_to_one_of_the_three_questions_asks_nothing(text: str, is_answer: bool) -> None:
    """What asks something is answered, and the three questions end."""
    assert reading.answers_check(text) is is_answer


@pytest.mark.parametrize(
    "text", ["nah cba", "no, I'd rather not say", "can't be bothered", "skip this one", "not today"]
)
def test_a_question_that_is_refused_is_passed_over(text: str) -> None:
    """Who will not answer has told of no symptom."""
    assert reading.skips(text)
    assert not reading.stops(text)


@pytest.mark.parametrize(
    "text",
    [
        "ugh stop asking me stuff",
        "no more questions pls",
        "I don't want any more questions",
        "don't ask me again",
        "stop",
    ],
)
def test_who_wants_no_more_questions_ends_them(text: str) -> None:
    """In whatever words it is said, nothing of it is a symptom."""
    assert reading.stops(text)


@pytest.mark.parametrize("text", ["tired all day", "not so bad", "I can't walk far", "no change", "I want no fuss"])
def test_an_answer_is_neither(text: str) -> None:
    """What tells how it went is kept."""
    assert not reading.stops(text)
    assert not reading.skips(text)


@pytest.mark.parametrize(
    ("text", "everything"),
    [
        ("delete all of it, notes, my plan, the reminders", True),
        ("please erase my diary and my plan", True),
        ("I want you to wipe my notes and reminders", True),
        ("delete my notes", False),
        ("forget my plan", False),
        ("stop the reminders", False),
        ("my nurse keeps notes of my plan", False),
        ("forget my plan but keep my notes", False),
        ("delete the reminders, not my notes", False),
    ],
)
def test_who_names_notes_and_the_rest_deletes_everything(text: str, everything: bool) -> None:
    """Notes alone, or the plan alone, are deleted alone."""
    assert reading.deletes_everything(text) is everything


@pytest.mark.parametrize("text", ["stop the reminders i mean", "no, stop reminding me", "i mean no more reminders pls"])
def test_reminders_are_ended_in_passing_words(text: str) -> None:
    """What stands around it changes nothing."""
    assert asked_of_reminders(text) == wishes.Asked(wishes.END)


@pytest.mark.parametrize("text", ["Can I have the page for my appointment", "page for mum's doctor please"])
def test_the_page_is_asked_for_as_a_page(text: str) -> None:
    """It need not be called a summary."""
    assert asked_of_diary(text) == Asked("summary")
