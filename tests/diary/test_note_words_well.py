"""Words that say of each thing that it is well, and nothing else."""

from __future__ import annotations

import pytest

from b12guide.diary.well_words import says_all_is_well


@pytest.mark.parametrize(
    "words",
    ["no tingling. walking ok", "walking is fine", "none and walking good", "no pins and needles, legs ok", "All fine",
     "all the same", "tingling gone, walking good", "my balance has been steady, no numbness at all", "ok thanks"],
)  # fmt: skip
def test_all_is_well(words: str) -> None:
    """Each part is well, gone or as it was."""
    assert says_all_is_well(words)


@pytest.mark.parametrize(
    "words",
    ["no walking", "my balance is gone", "walking gone", "energy none", "gone",
     "no balance", "walking ok but feet numb", "no tingling, no walking", "walking", "mood low", "",
     "worse", "walking ok. legs gave way", "no energy", "hands fine, can't hold a cup"],
)  # fmt: skip
def test_not_all_is_well(words: str) -> None:
    """A part that is missing, low or worse, or that is not said to be well, is not passed over."""
    assert not says_all_is_well(words)
