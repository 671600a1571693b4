"""What the encoders hear of a long message: an excerpt, in which no sentence with a sign is missing."""

from __future__ import annotations

import numpy as np
import pytest

from b12guide.understanding.predictions import Prediction
from b12guide.understanding.second_reading import MOST_READ, both, measured
from b12guide.understanding.sentences import EXCERPT, EXCERPT_QUESTIONS, LONGEST_PIECE, MOST_HEARD, Said, size

SIGN = "My throat is closing and I can't breathe."
STORY = [f"On day {number} I went to the shop with my neighbour and we talked." for number in range(60)]


@pytest.mark.parametrize("place", [0, 20, 30, 45, 59])
def test_the_sentence_with_a_sign_is_heard(place: int) -> None:
    """Wherever in a long message the rules find a sign, its sentence is heard, and so are the first and the last."""
    story = [*STORY[:place], SIGN, *STORY[place:]]
    said = Said.of(" ".join(story))
    assert {SIGN, story[0], story[-1]} <= set(said.sentences)
    assert said.sentences == [sentence for sentence in story if sentence in said.sentences]
    assert said.heard == " ".join(said.sentences)


@pytest.mark.parametrize(
    "text", ["word " * 900, "\u4e2d" * 4_000, "a. " * 1_300, "1 " * 2_000, " ".join(STORY), "how do i stop? " * 250]
)
def test_what_is_heard_has_a_bound(text: str) -> None:
    """However long a message and its sentences are, the encoders hear a small part."""
    said = Said.of(text)
    assert max(len(sentence) for sentence in said.sentences) <= LONGEST_PIECE
    assert sum(size(question, MOST_HEARD) for question in said.questions) <= EXCERPT_QUESTIONS
    assert size(said.heard, MOST_HEARD) <= EXCERPT
    assert (said.text, said.excerpt) == (said.heard, True)


def test_a_sign_in_a_long_sentence_is_heard_with_what_is_around_it() -> None:
    """Of a message without a stop, the piece around the sign is heard."""
    said = Said.of("and then we went on " * 60 + SIGN + " and then we went on" * 60)
    assert SIGN in said.heard


def test_a_message_of_usual_length_is_heard_whole() -> None:
    """Nothing of it is left out or cut."""
    text = " ".join([*STORY[:4], SIGN])
    said = Said.of(text)
    assert (said.text, said.heard, said.sentences, said.excerpt) == (text, text, [*STORY[:4], SIGN], False)


def test_what_the_second_reader_did_not_read_is_as_the_first_said() -> None:
    """No number takes the place of one that is not known."""
    first = Prediction([("typical_dose", 0.9)], 0.5, (0.5, 1.0, -2.0))
    assert both(first, np.full(3, np.nan, np.float32)) == first


class _Counting:
    """A second reader that counts what it is asked."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def pieces(self, text: str) -> int:
        return len(text) // 3

    def measure(self, texts: list[str]) -> np.ndarray:
        self.texts += texts
        return np.zeros((len(texts), 3), np.float32)


def test_the_large_encoder_reads_no_excerpt() -> None:
    """It takes ten times as long as the small one: what is heard in part, the small one and the rules judge."""
    reader = _Counting()
    found = measured(reader, Said.of(f"{' '.join(STORY)} {SIGN}"))  # type: ignore[arg-type]
    assert reader.texts == []
    assert np.isnan(found).all()


def test_one_word_costs_the_large_encoder_as_much_as_ten() -> None:
    """Of many short sentences it reads the message and a few of them."""
    reader = _Counting()
    text = "Help me! " * 12
    measured(reader, Said.of(text))  # type: ignore[arg-type]
    assert len(reader.texts) <= 14


def test_the_large_encoder_counts_its_own_pieces() -> None:
    """A word of no language is many pieces of it, however few words a message has: it reads no more of them."""
    reader = _Counting()
    measured(reader, Said.of("xqzvw" * 6 + " jab. " + "qzkvx" * 130))  # type: ignore[arg-type]
    assert sum(map(reader.pieces, reader.texts)) <= MOST_READ


def test_words_that_take_up_what_was_said_make_no_message_long() -> None:
    """ "Right." before a sign is left out, and the rest is read as ever."""
    reader = _Counting()
    said = Said.of(f"Right. {SIGN}")
    measured(reader, said)  # type: ignore[arg-type]
    assert (said.excerpt, said.heard, reader.texts[:1]) == (False, SIGN, [SIGN])
