"""Words of a text outside quotation marks, with their offsets; comparing texts stands in copies.py."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.detect.quotes import quoted_positions

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Word(NamedTuple):
    """A folded word and where it stands."""

    text: str
    start: int
    end: int


def fold(word: str) -> str:
    """The word without case and with one kind of apostrophe."""
    return word.casefold().replace("’", "'")


def outside_words(text: str) -> list[Word]:
    """Every word that no quotation marks enclose."""
    inside = quoted_positions(text)
    return [Word(fold(m[0]), m.start(), m.end()) for m in WORD.finditer(text) if not inside[m.start()]]


def grams(words: list[Word], n: int) -> list[int]:
    """One hash for each run of n words, by the place of its first word."""
    texts = [word.text for word in words]
    return [hash(tuple(texts[i : i + n])) for i in range(len(texts) - n + 1)]
