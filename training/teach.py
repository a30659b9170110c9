"""What shipped or exported models think of every training window, kept for another one to learn
from.

    python -m training.teach --train polnear-train.jsonl.gz --held 20 --teachers accurate --out
    made/said.npz

Logarithms of the tags' probabilities, the mean over the teachers, in half precision, of every word
of every window in order.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray

from claims.detect.decode import log_softmax
from claims.detect.detector import Detector
from training.data import TOKENIZER, Window, learned, read_tokenizer, rows, windows


def part_of(data: list[Window], part: str) -> list[Window]:
    """The windows of a part like 1/2: the first of two, in order."""
    number, of = (int(n) for n in part.split("/"))
    return data[len(data) * (number - 1) // of : len(data) * number // of]


def thoughts(teachers: Sequence[Detector], window: Window) -> NDArray[np.float16]:
    """Words by tags: logarithms of the teachers' mean probabilities."""
    said = [
        log_softmax(teacher.run(window.pieces, window.features)[0][window.heads])
        for teacher in teachers
    ]
    return (np.logaddexp.reduce(said, axis=0) - np.log(len(said))).astype(np.float16)


def read_thoughts(files: list[Path]) -> list[NDArray[np.float16]]:
    """The kept thoughts of all parts, in the order of the windows."""
    out: list[NDArray[np.float16]] = []
    for file in files:
        kept = np.load(file)
        out += np.split(kept["logs"], np.cumsum(kept["words"])[:-1])
    return out


def main() -> None:
    """Ask the teachers about every window and write what they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", required=True)
    parser.add_argument("--held", type=int, default=0, help="every such article is left out")
    parser.add_argument(
        "--teachers", nargs="+", default=["accurate"], help="shipped models or exported folders"
    )
    parser.add_argument(
        "--part", default="1/1", help="n/m: only the n-th of m parts, for processes side by side"
    )
    parser.add_argument("--tokenizer", type=Path, default=TOKENIZER)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    nlp, tokenizer = spacy.blank("en"), read_tokenizer(args.tokenizer)
    data = [
        w
        for row in learned(list(rows(args.train)), args.held)
        for w in windows(row, nlp, tokenizer)
    ]
    teachers, said = [Detector(name) for name in args.teachers], []
    for place, window in enumerate(part_of(data, args.part)):
        said.append(thoughts(teachers, window))
        if place % 100 == 0:
            print(f"{place} windows", flush=True)
    np.savez_compressed(args.out, logs=np.concatenate(said), words=[len(one) for one in said])


if __name__ == "__main__":
    main()
