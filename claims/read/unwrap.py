"""Lines that were broken to a width (mail, PDF) to paragraphs; what it cannot tell stays a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, pairwise

from claims.seams import seam

MIN_WRAPPED_CHARACTERS = 45
"""Of the widest line, from which a paragraph counts as broken to a width."""
MIN_FULL_SHARE = 0.72
"""Of the widest line, from which a line goes on in the next."""
FULL_SENTENCE_SHARE = 0.9
"""The same where the line ends a sentence."""
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*$")


def paragraphs(lines: Iterable[str], width: int | None = None) -> list[str]:
    """The paragraphs: blank lines part them, and so does a short line; width is that of the widest
    line, where the whole document knows it."""
    stripped = [line.strip() for line in lines]
    text = "\n".join(stripped)
    out: list[str] = []
    for blank, block in groupby(stripped, lambda line: not line):
        if not blank:
            out += _joined(list(block), text, width)
    return out


def _joined(block: list[str], text: str, width: int | None) -> list[str]:
    widest = width or max(map(len, block))
    if widest < MIN_WRAPPED_CHARACTERS:
        return block
    out = [block[0]]
    for before, line in pairwise(block):
        full = len(before) >= MIN_FULL_SHARE * widest
        ended = bool(_ENDED.search(before))
        goes_on = full and not (ended and len(before) < FULL_SENTENCE_SHARE * widest)
        if goes_on or (not ended and line[:1].islower()):
            dropped, between = seam(out[-1], line, text)
            out[-1] = out[-1][: len(out[-1]) - dropped] + between + line
        else:
            out.append(line)
    return out
