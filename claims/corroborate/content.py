"""What two claims' contents share and in what they differ; which claims are joined is decided in propositions.py."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from claims.corroborate.commonness import weight
from claims.corroborate.shingles import WORD, fold

STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
        "that",
        "this",
        "these",
        "those",
        "it",
        "its",
        "he",
        "she",
        "his",
        "her",
        "him",
        "they",
        "them",
        "their",
        "we",
        "our",
        "us",
        "i",
        "my",
        "me",
        "you",
        "your",
        "who",
        "which",
        "what",
        "there",
        "would",
        "will",
        "could",
        "should",
        "can",
        "may",
        "might",
        "must",
        "so",
        "if",
        "than",
        "then",
        "also",
        "just",
        "about",
        "into",
        "over",
        "out",
        "up",
        "very",
        "more",
    ]
)
NEGATORS = frozenset(["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"])
NUMBERS = {
    word: str(n)
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
    if n != 1
} | {"hundred": "hundred", "thousand": "thousand", "million": "million", "billion": "billion", "dozen": "12"}
SCALES = frozenset(NUMBERS.values())
DATES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


@dataclass(frozen=True)
class Content:
    """A claim's content as words, numbers and negation."""

    words: tuple[str, ...]
    bag: frozenset[str]
    figures: frozenset[str]
    dates: frozenset[str]
    negated: bool


def read_content(quote: str) -> Content:
    """The content read once, for all comparisons."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", quote)
    words = tuple(
        NUMBERS.get(fold(m[0]), fold(m[0]))
        for m in WORD.finditer(re.sub(r"(?<=\d)\.(?=\d)", "_", plain).replace("_", "p"))
    )
    figures = frozenset(w for w in words if w in SCALES or w[0].isdigit())
    negated = any(w in NEGATORS or w.endswith("n't") for w in words)
    bag = frozenset(_stem(w) for w in words if w not in STOP and w not in NEGATORS and not w.endswith("n't"))
    return Content(words, bag, figures, frozenset(words) & DATES, negated)


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for end in ("ing", "ed", "es", "s"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)]
    return word


def likeness(a: Content, b: Content) -> tuple[float, float]:
    """Weighted cosine of the two bags, and the share of the smaller that the other holds."""
    shared = math.fsum(weight(w) ** 2 for w in a.bag & b.bag)
    ones, others = (math.fsum(weight(w) ** 2 for w in bag) for bag in (a.bag, b.bag))
    if not ones or not others:
        return 0.0, 0.0
    return shared / math.sqrt(ones * others), shared / min(ones, others)


def differing(a: Content, b: Content) -> str:
    """What keeps two alike contents apart, "" where nothing does."""
    if a.negated != b.negated:
        return "one is negated"
    if not (a.figures <= b.figures or b.figures <= a.figures):
        return "different numbers"
    if not (a.dates <= b.dates or b.dates <= a.dates):
        return "different dates"
    return ""
