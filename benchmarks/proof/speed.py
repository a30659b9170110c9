"""What looking a draft up costs beside reading it, in processor time of this process.

python -m benchmarks.proof.speed STORE [--words 1000] [--profile]

The draft is made of the store's own claims, drawn by a seed: quoted and reported in turn, every other one
with a word left out.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import resource
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TypeVar

from claims.model import Article
from claims.pipeline import Pipeline
from cli.jobs.proof import prove_reading
from cli.jobs.proof_record import StoreRecord
from store import NO_FILTER, Store, open_store

MIN_QUOTE_WORDS, MAX_QUOTE_WORDS = 6, 25
DRAWN = 4_000
"""Claims among which those of a draft are drawn."""
ROUNDS = 2
Result = TypeVar("Result")


def draft_of(store: Store, words: int, seed: int) -> Article:
    """A draft of about so many words."""
    chance = random.Random(seed)
    drawn = [*islice(store.claims.select(NO_FILTER), DRAWN)]
    chance.shuffle(drawn)
    lines: list[str] = []
    for number, claim in enumerate(drawn):
        quote = claim.quote.split()
        if not claim.speaker or not MIN_QUOTE_WORDS <= len(quote) <= MAX_QUOTE_WORDS:
            continue
        if number % 2:
            del quote[len(quote) // 2]
        said = " ".join(quote).strip('“”".,')
        lines.append(
            f"“{said},” {claim.speaker} said."
            if number % 4 < 2
            else f"{claim.speaker} said that {said}."
        )
        if sum(len(line.split()) for line in lines) >= words:
            break
    return Article("draft.txt", "\n\n".join(lines), published="2026-11-30")


def timed(run: Callable[[], Result]) -> tuple[float, Result]:
    """The least processor time of a few rounds, and what the last gave."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        result = run()
        best = min(best, time.process_time() - start)
    return best, result


def main() -> None:
    """Print the two times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("store", type=Path)
    parser.add_argument("--words", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--profile", action="store_true")
    args = parser.parse_args()
    pipeline = Pipeline()
    with open_store(args.store, read_only=True) as store:
        draft = draft_of(store, args.words, args.seed)
        next(iter(pipeline.read([draft])))
        reading, read = timed(lambda: next(iter(pipeline.read([draft]))))
        profile = cProfile.Profile()
        if args.profile:
            profile.enable()
        looking, proof = timed(lambda: prove_reading(store, StoreRecord(store, NO_FILTER), read, 1))
        profile.disable()
    print(f"{len(draft.text.split()):,} words, {len(proof.findings)} passages")
    print(
        f"reading {reading:.3f} s, looking up {looking:.3f} s, together {1 + looking / reading:.2f} times"
    )
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    if args.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(30)


if __name__ == "__main__":
    main()
