"""One command from PolNeAR train to a checkpoint: fixed seed, fixed number of steps, resumable."""

from __future__ import annotations

import argparse
import math
import os
import random
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import spacy
import torch
from torch import Tensor, distributed

from claims.engine import UNUSED, find_model
from training.data import TOKENIZER, Window, learned, read_tokenizer, rows, windows
from training.losses import batch_tensors, entity_loss, link_loss, tag_loss
from training.model import MINILM, MPNET, SLIM, Linker, Shape, Tagger
from training.pretrained import load_encoder
from training.teach import read_thoughts

BATCH, WARMUP, LINK_WEIGHT, CLIP = 8, 0.08, 0.1, 1.0
NAMED = 0.2
"""How much the loss of entities counts beside that of tags."""
POOL = 8
"""Batches' worth of windows among which those of like length are put together."""
KEPT = 100
"""Steps between checkpoints."""
SHAPES = {"minilm": MINILM, "slim": SLIM, "mpnet": MPNET}


def rate(step: int, steps: int) -> float:
    """Linear warm-up, then linear to zero."""
    warm = max(1, int(WARMUP * steps))
    return step / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))


def batches(data: list[Window], seed: int, size: int) -> list[list[Window]]:
    """One epoch's batches, shuffled; windows of like length stand together."""
    rng = random.Random(seed)
    order = data[:]
    rng.shuffle(order)
    out = []
    for i in range(0, len(order), POOL * size):
        pool = sorted(order[i : i + POOL * size], key=lambda w: len(w.pieces))
        out += [pool[j : j + size] for j in range(0, len(pool), size)]
    rng.shuffle(out)
    return out


def shape_of(args: argparse.Namespace) -> Shape:
    """The sizes of the network that a run's arguments name."""
    shape = SHAPES[args.shape]
    return replace(shape, layers=args.layers or shape.layers)


class Crew:
    """The processes that train together, started by torchrun; one alone without it."""

    def __init__(self) -> None:
        self.size, self.rank = (
            int(os.environ.get("WORLD_SIZE", "1")),
            int(os.environ.get("RANK", "0")),
        )
        if self.size > 1:
            distributed.init_process_group("gloo")

    def mean(self, parameters: list[Tensor]) -> None:
        """Every gradient becomes the mean over the processes."""
        if self.size > 1:
            flat = torch.cat(
                [(torch.zeros_like(p) if p.grad is None else p.grad).flatten() for p in parameters]
            )
            distributed.all_reduce(flat)
            for p, part in zip(
                parameters, flat.split([p.numel() for p in parameters]), strict=True
            ):
                p.grad = (part / self.size).view_as(p)


class Run:
    """Everything a training run changes, saved and read back whole."""

    def __init__(self, args: argparse.Namespace) -> None:
        torch.manual_seed(args.seed)
        np.random.seed(args.seed)
        self.args, self.step, self.crew = args, 0, Crew()
        shape = shape_of(args)
        self.tagger, self.linker = Tagger(shape, args.frozen), Linker(shape.hidden)
        if args.start:
            begun = torch.load(args.start / "checkpoint.pt", weights_only=False)
            self.tagger.load_state_dict(begun["tagger"], strict=False)
            self.linker.load_state_dict(begun["linker"])
        else:
            load_encoder(self.tagger, args.encoder)
        self.optimiser = torch.optim.AdamW(
            self._groups(args.lr, args.heads), weight_decay=0.01, fused=True
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser, lambda s: rate(s, args.steps)
        )
        self.learned = [p for group in self.optimiser.param_groups for p in group["params"]]
        self._bottoms: dict[int, Tensor] = {}

    def _groups(self, lr: float, heads: float) -> list[dict[str, object]]:
        new = ("features", "tags", "entities")
        named = [
            (n.split(".")[0] in new, p)
            for n, p in self.tagger.named_parameters()
            if p.requires_grad
        ]
        return [
            {"params": [p for is_new, p in named if not is_new], "lr": lr},
            {
                "params": [p for is_new, p in named if is_new] + list(self.linker.parameters()),
                "lr": heads * lr,
            },
        ]

    def learn(self, batch: list[Window]) -> tuple[float, float]:
        """One step; returns the losses of tags and links."""
        pieces, features = batch_tensors(batch)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.args.half):
            bias = self.tagger.bias(pieces)
            logits, hidden = self.tagger.top(self._bottom(batch, pieces, bias), features, bias)
        logits, hidden = logits.float(), hidden.float()
        loss = tag_loss(logits, batch)
        named = entity_loss(self.tagger.entities(hidden), batch) if self.tagger.entities else 0.0
        links = torch.stack(
            [link_loss(self.linker, hidden[i], w) for i, w in enumerate(batch)]
        ).mean()
        self.optimiser.zero_grad()
        (loss + LINK_WEIGHT * links + NAMED * named).backward()
        self.crew.mean(self.learned)
        torch.nn.utils.clip_grad_norm_(self.learned, CLIP)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        return loss.item(), links.item()

    def _bottom(self, batch: list[Window], pieces: Tensor, bias: Tensor) -> Tensor:
        """What the frozen layers give, computed once a window and kept in half precision (1.5 kB a
        piece)."""
        if not self.tagger.frozen:
            return self.tagger.bottom(pieces, bias)
        if any(id(w) not in self._bottoms for w in batch):
            self.tagger.eval()
            with torch.no_grad():
                states = self.tagger.bottom(pieces, bias)
            self.tagger.train()
            self._bottoms.update(
                {id(w): states[i, : len(w.pieces)].half() for i, w in enumerate(batch)}
            )
        kept = [self._bottoms[id(w)] for w in batch]
        return torch.nn.utils.rnn.pad_sequence(kept, batch_first=True).float()

    def save(self, folder: Path) -> None:
        """Write the checkpoint, the older one standing until the new one is whole."""
        folder.mkdir(parents=True, exist_ok=True)
        state = {
            name: getattr(self, name).state_dict()
            for name in ("tagger", "linker", "optimiser", "schedule")
        }
        torch.save(state | {"args": vars(self.args), "step": self.step}, folder / "checkpoint.part")
        (folder / "checkpoint.part").rename(folder / "checkpoint.pt")

    def resume(self, folder: Path) -> None:
        """Go on from a checkpoint, where there is one; dropout differs from a run that was never
        cut."""
        if (folder / "checkpoint.pt").exists():
            saved = torch.load(folder / "checkpoint.pt", weights_only=False)
            for name in ("tagger", "linker", "optimiser", "schedule"):
                getattr(self, name).load_state_dict(saved[name])
            self.step = saved["step"]


