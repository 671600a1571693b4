"""Only a day that was agreed is kept: what is wished, offered, counted or asked of a day books nothing."""

from __future__ import annotations

from datetime import date

import pytest

from b12guide.plan import dialogue
from b12guide.understanding.talk import Span
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 5, 4)  # a Tuesday
MOVE = "Only your clinic can move it. Ask them. If they agree, tell me the new date and I will keep it."
OFFER = [
    "If your clinic offers that day, they may give it then: that is for them to say.",
    "Check that they know your date, and ask when the one after it is. Once you are booked, tell me the day.",
]
DUE = "By your plan it is on Thursday 3 June 2027."


def _known(plan: str = "every 8 weeks, last one 8 april 2027") -> Talk:
    chat = Talk(TODAY)
    chat.say(plan)
    chat.say("yes")
    return chat


def _booked(chat: Talk) -> list[object]:
    anchor = (chat.kept or {})["anchor"]
    return [(chat.kept or {})["booked"], (chat.kept or {})["booking"], anchor["date"], anchor.get("moved") or []]


AS_BEFORE = [None, None, "2027-04-08", []]


@pytest.mark.parametrize(
    "text",
    [
        "my lift is not free on thursdays, can send wednesday 2 instead? please advise",
        "can do wednesday 2 june instead?",
        "i would rather have the 2nd of june",
        "wednesday 2 june suits me better",
        "shall we say wednesday the 2nd of june instead, please",
        "how about the 2nd of june instead?",
        "so 2 june, a day early, yes or no?",
        "2 june then, one day too early or ok?",
    ],
)
def test_a_wish_is_no_booking(text: str) -> None:
    """What stands is said, how far the other day is from it, and that the clinic decides; nothing is kept."""
    chat = _known()
    answer = chat.say(text)
    assert answer == [DUE, "Wednesday 2 June 2027 is 1 day before that.", MOVE], answer
    assert _booked(chat) == AS_BEFORE


@pytest.mark.parametrize(
    "text",
    [
        "there is a cancelled slot on wednesday 2 june. take it?",
        "someone cancelled, they have room for me on the 2nd of june",
        "surgery has a gap on 2 june, should i take it",
        "they offered me 2 june, do i accept?",
        "nurse rang, slot on the 2nd going spare, shall i grab it?",
        "nurse phoned, somebody cancelled, she offered me wednesday 2 june, a day early. should i take it?",
        "the practice can squeeze me in on wednesday 2 june, should i take it?",
        "they could do me on the 2nd of june, do i say yes?",
        "reception says they can do wednesday 2 june, a day before. yes or no",
        "can i take the 2nd of june, a day before mine?",
        "the nurse has room on 2 june. is that ok?",
    ],
)
def test_an_offer_is_no_booking(text: str) -> None:
    """How far the other day is from the plan's is said, and that the clinic may give it then; nothing is kept."""
    chat = _known()
    answer = chat.say(text)
    assert answer == [DUE, "Wednesday 2 June 2027 is 1 day before that.", *OFFER], answer
    assert _booked(chat) == AS_BEFORE


@pytest.mark.parametrize(
    "text", ["may i have it 2 weeks early?", "can i have it a week sooner", "can i take it with me"]
)
def test_no_day_is_offered(text: str) -> None:
    """A wish for another day without any is the clinic's, and no offer of theirs."""
    assert OFFER[0] not in _known().say(text)


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("booked in for the 30th", "I have noted what your clinic booked: Tuesday 30 March 2027."),
        ("is that too soon?", "Tuesday 30 March 2027 is 7 days earlier."),
        ("and if it counts from the 30th, when is the next?", "If it is on Tuesday 30 March 2027, the one after"),
        ("have i had the 30th yet?", "No. Tuesday 30 March 2027 is still to come."),
        ("the 30th, a week before mine. can i take it?", "Tuesday 30 March 2027 is 7 days before that."),
    ],
)
def test_the_month_of_an_offered_day_stays(text: str, has: str) -> None:
    """A number alone is of the month in which the day was offered, though the plan's date is in the next one."""
    chat = Talk(date(2027, 3, 24))
    for one in ("every 12 weeks, last one 12 january 2027", "yes", "they can fit me in on 30 march, do i take it?"):
        chat.say(one)
    assert has in " ".join(chat.say(text))


def test_another_number_is_of_its_own_month() -> None:
    """The month that was offered says nothing of another day."""
    chat = Talk(date(2027, 3, 24))
    for one in ("every 12 weeks, last one 12 january 2027", "yes", "they can fit me in on 30 march, do i take it?"):
        chat.say(one)
    assert "Tuesday 6 April 2027" in " ".join(chat.say("is it the 6th?"))


