"""Kernel ridge regression over sentence vectors and n-grams, which says what a message is about. No Rasa in here.

How near a message is to anything known (its `scope`) is the mean cosine to the nearest training texts: it tells foreign
questions from our own better than the scores of the model do, once the model knows foreign subjects as labels too.
"""

from __future__ import annotations

import json
import mmap
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import scipy.linalg
import scipy.sparse
import scipy.special
from threadpoolctl import threadpool_limits

from b12guide.topics import TOPICS
from b12guide.understanding.contrast import fit_contrast
from b12guide.understanding.encoder.encoder import CORES
from b12guide.understanding.known_texts import KnownTexts, Vectors
from b12guide.understanding.ngrams import NGrams
from b12guide.understanding.predictions import MessagePrediction, Prediction
from b12guide.understanding.sentences import Said
from b12guide.understanding.sign_model import CONTRAST, NO_SIGN, SIGNS, measures

ARRAYS_FILE, WORDS_FILE, KNOWN_FILE = "intent_model.npz", "intent_model.json", "intent_model.onnx"
# What the n-grams say: a message reads some hundred rows of tens of thousands, which stay in the file until then.
SPARSE_FILE = "intent_model.npy"
# Of more than `FEW_TEXTS`, LAPACK's Cholesky factor on several cores ends the process in SciPy 1.10's OpenBLAS (its
# issue 2821; seen at 26,500); one core takes twice as long and does it. `MOST_TEXTS` is what was tried, and 3.2 GB.
FEW_TEXTS, MOST_TEXTS = 26_000, 28_000
# The score at which a best label is right as often as not, and how fast that changes (cross-validation).
EVEN, STEEPNESS = 0.32, 9.0
# How many rows of the kernel are made at a time: at 20,000 phrases a block is 20 MB, and the next one takes its memory.
# From 32 MB on the C library asks the system for each block anew, which takes as long as filling it.
BLOCK = 250
# The share of the texts that an n-gram is in to be common.
COMMON = 0.05
# How loud the sentences of a message are beside its whole, and how much louder one that is near our subject
# (docs/understanding.md).
SENTENCES_COUNT, NEAR_COUNTS = 0.5, 12.0
# The share of what asks, where the rest of a message only tells.
ASKS_COUNT = 0.6
# What nearness counts beside the best score in `IntentModel.scope_score`.
NEARNESS_COUNTS = 2.0
# How many signs and spaces somebody may put around the words of a button.
_MORE = 20
_B12 = re.compile(r"\b(vit(amin)?\s*)?b\s*-?\s*12\b")


def normalise(text: str) -> str:
    """Lower case, plain quotes, one space, and one spelling of B12, so that n-grams meet."""
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'")
    return _B12.sub("b12", " ".join(text.split()))


def canonical(text: str) -> str:
    """`normalise` without punctuation at the ends: two texts with one canonical form are the same request."""
    return normalise(text).strip(" .!?,;:'\"")


def same_request(text: str, label: str) -> bool:
    """Whether a text is a label, as on a button; what is much longer is not looked at."""
    return len(text) < len(label) + _MORE and canonical(text) == canonical(label)


