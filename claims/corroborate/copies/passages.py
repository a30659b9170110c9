"""Which passages two texts have in common, lightly changed words included; what that means is
decided in copies.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SEED = 3
COMMON = 6
"""A run of three words that a text holds more often than this starts no passage."""
GAP = 6
"""So many words in a row may be others, added or left out, and the passage goes on."""
LEAST = 8
"""A passage has at least so many words in common."""
DENSE = 0.6

Places = dict[tuple[str, ...], list[int]]


@dataclass(frozen=True)
class Passage:
    """A stretch of words in both texts: places in each, end exclusive, and how many words are the
    same."""

    start: int
    end: int
    other_start: int
    other_end: int
    same: int


def places_of(words: Sequence[str]) -> Places:
    """Where each run of words stands in a text."""
    places: Places = defaultdict(list)
    for place, run in enumerate(zip(*(words[at:] for at in range(SEED)), strict=False)):
        places[run].append(place)
    return places


def passages(words: Sequence[str], other: Sequence[str], places: Places) -> list[Passage]:
    """Passages by their place in `words`, no word in two of them, the longest ones first served.

    places: where each run stands in the other text.
    """
    chains = sorted(_chains(_runs(words, places)), key=lambda p: (-p.same, p.start, p.other_start))
    taken, taken_other = bytearray(len(words)), bytearray(len(other))
    found = []
    for chain in chains:
        free = not any(taken[chain.start : chain.end]) and not any(
            taken_other[chain.other_start : chain.other_end]
        )
        if free and chain.same >= LEAST and chain.same >= DENSE * (chain.end - chain.start):
            taken[chain.start : chain.end] = b"\1" * (chain.end - chain.start)
            taken_other[chain.other_start : chain.other_end] = b"\1" * (
                chain.other_end - chain.other_start
            )
            found.append(chain)
    return sorted(found, key=lambda p: p.start)


def _runs(words: Sequence[str], places: Mapping[tuple[str, ...], Sequence[int]]) -> list[Passage]:
    """Longest runs of equal words, by place."""
    open_runs: dict[int, tuple[int, int]] = {}
    runs = []
    for place, run in enumerate(zip(*(words[at:] for at in range(SEED)), strict=False)):
        held = places.get(run, ())
        if not held and not open_runs:
            continue
        if len(held) > COMMON:
            held = [at for at in held if at - place in open_runs]
        going = {}
        for at in held:
            start, _ = open_runs.pop(at - place, (place, 0))
            going[at - place] = (start, place + SEED)
        runs += [Passage(s, e, s + d, e + d, e - s) for d, (s, e) in open_runs.items()]
        open_runs = going
    runs += [Passage(s, e, s + d, e + d, e - s) for d, (s, e) in open_runs.items()]
    return sorted(runs, key=lambda run: (run.start, run.other_start))


def _chains(runs: Sequence[Passage]) -> list[Passage]:
    """Runs joined over small gaps, and cut where the gap is larger."""
    chains: list[Passage] = []
    for run in runs:
        best = None
        for place in range(len(chains) - 1, max(-1, len(chains) - 60), -1):
            chain = chains[place]
            near = (
                -SEED < run.start - chain.end <= GAP
                and -SEED < run.other_start - chain.other_end <= GAP
            )
            if near and run.end > chain.end and (best is None or chain.same > chains[best].same):
                best = place
        if best is None:
            chains.append(run)
        else:
            head = chains.pop(best)
            lost = max(0, head.end - run.start, head.other_end - run.other_start)
            chains.append(
                Passage(
                    head.start,
                    run.end,
                    head.other_start,
                    run.other_end,
                    head.same + max(0, run.same - lost),
                )
            )
    return chains
