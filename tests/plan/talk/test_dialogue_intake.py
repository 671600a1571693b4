"""Plans taken in pieces: what is missing or ambiguous is asked for, and answers find their place."""

from __future__ import annotations

import pytest

from b12guide.plan import dialogue
from tests.plan.talk.dialogue_chat import ASK_ANCHOR, NEXT_12, WORDING, Chat

ASK_INTERVAL = 'How often do you have them? For example "every 12 weeks" or "once a month".'


def reads_again(question: str) -> list[str]:
    """What is asked once more, without the example that was given the first time."""
    return [f"Sorry, I could not read that. {question.split(' For example')[0]}"]


@pytest.mark.parametrize("pieces", [("every 12 weeks", "9 feb"), ("last one was 9 feb", "every 12 weeks")])
def test_pieces_come_in_any_order(pieces: tuple[str, str]) -> None:
    """The interval and the date may come in either order."""
    chat = Chat()
    chat.say(pieces[0])
    assert chat.last.kind == "ask"
    assert chat.last.plan is not None
    assert (chat.last.plan["status"], chat.dates) == ("ask", [])
    assert NEXT_12 in chat.say(pieces[1])


def test_a_question_about_dates_begins_the_plan() -> None:
    """ "When's my next jab" without a plan asks how often, then when."""
    chat = Chat()
    assert chat.say("when's my next jab", "next") == [f"I can work that out. {ASK_INTERVAL}"]
    assert chat.say("every 12 weeks") == [ASK_ANCHOR]
    assert dialogue.open_question(chat.kept, WORDING) == f"Now, your date: {ASK_ANCHOR}"


def test_what_is_no_answer_is_asked_again() -> None:
    """In the flow, what cannot be read is said; outside of it, it is left to others."""
    chat = Chat()
    chat.say("every 12 weeks")
    assert chat.say("yes") == reads_again(ASK_ANCHOR)
    assert chat.say("is a sore arm normal", None) == []
    assert chat.outcome is None
    assert NEXT_12 in chat.say("9 february", None)


def test_a_remark_with_a_date_is_no_answer() -> None:
    """Of a message that was understood as a question about a topic only a plain date is taken."""
    chat = Chat()
    chat.say("every 12 weeks")
    assert chat.say("i felt tired on 9 february and wonder why", None) == []


def test_an_ambiguous_word_keeps_the_rest_of_the_plan() -> None:
    """The answer takes the word's place in the message, so that the parts after it are not lost."""
    chat = Chat()
    assert chat.say("biweekly for 4 weeks then monthly, first one 2 march") == [
        'I can work that out. "biweekly" can be read in two ways. Which is it?'
    ]
    assert chat.last.buttons == ("every 2 weeks", "twice a week")
    said = chat.say("twice a week")
    assert said[1].startswith("• Loading: twice a week for 4 weeks. That is 8 injections: Monday 2, Thursday 5")
    assert said[2].startswith("• Then every month, counted from the last loading injection: Sunday 26 April")


def test_two_ambiguities_are_asked_one_after_the_other() -> None:
    """First the word, then the date; both readings of each are buttons."""
    chat = Chat()
    chat.say("biweekly shots, last was 03/04/2026")
    assert chat.say("every 2 weeks") == [
        '"03/04/2026" can be read in two ways. Is it Friday 3 April 2026 or Wednesday 4 March 2026?'
    ]
    assert chat.last.buttons == ("Friday 3 April 2026", "Wednesday 4 March 2026")
    assert "The next one is on Wednesday 18 March 2026." in chat.say("Wednesday 4 March 2026")


def test_another_interval_answers_an_ambiguous_word() -> None:
    """An answer in words of one's own, here for a plan whose word is gone from what was said."""
    chat = Chat()
    chat.say("biweekly, last one 2 march 2026")
    assert "Every 3 weeks. The last one was on Monday 2 March 2026." in chat.say("every 3 weeks")


def test_an_answer_that_is_ambiguous_again_is_asked_about() -> None:
    """The next question is about the answer."""
    chat = Chat()
    chat.say("biweekly, last one 2 march 2026")
    assert chat.say("bimonthly") == ['"bimonthly" can be read in two ways. Which is it?']


