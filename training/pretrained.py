"""Published encoder weights into the tagger; nothing about training.

Both families share one vocabulary of wordpieces. MPNet numbers it from 4 and has marks of its own;
its rows are put into the order of BERT, so that one tokenizer serves both.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from claims.detect.encode import CLS, PAD, SEP
from training.model import Tagger

BERT = {
    "qkv": ("attention.self.query", "attention.self.key", "attention.self.value"),
    "out": ("attention.output.dense",),
    "norm1": ("attention.output.LayerNorm",),
}
MPNET = {
    "qkv": ("attention.attn.q", "attention.attn.k", "attention.attn.v"),
    "out": ("attention.attn.o",),
    "norm1": ("attention.LayerNorm",),
}
BOTH = {"up": ("intermediate.dense",), "down": ("output.dense",), "norm2": ("output.LayerNorm",)}


def load_encoder(tagger: Tagger, folder: Path) -> None:
    """Copy the pretrained weights of a model folder into the tagger; raises KeyError where they are
    of another kind."""
    w = {name.split(".", 1)[1] if name.startswith(("bert.", "mpnet.")) else name: value
         for name, value in load_file(folder / "model.safetensors").items()}  # fmt: skip
    mapped = _embeddings(w, relative=tagger.shape.relative)
    names = (MPNET if tagger.shape.relative else BERT) | BOTH
    for i in range(tagger.shape.layers):
        for mine, theirs in names.items():
            for end in ("weight", "bias"):
                mapped[f"layers.{i}.{mine}.{end}"] = torch.cat(
                    [w[f"encoder.layer.{i}.{n}.{end}"] for n in theirs]
                )
    left = tagger.load_state_dict(mapped, strict=False)
    assert not left.unexpected_keys
    assert {name.split(".")[0] for name in left.missing_keys} == {"features", "tags"} - set(mapped)


def _embeddings(w: dict[str, Tensor], *, relative: bool) -> dict[str, Tensor]:
    e = "embeddings."
    words, places = w[e + "word_embeddings.weight"], w[e + "position_embeddings.weight"]
    norm = {f"norm.{end}": w[f"{e}LayerNorm.{end}"] for end in ("weight", "bias")}
    if not relative:
        return norm | {
            "words.weight": words,
            "positions.weight": places,
            "kind": w[e + "token_type_embeddings.weight"][0],
        }
    ordered = words[4 : 4 + 30522].clone()
    ordered[CLS], ordered[PAD], ordered[SEP] = words[0], words[1], words[2]
    return norm | {
        "words.weight": ordered,
        "positions.weight": places[2:514],
        "kind": torch.zeros(words.shape[1]),
        "distance.weight": w["encoder.relative_attention_bias.weight"],
    }
