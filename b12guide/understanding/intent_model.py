"""What a message is about, and how like a warning sign it is: linear heads on the encoder's vector. No Rasa in here.

The encoder was taught all that is asked of a text (`make tune`), so that a straight line tells what belongs together.
The lines are drawn anew by `make train`, from the vectors of all phrases: logistic regression for the intents and for
whether words of alarm are meant, least squares for how like a warning sign a text is.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import scipy.special

from b12guide.understanding.encoder.encoder import Vectors
from b12guide.understanding.predictions import MessagePrediction, Prediction
from b12guide.understanding.sentences import Said
from b12guide.understanding.sign_model import NO_SIGN, SIGNS, measures

ARRAYS_FILE, WORDS_FILE = "intent_model.npz", "intent_model.json"
# The labels of other subjects than ours.
FOREIGN = "out_of_scope"
# How little is believed of a single example: of the intents, of the measures, of whether words of alarm are meant.
INTENT_STRENGTH, MEASURE_RIDGE, MEANT_STRENGTH = 1.0, 30.0, 0.1
MOST_STEPS = 150
# How loud the sentences of a message are beside its whole, and how much louder one that is near our subject
# (docs/understanding.md).
SENTENCES_COUNT, NEAR_COUNTS = 0.5, 0.5
# The log odds from which a sentence is as near our subject as a known phrase is.
NEAREST = 20.0
# The share of what asks, where the rest of a message only tells.
ASKS_COUNT = 0.6
# How many signs and spaces somebody may put around the words of a button.
_MORE = 20
_B12 = re.compile(r"\b(vit(amin)?\s*)?b\s*-?\s*12\b")


def normalise(text: str) -> str:
    """Lower case, plain quotes, one space, and one spelling of B12."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'")
    return _B12.sub("b12", " ".join(text.split()))


def canonical(text: str) -> str:
    """`normalise` without punctuation at the ends: two texts with one canonical form are the same request."""
    return normalise(text).strip(" .!?,;:'\"")


def same_request(text: str, label: str) -> bool:
    """Whether a text is a label, as on a button; what is much longer is not looked at."""
    return len(text) < len(label) + _MORE and canonical(text) == canonical(label)