def test_a_missing_unit_is_filled_in() -> None:
    """ "Every 4" and then "weeks" is every 4 weeks."""
    chat = Chat()
    assert chat.say("every 4, last 3 march") == [
        'I can work that out. "every 4" has no unit. Is it days, weeks or months?'
    ]
    assert "The next one is on Tuesday 31 March 2026." in chat.say("weeks", None)


def test_two_intervals_for_one_part() -> None:
    """Which of two intervals goes on is chosen; the loading before it stays."""
    chat = Chat()
    assert chat.say("loading daily for 5 then weekly, monthly after. last loading one was 4 march") == [
        "I can work that out. I read two intervals: every week, and every month. Which one is yours?"
    ]
    assert chat.say("every month")[1:3] == [
        "• Loading is over. Its last injection: Wednesday 4 March 2026.",
        "• Every month, counted from the last loading injection: Saturday 4 April and Monday 4 May 2026, and so on.",
    ]


def test_yes_to_a_question_of_two_intervals_is_no_answer() -> None:
    """A yes chooses nothing."""
    chat = Chat()
    chat.say("biweekly")
    assert chat.say("yes") == reads_again('"biweekly" can be read in two ways. Which is it?')
    assert chat.last.buttons == ("every 2 weeks", "twice a week")


def test_shorthand_is_confirmed_by_yes() -> None:
    """ "3/12" may be a date; a yes makes it every 3 months."""
    chat = Chat()
    assert chat.say("3/12") == [
        'I can work that out. "3/12" may be an interval or a date. Is it an injection every 3 months?'
    ]
    assert chat.say("yes") == [ASK_ANCHOR]
    assert "The next one is on Saturday 9 May 2026." in chat.say("9 february")


def test_no_to_shorthand_asks_how_often() -> None:
    """After a no nothing is left of it."""
    chat = Chat()
    chat.say("3/12")
    assert chat.say("no") == [ASK_INTERVAL]
    assert chat.say("every 8 weeks") == [ASK_ANCHOR]


def test_which_part_the_last_one_belonged_to() -> None:
    """A plan of parts with a last date asks, with the parts as buttons."""
    chat = Chat()
    assert chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026") == [
        "I can work that out. Which part of the plan did the injection on Tuesday 3 March 2026 belong to?"
    ]
    assert chat.last.buttons == ("every other day for 2 weeks", "every 3 months")


@pytest.mark.parametrize("answer", ["every 3 months", "maintenance", "Every 3 Months", "3 monthly"])
def test_the_part_is_told_by_its_words_name_or_interval(answer: str) -> None:
    """However it is named, dates go on from that part."""
    chat = Chat()
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    assert chat.say(answer)[1] == "• Last injection: Tuesday 3 March 2026."
    assert chat.dates[:2] == ["2026-06-03", "2026-09-03"]


@pytest.mark.parametrize(
    "answer", ["that was the last loading one", "I have finished loading", "the final loading jab"]
)
def test_the_last_of_loading_answers_it_too(answer: str) -> None:
    """ "That was the last loading one": the next part counts on from it."""
    chat = Chat()
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    assert chat.say(answer, None)[1] == "• Loading is over. Its last injection: Tuesday 3 March 2026."
    assert chat.dates[:2] == ["2026-06-03", "2026-09-03"]


def test_a_part_that_does_not_exist_is_asked_again() -> None:
    """An interval that is no part of the plan is another plan; other words are not read."""
    chat = Chat()
    question = "Which part of the plan did the injection on Tuesday 3 March 2026 belong to?"
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    assert chat.say("the blue one", "state") == reads_again(question)
    chat.say("every 5 weeks")
    assert chat.dates[0] == "2026-04-07"


@pytest.mark.parametrize(("answer", "dates"), [("4", 3), ("four", 3), ("the 7th", 0), ("all of them", 0)])
def test_how_many_were_given(answer: str, dates: int) -> None:
    """The number given decides how many of loading are left; after all of them the next part begins."""
    chat = Chat()
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    assert chat.say("loading") == [
        'How many of the 7 injections "every other day for 2 weeks" have you had, with the one on Tuesday 3 March 2026?'
    ]
    chat.say(answer, None)
    assert chat.last.plan is not None
    assert [dose["phase"] for dose in chat.last.plan["next"]].count("loading") == dates


