"""A network of four-bit weights whose products are made in integers of eight bits: its graph, and its weights in a file
of their own, four bits each, which claims/detect/four_bits.py widens as the network is loaded.

    python -m training.integers polnear-train.jsonl.gz --model claims/weights/accurate

A large network's activations hold a few very large values, always in the same few columns; one scale for all leaves the
rest nothing. These columns are multiplied apart, in floats. Which they are is seen on training articles.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import spacy
from numpy.typing import NDArray
from onnx import NodeProto, TensorProto, helper, numpy_helper

from claims.detect.four_bits import WEIGHTS
from claims.detect.manifest import digest_of
from training.data import read_tokenizer, rows, windows
from training.lean import DOMAIN, Graph, without_dead_ends

Array = NDArray[np.float32]
FAR, MOST_FAR = 3.0, 16
"""A column is multiplied apart if it reaches so many times what half of them reach; the largest of these."""
EVERY_ARTICLE, WINDOWS = 20, 60


@dataclass
class Product:
    """A four-bit matrix of a graph: weights (inputs, outputs), and scales and zeros of each block of inputs."""

    node: NodeProto
    added: NodeProto
    """What adds its bias."""
    weights: NDArray[np.uint8]
    scales: Array
    zeros: NDArray[np.uint8]

    def __post_init__(self) -> None:
        self.block = len(self.weights) // len(self.scales)

    def floats(self) -> Array:
        """The weights as they are meant."""
        apart = self.weights.astype(np.float32) - self.zeros.repeat(self.block, axis=0)
        return apart * self.scales.repeat(self.block, axis=0)


def product(node: NodeProto, added: NodeProto, arrays: dict[str, np.ndarray]) -> Product:
    """The matrix of a node as onnxruntime's quantizer writes it: a row an output, two weights a byte."""
    told = {given.name: helper.get_attribute_value(given) for given in node.attribute}
    packed, scales, zeros = (arrays[name] for name in node.input[1:4])
    outputs, blocks = told["N"], told["K"] // told["block_size"]
    return Product(
        node,
        added,
        _apart(packed.reshape(outputs, -1)).T.copy(),
        scales.reshape(outputs, blocks).T.copy(),
        _apart(zeros.reshape(outputs, -1))[:, :blocks].T.copy(),
    )


def _apart(packed: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.stack([packed & 15, packed >> 4], axis=-1).reshape(len(packed), -1)


def _packed(values: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return values[:, 0::2] | values[:, 1::2] << 4


def reach(model: onnx.ModelProto, data: list[tuple[list[int], list[int]]]) -> dict[str, Array]:
    """The largest activation of each column that a product takes in; data: pieces and features of windows."""
    asked = sorted({node.input[0] for node in _products(model.graph).values()})
    more = [name for name in asked if name not in {one.name for one in model.graph.output}]
    for name in more:
        model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, None))
    session = onnxruntime.InferenceSession(model.SerializeToString())
    del model.graph.output[-len(more) :]
    most = dict[str, Array]()
    for pieces, features in data:
        given = {"pieces": np.array([pieces]), "features": np.array([features])}
        for name, held in zip(asked, session.run(asked, given), strict=True):
            most[name] = np.maximum(most.get(name, 0), np.abs(held[0]).max(axis=0))
    return most


def _products(graph: Graph) -> dict[str, NodeProto]:
    """The products by name. The tags' own stays as it is: it is small, and all rests on it."""
    pairs = ((node, _next(graph, node)) for node in graph.node if node.op_type == "MatMulNBits")
    return {node.name: node for node, added in pairs if "logits" not in added.output}


def _next(graph: Graph, node: NodeProto) -> NodeProto:
    """The one that takes in what a node gives."""
    (found,) = (one for one in graph.node if node.output[0] in one.input)
    return found


