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
from sklearn.svm import LinearSVC

from b12guide.rasa.nearness import KnownTexts
from b12guide.rasa.ngrams import NGrams

Vectors = npt.NDArray[np.float32]
ARRAYS_FILE, WORDS_FILE = "intent_model.npz", "intent_model.json"
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

    def __init__(self, *, strength: float = 0.3, ngram_weight: float = 0.7) -> None:
        """
        Args:
            strength: scikit-learn's C.
            ngram_weight: scales the n-gram part against the unit sentence vector.
        """
        self.strength, self.ngram_weight = strength, ngram_weight
        self.labels: list[str] = []
        self._words = NGrams("word", (1, 2), least=3)
        self._characters = NGrams("char_wb", (3, 5), least=6)
        self._dense = self._sparse = self._bias = np.zeros(0)
        self._known = KnownTexts(np.zeros((0, 0), np.float32))
        self._exact: dict[str, str] = {}

    def fit(self, texts: Sequence[str], vectors: Vectors, labels: Sequence[str]) -> IntentModel:
        """Train on `texts` with their sentence `vectors` (n, d) and `labels`; the same input gives the same model."""
        plain = [normalise(text) for text in texts]
        ngrams = scipy.sparse.hstack([self._words.fit(plain), self._characters.fit(plain)]) * self.ngram_weight
        features = scipy.sparse.hstack([scipy.sparse.csr_matrix(vectors), ngrams]).tocsr()
        machine = LinearSVC(C=self.strength, random_state=0, class_weight=label_weights(labels))
        machine.fit(features, list(labels))
        self.labels = [str(label) for label in machine.classes_]
        width = vectors.shape[1]
        weights = machine.coef_.astype(np.float32)
        # One row an n-gram, so that those of a text lie together.
        self._dense, self._sparse = weights[:, :width], np.ascontiguousarray(weights[:, width:].T) * self.ngram_weight
        self._bias = machine.intercept_.astype(np.float32)
        self._known = KnownTexts(vectors.astype(np.float32))
        self._exact = _unambiguous(texts, labels)
        return self

    def predict(self, text: str, vector: Vectors, *, best: int | None = None) -> Prediction:
        """Rank all labels for one text and its sentence vector (d,); `best` cuts the ranking."""
        (margins,), (near,) = self._margins([text], vector[np.newaxis]), self._known.nearness(vector[np.newaxis])
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
        (margins, *rest), (scope, *nears) = (
            self._margins([text, *parts], all_vectors),
            self._known.nearness(all_vectors),
        )
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
        said = np.stack([self._ngram_margins(normalise(text)) for text in texts])
        margins: Vectors = vectors @ self._dense.T + self._bias + said
        return margins

    def _ngram_margins(self, plain: str) -> Vectors:
        words, characters = self._words.row(plain), self._characters.row(plain)
        columns = words[0] + [len(self._words.weights) + column for column in characters[0]]
        margins: Vectors = np.concatenate([words[1], characters[1]]) @ self._sparse[columns]
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
        return float(self._margins([text], rows).max() + NEARNESS_COUNTS * self._known.nearness(rows)[0])

    def save(self, folder: Path) -> None:
        """Write the model as plain arrays and JSON: nothing in it can run code when it is read."""
        np.savez(
            folder / ARRAYS_FILE,
            dense=self._dense,
            sparse=self._sparse,
            bias=self._bias,
            known=self._known.vectors,
            word_weights=self._words.weights,
            character_weights=self._characters.weights,
        )
        words: dict[str, Any] = {
            "labels": self.labels,
            "exact": self._exact,
            "words": self._words.places,
            "characters": self._characters.places,
            "character_words": self._characters.words,
        }
        (folder / WORDS_FILE).write_text(json.dumps(words, sort_keys=True), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read what `save` wrote."""
        words = json.loads((folder / WORDS_FILE).read_text(encoding="utf-8"))
        model = cls()
        model.labels, model._exact = words["labels"], words["exact"]
        with np.load(folder / ARRAYS_FILE) as arrays:
            model._dense, model._sparse, model._bias = arrays["dense"], arrays["sparse"], arrays["bias"]
            model._known = KnownTexts(arrays["known"])
            model._words.restore(words["words"], arrays["word_weights"], [])
            weights = arrays["character_weights"]
            model._characters.restore(words["characters"], weights, words["character_words"])
        return model


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