class IntentModel:
    """A line for each intent, and for each measure of a warning sign, on sentence vectors of d numbers."""

    def __init__(self) -> None:
        self.labels: list[str] = []
        # The weights of a vector and, last, an offset: (d + 1, labels) and (d + 1, MEASURES).
        self._intents = np.zeros((0, 0), np.float32)
        self._measures = np.zeros((0, 0), np.float32)
        self._exact: dict[str, str] = {}

    def fit(self, texts: Sequence[str], vectors: Vectors, labels: Sequence[str]) -> IntentModel:
        """Train on `texts`; the same input gives the same model.

        Args:
            texts: n of them, with their sentence `vectors` (n, d) and `labels`. Those of `NO_SIGN` teach the measures
                alone, and no message is heard as one.
        """
        names = [str(label) for label in labels]
        heard = [place for place, name in enumerate(names) if name != NO_SIGN]
        self.labels = sorted({names[place] for place in heard})
        self._intents = _told_apart(vectors[heard], [names[place] for place in heard], self.labels, INTENT_STRENGTH)
        meant = [place for place, name in enumerate(names) if name in SIGNS or name == NO_SIGN]
        presence = np.zeros((vectors.shape[1] + 1, 1), np.float32)
        if len({names[place] == NO_SIGN for place in meant}) == 2:
            there = [str(names[place] != NO_SIGN) for place in meant]
            both = _told_apart(vectors[meant], there, ["False", "True"], MEANT_STRENGTH)
            presence = both[:, 1:] - both[:, :1]
        self._measures = np.hstack([_least_squares(vectors, measures(names)), presence]).astype(np.float32)
        self._exact = _unambiguous([texts[place] for place in heard], [names[place] for place in heard])
        return self

    def predict(self, text: str, vector: Vectors, *, best: int | None = None) -> Prediction:
        """Rank all labels for one text and its sentence vector (d,); `best` cuts the ranking."""
        (scores,) = self.scores(vector[np.newaxis])
        return self._prediction(text, scores, best)

    def predict_message(self, said: Said, vectors: Vectors) -> MessagePrediction:
        """What a message and each of its parts are about.

        Args:
            said: the message; `vectors`: those of `said.texts` (n, d).
        """
        scores = self.scores(vectors)
        each = [self._prediction(*one) for one in zip(said.texts, scores, strict=True)]
        end, last = 1 + len(said.sentences), 1 + len(said.sentences) + len(said.questions)
        whole, sentences, questions = each[0], each[1:end], each[end:last]
        asks = each[last] if said.asks else None
        if asks is not None and asks.exact:
            return MessagePrediction(asks, whole, sentences or [whole], questions, asks)
        if not sentences and asks is None:
            return MessagePrediction(whole, whole, [whole], questions)
        heard = scores[0]
        if sentences:
            near = np.minimum([one.scope for one in sentences], NEAREST)
            shares = scipy.special.softmax(NEAR_COUNTS * near)
            heard = (heard + SENTENCES_COUNT * (shares @ scores[1:end])) / (1 + SENTENCES_COUNT)
        if asks is not None:
            heard = heard + ASKS_COUNT * (scores[last] - heard)
        return MessagePrediction(self._prediction(said.text, heard), whole, sentences or [whole], questions, asks)

    def scores(self, vectors: Vectors) -> Vectors:
        """The log odds of all labels, then all measures, for each of `vectors` (n, labels + measures)."""
        both = np.hstack([self._intents, self._measures])
        found: Vectors = vectors @ both[:-1] + both[-1]
        return found

    def _prediction(self, text: str, scores: Vectors, best: int | None = None) -> Prediction:
        count = len(self.labels)
        shares, scope = scipy.special.softmax(scores[:count]), self._scope(scores[:count])
        known = self._exact.get(canonical(text))
        if known is not None:
            shares, scope = np.where(np.array(self.labels) == known, 1.0, 0.0), float("inf")
        order, listed = np.argsort(-shares, kind="stable")[:best].tolist(), shares.tolist()
        return Prediction([(self.labels[i], listed[i]) for i in order], scope, tuple(scores[count:].tolist()))

    def _scope(self, scores: Vectors) -> float:
        """How much surer a text is of our subject than of another one, in log odds; 0 where no other is known."""
        foreign = np.array([label.startswith(FOREIGN) for label in self.labels])
        return float(scores[~foreign].max() - scores[foreign].max()) if foreign.any() and not foreign.all() else 0.0

    def save(self, folder: Path) -> None:
        """Write the model as plain arrays and JSON: nothing in it can run code when it is read."""
        np.savez(folder / ARRAYS_FILE, intents=self._intents, measures=self._measures)
        words = {"labels": self.labels, "exact": self._exact}
        (folder / WORDS_FILE).write_text(json.dumps(words, sort_keys=True), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read what `save` wrote."""
        model = cls()
        words = json.loads((folder / WORDS_FILE).read_text(encoding="utf-8"))
        model.labels, model._exact = words["labels"], words["exact"]
        with np.load(folder / ARRAYS_FILE) as arrays:
            model._intents, model._measures = arrays["intents"], arrays["measures"]
        return model


def label_weights(labels: Sequence[str]) -> dict[str, float]:
    """A label of few examples counts for more, by the root of its rarity: half way to all labels alike."""
    counts = Counter(labels)
    return {label: (len(labels) / len(counts) / count) ** 0.5 for label, count in counts.items()}


def _told_apart(vectors: Vectors, labels: Sequence[str], order: Sequence[str], strength: float) -> Vectors:
    """The weights and offsets (d + 1, labels) that tell texts of different labels apart, in the `order` given."""
    # Only training needs it; the server does without the package.
    from sklearn.linear_model import LogisticRegression

    if len(order) < 2:
        return np.zeros((vectors.shape[1] + 1, len(order)), np.float32)
    weights = label_weights(labels)
    line = LogisticRegression(C=strength, multi_class="multinomial", max_iter=MOST_STEPS, tol=1e-3)
    line.fit(vectors, labels, sample_weight=[weights[label] for label in labels])
    found = np.vstack([line.coef_.T, line.intercept_])
    if len(order) == 2:
        # The package keeps what tells the second from the first, half of it to each side.
        found = np.hstack([-found, found])
    places = {label: place for place, label in enumerate(line.classes_)}
    return found[:, [places[label] for label in order]].astype(np.float32)


def _least_squares(vectors: Vectors, wanted: Vectors) -> Vectors:
    """The weights and offsets (d + 1, k) that come nearest to what is `wanted` (n, k)."""
    rows = np.hstack([vectors, np.ones((len(vectors), 1), np.float32)]).astype(np.float64)
    square = rows.T @ rows + MEASURE_RIDGE * np.eye(rows.shape[1])
    return np.linalg.solve(square, rows.T @ wanted).astype(np.float32)


def _unambiguous(texts: Sequence[str], labels: Sequence[str]) -> dict[str, str]:
    """Canonical text to its label, for those that have only one: a pressed button's words are never in doubt."""
    found: dict[str, set[str]] = {}
    for text, label in zip(texts, labels, strict=True):
        found.setdefault(canonical(text), set()).add(label)
    return {text: next(iter(names)) for text, names in found.items() if len(names) == 1}
