"""Cleans hostile text for the terminal; knows nothing of layout."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

_HOSTILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_JOINERS, _VARIANTS = "\u200c\u200d", "\ufe0e\ufe0f"
"""They have their place: in scripts whose letters join, in pictures made of several, and behind a
picture."""


def clean(raw: str) -> str:
    """The string without control characters and escapes; newline and tab stay, and what has no width
    or turns the direction round is shown by its number, so that no two different names look alike."""
    shown = _HOSTILE.sub("", raw)
    return shown if shown.isascii() else _INVISIBLE.sub(_number, shown)


def signs(raw: str) -> list[str]:
    """What is shown for each character of the string: itself, nothing, or its number; joined they are
    the cleaned string."""
    if not _HOSTILE.search(raw) and not _INVISIBLE.search(raw):
        return list(raw)
    kept = [at for at, letter in enumerate(raw) if not _HOSTILE.match(letter)]
    plain, shown = "".join(raw[at] for at in kept), [""] * len(raw)
    for at, letter in zip(kept, plain, strict=True):
        shown[at] = letter
    for found in _INVISIBLE.finditer(plain):
        shown[kept[found.start()]] = _number(found)
    return shown


def _number(found: re.Match[str]) -> str:
    mark, text = found[0], found.string
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    if mark in _JOINERS and _joins(before) and _joins(after):
        return mark
    if mark in _VARIANTS and before and unicodedata.category(before) in ("So", "Sm", "Po", "Nd"):
        return mark
    return f"<U+{ord(mark):04X}>"


def _joins(letter: str) -> bool:
    """Whether joiners stand beside such a character in plain use: letters without case, their
    marks, and pictures."""
    return (bool(letter) and unicodedata.category(letter) in ("Lo", "Mn", "Mc", "So", "Sk")) or (
        letter in _VARIANTS and bool(letter)
    )


def one_line(raw: str) -> str:
    """The cleaned string on one line, runs of space closed up."""
    return " ".join(clean(raw).split())


def text(raw: str | None, style: str = "") -> Text:
    """Cleaned text for a table cell; markup in it stays letters."""
    from rich.text import Text

    return Text(one_line(raw or ""), style=style)
