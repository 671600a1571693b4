"""What is asked of a diary and of reminders, by its words, and what only sounds like it."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
import yaml

from b12guide.diary import reading, reminder_replies, wishes
from b12guide.diary.reading import Asked, asked_of_diary, chosen_all, chosen_places
from b12guide.diary.reminder_replies import answer_to_reminder
from b12guide.diary.well_words import tells_less
from b12guide.diary.wishes import When, asked_of_reminders, when_of

ROOT = Path(__file__).parents[2]


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
        ("delete my notes", Asked("delete_notes", which="all")),
        ("delete the last note", Asked("delete_notes", which="last")),
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
        "remember that my last one was in May",
        "do you remember how tired I was?",
        "i need a note for work",
        "i want a record of my injections",
        "bear in mind that my iron is low",
        "give me a summary of what you said",
        "show me the page about tablets",
        "the doctor's page says every 8 weeks",
        "put it back to monday",
        "put the date in my calendar",
        "put my feet up, still tired",
        "record low b12",
        "log my injection",
        "put my gap down to a month",
        "write down what i say to them",
        "what's the best way to write it down",
        "what have you got down for me",
        "put on weight",
        "keep walking into things",
        "can i write down my questions for the doctor?",
        "what should i write down",
        "should i keep a diary of my symptoms?",
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
        ("DONE", Asked(reminder_replies.DONE)),
        ("done, thanks", Asked(reminder_replies.DONE)),
        ("i had it today", Asked(reminder_replies.DONE)),
        ("DONE for Monday 4 May 2026", Asked(reminder_replies.DONE, "Monday 4 May 2026")),
        ("LATE", Asked(reminder_replies.LATE)),
        ("running late", Asked(reminder_replies.LATE)),
        ("MOVED to 12 May", Asked(reminder_replies.MOVED, "12 May")),
        ("moved", Asked(reminder_replies.MOVED)),
        ("SNOOZE", Asked(reminder_replies.SNOOZE, "", 1)),
        ("snooze 3 days", Asked(reminder_replies.SNOOZE, "", 3)),
        ("remind me tomorrow", Asked(reminder_replies.SNOOZE, "", 1)),
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


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Can I have the page for my appointment", ""),
        ("page for mum's doctor please", "mum"),
        ("page for mum's doctor with all that on", "mum"),
        ("show me mums summary", "mum"),
        ("could you make a page for my husband's nurse", "husband"),
        ("summary for dad's appointment please", "dad"),
        ("i'd like a printout to take to my appointment", ""),
        ("print out for the nurse", ""),
        ("send me the page with all of it on", ""),
        ("make me a page to show my doctor", ""),
        ("something i can print for dad's appointment", "dad"),
        ("summary for him please", ""),
        ("can you print out dads notes", "dad"),
        ("dad's page", "dad"),
        ("i need something to show the doctor tomorrow", ""),
        ("appointment sheet please", ""),
        ("summarise everything for my gp", ""),
        ("put it all on one page for my appointment", ""),
        ("can i get a printout for my gp with my notes on", ""),
        ("i want a summary of all that for my doctor", ""),
    ],
)
def test_the_page_is_asked_for_as_a_page(text: str, whose: str) -> None:
    """It need not be called a summary, and may be somebody else's."""
    assert asked_of_diary(text) == Asked("summary", which=whose)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("can I write down how I'm feeling? very tired today", "very tired today"),
        ("just put mood is worse, no more questions", "mood is worse"),
        ("can i note something? slept badly", "slept badly"),
        ("i want to write down how i feel: low and tired", "low and tired"),
        ("let me write something down. feet tingle less", "feet tingle less"),
        ("write this down please, tired all day", "tired all day"),
        ("record: walked a mile", "walked a mile"),
        ("note: my jab hurt", "my jab hurt"),
        ("note: leg ached after the injection", "leg ached after the injection"),
        ("note for dad: he was very tired", "he was very tired"),
        ("add to diary: mood ok today", "mood ok today"),
        ("i'd like to keep a record of how i feel. energy 4/10", "energy 4/10"),
        ("put down that i walked to the shop", "i walked to the shop"),
        ("today's note: slept ok", "slept ok"),
        ("feeling low today, log that please", "feeling low today"),
        ("write that my legs were heavy", "my legs were heavy"),
        ("i'd like to note that my balance was off, thanks", "my balance was off"),
        ("can i write something down?", ""),
        ("can i write down that my feet tingle?", ""),
    ],
)
def test_a_note_is_heard_in_other_words(text: str, note: str) -> None:
    """What announces it and what stands beside it is none of it; where nothing is said yet, that is asked for."""
    assert asked_of_diary(text) == Asked("note", note)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("what do you keep about me", "kept"),
        ("what have you saved about me", "kept"),
        ("so what data do you hold on me exactly", "kept"),
        ("what are you keeping on me", "kept"),
        ("show me my data", "kept"),
        ("who can read my notes", "kept"),
        ("how long do you keep my notes", "kept"),
        ("are my notes private", "kept"),
        ("do you still have anything on me", "kept"),
        ("how long is it kept for", "kept"),
        ("what happens to my notes", "kept"),
        ("is this stored", "kept"),
        ("is anything left?", "left"),
        ("so is all my data gone", "left"),
        ("did you delete everything", "left"),
        ("do you still remember me", "left"),
        ("what did I ask that you couldn't answer", "unanswered"),
        ("which of my questions couldn't you answer", "unanswered"),
        ("what couldn't you answer", "unanswered"),
        ("what questions of mine did you not answer", "unanswered"),
        ("show me what i asked and you couldn't answer", "unanswered"),
        ("list my unanswered questions please", "unanswered"),
        ("which questions went unanswered", "unanswered"),
        ("remind me what you couldn't answer", "unanswered"),
        ("which things that i asked did you have no answer for", "unanswered"),
        ("list the stuff you couldnt help with", "unanswered"),
        ("did any of my questions not get answered", "unanswered"),
    ],
)
def test_what_is_kept_and_what_had_no_answer(text: str, what: str) -> None:
    """Asked for in many words."""
    assert asked_of_diary(text) == Asked(what)


