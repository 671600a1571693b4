"""A course of which more is told later: how long it goes on, when a part begins, that none was missed, how many."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 3)


@pytest.mark.parametrize(
    "text",
    ["it's only for 6 weeks", "no, it stops after 6 jabs", "it is just 6 shots in all", "it's only 6 weeks, 6 shots"],
)
def test_an_end_that_is_told_later(text: str) -> None:
    """A weekly plan told without its end has no more dates than it has doses."""
    chat = Talk(TODAY)
    chat.say("once a week on Wednesdays, first one 6 January 2027")
    chat.say("yes, all of them")
    lines = chat.say(text)
    assert lines[2].endswith("To come: Wednesday 10 February 2027.") or "Wednesday 17" not in "".join(lines)
    assert "Wednesday 17 February" not in "".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        "it's only 6 weeks ago", "it's every 6 weeks", "it was 6 weeks late", "is it only 6 weeks?",
        "it's only 6 weeks",
        "we were away for 6 weeks", "my arm is sore for 2 days", "it only lasts 3 weeks then I am tired",
        "I've only had 3 shots so far",
    ],
)  # fmt: skip
def test_what_is_no_end(text: str) -> None:
    """A time gone by, a gap and a question end nothing."""
    chat = Talk(TODAY)
    chat.say("once a week on Wednesdays, last one 3 February 2027")
    chat.say("yes")
    assert not any(name == "ends_after" for _, name, _ in chat.moves(text))


@pytest.mark.parametrize(
    "text",
    [
        "the weekly ones start on Monday 22 February",
        "No. The weekly ones begin Monday 22 February, not the 14th.",
        "weekly ones are 22 February and 1 March",
        "they're shut on sundays, the weekly ones start monday february 22",
    ],
)
def test_a_later_part_begins_on_its_own_day(text: str) -> None:
    """The part begins on that day, what follows counts on from it, and nothing else of the plan is lost."""
    chat = Talk(TODAY)
    chat.say("daily for 5 days then weekly for 2 weeks then monthly, starts Wednesday 3 February")
    lines = chat.say(text)
    assert lines[1].endswith("Wednesday 3, Thursday 4, Friday 5, Saturday 6 and Sunday 7 February 2027.")
    assert lines[2] == (
        "• Then Loading: every week for 2 weeks, from Monday 22 February 2027 on. That is 2 injections: "
        "Monday 22 February and Monday 1 March 2027."
    )
    assert lines[3].endswith("Thursday 1 April and Saturday 1 May 2027, and so on.")
    chat.say("yes")
    assert chat.say("when do the monthly ones start?")[0].endswith("this starts on Thursday 1 April 2027.")


def test_a_part_that_would_overlap_stays() -> None:
    """A day before the part before it is over begins nothing."""
    chat = Talk(TODAY)
    chat.say("daily for 5 days then weekly for 2 weeks then monthly, starts Wednesday 3 February")
    assert not any(name == "part_starts" for _, name, _ in chat.moves("the weekly ones start on 5 February"))


def test_a_first_day_with_none_missed() -> None:
    """Where the last one is asked for, the first day and that none was missed say which it was."""
    chat = Talk(TODAY)
    chat.say("every Monday and Wednesday for 3 weeks then every month", "regimen")
    lines = chat.say("it started on monday last week and I have not missed any")
    assert lines[1] == "• Last injection: Monday 1 February 2027."
    assert "6 injections, 3 of them given" in lines[2]


@pytest.mark.parametrize(
    ("text", "given"), [("5 I think. no wait, 4", 4), ("three. hang on, monday, wednesday, so it's 2", 2)]
)
def test_a_number_taken_back_in_one_breath(text: str, given: int) -> None:
    """The last number counts, not the first."""
    chat = Talk(TODAY)
    chat.say("weekly on Wednesdays for 8 weeks, last one 3 February", "regimen")
    assert f"{given} of them given" in "".join(chat.say(text))


def test_a_number_put_right_beside_dates() -> None:
    """ "Two, not three" is the number, whatever days are told with it."""
    chat = Talk(TODAY)
    chat.say("weekly on Wednesdays for 8 weeks, last one 3 February", "regimen")
    chat.say("3")
    assert "2 of them given" in "".join(chat.say("no, two not three. wednesday the twenty seventh and the third"))


@pytest.mark.parametrize(
    "text", ["6 January. It is every other Wednesday", "Jan 20. I have it on Wednesdays, every other Wednesday"]
)
def test_how_often_beside_the_day_that_was_asked_for(text: str) -> None:
    """How often, told anew beside the day, is not lost."""
    chat = Talk(TODAY)
    chat.say("my b12 is on Wednesdays", "state")
    assert chat.say(text)[0].startswith(("Every 2 weeks on Wednesdays.", "Counting every 2 weeks on Wednesdays"))


@pytest.mark.parametrize(
    "text",
    [
        "nurse said come back in 11 weeks not 12, i had it today",
        "come back in 11 weeks, not 12. had mine today",
        "every 11 weeks not 12, had it today",
    ],
)
def test_a_gap_that_is_not_meant_is_no_word_that_cannot_be_read(text: str) -> None:
    """The number behind "not" is let go, and the one before it counts."""
    chat = Talk(TODAY)
    assert chat.say(text, "regimen")[0].startswith("Every 11 weeks.")


@pytest.mark.parametrize("text", ["it is every other Wednesday, not every week", "every 2 weeks and not weekly"])
def test_what_is_denied_is_no_second_plan(text: str) -> None:
    """How often they are not is not asked about."""
    chat = Talk(TODAY)
    chat.say("every week on Wednesdays, last one 27 January")
    assert chat.say(text)[0].startswith("Every 2 weeks")
