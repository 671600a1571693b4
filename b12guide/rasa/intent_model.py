"""The linear model over sentence vectors and n-grams that says what a message is about. No Rasa in here.

How near a message is to anything known (its `scope`) is the mean cosine to the nearest training texts: it tells foreign
questions from our own better than the margins of the model do, once the model knows foreign subjects as labels too.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse
import scipy.special
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

Vectors = npt.NDArray[np.float32]
ARRAYS_FILE, WORDS_FILE = "intent_model.npz", "intent_model.json"
NEIGHBOURS = 5
# The margin at which a best label is right as often as not, and how fast that changes (cross-validation).
EVEN, STEEPNESS = -0.4, 5.0
# How loud the sentences of a message are beside its whole, and how much louder one that is near our subject
# (docs/understanding.md).
SENTENCES_COUNT, NEAR_COUNTS = 0.5, 12.0
# What nearness counts beside the best margin in `IntentModel.scope_score`.
NEARNESS_COUNTS = 2.0
_B12 = re.compile(r"\b(vit(amin)?\s*)?b\s*-?\s*12\b")


def normalise(text: str) -> str:
    """Lower case, plain quotes, one space, and one spelling of B12, so that n-grams meet."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'")
    return re.sub(r"\s+", " ", _B12.sub("b12", text)).strip()


def canonical(text: str) -> str:
    """`normalise` without punctuation at the ends: two texts with one canonical form are the same request."""
    return normalise(text).strip(" .!?,;:'\"")


@dataclass(frozen=True)
class Prediction:
    """What one text is about: each label with a confidence of its own, best first; how near it is to anything known."""

    ranking: list[tuple[str, float]]
    scope: float

    @property
    def label(self) -> str:
        return self.ranking[0][0]

    @property
    def confidence(self) -> float:
        return self.ranking[0][1]

    def confidence_of(self, label: str) -> float:
        """Confidence in `label`; 0 for one that is unknown."""
        return dict(self.ranking).get(label, 0.0)


