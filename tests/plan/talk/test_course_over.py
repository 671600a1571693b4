"""A course that is told as over is over: what comes next counts from the last dose of it, and none of the old rhythm
follows."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

# A Friday.
TODAY = date(2027, 4, 9)
PLACED = "once a week for 5 weeks then every 2 months, last one was 1 april, i've had 4 so far"
UNPLACED = "once a week for 5 weeks then every 2 months, last one was 1 april"
ENDLESS = "once a week, last one was 1 april"


def _said(first: str, text: str) -> tuple[Talk, str]:
    chat = Talk(TODAY)
    chat.say(first)
    return chat, "\n".join(chat.say(text))


@pytest.mark.parametrize("first", [PLACED, UNPLACED])
@pytest.mark.parametrize(
    "text",
    [
        "had #5 yesterday. that's all the weekly ones. when does the 2 monthly begin",
        "got the last of the five yesterday!",
        "had my fifth one yesterday, so that's me finished the loading at last. when is the first two monthly?",
        "weekly is finished. it's every 2 months now. last was april 8",
        "no, i'd one on the 1st of april and the last one was yesterday the 8th. all five done",
        "loading's over and done with, had the last one yesterday",
    ],
)
def test_the_next_part_counts_from_the_last_dose(first: str, text: str) -> None:
    """Whichever part the dose before it was known to be of."""
    chat, answer = _said(first, text)
    assert "Tuesday 8 June" in answer
    assert "15 April" not in answer
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == "2027-04-08"
    assert chat.kept["anchor"]["ends_phase"]


@pytest.mark.parametrize(
    "text",
    [
        "had another yesterday. the weekly ones are all done. when is the first monthly",
        "weekly is over now, monthly from here. last one was yesterday",
    ],
)
def test_a_part_without_an_end_is_over_too(text: str) -> None:
    """Another rhythm that is told or asked about follows it."""
    _, answer = _said(ENDLESS, text)
    assert answer.startswith("Every month. The last one was on Thursday 8 April 2027.")


def test_what_follows_is_asked() -> None:
    """Where it is not told, how often they are is asked, and no date is given."""
    chat, answer = _said(ENDLESS, "that's me done with the weekly ones, had the last of them yesterday")
    assert "How often do you have them?" in answer
    assert chat.kept is not None
    assert chat.kept["anchor"]["date"] == "2027-04-08"


@pytest.mark.parametrize(
    "text",
    ["are the weekly ones done by may?", "when the weekly ones are over, is it every 2 months?", "had it yesterday"],
)
def test_a_course_that_goes_on(text: str) -> None:
    """A question, a condition or one dose more is no end of it."""
    chat, _ = _said(PLACED.replace("for 5 weeks", "for 8 weeks"), text)
    assert chat.kept is not None
    assert not chat.kept["anchor"]["ends_phase"]
    assert chat.kept["over"] is None
