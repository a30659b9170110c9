"""Quotation marks of other scripts, and one mark on both sides, as the marks that are read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.view.view import Edit

_READ = {
    "「": "“", "」": "”", "『": "“", "』": "”", "《": "“", "》": "”", "〈": "‘", "〉": "’",
    "〝": "“", "〞": "”", "〟": "”", "｢": "“", "｣": "”", "❝": "“", "❞": "”", "＂": '"', "″": '"',
    "ʺ": '"', "＇": "'", "❛": "‘", "❜": "’",
}  # fmt: skip
_FOREIGN = re.compile("(?<![0-9])[″ʺ]|[" + "".join(_READ).replace("″", "").replace("ʺ", "") + "]")
_INNER = {"“": "‘", "”": "’"}
_SAME = re.compile(r"(?<![^\s(\[])”(?=[^\W_])")
_MARKS = re.compile("[“”„]")
_ANGLES = re.compile("[«»‹›]")
_POINTS_IN = re.compile(r"(?<![^\s(\[–—-])»(?=\S)")
_CLOSED = re.compile(rf"{_POINTS_IN.pattern}[^«»\r\n]*+(?<=\S)[«»](?![^\W_])")
"""Marks that close nothing are the points of a list: "»Share this"."""


def pointing_in(text: str) -> Iterator[Edit]:
    """Angle marks that point at the words, as the Danish and German press sets them, or to one side, as the
    Swedish does; beside other marks they are what stands within those."""
    first = _ANGLES.search(text)
    if (
        first is None
        or _MARKS.search(text)
        or '"' in text
        or not _POINTS_IN.match(text, first.start())
        or not _CLOSED.search(text, first.start())
    ):
        return
    for match in _ANGLES.finditer(text):
        before = text[max(0, match.start() - 1) : match.start()]
        opens = match[0] in "»›" and not before.strip(" \t\r\n([–—-“»‘›")
        yield Edit(
            *match.span(), ("‘" if opens else "’") if match[0] in "‹›" else "“" if opens else "”"
        )


def foreign_marks(text: str) -> Iterator[Edit]:
    """The marks of other scripts; what stands within another pair becomes a single mark."""
    depth = 0
    for match in _FOREIGN.finditer(text):
        mark = _READ[match[0]]
        if mark == "”":
            depth = max(0, depth - 1)
        yield Edit(*match.span(), _INNER.get(mark, mark) if depth else mark)
        if mark == "“":
            depth += 1


def same_marks(text: str) -> Iterator[Edit]:
    """A closing mark that opens, as the Finnish and Swedish press sets it."""
    if "”" not in text:
        return
    low = opened = False
    for match in _MARKS.finditer(text):
        if match[0] == "„":
            low = opened = True
        elif match[0] == "“":
            opened, low = not low, False  # behind a low mark it closes
        elif not opened and _SAME.match(text, match.start()):
            yield Edit(*match.span(), "“")
            opened = True
        else:
            opened = low = False
