"""Which of the names there are a misspelt one may be; where the names come from stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from claims.folding import name_key

_MIN_NEAR_PERCENT = 78.0
"""Likeness, of 100, from which a name may be another one misspelt."""


def likeliest(words: str, names: Iterable[tuple[str, str]], limit: int) -> list[str]:
    """Of names, each with the one it is shown under, those that are nearest to the words, whole or by
    a word of theirs."""
    wanted = name_key(words)
    best: dict[str, float] = {}
    for name, shown in names:
        folded = name_key(name)
        likeness = max(fuzz.ratio(wanted, part) for part in (folded, *folded.split()))
        if likeness >= _MIN_NEAR_PERCENT:
            best[shown] = max(likeness, best.get(shown, 0.0))
    return sorted(best, key=lambda name: (-best[name], name))[:limit]
