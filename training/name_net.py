"""The network that reads names, to be trained: what claims/detect/names.py computes, as tensors."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from claims.detect.name_signs import with_neighbours
from claims.detect.names import AROUND, TAGS, Seen, inputs, lines_of_all, same_words

FIRST, SECOND, AGAIN = 64, 64, 32
DROP_SEEN, DROP, STEP, DECAY, WORDS = 0.2, 0.3, 3e-3, 3e-2, 1500


@dataclass
class Example:
    """A labelled article, or a copy of one with other names, as the reader sees it."""

    doc: str
    windows: list[Seen]
    offsets: list[list[tuple[int, int]]]
    tags: list[int]
    """Of the words of all windows."""


class Article(NamedTuple):
    """An example as tensors: inputs, right tags, places of the neighbours (-1: none), numbers of the
    words."""

    inputs: Tensor
    tags: Tensor
    near: Tensor
    numbers: Tensor


def _article(example: Example) -> Article:
    lines = np.array(lines_of_all(example.windows))
    numbers = same_words([word for seen in example.windows for word in seen.written])
    places = np.arange(len(lines), dtype=np.float32)[:, None] + 1
    near = with_neighbours(places, lines.tolist(), AROUND).astype(np.int64) - 1
    return Article(
        torch.tensor(np.concatenate([inputs(seen) for seen in example.windows])),
        torch.tensor(example.tags),
        torch.tensor(near),
        torch.tensor(numbers),
    )


def _together(articles: Sequence[Article]) -> Article:
    """Several as one; words of different articles keep different numbers."""
    rows = np.cumsum([0, *(len(one.tags) for one in articles)]).tolist()
    return Article(
        torch.cat([one.inputs for one in articles]),
        torch.cat([one.tags for one in articles]),
        torch.cat([torch.where(one.near < 0, -1, one.near + rows[i]) for i, one in enumerate(articles)]),
        torch.cat([torch.where(one.numbers < 0, -1, one.numbers + rows[i]) for i, one in enumerate(articles)]),
    )  # fmt: skip


class Net(nn.Module):
    """What NameReader computes, to be trained."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Linear(width, FIRST)
        self.mid = nn.Linear(FIRST * (2 * AROUND + 2), SECOND)
        self.out = nn.Linear(SECOND, TAGS)
        self.again = nn.Linear(2 * TAGS * (2 * AROUND + 1), AGAIN)
        self.last = nn.Linear(AGAIN, TAGS)
        self.drop = nn.Dropout(DROP)

    def forward(self, seen: Article) -> tuple[Tensor, Tensor]:
        """(words, TAGS), twice: at first, and after looking at these of the words around."""
        kept = functional.dropout(torch.ones(seen.inputs.shape[1]), DROP_SEEN, self.training)
        first = functional.relu(self.first(seen.inputs * kept))
        around = torch.cat([_around(first, seen.near), _elsewhere(first, seen.numbers)], dim=1)
        logits = self.out(self.drop(functional.relu(self.mid(self.drop(around)))))
        likely = functional.softmax(logits, dim=1)
        again = torch.cat([likely, _elsewhere(likely, seen.numbers)], dim=1)
        third = functional.relu(self.again(_around(again, seen.near)))
        return logits, logits + self.last(third)


def _around(own: Tensor, near: Tensor) -> Tensor:
    return torch.cat([own, torch.zeros(1, own.shape[1])])[near].flatten(1)


def _elsewhere(own: Tensor, numbers: Tensor) -> Tensor:
    groups = torch.where(numbers < 0, len(numbers), numbers)
    sums = torch.zeros(len(numbers) + 1, own.shape[1]).index_add(0, groups, own)
    counts = torch.bincount(groups, minlength=len(numbers) + 1)
    others = (counts[groups] - 1)[:, None]
    mean = (sums[groups] - own) / others.clamp(min=1)
    return torch.where((others > 0) & (numbers >= 0)[:, None], mean, torch.zeros(1))


def fit(given: Sequence[Example], epochs: int, seed: int) -> dict[str, NDArray[np.float32]]:
    """The arrays of a reader."""
    torch.manual_seed(seed)
    articles = [_article(example) for example in given]
    everything = torch.cat([one.inputs for one in articles])
    mean, spread = everything.mean(0), everything.std(0) + 1e-2
    articles = [one._replace(inputs=(one.inputs - mean) / spread) for one in articles]
    net = Net(len(mean))
    steps = epochs * (len(everything) // WORDS + 1)
    del everything
    optimizer = torch.optim.AdamW(net.parameters(), lr=STEP, weight_decay=DECAY)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimizer, STEP, total_steps=steps + 1)
    chance = random.Random(seed)
    for _ in range(steps):
        batch: list[Article] = []
        while sum(len(one.tags) for one in batch) < WORDS:
            batch.append(chance.choice(articles))
        together = _together(batch)
        loss = sum(functional.cross_entropy(said, together.tags) for said in net(together))
        assert isinstance(loss, Tensor)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        pace.step()
    weight = net.first.weight / spread
    out = {"in.weight": _array(weight.T), "in.bias": _array(net.first.bias - weight @ mean)}
    for name in ("mid", "out", "again", "last"):
        layer: nn.Linear = getattr(net, name)
        out |= {f"{name}.weight": _array(layer.weight.T), f"{name}.bias": _array(layer.bias)}
    return out


def _array(tensor: Tensor) -> NDArray[np.float32]:
    out: NDArray[np.float32] = tensor.detach().numpy()
    return out
