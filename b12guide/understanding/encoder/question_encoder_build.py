"""Build the int8 ONNX graph of the encoder of questions from the published weights and an adapter.

    python -m b12guide.understanding.encoder.question_encoder_build OUT_FOLDER [ADAPTER_FILE]

It is the sentence encoder of `encoder_build`, from the same weights, whose checksum is verified first, with what
`make tune-questions` learned added to them; by default what is in the repository. It has the tokenizer of that one.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import onnx
from onnxruntime.quantization import QuantType
from safetensors.numpy import load_file

from b12guide.understanding.encoder.encoder import MODEL_FILE, QUESTIONS_MODEL_FILE
from b12guide.understanding.encoder.encoder_build import (
    WEIGHTS_FILE,
    Graph,
    attempt,
    default_weights,
    quantise,
    share_words,
    verify,
)
from b12guide.understanding.encoder.tuned_reader_build import tuned

QUESTIONS_ADAPTER = Path("tune/question_encoder.npz")


def build(out: Path, weights: Path, adapter: Path = QUESTIONS_ADAPTER) -> None:
    """Write `QUESTIONS_MODEL_FILE` to `out`, created if need be."""
    verify(weights)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        graph = Path(folder) / "questions-float32.onnx"
        onnx.save(Graph(tuned(load_file(weights / WEIGHTS_FILE), adapter)).build(), str(graph))
        quantise(graph, out / QUESTIONS_MODEL_FILE, QuantType.QUInt8)
    share_words(out / QUESTIONS_MODEL_FILE, out / MODEL_FILE)


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if len(argv) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    names = [Path(name) for name in argv]
    return attempt("questions'", lambda: build(names[0], default_weights(), *names[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
