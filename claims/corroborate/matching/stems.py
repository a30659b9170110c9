"""Words brought to a common form: stems by Snowball, synonyms to one word; comparing stands
elsewhere."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from Stemmer import Stemmer

from claims.rules.lists import load

_LANGUAGE = "english"
STEMS_REMEMBERED = 100_000


@cache
def _synonyms() -> dict[str, str]:
    """Each word's stem to the first word of its group."""
    groups = load("content")["synonyms"]["groups"]
    return {_bare(word): group[0] for group in groups for word in group}


@lru_cache(maxsize=STEMS_REMEMBERED)
def stem(word: str) -> str:
    """The folded word without endings, or the word that stands for its group of synonyms."""
    bare = _bare(word.removesuffix("'s").removesuffix("'"))
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


def _bare(word: str) -> str:
    """The word's stem by Snowball's stemmer for English (Porter 2001)."""
    # A stemmer is not to be shared between threads, and the browser weighs in one of its own; making
    # one costs less than a microsecond.
    bare: str = Stemmer(_LANGUAGE, 0).stemWord(word)
    return bare
