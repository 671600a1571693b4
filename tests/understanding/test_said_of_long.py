"""What the encoder hears of a long message: an excerpt, in which no sentence with a sign is missing."""

from __future__ import annotations

import pytest

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
    """However long a message and its sentences are, the encoder hears a small part."""
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


def test_words_that_take_up_what_was_said_make_no_message_long() -> None:
    """ "Right." before a sign is left out, and the rest is read as ever."""
    said = Said.of(f"Right. {SIGN}")
    assert (said.excerpt, said.heard) == (False, SIGN)
