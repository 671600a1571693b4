"""Two gaps that were told of one plan: none is picked, both days are shown, and what the clinic says counts."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan.reading.reader import read
from b12guide.plan.reading.two_authors import told_by_two
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 4, 20)
BOTH = ("every 2 months", "every 8 weeks")
DAYS = [
    "I read two intervals: every 2 months, and every 8 weeks.",
    "2 months after Wednesday 10 March 2027 is Monday 10 May 2027.",
    "8 weeks after Wednesday 10 March 2027 is Wednesday 5 May 2027.",
    "From Wednesday 5 May 2027 to Monday 10 May 2027 it is 5 days.",
    "Your clinic says which one is yours. Ask them, and tell me.",
]


def _told(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts:
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "the card says every 2 months but my gp says 8 weeks, last one was 10 march 2027",
        "my discharge letter has 2 months on it and the receptionist said 8 weeks. I had it on 10 March 2027",
        "letter: 2 months. nurse: 8 weeks. last one 10 March 2027",
        "Hospital says every two months, surgery wants me on 8 weeks. My last was 10 March 2027",
    ],
)
def test_two_who_say_otherwise_have_both_days_shown(text: str) -> None:
    """None of them is picked."""
    chat = Talk(TODAY)
    lines = chat.say(text, "regimen")
    assert [line.removeprefix("I can work that out. ") for line in lines] == DAYS
    assert chat.last.buttons == BOTH
    assert chat.last.plan is None or not chat.last.plan["next"]


@pytest.mark.parametrize(
    "text",
    ["I'd like both side by side", "what is the difference?", "how many days are they apart", "which comes first"],
)
def test_what_is_asked_of_the_two_has_their_days(text: str) -> None:
    """It is answered once more, and still none is picked."""
    chat = _told("the card says every 2 months but my gp says 8 weeks, last one was 10 march 2027")
    assert chat.say(text) == DAYS
    assert chat.last.buttons == BOTH


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("surgery has confirmed eight weeks", "2027-05-05"),
        ("rang them: they say 8 weeks", "2027-05-05"),
        ("it's the 2 months one", "2027-05-10"),
        ("the nurse agrees it is not 8 weeks, it's 2 months", "2027-05-10"),
        ("8 weeks", "2027-05-05"),
    ],
)
def test_what_the_clinic_says_is_taken(text: str, day: str) -> None:
    """Who asked there says which it is."""
    chat = _told("the card says every 2 months but my gp says 8 weeks, last one was 10 march 2027", text)
    assert chat.dates[0] == day


@pytest.mark.parametrize(
    "text",
    [
        "the nurse says every 12 weeks",
        "the letter says every 12 weeks and the nurse says 12 weeks too",
        "nurse says every 12 weeks, the doctor says I am 2 weeks late",
        "the clinic says every 12 weeks, my card says 12 weeks",
    ],
)
def test_one_gap_is_no_conflict(text: str) -> None:
    """The same said twice, and a length that is no gap, leave nothing to ask of the gap."""
    assert not [question for question in read(text, today=TODAY).questions if question.about == "interval"]


ASK_LAST = (
    "Your clinic says which of the two is yours: call them. When did you have the last one? "
    "With it I can give you the date by each."
)


@pytest.mark.parametrize(
    "text",
    [
        "my letter says every 2 months and the girl on reception says every 3, which is it? last was 10 March 2027",
        "card says every 2 months, and then the nurse goes no no it's every 3. which? I had mine on 10 March 2027",
        "hospital letter: 2 months, surgery: 3. Which is it? My last was 10 March 2027",
        "the leaflet has me on 2 months but the practice nurse says 3. My last one was 10 March 2027",
    ],
)
def test_a_number_alone_is_of_the_same_unit(text: str) -> None:
    """They are two who differ, and never two parts of one plan."""
    chat = Talk(TODAY)
    lines = [line.removeprefix("I can work that out. ") for line in chat.say(text, "regimen")]
    assert lines[0] == "I read two intervals: every 2 months, and every 3 months."
    assert "3 months after Wednesday 10 March 2027 is Thursday 10 June 2027." in lines
    assert chat.last.buttons == ("every 2 months", "every 3 months")


def test_the_last_one_is_asked_before_the_two() -> None:
    """Without it no date can be given; then both are."""
    chat = Talk(TODAY)
    assert chat.say("my card says every 2 months, the nurse says every 8 weeks, which do I follow?") == [
        f"I can work that out. {ASK_LAST}"
    ]
    assert chat.say("10 March") == DAYS


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("rang them, the card's right", "2027-05-10"),
        ("I phoned. the card was wrong", "2027-05-05"),
        ("they told me to go with the gp", "2027-05-05"),
        ("it's 8, not 2 at all", "2027-05-05"),
        ("not 8, it's two", "2027-05-10"),
    ],
)
def test_who_is_right_settles_it(text: str, day: str) -> None:
    """By the one who said it, or by the number."""
    chat = _told("the card says every 2 months but my gp says 8 weeks, last one was 10 march 2027", text)
    assert chat.dates[0] == day


@pytest.mark.parametrize(
    "text",
    [
        "is the card right?",
        "the card is at home",
        "who is right then?",
        "the gp is off sick",
        "I have 2 letters from them",
    ],
)
def test_what_settles_nothing(text: str) -> None:
    """None of them is picked."""
    chat = _told("the card says every 2 months but my gp says 8 weeks, last one was 10 march 2027", text)
    assert chat.kept is not None
    assert not chat.kept["phases"] or chat.kept["open"]


@pytest.mark.parametrize(
    "text",
    [
        "nurse says 8 weeks and the clinic has 3 nurses",
        "letter says 8 weeks, surgery says 12 Feb",
        "nurse says 8 weeks, the doctor says 2 more",
    ],
)
def test_another_number_is_no_gap(text: str) -> None:
    """Only a number that stands alone is of the same unit."""
    assert not told_by_two(text)
