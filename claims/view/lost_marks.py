"""Characters that no decoder could read, U+FFFD, as the marks that they stand for; what stands for a letter
stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.view.view import Edit

_LINE = re.compile(r"[^\r\n]+")
_LOST = re.compile("\ufffd{1,3}")
_APOSTROPHE = re.compile(r"(?:s|t|re|ve|ll|d|m|S|T)\b")
_OPENED = re.compile(r"[\w‘'$£€(\[]")
_CLOSED = re.compile(r"[\s.,;:!?)\]—–]|$")


def lost_marks(text: str) -> Iterator[Edit]:
    """Marks of quotation, apostrophes and dashes for characters that were lost; a single one of unlike
    sides is a letter."""
    for line in _LINE.finditer(text) if "\ufffd" in text else ():
        yield from _of_line(text, list(_LOST.finditer(text, *line.span())), line.end())


def _of_line(text: str, lost: list[re.Match[str]], end: int) -> Iterator[Edit]:
    opened = False
    closed, surely = (_closed_behind(text, lost, end, before=marks) for marks in (None, ".,!?…"))
    for at, match in enumerate(lost):
        before, after = _beside(text, match)
        if before.isalpha() and _APOSTROPHE.match(text, match.end()):
            yield Edit(*match.span(), "’")
        elif before.isspace() and after.isspace():
            yield Edit(*match.span(), "—")
        elif not (before.isalnum() or before in ".,!?") or not before:
            if _OPENED.match(text, match.end()) and closed[at]:
                opened = True
                yield Edit(*match.span(), "“")
        elif opened and _CLOSED.match(text, match.end()) and not (before.isalnum() and surely[at]):
            opened = False
            yield Edit(*match.span(), "”")


def _closed_behind(
    text: str, lost: list[re.Match[str]], end: int, *, before: str | None
) -> list[bool]:
    """Of each whether one of those that follow closes before another opens; of those alone that stand
    behind a mark, where marks are given."""
    out, closes = list[bool](), False
    for match in reversed(lost):
        out.append(closes)
        first, then = _beside(text, match)
        if first.isspace():
            closes = closes and then.isspace()
        elif _CLOSED.match(text, match.end(), end + 1) and (before is None or first in before):
            closes = True
    return out[::-1]


def _beside(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The characters on both sides."""
    return text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
