"""Words and runs of characters of a text, weighed by tf-idf: scikit-learn's weights, without its cost for one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import scipy.sparse
from sklearn.feature_extraction.text import TfidfVectorizer


class NGrams:
    """Unit tf-idf rows of texts over the n-grams of the training texts.

    scikit-learn checks and builds matrices for a millisecond before it weighs the n-grams of one text. So it learns the
    n-grams and their weights and cuts texts into them, and `row` weighs the few of one text in the same way.
    """

    def __init__(self, analyzer: str, lengths: tuple[int, int], *, least: int) -> None:
        """
        Args:
            analyzer: "word", or "char_wb" for runs of characters inside words.
            lengths: of the shortest and the longest n-gram.
            least: texts that an n-gram is in to be worth learning.
        """
        self._vectorizer = TfidfVectorizer(
            analyzer=analyzer, ngram_range=lengths, min_df=least, sublinear_tf=True, dtype=np.float32
        )
        self._cut = self._vectorizer.build_analyzer()
        self._in_words = analyzer == "char_wb"
        self.restore({}, np.zeros(0, np.float32), [])

    def fit(self, texts: Sequence[str]) -> scipy.sparse.csr_matrix:
        """Learn the n-grams of `texts`; returns their rows (n, n-grams)."""
        rows = self._vectorizer.fit_transform(texts)
        words = sorted({word for text in texts for word in text.split()}) if self._in_words else []
        self.restore(self._vectorizer.vocabulary_, self._vectorizer.idf_, words)
        return rows

    def restore(self, places: Mapping[str, int], weights: npt.NDArray[np.float32], words: Iterable[str]) -> None:
        """Take what an earlier `fit` learned: the column of each n-gram, the weight of each column, and the words."""
        self.places = {term: int(place) for term, place in places.items()}
        self.weights = weights.astype(np.float32)
        # No run of characters goes over the end of a word, and people use the same words again. Only those of the
        # training texts are kept: others are the people's own.
        self._of_word = {word: self._columns(word) for word in words}

    @property
    def words(self) -> list[str]:
        """The words of the training texts whose runs of characters are at hand."""
        return list(self._of_word)

    def row(self, text: str) -> tuple[list[int], npt.NDArray[np.float32]]:
        """The columns that `text` fills and their values, of length 1 together; none for a text of nothing known."""
        counts: Counter[int] = Counter()
        for piece in text.split() if self._in_words else [text]:
            counts.update(self._of_word.get(piece) or self._columns(piece))
        columns = list(counts)
        values = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))) * self.weights[columns]
        return columns, values / (np.sqrt(values @ values) or 1)

    def _columns(self, text: str) -> list[int]:
        places = self.places
        return [places[term] for term in self._cut(text) if term in places]
