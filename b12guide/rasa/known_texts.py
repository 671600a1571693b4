"""How alike a text is to each of many known ones, by their sentence vectors, in int8.

15,000 vectors of 384 numbers are 23 MB: more than a processor keeps at hand beside the encoder, so reading them would
take longer than everything else about a message. In int8 they are a quarter, and ONNX Runtime multiplies int8 by
instructions made for it. A cosine is off by less than a hundredth (`tests/rasa_parts/test_known_texts.py`).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

Vectors = npt.NDArray[np.float32]
# The largest step of int8, and the middle of uint8, which the runtime multiplies with int8.
MOST, ZERO = 127, 128


class KnownTexts:
    """Cosines of sentence vectors to those of the known texts."""

    def __init__(self, graph: bytes) -> None:
        """`graph`: what `of` built; plain numbers and three operations, nothing that runs code."""
        self._graph = graph
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(graph, sess_options=options, providers=["CPUExecutionProvider"])

    @classmethod
    def of(cls, vectors: Vectors) -> KnownTexts:
        """Known texts with the sentence `vectors` (n, d), each of length 1; the same ones give the same graph."""
        # Only training builds it; the server does without the package.
        from onnx import TensorProto, helper, numpy_helper

        steps, scales = _steps(vectors)
        whole = np.ascontiguousarray(steps.T.astype(np.int8))
        nodes = [
            helper.make_node("MatMulInteger", ["steps", "known", "zero"], ["products"]),
            helper.make_node("Cast", ["products"], ["sums"], to=TensorProto.FLOAT),
            helper.make_node("Mul", ["sums", "scales"], ["cosines"]),
        ]
        graph = helper.make_graph(
            nodes,
            "known_texts",
            [helper.make_tensor_value_info("steps", TensorProto.UINT8, ["texts", vectors.shape[1]])],
            [helper.make_tensor_value_info("cosines", TensorProto.FLOAT, ["texts", len(vectors)])],
            [
                numpy_helper.from_array(whole, "known"),
                numpy_helper.from_array(scales, "scales"),
                numpy_helper.from_array(np.array(ZERO, np.uint8), "zero"),
            ],
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        return cls(model.SerializeToString())

    def save(self, path: Path) -> None:
        """Write the graph to `path`."""
        path.write_bytes(self._graph)

    @classmethod
    def load(cls, path: Path) -> KnownTexts:
        """Read what `save` wrote."""
        return cls(path.read_bytes())

    def cosines(self, vectors: Vectors) -> Vectors:
        """The cosine of each of `vectors` (m, d) to each known text, (m, n).

        All at once, since the known texts are then read once; each with a scale of its own, so that a text's likeness
        does not depend on its neighbours.
        """
        steps, scales = _steps(vectors)
        found: Vectors = self._session.run(["cosines"], {"steps": (steps + ZERO).astype(np.uint8)})[0]
        found *= scales[:, np.newaxis]
        return found


def _steps(vectors: Vectors) -> tuple[Vectors, Vectors]:
    """`vectors` in whole steps of -127 to 127, and how long a step of each is."""
    scales = (np.maximum(np.abs(vectors).max(axis=1), 1e-6) / MOST).astype(np.float32)
    return np.rint(vectors / scales[:, np.newaxis]), scales
