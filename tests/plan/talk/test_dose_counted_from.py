"""What a date is counted from is asked, and neither tells of a dose nor ends a part."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 3, 10)
COURSE = "weekly for 6 weeks then every 3 months, first was tuesday 9 march 2027"
JULY = "3 months after Tuesday 13 April 2027 is Tuesday 13 July 2027."
MAY = "8 weeks after Wednesday 17 March 2027 is Wednesday 12 May 2027."


def _told(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "the july one, is that three months from the first or from the last weekly?",
        "great, and the july one, is that 3 months from the last weekly or the first one",
        "what does the july one count from?",
        "i've only had the one on the 9th, i just mean the july date, what's it counted from",
        "which one is the july date counted from",
        "and from which injection do you count the july one?",
    ],
)
def test_the_dose_before_is_named(text: str) -> None:
    """The last of the loading is named, and the plan stays."""
    chat = _told(COURSE, "yes")
    before = chat.kept
    assert chat.say(text)[0] == JULY
    assert chat.kept is not None
    assert before is not None
    assert (chat.kept["phases"], chat.kept["anchor"]) == (before["phases"], before["anchor"])


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("is the may one counted from the wednesday?", f"Yes. {MAY}"),
        ("does the may one run from the friday?", f"No. {MAY}"),
        ("is the may date counted from the 17th?", f"Yes. {MAY}"),
    ],
)
def test_a_day_that_is_asked_about_is_weighed(text: str, answer: str) -> None:
    """A yes or a no stands first where one day is named."""
    assert _told("every 8 weeks, last one 20 january 2027", "yes").say(text)[0] == answer


@pytest.mark.parametrize(
    "text",
    [
        "and if it is counted from the 7th?",
        "they count it from the 3rd of march",
        "had one on the 5th, what does the may one count from",
        "is the next one on the 17th?",
        "what do i do if i am away from the last one?",
    ],
)
def test_what_asks_something_else(text: str) -> None:
    """What is supposed, told, or asked of another thing is read as before."""
    chat = _told("every 8 weeks, last one 20 january 2027", "yes")
    assert ("request", "counts_from") not in [move[:2] for move in chat.moves(text)]
