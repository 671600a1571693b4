"""Which sentences of a safety net somebody has just read."""

from __future__ import annotations

import pytest

from b12guide.content.nets import signs_of, told_in, without_told

NERVES = "Tell your clinic. New or worse numbness, weak legs or poor balance: get medical advice today."
WALK = "If you cannot walk, or cannot hold or pass pee, call 999 or your local emergency number now."


def test_a_net_that_was_just_read_is_left_out() -> None:
    """What to do first stays; the signs that were told with the same haste do not."""
    told = told_in([f"{NERVES} {WALK}"])
    assert without_told(f"Ask before you switch. {NERVES.split('. ', 1)[1]} {WALK}", told) == (
        "Ask before you switch.",
        True,
    )


def test_nothing_is_left_out_of_a_net_that_is_new() -> None:
    """Where nothing was told, all of it stands."""
    assert without_told(f"{NERVES} {WALK}", set()) == (f"{NERVES} {WALK}", False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Cramps, weakness or a pounding heart soon after you start: get medical advice today.",
        "New or worse numbness, weakness, confusion or change of sight: get medical advice today.",
        "If you have chest pain or pass out, call 999 now.",
        "If breathing is hard, or your face or throat swells, call 999 now.",
        "After a wrong or extra dose, call your clinic, or a nurse or poison line, today.",
        "In an emergency, call 999 or your local emergency number now.",
        "If you vomit blood, call 999 now.",
    ],
)
def test_a_sentence_with_another_sign_stays(sentence: str) -> None:
    """A sign that was not named before is never left out beside one that was."""
    assert signs_of(sentence) == set()
    assert without_told(sentence, told_in([f"{NERVES} {WALK}"])) == (sentence, False)


def test_advice_today_does_not_stand_for_the_number() -> None:
    """A sign that was told for advice today is told again where it calls for help now."""
    weak = "If your legs get weak fast or you cannot walk, call 999 now."
    assert without_told(weak, told_in([NERVES])) == (weak, False)
    assert without_told(weak, told_in([weak])) == ("", True)


def test_what_means_the_sentence_before_it_stands_with_that() -> None:
    """ "Do the same ..." is never left alone."""
    both = "If it gets worse, get medical advice today. Do the same after the birth."
    assert without_told(both, told_in([NERVES])) == (both, False)
