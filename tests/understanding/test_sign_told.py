"""What is quoted of a message on a card: the whole part of its sentence that tells of the sign."""

from __future__ import annotations

import pytest

from b12guide.understanding.sign_told import LONGEST, whole_parts

LONG = (
    "I am writing for my sister who lives in Leeds and has had the jabs since the autumn, "
    "at first she could walk to the shop and now her legs give way on the stairs"
)


@pytest.mark.parametrize(
    ("text", "heard", "quoted"),
    [
        (
            "Hello. In May only my heels prickled and now I am numb to the hip. Is that good?",
            "my heels prickled",
            "In May only my heels prickled and now I am numb to the hip",
        ),
        ("my calf is hot and swollen", "swollen", "my calf is hot and swollen"),
        ("I have hives! What now?", "hives", "I have hives"),
        ("Hives, all over my arms.", "hives", "Hives, all over my arms"),
        (LONG, "walk to the shop", "at first she could walk to the shop and now her legs give way on the stairs"),
        ("nothing of it stands here", "hives", "hives"),
    ],
)
def test_the_whole_part_is_quoted(text: str, heard: str, quoted: str) -> None:
    """With what follows the older state, without the other sentences."""
    assert whole_parts(text, [heard]) == (quoted,)


def test_two_signs_of_one_sentence_are_quoted_once() -> None:
    """The same part twice says no more."""
    assert whole_parts("my feet are numb and I trip", ["feet are numb", "trip"]) == ("my feet are numb and I trip",)


@pytest.mark.parametrize("text", ["numb " * 200, "x" * 400, "", "numb, " * 90])
def test_no_quotation_is_long(text: str) -> None:
    """A text without an end is quoted by the words that were heard."""
    assert all(len(one) <= LONGEST for one in whole_parts(text, ["numb"]))
