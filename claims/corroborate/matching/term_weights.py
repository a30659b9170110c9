"""Words of contents: their stems, how much each one shows, and which ones tell an article's topic.

What a whole content says is read in content.py.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import repeat

from claims.corroborate.copies.shingles import fold
from claims.corroborate.matching.stems import stem
from claims.rules.lists import load, words

TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
FIGURE = re.compile(r"\d+(?:\.\d+)?(?:st|nd|rd|th|s)?")
TOPIC = 40
WORDS = 100_000
"""Words of which the stems are remembered."""
RAREST = 6.0
"""Weight of a word that common.json does not hold."""


@cache
def _common() -> dict[str, float]:
    weights: dict[str, float] = load("common")["weights"]
    return weights


@cache
def _squares() -> dict[str, float]:
    return {word: weight**2 for word, weight in _common().items()}


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list in content.json."""
    return words("content", name)


def weight(word: str) -> float:
    """How much it shows that two contents share the stem: little for what any news text holds."""
    return _common().get(word, RAREST)


def mass(words: Sequence[str] | frozenset[str]) -> float:
    """The weights together, the same in whatever order a set gives its words."""
    # A plain sum rounds after each word, so that of two equal fits now one and now the other won.
    return math.fsum(map(_common().get, words, repeat(RAREST)))


def square(words: frozenset[str]) -> float:
    """The squared weights together, the same in whatever order a set gives its words."""
    return math.fsum(map(_squares().get, words, repeat(RAREST**2)))


def plain_text(text: str) -> str:
    """Numbers without commas, one kind of apostrophe."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", text).replace("\u2018", "'").replace("\u2019", "'")


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words that carry content."""
    return frozenset(map(_stem_of, TOKEN.findall(plain_text(text)))) - {""}


@lru_cache(maxsize=WORDS)
def _stem_of(token: str) -> str:
    """The stem of a token as a text has it, "" where it carries no content."""
    word = fold(token).strip(".'-\"")
    return "" if FIGURE.fullmatch(word) else telling_stem(word)


@lru_cache(maxsize=WORDS)
def telling_stem(word: str) -> str:
    """The stem of a folded word, "" where it carries no content."""
    return "" if _empty(word) else stem(word)


@lru_cache(maxsize=4096)
def topic_of(article_id: str, text: str) -> tuple[frozenset[str], float]:
    """The stems that a text repeats and that other texts hold seldom, with their squared weights
    together."""
    counts = Counter(map(_stem_of, TOKEN.findall(plain_text(text))))
    del counts[""]
    telling = sorted(counts, key=lambda word: (-math.sqrt(counts[word]) * weight(word), word))
    stems = frozenset(telling[:TOPIC])
    return stems, square(stems)


def _empty(word: str) -> bool:
    skipped = word.partition("'")[0] in listed("stop") or word in listed("dates")
    skipped = skipped or word in listed("negators") or word in listed("contrary")
    return (
        skipped
        or word in load("content")["scales"]["words"]
        or word.endswith("n't")
        or len(word) < 2
    )


@lru_cache(maxsize=WORDS)
def digits_of(word: str) -> str:
    """The number that the word writes, as digits; "" where it writes none."""
    digits: str = load("content")["numbers"]["words"].get(word, word)
    return digits if FIGURE.fullmatch(digits) else ""
