"""Names among folded words, by the capitals of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.proof.words import Word

_SENTENCE_START = re.compile(r"(?:^|[.!?…:]['”’\")\]]*+\s++|[“\"‘(\[]\s*+|(?<!\s)[^\S\n]*+\n\s*+)$")
_BEFORE = 8
"""Characters before a word in which a sentence may begin."""


def names_of(text: str, words: Sequence[Word]) -> set[str]:
    """The words that have a capital which no sentence's beginning explains."""
    return {
        word.key
        for word in words
        if text[word.start].isupper()
        and word.key != "i"
        and not word.contracted
        and not _SENTENCE_START.search(text[max(0, word.start - _BEFORE) : word.start])
    }
