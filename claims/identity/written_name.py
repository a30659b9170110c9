"""Whether a mention is a name as it stands in an article; what a name is made of stands in
person_name.py."""

from __future__ import annotations

import re

from claims.rules.lists import words

_MAX_NAME_WORDS = 6
_WORD = re.compile(r"[^\W\d_][\w'’.-]{0,60}")


def is_back_reference(mention: str) -> bool:
    """True for "he" and "they": words that say no more than that somebody was spoken of."""
    return mention.strip().casefold() in words("people", "no_mention")


def looks_like_name(mention: str) -> bool:
    """True for "Dr. Ana Reyes" and "the Harbour Board", False for "he", "the minister" and whole
    clauses."""
    small, no_mention = words("people", "small_parts"), words("people", "no_mention")
    written = [word for word in _WORD.findall(mention) if word.casefold() not in small]
    return (
        0 < len(written) <= _MAX_NAME_WORDS
        and written[0].casefold() not in no_mention
        and all(word[0].isupper() for word in written)
    )
