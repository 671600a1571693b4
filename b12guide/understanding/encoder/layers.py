"""The taught layers of the encoder in few bytes: int8 with a scale for each row of a matrix.

    python -m b12guide.understanding.encoder.layers [--whole] FROM_FILE TO_FILE

FROM_FILE is what `tune.talk_encoder` wrote, in float32; TO_FILE is what the repository keeps, a third as large. With
`--whole` it is the other way round.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

# What follows the name of a matrix: its numbers in steps, and how large a step of each row is.
STEPS, SCALES = ".steps", ".scales"
MOST = 127


def in_few_bytes(weights: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Matrices of float32 in int8 with a scale for each row, everything else in float16; names stay as they are."""
    found: dict[str, NDArray[Any]] = {}
    for name, value in weights.items():
        if value.dtype == np.float32 and value.ndim == 2:
            scales = np.maximum(np.abs(value).max(axis=1), 1e-12) / MOST
            found[name + STEPS] = np.rint(value / scales[:, np.newaxis]).astype(np.int8)
            found[name + SCALES] = scales.astype(np.float32)
        else:
            found[name] = value.astype(np.float16) if value.dtype == np.float32 else value
    return found


def as_written(kept: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """What `in_few_bytes` was given, as near as int8 and float16 come to it, in float32."""
    found: dict[str, NDArray[Any]] = {}
    for name, value in kept.items():
        if name.endswith(STEPS):
            stem = name.removesuffix(STEPS)
            found[stem] = value.astype(np.float32) * kept[stem + SCALES][:, np.newaxis]
        elif not name.endswith(SCALES):
            found[name] = value.astype(np.float32) if value.dtype == np.float16 else value
    return found


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    *option, source, target = argv if len(argv) > 1 else ["", "", ""]
    if option not in ([], ["--whole"]):
        print(__doc__, file=sys.stderr)
        return 2
    with np.load(source) as learned:
        np.savez_compressed(target, **(as_written if option else in_few_bytes)(dict(learned)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
