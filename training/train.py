"""One command from PolNeAR train to a checkpoint: fixed seed, fixed number of steps."""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import spacy
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from claims.detect.geometry import between, gaps
from training.data import PARTS, Window, rows, windows
from training.model import HIDDEN, Linker, Tagger, load_encoder

BATCH, WARMUP, LINK_WEIGHT, CLIP = 8, 0.08, 0.1, 1.0


def batch_tensors(batch: list[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """Padded pieces, features and tag targets; -100 where a piece begins no word."""
    length = max(len(w.pieces) for w in batch)
    pieces = torch.zeros(len(batch), length, dtype=torch.long)
    features, tags = torch.zeros_like(pieces), torch.full_like(pieces, -100)
    for i, w in enumerate(batch):
        pieces[i, : len(w.pieces)] = torch.tensor(w.pieces)
        features[i, : len(w.features)] = torch.tensor(w.features)
        tags[i, torch.tensor(w.heads)] = torch.tensor(w.tags)
    return pieces, features, tags


def ends(hidden: Tensor, heads: list[int], spans: list[tuple[int, int]]) -> Tensor:
    """n, 2 hidden: the states of each span's first and last word."""
    if not spans:
        return hidden.new_zeros(0, 2 * HIDDEN)
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
                    scores("content_cue", "content", "cue"), target.where(target >= 0, -100), ignore_index=-100
                )
            )
    if len(cues) > 1:
        losses.append(functional.cross_entropy(scores("cue_head", "cue", "cue"), torch.tensor(w.cue_head)))
    head = [i for i, h in enumerate(w.cue_head) if h == i]
    if head:
        none = linker.none(states["cue"])
        full = torch.cat([none, scores("cue_source", "cue", "source")], dim=1) if sources else none
        logs = torch.log_softmax(full, dim=1)
        for i in head:
            wanted = [1 + j for j in w.cue_source[i]] or [0]
            losses.append(-torch.logsumexp(logs[i, wanted], dim=0) / len(head))
    return torch.stack(losses).sum() if losses else hidden.sum() * 0


def rate(step: int, steps: int) -> float:
    """Linear warm-up, then linear to zero."""
    warm = max(1, int(WARMUP * steps))
    return step / warm if step < warm else max(0.0, (steps - step) / max(1, steps - warm))


def batches(data: list[Window], seed: int) -> list[list[Window]]:
    """One epoch's batches: windows of like length together, order shuffled."""
    rng = random.Random(seed)
    order = data[:]
    rng.shuffle(order)
    out = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    return out


def train(data: list[Window], encoder: Path, seed: int, steps: int, lr: float) -> tuple[Tagger, Linker]:
    """The trained network; prints the loss every 50 steps."""
    torch.manual_seed(seed)
    np.random.seed(seed)
    tagger, linker = Tagger(), Linker()
    load_encoder(tagger, encoder)
    new = ("features", "tags")
    groups = [
        {
            "params": [p for n, p in tagger.named_parameters() if p.requires_grad and n.split(".")[0] not in new],
            "lr": lr,
        },
        {
            "params": [p for n, p in tagger.named_parameters() if n.split(".")[0] in new] + list(linker.parameters()),
            "lr": 5 * lr,
        },
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: rate(s, steps))
    step, epoch, start, mean = 0, 0, time.time(), 0.0
    tagger.train()
    while step < steps:
        for batch in batches(data, seed * 1000 + epoch):
            pieces, features, tags = batch_tensors(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits, hidden = tagger(pieces, features)
            loss = functional.cross_entropy(logits.float().flatten(0, 1), tags.flatten(), ignore_index=-100)
            hidden = hidden.float()
            links = torch.stack([link_loss(linker, hidden[i], w) for i, w in enumerate(batch)]).mean()
            optimiser.zero_grad()
            (loss + LINK_WEIGHT * links).backward()
            torch.nn.utils.clip_grad_norm_([*tagger.parameters(), *linker.parameters()], CLIP)
            optimiser.step()
            schedule.step()
            step += 1
            mean = 0.98 * mean + 0.02 * loss.item()
            if step % 50 == 0:
                print(
                    f"step {step}/{steps} loss {mean / (1 - 0.98**step):.4f} "
                    f"links {links.item():.3f} {time.time() - start:.0f} s",
                    flush=True,
                )
            if step == steps:
                break
        epoch += 1
    return tagger, linker


def main() -> None:
    """Train and save a checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", required=True)
    parser.add_argument("--encoder", required=True, type=Path, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=1300)
    parser.add_argument("--lr", type=float, default=3e-4)
    parser.add_argument("--articles", type=int, default=None, help="a slice, for a trial")
    args = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    nlp = spacy.blank("en")
    data = [w for row in list(rows(args.train))[: args.articles] for w in windows(row, nlp, tokenizer)]
    print(f"{len(data)} windows, {len(data) / BATCH:.0f} steps an epoch", flush=True)
    tagger, linker = train(data, args.encoder, args.seed, args.steps, args.lr)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(
        {"tagger": tagger.state_dict(), "linker": linker.state_dict(), "args": vars(args)}, args.out / "checkpoint.pt"
    )


if __name__ == "__main__":
    main()
