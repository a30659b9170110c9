"""How much a word tells of what a statement says, from a fixed list; comparing statements stands in content.py.

Weights that follow the collection would change old judgements with every new article.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files

UNLISTED = 5
"""A word that the list leaves out is taken to stand in so many statements."""


@cache
def _counts() -> tuple[int, dict[str, int]]:
    loaded = json.loads((files("claims.rules") / "common_words.json").read_text(encoding="utf-8"))
    return int(loaded["statements"]), {str(stem): int(count) for stem, count in loaded["stems"].items()}


def count(stem: str) -> int:
    """In how many statements of the list's collection the stem stands."""
    return _counts()[1].get(stem, UNLISTED)


@cache
def weight(stem: str) -> float:
    """More for rarer words, from 1.5 for the commonest to 3."""
    return 1 + math.log((1 + _counts()[0]) / (1 + count(stem))) / 4
