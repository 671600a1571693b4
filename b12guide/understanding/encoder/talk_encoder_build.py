"""Build the int8 ONNX graph of the encoder that hears plans, and its heads, from what `make tune-talk` learned.

    python -m b12guide.understanding.encoder.talk_encoder_build OUT_FOLDER [TAUGHT_FILE]

It is the sentence encoder of `encoder_build` with all layers but the words' taught anew; TAUGHT_FILE holds them and the
heads (`layers.py`), by default that of the repository. It has the tokenizer of that one.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType
from safetensors.numpy import load_file

from b12guide.understanding.encoder.encoder import MODEL_FILE, TALK_HEADS_FILE, TALK_MODEL_FILE
from b12guide.understanding.encoder.encoder_build import (
    WEIGHTS_FILE,
    Graph,
    WeightsError,
    attempt,
    default_weights,
    quantise,
    share_words,
    verify,
)
from b12guide.understanding.encoder.layers import as_written

TAUGHT = Path("tune/talk_encoder.npz")
# How the names of the heads begin.
HEADS = ("tags.", "acts.")

Weights = dict[str, NDArray[Any]]


def taught(weights: Weights, file: Path) -> tuple[Weights, Weights]:
    """The `weights` with the layers in `file` in the place of theirs, and the heads beside them.

    Raises:
        WeightsError: the file is missing, is none, or does not fit these weights.
    """
    try:
        with np.load(file) as kept:
            learned = as_written(dict(kept))
    except (OSError, ValueError, KeyError) as error:
        raise WeightsError(f"{file} is missing or is none ({type(error).__name__}): run `make tune-talk`.") from error
    heads = {name: value for name, value in learned.items() if name.startswith(HEADS)}
    layers = {name: value for name, value in learned.items() if name not in heads}
    strange = [name for name, value in layers.items() if name not in weights or weights[name].shape != value.shape]
    if strange:
        raise WeightsError(f"{file} does not fit the weights: {strange[0]} is another one. Run `make tune-talk`.")
    return {**weights, **layers}, heads


def build(out: Path, weights: Path, file: Path = TAUGHT) -> None:
    """Write `TALK_MODEL_FILE` and `TALK_HEADS_FILE` to `out`, created if need be."""
    verify(weights)
    layers, heads = taught(load_file(weights / WEIGHTS_FILE), file)
    out.mkdir(parents=True, exist_ok=True)
    np.savez(out / TALK_HEADS_FILE, **heads)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        graph = Path(folder) / "talk-float32.onnx"
        onnx.save(Graph(layers).build(), str(graph))
        quantise(graph, out / TALK_MODEL_FILE, QuantType.QUInt8)
    share_words(out / TALK_MODEL_FILE, out / MODEL_FILE)


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if len(argv) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    names = [Path(name) for name in argv]
    return attempt("plans'", lambda: build(names[0], default_weights(), *names[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
