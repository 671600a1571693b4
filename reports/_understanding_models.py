"""What tells intents apart, by what it reads: the encoder in use, the same as it was published, or words alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from b12guide.topics import TOPICS
from b12guide.understanding.encoder.encoder import Encoder, Vectors
from b12guide.understanding.intent_model import FOREIGN, INTENT_STRENGTH, label_weights, normalise
from b12guide.understanding.sign_model import NO_SIGN
from bench.untaught import untaught
from reports._intervals import Share
from reports._tables import table
from reports._understanding_data import NEAR, Labelled, Phrases, encoder_in_use, fitted, vectors_of

# How little is believed of a single example, for what is compared: each is shown at both, neither was chosen.
STRENGTHS = (2.0, 20.0)
MOST_STEPS = 100
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
NEAREST = 3
Scores = Callable[[list[str]], Vectors]


@dataclass(frozen=True)
class Variant:
    """What scores texts (n) by `labels` (n, labels), in log odds."""

    name: str
    labels: list[str]
    scores: Scores

    def best(self, texts: list[str]) -> list[str]:
        """The best label of each text."""
        return [self.labels[place] for place in self.scores(texts).argmax(axis=1)]

    def scopes(self, texts: list[str]) -> list[float]:
        """How much surer each text is of our subject than of another one, as `IntentModel` tells it."""
        foreign, scores = np.array([label.startswith(FOREIGN) for label in self.labels]), self.scores(texts)
        found: list[float] = (scores[:, ~foreign].max(axis=1) - scores[:, foreign].max(axis=1)).tolist()
        return found


def in_use(known: Phrases) -> Variant:
    """The head of the pipeline on the encoder in use."""
    encoder = encoder_in_use()
    model = fitted(encoder, known)
    count = len(model.labels)

    def scores(texts: list[str]) -> Vectors:
        return model.scores(vectors_of(encoder, texts, "asked"))[:, :count]

    return Variant(f"logistic regression (C {INTENT_STRENGTH:g}) on the encoder, taught (in use)", model.labels, scores)


def variants(known: Phrases) -> Iterator[Variant]:
    """What is in use first, then what it is compared with."""
    yield in_use(known)
    heard = [place for place, label in enumerate(known.labels) if label != NO_SIGN]
    texts, labels = [known.texts[at] for at in heard], [known.labels[at] for at in heard]
    published = untaught()
    vectors = vectors_of(published, texts, "report")
    for strength in STRENGTHS:
        line = _logistic(vectors, labels, strength)
        yield Variant(f"... (C {strength:g}) on the encoder as published", list(line.classes_), _on(line, published))
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2, preprocessor=normalise)
    counted = words.fit_transform(texts)
    for strength in STRENGTHS:
        line = _logistic(counted, labels, strength)
        yield Variant(f"... (C {strength:g}) on words and pairs of words", list(line.classes_), _over(line, words))


def _logistic(rows: Vectors, labels: Sequence[str], strength: float) -> LogisticRegression:
    weights = label_weights(labels)
    line = LogisticRegression(C=strength, multi_class="multinomial", max_iter=MOST_STEPS, tol=1e-3)
    return line.fit(rows, labels, sample_weight=[weights[label] for label in labels])


def _on(line: LogisticRegression, encoder: Encoder) -> Scores:
    return lambda texts: line.decision_function(vectors_of(encoder, texts, "asked"))


def _over(line: LogisticRegression, words: TfidfVectorizer) -> Scores:
    return lambda texts: line.decision_function(words.transform(texts))


def comparison(of: Sequence[Variant], messages: Labelled) -> str:
    """How each variant does on labelled messages, as a Markdown table."""
    questions, far = messages.questions, [one.text for one in messages.foreign if one.kind != NEAR]
    texts = [one.text for one in questions]
    truth = [1] * len(texts) + [0] * len(far)
    rows = []
    for one in of:
        first = sum(label in asked.right for label, asked in zip(one.best(texts), questions, strict=True))
        near = sum(bool(near & asked.right) for near, asked in zip(_nearest_topics(one, texts), questions, strict=True))
        told = roc_auc_score(truth, one.scopes([*texts, *far])) if far and texts else float("nan")
        rows.append([one.name, Share(first, len(texts)), f"{near / max(1, len(texts)):.1%}", f"{told:.3f}"])
    head = ["model", "right topic first", f"among the {NEAREST} nearest", "told from other subjects (AUROC)"]
    return table(head, rows)


def _nearest_topics(of: Variant, texts: list[str]) -> list[frozenset[str]]:
    topics = [place for place, label in enumerate(of.labels) if label in TOPICS]
    order = np.argsort(-of.scores(texts)[:, topics], axis=1)[:, :NEAREST]
    return [frozenset(of.labels[topics[place]] for place in row) for row in order]


def coverage(of: Variant, messages: Labelled) -> str:
    """At each threshold of confidence: how many questions are answered, and how many of those wrongly."""
    scores = of.scores([one.text for one in messages.questions])
    sure = [
        (float(row.max()), of.labels[row.argmax()] in asked.right)
        for row, asked in zip(softmax(scores, axis=1), messages.questions, strict=True)
    ]
    rows = []
    for threshold in THRESHOLDS:
        answered = [right for confidence, right in sure if confidence >= threshold]
        wrong = len(answered) - sum(answered)
        shares = (len(answered) / len(sure), wrong / len(sure), wrong / max(1, len(answered)))
        rows.append([threshold, *(f"{share:.1%}" for share in shares)])
    return table(["confidence at least", "answered", "answered wrongly, of all", "wrong, of those answered"], rows)
