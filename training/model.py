"""The network in plain torch: an encoder that tags words, and a linker over spans; no data, no
training loop."""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

TAGS, FEATURES = 7, 8
ENTITIES = 9
"""Outside, then beginning and inside of each kind of claims/detect/entities.py."""
LINK, GAPS, BETWEEN = 128, 24, 5
LINKS = ("content_cue", "cue_head", "cue_source")
BUCKETS, FAR = 32, 128


@dataclass(frozen=True)
class Shape:
    """The sizes of an encoder."""

    hidden: int
    heads: int
    layers: int
    inner: int
    epsilon: float
    relative: bool
    """Whether attention adds a learned bias for the distance of two pieces (MPNet; Raffel et al.
    2020)."""
    vocab: int = 30522
    positions: int = 512
    head: int = 0
    """Places of an attention head; 0: the hidden ones divided among the heads."""
    entities: bool = False
    """Whether it names entities besides."""

    @property
    def size(self) -> int:
        """Places of an attention head."""
        return self.head or self.hidden // self.heads


MINILM = Shape(384, 12, 6, 1536, 1e-12, relative=False)
SLIM = Shape(384, 6, 6, 768, 1e-12, relative=False, head=32, entities=True)
"""MiniLM without half of its attention heads and half of its inner places."""
MPNET = Shape(768, 12, 12, 3072, 1e-5, relative=True)


def distance_buckets(longest: int) -> Tensor:
    """2 longest - 1 buckets: entry d + longest - 1 is that of the piece d places to the right."""
    d = torch.arange(1 - longest, longest)
    exact, half = BUCKETS // 4, BUCKETS // 2
    far = (
        exact
        + (torch.log(d.abs().clamp(min=1) / exact) / math.log(FAR / exact) * (half - exact)).long()
    )
    return torch.where(d.abs() < exact, d.abs(), far.clamp(max=half - 1)) + (d > 0) * half


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads, self.size = shape.heads, shape.size
        self.qkv = nn.Linear(shape.hidden, 3 * shape.heads * shape.size)
        self.out = nn.Linear(shape.heads * shape.size, shape.hidden)
        self.norm1 = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.norm2 = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x: batch, pieces, hidden; bias: added to the attention scores (batch, heads, pieces,
        pieces)."""
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, self.size).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm1(
            x + self.drop(self.out(seen.transpose(1, 2).reshape(b, t, self.heads * self.size)))
        )
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Tagger(nn.Module):
    """Pieces and features in, hidden states and tag logits out.

    The first `frozen` layers and the embeddings are never trained: their output is a constant of
    the text, so that training may compute it once. The features of words are added after them.
    """

    def __init__(self, shape: Shape, frozen: int = 0, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape, self.frozen = shape, frozen
        self.words = nn.Embedding(shape.vocab, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.kind = nn.Parameter(torch.zeros(shape.hidden))
        self.features = nn.Embedding(FEATURES, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.drop = nn.Dropout(dropout)
        self.tags = nn.Linear(shape.hidden, TAGS)
        self.entities = nn.Linear(shape.hidden, ENTITIES) if shape.entities else None
        if shape.relative:
            self.distance = nn.Embedding(BUCKETS, shape.heads)
            self.register_buffer("buckets", distance_buckets(shape.positions), persistent=False)
        nn.init.zeros_(self.features.weight)
        self.words.weight.requires_grad = False
        if frozen:
            still = (
                self.positions,
                self.norm,
                *self.layers[:frozen],
                *((self.distance,) if shape.relative else ()),
            )
            for module in still:
                module.requires_grad_(False)
            self.kind.requires_grad = False

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """pieces, features: batch, pieces (0 pads); returns logits, hidden states and, where it has
        them, entities'."""
        bias = self.bias(pieces)
        logits, hidden = self.top(self.bottom(pieces, bias), features, bias)
        return (logits, hidden, self.entities(hidden)) if self.entities else (logits, hidden)

    def bias(self, pieces: Tensor) -> Tensor:
        """What attention adds: nothing towards padding, and the distance where the encoder learned
        one."""
        bias = (pieces == 0).to(self.kind.dtype)[:, None, None, :] * -10000.0
        if self.shape.relative:
            places = torch.arange(pieces.shape[1], device=pieces.device)
            apart = places[None, :] - places[:, None] + self.shape.positions - 1
            bias = bias + self.distance(self.buckets[apart]).permute(2, 0, 1)[None]
        return bias

    def bottom(self, pieces: Tensor, bias: Tensor) -> Tensor:
        """The states after the embeddings and the frozen layers, which know no features."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(places) + self.kind
        if self.frozen:
            x = self.norm(x)
        for layer in self.layers[: self.frozen]:
            x = layer(x, bias)
        return x

    def top(self, x: Tensor, features: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
        """Logits and states from what `bottom` gave."""
        x = x + self.features(features)
        x = self.drop(x if self.frozen else self.norm(x))
        for layer in self.layers[self.frozen :]:
            x = layer(x, bias)
        return self.tags(x), x


class Linker(nn.Module):
    """Scores of spans against the spans they may belong to: biaffine, with distance and cues in
    between."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.a = nn.ModuleDict({k: nn.Linear(2 * hidden, LINK) for k in LINKS})
        self.b = nn.ModuleDict({k: nn.Linear(2 * hidden, LINK) for k in LINKS})
        self.gap = nn.ModuleDict({k: nn.Embedding(GAPS, 1) for k in LINKS})
        self.between = nn.ModuleDict({k: nn.Embedding(BETWEEN, 1) for k in LINKS})
        self.none = nn.Linear(2 * hidden, 1)

    def forward(self, kind: str, a: Tensor, b: Tensor, gap: Tensor, between: Tensor) -> Tensor:
        """a: n, 2 hidden; b: m, 2 hidden; gap, between: n, m buckets; returns n, m scores."""
        scores = self.a[kind](a) @ self.b[kind](b).T / math.sqrt(LINK)
        return scores + self.gap[kind](gap).squeeze(-1) + self.between[kind](between).squeeze(-1)
