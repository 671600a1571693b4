"""How alike a text is to each of many known ones, by their sentence vectors, in int8, and what those say to it.

15,000 vectors of 384 numbers are 23 MB: more than a processor keeps at hand beside the encoder, so reading them would
take longer than everything else about a message. In int8 they are a quarter, and ONNX Runtime multiplies int8 by
instructions made for it, and goes on to the sum without handing thousands of numbers to Python. A cosine is off by less
than a hundredth (`tests/understanding/test_known_texts.py`).

What each says is a number for each label, 63 MB of them for the questions. It is kept in whole steps too, with a coarse
and a fine part in int8 each: half the memory.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from b12guide.understanding.encoder.encoder import data_file, session

Vectors = npt.NDArray[np.float32]
# The largest step of int8, and the middle of uint8, which the runtime multiplies with int8. The known texts have half
# as many: two products of 255 and 127 overflow where a processor adds them up in 16 bits (AVX2 without VNNI).
MOST, ZERO, KNOWN_MOST = 127, 128, 63
NEIGHBOURS = 5
# How many fine steps a coarse one of a voice has, and how many a coarse one of a likeness, which is never below 0.
FINE, FINE_LIKENESS = 2 * KNOWN_MOST + 1, 255


class KnownTexts:
    """Cosines of sentence vectors to those of the known texts, and what these say to them."""

    def __init__(self, graph: bytes | Path) -> None:
        """`graph`: what `of` built, or the file that `save` wrote; plain numbers and their products, nothing that runs
        code."""
        self._graph = graph
        self._session = session(graph if isinstance(graph, bytes) else str(graph))

    @classmethod
    def of(cls, vectors: Vectors, voices: Vectors, width: float, neighbours: int) -> KnownTexts:
        """Known texts with the sentence `vectors` (n, d), each of length 1; the same ones give the same graph.

        Args:
            voices: what each says (n, k).
            width: how fast what is heard of a text falls with the angle to it: exp(width (cosine - 1)).
            neighbours: how many of the texts, from the first on, count for how near a text is to what is known.
        """
        # Only training builds it; the server does without the package.
        from onnx import TensorProto, helper, numpy_helper

        steps, scales = _steps(vectors, KNOWN_MOST)
        parts, lengths = _parts(voices)
        constants = {
            "known": np.ascontiguousarray(steps.T.astype(np.int8)),
            "scales": scales,
            "zero": np.array(ZERO, np.uint8),
            "first": np.array([0], np.int64),
            "last": np.array([neighbours], np.int64),
            "across": np.array([1], np.int64),
            "neighbours": np.array([min(NEIGHBOURS, neighbours)], np.int64),
            "one": np.array(1, np.float32),
            "width": np.array(width, np.float32),
            "parts": parts,
            "lengths": lengths,
            "fine": np.array(FINE, np.float32),
            "most": np.array(FINE_LIKENESS, np.float32),
            "none": np.array(0, np.float32),
        }
        nodes = [
            helper.make_node("MatMulInteger", ["steps", "known", "zero"], ["products"]),
            helper.make_node("Cast", ["products"], ["sums"], to=TensorProto.FLOAT),
            helper.make_node("Mul", ["sums", "scales"], ["scaled"]),
            helper.make_node("Mul", ["scaled", "scale"], ["cosines"]),
            helper.make_node("Slice", ["cosines", "first", "last", "across"], ["to_neighbours"]),
            helper.make_node("TopK", ["to_neighbours", "neighbours"], ["highest", "places"], axis=1, sorted=0),
            helper.make_node("ReduceMean", ["highest"], ["near"], axes=[1], keepdims=0),
            helper.make_node("Sub", ["cosines", "one"], ["below_one"]),
            helper.make_node("Mul", ["below_one", "width"], ["wide"]),
            helper.make_node("Exp", ["wide"], ["alike"]),
            # The likeness as a coarse and a fine part; all four products at once, so that the voices are read once.
            helper.make_node("Mul", ["alike", "most"], ["loud"]),
            helper.make_node("Clip", ["loud", "none", "most"], ["louder"]),
            helper.make_node("Floor", ["louder"], ["coarse"]),
            helper.make_node("Sub", ["louder", "coarse"], ["remains"]),
            helper.make_node("Mul", ["remains", "most"], ["finely"]),
            helper.make_node("Round", ["finely"], ["rest"]),
            helper.make_node("Concat", ["coarse", "rest"], ["both"], axis=0),
            helper.make_node("Cast", ["both"], ["loudness"], to=TensorProto.UINT8),
            helper.make_node("MatMulInteger", ["loudness", "parts"], ["heard"]),
            helper.make_node("Cast", ["heard"], ["counted"], to=TensorProto.FLOAT),
            helper.make_node("Split", ["counted"], ["loudly", "quietly"], axis=0),
            helper.make_node("Div", ["quietly", "most"], ["quieter"]),
            helper.make_node("Add", ["loudly", "quieter"], ["summed"]),
            helper.make_node("Split", ["summed"], ["by_coarse", "by_fine"], axis=1),
            helper.make_node("Mul", ["by_coarse", "fine"], ["coarsely"]),
            helper.make_node("Add", ["coarsely", "by_fine"], ["in_steps"]),
            helper.make_node("Mul", ["in_steps", "lengths"], ["said"]),
        ]
        graph = helper.make_graph(
            nodes,
            "known_texts",
            [
                helper.make_tensor_value_info("steps", TensorProto.UINT8, ["texts", vectors.shape[1]]),
                helper.make_tensor_value_info("scale", TensorProto.FLOAT, ["texts", 1]),
            ],
            [
                helper.make_tensor_value_info("said", TensorProto.FLOAT, ["texts", voices.shape[1]]),
                helper.make_tensor_value_info("near", TensorProto.FLOAT, ["texts"]),
                helper.make_tensor_value_info("cosines", TensorProto.FLOAT, ["texts", len(vectors)]),
            ],
            [numpy_helper.from_array(numbers, name) for name, numbers in constants.items()],
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        return cls(model.SerializeToString())

    def save(self, path: Path) -> None:
        """Write the graph to `path`, and its numbers beside it (`encoder.data_file`)."""
        import onnx

        graph = onnx.load_from_string(self._graph) if isinstance(self._graph, bytes) else onnx.load(str(self._graph))
        # What is there is added to, not written over.
        data_file(path).unlink(missing_ok=True)
        onnx.save_model(graph, str(path), save_as_external_data=True, location=data_file(path).name)

    @classmethod
    def load(cls, path: Path) -> KnownTexts:
        """Read what `save` wrote."""
        return cls(path)

    def cosines(self, vectors: Vectors) -> Vectors:
        """The cosine of each of `vectors` (m, d) to each known text, (m, n)."""
        (found,) = self._run(["cosines"], vectors)
        return found

    def say(self, vectors: Vectors) -> tuple[Vectors, Vectors]:
        """What the known texts say to each of `vectors` (m, d), as far as they are like it (m, k), and the mean cosine
        of each to its nearest `NEIGHBOURS` (m,)."""
        said, near = self._run(["said", "near"], vectors)
        return said, near

    def _run(self, names: list[str], vectors: Vectors) -> list[Vectors]:
        # All at once, since the known texts are then read once; each with a scale of its own, so that a text's likeness
        # does not depend on its neighbours.
        steps, scales = _steps(vectors, MOST)
        found: list[Vectors] = self._session.run(
            names, {"steps": (steps + ZERO).astype(np.uint8), "scale": scales[:, np.newaxis]}
        )
        return found


def _steps(vectors: Vectors, most: int) -> tuple[Vectors, Vectors]:
    """`vectors` in whole steps of -`most` to `most`, and how long a step of each is."""
    scales = (np.maximum(np.abs(vectors).max(axis=1), 1e-6) / most).astype(np.float32)
    return np.rint(vectors / scales[:, np.newaxis]), scales


def _parts(voices: Vectors) -> tuple[npt.NDArray[np.int8], Vectors]:
    """`voices` (n, k) in whole steps, the coarse parts of all labels and then the fine ones (n, 2 k), and how long a
    fine step of each label is, for a likeness that was counted up to `FINE_LIKENESS` (k,)."""
    lengths = (np.maximum(np.abs(voices).max(axis=0), 1e-6) / (KNOWN_MOST * FINE)).astype(np.float32)
    steps = np.rint(voices / lengths)
    coarse = np.rint(steps / FINE)
    return np.hstack([coarse, steps - coarse * FINE]).astype(np.int8), lengths / np.float32(FINE_LIKENESS)
