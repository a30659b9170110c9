"""Trains the network that reads two statements side by side (training/pair_net.py): the large one on what people
judged, and the small one that ships on what people judged and the large one says.

    python -m training.pair_reader PAIRS --encoder DIR --teacher --out made/large.pt
    python -m training.pair_reader PAIRS --encoder DIR --said made/said.jsonl --out made/small.pt --onnx FILE
    python -m training.pair_reader PAIRS --encoder DIR --teacher --from made/large.pt --say made/said.jsonl

PAIRS are lines of training/pair_data.py. Of each epoch's pairs all of the made families, of the others all that are
more than different things, and of those that are not as many times --neg the pairs that are one, most of them
those that features hold likely. Every fifth event is kept out (--fold), for the weights that stand behind
(training/pair_weights.py), and pairs-dev always; with --say these alone are read.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.pair_net import CLASSES, PairNet, batch, export

Row = dict[str, Any]
BATCH, SORTED_TOGETHER = 16, 256
FOLDS = 5
HARD = 0.02
"""Likelihood by features from which two different statements are hard to tell."""
EASY_SHARE = 0.5
"""Of the easy ones for each hard one."""
SAID_SHARE = 0.7
"""Of the loss, where the large network says something too."""
SMOOTHING = 0.05
HEAD_RATE = 1e-3


def fold_of(row: Row) -> int:
    """Which fifth of the events a pair belongs to; pairs of events alone are ever kept out."""
    return zlib.crc32(f"e{row['event']}".encode()) % FOLDS


def kept_out(row: Row, fold: int) -> bool:
    """Whether the pair is of an event that this training must not see."""
    if row["source"] == "pairs-dev":
        return True
    return row["source"].startswith(("joins", "events", "independence")) and fold_of(row) == fold


def epoch(rows: Sequence[Row], rng: random.Random, neg: float) -> list[Row]:
    """The pairs of one epoch, in order of drawing."""
    made = [row for row in rows if row["source"] == "families"]
    by: dict[str, list[Row]] = {name: [] for name in CLASSES}
    for row in (row for row in rows if row["source"] != "families"):
        by[row["class"]].append(row)
    hard = [row for row in by["other"] if row["likely"] >= HARD]
    easy = [row for row in by["other"] if row["likely"] < HARD]
    rng.shuffle(hard)
    rng.shuffle(easy)
    many = int(neg * len(by["same"]))
    drawn = [*made, *by["same"], *by["part"], *by["contradicting"]]
    drawn += hard[:many] + easy[: int(EASY_SHARE * many)]
    rng.shuffle(drawn)
    return drawn


def batches(rows: Sequence[Row], rng: random.Random) -> list[list[Row]]:
    """Of pairs of like length, in any order."""
    out: list[list[Row]] = []
    for at in range(0, len(rows), SORTED_TOGETHER):
        alike = sorted(rows[at : at + SORTED_TOGETHER], key=_length)
        out += [alike[i : i + BATCH] for i in range(0, len(alike), BATCH)]
    rng.shuffle(out)
    return out


def _length(row: Row) -> int:
    return len(row["a"]) + len(row["b"])


def loss_of(net: PairNet, rows: Sequence[Row]) -> Tensor:
    """Cross-entropy to the judged classes, and to what the large network says where it does."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = net(*batch([(row["a"], row["b"]) for row in rows])).float()
    judged = torch.tensor([CLASSES.index(row["class"]) for row in rows])
    loss = functional.cross_entropy(scores, judged, label_smoothing=SMOOTHING, reduction="none")
    said = [place for place, row in enumerate(rows) if "said" in row]
    if said:
        wanted = torch.tensor([rows[place]["said"] for place in said])
        heard = functional.cross_entropy(scores[said], wanted, reduction="none")
        unsure = torch.tensor(
            [1.0 if rows[place].get("unjudged") else SAID_SHARE for place in said]
        )
        loss[said] = (1 - unsure) * loss[said] + unsure * heard
    return loss.mean()


def train(net: PairNet, epochs: Sequence[list[Row]], rate: float, rng: random.Random) -> None:
    """AdamW with a tenth of warm-up, then linear to 0; prints the loss."""
    steps = sum(math.ceil(len(rows) / BATCH) for rows in epochs)
    head = list(net.out.parameters())
    body = [
        p for name, p in net.named_parameters() if p.requires_grad and not name.startswith("out")
    ]
    rates = [{"params": body, "lr": rate}, {"params": head, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (0.1 * steps), max(0.0, (steps - s) / (0.9 * steps)))
    )
    begun, step, mean = time.time(), 0, 0.0
    net.train()
    for rows in epochs:
        for some in batches(rows, rng):
            loss = loss_of(net, [_either_way(row, rng) for row in some])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step, mean = step + 1, 0.98 * mean + 0.02 * loss.item()
            if step % 50 == 0:
                shown = mean / (1 - 0.98**step)
                print(f"{step}/{steps} loss {shown:.3f} {time.time() - begun:.0f} s", flush=True)


def _either_way(row: Row, rng: random.Random) -> Row:
    return {**row, "a": row["b"], "b": row["a"]} if rng.random() < 0.5 else row


def say(net: PairNet, rows: Sequence[Row]) -> list[list[float]]:
    """What the network says of each pair, in the order given."""
    net.eval()
    out: list[list[float]] = [[]] * len(rows)
    order = sorted(range(len(rows)), key=lambda i: _length(rows[i]))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(order), 32):
            some = order[at : at + 32]
            scores = net(*batch([(rows[i]["a"], rows[i]["b"]) for i in some])).float()
            for i, shares in zip(some, torch.softmax(scores, -1).tolist(), strict=True):
                out[i] = [round(share, 4) for share in shares]
    return out


def main() -> None:
    """Trains or says, as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--teacher", action="store_true")
    parser.add_argument("--from", dest="begun", type=Path)
    parser.add_argument("--said", type=Path, nargs="*", default=[])
    parser.add_argument("--say", type=Path)
    parser.add_argument("--onnx", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--fold", type=int, default=-1)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--neg", type=float, default=2.0)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--still", type=int, default=2, help="lowest layers left as they were")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    rows = [json.loads(line) for path in args.pairs for line in path.open(encoding="utf-8")]
    net = PairNet(args.encoder, teacher=args.teacher, still=args.still)
    if args.begun:
        net.load_state_dict(torch.load(args.begun))
    if args.say:
        rows = [row for row in rows if args.fold < 0 or kept_out(row, args.fold)]
        with args.say.open("w", encoding="utf-8") as out:
            for row, said in zip(rows, say(net, rows), strict=True):
                out.write(json.dumps({**row, "said": said}, ensure_ascii=False) + "\n")
        return
    rows = [row for row in rows if not kept_out(row, args.fold)]
    said = [json.loads(line) for path in args.said for line in path.open(encoding="utf-8")]
    epochs = [epoch(rows, rng, args.neg) + said for _ in range(args.epochs)]
    train(net, epochs, args.rate, rng)
    if args.out:
        torch.save(net.state_dict(), args.out)
    if args.onnx:
        args.onnx.parent.mkdir(parents=True, exist_ok=True)
        export(net, args.onnx)


if __name__ == "__main__":
    main()
