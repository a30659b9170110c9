"""Words brought to a common form: stems by Snowball, synonyms to one word; comparing stands
elsewhere."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from claims.rules.lists import load
from claims.stemming import bare_stem

STEMS_REMEMBERED = 32_768


@cache
def _synonyms() -> dict[str, str]:
    """Each word's stem to the first word of its group."""
    groups = load("content")["synonyms"]["groups"]
    return {bare_stem(word): group[0] for group in groups for word in group}


@lru_cache(maxsize=STEMS_REMEMBERED)
def stem(word: str) -> str:
    """The folded word without endings, or the word that stands for its group of synonyms."""
    bare = bare_stem(word.removesuffix("'s").removesuffix("'"))
    return _synonyms().get(bare, bare)


@cache
def offices() -> frozenset[str]:
    """Stems of the words for offices and for those who seek them."""
    return frozenset(map(stem, load("content")["offices"]["words"]))


@cache
def antonyms() -> dict[str, frozenset[str]]:
    """For a stem those that cannot hold where it holds."""
    opposites: dict[str, set[str]] = defaultdict(set)
    for left, right in (map(stem, pair) for pair in load("content")["antonyms"]["pairs"]):
        opposites[left].add(right)
        opposites[right].add(left)
    return {word: frozenset(others) for word, others in opposites.items()}
