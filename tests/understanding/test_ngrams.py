"""N-grams of one text weigh what scikit-learn gives them among many."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from b12guide.understanding.ngrams import NGrams

TEXTS = ["how long until i feel better", "how long does it take", "when is my next b12 jab", "my jab hurts", "a b c",
         "i feel no better", "is it too long", "what is b12", "when do i feel it", "it takes long"]  # fmt: skip
KINDS = {"word": ("word", (1, 2)), "char_wb": ("char_wb", (3, 5))}


@pytest.fixture(scope="module", params=list(KINDS))
def learned(request: pytest.FixtureRequest) -> NGrams:
    """N-grams of one kind, learned from `TEXTS`."""
    ngrams = NGrams(*KINDS[request.param], least=1)
    ngrams.fit(TEXTS, len(TEXTS))
    return ngrams


def whole_row(ngrams: NGrams, text: str) -> np.ndarray:
    """The row of `text` with its empty columns."""
    columns, values = ngrams.rows([text])
    row = np.zeros(len(ngrams.weights), np.float32)
    row[columns] = values[0]
    return row


@settings(deadline=None)
@given(st.lists(st.sampled_from([*" ".join(TEXTS).split(), "unheard", "ö", "x"]), max_size=30).map(" ".join))
def test_one_text_weighs_what_the_library_gives_it(text: str) -> None:
    """For any words, known or not and however often, the row is scikit-learn's own."""
    for kind in KINDS.values():
        ngrams = NGrams(*kind, least=1)
        ngrams.fit(TEXTS, len(TEXTS))
        library = TfidfVectorizer(analyzer=kind[0], ngram_range=kind[1], sublinear_tf=True, dtype=np.float32)
        expected = library.fit(TEXTS).transform([text]).toarray()[0]
        assert whole_row(ngrams, text) == pytest.approx(expected, abs=1e-5)


def test_a_row_has_length_1(learned: NGrams) -> None:
    """Long texts and short ones weigh the same together."""
    assert np.linalg.norm(whole_row(learned, "how long is it until my next jab")) == pytest.approx(1, abs=1e-5)


def test_nothing_known_is_an_empty_row(learned: NGrams) -> None:
    """A text of foreign words, or of none, fills no column."""
    for text in ("", " ", "zzzz", "öööö"):
        columns, values = learned.rows([text])
        assert (columns.tolist(), values.tolist()) == ([], [[]])


def test_texts_beside_each_other_weigh_what_they_weigh_alone(learned: NGrams) -> None:
    """A text's values do not depend on the texts that are read with it, of which one may have nothing known."""
    texts = ["my jab hurts", "zzzz", "how long until my jab, how long"]
    columns, values = learned.rows(texts)
    assert columns.tolist() == sorted(columns.tolist())
    for text, row in zip(texts, values, strict=True):
        expected = whole_row(learned, text)
        assert row.tolist() == expected[columns].tolist()
        assert np.count_nonzero(row) == np.count_nonzero(expected)


def test_what_was_learned_can_be_restored(learned: NGrams) -> None:
    """Columns and weights alone give the same rows again."""
    kind = "char_wb" if learned._in_words else "word"
    again = NGrams(*KINDS[kind], least=1)
    again.restore(learned.places, learned.weights)
    text = "when does my jab take"
    assert whole_row(again, text).tolist() == whole_row(learned, text).tolist()


@settings(deadline=None)
@given(st.text(alphabet="aB1ö \t\n.,'-_’ﬁ", max_size=40))
def test_texts_are_cut_as_the_library_cuts_them(text: str) -> None:
    """Whatever a text is made of, its n-grams are scikit-learn's, each as often."""
    for analyzer, lengths in KINDS.values():
        expected = TfidfVectorizer(analyzer=analyzer, ngram_range=lengths).build_analyzer()(text)
        assert sorted(NGrams(analyzer, lengths, least=1).cut(text)) == sorted(expected)
