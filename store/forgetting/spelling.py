"""How a text spells a name that is known by its folded form; no database calls."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.folding import name_key

_WORD = re.compile(r"\S+")
_EDGES = " \t\r\n.,;:!?()[]{}\"“”«»‘’'—–-"
_SPARE_WORDS = 2
"""Of a text more than the folded name has: marks and "the" stand by themselves."""


def spelled(name: str, texts: Iterable[str]) -> str | None:
    """The name as it stands in one of the texts, as it is given where it stands so; None where no
    text holds it."""
    wanted = name_key(name)
    held = [text for text in texts if f" {wanted} " in f" {name_key(text)} "]
    for text in held:
        if name in " ".join(text.split()):
            return name
    return next((form for text in held if (form := _in(text, wanted))), None)


def _in(text: str, wanted: str) -> str | None:
    words = list(_WORD.finditer(text))
    length = len(wanted.split())
    for first in range(len(words)):
        for last in range(first + length, min(first + length + _SPARE_WORDS, len(words)) + 1):
            part = text[words[first].start() : words[last - 1].end()].strip(_EDGES)
            if name_key(part) == wanted:
                return " ".join(part.split())
    return None