@pytest.mark.parametrize(
    "text",
    [
        "work says is july the 22nd or 29th. 4 weeks is the 22nd",
        "is it july 22nd or july 29th",
        "my boss has july the 22nd or the 29th",
        "boss reckons july is the 22nd or 29th",
    ],
)
def test_which_of_two_days_is_answered_from_the_plan(text: str) -> None:
    """The plan has one of them, and nothing is kept."""
    chat = _known()
    answer = " ".join(chat.say(text))
    assert "Thursday 29 July 2027 is one of your dates." in answer, answer
    assert "none on Thursday 22 July 2027" in answer
    assert _booked(chat) == AS_BEFORE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("they booked me in for wednesday 2 june instead", "2027-06-02"),
        ("the clinic moved it to the 2nd of june", "2027-06-02"),
        ("i've got an appointment on wednesday 2 june", "2027-06-02"),
        ("they offered me 2 june and i accepted", "2027-06-02"),
        ("a cancelled slot came up on 2 june and they booked me in", "2027-06-02"),
        ("they booked me in for 2 june, a day early, is that ok?", "2027-06-02"),
        ("she offered me the 2nd of june", "2027-06-02"),
        ("they can do the 2nd of june", "2027-06-02"),
    ],
)
def test_what_was_agreed_is_kept(text: str, day: str) -> None:
    """Words of a booking keep the day, whatever else is asked."""
    chat = _known()
    chat.say(text)
    assert (chat.kept or {})["booked"] == day


def test_an_offer_is_kept_once_it_is_booked() -> None:
    """The day of the offer is the clinic's as soon as somebody says so."""
    chat = _known()
    chat.say("they have a cancelled slot on the 2nd of june, take it?")
    assert _booked(chat) == AS_BEFORE
    chat.say("the nurse booked me in for 2 june")
    assert (chat.kept or {})["booked"] == "2027-06-02"


@pytest.mark.parametrize(
    "text",
    [
        "is it 2 or 3 weeks?",
        "what if i have it on 2 june, a day early?",
        "i had it a week late, on 8 april, is that ok?",
        "when is the next one?",
        "is 3 june one of them?",
    ],
)
def test_other_questions_stay_what_they_are(text: str) -> None:
    """A gap, a supposition, what was, and the plan's own days are no wish for another day."""
    chat = _known()
    assert ("request", "not_agreed") not in [move[:2] for move in chat.moves(text)]
    chat.say(text)
    assert (chat.kept or {})["booked"] is None


def test_a_day_of_long_ago_is_not_that_of_next_year() -> None:
    """A day before the plan's next one is that of this year, whatever else the plan has in its month."""
    chat = _known("every 12 weeks, last one 16 march 2027")  # next on 8 June
    assert "Tuesday 1 June 2027 is 7 days before that." in chat.say("so 1 june, one week early. yes or no")


def test_an_offer_told_with_the_plan_is_answered_first() -> None:
    """The plan's own date, how far the offer is from it, and the plan read back; nothing is booked."""
    chat = Talk(TODAY)
    lines = chat.say("every 8 weeks, last one 8 april. nurse rang with a cancelled slot on wednesday 2 june. take it?")
    assert lines[:4] == [DUE, "Wednesday 2 June 2027 is 1 day before that.", *OFFER]
    assert _booked(chat) == AS_BEFORE


@pytest.mark.parametrize(
    "text",
    [
        "they offered me [2 june], do i take it?",
        "no, they booked nothing. please keep [3 june]",
    ],
)
def test_what_was_heard_as_booked_is_not_by_itself(text: str) -> None:
    """However surely a day is heard as one that the clinic set, the words say that it is not."""
    chat = _known()
    plain, day = text.replace("[", "").replace("]", ""), text.index("[")
    part = Span(day, text.index("]") - 1, "booked", 0.99)
    assert dialogue.plainly(chat.kept, plain, [part], {"tells_booked": 0.99}, dialogue.Who(TODAY, "GB")) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Every 8 weeks. I got it on 8 April, late. They have a slot on 2 June, do I take it?", "2027-04-08"),
        ("every 8 weeks. mine was given on 8 april, a day early. clinic offered 2 june, do i take it?", "2027-04-08"),
        ("every 8 weeks. nurse gave it to me on 8 april. there's a free slot on 2 june. is it too soon", "2027-04-08"),
        ("every 8 weeks, last one 8 april. they can do 2 june. ok to take that?", "2027-04-08"),
    ],
)  # fmt: skip
def test_a_dose_told_beside_an_offer_is_kept_and_the_offer_is_not(text: str, last: str) -> None:
    """However early or late the dose was."""
    chat = Talk(TODAY)
    lines = chat.say(text)
    kept = chat.kept or {}
    assert kept["anchor"]["date"] == last
    assert kept["booked"] is None
    assert lines[:2] == [DUE, "Wednesday 2 June 2027 is 1 day before that."]


@pytest.mark.parametrize(
    "text",
    [
        "they offered 2 june, is it too soon",
        "clinic has a slot on 2 june would that be too early",
        "they can do 2 june is that ok",
        "they offered me the 2nd of june is this alright or not",
        "there is a cancellation on 2 june. is it fine",
    ],
)
def test_an_offer_needs_no_question_mark(text: str) -> None:
    """What is asked of the day books nothing."""
    chat = _known()
    chat.say(text)
    assert _booked(chat) == AS_BEFORE


@pytest.mark.parametrize("text", ["they booked me for 2 june, is it too soon", "they moved it to 2 june. is that ok"])
def test_a_day_that_is_set_is_kept_whatever_is_asked_of_it(text: str) -> None:
    """Words of something agreed keep it."""
    chat = _known()
    chat.say(text)
    assert (chat.kept or {})["booked"] == "2027-06-02"
