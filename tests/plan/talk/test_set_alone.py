"""A single day that the clinic set, told while nothing is known of how often they are."""

from __future__ import annotations

import json
from datetime import date

import pytest

from b12guide.plan import dialogue
from tests.plan.talk.moves_chat import Talk

TODAY = date(2027, 6, 16)
NOTED = "I have noted what your clinic booked: Wednesday 14 July 2027."
BOOKED = "Your clinic booked Wednesday 14 July 2027."
HOW = "If you tell me how often you have them, I can work out the ones after it."


def _told(*texts: str) -> Talk:
    chat = Talk(TODAY)
    for text in texts or ("the clinic has me down for my jab on Wednesday 14 July",):
        chat.say(text)
    return chat


@pytest.mark.parametrize(
    "text",
    [
        "my next jab is Wednesday 14 July",
        "my next injection: 14 July",
        "next one's Wednesday, 14 July, they rang to say so",
        "the clinic has me down for my jab on Wednesday 14 July",
        "hospital gave me 14 July for my next shot",
        "surgery texted wed 14 july for my b12, seems odd to me",
        "I had the first few in spring, next one is at the walk-in on Wednesday 14 July",
        "my b12 is on the 14th of July. they did not say how often",
        "my own needle is on 14 July",
        "mum's b12 is booked for 14 July",
    ],
)
def test_the_day_is_kept_and_said_as_the_clinics(text: str) -> None:
    """It is noted, nothing is counted from it, and how often they are is not asked."""
    chat = Talk(TODAY)
    assert chat.say(text) == [NOTED, HOW]
    assert chat.last.plan is None or not chat.last.plan.get("next")
    assert dialogue.asks(chat.kept) is None
    assert dialogue.is_told(chat.kept)


@pytest.mark.parametrize(
    "text",
    [
        "my blood test is on 14 July",
        "my next appointment with the neurologist is 14 July",
        "is my next jab on 14 July?",
        "my last jab was 14 April",
        "my flu jab is on 14 July",
        "I think my next jab is 14 July",
        "my next jab is 14 July or 15 July",
        "I am away on 14 July and my jab hurts",
        "could my next jab be on 14 July",
        "the dentist has me down for 14 July",
    ],
)
def test_what_only_looks_like_such_a_day(text: str) -> None:
    """What is asked, supposed, of something else or past is no day that was set."""
    assert [move for move in Talk(TODAY).moves(text) if move[1] == "booked"] == []


@pytest.mark.parametrize(
    "text",
    [
        "my horse's next injection is on 14 July",
        "my next jab is my hep A on 14 July",
        "my next shot of Ozempic is 14 July",
        "my next dose of levothyroxine is 14 July",
        "my b12 is stopped from 14 July",
        "my b12 is off on 14 July",
        "my injections are paused to 14 July",
        "my rabbit's b12 is on 14 July",
        "a neighbour's b12 is on 14 July",
        "next is my driving test on 14 July",
        "the text says my next jab is 14 July, typhoid",
        "my next jab is 14 July but the surgery is shut",
        "my next injection is 14 July, the Humira one",
        "how about my next jab on 14 July",
        "would my next jab on 14 July do",
        "my next b12 on 14 July is cancelled",
        "my next jab is on 14 July, that is what I was told for the dog",
    ],
)
def test_a_day_of_anything_else_is_none_that_was_set(text: str) -> None:
    """Another medicine, an animal, somebody unknown, a pause or a closed clinic: nothing is taken."""
    assert [move for move in Talk(TODAY).moves(text) if move[1] == "booked"] == []


@pytest.mark.parametrize(
    "text",
    [
        "my next b12 is on wednesday 14 july, the nurse booked it",
        "the nurse booked my b12 in for 14 July",
        "they have booked me in for my next b12 on 14 July",
        "I have my next jab on 14 July at 10.30",
        "my next appointment for the b12 is 14 July",
        "my flu jab is on 2 July and my next b12 is 14 July",
        "hi, my next injection is booked for the 14th of July please",
    ],
)
def test_the_next_one_told_in_other_words(text: str) -> None:
    """One's own next one with a day is kept, whoever booked it."""
    assert Talk(TODAY).say(text) == [NOTED, HOW]


@pytest.mark.parametrize(
    "text", ["my booked flight is 7 July", "they have a gap on 7 July", "the doctor gave me a sick note to 7 July",
             "how about 7 July?", "could it be 7 July?", "is it 7 July?", "what about 7 July"],
)  # fmt: skip
def test_another_day_beside_one_that_is_kept_leaves_it(text: str) -> None:
    """A question, or a day of another thing, moves nothing while how often they are may be told."""
    chat = _told()
    chat.say(text)
    assert chat.say("when is my next one", "next")[0] == BOOKED


@pytest.mark.parametrize("text", ["wednesday 14 july at the walk-in", "they booked me for 14 july", "it's 14 July"])
def test_told_where_it_was_asked_how_often(text: str) -> None:
    """Whoever knows the day and not how often has told what they know."""
    chat = Talk(TODAY)
    chat.say("when is my next one", "next")
    assert chat.say(text, None) == [NOTED, HOW]


def test_asked_for_again() -> None:
    """The next one is that day, as often as it is asked for, and the ones after it need how often."""
    chat = _told()
    for request in ("next", "after_next", "whole", "calendar"):
        assert chat.say("when is it", request) == [BOOKED, HOW]
        assert not chat.last.links