def train(run: Run, data: list[Window], out: Path) -> None:
    """Train to the last step; prints the loss every 25 steps."""
    start, mean, seen, epoch = time.time(), 0.0, 0, 0
    size = BATCH // run.crew.size
    mine = data[run.crew.rank : len(data) // run.crew.size * run.crew.size : run.crew.size]
    run.tagger.train()
    while run.step < run.args.steps:
        for place, batch in enumerate(batches(mine, run.args.seed * 1000 + epoch, size)):
            if epoch * math.ceil(len(mine) / size) + place < run.step or run.step == run.args.steps:
                continue
            loss, links = run.learn(batch)
            seen += 1
            mean = 0.98 * mean + 0.02 * loss
            if run.step % 25 == 0 and not run.crew.rank:
                shown = f"loss {mean / (1 - 0.98**seen):.4f} links {links:.3f} {time.time() - start:.0f} s"
                print(f"step {run.step}/{run.args.steps} {shown}", flush=True)
            if not run.crew.rank and (run.step % KEPT == 0 or run.step == run.args.steps):
                run.save(out)
        epoch += 1


def main() -> None:
    """Train and save a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", required=True)
    begin = parser.add_mutually_exclusive_group(required=True)
    begin.add_argument("--encoder", type=Path, help="folder with model.safetensors")
    begin.add_argument(
        "--from",
        dest="start",
        type=Path,
        help="folder of a checkpoint to go on from, with a new schedule",
    )
    parser.add_argument(
        "--thoughts", type=Path, nargs="*", default=[], help="files of training/teach.py, in order"
    )
    parser.add_argument("--tokenizer", type=Path, default=TOKENIZER)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--shape", choices=SHAPES, default="minilm")
    parser.add_argument(
        "--layers", type=int, default=None, help="only the first of the encoder's layers"
    )
    parser.add_argument("--frozen", type=int, default=0, help="layers left as they are")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--lr", type=float, default=3e-4)
    parser.add_argument(
        "--heads", type=float, default=5, help="learning rate of what is new, as a multiple"
    )
    parser.add_argument(
        "--half", action="store_true", help="multiply in bfloat16; quick where the processor can"
    )
    parser.add_argument(
        "--held", type=int, default=0, help="every such article is kept out, for calibration"
    )
    args = parser.parse_args()
    named = SHAPES[args.shape].entities
    nlp = (
        spacy.load(find_model(), exclude=["tok2vec", "tagger", "parser", *UNUSED])
        if named
        else spacy.blank("en")
    )
    tokenizer = read_tokenizer(args.tokenizer)
    data = [
        w
        for row in learned(list(rows(args.train)), args.held)
        for w in windows(row, nlp, tokenizer)
    ]
    for window, thoughts in zip(data, read_thoughts(args.thoughts), strict=False):
        window.thoughts = thoughts
    print(f"{len(data)} windows, {len(data) / BATCH:.0f} steps an epoch", flush=True)
    run = Run(args)
    run.resume(args.out)
    train(run, data, args.out)


if __name__ == "__main__":
    main()
