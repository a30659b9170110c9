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