class IntentModel:
    """Kernel ridge regression, one label against the rest, on [sentence vector, tf-idf of words and characters].

    Two texts are alike by exp(width (cosine - 1)) of their sentence vectors, and by the product of their n-grams. Every
    known text speaks for its label as far as it is like the message, which keeps apart what no straight line can
    (docs/decisions/0002-intent-model.md).
    """

    def __init__(self, *, width: float = 2.5, ngram_weight: float = 0.2, ridge: float = 0.15) -> None:
        """
        Args:
            width: how fast likeness falls with the angle between sentence vectors.
            ngram_weight: what the product of the n-grams counts beside it.
            ridge: how little is believed of a single example.
        """
        self.width, self.ngram_weight, self.ridge = width, ngram_weight, ridge
        self.labels: list[str] = []
        self._words = NGrams("word", (1, 2), least=3)
        self._characters = NGrams("char_wb", (3, 5), least=6)
        self._known: KnownTexts  # from `fit` or `load`
        self._sparse = np.zeros(0)
        # The weights of a sentence vector and an offset for each contrast learned, none or one (d + 1, contrasts).
        self._contrast = np.zeros((0, 0), np.float32)
        self._exact: dict[str, str] = {}

    def fit(
        self,
        texts: Sequence[str],
        vectors: Vectors,
        labels: Sequence[str],
        measures: Vectors | None = None,
        *,
        apart: Collection[str] = (),
        spared: Collection[str] = (),
        silent: Collection[str] = (),
        contrast: tuple[Collection[str], Collection[str]] | None = None,
    ) -> IntentModel:
        """Train on `texts`; the same input gives the same model.

        Args:
            texts: n of them, with their sentence `vectors` (n, d) and `labels`.
            measures: other numbers to learn of each text (n, k). They cost nothing beside the labels.
            apart: labels whose texts say nothing against the labels that are `spared`, as if those were learned without
                them.
            silent: labels that are never predicted. Their texts count for the measures and the labels `apart`, and all
                other labels are learned as if they were not there.
            contrast: labels of two kinds of texts to tell apart, as one more measure (`fit_contrast`).

        Raises:
            ValueError: more than `MOST_TEXTS` texts.
        """
        if len(texts) > MOST_TEXTS:
            raise ValueError(f"{len(texts)} phrases are more than can be learned from: keep the best {MOST_TEXTS}.")
        # Texts of the labels apart come late, the silent ones last; see where their part is taken out below.
        ranks = {**dict.fromkeys(apart, 1), **dict.fromkeys(silent, 2)}
        order = sorted(range(len(labels)), key=lambda place: ranks.get(labels[place], 0))
        first_apart, first_silent = (sum(ranks.get(label, 0) < rank for label in labels) for rank in (1, 2))
        texts, labels, vectors = [texts[i] for i in order], [str(labels[i]) for i in order], vectors[order]
        measures = measures[order] if measures is not None else None
        plain = [normalise(text) for text in texts]
        each = [kind.fit(plain, first_silent) for kind in (self._words, self._characters)]
        ngrams = scipy.sparse.hstack(each).tocsr()
        self.labels = sorted({str(label) for label in labels} - set(silent))
        weights = {**dict.fromkeys(silent, 1.0), **label_weights(labels[:first_silent])}
        kernel = self._kernel(vectors.astype(np.float32), ngrams)
        kernel[np.diag_indices_from(kernel)] += np.float32(self.ridge) / np.array(
            [weights[str(label)] for label in labels]
        )
        truth = (np.array([str(label) for label in labels])[:, np.newaxis] == np.array(self.labels)).astype(np.float32)
        if measures is not None:
            truth = np.concatenate([truth, measures.astype(np.float32)], axis=1)
        # Its upper half is the lower one of its transpose, which is laid out as LAPACK wants it: solved without a copy.
        with threadpool_limits(1 if len(texts) > FEW_TEXTS else None):
            factor, _ = scipy.linalg.cho_factor(kernel.T, lower=True, overwrite_a=True, check_finite=False)
        half = scipy.linalg.solve_triangular(factor, truth, lower=True, overwrite_b=True, check_finite=False)
        # Half solved, what the last texts add is in the last rows. Without it the solution is the one of the texts
        # before them alone, and costs nothing more.
        half[first_apart:, [place for place, label in enumerate(self.labels) if label in spared]] = 0
        half[first_silent:, [place for place, label in enumerate(self.labels) if label not in apart]] = 0
        voices = scipy.linalg.solve_triangular(factor, half, lower=True, trans=1, overwrite_b=True, check_finite=False)
        voices = voices.astype(np.float32)
        self._known = KnownTexts.of(vectors, voices, self.width, first_silent)
        self._sparse = np.ascontiguousarray(ngrams.T @ voices) * np.float32(self.ngram_weight)
        if contrast is not None:
            self._contrast, of_words = fit_contrast(vectors, each[0], labels, contrast)
            # It is one more number that words say, and runs of characters say nothing of it.
            of_ngrams = np.pad(of_words, ((0, len(self._sparse) - len(of_words)), (0, 0)))
            self._sparse = np.hstack([self._sparse, of_ngrams])
        # Tens of thousands of n-grams with hundreds of labels: half the memory, and nothing that anybody would hear.
        self._sparse = self._sparse.astype(np.float16)
        self._exact = _unambiguous(texts[:first_silent], labels[:first_silent])
        return self

    def _kernel(self, vectors: Vectors, ngrams: scipy.sparse.csr_matrix) -> Vectors:
        """How alike the known texts are, (n, n): each is compared with itself and those after it, as in a triangle."""
        # The half that nobody reads is never touched, so it takes no memory. An array of its own would: NumPy asks for
        # large pages, nearly each of which holds some of the other half.
        kernel = np.frombuffer(mmap.mmap(-1, 4 * len(vectors) ** 2, mmap.MAP_PRIVATE), np.float32)
        kernel = kernel.reshape(len(vectors), len(vectors))
        # Few n-grams are in many texts, and make most of the products: as a matrix without gaps they take less time.
        common = np.diff(ngrams.tocsc().indptr) >= COMMON * len(vectors)
        dense, rare = ngrams[:, common].toarray(), ngrams[:, ~common]

        def add_rare(start: int) -> None:
            rows = slice(start, start + BLOCK)
            kernel[rows, start:] += self.ngram_weight * (rare[rows] @ rare[start:].T).toarray()

        starts = range(0, len(kernel), BLOCK)
        for start in starts:
            rows = slice(start, start + BLOCK)
            kernel[rows, start:] = self._alike(vectors[rows] @ vectors[start:].T)
            kernel[rows, start:] += (np.float32(self.ngram_weight) * dense[rows]) @ dense[start:].T
        # Products of sparse matrices need no lock of the interpreter, and use one core each.
        with ThreadPoolExecutor(CORES) as pool:
            list(pool.map(add_rare, starts))
        return kernel

    def _alike(self, cosines: Vectors) -> Vectors:
        """Likeness by sentence vectors from their cosines; overwrites them."""
        cosines -= 1
        cosines *= self.width
        return np.exp(cosines, out=cosines)

    def predict(self, text: str, vector: Vectors, *, best: int | None = None) -> Prediction:
        """Rank all labels for one text and its sentence vector (d,); `best` cuts the ranking."""
        (scores,), (near,) = self.scores([text], vector[np.newaxis])
        return self._prediction(text, scores, float(near), best)

    def predict_message(self, said: Said, vectors: Vectors, ngrams: Vectors | None = None) -> MessagePrediction:
        """What a message and each of its parts are about.

        Args:
            said: the message; `vectors`: those of `said.texts` (n, d).
            ngrams: what `ngrams_say` gave for `said.texts`, if it was asked already.
        """
        # All at once: the known texts are then read once.
        scores, near = self.scores(said.texts, vectors, ngrams)
        each = [self._prediction(*one) for one in zip(said.texts, scores, near, strict=True)]
        end, last = 1 + len(said.sentences), 1 + len(said.sentences) + len(said.questions)
        whole, sentences, questions = each[0], each[1:end], each[end:last]
        asks = each[last] if said.asks else None
        if asks is not None and asks.exact:
            return MessagePrediction(asks, whole, sentences or [whole], questions, asks)
        if not sentences and asks is None:
            return MessagePrediction(whole, whole, [whole], questions)
        heard, nearest = scores[0], near[:end].max()
        if sentences:
            shares = scipy.special.softmax(NEAR_COUNTS * near[1:end])
            heard = (heard + SENTENCES_COUNT * (shares @ scores[1:end])) / (1 + SENTENCES_COUNT)
        if asks is not None:
            heard, nearest = heard + ASKS_COUNT * (scores[last] - heard), max(nearest, near[last])
        found = self._prediction(said.text, heard, float(nearest))
        return MessagePrediction(found, whole, sentences or [whole], questions, asks)

    def scores(self, texts: Sequence[str], vectors: Vectors, ngrams: Vectors | None = None) -> tuple[Vectors, Vectors]:
        """Scores of all labels, then all measures, the log odds of a contrast last, for each text (n, labels +
        measures), and its mean cosine to the nearest known texts (n,). `ngrams`: what `ngrams_say` gave for the texts,
        if it was asked already."""
        said, near = self._known.say(vectors)
        if self._contrast.size:
            said = np.hstack([said, vectors @ self._contrast[:-1] + self._contrast[-1]])
        return said + (self.ngrams_say(texts) if ngrams is None else ngrams), near

    def ngrams_say(self, texts: Sequence[str]) -> Vectors:
        """What the n-grams of each text add to its scores (n, labels + measures); safe in any thread."""
        plain = [normalise(text) for text in texts]
        words, of_words = self._words.rows(plain)
        characters, of_characters = self._characters.rows(plain)
        said: Vectors = of_words @ self._sparse[words].astype(np.float32)
        said += of_characters @ self._sparse[characters + len(self._words.weights)].astype(np.float32)
        return said

    def _prediction(self, text: str, scores: Vectors, scope: float, best: int | None = None) -> Prediction:
        count = len(self.labels)
        shares = scipy.special.expit(STEEPNESS * (scores[:count] - EVEN))
        known = self._exact.get(canonical(text))
        if known is not None:
            shares = np.where(np.array(self.labels) == known, 1.0, 0.0)
            scope = float("inf")
        order, listed = np.argsort(-shares, kind="stable")[:best].tolist(), shares.tolist()
        ranking = [(self.labels[i], listed[i]) for i in order]
        return Prediction(ranking, float(scope), tuple(scores[count:].tolist()))

    def scope_score(self, text: str, vector: Vectors) -> float:
        """How surely a text is of our subject where no label stands for foreign ones: its best score and its nearness.

        Where foreign subjects are labels too, as in this project's own pipeline, `Prediction.scope` tells more.
        """
        (scores,), (near,) = self.scores([text], vector[np.newaxis])
        return float(scores[: len(self.labels)].max() + NEARNESS_COUNTS * near)

    def save(self, folder: Path) -> None:
        """Write the model as plain arrays, JSON and a graph of products: nothing in it can run code when it is read."""
        np.save(folder / SPARSE_FILE, self._sparse)
        np.savez(
            folder / ARRAYS_FILE,
            contrast=self._contrast,
            word_weights=self._words.weights,
            character_weights=self._characters.weights,
        )
        self._known.save(folder / KNOWN_FILE)
        words: dict[str, Any] = {
            "labels": self.labels,
            "exact": self._exact,
            "width": self.width,
            "ngram_weight": self.ngram_weight,
            "ridge": self.ridge,
            "words": self._words.places,
            "characters": self._characters.places,
        }
        (folder / WORDS_FILE).write_text(json.dumps(words, sort_keys=True), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read what `save` wrote."""
        words = json.loads((folder / WORDS_FILE).read_text(encoding="utf-8"))
        model = cls(**{name: words[name] for name in ("width", "ngram_weight", "ridge")})
        model.labels, model._exact = words["labels"], words["exact"]
        model._known = KnownTexts.load(folder / KNOWN_FILE)
        model._sparse = np.load(folder / SPARSE_FILE, mmap_mode="r")
        with np.load(folder / ARRAYS_FILE) as arrays:
            model._contrast = arrays["contrast"]
            model._words.restore(words["words"], arrays["word_weights"])
            model._characters.restore(words["characters"], arrays["character_weights"])
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


def fit_intents(model: IntentModel, texts: Sequence[str], vectors: Vectors, intents: Sequence[str]) -> IntentModel:
    """Train `model` on phrases with their sentence vectors (n, d) and intents, and on what these say of signs."""
    return model.fit(
        texts,
        vectors,
        intents,
        measures(intents),
        apart=SIGNS,
        spared=TOPICS,
        silent={NO_SIGN},
        contrast=CONTRAST,
    )
