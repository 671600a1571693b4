"""How like a warning sign a text is, by its sentence vector. No Rasa in here.

Two support vector machines with a Gaussian kernel: one tells emergencies and crises from texts without any sign (urgent
phrases are left out of it, since they lie between), the other tells all signs from texts without one. A linear model
over the same vectors and n-grams, one label against the rest, found 46 of 100 unseen emergencies where 3 of 100 unseen
look-alikes were called one; these found 79 of 100 (docs/safety.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import scipy.special
from sklearn.svm import SVC

from b12guide.rasa.known_texts import KnownTexts, Vectors

FILE, SUPPORTS_FILE = "sign_model.npz", "sign_model.onnx"
EMERGENCY, CRISIS, URGENT = "emergency", "crisis", "urgent"
# The margin of the machines at which a confidence is one half, and how fast it changes.
STEEPNESS = 2.0


@dataclass(frozen=True)
class Alarm:
    """How like an emergency and how like any warning sign a text is, each from 0 to 1."""

    emergency: float
    sign: float


class SignModel:
    """Fitted on the sentence vectors of the training phrases and their intents."""

    def __init__(self, *, strength: float = 10.0, reach: float = 1.0) -> None:
        """
        Args:
            strength: scikit-learn's C.
            reach: its gamma: the larger, the nearer a text must be to a phrase to be taken for its like.
        """
        self.strength, self.reach = strength, reach
        self._supports: KnownTexts  # from `fit` or `load`
        self._weights: Vectors = np.zeros((0, 2), np.float32)
        self._bias: Vectors = np.zeros(2, np.float32)

    def fit(self, vectors: Vectors, labels: Sequence[str]) -> SignModel:
        """Fit on (n, d) sentence `vectors` with their intents; the same input gives the same model."""
        names = np.array([str(label) for label in labels])
        worst, signs = np.isin(names, (EMERGENCY, CRISIS)), np.isin(names, (EMERGENCY, CRISIS, URGENT))
        everything = np.ones(len(names), bool)
        weights = np.zeros((len(names), 2), np.float32)
        bias = np.zeros(2, np.float32)
        for column, (chosen, wanted) in enumerate(((names != URGENT, worst), (everything, signs))):
            machine = SVC(C=self.strength, gamma=self.reach, class_weight="balanced", cache_size=1000)
            machine.fit(vectors[chosen], wanted[chosen])
            weights[np.flatnonzero(chosen)[machine.support_], column] = machine.dual_coef_[0]
            bias[column] = machine.intercept_[0]
        used = weights.any(axis=1)
        self._supports, self._weights, self._bias = KnownTexts.of(vectors[used]), weights[used], bias
        return self

    def alarms(self, vectors: Vectors) -> list[Alarm]:
        """One alarm for each row of (n, d) sentence `vectors`."""
        if not len(vectors):
            return []
        # Vectors of length 1: their squared distance is 2 - 2 x cosine.
        cosines = self._supports.cosines(np.asarray(vectors))
        margins = np.exp(2 * self.reach * (cosines - 1)) @ self._weights + self._bias
        shares: npt.NDArray[np.float64] = scipy.special.expit(STEEPNESS * margins.astype(np.float64))
        return [Alarm(float(emergency), float(sign)) for emergency, sign in shares]

    def save(self, folder: Path) -> None:
        """Write the model as plain arrays and a graph of products: nothing in it can run code when it is read."""
        self._supports.save(folder / SUPPORTS_FILE)
        np.savez(
            folder / FILE,
            weights=self._weights,
            bias=self._bias,
            settings=np.array([self.strength, self.reach]),
        )

    @classmethod
    def load(cls, folder: Path) -> SignModel:
        """Read what `save` wrote."""
        with np.load(folder / FILE) as arrays:
            strength, reach = (float(value) for value in arrays["settings"])
            model = cls(strength=strength, reach=reach)
            model._weights, model._bias = arrays["weights"], arrays["bias"]
        model._supports = KnownTexts.load(folder / SUPPORTS_FILE)
        return model