class IntentModel:
    """Linear support vectors, one label against the rest, on [sentence vector, tf-idf of words and characters].

    Logistic regression is as accurate and trains for minutes on 10,000 texts with 18,000 n-grams; this takes seconds.
    """

    def __init__(self, *, strength: float = 0.3, ngram_weight: float = 0.7, near_columns: int | None = None) -> None:
        """
        Args:
            strength: scikit-learn's C.
            ngram_weight: scales the n-gram part against the unit sentence vector.
            near_columns: how many columns of the vectors tell how near a text is to known ones; None takes all.
        """
        self.strength, self.ngram_weight, self.near_columns = strength, ngram_weight, near_columns
        self.labels: list[str] = []
        self._words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=3)
        self._characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=6)
        self._dense = self._sparse = self._bias = self._known = np.zeros(0)
        self._exact: dict[str, str] = {}

    def fit(self, texts: Sequence[str], vectors: Vectors, labels: Sequence[str]) -> IntentModel:
        """Train on `texts` with their sentence `vectors` (n, d) and `labels`; the same input gives the same model."""
        plain = [normalise(text) for text in texts]
        self._words.fit(plain)
        self._characters.fit(plain)
        features = scipy.sparse.hstack([scipy.sparse.csr_matrix(vectors), self._ngrams(plain)]).tocsr()
        machine = LinearSVC(C=self.strength, random_state=0, class_weight=label_weights(labels))
        machine.fit(features, list(labels))
        self.labels = [str(label) for label in machine.classes_]
        width = vectors.shape[1]
        weights = machine.coef_.astype(np.float32)
        self._dense, self._sparse = weights[:, :width], np.ascontiguousarray(weights[:, width:].T)
        self._bias = machine.intercept_.astype(np.float32)
        self._known = vectors[:, : self.near_columns].astype(np.float32)
        self._exact = _unambiguous(texts, labels)
        return self

    def predict(self, text: str, vector: Vectors, *, best: int | None = None) -> Prediction:
        """Rank all labels for one text and its sentence vector (d,); `best` cuts the ranking."""
        (margins,), (near,) = self._margins([text], vector[np.newaxis]), self._nearness(vector[np.newaxis])
        return self._prediction(text, margins, float(near), best=best)

    def predict_message(
        self, text: str, vector: Vectors, parts: Sequence[str], vectors: Sequence[Vectors]
    ) -> tuple[Prediction, Prediction, list[Prediction]]:
        """What a message of several sentences is about.

        Args:
            text: the whole message; `vector`: its sentence vector (d,).
            parts: its sentences; `vectors`: theirs. Empty for a message of one sentence.

        Returns:
            The message by its whole text with its sentences heard beside it, those near our subject loudest, since the
            rest is the story around them; its whole text alone; and each sentence alone.
        """
        all_vectors = np.stack([vector, *vectors])
        # All at once: the cost of a message is mostly in the calls, not in the numbers.
        (margins, *rest), (scope, *nears) = self._margins([text, *parts], all_vectors), self._nearness(all_vectors)
        whole = self._prediction(text, margins, float(scope))
        if not len(parts):
            return whole, whole, [whole]
        near, each = np.array(nears), np.array(rest)
        shares = scipy.special.softmax(NEAR_COUNTS * near)
        heard = (margins + SENTENCES_COUNT * (shares @ each)) / (1 + SENTENCES_COUNT)
        singles = [self._prediction(part, m, float(n)) for part, m, n in zip(parts, each, near, strict=True)]
        return self._prediction(text, heard, max(float(scope), float(near.max()))), whole, singles

    def _margins(self, texts: Sequence[str], vectors: Vectors) -> Vectors:
        """Margins of all labels for each text, (n, labels)."""
        ngrams = self._ngrams([normalise(text) for text in texts])
        margins: Vectors = vectors @ self._dense.T + self._bias + ngrams @ self._sparse
        return margins

    def _prediction(self, text: str, margins: Vectors, scope: float, *, best: int | None = None) -> Prediction:
        shares = scipy.special.expit(STEEPNESS * (margins - EVEN))
        known = self._exact.get(canonical(text))
        if known is not None:
            shares = np.where(np.array(self.labels) == known, 1.0, 0.0)
            scope = float("inf")
        order = np.argsort(-shares, kind="stable")[:best]
        return Prediction([(self.labels[i], float(shares[i])) for i in order], scope)

    def scope_score(self, text: str, vector: Vectors) -> float:
        """How surely a text is of our subject where no label stands for foreign ones: its best margin and its nearness.

        Where foreign subjects are labels too, as in this project's own pipeline, `Prediction.scope` tells more.
        """
        rows = vector[np.newaxis]
        return float(self._margins([text], rows).max() + NEARNESS_COUNTS * self._nearness(rows)[0])

    def save(self, folder: Path) -> None:
        """Write the model as plain arrays and JSON: nothing in it can run code when it is read."""
        np.savez(
            folder / ARRAYS_FILE,
            dense=self._dense,
            sparse=self._sparse,
            bias=self._bias,
            known=self._known,
            word_idf=self._words.idf_,
            character_idf=self._characters.idf_,
        )
        words: dict[str, Any] = {
            "labels": self.labels,
            "exact": self._exact,
            "ngram_weight": self.ngram_weight,
            "words": {term: int(place) for term, place in self._words.vocabulary_.items()},
            "characters": {term: int(place) for term, place in self._characters.vocabulary_.items()},
        }
        (folder / WORDS_FILE).write_text(json.dumps(words, sort_keys=True), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read what `save` wrote."""
        words = json.loads((folder / WORDS_FILE).read_text(encoding="utf-8"))
        model = cls(ngram_weight=words["ngram_weight"])
        model.labels, model._exact = words["labels"], words["exact"]
        with np.load(folder / ARRAYS_FILE) as arrays:
            model._dense, model._sparse = arrays["dense"], arrays["sparse"]
            model._bias, model._known = arrays["bias"], arrays["known"]
            for vectorizer, vocabulary, idf in (
                (model._words, words["words"], arrays["word_idf"]),
                (model._characters, words["characters"], arrays["character_idf"]),
            ):
                vectorizer.vocabulary_ = vocabulary
                vectorizer.idf_ = idf
        return model

    def _ngrams(self, plain: Sequence[str]) -> scipy.sparse.csr_matrix:
        parts = [self._words.transform(plain), self._characters.transform(plain)]
        return (scipy.sparse.hstack(parts) * self.ngram_weight).astype(np.float32).tocsr()

    def _nearness(self, vectors: Vectors) -> Vectors:
        """Mean cosine of each vector to its nearest known texts, (n,)."""
        near = vectors[:, : self._known.shape[1]] @ self._known.T
        count = min(NEIGHBOURS, near.shape[1])
        nearest: Vectors = np.partition(near, -count, axis=1)[:, -count:].mean(axis=1)
        return nearest


def label_weights(labels: Sequence[str]) -> dict[str, float]:
    """A label of few examples counts for more, by the root of its rarity: half way to all labels alike."""
    counts = Counter(str(label) for label in labels)
    return {label: (len(labels) / len(counts) / count) ** 0.5 for label, count in counts.items()}


def _unambiguous(texts: Sequence[str], labels: Sequence[str]) -> dict[str, str]:
    """Canonical text to its label, for those that have only one: a pressed button's words are never in doubt."""
    found: dict[str, set[str]] = {}
    for text, label in zip(texts, labels, strict=True):
        found.setdefault(canonical(text), set()).add(str(label))
    return {text: next(iter(names)) for text, names in found.items() if len(names) == 1}