def in_integers(model: onnx.ModelProto, most: dict[str, Array]) -> dict[str, np.ndarray]:
    """Rewrite the graph; the weights that it asks for, four bits each."""
    graph = model.graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    todo = {
        name: product(node, _next(graph, node), arrays) for name, node in _products(graph).items()
    }
    done = {one.added.name for one in todo.values()}
    nodes, kept = list[NodeProto](), dict[str, np.ndarray]()
    for node in graph.node:
        if node.name in todo:
            nodes.extend(_rewritten(graph, todo[node.name], most[node.input[0]], kept))
        elif node.name not in done:
            nodes.append(node)
    del graph.node[:]
    graph.node.extend(nodes)
    without_dead_ends(graph)
    return kept


def _rewritten(
    graph: Graph, one: Product, most: Array, kept: dict[str, np.ndarray]
) -> Iterator[NodeProto]:
    """The nodes in the place of a product; what it asks for goes to the graph, and its weights to those kept."""
    name, x = one.node.name.strip("/").replace("/", "."), one.node.input[0]
    far = np.sort(np.argsort(-most)[:MOST_FAR])
    far = far[most[far] > FAR * np.median(most)]
    whole = one.floats()

    def array(end: str, values: np.ndarray) -> str:
        graph.initializer.append(numpy_helper.from_array(values, f"{name}.{end}"))
        return f"{name}.{end}"

    near, summed = x, one.added.output[0]
    (bias,) = (given for given in one.added.input if given != one.node.output[0])
    if len(far):
        near, summed = f"{name}.near", f"{name}.summed"
        yield helper.make_node("Gather", [x, array("columns", far)], [f"{name}.taken"], axis=2)
        yield helper.make_node(
            "MatMul", [f"{name}.taken", array("far", whole[far])], [f"{name}.apart"]
        )
        yield helper.make_node("Mul", [x, array("left", _all_but(far, len(most)))], [near])
        whole[far] = 0
        one.weights[far] = one.zeros[far // one.block]
    steps = np.abs(whole).max(axis=0) / 127
    kept[f"{name}.four"], kept[f"{name}.zeros"] = _packed(one.weights), _packed(one.zeros)
    kept[f"{name}.steps"] = one.scales / steps
    _ask_for(graph, name, whole.shape)
    taken = [near, name, array("scale", steps), "", bias]
    yield helper.make_node("DynamicQuantizeMatMul", taken, [summed], domain=DOMAIN)
    if len(far):
        yield helper.make_node("Add", [summed, f"{name}.apart"], one.added.output)


def _all_but(places: NDArray[np.int64], count: int) -> Array:
    out = np.ones(count, np.float32)
    out[places] = 0
    return out


def _ask_for(graph: Graph, name: str, shape: tuple[int, ...]) -> None:
    """A matrix of whole numbers that is given as the graph is loaded."""
    asked = TensorProto(name=name, data_type=TensorProto.INT8, dims=shape)
    asked.data_location = TensorProto.EXTERNAL
    asked.external_data.add(key="location", value=WEIGHTS)
    graph.initializer.append(asked)


def main() -> None:
    """Rewrite a model's tagger in its place, and write its weights beside it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path)
    parser.add_argument("--model", required=True, type=Path, help="folder of a four-bit model")
    args = parser.parse_args()
    nlp, tokenizer = spacy.blank("en"), read_tokenizer()
    articles = islice(rows(args.train), 0, None, EVERY_ARTICLE)
    shown = (window for row in articles for window in windows(row, nlp, tokenizer))
    data = [(window.pieces, window.features) for window in islice(shown, WINDOWS)]
    model = onnx.load(args.model / "tagger.onnx")
    kept = in_integers(model, reach(model, data))
    np.savez(args.model / WEIGHTS, **kept)
    onnx.save(model, args.model / "tagger.onnx")
    noted = json.loads((args.model / "manifest.json").read_text(encoding="utf-8"))
    noted |= {"four_bits": True, "digest": digest_of(args.model)}
    (args.model / "manifest.json").write_text(json.dumps(noted, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
