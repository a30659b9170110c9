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
    for at, match in enumerate(lost):
        before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
        if before.isalpha() and _APOSTROPHE.match(text, match.end()):
            yield Edit(*match.span(), "’")
        elif before.isspace() and after.isspace():
            yield Edit(*match.span(), "—")
        elif not (before.isalnum() or before in ".,!?") or not before:
            if _OPENED.match(text, match.end()) and _is_closed(text, lost[at + 1 :], end):
                opened = True
                yield Edit(*match.span(), "“")
        elif (
            opened
            and _CLOSED.match(text, match.end())
            and not (before.isalnum() and _is_closed(text, lost[at + 1 :], end, sure=True))
        ):
            opened = False
            yield Edit(*match.span(), "”")


def _is_closed(text: str, later: list[re.Match[str]], end: int, *, sure: bool = False) -> bool:
    """Whether one of those that follow closes, before another opens; sure: behind a mark."""
    for match in later:
        before = text[match.start() - 1]
        if before.isspace() and not text[match.end() : match.end() + 1].isspace():
            return False
        closes = _CLOSED.match(text, match.end(), end + 1) and not before.isspace()
        if closes and (before in ".,!?…" or not sure):
            return True
    return False
