"""A trained tagger without its least useful attention heads and inner places, to be taught further.

    python -m training.prune --train polnear-train.jsonl.gz --model claims/weights/fast --encoder
    DIR --out made/slim

What counts for how much is how the loss would change without it, to first order (Michel et al.
2019, Molchanov et al.
2017). The tagger is read back from its ONNX file, whose eight-bit weights lose nothing that matters
here.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import spacy
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from training.data import learned, read_tokenizer, rows, windows
from training.losses import batch_tensors, tag_loss
from training.model import LINKS, MINILM, SLIM, Layer, Linker, Tagger
from training.pretrained import load_encoder


def read_tagger(tagger: Tagger, file: Path) -> None:
    """Put the weights of an eight-bit ONNX file into a tagger of the same shape."""
    graph = onnx.load(file).graph
    kept = {array.name: numpy_helper.to_array(array) for array in graph.initializer}
    state = tagger.state_dict()
    for name in state:
        if name in kept:
            state[name] = torch.tensor(kept[name])
        elif f"{name}_quantized" in kept:
            state[name] = _whole(kept, name)
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = node.output[0].strip("/").split("/MatMul")[0].replace("/", ".") + ".weight"
            state[name] = _whole(kept, node.input[1].removesuffix("_quantized")).T
    tagger.load_state_dict(state)


def _whole(kept: dict[str, np.ndarray], name: str) -> Tensor:
    values, scale, zero = (kept[f"{name}_{end}"] for end in ("quantized", "scale", "zero_point"))
    return torch.tensor((values.astype(np.float32) - zero.astype(np.float32)) * scale)


def read_linker(linker: Linker, file: Path) -> None:
    """Put the arrays of a shipped linker back into the module."""
    kept = {name: torch.tensor(array.astype(np.float32)) for name, array in np.load(file).items()}
    state = {"none.weight": kept["none.weight"][None], "none.bias": kept["none.bias"]}
    for kind in LINKS:
        for side in ("a", "b"):
            for end in ("weight", "bias"):
                state[f"{side}.{kind}.{end}"] = kept[f"{kind}.{side}.{end}"]
        state |= {
            f"{part}.{kind}.weight": kept[f"{kind}.{part}"][:, None] for part in ("gap", "between")
        }
    linker.load_state_dict(state)


class Gates:
    """A factor of one before every head and inner place, whose gradient tells what the loss owes to
    it."""

    def __init__(self, tagger: Tagger) -> None:
        self.heads = [torch.ones(layer.heads, requires_grad=True) for layer in layers_of(tagger)]
        self.inner = [
            torch.ones(layer.down.in_features, requires_grad=True) for layer in layers_of(tagger)
        ]
        for layer, heads, inner in zip(layers_of(tagger), self.heads, self.inner, strict=True):
            layer.out.register_forward_pre_hook(_by(heads, layer.size))
            layer.down.register_forward_pre_hook(_by(inner, 1))

    def gradients(self) -> list[Tensor]:
        """The absolute gradients since the last call."""
        found = [
            torch.zeros_like(g) if g.grad is None else g.grad.abs().clone()
            for g in (*self.heads, *self.inner)
        ]
        for gate in (*self.heads, *self.inner):
            gate.grad = None
        return found


def _by(gate: Tensor, size: int):  # type: ignore[no-untyped-def]
    return lambda _, given: (given[0] * gate.repeat_interleave(size),)


def layers_of(tagger: Tagger) -> list[Layer]:
    """The layers, as what they are."""
    return [layer for layer in tagger.layers if isinstance(layer, Layer)]


def slimmed(tagger: Tagger, worth: list[Tensor]) -> Tagger:
    """The tagger with the worthiest heads and inner places of each layer alone."""
    out = Tagger(SLIM)
    state = {
        name: value for name, value in tagger.state_dict().items() if not name.startswith("layers.")
    }
    depth, size = len(tagger.layers), SLIM.size
    for place, layer in enumerate(layers_of(tagger)):
        heads = worth[place].topk(SLIM.heads).indices.sort().values
        inner = worth[depth + place].topk(SLIM.inner).indices.sort().values
        places = (heads[:, None] * size + torch.arange(size)).flatten()
        among = torch.cat([places + part * layer.out.in_features for part in range(3)])
        state |= {
            f"layers.{place}.{name}": value
            for name, value in _cut(layer, places, among, inner).items()
        }
    out.load_state_dict(state, strict=False)
    return out


def _cut(layer: Layer, places: Tensor, among: Tensor, inner: Tensor) -> dict[str, Tensor]:
    state = layer.state_dict()
    rows_ = {"qkv.weight": among, "qkv.bias": among, "up.weight": inner, "up.bias": inner}
    columns = {"out.weight": places, "down.weight": inner}
    state |= {name: state[name][kept] for name, kept in rows_.items()}
    return state | {name: state[name][:, kept] for name, kept in columns.items()}


def main() -> None:
    """Weigh, cut and save a checkpoint that training goes on from."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", required=True)
    parser.add_argument("--held", type=int, default=0, help="every such article is left out")
    parser.add_argument("--model", required=True, type=Path, help="folder of the trained model")
    parser.add_argument("--encoder", required=True, type=Path)
    parser.add_argument("--windows", type=int, default=300, help="that tell what counts")
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    tagger, linker = Tagger(MINILM, dropout=0.0), Linker(MINILM.hidden)
    load_encoder(tagger, args.encoder)
    read_tagger(tagger, args.model / "tagger.onnx")
    read_linker(linker, args.model / "linker.npz")
    nlp, tokenizer = spacy.blank("en"), read_tokenizer()
    data = [
        w
        for row in learned(list(rows(args.train)), args.held)[::5]
        for w in windows(row, nlp, tokenizer)
    ]
    gates = Gates(tagger)
    worth = [torch.zeros_like(gate) for gate in (*gates.heads, *gates.inner)]
    for window in data[:: max(1, len(data) // args.windows)]:
        tag_loss(tagger(*batch_tensors([window]))[0], [window]).backward()
        worth = [sum_ + more for sum_, more in zip(worth, gates.gradients(), strict=True)]
    args.out.mkdir(parents=True, exist_ok=True)
    slim: dict[str, nn.Module] = {"tagger": slimmed(tagger, worth), "linker": linker}
    torch.save(
        {name: module.state_dict() for name, module in slim.items()}, args.out / "checkpoint.pt"
    )


if __name__ == "__main__":
    main()
