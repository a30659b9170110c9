"""Windows to tensors, and what the network loses on them: tags, links, entities; no training
loop."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from claims.detect.geometry import between, gaps
from training.data import PARTS, Window
from training.model import Linker

TAUGHT = 0.7
"""How much a teacher's tags count beside the annotators'."""


def batch_tensors(batch: list[Window]) -> tuple[Tensor, Tensor]:
    """Padded pieces and features."""
    length = max(len(w.pieces) for w in batch)
    pieces = torch.zeros(len(batch), length, dtype=torch.long)
    features = torch.zeros_like(pieces)
    for i, w in enumerate(batch):
        pieces[i, : len(w.pieces)] = torch.tensor(w.pieces)
        features[i, : len(w.features)] = torch.tensor(w.features)
    return pieces, features


def word_states(hidden: Tensor, batch: list[Window]) -> Tensor:
    """The states of all words of a batch, one window after the other."""
    return torch.cat([hidden[i, torch.tensor(w.heads)] for i, w in enumerate(batch)])


def tag_loss(logits: Tensor, batch: list[Window]) -> Tensor:
    """Mean over words of the cross-entropy with the annotators' tags and, where there is one, the
    teacher's."""
    said = word_states(logits, batch)
    loss = functional.cross_entropy(said, torch.tensor([tag for w in batch for tag in w.tags]))
    if any(w.thoughts is None for w in batch):
        return loss
    taught = (
        torch.tensor(np.concatenate([w.thoughts for w in batch if w.thoughts is not None]))
        .float()
        .exp()
    )
    return (1 - TAUGHT) * loss + TAUGHT * functional.cross_entropy(said, taught)


def entity_loss(logits: Tensor, batch: list[Window]) -> Tensor:
    """Mean over words of the cross-entropy with the entities that spaCy finds."""
    wanted = [tag for w in batch for tag in (w.entities or [0] * len(w.heads))]
    return functional.cross_entropy(word_states(logits, batch), torch.tensor(wanted))


def ends(hidden: Tensor, heads: list[int], spans: list[tuple[int, int]]) -> Tensor:
    """n, 2 hidden: the states of each span's first and last word."""
    if not spans:
        return hidden.new_zeros(0, 2 * hidden.shape[1])
    first = hidden[[heads[s] for s, _ in spans]]
    last = hidden[[heads[e - 1] for _, e in spans]]
    return torch.cat([first, last], dim=-1)


def link_loss(linker: Linker, hidden: Tensor, w: Window) -> Tensor:
    """The mean negative log-likelihood of the window's links."""
    cues, sources, contents = (w.spans[part] for part in PARTS)
    losses = []
    states = {part: ends(hidden, w.heads, w.spans[part]) for part in PARTS}

    def scores(kind: str, a: str, b: str) -> Tensor:
        gap = torch.from_numpy(gaps(w.spans[a], w.spans[b]))
        inside = torch.from_numpy(between(w.spans[a], w.spans[b], cues))
        return linker(kind, states[a], states[b], gap, inside)

    if cues and contents:
        target = torch.tensor(w.content_cue)
        if (target >= 0).any():
            losses.append(
                functional.cross_entropy(
                    scores("content_cue", "content", "cue"),
                    target.where(target >= 0, -100),
                    ignore_index=-100,
                )
            )
    if len(cues) > 1:
        losses.append(
            functional.cross_entropy(scores("cue_head", "cue", "cue"), torch.tensor(w.cue_head))
        )
    head = [i for i, h in enumerate(w.cue_head) if h == i]
    if head:
        none = linker.none(states["cue"])
        full = torch.cat([none, scores("cue_source", "cue", "source")], dim=1) if sources else none
        logs = torch.log_softmax(full, dim=1)
        for i in head:
            wanted = [1 + j for j in w.cue_source[i]] or [0]
            losses.append(-torch.logsumexp(logs[i, wanted], dim=0) / len(head))
    return torch.stack(losses).sum() if losses else hidden.sum() * 0
