"""The variants of the intent model that are measured against each other: what scores texts and vectors by label."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import scipy.sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from b12guide.topics import TOPICS
from b12guide.understanding.intent_model import IntentModel, Vectors, label_weights, normalise
from b12guide.understanding.sign_model import NO_SIGN, SIGNS
from reports._understanding_data import Phrases

# What each was best at, by cross-validation.
STRENGTH, NGRAM_WEIGHT, NEIGHBOURS = 0.3, 0.7, 10
Scores = Callable[[list[str], Vectors], Vectors]


def likeness(known: Phrases, *, ngram_weight: float | None = None) -> tuple[list[str], Scores]:
    """The pipeline's own model: the labels, and the function that scores texts."""
    settings = {} if ngram_weight is None else {"ngram_weight": ngram_weight}
    model = IntentModel(**settings).fit(
        known.texts, known.vectors, known.labels, apart=SIGNS, spared=TOPICS, silent={NO_SIGN}
    )
    return model.labels, lambda texts, vectors: model.scores(texts, vectors)[0]


def linear(
    known: Phrases, *, encoder: bool = True, words: bool = True, characters: bool = True
) -> tuple[list[str], Scores]:
    """Linear support vectors on the sentence vector and kinds of n-grams."""
    plain = [normalise(text) for text in known.texts]
    vectorizers = []
    if words:
        vectorizers.append(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=3).fit(plain))
    if characters:
        pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=6)
        vectorizers.append(pieces.fit(plain))

    def matrix(texts: list[str], vectors: Vectors) -> scipy.sparse.csr_matrix:
        parts = [scipy.sparse.csr_matrix(vectors)] * encoder
        parts += [v.transform([normalise(text) for text in texts]) * NGRAM_WEIGHT for v in vectorizers]
        return scipy.sparse.hstack(parts).tocsr()

    machine = LinearSVC(C=STRENGTH, random_state=0, class_weight=label_weights(known.labels))
    machine.fit(matrix(known.texts, known.vectors), known.labels)
    return list(machine.classes_), lambda texts, vectors: machine.decision_function(matrix(texts, vectors))


def logistic(known: Phrases) -> tuple[list[str], Scores]:
    """Logistic regression on the sentence vector (with the n-grams it trains for minutes)."""
    machine = LogisticRegression(C=20, max_iter=100).fit(known.vectors, known.labels)
    return list(machine.classes_), lambda _, vectors: machine.decision_function(vectors)


def nearest(known: Phrases) -> tuple[list[str], Scores]:
    """The vote of the nearest phrases, each by its likeness."""
    labels = sorted(set(known.labels))
    place = np.array([labels.index(label) for label in known.labels])

    def scores(_: list[str], vectors: Vectors) -> Vectors:
        cosines = vectors @ known.vectors.T
        votes = np.zeros((len(vectors), len(labels)), dtype=np.float32)
        for row, near in enumerate(np.argpartition(cosines, -NEIGHBOURS, axis=1)[:, -NEIGHBOURS:]):
            np.add.at(votes[row], place[near], np.exp(12 * cosines[row, near]))
        return votes

    return labels, scores


IN_USE = "likeness to every phrase: encoder and n-grams (in use)"
VARIANTS: dict[str, Callable[[Phrases], tuple[list[str], Scores]]] = {
    IN_USE: likeness,
    "... by the encoder alone": partial(likeness, ngram_weight=0.0),
    "linear support vectors: encoder and n-grams": linear,
    "... encoder and words": partial(linear, characters=False),
    "... encoder alone": partial(linear, words=False, characters=False),
    "... n-grams alone": partial(linear, encoder=False),
    "logistic regression on the encoder": logistic,
    f"vote of the {NEIGHBOURS} nearest phrases": nearest,
}
