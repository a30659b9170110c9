"""Words of a text outside quotation marks, and fingerprints of its runs of words; passages.py
compares texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

from claims.detect.quotes import quoted_positions
from claims.folding import fold_word

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SHINGLE_WORDS = 5
"""Words in one fingerprint: short enough to survive a changed word in seven."""
SAMPLED_BELOW = 1 << 60
"""Of the 63-bit fingerprints those below stand for a text, one in eight, so that a part of a text
keeps its part of the whole's."""
MIN_FINGERPRINTS = 6
"""Of a text, where it has so many at all, for a short one would go without."""
MASK_64_BITS = (1 << 64) - 1
MULTIPLIER, LAST_MULTIPLIER = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9
"""Odd constants that spread bits evenly (Steele, Lea and Flood 2014)."""


class Word(NamedTuple):
    """A folded word and where it stands."""

    text: str
    start: int
    end: int


def all_words(text: str) -> list[Word]:
    """Every word of a text."""
    return _words(text, bytes(len(text)))


def outside_words(text: str) -> list[Word]:
    """Every word that no quotation marks enclose."""
    return _words(text, quoted_positions(text))


def _words(text: str, inside: Sequence[int]) -> list[Word]:
    folded = fold_word(text)
    if len(folded) != len(text):  # a letter became two, and places no longer agree
        return [
            Word(fold_word(m[0]), *m.span()) for m in WORD.finditer(text) if not inside[m.start()]
        ]
    return [Word(m[0], *m.span()) for m in WORD.finditer(folded) if not inside[m.start()]]


def shingles(words: Sequence[str], size: int = SHINGLE_WORDS) -> list[int]:
    """One 64-bit hash for each run of words of the size (Broder 1997), by the place of its first
    word; the same in every process."""
    codes = [crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    hashes = []
    for place in range(len(codes) - size + 1):
        value = 0
        for code in codes[place : place + size]:
            value = (value * MULTIPLIER + code + 1) & MASK_64_BITS
        value ^= value >> 29
        hashes.append((value * LAST_MULTIPLIER) & MASK_64_BITS)
    return hashes


def fingerprints(words: Sequence[str]) -> tuple[int, ...]:
    """A sample of a text's shingles as non-negative 63-bit numbers, sorted: two texts share as much
    of it as of all (Broder 1997)."""
    every = {shingle >> 1 for shingle in shingles(words)}
    sample = {shingle for shingle in every if shingle < SAMPLED_BELOW}
    if len(sample) < MIN_FINGERPRINTS:
        sample.update(sorted(every)[:MIN_FINGERPRINTS])
    return tuple(sorted(sample))
