"""Answers in people's own words to the questions that leave a choice."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

MAY = date(2027, 5, 20)  # a Thursday
JANUARY = date(2027, 1, 20)  # a Wednesday


def _talk(today: date, *texts: str) -> tuple[Talk, str]:
    chat, lines = Talk(today), [""]
    for text in texts:
        lines = chat.say(text)
    return chat, "\n".join(lines)


SLIP = "1000mg every 8 weeks, last one 10 may 2027"
DOSE = "Which does the box or letter say: 1mg, 1,000 micrograms or 1,000mg?"
SMALL = [
    "mcg, I meant mcg",
    "ug",
    "it's ug",
    "micrograms I think, says on the box",
    "sorry, micrograms",
    "micro",
    "not milligrams, micrograms",
    "the mcg one pet",
    "1mg",
    "typed it wrong, should be 1 mg",
    "microgrammes dear",
]


@pytest.mark.parametrize("text", SMALL)
def test_a_unit_alone_says_which_dose_it_is(text: str) -> None:
    """The dose is the usual one, and the plan is read back."""
    _, said = _talk(MAY, SLIP, text)
    assert said.startswith("1mg (1,000 micrograms), every 8 weeks.")
    assert "The next one is on Monday 5 July 2027." in said


@pytest.mark.parametrize("text", ["yes", "yep that's right", "mg", "aye"])
def test_what_names_no_dose_brings_the_question_back_shortened(text: str) -> None:
    """A yes to several, or a unit that two of them have, is none of them."""
    _, said = _talk(MAY, SLIP, text)
    assert said.endswith(DOSE)
    assert "could not read" not in said


@pytest.mark.parametrize(
    "text", ["the last one was the 17th actually", "oh and it was 17 May", "no, it was on the 17th of May"]
)
def test_a_date_beside_the_open_dose_is_taken(text: str) -> None:
    """It is said back, and which dose it is stays open."""
    chat, said = _talk(MAY, SLIP, text)
    assert said == f"The last one was on Monday 17 May 2027. {DOSE}"
    assert "The next one is on Monday 12 July 2027." in "\n".join(chat.say("mcg"))


NOVEMBER = date(2026, 11, 27)  # a Friday
WEEKLY = "8 weekly jabs, last one was 25 november"


@pytest.mark.parametrize(
    "text",
    [
        "one every week",
        "eight of them, one a week",
        "weekly",
        "a course of eight",
        "8 of them",
        "8 in all",
        "once a week for 8 weeks",
        "every week, pet",
        "had 3 of them",
        "it's 8 jabs in total",
    ],
)
def test_so_many_doses_in_own_words(text: str) -> None:
    """The one that is weekly, of whose doses the number that was had is asked."""
    _, said = _talk(NOVEMBER, WEEKLY, text)
    assert said.startswith("How many of the 8 injections")


@pytest.mark.parametrize(
    "text", ["every eight weeks", "8 weeks apart", "eight weeks between them", "every 8 weeks, pet", "the gap"]
)
def test_the_time_between_two_in_own_words(text: str) -> None:
    """The one that is the gap."""
    _, said = _talk(NOVEMBER, WEEKLY, text)
    assert said.startswith("Every 8 weeks. The last one was on Wednesday 25 November 2026.")


def test_another_gap_than_the_two() -> None:
    """What was said is what counts."""
    _, said = _talk(NOVEMBER, WEEKLY, "every 2 months")
    assert "The next one is on Monday 25 January 2027." in said


def test_a_date_or_a_booking_beside_the_open_one_is_kept() -> None:
    """Each is said back, and the question comes back shortened."""
    chat, said = _talk(NOVEMBER, "6 weekly jabs", "last one was 25 november")
    assert said == "The last one was on Wednesday 25 November 2026. Which is it: every 6 weeks or weekly for 6 doses?"
    assert "\n".join(chat.say("it's booked for 2 december")).startswith(
        "I have noted what your clinic booked: Wednesday 2 December 2026."
    )
    assert "Which is it: every 6 weeks or weekly for 6 doses?" in chat.last.bubbles[0]


@pytest.mark.parametrize(
    "text",
    [
        "meant to get 8 weekly shots, had 5, latest was wednesday 25 november",
        "I'm on 8 weekly injections, done 5 so far, last wednesday 25 november",
        "8 weekly jabs and I've had five of them, last one 25 november",
    ],
)
def test_of_what_some_were_had_is_a_number_of_doses(text: str) -> None:
    """Nobody has had 5 of every 8 weeks."""
    _, said = _talk(NOVEMBER, text)
    assert "8 injections, 5 of them given. To come: Wednesday 2, Wednesday 9 and Wednesday 16 December 2026." in said


APRIL = date(2027, 4, 10)  # a Saturday


@pytest.mark.parametrize(
    "text",
    [
        "that was my most recent yin",
        "twas the latest",
        "when they gave me the last",
        "the last one",
        "my latest jag",
        "not the first, the last",
        "I've not had another since",
        "none since then",
        "it wasn't the first one",
    ],
)
def test_the_day_was_that_of_the_last_one(text: str) -> None:
    """Said so, or to be told from it."""
    _, said = _talk(APRIL, "every 11 weeks, 15 march 2027", text)
    assert said.startswith(
        "Every 11 weeks. The last one was on Monday 15 March 2027.\nThe next one is on Monday 31 May 2027."
    )


@pytest.mark.parametrize(
    "text",
    [
        "that's where it all started",
        "the start",
        "first",
        "it was the very first",
        "when I began",
        "not the last, the first",
    ],
)
def test_the_day_was_that_of_the_first_one(text: str) -> None:
    """Whether the others were had is asked next."""
    _, said = _talk(APRIL, "every 2 weeks, 1 march 2027", text)
    assert "Have you had all the injections due before today?" in said


def test_more_since_make_it_the_first() -> None:
    """So many and the first one were had, and when the last of them was is asked."""
    _, said = _talk(APRIL, "1 march 2027, once a week for 8 weeks", "I've had 4 since")
    assert said == "You have had 5 of them. When was the last one?"


@pytest.mark.parametrize(
    "text", ["nurse has written 11 weeks", "the doctor wrote 11 weeks on my card", "surgery put 11 weeks"]
)
def test_how_often_beside_the_open_day_is_kept(text: str) -> None:
    """The day is still asked for."""
    chat, said = _talk(APRIL, "ten to twelve weekly, 15 march 2027", text)
    assert said.startswith("I have noted: every 11 weeks. What was on Monday 15 March 2027")
    assert "The next one is on Monday 31 May 2027." in "\n".join(chat.say("the last yin"))


MISSED = "every 12 weeks, missed the one last monday"
GIVEN_QUESTION = "Was the injection of Monday 18 January 2027 given? If not, when was the last one that was?"


def test_the_day_of_one_that_was_missed_is_a_date() -> None:
    """Never the words that named it."""
    assert _talk(JANUARY, MISSED)[1] == f"I can work that out. {GIVEN_QUESTION}"


@pytest.mark.parametrize(
    "text",
    ["they did it", "yes they did it", "it was done", "yes", "they did it in the end", "yep, had it", "it was given"],
)
def test_it_was_given_after_all(text: str) -> None:
    """The plan counts from it."""
    _, said = _talk(JANUARY, MISSED, text)
    assert said.startswith("Every 12 weeks. The last one was on Monday 18 January 2027.")


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "rang, it wasn't done",
        "no, missed",
        "not yet",
        "nope, never happened",
        "phoned them, it never happened",
        "I missed it",
        "it wisnae done",
        "they didn't do it",
    ],
)
def test_it_was_not_given(text: str) -> None:
    """A missed one was not given; when the last one was is asked, and counted from."""
    chat, said = _talk(JANUARY, MISSED, text)
    assert said == (
        "I have noted that. A missed one was not given. Do not have 2 to catch up. Call your clinic: "
        "they say what comes next.\n"
        'When did you have the last one? For example "5 January". If you have not started, tell me the first date.'
    )
    assert "Counting every 12 weeks from Monday 19 October 2026" in "\n".join(chat.say("19 october"))


def test_it_was_given_on_another_day() -> None:
    """That day is the last one."""
    _, said = _talk(JANUARY, MISSED, "it was done on the 15th instead")
    assert said.startswith("Every 12 weeks. The last one was on Friday 15 January 2027.")


@pytest.mark.parametrize(
    "text",
    [
        "they've booked me in for 25 january",
        "theyre doing it monday 25 january",
        "it's booked for the 25th of january now",
    ],
)
def test_a_new_booking_answers_it_too(text: str) -> None:
    """The plan counts on from the day that the clinic set."""
    _, said = _talk(JANUARY, MISSED, text)
    assert said.startswith("I have noted what your clinic booked: Monday 25 January 2027.")
    assert "The next one is on Monday 25 January 2027.\nAfter that: Monday 19 April" in said


def test_one_that_was_booked_and_not_done() -> None:
    """It was said to be down for a day that has passed."""
    chat, said = _talk(JANUARY, "every 12 weeks, I was booked for monday 11 january", "rang and it wasn't given")
    assert "When did you have the last one?" in said
    assert "The next one is on Tuesday 26 January 2027." in "\n".join(chat.say("they're doing it tuesday 26 january"))


@pytest.mark.parametrize("text", ["not sure", "was it?", "I can't say"])
def test_no_word_of_it_leaves_it_open(text: str) -> None:
    """Nothing is counted from a dose that nobody knows of."""
    chat, _ = _talk(JANUARY, MISSED, text)
    assert chat.kept is not None
    assert chat.kept["anchor"] is None


def test_the_first_is_no_yes() -> None:
    """ "Which was the last?" has "the first" as an answer, and the first of two buttons is not it."""
    chat, _ = _talk(
        JANUARY, "started monday 11 january, 3 a week for two weeks mon weds fri, then every 12 weeks", "first"
    )
    assert (chat.kept or {})["anchor"]["kind"] == "first"


@pytest.mark.parametrize("text", ["I couldn't swear they did it", "it's all a blur", "I think they did it"])
def test_who_is_not_sure_is_told_who_knows(text: str) -> None:
    """The clinic's record says whether it was given."""
    _, said = _talk(JANUARY, f"every 12 weeks, was down for wednesday 6 january but {text}")
    assert said.startswith("I can work that out. Wednesday 6 January 2027 has passed. Was that injection given?")
    assert said.endswith('You can ask them: "When was my last B12 injection?"')


@pytest.mark.parametrize("text", ["start from scratch or pick up where I left off?", "start again or do I carry on?"])
def test_a_question_whether_to_begin_anew_drops_nothing(text: str) -> None:
    """The clinic says which."""
    chat, _ = _talk(JANUARY, MISSED)
    assert chat.say(text, "restart") == [
        f"Please call your clinic and ask when to have it. Do not have 2 to catch up. {GIVEN_QUESTION}"
    ]
    assert (chat.kept or {})["phases"]


@pytest.mark.parametrize(
    "text", ["the last was wednesday", "last one was the 7th of april", "my latest was on 7 april"]
)
def test_another_day_is_that_of_the_last_one(text: str) -> None:
    """What was on the day that was asked about is not said by it."""
    _, said = _talk(APRIL, "every 11 weeks, 15 march 2027", text)
    assert said.startswith("Every 11 weeks. The last one was on Wednesday 7 April 2027.")
