"""What was told of these days and is taken back is out, and that is said; whether it is out gets a yes or a no."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 10)  # a Wednesday
PLAN = "every 12 weeks, last one 18 december 2026"
BOOKED = "nurse booked me for 26 march"


def _told(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


def _log(chat: Talk) -> list[str]:
    assert chat.kept is not None
    return [dose["day"] for dose in chat.kept["given"]]


@pytest.mark.parametrize(
    "text",
    [
        "scrap what i said for today",
        "forget today's one",
        "i didn't have it today after all",
        "I tell a lie, the nurse was off sick",
        "I lied, they ran out",
        "rub out the one for today",
        "never had it this morning",
    ],
)
def test_todays_dose_is_taken_back(text: str) -> None:
    """It leaves the log, and that is said."""
    chat = _told(PLAN, "yes", "had it today")
    said = chat.say(text)
    assert said[0].startswith(
        (
            "I do not count the one on Wednesday 10 March 2027: it was not given.",
            "I have taken Wednesday 10 March 2027 off.",
        )
    )
    assert _log(chat) == ["2026-12-18"]
    assert chat.say("so you've rubbed out the one for today?")[0] == "Yes. Wednesday 10 March 2027 is off."


def test_a_day_that_the_clinic_set_instead_is_kept() -> None:
    """Beside the dose that is taken back the next one is told."""
    chat = _told(PLAN, "yes", "had it today", "oh no, I tell a lie, nurse was off. they have put me in for friday")
    assert chat.last.bubbles[0].startswith("I have taken Wednesday 10 March 2027 off.")
    assert (_log(chat), chat.dates[0]) == (["2026-12-18"], "2027-03-12")


@pytest.mark.parametrize(
    "text", ["no, it was yesterday", "I tell a lie, it was yesterday", "sorry, it was not today, it was yesterday"]
)
def test_another_day_is_put_in_its_place(text: str) -> None:
    """The dose is in the log once, on the day that it was had."""
    chat = _told(PLAN, "yes", "had it today")
    chat.say(text)
    assert _log(chat) == ["2026-12-18", "2027-03-09"]


@pytest.mark.parametrize("text", ["I tell a lie, it was the 17th", "i lied, it was thursday 17 december"])
def test_a_lie_is_a_no(text: str) -> None:
    """The day of the last one is put right, and both days are said."""
    chat = _told(PLAN, "yes")
    assert chat.say(text)[0] == "I had Friday 18 December 2026. You now say Thursday 17 December 2026."


@pytest.mark.parametrize(
    "text",
    [
        "scrap that booking",
        "take that booking off, they rang",
    ],
)
def test_a_booking_is_taken_out(text: str) -> None:
    """Its day need not be named where only one is noted."""
    chat = _told("every 4 weeks, last one 24 february 2027", "yes", BOOKED)
    assert chat.say("have you taken it off?")[0] == "No. I still have Friday 26 March 2027."
    assert chat.say(text)[0] == "It is out."
    assert chat.say("have you taken it off?")[0] == "Yes. Friday 26 March 2027 is off."
    assert chat.dates[0] == "2027-03-24"


@pytest.mark.parametrize(
    "text",
    [
        "if i didn't have it today what then",
        "should i cancel that appointment?",
        "the nurse was off last week",
        "is the pain gone?",
        "i did not have breakfast today",
        "can i take it off work?",
    ],
)
def test_what_takes_nothing_back(text: str) -> None:
    """What is supposed, asked, or told of something else leaves the log."""
    chat = _told(PLAN, "yes", "had it today")
    found = [move.name if hasattr(move, "name") else move[1] for move in chat.moves(text)]
    assert not {"denied", "unbooked", "is_out"} & set(found)
