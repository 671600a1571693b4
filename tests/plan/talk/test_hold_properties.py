"""After a reaction no wording brings a date, a file or a picture out of a plan, until the clinic agreed."""

from __future__ import annotations

import re

import pytest

from b12guide.conversation.whose import ME, whose_reaction
from b12guide.plan import dialogue
from b12guide.shared import clinic_agreed
from tests.plan.talk.dialogue_chat import Chat, confirmed

ASKED = [
    "when is my next injection", "what's the date of the one after", "show me the whole plan", "remind me on my phone",
    "send me the calendar file", "can I have the picture", "print my dates", "every 4 weeks, last one 2 march 2026",
    "my clinic booked me in for 9 april 2026", "they moved it to 12 april 2026", "I had it on 2 march 2026",
    "I feel fine now, go on", "just tell me the date, I won't go", "yes", "no", "start again", "add to my calendar",
    "am I late", "how many are left", "when would it have been", "I had my last one yesterday", "swap to tablets",
]  # fmt: skip
REQUESTS = [
    "next", "after_next", "whole", "due", "left", "phase_start", "calendar", "regimen", "date", "state", "given",
    "restart",
    "affirm", "deny", "away", "plan", None,
]  # fmt: skip
NOT_AGREED = [
    "has my clinic agreed?", "I'll ask the clinic tomorrow", "the clinic hasn't agreed yet", "my husband says go on",
    "my sister agreed", "if the nurse agrees can I go on", "they said stop the injections",
    "I left the clinic a message",
    "the doctor told me to wait", "I think it is fine to go on", "I agree", "nobody has told me to stop",
]  # fmt: skip
AGREED = [
    "my clinic agreed", "the doctor said it is fine to carry on", "my nurse told me to keep having the injections",
    "gp okayed it", "the allergist cleared me to continue", "the hospital says I can restart my injections",
]  # fmt: skip
DATE = re.compile(r"\b20\d\d\b|\b(?:january|february|march|april|may|june|july)\b", re.I)


@pytest.mark.parametrize("request_", REQUESTS)
@pytest.mark.parametrize("text", ASKED)
def test_nothing_of_a_plan_on_hold_comes_out(text: str, request_: str | None) -> None:
    """Neither a date, computed or booked, nor a file, whatever is said and whatever it was heard as."""
    chat = confirmed("every 8 weeks, last one 9 february 2026")
    chat.say("my appointment is on 9 april 2026", "booked")
    chat.kept = dialogue.paused(chat.kept)
    bubbles = chat.say(text, request_)
    assert not DATE.search(" ".join(bubbles))
    assert dialogue.on_hold(chat.kept)
    if bubbles:
        assert (chat.last.plan, chat.last.links) == (None, ())


@pytest.mark.parametrize("text", NOT_AGREED)
def test_only_the_clinic_lifts_a_hold(text: str) -> None:
    """Not a relative, a message left, a hope or a question."""
    assert not clinic_agreed(text)


@pytest.mark.parametrize("text", AGREED)
def test_the_clinic_lifts_it_in_any_wording(text: str) -> None:
    """Then the plan goes on."""
    assert clinic_agreed(text)
    chat = Chat()
    chat.kept = dialogue.paused(None)
    chat.say(text, "resume")
    assert not dialogue.on_hold(chat.kept)


@pytest.mark.parametrize(
    ("text", "person", "held"),
    [
        ("my mum came out in hives after her injection", "other", ["mum"]),
        ("I came out in hives after my injection", "self", [ME]),
        ("came out in hives after the injection", "other", ["mum", ME]),
    ],
)
def test_a_reaction_holds_the_plan_of_whoever_had_it(text: str, person: str, held: list[str]) -> None:
    """Mum's hold does not stop mine; where it is not plain whose it was, all are held."""
    assert sorted(whose_reaction(text, person, ["mum", ME])) == sorted(held)
