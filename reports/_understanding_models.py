"""The variants of the intent model that are measured against each other: texts and views to a score for each label."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import scipy.sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from b12guide.rasa.encoder import DIMENSIONS
from b12guide.rasa.intent_model import Vectors, label_weights, normalise
from b12guide.rasa.subject import subject
from reports._understanding_data import Phrases

STRENGTH, NGRAM_WEIGHT, DOMAIN_WEIGHT, NEIGHBOURS = 0.3, 0.7, 0.5, 10
Scores = Callable[[list[str], Vectors], Vectors]


@dataclass(frozen=True)
class Features:
    """What a linear model sees: the text's own vector, its vector with our subject in front, and kinds of n-grams."""

    plain: bool = True
    context: bool = True
    words: bool = True
    characters: bool = True
    domain: bool = False


def linear(known: Phrases, features: Features) -> tuple[list[str], Scores]:
    """Linear support vectors on `features`: the labels, and the function that scores texts."""
    plain = [normalise(text) for text in known.texts]
    vectorizers = []
    if features.words:
        vectorizers.append(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=3).fit(plain))
    if features.characters:
        characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=6)
        vectorizers.append(characters.fit(plain))

    def matrix(texts: list[str], vectors: Vectors) -> scipy.sparse.csr_matrix:
        parts = [vectors[:, :DIMENSIONS]] * features.plain + [vectors[:, DIMENSIONS:]] * features.context
        sparse = [scipy.sparse.csr_matrix(part) for part in parts]
        sparse += [v.transform([normalise(text) for text in texts]) * NGRAM_WEIGHT for v in vectorizers]
        if features.domain:
            kinds = [(found.ours, found.giving, found.others) for found in map(subject, texts)]
            sparse.append(scipy.sparse.csr_matrix(np.array(kinds, dtype=np.float32) * DOMAIN_WEIGHT))
        return scipy.sparse.hstack(sparse).tocsr()

    machine = LinearSVC(C=STRENGTH, random_state=0, class_weight=label_weights(known.labels))
    machine.fit(matrix(known.texts, known.vectors), known.labels)
    return list(machine.classes_), lambda texts, vectors: machine.decision_function(matrix(texts, vectors))


def logistic(known: Phrases) -> tuple[list[str], Scores]:
    """Logistic regression on both vectors (with the n-grams it trains for minutes)."""
    machine = LogisticRegression(C=20, max_iter=100).fit(known.vectors, known.labels)
    return list(machine.classes_), lambda _, vectors: machine.decision_function(vectors)


def nearest(known: Phrases) -> tuple[list[str], Scores]:
    """The vote of the nearest phrases, each by its likeness."""
    labels = sorted(set(known.labels))
    place = np.array([labels.index(label) for label in known.labels])
    own = known.vectors[:, :DIMENSIONS]

    def scores(_: list[str], vectors: Vectors) -> Vectors:
        likeness = vectors[:, :DIMENSIONS] @ own.T
        votes = np.zeros((len(vectors), len(labels)), dtype=np.float32)
        for row, near in enumerate(np.argpartition(likeness, -NEIGHBOURS, axis=1)[:, -NEIGHBOURS:]):
            np.add.at(votes[row], place[near], np.exp(12 * likeness[row, near]))
        return votes

    return labels, scores


VARIANTS: dict[str, Callable[[Phrases], tuple[list[str], Scores]]] = {
    "encoder alone": lambda known: linear(known, Features(context=False, words=False, characters=False)),
    "encoder, text also seen with our subject in front": lambda k: linear(k, Features(words=False, characters=False)),
    "... and word n-grams": lambda known: linear(known, Features(characters=False)),
    "... and character n-grams (in use)": lambda known: linear(known, Features()),
    "... and domain words": lambda known: linear(known, Features(domain=True)),
    "in use, without the subject in front": lambda known: linear(known, Features(context=False)),
    "n-grams alone": lambda known: linear(known, Features(plain=False, context=False)),
    "logistic regression on both vectors": logistic,
    f"vote of the {NEIGHBOURS} nearest phrases": nearest,
}
IN_USE = "... and character n-grams (in use)"
