"""What strangers write takes no memory for longer than it is needed, and never more than a bound."""

from __future__ import annotations

import gc
from itertools import product

from b12guide import shared
from b12guide.at_hand import LONG, LONG_KEPT, at_hand
from b12guide.safety._words import _MOST_KEPT, MOST_CORRECTED

LETTERS = "bcdfghjklm"
UNKNOWN_WORDS = ["z" + "".join(letters) for letters in product(LETTERS, repeat=5)]


def words_held() -> int:
    """Words of messages that the detector keeps."""
    return int(shared.detector()._rules.vocabulary._faulty.cache_info().currsize)


def test_unknown_words_are_kept_up_to_a_bound_and_forgotten() -> None:
    """Of ever new words a few thousand are at hand, and none after `forget_texts`."""
    for start in range(0, 10 * MOST_CORRECTED, MOST_CORRECTED):
        shared.detector().triage(" ".join(UNKNOWN_WORDS[start : start + MOST_CORRECTED]))
    assert words_held() == _MOST_KEPT
    shared.forget_texts()
    assert words_held() == 0
    gc.collect()
    assert not any(isinstance(one, dict) and UNKNOWN_WORDS[0] in one for one in gc.get_objects())


def test_a_long_word_is_not_kept() -> None:
    """Only words of a usual length are corrected at all."""
    shared.forget_texts()
    shared.detector().triage("q" * 15_000 + " and " + "k" * 25)
    assert words_held() == 0


def test_beyond_the_bound_typing_faults_stay_and_all_else_is_read() -> None:
    """A misspelt sign behind hundreds of unknown words is not seen; the same sign spelt well is."""
    many = " ".join(UNKNOWN_WORDS[:MOST_CORRECTED])
    assert shared.triage("my throat is swellling up").level == "emergency"
    assert shared.triage(f"{many}. my throat is swellling up").level == "none"
    assert shared.triage(f"{many}. my throat is swelling up").level == "emergency"


def test_few_long_texts_are_at_hand() -> None:
    """Of long texts, only the latest few."""
    length = at_hand(100)(len)
    for number in range(3 * LONG_KEPT):
        length("x" * (LONG + 1 + number))
        length("y" * number)
    assert length.held() == LONG_KEPT + 3 * LONG_KEPT
    length.forget()
    assert length.held() == 0
