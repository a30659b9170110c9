"""Which passages two texts have in common, lightly changed words included; what that means is
decided in copies.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SEED_WORDS = 3
"""Equal in a row, from which a passage starts: two words are equal by chance too often."""
MAX_SEED_PLACES = 6
"""A run of three words that a text holds more often than this starts no passage."""
MAX_GAP_WORDS = 6
"""So many words in a row may be others, added or left out, and the passage goes on."""
MIN_PASSAGE_WORDS = 8
"""A passage has at least so many words in common."""
MIN_DENSITY = 0.6
"""Share of a passage's words that are equal; in sparser ones chance has joined small runs."""
MAX_OPEN_CHAINS = 60
"""Latest chains to which a run may be joined: earlier ones end too far before it."""

Places = dict[tuple[str, ...], list[int]]
"""Where each run of SEED_WORDS words begins in a text."""


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
    for place, run in enumerate(zip(*(words[at:] for at in range(SEED_WORDS)), strict=False)):
        places[run].append(place)
    return places


def passages(words: Sequence[str], other: Sequence[str], places: Places) -> list[Passage]:
    """Passages by their place in `words`, no word in two of them, the longest ones first served.

    places: where each run stands in the other text.
    """
    chains = sorted(_chains(_runs(words, places)), key=lambda p: (-p.same, p.start, p.other_start))
    taken, taken_other = bytearray(len(words)), bytearray(len(other))
    served = []
    for chain in chains:
        here, there = slice(chain.start, chain.end), slice(chain.other_start, chain.other_end)
        if any(taken[here]) or any(taken_other[there]):
            continue
        length = chain.end - chain.start
        if chain.same >= MIN_PASSAGE_WORDS and chain.same >= MIN_DENSITY * length:
            taken[here] = b"\1" * length
            taken_other[there] = b"\1" * (chain.other_end - chain.other_start)
            served.append(chain)
    return sorted(served, key=lambda passage: passage.start)


def _runs(words: Sequence[str], places: Mapping[tuple[str, ...], Sequence[int]]) -> list[Passage]:
    """Longest runs of equal words, by place."""
    open_runs: dict[int, tuple[int, int]] = {}
    """Start and end of each run by its distance to the other text."""
    runs = []
    for place, seed in enumerate(zip(*(words[at:] for at in range(SEED_WORDS)), strict=False)):
        there = places.get(seed, ())
        if not there and not open_runs:
            continue
        if len(there) > MAX_SEED_PLACES:
            there = [at for at in there if at - place in open_runs]
        going_on = {}
        for at in there:
            start, _ = open_runs.pop(at - place, (place, 0))
            going_on[at - place] = (start, place + SEED_WORDS)
        runs += [_run(*ends, shift) for shift, ends in open_runs.items()]
        open_runs = going_on
    runs += [_run(*ends, shift) for shift, ends in open_runs.items()]
    return sorted(runs, key=lambda run: (run.start, run.other_start))


def _run(start: int, end: int, shift: int) -> Passage:
    return Passage(start, end, start + shift, end + shift, end - start)


def _chains(runs: Sequence[Passage]) -> list[Passage]:
    """Runs joined over small gaps, and cut where the gap is larger."""
    chains: list[Passage] = []
    for run in runs:
        place = _nearest(chains, run)
        chains.append(run if place is None else _joined(chains.pop(place), run))
    return chains


def _nearest(chains: Sequence[Passage], run: Passage) -> int | None:
    """The place of the chain that the run goes on with, the one with most words in common; None
    where it begins its own."""
    best = None
    for place in range(len(chains) - 1, max(-1, len(chains) - MAX_OPEN_CHAINS), -1):
        chain = chains[place]
        near = (
            -SEED_WORDS < run.start - chain.end <= MAX_GAP_WORDS
            and -SEED_WORDS < run.other_start - chain.other_end <= MAX_GAP_WORDS
        )
        if near and run.end > chain.end and (best is None or chain.same > chains[best].same):
            best = place
    return best


def _joined(chain: Passage, run: Passage) -> Passage:
    """A chain with a run behind it; words in both count once."""
    overlap = max(0, chain.end - run.start, chain.other_end - run.other_start)
    same = chain.same + max(0, run.same - overlap)
    return Passage(chain.start, run.end, chain.other_start, run.other_end, same)
