"""Which places of blocks pass: a byte for each, 255 where one does and 0 where not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from store.mapping.claim_blocks import PLACES

PASSES = 255
_ONES = bytes([0, *[PASSES] * PASSES])
"""What makes 255 of what is not 0."""


def leaving_out(bad: bytes) -> bytes:
    """What makes 0 of these bytes and 255 of the others."""
    return bytes(0 if code in bad else PASSES for code in range(PASSES + 1))


def of_values(values: Sequence[int], passes: Callable[[int], bool]) -> bytes:
    """A byte for each value, 255 where it passes."""
    every = set(values)
    good = set(filter(passes, every))
    if len(good) in (0, len(every)):  # as of days: what is saved together is of one time
        return bytes([PASSES if good else 0]) * len(values)
    return bytes(map(good.__contains__, values)).translate(_ONES)


def of_numbers(blocks: Sequence[int], numbers: Sequence[int]) -> bytes:
    """A byte for each place of these blocks, 255 in those of claims with these numbers, which are sorted."""
    first = {block: at * PLACES for at, block in enumerate(blocks)}
    begin = bisect_left(numbers, blocks[0] * PLACES)
    end = bisect_left(numbers, (blocks[-1] + 1) * PLACES)
    mask = bytearray(len(blocks) * PLACES)
    for number in numbers[begin:end]:
        block, place = divmod(number, PLACES)
        if block in first:
            mask[first[block] + place] = PASSES
    return bytes(mask)


def both(one: bytes, other: bytes) -> bytes:
    """Where both pass."""
    every = int.from_bytes(one, "little") & int.from_bytes(other, "little")
    return every.to_bytes(len(one), "little")
