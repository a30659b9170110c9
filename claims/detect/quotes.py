"""Which characters stand inside double quotation marks; nothing about who said them.

Single marks do not count: an apostrophe cannot be told from a closing one.
"""

from __future__ import annotations

import re

OPEN, CLOSE, STRAIGHT = "“„‟«", "”»", '"＂'
MARK = re.compile(f"[{OPEN}{CLOSE}{STRAIGHT}\r\n]")


def quoted_positions(text: str) -> bytearray:
    """One byte a code point, 1 inside quotation marks; a quotation ends at its closing mark or at
    its line's end."""
    inside = bytearray(len(text))
    plain = text.replace("''", '" ').replace("``", '" ')
    start, opener, nested = -1, "", 0
    for match in MARK.finditer(plain + "\n"):
        i, mark = match.start(), match[0]
        if start < 0:
            if mark in OPEN or (mark in STRAIGHT and not plain[i - 1 : i].isalnum()):
                start, opener, nested = i, mark, 0
        elif mark in OPEN and plain[i + 1 : i + 2].isalnum():
            nested += opener in STRAIGHT
        elif mark in CLOSE and nested:
            nested -= 1
        elif mark in OPEN or mark in CLOSE or mark in STRAIGHT or mark in "\r\n":
            inside[start:i] = b"\x01" * (i - start)
            start = -1
    return inside
