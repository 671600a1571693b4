"""How alike a sentence vector is to each of the texts that a model was trained on, and how near to the nearest."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
NEIGHBOURS = 5
# From how many vectors on a product of matrices pays for its copies.
MANY = 16


class KnownTexts:
    """The unit vectors of known texts."""

    def __init__(self, vectors: Vectors) -> None:
        """`vectors`: (n, d), each of length 1. The same vectors give the same answers."""
        self.vectors = vectors

    def cosines(self, vectors: Vectors) -> Vectors:
        """Cosine of each of `vectors` (m, d) to each known text, (m, n)."""
        if len(vectors) > MANY:
            return vectors @ self.vectors.T
        # One vector at a time: for a few together the linear algebra copies everything first.
        return np.stack([self.vectors @ vector for vector in vectors])

    def nearness(self, vectors: Vectors) -> Vectors:
        """Mean cosine of each of `vectors` (m, d) to its `NEIGHBOURS` nearest known texts, (m,)."""
        return nearest(self.cosines(vectors))


def nearest(cosines: Vectors) -> Vectors:
    """Mean of the `NEIGHBOURS` highest of each row of `cosines` (m, n), (m,)."""
    count = min(NEIGHBOURS, cosines.shape[1])
    mean: Vectors = np.partition(cosines, -count, axis=1)[:, -count:].mean(axis=1)
    return mean
