"""Doses of a course that were not given: never counted as given, and nothing is promised in their place."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 2, 4)
COURSE = "once a week on Wednesdays for 8 weeks, first one 30 December 2026"
NOT_GIVEN = (
    "Wednesday 13 January 2027 was not given. Your clinic says if one is added for it. Do not have 2 to catch up."
)


@pytest.mark.parametrize(
    "text",
    [
        f"{COURSE}, skipped the 13th",
        f"{COURSE}. I missed the one on 13 January, I had a cold",
        "- once a week on Wednesdays\n- 8 weeks from 30 December\n- the 13th was not given",
        "weekly on Wednesdays, 8 weeks, started 30 December. All but the 13th",
    ],
)
def test_a_dose_told_as_skipped_is_not_counted(text: str) -> None:
    """Five were had of the six that were due, and the course ends when it was to end."""
    chat = Talk(TODAY)
    asked = "Apart from Wednesday 13 January 2027: have you had all the injections due before today?"
    assert chat.say(text, "regimen")[-1].removeprefix("I can work that out. ").startswith(asked)
    lines = chat.say("yes")
    assert lines[1] == "• Last injection: Wednesday 3 February 2027."
    assert lines[2].endswith(
        "That is 8 injections, 5 of them given. To come: Wednesday 10 and Wednesday 17 February 2027."
    )
    assert NOT_GIVEN in lines
    chat.say("yes")
    assert chat.say("how many have I had?")[:2] == ["5 of 8 are done.", NOT_GIVEN]
    assert chat.say("how many are left?")[0].startswith("2 of the 8 are left.")


def test_the_last_one_told_says_the_same() -> None:
    """The date of the last one is an answer to whether all the others were given."""
    chat = Talk(TODAY)
    chat.say(f"{COURSE}, skipped the 13th", "regimen")
    lines = chat.say("last one was 3 February")
    assert "5 of them given" in lines[2]
    assert NOT_GIVEN in lines


def test_one_missed_is_told_later() -> None:
    """A dose that was said to be given is taken out again."""
    chat = Talk(TODAY)
    for text in (COURSE, "yes, all of them", "yes", "I missed the 13th"):
        lines = chat.say(text)
    assert lines[0].startswith("I have noted that. A missed one was not given.")
    assert "5 of them given" in lines[3]
    assert NOT_GIVEN in lines


def test_the_last_one_due_that_was_missed_is_late() -> None:
    """Where the latest one was missed, the plan says that it is late."""
    chat = Talk(TODAY)
    chat.say(f"{COURSE}, skipped the 3rd of February", "regimen")
    lines = chat.say("yes")
    assert any("it was due on Wednesday 3 February 2027" in line for line in lines)


@pytest.mark.parametrize(
    "text",
    [COURSE, f"{COURSE}. Not missed any", f"{COURSE}. What if I missed the 13th?", f"{COURSE}. Did I miss the 13th?"],
)
def test_a_course_without_a_missed_one(text: str) -> None:
    """Nothing is taken out where no day was missed."""
    chat = Talk(TODAY)
    chat.say(text, "regimen")
    lines = chat.say("yes, all of them", None) or chat.say("show my plan")
    assert not any("not given" in line for line in lines)


def test_a_missed_one_of_a_plan_for_life_is_as_before() -> None:
    """A plan without an end asks which was the last, and keeps no day of a course."""
    chat = Talk(TODAY)
    chat.say("every 4 weeks, last one 6 January 2027")
    chat.say("yes")
    lines = chat.say("I missed the January one")
    assert lines[0].startswith("I have noted that. A missed one was not given.")
    assert not chat.kept or not chat.kept["skipped"]


def test_the_first_one_is_not_the_last() -> None:
    """Which was the last is asked again where the first one is told once more."""
    chat = Talk(TODAY)
    chat.say(f"{COURSE}, skipped the 13th", "regimen")
    lines = chat.say("the first one was 30 December")
    assert lines[0].startswith("Apart from Wednesday 13 January 2027")


def test_a_list_with_dashes_behind_what_is_wanted() -> None:
    """What somebody is trying to find out is no part of the plan below it."""
    chat = Talk(TODAY)
    plan = "- weekly on Wednesdays\n- 8 weeks, started 30 December\n- missed the 13th"
    text = f"I'm trying to work out how many I've had\n{plan}"
    assert chat.say(text, "state")[0].removeprefix("I can work that out. ").startswith("Apart from Wednesday 13")
    chat.say("yes, the others yes")
    assert chat.say("yes so how many given so far?")[0] == "5 of 8 are done."
