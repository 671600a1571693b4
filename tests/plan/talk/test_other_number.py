"""A number or the days of the week put right in few words: that alone changes, and it is read back before it counts."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 10)


def _told(*texts: str, today: date = TODAY) -> str:
    chat = Talk(today)
    return "\n".join([chat.say(text) for text in texts][-1])


@pytest.mark.parametrize(
    "text", ["sorry, 7 days not 5", "it's 7 not 5", "oops its 7 days, not 5 days", "7 and not 5 please"]
)
def test_the_length_of_a_part(text: str) -> None:
    """Five days of loading become seven; the part behind it stays weekly, and begins two days later."""
    said = _told("one every day for 5 days then weekly. the first was 9 march", text)
    assert "Loading: every day for 7 days. That is 7 injections" in said
    assert "Then every week, counted from the last loading injection: Monday 22" in said
    assert "Is that what your clinic said?" in said


def test_a_number_that_is_in_the_plan_twice_is_not_guessed() -> None:
    """Of two 4s, nobody says which was wrong: the plan stays as it was read."""
    said = _told("every 4 days for 4 weeks, then monthly. the first was 9 march", "6 not 4")
    assert "every 6 days" not in said
    assert "for 6 weeks" not in said


@pytest.mark.parametrize(
    "text", ["they do them tues thurs sat at my place actually", "its tuesday thursday and saturday"]
)
def test_other_days_of_the_week(text: str) -> None:
    """The first day that does not fit them any more is asked for anew, and no yes is heard in "they do"."""
    chat = Talk(date(2027, 4, 3))
    chat.say("3 a week for 2 weeks, starts monday 5 april")
    assert "Which date" in "\n".join(chat.say(text))
    said = "\n".join(chat.say("6 april"))
    assert "Tuesday 6, Thursday 8, Saturday 10, Tuesday 13, Thursday 15 and Saturday 17 April 2027" in said


@pytest.mark.parametrize(("text", "often"), [("no, twelve", "Every 12 weeks"), ("no, ten weeks", "Every 10 weeks")])
def test_a_number_in_letters_behind_a_no(text: str, often: str) -> None:
    """It is how often, as long as one plan is read back."""
    assert _told("8 weekly, had it monday 22 february", text).startswith(often)


def test_what_was_right_after_all() -> None:
    """The first word of two counts again."""
    said = _told("8 weekly, had it monday 22 february", "no, twelve", "hang about, eight was right after all")
    assert said.startswith("Every 8 weeks. The last one was on Monday 22 February 2027.")


def test_a_figure_behind_a_no_may_be_a_day() -> None:
    """ "No, 12" is not taken for every 12 weeks."""
    assert "Every 12 weeks" not in _told("8 weekly, had it monday 22 february", "no, 12")


def test_once_every_so_many_days() -> None:
    """The answer to "biweekly" is a whole interval, and no half of one."""
    said = _told("biweekly b12, last shot march 2", "once every 14 days")
    assert said.startswith("Every 14 days. The last one was on Tuesday 2 March 2027.")


def test_the_part_that_is_named_begins() -> None:
    """Of three parts, the day of the one that is asked for is told."""
    chat = Talk(TODAY)
    for text in ("daily for 7 days, then weekly for 4 weeks, then monthly. the first one was march 9", "yes"):
        chat.say(text)
    assert "Monday 22 March 2027" in "\n".join(chat.say("when do the weekly ones start"))
    assert "Wednesday 12 May 2027" in "\n".join(chat.say("so when do the monthlies kick in"))


def test_the_first_one_of_the_new_year() -> None:
    """It is looked for from the first of January on."""
    chat = Talk(date(2026, 12, 1))
    for text in ("every week on sunday, the last one was 29 november", "yes"):
        chat.say(text)
    assert "Sunday 3 January 2027" in "\n".join(chat.say("and the first one of the new year"))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("hang on, the nurse wrote 5 weeks not 6", "Monday 19 April"),
        ("it's only 4 weeks of them, not 6", "Monday 12 April"),
        ("sorry, 5 weeks of the weekly ones, not 6", "Monday 19 April"),
        ("8 weeks and not 6, I misread the letter", "Monday 10 May"),
    ],
)
def test_the_length_of_a_course_that_has_begun(text: str, last: str) -> None:
    """Of the course whose first one was today, that number changes; how often they come afterwards stays."""
    said = _told("weekly for 6 weeks then every 3 months, first one was today", text, today=date(2027, 3, 22))
    assert last in said
    assert "Then every 3 months" in said


@pytest.mark.parametrize(
    "text",
    [
        "it's tuesdays and fridays actually, so from the 26th",
        "tuesdays and fridays, starting 26 january",
        "tuesday and friday actually, beginning tuesday the 26th",
    ],
)
def test_other_days_of_the_week_from_a_day_on(text: str) -> None:
    """The day from which they are is named beside them: nothing is asked."""
    said = _told("mondays and thursdays for 3 weeks, starting monday january 25", text, today=date(2027, 1, 22))
    assert "Tuesday 26, Friday 29 January" in said
    assert "Friday 12 February 2027" in said
