"""A question is never a fact: what is only asked changes no plan, no log and no day that was set."""

from __future__ import annotations

import itertools
import random
from datetime import date

import pytest

from b12guide.plan import about, dialogue
from b12guide.plan.talk.only_asked import only_asked
from tests.plan.talk.dialogue_chat import WORDING
from tests.plan.talk.moves_chat import Talk, saved

WHO = ["i", "he", "she", "ron", "my sister", "we"]
WHOSE = ["mine", "his", "hers", "ron's", "my sister's", "the next one", "it", "my jab"]
DAYS = [
    "the 9th", "9 june", "9th of june", "thursday", "next monday", "friday the 12th", "tomorrow", "the 3rd of may",
    "june 20", "a fortnight later", "in three weeks", "the week before", "two weeks", "a week", "the day after",
    "till july", "monday week", "21/6",
]  # fmt: skip
ASKED = [
    "could {who} wait till {day}?", "could {who} hold off ten days, so we'd go on {day} together?",
    "can {whose} be put back to {day}?", "can {whose} be moved to {day}", "can {whose} be pushed back {day}",
    "is {whose} still {day}?", "and {whose} is still {day}?", "{whose} is {day}, isn't it?",
    "so is {whose} on {day} or not", "would it be ok to have {whose} on {day}?", "should {who} go on {day}?",
    "do i keep {day} then?", "is {day} right for {whose}?", "what about {day}?", "how about {day} instead?",
    "am i down for {day}?", "did the surgery say {day}?", "was {whose} booked for {day}?",
    "has {whose} been moved to {day}?", "could {who} have it {day} instead?",
    "is it safe to leave {whose} until {day}?", "does {whose} fall on {day}?", "will {whose} be given on {day}?",
    "i'm asking if {whose} can be put back to {day}", "any chance of having {whose} {day}?",
    "shall i book {whose} for {day}?", "wouldn't {day} be better for {whose}?", "do they want {who} in on {day}?",
    "why is {whose} on {day}?", "so {day} then?", "{day}?", "and {whose}, is that {day}?",
    "i was wondering whether {whose} could be {day}", "would they let {who} come {day}?", "can it be {day}?",
    "did {who} have {whose} on {day}?", "the clinic hasn't booked a thing. can {whose} wait till {day}?",
]  # fmt: skip
PLANS = [
    ("every 3 months, last one 9 march 2026", date(2026, 4, 14)),
    ("every 8 weeks, last one 20 april 2026", date(2026, 6, 16)),
    ("every 4 weeks, last one 20 may 2026", date(2026, 6, 2)),
    ("weekly for 6 weeks, first one 20 may 2026, then every 2 months", date(2026, 6, 2)),
]
REQUESTS = [None, "read", "date", "given", "state", "next", "regimen", "correct", "interval", "plan"]
RECORD = ("phases", "anchor", "given", "booked", "booking", "skipped", "kept", "confirmed")


def kept(words: str, today: date) -> Talk:
    chat = Talk(today)
    chat.tell(words, *(["all of them"] if "first" in words else []), "yes")
    assert dialogue.is_kept(chat.kept)
    return chat


def questions() -> list[str]:
    every = {
        form.format(who=who, whose=whose, day=day)
        for form, who, whose, day in itertools.product(ASKED, WHO, WHOSE, DAYS)
    }
    return random.Random(7).sample(sorted(every), 40)


@pytest.mark.parametrize(("words", "today"), PLANS)
def test_a_question_with_a_day_in_it_leaves_what_is_kept(words: str, today: date) -> None:
    chat = kept(words, today)
    before, who = chat.kept or {}, dialogue.Who(today, "GB", "Europe/London")
    for text in questions():
        moves = dialogue.moves(before, text, who=who)
        # Whatever the message was heard as.
        for request in [None] if moves else REQUESTS:
            asked = about(text) if request == "read" else request
            outcome = dialogue.turn(
                before, text, request=asked, moves=moves, who=who, wording=WORDING, new_key=lambda: "another"
            )
            after = before if outcome is None else outcome.state or {}
            assert {name: after.get(name) for name in RECORD} == {name: before.get(name) for name in RECORD}, text
            if outcome is not None:
                assert "I have noted" not in outcome.bubbles[0], text


@pytest.mark.parametrize(
    "text",
    [
        "had it on the 3rd, when's the one after?",
        "they moved mine to 14 april, so when is the next?",
        "can you note it, i had it on the 3rd",
        "office can do friday. when's the one after",
        "it was the 9th, wasn't it?",
        "mine is due on 14 april. is his the same?",
        "was the 14th, sorry",
        "i'm booked in for the 3rd, is that ok?",
        "could you put me down for every 8 weeks, the nurse said",
    ],
)
def test_what_is_told_beside_a_question_is_told(text: str) -> None:
    assert not only_asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "could she leave it ten days, so she'd go on 4 june with me?",
        "no, i was asking about dad. can his be put back three weeks",
        "the surgery hasn't moved anything. would it be ok if i wait until the week after?",
        "can it be the week before?",
        "could my brother's be brought forward a week",
    ],
)
def test_another_day_is_asked_of_the_clinic(text: str) -> None:
    chat = saved()
    lines = chat.say(text, None)
    assert "Only your clinic can move" in lines[-1], text


def test_whether_a_day_is_still_the_one() -> None:
    chat = saved()
    assert chat.say("and mine is still the 4th?", "given")[0] == "Yes. It is on Monday 4 May 2026."
    assert chat.say("so is mine on the 11th then?", "date")[0].startswith("No")
