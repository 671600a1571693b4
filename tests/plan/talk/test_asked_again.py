"""The same question is not asked twice in the same words, and nothing is asked that was told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

NOVEMBER = date(2026, 11, 24)

MAY_GO_LATE = "I cannot say which day is right: your clinic can. Call them today and ask. Do not have 2 to catch up."


def test_how_often_is_asked_in_other_words() -> None:
    """Who tells the day again and again is asked for the gap in other words each time."""
    chat = Talk(NOVEMBER)
    said = [chat.say("It was Thursday 5 November 2026.")]
    said += [chat.say("Thursday the 5th of November", "date") for _ in range(3)]
    assert len({lines[0] for lines in said}) > 2
    assert said[1][0].startswith("The last one was on Thursday 5 November 2026. How often do you have them?")
    assert said[2][0] == "Every how many weeks or months do you have them?"


def test_when_is_asked_in_other_words() -> None:
    """Who tells the gap again and again is asked for the day in other words each time."""
    chat = Talk(NOVEMBER)
    chat.say("my b12 is every 12 weeks")
    assert chat.say("every 12 weeks")[0].startswith("I have noted: every 12 weeks. When did you have the last one?")
    assert chat.say("every 12 weeks like I said") == ["On which day did you have the last one?"]


def test_a_plan_told_once_more_is_known() -> None:
    """The plan is not read back as if it were news."""
    chat = Talk(NOVEMBER)
    chat.say("every 9 weeks, last one 5 November 2026")
    assert "I had it like that already." in chat.say("every 9 weeks, last one 5 November 2026")


@pytest.mark.parametrize("text", ["Thursday 5 November 2026, every 9 weeks", "every 9 weeks. Thursday 5 November"])
def test_what_a_known_day_was_is_not_asked(text: str) -> None:
    """The day of the last one stays that, without a word for it."""
    chat = Talk(NOVEMBER)
    chat.say("every 9 weeks, last one 5 November 2026")
    assert chat.say(text)[0] == "Every 9 weeks. The last one was on Thursday 5 November 2026."


@pytest.mark.parametrize(
    "text", ["so next is 26 January or not?", "is it 26 January or 11 January?", "so do I go on the 26th or not"]
)
def test_a_question_is_no_date_of_the_clinic(text: str) -> None:
    """Which of two days the clinic counts from stays open until it is told."""
    chat = Talk(date(2026, 12, 29))
    chat.say("every 4 weeks, last was 16 november 2026")
    chat.say("yes")
    chat.say("clinic gave it to me this morning")
    lines = chat.say(text)
    assert lines[0] == "Clinics count in 2 ways."
    assert lines[-1] == "Which date did your clinic give you for the next one? Theirs is the one that counts."


@pytest.mark.parametrize(
    "text",
    [
        "must I wait for January or go now",
        "should I have it now or wait till next month?",
        "the one I lose, I must take now or I wait January?",
    ],
)
def test_now_or_later_is_for_the_clinic(text: str) -> None:
    """Of a late one neither day is chosen: call today."""
    chat = Talk(date(2026, 12, 29))
    chat.say("every 4 weeks, last was 16 november 2026")
    assert chat.say(text)[0] == (
        "I cannot say which day is right: your clinic can. Call them today and ask. Do not have 2 to catch up."
    )


@pytest.mark.parametrize(
    "text",
    [
        "can I take two in January?",
        "I missed one. Can I have 2 together next week?",
        "should i double up",
        "can she get two at once to make up for it?",
        "I forgot last month, shall I do both on the same day",
    ],
)
@pytest.mark.parametrize("known", [True, False])
def test_two_at_once_is_a_plain_no(text: str, known: bool) -> None:
    """Whatever is known of a plan, the first word is no."""
    chat = Talk(NOVEMBER)
    if known:
        chat.say("every 12 weeks, last one 5 November 2026")
    assert chat.say(text)[0].startswith("No. Do not have 2 at once, or 2 to catch up.")


@pytest.mark.parametrize("text", ["can i take 2 paracetamol after my jab?", "can I have two questions answered"])
def test_two_of_something_else(text: str) -> None:
    """What is asked of other things is not the plan's."""
    assert Talk(NOVEMBER).moves(text) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "The boiler packed in on the 2nd, then Mum's birthday. The nurse gave me my B12 on Thursday 5 November"
            " and I'm on every 10 weeks. When do I go back?",
            "Every 10 weeks. The last one was on Thursday 5 November 2026.",
        ),
        (
            "My b12 is every 9 weeks. Last one was 5 November. Which day is the next one?",
            "Every 9 weeks. The last one was on Thursday 5 November 2026.",
        ),
        (
            "had my b12 jab on 5 November, when's the next one due?",
            'I can work that out. How often do you have them? For example "every 12 weeks" or "once a month".',
        ),
        (
            "every 12 weeks, was due 26 November but given early on 20 November. do I go on the 26th or not",
            "You had this one early. By your plan it is due on Thursday 26 November 2026.",
        ),
    ],
)
def test_a_story_with_its_question(text: str, first: str) -> None:
    """The plan is read, and what is asked of its dates is answered by them."""
    chat = Talk(NOVEMBER)
    assert chat.moves(text)
    assert chat.say(text)[0] == first


@pytest.mark.parametrize(
    "text", ["no, i had 3 of 6 not 4", "every other day, 6 of them, had 3, last one monday 19 april"]
)
def test_how_many_were_had_is_put_right(text: str) -> None:
    """What is left follows from it, and not from what was told before."""
    chat = Talk(date(2027, 4, 20))
    chat.say("b12 every other day, 6 of them, had 4, last one yesterday")
    assert any("6 injections, 3 of them given" in line for line in chat.say(text))
