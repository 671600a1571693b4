"""A dose that was noted as given and is denied: no date is counted from it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 4, 18)
DENIED = "I do not count the one on {} 2027: it was not given. Do not have 2 to catch up."
WHICH = "Which was the last one that you had?"


def _given(chat: Talk) -> list[str]:
    assert chat.kept is not None
    return [dose["day"] for dose in chat.kept["given"]]


@pytest.mark.parametrize(
    "text",
    [
        "13 April was not",
        "the 13th never happened",
        "the one on the 13th didn't happen",
        "that one never happened",
        "no I never had the one on the 13th",
        "i haven't had the one on 13 april",
        "April 13 got cancelled",
        "strike the 13th, that was called off",
        "it didn't take place",
    ],
)
def test_the_dose_that_the_plan_is_counted_from(text: str) -> None:
    """It is out of the log, and which was the last one is asked."""
    chat = Talk(TODAY)
    chat.say("every week, last one was 13 april 2027")
    assert " ".join(chat.say(text)) == f"{DENIED.format('Tuesday 13 April')} {WHICH}"
    assert "2027-04-13" not in _given(chat)


def test_the_one_before_it_counts_where_it_was_told() -> None:
    """Of several that were told of, the last that was not denied is counted from."""
    chat = Talk(TODAY)
    chat.say("every 2 weeks. had it 16 march, 30 march and 13 april")
    said = chat.say("13 april was cancelled")
    assert said[0] == DENIED.format("Tuesday 13 April")
    assert said[1].startswith("Counting every 2 weeks from Tuesday 30 March 2027, it was due on Tuesday 13 April 2027.")
    assert _given(chat) == ["2027-03-16", "2027-03-30"]


def test_one_of_a_course_while_its_number_is_asked() -> None:
    """The others stay, and are as many fewer."""
    chat = Talk(TODAY)
    chat.say("weekly for 6 weeks, had 30 March, 6 April and 13 April")
    said = chat.say("6 April was not")
    assert said[0] == DENIED.format("Tuesday 6 April")
    assert "6 injections, 2 of them given" in "\n".join(said)
    assert _given(chat) == ["2027-03-30", "2027-04-13"]


@pytest.mark.parametrize(
    "text", ["what if the 13th never happened", "was the 13th not given?", "the 17th never happened"]
)
def test_what_is_supposed_asked_or_never_noted_is_no_denial(text: str) -> None:
    """The log stays as it is."""
    chat = Talk(TODAY)
    chat.say("every week, last one was 13 april 2027")
    assert not any(move[1] == "denied" for move in chat.moves(text))
