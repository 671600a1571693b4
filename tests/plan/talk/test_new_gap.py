"""A change of the gap with the clinic as its author."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 4, 1)


def _kept() -> Talk:
    chat = Talk(TODAY)
    chat.say("every 12 weeks, last one was 1 february 2027")  # next Monday 26 April
    chat.say("yes")
    return chat


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("gp wants it every 10 weeks", ("2027-04-12", "2027-06-21")),
        ("my consultant would like me to have it every 10 weeks now", ("2027-04-12", "2027-06-21")),
        ("the nurse put me on ten weekly", ("2027-04-12", "2027-06-21")),
        ("they've moved me to every 10 weeks", ("2027-04-12", "2027-06-21")),
        ("the doctor has decided it should be every 10 weeks from now on", ("2027-04-12", "2027-06-21")),
        ("doc wants every 8 weeks from then on", ("2027-04-26", "2027-06-21")),
        ("my physician now wishes me to inject each month, beginning with April's", ("2027-04-26", "2027-05-26")),
        ("clinic has me going to every 6 weeks starting with the next one", ("2027-04-26", "2027-06-07")),
        ("dr wants me on monthly from the april one", ("2027-04-26", "2027-05-26")),
        ("from the next jab on its every 4 weeks", ("2027-04-26", "2027-05-24")),
        ("oh bother. gp wants it every 8 weeks from then on", ("2027-04-26", "2027-06-21")),
        ("nurse said every 8 weeks after that one", ("2027-04-26", "2027-06-21")),
    ],
)
def test_the_change_is_said_back(text: str, dates: tuple[str, str]) -> None:
    """It is asked whether that is what the clinic said; from the next one on, that date stays."""
    chat = _kept()
    said = chat.say(text)
    assert (tuple(chat.dates[:2]), said[-1]) == (dates, "Is that what your clinic said?")


@pytest.mark.parametrize("text", ["I want it every 8 weeks from then on", "my friend's doctor wants it every 8 weeks"])
def test_what_no_clinic_of_ours_said(text: str) -> None:
    """A wish of one's own, and somebody else's clinic, change nothing."""
    chat = _kept()
    chat.say(text)
    assert chat.kept is not None
    assert chat.kept["phases"][0]["period"] == 12
