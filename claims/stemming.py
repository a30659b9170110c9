"""A word without its endings, by Snowball's stemmer for English."""

from __future__ import annotations

from Stemmer import Stemmer

_LANGUAGE = "english"


def bare_stem(word: str) -> str:
    """The stem of a small word (Porter 2001)."""
    # A stemmer is not to be shared between threads, and the browser weighs in one of its own; making
    # one costs less than a microsecond.
    stem: str = Stemmer(_LANGUAGE, 0).stemWord(word)
    return stem
