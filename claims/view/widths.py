"""Characters without width, and blanks of other widths."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.view.view import Edit

_NO_WIDTH = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_ANY = re.compile(f"[{_NO_WIDTH}]+|[{_BLANKS}]")
_BLANK = re.compile(f"[{_BLANKS}]")


def widths(text: str) -> Iterator[Edit]:
    """Nothing for what has no width, a blank for a blank of any width."""
    for match in _ANY.finditer(text):
        yield Edit(*match.span(), " " if _BLANK.match(match[0]) else "")