def test_not_known_how_often() -> None:
    """The day stays, and whom to ask is said."""
    chat = _told()
    assert chat.say("I don't know how often", None)[0] == BOOKED
    assert chat.say("when is my next one", "next") == [BOOKED, HOW]


@pytest.mark.parametrize("text", ["every 12 weeks", "12 weeks"])
def test_how_often_told_later_joins_it(text: str) -> None:
    """The ones after it are counted from the day that was set."""
    chat = _told()
    chat.say(text, None)
    assert chat.dates[:2] == ["2027-07-14", "2027-10-06"]


def test_a_course_told_later_begins_on_no_day_that_nobody_told() -> None:
    """Of a course it is not known which of its doses was set: the first day or the last one is asked."""
    chat = _told()
    chat.say("weekly for 6 weeks then monthly")
    assert dialogue.asks(chat.kept) == "anchor"


def test_another_day_in_its_place() -> None:
    """It is put right by its day alone."""
    chat = _told()
    said = chat.say("no it's Thursday 15 July")
    assert said == ["I have noted what your clinic booked: Thursday 15 July 2027.", HOW]


def test_once_the_day_has_passed() -> None:
    """Whether it was had is asked, and then it is the last one."""
    chat = _told()
    chat.today = date(2027, 7, 16)
    assert chat.say("when is my next one", "next") == [f"{BOOKED} Did you have it?"]
    chat.say("yes", "affirm")
    chat.say("every 12 weeks")
    assert chat.dates[0] == "2027-10-06"
    assert [day.isoformat() for day in dialogue.log_days(chat.kept)] == ["2027-07-14"]


def test_once_it_was_missed() -> None:
    """A day that was not had is none of the last one; the day that the clinic set instead is kept."""
    chat = _told()
    chat.today = date(2027, 7, 16)
    chat.say("when is my next one", "next")
    chat.say("no", "deny")
    assert chat.say("friday 23 july")[-1] == HOW
    assert chat.say("when is my next one", "next")[0] == "Your clinic booked Friday 23 July 2027."
    assert dialogue.log_days(chat.kept) == []


def test_it_survives_being_stored() -> None:
    """What is kept is JSON, and says the same after it was written and read."""
    chat = _told()
    chat.kept = json.loads(json.dumps(chat.kept))
    assert chat.say("when is my next one", "next") == [BOOKED, HOW]


def test_it_is_deleted() -> None:
    """Nothing of it is left."""
    chat = _told()
    chat.say("forget my plan", "forget")
    assert not dialogue.is_told(chat.kept)


def test_a_missed_one_stays_missed() -> None:
    """As long as no new day is told, the next one is to be asked for at the clinic, and how often is not asked."""
    chat = _told()
    chat.today = date(2027, 7, 18)
    chat.say("when is my next one", "next")
    missed = chat.say("no I did not have it", "deny")
    assert missed[0].startswith("Please call your clinic and ask when to have it. Do not have 2 to catch up.")
    assert chat.say("when is my next one?", "next") == missed
    assert chat.say("when is my next one?", "next") == missed
    assert dialogue.log_days(chat.kept) == []


@pytest.mark.parametrize("text", ["I had it yesterday", "had my jab yesterday", "had it on 14 July"])
def test_the_one_that_was_set_told_as_had(text: str) -> None:
    """Whether it was had is not asked of who tells it, and a gap told later counts from it."""
    chat = _told()
    chat.today = date(2027, 7, 15)
    assert not any("Did you have it?" in line for line in chat.say(text, "given"))
    assert [day.isoformat() for day in dialogue.log_days(chat.kept)] == ["2027-07-14"]
    chat.say("every 12 weeks")
    assert chat.dates[0] == "2027-10-06"


def test_a_dose_before_the_day_that_was_set_leaves_it() -> None:
    """One that was had long before is none of the one that is to come."""
    chat = _told()
    chat.say("I had one on 2 June", "given")
    assert chat.kept is not None
    assert "2027-07-14" in (chat.kept["booking"], chat.kept["booked"])


def test_a_course_told_later_says_the_day_that_stays_set() -> None:
    """While its first or last day is asked for, the day that the clinic set is said."""
    chat = _told()
    assert chat.say("6 every other day then every 12 weeks")[0] == BOOKED


@pytest.mark.parametrize(
    "text", ["every day I take metformin", "I walk the dog every day", "I see the physio every 2 weeks",
             "folic acid every day", "my blood is tested every 3 months"],
)  # fmt: skip
def test_how_often_something_else_is_done_is_no_gap(text: str) -> None:
    """While how often they are may be told, another thing that is done so often is none of it."""
    chat = _told()
    assert [move for move in chat.moves(text) if move[1] == "interval"] == []
    chat.say(text, None)
    assert chat.say("when is my next one", "next") == [BOOKED, HOW]


@pytest.mark.parametrize("text", ["every 12 weeks", "12 weeks", "it's every 3 months", "I have them monthly",
                                  "the nurse says every 8 weeks", "once every ten weeks"])  # fmt: skip
def test_how_often_they_are_is_a_gap(text: str) -> None:
    """The gap of the injections themselves is taken."""
    chat = _told()
    chat.say(text)
    assert chat.dates[0] == "2027-07-14"
    assert len(chat.dates) > 1
