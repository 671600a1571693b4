"""Words and runs of characters of a text, weighed by tf-idf: scikit-learn's weights, without its cost for one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse
from sklearn.feature_extraction.text import TfidfVectorizer


class NGrams:
    """Unit tf-idf rows of texts over the n-grams of the training texts.

    scikit-learn checks and builds matrices for a millisecond before it weighs the n-grams of one text. So it learns the
    n-grams and their weights and cuts texts into them, and `row` weighs the few of one text in the same way.
    """

    def __init__(self, **settings: Any) -> None:
        """`settings`: those of scikit-learn's `TfidfVectorizer`."""
        self._vectorizer = TfidfVectorizer(sublinear_tf=True, dtype=np.float32, **settings)
        self._cut = self._vectorizer.build_analyzer()
        self.places: dict[str, int] = {}
        self.weights: npt.NDArray[np.float32] = np.zeros(0, np.float32)

    def fit(self, texts: Sequence[str]) -> scipy.sparse.csr_matrix:
        """Learn the n-grams of `texts`; returns their rows (n, n-grams)."""
        rows = self._vectorizer.fit_transform(texts)
        self.restore(self._vectorizer.vocabulary_, self._vectorizer.idf_)
        return rows

    def restore(self, places: Mapping[str, int], weights: npt.NDArray[np.float32]) -> None:
        """Take the column of each n-gram and the weight of each column, as an earlier `fit` learned them."""
        self.places = {term: int(place) for term, place in places.items()}
        self.weights = weights.astype(np.float32)

    def row(self, text: str) -> tuple[list[int], npt.NDArray[np.float32]]:
        """The columns that `text` fills and their values, of length 1 together; none for a text of nothing known."""
        places = self.places
        counts = Counter(places[term] for term in self._cut(text) if term in places)
        columns = list(counts)
        values = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))) * self.weights[columns]
        return columns, values / (np.linalg.norm(values) or 1)
