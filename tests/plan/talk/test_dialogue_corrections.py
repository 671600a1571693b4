"""Corrections of a plan: each puts right the part or the date that it names, and nothing else."""

from __future__ import annotations

import pytest

from tests.plan.talk.dialogue_chat import NEXT_12, Chat, confirmed


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


def test_a_button_that_was_not_shown_is_no_answer() -> None:
    """ "Other days" needs a part with several injections a week, "Change something" a plan."""
    chat = Chat()
    assert chat.say("Change something", None) == []
    chat.say("every 8 weeks, last one 9 february 2026")
    assert chat.say("Other days", None) == []
    chat.say("Change something", None)
    assert chat.last.bubbles[0].startswith("What is different?")


def test_a_no_before_the_correction_is_no_word_of_it() -> None:
    """With or without a comma."""
    chat = Chat()
    chat.say("every 8 weeks, last one 9 february 2026")
    assert NEXT_12 in chat.say("no its every 12 weeks", "regimen")


def test_an_injection_put_right_is_no_injection_given() -> None:
    """ "Actually I had it on the 7th" is about the one that was told of."""
    chat = confirmed("every 12 weeks, last one 9 february 2026")
    assert "\n".join(chat.say("actually i had it on the 7th", "given")).startswith(
        "I had Monday 9 February 2026. You now say Saturday 7 February 2026.\n"
        "Every 12 weeks. The last one was on Saturday 7 February 2026."
    )
