"""The network that reads two statements side by side, in plain torch, and its export; no data, no
training loop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from claims.corroborate.matching.pair_reader import side_by_side
from training.model import MINILM, MPNET, Tagger
from training.pretrained import load_encoder

CLASSES = ("same", "part", "contradicting", "other")
TEACHER_LAYERS = 9


class PairNet(nn.Module):
    """Wordpieces of two statements in, a score for each of CLASSES out."""

    def __init__(self, encoder: Path, *, teacher: bool, still: int = 2) -> None:
        super().__init__()
        shape = replace(MPNET, layers=TEACHER_LAYERS) if teacher else MINILM
        self.body = Tagger(shape, frozen=0, dropout=0.1)
        load_encoder(self.body, encoder)
        self.body.kind.data.zero_()
        self.sides = nn.Embedding(2, shape.hidden)
        kinds = "embeddings.token_type_embeddings.weight"
        published = load_file(encoder / "model.safetensors")
        row = next((v for name, v in published.items() if name.endswith(kinds)), None)
        self.sides.weight.data.copy_(torch.zeros(2, shape.hidden) if row is None else row)
        self.out = nn.Linear(2 * shape.hidden, len(CLASSES))
        self.body.positions.requires_grad_(False)
        for layer in self.body.layers[:still]:
            layer.requires_grad_(False)

    def forward(self, pieces: Tensor, sides: Tensor) -> Tensor:
        """pieces, sides: batch, pieces (0 pads); returns batch, 4 scores."""
        bias = self.body.bias(pieces)
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.body.words(pieces) + self.body.positions(places) + self.sides(sides)
        x = self.body.drop(self.body.norm(x))
        for layer in self.body.layers:
            x = layer(x, bias)
        real = (pieces != 0).unsqueeze(-1).to(x.dtype)
        mean = (x * real).sum(1) / real.sum(1)
        return self.out(torch.cat([x[:, 0], mean], -1).float())


def batch(pairs: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor]:
    """The pieces and sides of some pairs, padded."""
    read = [side_by_side(*pair) for pair in pairs]
    longest = max(len(pieces) for pieces, _ in read)
    pieces, sides = torch.zeros(2, len(read), longest, dtype=torch.long)
    for place, (one, side) in enumerate(read):
        pieces[place, : len(one)] = torch.tensor(one)
        sides[place, : len(side)] = torch.tensor(side)
    return pieces, sides


def export(net: PairNet, path: Path) -> None:
    """Write the network as ONNX of eight-bit integers: pieces, sides -> scores."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    net.eval()
    full = path.with_suffix(".fp32.onnx")
    axes = {name: {0: "batch", 1: "pieces"} for name in ("pieces", "sides")}
    torch.onnx.export(
        net,
        (torch.ones(2, 16, dtype=torch.long), torch.zeros(2, 16, dtype=torch.long)),
        str(full),
        dynamo=False,
        opset_version=17,
        dynamic_axes={**axes, "scores": {0: "batch"}},
        input_names=["pieces", "sides"],
        output_names=["scores"],
    )
    quantize_dynamic(
        full,
        path,
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather"],
    )
    full.unlink()
