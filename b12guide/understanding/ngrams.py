"""Words and runs of characters of a text, weighed by tf-idf: scikit-learn's weights, without its cost for one text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt
import scipy.sparse

# What is a word to the word n-grams: two letters or digits or more.
_WORD = re.compile(r"\b\w\w+\b")


class NGrams:
    """Unit tf-idf rows of texts over the n-grams of the training texts.

    scikit-learn checks and builds matrices for a millisecond before it weighs the n-grams of one text. So it learns the
    n-grams and their weights, and `rows` weighs the few of one message in the same way. A server does without the
    library, which takes longer to import than a model to load.
    """

    def __init__(self, analyzer: str, lengths: tuple[int, int], *, least: int) -> None:
        """
        Args:
            analyzer: "word", or "char_wb" for runs of characters inside words.
            lengths: of the shortest and the longest n-gram.
            least: texts that an n-gram is in to be worth learning.
        """
        self._in_words, self._lengths, self._least = analyzer == "char_wb", lengths, least
        self.restore({}, np.zeros(0, np.float32))

    def fit(self, texts: Sequence[str], learned: int) -> scipy.sparse.csr_matrix:
        """Learn the n-grams of the first `learned` of `texts`; returns the rows of all (n, n-grams)."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        vectorizer = TfidfVectorizer(analyzer=self.cut, min_df=self._least, sublinear_tf=True, dtype=np.float32)
        rows = vectorizer.fit(texts[:learned]).transform(texts)
        self.restore(vectorizer.vocabulary_, vectorizer.idf_)
        return rows

    def restore(self, places: Mapping[str, int], weights: npt.NDArray[np.float32]) -> None:
        """Take what an earlier `fit` learned: the column of each n-gram, and the weight of each column."""
        self.places = {term: int(place) for term, place in places.items()}
        self.weights = weights.astype(np.float32)

    def rows(self, texts: Sequence[str]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """The columns that `texts` fill, in order, and the values of each text there (texts, columns), of length 1
        together; only zeros for a text of nothing known."""
        found = [self._columns(text) for text in texts]
        lengths = [len(columns) for columns in found]
        columns, places = np.unique(np.fromiter(chain(*found), np.int64, sum(lengths)), return_inverse=True)
        shape = len(texts), len(columns)
        cells = np.repeat(np.arange(len(texts)) * len(columns), lengths) + places
        counts = np.bincount(cells, minlength=len(texts) * len(columns)).reshape(shape)
        values = (1 + np.log(np.maximum(counts, 1))) * (counts > 0) * self.weights[columns]
        lengths_of_rows = np.sqrt((values * values).sum(axis=1, keepdims=True))
        return columns, (values / np.where(lengths_of_rows > 0, lengths_of_rows, 1)).astype(np.float32)

    def cut(self, text: str) -> list[str]:
        """The n-grams of `text`, those of a kind that scikit-learn calls "word" or "char_wb"."""
        shortest, longest = self._lengths
        lengths = range(shortest, longest + 1)
        if not self._in_words:
            words = _WORD.findall(text.lower())
            return [" ".join(words[i : i + n]) for n in lengths for i in range(len(words) - n + 1)]
        found = []
        for word in text.lower().split():
            padded = f" {word} "
            for n in lengths:
                found += [padded[i : i + n] for i in range(max(1, len(padded) - n + 1))]
                # A word that is no longer than this is one run of characters, and counts once.
                if len(padded) <= n:
                    break
        return found

    def _columns(self, text: str) -> list[int]:
        return [place for place in map(self.places.get, self.cut(text)) if place is not None]
