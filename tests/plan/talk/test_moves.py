"""What a message does to a plan in the state it is in, by its words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b12guide.plan import dialogue
from tests.plan.talk.dialogue_chat import CONFIRM
from tests.plan.talk.moves_chat import TODAY, Talk, asked_how_often, saved, shown, talk

YES = [
    "yes", "yep", "aye", "y", "yeah", "correct", "that is correct", "that's it", "that's right", "it is", "spot on",
    "bang on", "perfect", "grand", "good", "right", "ok", "looks good", "sounds right", "yes that's what they said",
    "all correct", "exactly", "you got it right", "👍", "✅",
]  # fmt: skip
BEFORE = ["", "ah ", "oh ", "well ", "ok "]
AFTER = ["", " ta", " thanks", " thank you", ", cheers", " thanks very much", " x", "!"]
SOFT = ["i think so", "probably", "should be", "as far as i know", "pretty sure", "i believe so"]
NO = ["no", "nope", "nah", "that's wrong", "not right", "no that isn't right", "wrong", "👎"]
UNSURE = ["no idea", "not sure", "i don't know", "can't remember", "dunno", "i'd have to check", "let me look it up"]
FILES = {
    "print": ["can you print it", "i want a printout", "on paper please", "one for the fridge"],
    "calendar": ["put it on my phone", "add it to my calendar please", "save the dates to my iphone", "in my diary"],
    "picture": ["can i have a picture of it"],
    "remind": ["remind me the day before", "set an alarm for me"],
    "cannot": ["text me the day before", "could you email it to me", "will you ring me"],
}
NEXT = ["next?", "when is it", "so when am i due", "when do i go", "next one please", "tell me the next one again",
        "what's the date of my next jab", "when's my next shot", "what day is the next one"]  # fmt: skip
QUESTIONS = [
    "is a sore arm normal", "what is b12 for", "can i drink wine after it", "when will i feel better",
    "how many injections do people need", "what are the side effects", "why do i need them",
    "can i take tablets instead",
    "should i have it every month", "can i have it more often", "does it hurt", "what happens if i stop", "who are you",
]  # fmt: skip
CLOSED = (
    "Monday 4 May 2026 is at a weekend or on a public holiday: your clinic may be closed. "
    "Ask if they want it before or after."
)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(BEFORE), st.sampled_from(YES), st.sampled_from(AFTER))
def test_any_yes_keeps_the_plan(before: str, yes: str, after: str) -> None:
    """However it is said and with what politeness, a yes keeps the plan, and nothing is asked again."""
    chat = shown()
    lines = chat.say(f"{before}{yes}{after}")
    assert lines == ["Your next injection is on Monday 4 May 2026."]
    assert chat.last.key is not None


@pytest.mark.parametrize("yes", SOFT)
def test_a_yes_that_is_not_sure_is_kept_and_to_be_checked(yes: str) -> None:
    """The plan is kept, with the clinic as the one who knows."""
    chat = shown()
    assert chat.say(yes)[0] == "I have kept it as you told me. Please check it with your clinic before you rely on it."
    assert chat.last.key is not None


@pytest.mark.parametrize("no", NO)
def test_any_no_asks_what_is_different(no: str) -> None:
    """A no alone leaves the plan in doubt, and asks."""
    chat = shown()
    assert chat.say(no)[0].startswith("What is different?")
    assert chat.last.key is None


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(YES[:6]), st.sampled_from([(name, words) for name, all_ in FILES.items() for words in all_]))
def test_a_yes_with_a_wish_does_both(yes: str, wish: tuple[str, str]) -> None:
    """ "Yes thanks, can you print it": the plan is kept, and the files are there."""
    chat = shown()
    name, words = wish
    assert chat.moves(f"{yes} thanks, {words}") == [("yes", "", ""), ("request", name, "")]
    chat.say(f"{yes} thanks, {words}")
    assert chat.last.key is not None
    assert {link["url"] for link in chat.last.links} >= {"plan.ics", "print"}
    assert CONFIRM not in chat.last.bubbles[-1]


def test_what_it_cannot_do_it_says() -> None:
    """No text, call or mail: one sentence, and the calendar."""
    chat = saved()
    assert chat.say("could you text me the day before") == [
        "I cannot send texts or emails, or call you. Your own calendar can remind you."
    ]
    assert chat.last.links


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(NEXT), st.sampled_from(["", "ok ", "so "]), st.sampled_from(["", " please", " thanks"]))
def test_the_next_date_in_any_wording(words: str, before: str, after: str) -> None:
    """Of a plan that is kept, it is said at once and never asked again whether it is right."""
    assert saved().say(f"{before}{words}{after}") == ["Your next injection is on Monday 4 May 2026."]


@pytest.mark.parametrize("words", QUESTIONS)
def test_a_question_about_something_else_is_none_about_the_plan(words: str) -> None:
    """Neither while a plan waits for its yes nor afterwards, nor while something is asked."""
    assert [chat.moves(words) for chat in (shown(), saved(), asked_how_often())] == [[], [], []]


@pytest.mark.parametrize("words", [*YES, *NO, *UNSURE, "8", "weeks", "last", "first", "the second one"])
def test_short_words_mean_nothing_where_nothing_is_open(words: str) -> None:
    """They are answers, and there is no question."""
    assert Talk(TODAY).moves(words) == []
    assert [kind for kind, _, _ in saved().moves(words) if kind != "request"] == []


@pytest.mark.parametrize("unsure", UNSURE)
def test_not_knowing_is_an_answer_with_a_way_round(unsure: str) -> None:
    """Where it can be looked up is said, the question stays open, and its answer is taken later."""
    chat = asked_how_often()
    assert chat.say(unsure) == [
        "That is fine. Your card, letter or clinic will say how often you have them. Tell me when you know."
    ]
    assert chat.say("ok the card says 12 weeks")[0].startswith("When did you have the last one?")


@pytest.mark.parametrize(
    ("first", "second", "interval"),
    [("8", "weeks", "every 8 weeks"), ("about 3", "months", "every 3 months"), ("months", "2", "every 2 months")],
)
def test_a_number_and_its_unit_may_come_apart(first: str, second: str, interval: str) -> None:
    """The missing half is asked for, and the two make the whole."""
    chat = asked_how_often()
    chat.say(first)
    assert chat.last.kind == "ask"
    chat.say(second)
    assert chat.say("2 march 2026")[0].lower().startswith(interval)


@pytest.mark.parametrize(
    "words", ["12 weeks", "found it, 12 weeks", "the nurse said 12 weeks", "it's 12 weekly i think"]
)
def test_a_bare_interval_is_an_answer(words: str) -> None:
    """With where it was found, and without "every"."""
    chat = asked_how_often()
    chat.say(words)
    assert chat.say("9 february 2026")[0].startswith("Every 12 weeks.")


@pytest.mark.parametrize(
    "words",
    ["i get mine every 8 weeks at the surgery", "mum has hers every 8 weeks", "the nurse does my jabs every 8 weeks"],
)
def test_a_first_statement_of_ones_own_schedule_is_taken(words: str) -> None:
    """What was said is kept, and only what is missing is asked."""
    chat = talk(words)
    assert chat.last.kind == "ask"
    assert chat.say("2 march 2026")[0].startswith("Every 8 weeks.")


@pytest.mark.parametrize(
    "words",
    ["my friend has hers every month", "i used to have them every 3 months", "is it usual to have mine every 8 weeks",
     "people get them every 12 weeks", "i wish mine were every 8 weeks", "my son has his every month"],
)  # fmt: skip
def test_said_of_others_or_of_the_past_is_no_plan(words: str) -> None:
    """Neither the schedule of others, nor a former one, nor a wish."""
    assert Talk(TODAY).moves(words) == []


AMBIGUOUS = "every 6 weeks, had it 02/03/2026"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("the second of those", "Tuesday 3 February 2026"), ("the first", "Monday 2 March 2026"),
        ("the february one", "Tuesday 3 February 2026"), ("march", "Monday 2 March 2026"),
        ("the earlier one", "Tuesday 3 February 2026"), ("the later one please", "Monday 2 March 2026"),
        ("it was 2 march", "Monday 2 March 2026"), ("the latter", "Tuesday 3 February 2026"),
    ],
)  # fmt: skip
def test_which_of_two_dates(words: str, day: str) -> None:
    """By place, by a word of one of them, or by which comes first in time."""
    assert f"The last one was on {day}." in " ".join(talk(AMBIGUOUS).say(words))


def test_the_other_one_after_all() -> None:
    """Of two dates that were offered, the one that was not taken."""
    chat = talk(AMBIGUOUS, "the second of those")
    assert "The last one was on Monday 2 March 2026." in " ".join(chat.say("no sorry, the other one"))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("no, the 10th not the 9th", "The last one was on Tuesday 10 February 2026."),
        ("not the 9th, the 10th", "The last one was on Tuesday 10 February 2026."),
        ("sorry, 2 february", "The last one was on Monday 2 February 2026."),
        ("oops i meant the 10th", "The last one was on Tuesday 10 February 2026."),
        ("months, sorry, not weeks", "Every 12 months."),
        ("it's actually 10 weeks", "Every 10 weeks."),
        ("no it's 8 weeks not 12", "Every 8 weeks."),
        ("10 weeks i mean", "Every 10 weeks."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("state", [shown, saved])
def test_one_thing_put_right(state: object, words: str, line: str) -> None:
    """The rest of the plan stays, and what is denied is never taken."""
    chat = state()  # type: ignore[operator]
    lines = " ".join(chat.say(words))
    assert line in lines
    assert CONFIRM in lines


def test_a_date_denied_without_another_is_not_taken() -> None:
    """ "Not the 9th" says which day it was not."""
    assert shown().moves("no not the 9th") == [("no", "", "")]


def test_back_to_what_it_was() -> None:
    """The last change is taken back."""
    chat = shown()
    chat.say("sorry, 2 february")
    assert "The last one was on Monday 9 February 2026." in " ".join(chat.say("no, you had it right the first time"))


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("and the one after?", ["The one after that is on Monday 27 July 2026."]),
        ("which date comes after that", ["The one after that is on Monday 27 July 2026."]),
        ("what are the two after", ["After that: Monday 27 July and Monday 19 October 2026."]),
        ("all my dates for 2026",
         ["3 injections: Monday 4 May, Monday 27 July and Monday 19 October 2026.", CLOSED]),
        ("just the ones in july", ["1 injection: Monday 27 July 2026."]),
        ("which dates are there up to christmas",
         ["3 injections: Monday 4 May, Monday 27 July and Monday 19 October 2026.", CLOSED]),
        ("give me the dates in june",
         ["No injection falls between Monday 1 June 2026 and Tuesday 30 June 2026."]),
        ("when was my last one", ["The last one was on Monday 9 February 2026."]),
        ("which day did i have it", ["The last one was on Monday 9 February 2026."]),
        ("is it the 4th?", ["Yes. It is on Monday 4 May 2026."]),
        ("is it the 5th of may?", ["No. It is on Monday 4 May 2026."]),
        ("is that a monday", ["Yes. Monday 4 May 2026 is a Monday."]),
        ("is that a saturday?", ["No, not a Saturday. It is on Monday 4 May 2026."]),
        ("can i move it to the friday", ["By your plan it is on Monday 4 May 2026.",
         "Only your clinic can move it. Ask them. If they agree, tell me the new date and I will keep it."]),
        ("is it due this week", ["No, not this week. The next one is on Monday 4 May 2026."]),
        ("who do i call",
         ["Your clinic. Call the place that gives you the injections, or the one that wrote your plan."]),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_plan(words: str, lines: list[str]) -> None:
    """In ordinary wording, answered at once."""
    assert saved().say(words) == lines


def test_how_many_is_that() -> None:
    """The number of the list just shown."""
    chat = saved()
    chat.say("my dates for 2026")
    assert chat.say("how many is that") == ["That is 3 in all."]


LOADING = "3 times a week on monday wednesday friday for 2 weeks then every 2 months, first one 2 march 2026"


def test_what_is_left_and_what_comes_after_it() -> None:
    """A number said is told right or not, with the dates; "after those" is the next part."""
    chat = talk(LOADING, "yes", "yes")
    assert chat.say("so just 4 to go?") == [
        "Yes, that is right.",
        "4 of the 6 are left. The next is Friday 6 March 2026.",
        "They are on Friday 6, Monday 9, Wednesday 11 and Friday 13 March 2026.",
    ]
    assert chat.say("and after those?") == ["The one after that is on Wednesday 13 May 2026."]
    assert chat.say("when is the last of them") == ["The last one of that part is on Friday 13 March 2026."]


def test_which_part_with_its_days_and_place() -> None:
    """What is told beside the part is taken with it."""
    chat = talk("3 times a week for 2 weeks then every 2 months, last one was 4 march 2026")
    lines = chat.say("the first bit. mondays wednesdays and fridays, that was my second")
    assert (
        "6 injections, 2 of them given. To come: Friday 6, Monday 9, Wednesday 11 and Friday 13 March 2026." in lines[2]
    )


def test_how_many_and_which_one_put_right() -> None:
    """ "Only 5 of them", "that was the second one"."""
    assert "5 injections" in " ".join(talk("weekly for 6 weeks, first one 2 march 2026").say("no, only 5 of them"))
    chat = talk("weekly for 6 weeks, first one 2 march 2026")
    assert "6 injections, 2 of them given" in " ".join(chat.say("sorry that was the second one"))


@pytest.mark.parametrize(
    "words", ["they've moved me to 6 may", "it's booked for wednesday 6 may now", "clinic can only do 6 may"]
)
def test_a_date_that_the_clinic_booked_is_kept(words: str) -> None:
    """It wins; both ways to count on are said; the last dose stays the last dose."""
    chat = saved()
    assert chat.say(words) == [
        "I have noted what your clinic booked: Wednesday 6 May 2026.",
        "The one after that is on Wednesday 29 July 2026.",
        "Clinics count in 2 ways.",
        "Counted from the date it was due, the next one is on Monday 27 July 2026.",
    ]
    assert chat.say("when is it") == ["Your next injection is on Wednesday 6 May 2026."]
    assert chat.say("when was my last one") == ["The last one was on Monday 9 February 2026."]


@pytest.mark.parametrize(
    "words", ["do i still go on the 4th of may", "can i move it to 6 may", "what if it was moved to 6 may"]
)
def test_a_question_books_nothing(words: str) -> None:
    """Asked is not agreed."""
    assert [name for _, name, _ in saved().moves(words) if name == "booked"] == []


def test_days_away_without_the_word_for_it() -> None:
    """Abroad, on holiday: the days are enough."""
    assert saved().say("im abroad 2 to 9 may") == [
        "You are away from Saturday 2 May 2026 to Saturday 9 May 2026.",
        "These fall on those days: Monday 4 May 2026.",
        "Ask your clinic if you can have them before or after.",
    ]


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=40), st.sampled_from(["yes", "no", "next", "every", "not", "the 5th", "moved to", "8 weeks"]))
def test_any_text_has_moves_that_can_be_done(text: str, words: str) -> None:
    """Nothing raises, in any state; what it gives is JSON."""
    for chat in (Talk(TODAY), asked_how_often(), shown(), saved(), talk(AMBIGUOUS)):
        chat.say(f"{words} {text}")
        json.dumps(chat.kept)


def test_a_long_message_has_no_moves() -> None:
    """People answer in short; what is longer the grammar reads."""
    who = dialogue.Who(TODAY, "GB")
    assert dialogue.moves(shown().kept, "yes " * 4000, who=who) == ()


def test_a_plan_on_hold_stays_on_hold() -> None:
    """Whatever is asked of it, no date goes out."""
    chat = saved()
    chat.kept = dialogue.paused(chat.kept)
    for words in [*NEXT, "is it the 4th of may?", "all my dates for 2026", "print it", "they've moved me to 6 may"]:
        assert "2026" not in " ".join(chat.say(words))
