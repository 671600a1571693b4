"""What is asked of the dates of a plan in somebody's own words: it is counted, and nothing of the plan is changed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk, saved, shown

NEAR_MAY = [
    "The Tuesday before is Tuesday 28 April 2026, 6 days before Monday 4 May 2026.",
    "The Tuesday after is Tuesday 5 May 2026, 1 day after Monday 4 May 2026.",
]


def names(chat: Talk, text: str) -> list[str]:
    """By which names the message is read; "yes" for an answer."""
    return [name or kind for kind, name, _ in chat.moves(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("list for nxt yr", "2027-01-01/2027-12-31"),
        ("write me out every single date to the end of September", "2026-03-05/2026-09-30"),
        ("how many shall I have had by the end of September?", "2026-03-05/2026-09-30"),
        ("i'd like all my jabs up to 30 september pls", "2026-03-05/2026-09-30"),
    ],
)
def test_a_list_in_any_words(text: str, value: str) -> None:
    """The time is that of the list, and stands for a list that is asked for again."""
    chat = saved()
    assert [value for _, _, value in chat.moves(text)][:1] == [value]
    chat.say(text)
    assert chat.say("i still haven't got a list") == chat.say(text)


@pytest.mark.parametrize(
    "text",
    [
        "list the side effects for me",
        "put me on the waiting list for next year",
        "a list of questions for my appointment in June",
        "i had all my jabs before December",
        "every 8 weeks for the next year",
    ],
)
def test_what_is_no_list_of_dates(text: str) -> None:
    """Other lists, what was had, and how often they are."""
    assert "dates_wished" not in names(saved(), text)


def test_a_list_with_its_total() -> None:
    """With those that were had before, as the person says how many."""
    lines = saved().say("list every date from today to 31 December 2026 and the total including the three I have had")
    assert lines[0] == "3 injections: Monday 4 May, Monday 27 July and Monday 19 October 2026."
    assert "3 here, and 3 that you had before: 6 in all." in lines


def test_numbered_wishes_behind_a_yes() -> None:
    """The plan is kept, and both are done."""
    chat = shown()
    lines = chat.say("Correct. 1) All dates to the end of October please. 2) How many is that in total?")
    assert chat.kept is not None
    assert chat.kept["confirmed"]
    assert "3 injections: Monday 4 May, Monday 27 July and Monday 19 October 2026." in lines
    assert "That is 3 in all." in lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "how many weeks and days between 9 february and 4 may",
            "From Monday 9 February 2026 to Monday 4 May 2026 it is 84 days (12 weeks).",
        ),
        (
            "how long will that be after my last injection?",
            "From Monday 9 February 2026 to Monday 4 May 2026 it is 84 days (12 weeks).",
        ),
        (
            "number of days and weeks from the 1st of March to the 4th of May?",
            "From Sunday 1 March 2026 to Monday 4 May 2026 it is 64 days (9 weeks and 1 day).",
        ),
    ],
)
def test_days_apart(text: str, line: str) -> None:
    """The two that are named, the last one that was had, and the one that is spoken of."""
    assert saved().say(text)[0] == line


@pytest.mark.parametrize(
    "text", ["how long is it since my last jab?", "how many days late can I be?", "how long between loading injections"]
)
def test_what_is_not_of_two_days(text: str) -> None:
    """The time up to today, and gaps in general."""
    assert "days_apart" not in names(saved(), text)


@pytest.mark.parametrize(
    "text",
    [
        "what Tuesdays are around the 4th of May?",
        "when is the Tuesday just before and the Tuesday just after it?",
        "are there any Tuesdays close to Monday 4 May",
    ],
)
def test_weekdays_about_a_date(text: str) -> None:
    """Both, with how far off they are; the date stays."""
    chat = saved()
    lines = chat.say(text)
    assert lines[:2] == NEAR_MAY
    assert "I have moved nothing" in lines[2]
    assert chat.say("when is my next one?", "next")[0] == "Your next injection is on Monday 4 May 2026."


@pytest.mark.parametrize(
    "text",
    [
        "they moved it to the Tuesday before",
        "which Tuesdays are near the last one of the year",
        "I had it on the Tuesday after 4 May",
        "is it always a Monday?",
    ],
)
def test_what_asks_for_no_weekday(text: str) -> None:
    """What tells of one, and whether the weekday stays."""
    assert "weekdays_about" not in names(saved(), text)


@pytest.mark.parametrize(
    "text", ["am I alright being a week late?", "I'm 6 days over, is that bad", "is it ok that i'm 3 days overdue"]
)
def test_whether_being_late_matters(text: str) -> None:
    """It is said that it is not late yet, and who says if it would matter; it is no wish to move the date."""
    lines = saved().say(text)
    assert lines[0].startswith("No, it is not late. It is on Monday 4 May 2026.")
    assert lines[1] == "Whether it would matter to be late is for your clinic to say: ask them."


def test_how_late_a_booked_day_is() -> None:
    """By the plan's own day for it."""
    chat = saved()
    chat.say("the clinic booked me for 8 May")
    assert chat.say("will I be ok being 4 days late?")[:2] == [
        "By your plan it is due on Monday 4 May 2026. Friday 8 May 2026 is 4 days later.",
        "Whether that matters is for your clinic to say: ask them.",
    ]


