"""After an emergency: when the card may stop, and when a paused plan may go on."""

from __future__ import annotations

import pytest

from b12guide.safety import Replies


@pytest.mark.parametrize(
    "text",
    ["the ambulance is here", "paramedics are with me now", "i'm on the phone to 911",
     "I'm in hospital", "the doctor said I'm fine", "I rang 111 and they told me to rest",
     "the clinic has just seen me and knows", "the optician examined her an hour ago",
     "the nurse told me not to worry"],
)  # fmt: skip
def test_help_is_here(replies: Replies, text: str) -> None:
    """Help that has come, or a professional's word, ends the card."""
    assert replies.help_is_here(text)


@pytest.mark.parametrize(
    "text",
    ["ok", "i feel better now", "should I call 999?", "no ambulance has come", "I haven't called 999",
     "I will call 999 if it gets worse", "nobody is answering", "when is my next injection", "",
     "the clinic hasn't seen me yet", "no clinic has seen me", "the doctor has not checked me",
     "the surgery never saw me",
     "I have not been seen by a doctor", "the gp hasn't said anything", "when the hospital has seen me I will tell you",
     "the hospital saw me last year", "the clinic examined me 2 months ago", "the optician saw me in march",
     "the specialist saw him not me"],
)  # fmt: skip
def test_help_is_not_here(replies: Replies, text: str) -> None:
    """Feeling better, a question, a plan to call or silence end nothing."""
    assert not replies.help_is_here(text)


@pytest.mark.parametrize(
    "text", ["the clinic agreed to go on", "my doctor said it's ok to carry on", "nurse says I can have the injections"]
)
def test_clinic_agreed(replies: Replies, text: str) -> None:
    """The clinic's yes lets the plan go on."""
    assert replies.clinic_agreed(text)


@pytest.mark.parametrize(
    "text",
    ["ok", "my gp said to stop the injections", "the nurse has not agreed yet", "can I carry on?", "if they agree"],
)
def test_clinic_did_not_agree(replies: Replies, text: str) -> None:
    """Anything short of the clinic's yes keeps the pause."""
    assert not replies.clinic_agreed(text)


@pytest.mark.parametrize(
    "text",
    ["that was my uncle in 2010", "it was years ago", "it happened in 1999", "this was years ago when i was a kid"],
)
def test_it_was_long_ago(replies: Replies, text: str) -> None:
    """A fact that is corrected: it is not there now."""
    assert replies.was_long_ago(text)


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "im fine now",
        "that was 10 years ago but its back now",
        "it was years ago and today again",
        "it was 5 minutes ago",
        "was that years ago?",
        "it was diagnosed in 2015",
        "the b12? that was prescribed years ago",
        "my first injection, it was in 2019",
        "i was only asking",
    ],
)
def test_it_was_not_long_ago(replies: Replies, text: str) -> None:
    """In doubt it stands: what is there again, what was just now, a question, feeling better."""
    assert not replies.was_long_ago(text)


@pytest.mark.parametrize(
    "text", ["my husband is with me", "i've called 999", "i rang 999 and they are on the way", "help is on its way"]
)
def test_company_and_a_call_are_no_help_yet(replies: Replies, text: str) -> None:
    """Until somebody has taken over or told them otherwise, the card stands."""
    assert not replies.help_is_here(text)


@pytest.mark.parametrize("text", ["they are here", "they're here now", "They have arrived.", "ok. they came"])
def test_they_are_here(replies: Replies, text: str) -> None:
    """In an emergency "they" are the help that was called."""
    assert replies.they_are_here(text)


@pytest.mark.parametrize(
    "text",
    ["I call 911. they come now", "they are coming", "they are not here", "are they here?",
     "the ambulance is on the way", "the hives came", "they are here to stay", "they are still here on my arms",
     "when they are here"],
)  # fmt: skip
def test_they_are_not_here_yet(replies: Replies, text: str) -> None:
    """Who is on the way, who has not come, and what is no person ends nothing."""
    assert not replies.they_are_here(text)
    assert not replies.help_is_here(text)
