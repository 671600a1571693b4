"""The encoder as it was published, without what it was taught: what the taught one is compared with."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from b12guide.understanding.encoder import encoder_build
from b12guide.understanding.encoder.encoder import MODEL_FILE, Encoder
from bench import project

FOLDER = project.CACHE / "untaught"


def untaught(folder: Path = FOLDER) -> Encoder:
    """The published encoder in int8, built into `folder` where it is not there or older than what builds it.

    Raises:
        WeightsError: the published weights are not installed.
    """
    built = folder / MODEL_FILE
    if not built.is_file() or built.stat().st_mtime < Path(encoder_build.__file__).stat().st_mtime:
        folder.mkdir(parents=True, exist_ok=True)
        nothing = folder / "nothing.npz"
        np.savez(nothing)
        encoder_build.build(folder, encoder_build.default_weights(), nothing)
    return Encoder.load(folder)
