"""The words of a passage of a draft as they are looked for: folded, and with a gap where the draft itself
says that something is left out or put in by an editor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from claims.model import Span
from claims.proof.align import GAP, weight_of
from claims.proof.words import Word, words_of

MARKED_GAP = re.compile(r"\[[^\]\n]{0,120}\](?![^\W\d_])|\((?:\.{3}|…)\)|\.(?:\s?\.){2,3}|…")
"""An ellipsis, or an editor's brackets with what stands in them."""


@dataclass(frozen=True)
class Wording:
    """A passage's words in order, gaps among them."""

    text: str
    words: tuple[Word, ...]
    """A gap is a word whose key is GAP."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(word.key for word in self.words)

    @cached_property
    def weight(self) -> float:
        """How much they tell together."""
        return sum(map(weight_of, self.keys))


def wording_of(text: str, span: Span) -> Wording:
    """The words of a stretch of a draft."""
    words: list[Word] = []
    at = span.start
    for gap in MARKED_GAP.finditer(text, *span):
        words += [*words_of(text, at, gap.start()), Word(GAP, gap.start(), gap.end())]
        at = gap.end()
    words += words_of(text, at, span.end)
    return Wording(text, tuple(words))