TOPICS_AND_PLANS = sorted(
    path
    for path in (ROOT / "data" / "nlu").glob("*.yml")
    if path.stem.startswith("plan_") or (ROOT / "content" / "topics" / path.name).is_file()
)


@pytest.mark.parametrize("path", TOPICS_AND_PLANS, ids=lambda path: path.stem)
def test_nothing_that_is_asked_of_topics_and_plans_is_taken_for_it(path: Path) -> None:
    """Every phrase that these are learned from."""
    examples = (one["examples"] for one in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"])
    phrases = [line.strip().removeprefix("- ") for text in examples for line in text.splitlines()]
    assert [phrase for phrase in phrases if asked_of_diary(phrase)] == []


@pytest.mark.parametrize(
    "text",
    [
        "what do you know about b12",
        "what do you have on pernicious anaemia",
        "how long do you keep b12 in your body",
        "what do you keep saying",
        "how many are left",
        "is the tingling gone for good",
        "is there anything left to try",
        "can my doctor see my b12 level",
        "who reads my blood test",
        "did you forget my last injection",
        "you couldn't answer my question",
        "why couldn't you answer that",
        "what can't you answer",
    ],
)
def test_what_only_sounds_like_it(text: str) -> None:
    """Questions about B12, complaints, and doses that are left."""
    assert asked_of_diary(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "yesterday the tingling in my feet was a bit less",
        "the numbness is better than last week",
        "my feet tingled less today",
        "pins and needles were not so bad yesterday",
        "less tingling in my hands this week",
        "numbness in my feet has improved a lot",
    ],
)
def test_tingling_that_is_told_as_less(text: str) -> None:
    """And nothing else is told."""
    assert tells_less(text)


@pytest.mark.parametrize(
    "text",
    [
        "I feel my feet less",
        "less feeling in my feet",
        "the tingling is no less",
        "the tingling is not better",
        "is the tingling less?",
        "the tingling is less but my legs are weak",
        "the tingling was less yesterday, worse today",
        "the numbness is less in my feet and more in my hands",
        "tingling is better now my hands are numb",
        "my walking is better",
    ],
)
def test_what_is_not_only_less(text: str) -> None:
    """Less feeling, what is denied or asked, and whatever stands beside it."""
    assert not tells_less(text)
