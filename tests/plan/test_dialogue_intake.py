"""Plans taken in pieces: what is missing or ambiguous is asked for, and answers and corrections find their place."""

from __future__ import annotations

import pytest

from b12guide.plan import dialogue
from tests.plan.dialogue_chat import CONFIRM, Chat, confirmed

ASK_INTERVAL = 'How often do you have them? For example "every 12 weeks" or "once a month".'
ASK_ANCHOR = 'When did you have the last one? For example "5 January". If you have not started, tell me the first date.'
NEXT_12 = "The next one is on Monday 4 May 2026."


def reads_again(question: str) -> list[str]:
    return [f"Sorry, I could not read that. {question}"]


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
    assert dialogue.open_question(chat.kept, _wording()) == f"Now, your date: {ASK_ANCHOR}"


def _wording() -> dialogue.Wording:
    from tests.plan.dialogue_chat import WORDING

    return WORDING


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
        ("every 2 days for 2-3 weeks then every 12 weeks first 2 march", "3 weeks", "every other day for 3 weeks."),
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


def test_a_date_that_does_not_fit_the_days_asks_for_the_next_one() -> None:
    """A plan for first Mondays is not counted from a Tuesday; the answer is a date to come."""
    chat = Chat()
    assert chat.say("first monday of the month, last was 3 march 2026") == [
        'I can work that out. Tuesday 3 March 2026 does not fit "every month on the first Monday". '
        "Which date is the next one?"
    ]
    assert "The next one is on Monday 6 April 2026." in chat.say("6 april")


def test_an_impossible_date_is_asked_for_again() -> None:
    """31/02 is no date, in the plan or as an answer."""
    chat = Chat()
    question = 'I could not place the date "31/02". Which day, month and year was it?'
    assert chat.say("every 12 weeks, last one 31/02") == [f"I can work that out. {question}"]
    assert chat.say("31/02") == [question]
    assert NEXT_12 in chat.say("9 february")


def test_a_last_date_in_the_future_is_asked_about() -> None:
    """Planned, or a slip: a planned one is the first of the dates to come."""
    chat = Chat()
    assert chat.say("every 12 weeks, last one 3 april 2026") == [
        "I can work that out. Friday 3 April 2026 is still to come. Is that one planned?"
    ]
    assert chat.last.buttons == ("It is planned", "The date is wrong")
    assert chat.dates == []
    assert "The next one is on Friday 3 April 2026." in chat.say("It is planned", None)


@pytest.mark.parametrize(("answer", "request_"), [("no", "deny"), ("The date is wrong", None)])
def test_a_wrong_date_is_asked_for_anew(answer: str, request_: str | None) -> None:
    """After a no the date is gone."""
    chat = Chat()
    chat.say("every 12 weeks, last one 3 april 2026")
    assert chat.say(answer, request_) == [ASK_ANCHOR]
    assert "Every 12 weeks. The last one was on Saturday 3 January 2026." in chat.say("3 january")


def test_another_date_answers_it() -> None:
    """A past date in place of yes or no."""
    chat = Chat()
    chat.say("every 12 weeks, last one 3 april 2026")
    assert NEXT_12 in chat.say("9 february", None)


def test_a_planned_date_of_a_plan_of_parts_does_not_tell_where_it_stands() -> None:
    """So the last one given is asked for."""
    chat = Chat()
    chat.say("weekly for 4 weeks then monthly, last one 3 april 2026")
    assert chat.say("yes") == [ASK_ANCHOR]


def test_a_date_to_come_is_the_first_one_where_nothing_is_given_yet() -> None:
    """ "If you have not started, tell me the first date" invites it."""
    chat = Chat()
    chat.say("weekly for 4 weeks then monthly")
    assert "Monday 9, Monday 16, Monday 23 and Monday 30 March 2026" in chat.say("9 march 2026")[1]


@pytest.mark.parametrize("text", ["my next one is on 27 may", "next one is 27 may"])
def test_the_date_of_the_next_one_is_counted_from(text: str) -> None:
    """Before and after a plan is known."""
    before, after = Chat(), confirmed("every 12 weeks, last one 9 february 2026")
    before.say(text, "state")
    assert "The next one is on Wednesday 27 May 2026." in before.say("every 12 weeks")
    assert "The next one is on Wednesday 27 May 2026." in after.say(text, "next")
    assert after.say("is it due on 27 may?", "due") == [
        "No, not this week. The next one is on Wednesday 27 May 2026.", CONFIRM,
    ]  # fmt: skip


def test_the_next_date_of_a_part_counts_what_is_left_of_it() -> None:
    """Doses before today are history, so 26 of the 30 are left."""
    chat = confirmed("daily for 30 days then monthly, first one 1 march 2026")
    assert chat.say("my next one is on 20 march", "next")[1] == (
        "• Loading: every day for 26 injections: Friday 20 and Saturday 21 March 2026, and so on, "
        "to Tuesday 14 April 2026."
    )


