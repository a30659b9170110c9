"""Words brought to a common form: endings off, synonyms and nationalities to one word; comparing
stands elsewhere."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from claims.rules.lists import load, words

ENDINGS = words("content", "endings")
MAX_ENDING_LETTERS = max(map(len, ENDINGS))
MIN_STEM_LETTERS = 4
"""Left after an ending is off: with fewer, words that have nothing in common would share a stem."""
MAX_ENDINGS = 4
"""Taken off one word one after the other."""
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
    """The word without its endings, and with one of two equal last consonants: "stop" of
    "stopping"."""
    for _ in range(MAX_ENDINGS):
        longest = min(MAX_ENDING_LETTERS, len(word) - MIN_STEM_LETTERS)
        size = next((n for n in range(longest, 0, -1) if word[-n:] in ENDINGS), 0)
        if not size:
            break
        word = word[:-size]
    doubled = len(word) > MIN_STEM_LETTERS and word[-1] == word[-2] and word[-1] not in "aeiou"
    return word[:-1] if doubled else word
