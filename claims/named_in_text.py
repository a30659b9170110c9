"""Whether a text names somebody, or only holds a word that is their surname too; whether a mention is a
name stands in identity/written_name.py."""

from __future__ import annotations

import re
from functools import cache

from claims.folding import name_key
from claims.rules.lists import listed, load

_WORD = re.compile(r"\w[\w'’-]*")
_OPENS_A_SENTENCE = re.compile(r"(?:^|[.!?…:;–—])[\s\"“”„«»'‘’()\[\]]*\Z")
_BEFORE_CHARS = 12
"""Of the text before a word that are looked at for the end of a sentence."""


def means_any(description: str) -> bool:
    """True for "a senior official" and "two people": any, one or several of many, and no office of
    somebody's."""
    plain = f"{' '.join(description.casefold().split())} "
    return any(plain.startswith(f"{first} ") for first in listed("descriptions", "indefinite"))


def is_named_in(name: str, text: str) -> bool:
    """Whether the text holds the surname as a name: behind another word of the name, or with a capital
    that neither the beginning of a sentence nor a headline explains, or as no ordinary word."""
    words = name_key(name).split()
    return bool(words) and any(_names(words, line) for line in text.splitlines())


def _names(words: list[str], line: str) -> bool:
    if words[-1] not in name_key(line):
        return False
    found = list(_WORD.finditer(line))
    is_prose = 2 * sum(match[0][0].islower() for match in found) >= len(found)
    before = ""
    for match in found:
        parts = name_key(match[0]).split()
        if words[-1] in parts:
            in_name = before in words[:-1] or not {*words[:-1]}.isdisjoint(parts)
            if in_name or _is_name(match, words[-1], line, is_prose=is_prose):
                return True
        before = parts[-1] if parts else before
    return False


def _is_name(match: re.Match[str], word: str, line: str, *, is_prose: bool) -> bool:
    if match[0][0].islower():
        return False
    before = line[max(0, match.start() - _BEFORE_CHARS) : match.start()]
    explained = not is_prose or _OPENS_A_SENTENCE.search(before)
    return not (explained and _is_ordinary(word))


def _is_ordinary(word: str) -> bool:
    """Whether articles use it as a word of their own; endings are let go, as the list holds stems."""
    return any(word[: len(word) - ending] in _stems() for ending in range(min(3, len(word))))


@cache
def _stems() -> frozenset[str]:
    return frozenset(load("common")["weights"])
