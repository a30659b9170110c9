"""An exported tagger's graph in fewer steps: attention as one operation of onnxruntime's, what it adds for the distance
of two pieces worked out once, and no mask, for windows are run one by one. No weight changes.

    python -m training.lean claims/weights/fast/tagger.onnx --heads 6
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import NodeProto, helper, numpy_helper

from claims.detect.encode import WINDOW_PIECES

Graph = onnx.GraphProto
DOMAIN = "com.microsoft"
BIAS = "attention.bias"


def rewrite(tagger: Path, heads: int) -> None:
    """Rewrite a tagger's file in its place."""
    model = onnx.load(tagger)
    for system in model.opset_import:
        system.version = max(system.version, 18) if system.domain in ("", "ai.onnx") else 1
    lean(model, heads)
    onnx.save(model, tagger)


def lean(model: onnx.ModelProto, heads: int) -> None:
    """Rewrite the graph of a tagger as torch exported it."""
    graph = model.graph
    if not any(system.domain == DOMAIN for system in model.opset_import):
        model.opset_import.append(helper.make_opsetid(DOMAIN, 1))
    bias = _bias(model)
    if bias is not None:
        graph.initializer.append(numpy_helper.from_array(bias, BIAS))
        for node in reversed(_cut_to_length()):
            graph.node.insert(0, node)
    for layer in range(_layers(graph)):
        _one_attention(graph, layer, heads, biased=bias is not None)
    without_dead_ends(graph)


def _layers(graph: Graph) -> int:
    found = (re.match(r"/layers\.(\d+)/", node.name) for node in graph.node)
    return 1 + max(int(match[1]) for match in found if match)


def _bias(model: onnx.ModelProto) -> np.ndarray | None:
    """(1, heads, pieces, pieces): what is added to the scores of a longest window; None where that is
    nothing."""
    graph = model.graph
    made = {output: node for node in graph.node for output in node.output}
    softmax = next(node for node in graph.node if node.name == "/layers.0/Softmax")
    sides = made[softmax.input[0]].input
    (name,) = (side for side in sides if not re.match("/layers.0/(MatMul|Div)", side))
    graph.output.append(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
    session = onnxruntime.InferenceSession(model.SerializeToString())
    graph.output.pop()
    window = np.ones((1, WINDOW_PIECES), np.int64)
    (bias,) = session.run([name], {"pieces": window, "features": np.zeros_like(window)})
    return bias if bias.any() else None


def _cut_to_length() -> list[NodeProto]:
    """The bias of a window as long as it is."""
    return [
        helper.make_node("Constant", [], [f"{BIAS}.start"], value_ints=[0, 0]),
        helper.make_node("Constant", [], [f"{BIAS}.axes"], value_ints=[2, 3]),
        helper.make_node("Shape", ["pieces"], [f"{BIAS}.length"], start=1),
        helper.make_node("Concat", [f"{BIAS}.length"] * 2, [f"{BIAS}.end"], axis=0),
        helper.make_node(
            "Slice", [BIAS, *(f"{BIAS}.{end}" for end in ("start", "end", "axes"))], [f"{BIAS}.cut"]
        ),
    ]


def _one_attention(graph: Graph, layer: int, heads: int, *, biased: bool) -> None:
    """Put one operation in the place of all between a layer's two projections."""
    of_layer = re.compile(rf"/layers\.{layer}/Reshape(_\d+)?$")
    last = [place for place, node in enumerate(graph.node) if of_layer.match(node.name)][-1]
    asked, made = graph.node[last].output[0], f"layers.{layer}.attention"
    for node in graph.node:
        node.input[:] = [made if name == asked else name for name in node.input]
    parts = [f"{made}.{part}" for part in "qkv"]
    projected = f"/layers.{layer}/qkv/Add_output_0"
    more = ["", "", f"{BIAS}.cut"] if biased else []
    split = helper.make_node("Split", [projected], parts, axis=-1, num_outputs=3)
    together = ("MultiHeadAttention", [*parts, *more], [made])
    graph.node.insert(last, split)
    graph.node.insert(last + 1, helper.make_node(*together, domain=DOMAIN, num_heads=heads))


def without_dead_ends(graph: Graph) -> None:
    """Take out what leads to no output."""
    wanted = {output.name for output in graph.output}
    kept = []
    for node in reversed(graph.node):  # a graph's nodes stand in order
        if wanted.intersection(node.output):
            kept.append(node)
            wanted.update(node.input)
    arrays = [array for array in graph.initializer if array.name in wanted]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(reversed(kept))
    graph.initializer.extend(arrays)


def main() -> None:
    """Rewrite a file in its place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tagger", type=Path)
    parser.add_argument("--heads", type=int, required=True)
    args = parser.parse_args()
    rewrite(args.tagger, args.heads)


if __name__ == "__main__":
    main()