def test_the_next_date_before_anything_was_given_moves_the_whole_plan() -> None:
    """Nothing lies behind, so nothing is left out."""
    chat = confirmed("daily for 7 days then monthly, first one 9 march 2026")
    assert "That is 7 injections: Tuesday 10" in chat.say("my next one is on 10 march", "next")[1]


def test_the_next_date_after_the_last_of_a_part_begins_the_next_part() -> None:
    """With all 7 given, the next one is the first of the part that goes on."""
    chat = Chat()
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    chat.tell("loading", "7")
    assert chat.say("my next one is on 9 june", "next") == [
        "Every 3 months.",
        "The next one is on Tuesday 9 June 2026.",
        "After that: Wednesday 9 September and Wednesday 9 December 2026.",
        "3 months means the same day of the month, not 12 weeks.",
        CONFIRM,
    ]


# Corrections -----------------------------------------------------------------------------------------------------


def test_no_asks_what_is_different() -> None:
    """A no to a plan read back, and the button, ask for the change."""
    question = (
        'What is different? Tell me how often you have them, or the date. For example "every 12 weeks" or '
        '"it was the 4th".'
    )
    for answer, request in (("no", "deny"), ("Change something", None)):
        chat = Chat()
        chat.say("every 8 weeks, last one 9 february 2026")
        assert chat.say(answer, request) == [question]
        assert chat.last.kind == "ask"
        assert NEXT_12 in chat.say("every 12 weeks")


def test_corrections_come_in_words() -> None:
    """ "No, every 12 weeks" and "it was the 4th" put right what they name and nothing else."""
    chat = Chat()
    chat.say("1mg every 8 weeks, last one 9 february 2026")
    assert chat.say("no, every 12 weeks", "deny")[0] == (
        "1mg (1,000 micrograms), every 12 weeks. The last one was on Monday 9 February 2026."
    )
    assert chat.say("it was the 4th", "correct")[0].endswith("The last one was on Wednesday 4 February 2026.")
    assert chat.say("no, 11 february", "deny")[0].endswith("The last one was on Wednesday 11 February 2026.")


def test_a_day_that_the_month_does_not_have_is_read_as_it_stands() -> None:
    """ "The 31st" against a date in February is the last 31st there was."""
    chat = Chat()
    chat.say("every 8 weeks, last one 9 february 2026")
    assert chat.say("it was the 31st", "correct")[0].endswith("The last one was on Saturday 31 January 2026.")


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("every 8 weeks", ("3 times a week for 2 weeks", "every 8 weeks")),
        ("it is 3 times a week for 1 week", ("3 times a week for 1 week", "every 3 months")),
        ("loading is every other day", ("every other day for 2 weeks", "every 3 months")),
    ],
)
def test_a_correction_finds_its_part(words: str, lines: tuple[str, str]) -> None:
    """What has an end is the part with an end, loading is loading, and the rest is the part that goes on."""
    chat = Chat()
    chat.say("3 times a week for 2 weeks then every 3 months. first one 9 march")
    said = chat.say(words)
    assert said[1].startswith(f"• Loading: {lines[0]}.")
    assert said[2].startswith(f"• Then {lines[1]}, counted from the last loading injection:")


def test_a_part_with_an_end_that_fits_two_is_a_plan_of_its_own() -> None:
    """Nothing tells which of the two parts with an end is meant, and the whole plan is read back anyway."""
    chat = Chat()
    chat.say("daily for 1 week then weekly for 4 weeks then monthly, first one 9 march")
    assert chat.say("every other day for 2 weeks")[1].startswith("• Loading: every other day for 2 weeks.")
    assert len(chat.dates) == 4
    assert chat.last.plan is not None
    assert len(chat.last.plan["phases"]) == 1


def test_which_end_the_date_is_of_can_be_corrected() -> None:
    """The first one instead of the last one, and the other way round."""
    chat = Chat()
    chat.say("every 12 weeks, last one 9 february 2026")
    first = chat.say("no the first one was on 4 february", "correct")
    assert first[0] == "Every 12 weeks. The first one was on Wednesday 4 February 2026."
    last = chat.say("the last one was on 9 february", "correct")
    assert last[0] == "Every 12 weeks. The last one was on Monday 9 February 2026."


def test_another_plan_asks_for_its_place_anew() -> None:
    """Two plans after each other: of the first only the last date is kept."""
    chat = Chat()
    chat.say("every other day for 2 weeks then every 3 months, last one was 3 march 2026")
    chat.tell("loading", "4", "yes")
    assert chat.say("weekly for 4 weeks then monthly") == [
        "I can work that out. Which part of the plan did the injection on Tuesday 3 March 2026 belong to?"
    ]
    assert chat.say("every 6 weeks, first one 2 march")[:2] == [
        "Every 6 weeks. The first one was on Monday 2 March 2026.",
        "The next one is on Monday 13 April 2026.",
    ]


