"""Telling two kinds of texts apart that use the same words: logistic regression. No Rasa in here.

Likeness to known texts hardly tells "fainted at work, hit my head" from "fainted at work once, as a student": nearly
all their words are the same. What tells them apart are a few words about when, who and what came of it, and those count
the same beside all others. So they are weighed one by one, by texts of these two kinds alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import scipy.sparse

from b12guide.understanding.known_texts import Vectors

# How loud a sentence vector is beside the words, whose row has length 1 as it has.
VECTOR_COUNTS = 0.5


def fit_contrast(
    vectors: Vectors,
    words: scipy.sparse.csr_matrix,
    labels: Sequence[str],
    kinds: tuple[Collection[str], Collection[str]],
) -> tuple[Vectors, Vectors]:
    """Learn which texts are of the first of two kinds; the same input gives the same weights.

    Args:
        vectors: of n texts (n, d). words: their tf-idf rows (n, words). labels: theirs (n,).
        kinds: the labels of either kind; texts with another label are left out.

    Returns:
        The weights of the numbers of a sentence vector and, last, an offset (d + 1, 1), and those of the words
        (words, 1): what they sum to is the log odds that a text is of the first kind, both kinds being equally many.
    """
    # Only training needs it; the server does without the package.
    from sklearn.linear_model import LogisticRegression

    first, second = kinds
    chosen = [place for place, label in enumerate(labels) if label in first or label in second]
    rows = scipy.sparse.hstack([scipy.sparse.csr_matrix(vectors[chosen] * VECTOR_COUNTS), words[chosen]]).tocsr()
    line = LogisticRegression(C=1.0, class_weight="balanced", max_iter=1000)
    line.fit(rows, [labels[place] in first for place in chosen])
    weights, size = line.coef_[0].astype(np.float32), vectors.shape[1]
    of_vector = np.append(weights[:size] * VECTOR_COUNTS, line.intercept_[0])
    return of_vector.astype(np.float32)[:, np.newaxis], weights[size:, np.newaxis]
