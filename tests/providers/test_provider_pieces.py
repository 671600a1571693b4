"""Texts cut to what a provider takes, counted as the provider counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b12guide.channels.pieces import characters, first_piece, pieces, plain, segments, shortened, utf16

TEXTS = st.text(st.sampled_from("ab .\n!é€•\U0001f489\u0301\u200d\ufe0f"), max_size=400) | st.text(max_size=200)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("é" * 160, 1),  # in the alphabet
        ("ê" * 70, 1),  # not in it
        ("ê" * 71, 2),
        ("ê" * 134, 2),
        ("ê" * 135, 3),
        ("€" * 80, 1),  # two places each
        ("€" * 81, 2),
        ("a" * 152 + "€" + "a" * 8, 2),
        ("a" * 152 + "€" + "a" * 151, 2),  # an escape is not split: one place of the first segment stays empty
        ("a" * 152 + "€" + "a" * 152, 3),
        ("\U0001f489" * 35, 1),
        ("\U0001f489" * 36, 2),
        ("\U0001f489" * 66, 2),  # 33 pairs in each
        ("\U0001f489" * 67, 3),
        ("a" * 159 + "•", 3),  # one bullet, and all of it counts by 70
    ],
)
def test_segments_of_an_sms(text: str, count: int) -> None:
    """As GSM 03.38 and 03.40 have it: 160 or 153 of the short alphabet, 70 or 67 of the long one."""
    assert segments(text) == count


@given(text=TEXTS, limit=st.integers(1, 60), length=st.sampled_from([characters, utf16]))
def test_pieces_fit_and_lose_nothing(text: str, limit: int, length: object) -> None:
    """Each piece is as long as is allowed at most, none is empty, and only spaces between them are gone."""
    measure = utf16 if length is utf16 else characters
    found = pieces(text, limit, measure)
    assert all(piece for piece in found)
    assert all(measure(piece) <= max(limit, 2) for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@given(text=TEXTS)
def test_pieces_of_sms_fit(text: str) -> None:
    """Two segments at most each."""
    assert all(segments(piece) <= 2 for piece in pieces(text, 2, segments))


@pytest.mark.parametrize(
    ("text", "limit", "first"),
    [
        ("One two. Three four.", 12, "One two."),
        ("One two\nThree four.", 14, "One two"),
        ("One.\n\nTwo three\nfour", 12, "One."),
        ("One two three", 9, "One two"),
        ("Onetwothree", 4, "Onet"),
        ("Short", 5, "Short"),
        ("A. Bcdefgh ijklmnop", 16, "A. Bcdefgh"),  # not after the first letter
    ],
)
def test_a_cut_is_where_a_reader_pauses(text: str, limit: int, first: str) -> None:
    """A paragraph, else a line, else a sentence, else a word, and never so early that many small pieces follow."""
    assert first_piece(text, limit, characters)[0] == first


def test_an_emoji_of_several_parts_is_not_torn() -> None:
    """Letters with accents and families stay whole."""
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert first_piece("x" * 8 + family, 10, characters) == ("x" * 8, family)
    assert first_piece("abe\u0301", 3, characters) == ("ab", "e\u0301")


@pytest.mark.parametrize(
    ("words", "limit", "shown"),
    [
        ("Yes", 20, "Yes"),
        ("How long until I feel better?", 20, "How long until I…"),
        ("How long until I feel better?", 24, "How long until I feel…"),
        ("x" * 30, 20, "x" * 19 + "…"),
        ("Wednesday, 4 March 2026 at noon", 11, "Wednesday…"),
    ],
)
def test_words_are_shortened_between_words(words: str, limit: int, shown: str) -> None:
    """What does not fit ends with an ellipsis, after a whole word where there is one."""
    assert shortened(words, limit) == shown


@given(text=TEXTS)
def test_shortened_words_fit(text: str) -> None:
    """Never longer than allowed."""
    assert all(len(shortened(text, limit)) <= limit for limit in (1, 20, 24, 72))


def test_plain_kin_of_typographic_signs() -> None:
    """Bullets, dashes, quotes and hard spaces are written in the short alphabet."""
    assert plain("• a – b — c “d” ‘e’ … f\u00a0g") == "- a - b - c \"d\" 'e' ... f g"
    assert segments(plain("•" * 160)) == 1