def test_two_dates_with_one_plan_are_asked_about() -> None:
    """A new plan with dates that differ forgets the date of the one before until it is settled."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    chat.say("every 4 weeks, last one 03/02/2026")
    assert chat.last.kind == "ask"
    assert chat.last.buttons == ("Tuesday 3 February 2026", "Monday 2 March 2026")
    chat.say("Monday 2 March 2026")
    assert chat.dates[0] == "2026-03-30"


def test_the_end_of_loading_of_an_open_part() -> None:
    """ "That was the last loading one" means the latest planned dose, a date in it that date."""
    for text, day in (("that was the last loading one", "Wednesday 4"), ("last loading one was 3 march", "Tuesday 3")):
        chat = confirmed("alternate days until no further improvement then every 2 months. first was 2 march")
        assert chat.say(text, "given")[1] == f"• Loading is over. Its last injection: {day} March 2026."


def test_the_end_of_loading_before_it_began_is_no_answer() -> None:
    """Where no dose lies behind, or no date is known, there is no last one."""
    early = confirmed("daily for 7 days then monthly, first one 9 march 2026")
    assert early.say("that was the last loading one", "correct")[1].startswith(
        "• Loading: every day for 7 days. That is 7 injections: Monday 9"
    )
    dateless = Chat()
    dateless.say("weekly then monthly")
    assert dateless.say("that was the last loading one", "correct")[0].startswith("Sorry, I could not read that.")
    unsettled = Chat()
    unsettled.say("weekly then monthly, first one 2 march")
    assert unsettled.say("that was the last loading one", "correct")[0].startswith("Sorry, I could not read that.")


def test_parts_without_names_end_too() -> None:
    """Where no part is called loading, it is the one before the last."""
    chat = Chat()
    chat.say("every 2 months for 4 injections then every 3 months, last one was 3 march 2026")
    chat.say("that was the last of the loading", None)
    assert chat.dates[0] == "2026-06-03"


def test_a_dated_end_of_loading_is_an_end_and_a_date() -> None:
    """It needs no other date."""
    chat = Chat()
    chat.say("weekly for 4 weeks then monthly")
    assert chat.say("my last loading one was on 2 march")[1] == (
        "• Loading is over. Its last injection: Monday 2 March 2026."
    )


def test_the_next_date_of_a_plan_whose_first_date_does_not_fit() -> None:
    """Nothing was counted yet, so nothing lies behind."""
    chat = Chat()
    chat.say("every monday for 4 weeks then monthly, first one tuesday 3 march 2026")
    assert chat.last.kind == "ask"
    assert "That is 4 injections: Monday 9, Monday 16, Monday 23 and Monday 30 March 2026" in chat.say("9 march")[1]


def test_a_word_that_is_not_kept_is_asked_for_with_the_whole_plan() -> None:
    """Of a message too long to keep, the answer is taken for the plan, and read back."""
    chat = Chat()
    chat.say("hello there, " * 90 + "biweekly, last one 2 march 2026")
    assert chat.last.buttons == ("every 2 weeks", "twice a week")
    assert "The next one is on Monday 16 March 2026." in chat.say("every 2 weeks")


def test_a_button_that_was_not_shown_is_no_answer() -> None:
    """ "Other days" needs a part with several injections a week, "Change something" a plan."""
    chat = Chat()
    assert chat.say("Change something", None) == []
    chat.say("every 8 weeks, last one 9 february 2026")
    assert chat.say("Other days", None) == []
    chat.say("Change something", None)
    assert chat.last.bubbles[0].startswith("What is different?")


@pytest.mark.parametrize(
    "text", ["my gp has moved it to 27 may", "the surgery can only do 27 may", "they booked me 27 may"]
)
def test_the_clinic_moves_the_next_one(text: str) -> None:
    """However it is told, dates count from the clinic's date."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    assert "The next one is on Wednesday 27 May 2026." in chat.say(text, "given")


def test_a_no_before_the_correction_is_no_word_of_it() -> None:
    """With or without a comma."""
    chat = Chat()
    chat.say("every 8 weeks, last one 9 february 2026")
    assert NEXT_12 in chat.say("no its every 12 weeks", "regimen")


def test_an_injection_put_right_is_no_injection_given() -> None:
    """ "Actually I had it on the 7th" is about the one that was told of."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    assert chat.say("actually i had it on the 7th", "given")[0] == (
        "Every 12 weeks. The last one was on Saturday 7 February 2026."
    )


def test_a_question_after_the_date_does_not_change_what_it_is_the_date_of() -> None:
    """ "I had it on 2 Feb, when am I next due" dates the last one."""
    chat = Chat()
    assert chat.say("i get it every 10 weeks and i had it on 2 feb, when am i next due")[:2] == [
        "Every 10 weeks. The last one was on Monday 2 February 2026.",
        "The next one is on Monday 13 April 2026.",
    ]
