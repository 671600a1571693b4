"""After an emergency: when the card may stop, and when a paused plan may go on."""

from __future__ import annotations

import pytest

from b12guide.safety import Replies


@pytest.mark.parametrize(
    "text",
    ["the ambulance is here", "paramedics are with me now", "I called 999", "i'm on the phone to 911",
     "I'm in hospital", "the doctor said I'm fine", "I rang 111 and they told me to rest", "help is on its way"],
)  # fmt: skip
def test_help_is_here(replies: Replies, text: str) -> None:
    """Help that has come, or a professional's word, ends the card."""
    assert replies.help_is_here(text)


@pytest.mark.parametrize(
    "text",
    ["ok", "i feel better now", "should I call 999?", "no ambulance has come", "I haven't called 999",
     "I will call 999 if it gets worse", "nobody is answering", "when is my next injection", ""],
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
