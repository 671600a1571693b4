"""A call that goes on is no cry for one; who rang and wants them in has said what to do; a number that was meant."""

from __future__ import annotations

import pytest

from b12guide.shared import replies, triage


@pytest.mark.parametrize(
    "text",
    [
        "my wife is on the phone to 999 now",
        "on the phone with 911 now please tell me what to say",
        "he got on the phone to 111 for me",
        "she is on the phone to the ambulance now",
    ],
)
def test_who_is_on_the_phone_cries_for_nobody(text: str) -> None:
    """They are rung already."""
    assert triage(text).level == "none"


@pytest.mark.parametrize(
    "text",
    [
        "phone an ambulance now",
        "phone for an ambulance please",
        "phone 999 now",
        "please phone 999 for her",
        "call 911 now",
        "ring 999 for me",
        "phone up an ambulance for him",
        "someone call an ambulance",
    ],
)
def test_a_cry_for_an_ambulance_is_heard(text: str) -> None:
    """In any of its verbs."""
    assert triage(text).level == "emergency"


@pytest.mark.parametrize(
    "text",
    [
        "they just rang, the GP wants me in tomorrow morning",
        "the surgery rang and wants me in at nine",
        "111 called, they are sending me to the clinic",
    ],
)
def test_who_rang_and_wants_them_in_has_advised(text: str) -> None:
    """They know, and said what to do."""
    assert replies().clinician_advised(text)


@pytest.mark.parametrize(
    "text",
    [
        "they have not rung me",
        "will the GP ring and want me in?",
        "I rang them and nobody wants me in",
        "if they ring and want me in I will go",
        "the receptionist rang and wants me in for bloods",
        "the nurse rang and wants me in for my injection on Friday",
        "the surgery phoned, they want me in at nine for a blood test",
        "the nurse phoned and booked me in for Friday",
    ],
)
def test_who_did_not_ring_has_advised_nothing(text: str) -> None:
    """Not yet, only asked, nobody who knows, or for something else than the sign: who is booked in may have their next
    injection then."""
    assert not replies().clinician_advised(text)


@pytest.mark.parametrize("text", ["I meant the number is high", "I was asking about the reading itself"])
def test_a_number_that_was_meant(text: str) -> None:
    """After a card that rests on likeness alone."""
    assert replies().meant_otherwise(text) is not None


@pytest.mark.parametrize(
    "text", ["the number of jabs went up", "I meant my chest is high and tight", "what number is high?"]
)
def test_other_numbers_mean_nothing_else(text: str) -> None:
    """Neither a count, a sign nor a question."""
    assert replies().meant_otherwise(text) is None
