"""A text of a message is encoded once, however often it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from b12guide.understanding.encoder.encoder import Encoded, Vectors
from b12guide.understanding.encoder.once import Once


class Counting:
    """An encoder that knows what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([[float(len(text))] for text in texts], np.float32).reshape(len(texts), 1)

    def read(self, text: str) -> Encoded:
        words = " ".join(text.split())
        self.asked.append(words)
        begins = np.array([0, *(at + 1 for at, letter in enumerate(words) if letter == " ")])
        ends = np.array([*(at for at, letter in enumerate(words) if letter == " "), len(words)])
        pieces = np.ones((len(begins), 1), np.float32)
        return Encoded(words, np.array([float(len(words))], np.float32), pieces, begins, ends)


def once() -> tuple[Once, Counting]:
    encoder: Any = Counting()
    return Once(encoder), encoder


def test_what_was_encoded_is_at_hand() -> None:
    """In the order asked for, also where a text stands there twice."""
    made, encoder = once()
    assert made.encode(["a", "bb", "a"]).tolist() == [[1.0], [2.0], [1.0]]
    assert made.encode(["bb", "ccc"]).tolist() == [[2.0], [3.0]]
    assert encoder.asked == ["a", "bb", "ccc"]


def test_a_message_as_a_whole_is_not_encoded_again() -> None:
    """Its parts are: inside the message they are heard otherwise."""
    made, encoder = once()
    made.encode_with_parts("a bb", ["bb"])
    assert made.encode(["a bb"]).tolist() == [[4.0]]
    made.encode(["bb"])
    assert encoder.asked == ["a bb", "bb"]


def test_what_was_read_for_its_parts_is_not_read_again() -> None:
    """Plans and questions are heard in one reading of the message."""
    made, encoder = once()
    made.read("a bb")
    made.encode_with_parts("a bb", [])
    assert encoder.asked == ["a bb"]


def test_blanks_that_the_encoder_takes_as_one_are_another_text() -> None:
    """What is kept is kept for the text as it was read."""
    made, encoder = once()
    made.encode_with_parts("a  bb", [])
    made.encode(["a  bb", "a bb"])
    assert encoder.asked == ["a bb", "a  bb"]


def test_nothing_is_encoded_of_nothing() -> None:
    """No text gives no vector."""
    made, _ = once()
    assert made.encode([]).shape == (0, 1)