@pytest.mark.parametrize("answer", ["0", "8", "some", "1.5"])
def test_a_number_that_cannot_be_is_asked_again(answer: str) -> None:
    """There were 7 at most, and 1 at least."""
    chat = Chat()
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    chat.say("loading")
    assert chat.say(answer, "state")[0].startswith("Sorry, I could not read that.")


@pytest.mark.parametrize("answer", ["tuesday, yes, the 3rd of march", "3 march", "march 3", "3/3", "that was the 3rd"])
def test_the_date_of_the_last_one_is_no_number(answer: str) -> None:
    """Who says once more when the last one was has not said that so many were had."""
    chat = Chat()
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    chat.say("loading")
    assert "have you had" in chat.say(answer)[-1]


@pytest.mark.parametrize("answer", ["6", "6 injections", "for 6 weeks"])
def test_how_long_a_part_is(answer: str) -> None:
    """A part without an end before another one: its number or its length is asked for."""
    chat = Chat()
    assert chat.say("weekly then monthly, first one 9 march") == [
        'I can work that out. How many injections are there "every week" before the next part, or for how long?'
    ]
    said = chat.say(answer, None)
    assert "Monday 9, Monday 16, Monday 23, Monday 30 March, Monday 6 and Monday 13 April 2026" in said[1]


def test_a_length_that_is_none_is_asked_again() -> None:
    """Words that do not end the part leave the question open."""
    chat = Chat()
    chat.say("weekly then monthly, first one 9 march")
    assert chat.say("a while", "state")[0].startswith("Sorry, I could not read that. How many injections")


@pytest.mark.parametrize(
    ("text", "answer", "line"),
    [
        ("every 2 days for 2-3 weeks then every 12 weeks first 4 march", "3 weeks", "every other day for 3 weeks."),
        ("weekly for 4 to 6 injections then monthly, first 2 march", "6", "every week for 6 injections:"),
        ("weekly for 4 to 6 injections then monthly, first 2 march", "4", "every week for 4 injections:"),
    ],
)
def test_a_range_of_lengths_is_chosen_from(text: str, answer: str, line: str) -> None:
    """ "2-3 weeks" asks which, and the answer is the length of that part."""
    chat = Chat()
    chat.say(text)
    assert chat.last.kind == "ask"
    assert chat.say("5", "state")[0].startswith("Sorry, I could not read that.")
    assert line in chat.say(answer, None)[1]


def test_days_of_the_week_are_asked_for_after_a_last_dose() -> None:
    """Twice a week from a last dose: on which days, and as many as there are injections a week."""
    chat = Chat()
    chat.say("twice a week for 4 weeks then monthly, last one monday 2 march")
    chat.say("twice a week for 4 weeks")
    assert chat.last.bubbles[0].startswith("On which days of the week are the injections")
    assert chat.say("monday")[0].startswith("Sorry, I could not read that. On which days")
    assert chat.say("monday and thursday")[0].startswith("How many of the 8 injections")
    assert chat.say("3", None)[2].startswith("• Loading: twice a week on Mondays and Thursdays for 4 weeks.")


def test_other_days_are_put_in() -> None:
    """The button asks which days; the answer keeps the rest of the plan."""
    chat = Chat()
    chat.say("3 times a week for 2 weeks then every 3 months. first one was 2 march")
    assert chat.say("Other days", None) == ['On which days of the week are they? For example "Tuesday and Friday".']
    assert chat.say("Tuesday and Friday")[0].startswith("Sorry, I could not read that.")
    said = chat.say("Monday, Thursday and Saturday")
    assert "Monday 2, Thursday 5, Saturday 7, Monday 9, Thursday 12 and Saturday 14 March 2026" in said[1]


def test_a_word_that_is_not_kept_is_asked_for_with_the_whole_plan() -> None:
    """Of a message too long to keep, the answer is taken for the plan, and read back."""
    chat = Chat()
    chat.say("hello there, " * 90 + "biweekly, last one 2 march 2026")
    assert chat.last.buttons == ("every 2 weeks", "twice a week")
    assert "The next one is on Monday 16 March 2026." in chat.say("every 2 weeks")
