"""Where a line's end that a width made falls away: a word that it parted is whole again. Which ends a
width made is decided by who asks."""

from __future__ import annotations

import re

_HYPHENED = re.compile(r"[^\W\d_][-\u00ad\ufffe]$")
_FIRST, _LAST = re.compile(r"(?<![^\W_])[^\W_]++$"), re.compile(r"[^\W_]+")
_MAX_PART = 40
"""Characters of a word's part."""


def seam(before: str, after: str, text: str) -> tuple[int, str]:
    """How many characters go at the end of a line, and what stands between it and the next: the hyphen of
    a parted word goes, unless the text has the word with it elsewhere."""
    if not _HYPHENED.search(before):
        return 0, " "
    kept = not after[:1].islower() or is_hyphened(before[:-1], after, text)
    return (0 if kept and before[-1] == "-" else 1), ""


def is_hyphened(before: str, after: str, text: str) -> bool:
    """Whether a text writes with a hyphen the word whose parts these end and begin with, or one of them
    is no part of a word."""
    first, last = _FIRST.search(before[-_MAX_PART:]), _LAST.match(after[:_MAX_PART])
    return first is None or last is None or f"{first[0]}-{last[0]}" in text
