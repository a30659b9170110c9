"""Words brought to a common form: endings off, synonyms and nationalities to one word; comparing
stands elsewhere."""

from __future__ import annotations

from functools import cache, lru_cache

from claims.rules.lists import load

ENDINGS = (
    "ization", "isation", "fulness", "ousness", "ations", "ically", "ements", "ation", "ments", "ities", "ement",
    "ness", "ment", "ally", "ency", "ence", "ance", "ents", "ions", "ings", "ists", "isms", "able", "ible", "ians",
    "ese", "ial", "ian", "ent", "ant", "ion", "ing", "ist", "ism", "ity", "ive", "ers", "ors", "ful", "ess", "ed",
    "er", "or", "ly", "ic", "al", "es", "ia", "an", "s", "e", "y",
    "a", "o",
)  # fmt: skip
ENDING, LONGEST = frozenset(ENDINGS), len(ENDINGS[0])
LEAST = 4


@cache
def _synonyms() -> dict[str, str]:
    """Each word's stem to the first word of its group."""
    groups = load("content")["synonyms"]["groups"]
    return {_bare(word): group[0] for group in groups for word in group}


@lru_cache(maxsize=100_000)
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
    found: dict[str, set[str]] = {}
    for one, other in (map(stem, pair) for pair in load("content")["antonyms"]["pairs"]):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


def _bare(word: str) -> str:
    for _ in range(4):
        # No two endings of one length fit one word, so the longest that fits is the first of the
        # list.
        size = next(
            (n for n in range(min(LONGEST, len(word) - LEAST), 0, -1) if word[-n:] in ENDING), 0
        )
        if not size:
            break
        word = word[:-size]
    return (
        word[:-1]
        if len(word) > LEAST and word[-1] == word[-2] and word[-1] not in "aeiou"
        else word
    )
