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
GRAM = 5
"""Words in one fingerprint: short enough to survive a changed word in seven."""
SAMPLED = 1 << 60
"""Of the 63-bit grams those below are kept, one in eight, so that a part of a text keeps its part
of the whole's."""
FEW = 6
"""A text keeps at least so many, for a short one would go without."""
MASK = (1 << 64) - 1


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


def grams(words: Sequence[str], n: int = GRAM) -> list[int]:
    """One 64-bit hash for each run of n words, by the place of its first word; the same in every
    process."""
    codes = [crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    found = []
    for place in range(len(codes) - n + 1):
        value = 0
        for code in codes[place : place + n]:
            value = (value * 0x9E3779B97F4A7C15 + code + 1) & MASK
        value ^= value >> 29
        found.append((value * 0xBF58476D1CE4E5B9) & MASK)
    return found


def fingerprints(words: Sequence[str]) -> tuple[int, ...]:
    """The sampled grams of a text as non-negative 63-bit numbers, sorted."""
    every = {gram >> 1 for gram in grams(words)}
    kept = {gram for gram in every if gram < SAMPLED}
    if len(kept) < FEW:
        kept.update(sorted(every)[:FEW])
    return tuple(sorted(kept))
