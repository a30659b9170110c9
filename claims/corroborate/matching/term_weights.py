"""Words of contents: their stems, how much each one shows, and which ones tell an article's topic.

What a whole content says is read in content.py.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, repeat

from claims.corroborate.matching.stems import stem
from claims.folding import fold_word
from claims.rules.lists import load, words

TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
FIGURE = re.compile(r"\d+(?:\.\d+)?(?:st|nd|rd|th|s)?")
TOPIC_STEMS = 40
"""Of an article: so many tell one event from another, and the next ones stand in any news text."""
WORDS_REMEMBERED = 32_768
MAX_RUN_REMEMBERED = 48
"""Characters of a run without blanks whose stems are kept for all texts: each word of news with its marks."""
TOPICS_REMEMBERED = 1_024
RAREST_WEIGHT = 6.0
"""Weight of a word that common.json does not hold."""
MIN_WORD_LETTERS = 2
"""A shorter word carries no content."""


@cache
def _common() -> dict[str, float]:
    weights: dict[str, float] = load("common")["weights"]
    return weights


@cache
def _squares() -> dict[str, float]:
    return {word: weight**2 for word, weight in _common().items()}


@cache
def content_words(name: str) -> frozenset[str]:
    """The words of a list in content.json."""
    return words("content", name)


def weight(word: str) -> float:
    """How much it shows that two contents share the stem: little for what any news text holds."""
    return _common().get(word, RAREST_WEIGHT)


def mass(words: Sequence[str] | frozenset[str]) -> float:
    """The weights together, the same in whatever order a set gives its words."""
    # A plain sum rounds after each word, so that of two equal fits now one and now the other won.
    return math.fsum(map(_common().get, words, repeat(RAREST_WEIGHT)))


def square(words: frozenset[str]) -> float:
    """The squared weights together, the same in whatever order a set gives its words."""
    return math.fsum(map(_squares().get, words, repeat(RAREST_WEIGHT**2)))


def plain_text(text: str) -> str:
    """Numbers without commas, one kind of apostrophe."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", text).replace("\u2018", "'").replace("\u2019", "'")


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words that carry content."""
    return frozenset(_stems_in_order(text))


def _stems_in_order(text: str) -> Iterator[str]:
    """Each as often as it stands there; no word crosses a blank, and news repeats what stands between two."""
    runs = text.split()
    if max(map(len, runs), default=0) <= MAX_RUN_REMEMBERED:
        return chain.from_iterable(map(_of_run, runs))
    kinds = (_of_run if len(run) <= MAX_RUN_REMEMBERED else _of_any_run for run in runs)
    return chain.from_iterable(kind(run) for kind, run in zip(kinds, runs, strict=True))


def _of_any_run(run: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_stem_of, TOKEN.findall(plain_text(run)))))


_of_run = lru_cache(WORDS_REMEMBERED)(_of_any_run)


def _stem_of(token: str) -> str:
    """The stem of a token as a text has it, "" where it carries no content."""
    word = fold_word(token)
    return "" if FIGURE.fullmatch(word) else telling_stem(word)


@lru_cache(maxsize=WORDS_REMEMBERED)
def telling_stem(word: str) -> str:
    """The stem of a folded word, "" where it carries no content."""
    return "" if _empty(word) else stem(word)


@lru_cache(maxsize=TOPICS_REMEMBERED)
def topic_of(article_id: str, text: str) -> tuple[frozenset[str], float]:
    """The stems that a text repeats and that other texts hold seldom, with their squared weights
    together."""
    counts = Counter(_stems_in_order(text))
    telling = sorted(counts, key=lambda word: (-math.sqrt(counts[word]) * weight(word), word))
    stems = frozenset(telling[:TOPIC_STEMS])
    return stems, square(stems)


def _empty(word: str) -> bool:
    """Whether a folded word carries no content: a small word, a time, a negation or a scale."""
    listed = word.partition("'")[0] in content_words("stop") or any(
        word in content_words(name) for name in ("dates", "negators", "contrary", "scales")
    )
    return listed or word.endswith("n't") or len(word) < MIN_WORD_LETTERS


@lru_cache(maxsize=WORDS_REMEMBERED)
def digits_of(word: str) -> str:
    """The number that the word writes, as digits; "" where it writes none."""
    digits: str = load("content")["numbers"]["words"].get(word, word)
    return digits if FIGURE.fullmatch(digits) else ""
