"""The network in plain torch: a BERT encoder that tags words, and a linker over spans; no data, no training loop."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, HEADS, LAYERS, INNER, VOCAB, POSITIONS = 384, 12, 6, 1536, 30522, 512
TAGS, FEATURES = 7, 8
LINK, GAPS, BETWEEN = 128, 24, 5
LINKS = ("content_cue", "cue_head", "cue_source")


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: batch, pieces, hidden; mask: batch, 1, 1, pieces, added to the attention scores."""
        b, t, _ = x.shape
        q, k, v = (y.reshape(b, t, HEADS, HIDDEN // HEADS).transpose(1, 2) for y in self.qkv(x).chunk(3, dim=-1))
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(HIDDEN // HEADS) + mask, dim=-1)
        x = self.norm1(x + self.drop(self.out((weights @ v).transpose(1, 2).reshape(b, t, HIDDEN))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Tagger(nn.Module):
    """Pieces and features in, hidden states and tag logits out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCAB, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.features = nn.Embedding(FEATURES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = nn.Dropout(dropout)
        self.tags = nn.Linear(HIDDEN, TAGS)
        nn.init.zeros_(self.features.weight)
        self.words.weight.requires_grad = False

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """pieces, features: batch, pieces (0 pads); returns logits and hidden states."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(places) + self.kind + self.features(features)
        x = self.drop(self.norm(x))
        mask = (pieces == 0).to(x.dtype)[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, mask)
        return self.tags(x), x


def load_encoder(tagger: Tagger, folder: Path) -> None:
    """Copy the pretrained MiniLM weights of a model folder into the tagger."""
    w = load_file(folder / "model.safetensors")
    w = {name.removeprefix("bert."): value for name, value in w.items()}
    e = "embeddings."
    mapped = {
        "words.weight": w[e + "word_embeddings.weight"],
        "positions.weight": w[e + "position_embeddings.weight"],
        "kind": w[e + "token_type_embeddings.weight"][0],
        "norm.weight": w[e + "LayerNorm.weight"],
        "norm.bias": w[e + "LayerNorm.bias"],
    }
    for i in range(LAYERS):
        a, b = f"encoder.layer.{i}.", f"layers.{i}."
        for end in ("weight", "bias"):
            parts = [w[f"{a}attention.self.{n}.{end}"] for n in ("query", "key", "value")]
            mapped[f"{b}qkv.{end}"] = torch.cat(parts)
            for mine, theirs in (
                ("out", "attention.output.dense"),
                ("norm1", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("norm2", "output.LayerNorm"),
            ):
                mapped[f"{b}{mine}.{end}"] = w[f"{a}{theirs}.{end}"]
    missing = tagger.load_state_dict(mapped, strict=False)
    assert not missing.unexpected_keys


class Linker(nn.Module):
    """Scores of spans against the spans they may belong to: biaffine, with distance and cues in between."""

    def __init__(self) -> None:
        super().__init__()
        self.a = nn.ModuleDict({k: nn.Linear(2 * HIDDEN, LINK) for k in LINKS})
        self.b = nn.ModuleDict({k: nn.Linear(2 * HIDDEN, LINK) for k in LINKS})
        self.gap = nn.ModuleDict({k: nn.Embedding(GAPS, 1) for k in LINKS})
        self.between = nn.ModuleDict({k: nn.Embedding(BETWEEN, 1) for k in LINKS})
        self.none = nn.Linear(2 * HIDDEN, 1)

    def forward(self, kind: str, a: Tensor, b: Tensor, gap: Tensor, between: Tensor) -> Tensor:
        """a: n, 2 hidden; b: m, 2 hidden; gap, between: n, m buckets; returns n, m scores."""
        scores = self.a[kind](a) @ self.b[kind](b).T / math.sqrt(LINK)
        return scores + self.gap[kind](gap).squeeze(-1) + self.between[kind](between).squeeze(-1)
