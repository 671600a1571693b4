"""The day to ring the clinic, so long before an injection: counted, and never an injection itself."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 20)  # a Thursday
PLAN = "B12 every 9 weeks, last one Wednesday 14 April"  # next: Wednesday 16 June 2027
DAY = "3 weeks before Wednesday 16 June 2027 is Wednesday 26 May 2027."
NOT_FOR = "The alarms in the calendar file are for the injection, not for calling your clinic."
SET = "Set the day to call in your phone or calendar yourself: Wednesday 26 May 2027."


def _plan(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in (PLAN, *texts):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "asked",
    [
        "The surgery asks for 3 weeks' notice. By what day must I phone?",
        "They want three weeks notice, so what's the latest day to ring?",
        "when do I call if they need notice of 3 weeks?",
    ],
)
def test_it_is_said_with_a_plan_that_is_told(asked: str) -> None:
    """The notice is no gap and no length of a course."""
    lines = Talk(TODAY).say(f"{PLAN}. {asked}")
    assert lines[0] == DAY
    assert "The next one is on Wednesday 16 June 2027." in lines


@pytest.mark.parametrize(
    "text",
    [
        "It is. And the day to call, three weeks ahead of that?",
        "That's right. What is the last day to phone them, 3 weeks beforehand?",
        "yes. when must I ring if they want 3 weeks' notice?",
        "and the date to ring, 3 weeks before?",
    ],
)
def test_it_is_said_behind_a_yes(text: str) -> None:
    """In place of a further question."""
    assert _plan().say(text)[0] == DAY


@pytest.mark.parametrize(
    "text",
    [
        "can I have a calendar file with an alarm for the phoning on the 26th?",
        "put the day to ring in the calendar, 3 weeks ahead",
        "does the alarm tell me when to phone, 3 weeks before?",
    ],
)
def test_an_alarm_for_the_ringing_is_set_by_oneself(text: str) -> None:
    """The file's are for the injection; it is there all the same."""
    chat = _plan("yes")
    lines = chat.say(text)
    assert lines[:2] == [NOT_FOR, SET]
    assert chat.last.links
    assert chat.say("when is my next one?", "next")[0] == "Your next injection is on Wednesday 16 June 2027."


def test_whether_the_files_alarm_is_on_the_day_to_ring() -> None:
    """No, plainly."""
    chat = _plan("yes", "what day do I ring for 3 weeks' notice?")
    assert chat.say("does that alarm go off on the 26th?")[:2] == [f"No. {NOT_FOR}", SET]


@pytest.mark.parametrize(
    "text",
    [
        "does the alarm ring the day before?",
        "an alarm that rings at 8 please",
        "put it in my calendar",
        "when does the alarm ring?",
    ],
)
def test_an_alarm_that_rings_is_none_for_ringing(text: str) -> None:
    """What is asked of the file's own alarms has its answer."""
    assert all(name != "ring_alarm" for _, name, _ in _plan("yes").moves(text))


@pytest.mark.parametrize("text", ["so I go on the 4th?", "yes. thank you, so I go on the 4th?", "then I keep the 4th?"])
def test_who_goes_on_the_day_booked_wants_no_move(text: str) -> None:
    """Yes, with the day."""
    chat = Talk(date(2027, 1, 14))
    chat.say("every 10 weeks, last tuesday 1 december 2026. my card says thursday 4 february 2027")
    assert any(line.startswith("Yes. It is on Thursday 4 February 2027") for line in chat.say(text))