@pytest.mark.parametrize("text", ["can I have it a week late?", "sorry I'm late, is it still every 12 weeks?"])
def test_what_is_not_of_being_late(text: str) -> None:
    """A wish to have it on another day, and what is said of oneself."""
    assert "late_all_right" not in names(saved(), text)


def test_whether_a_day_would_be_one() -> None:
    """Of a course that ends before it, the days are counted on, and its end is said."""
    chat = Talk(date(2026, 3, 5))
    chat.say("every other day until 12 March, last one was yesterday")
    chat.say("yes")
    assert chat.say("if it carried on like this, would 20 March be one?")[0].startswith("Yes. If it goes on as it is")
    assert chat.say("if it kept going would 21 March be one?") == [
        "No. Saturday 21 March 2026 would not be one."
        " The nearest would be Friday 20 March 2026 and Sunday 22 March 2026.",
        "But as you told me the plan, that part ends on Thursday 12 March 2026. Your clinic says if it goes on.",
    ]


def test_whether_a_correction_changes_any_date() -> None:
    """A yes or a no first, with the dates before and now."""
    chat = saved()
    lines = chat.say("sorry, I had it on the 10th of february, not the 9th. does that alter anything?")
    assert lines[0].startswith("Yes. The dates to come are now Tuesday 5 May, Tuesday 28 July")
    assert "Before that, they were Monday 4 May, Monday 27 July" in lines[0]


def test_whether_the_later_ones_stand() -> None:
    """Where nothing was changed, they do."""
    assert saved().say("do the later dates still stand?")[0] == (
        "Yes, the later ones stand: Monday 27 July, Monday 19 October 2026 and Monday 11 January 2027."
    )


@pytest.mark.parametrize(
    "text",
    [
        "I have started metformin. Does that change anything?",
        "does that change anything?",
        "will all my symptoms stay the same?",
        "does it affect my results?",
    ],
)
def test_what_is_not_of_a_change_of_dates(text: str) -> None:
    """What is told beside it is no change of dates, and none was told before."""
    assert not {"alters", "later_stand"} & {*names(saved(), text)}


def test_a_change_is_asked_about_behind_it() -> None:
    """With the dates as they were, until something else is spoken of."""
    chat = saved()
    chat.say("the clinic booked me for 8 May")
    assert chat.say("does that move any of the others?")[0].startswith("Yes. The dates to come are now Friday 8 May")
    chat.say("how many do I have this year?")
    assert names(chat, "does that change anything?") != ["alters"]


def test_why_the_dates_wander() -> None:
    """By the gap: in weeks the weekday stays, and the day of the month moves."""
    assert saved().say("why do the dates wander about so much?")[0].startswith("They are 12 weeks apart")


def test_why_a_month_has_none() -> None:
    """The dates about it."""
    assert saved().say("why is there nothing in June?")[0] == (
        "They are 12 weeks apart. One is on Monday 4 May 2026, and the one after it on Monday 27 July 2026."
        " So none falls in June 2026."
    )


def test_the_first_one_after_a_move() -> None:
    """Its day is told before, and is no wish to move an injection."""
    chat = saved()
    assert chat.say("I move house on 20 May")[0] == "Wednesday 20 May 2026 is noted."
    assert chat.say("so which is the first one after I move?")[0] == (
        "The first one after Wednesday 20 May 2026 is on Monday 27 July 2026."
    )


@pytest.mark.parametrize(
    "text", ["my surgery is closed on 20 May", "can I move it to 20 May?", "my review is on 20 May"]
)
def test_what_is_no_event(text: str) -> None:
    """A practice that is closed, and a wish to move one."""
    assert "event_told" not in names(saved(), text)


@pytest.mark.parametrize("text", ["how do I print that off?", "I want it on paper, which button do I press"])
def test_how_to_print(text: str) -> None:
    """Where to press."""
    assert names(saved(), text) == ["print_how"]


def test_where_to_press_on_the_body() -> None:
    """It is asked of something else."""
    assert "print_how" not in names(saved(), "where do I press on my arm after the injection?")


def test_the_last_one_before_a_day_that_is_told_with_it() -> None:
    """In the same sentence, or right before it; an event that was told earlier keeps its own day."""
    chat = saved()
    chat.say("I move house on 20 May")
    before = "The last one before Sunday 1 November 2026 is on Monday 19 October 2026."
    assert chat.say("which is the last one before we go away on 1 November")[0] == before
    assert chat.say("what's the first one after the move?")[0].startswith("The first one after Wednesday 20 May 2026")
    assert chat.say("I'm having my op on 1 November. what's the last one before it?")[0] == before
