"""Input whose name does not say its type: lines where the first character that is no blank is a
brace, else one text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from claims.read.decode import BOM
from claims.read.json_lines import read_lines
from claims.read.options import MAX_BYTES, Item, ReadOptions
from claims.read.plain_text import text_item


def read_unnamed(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """The articles of lines, or the one of a text; raises WrongTypeError where it is neither."""
    head = [raw.readline(MAX_BYTES + 1)]
    while not head[-1].removeprefix(BOM).strip() and head[-1] and sum(map(len, head)) < MAX_BYTES:
        head.append(raw.readline(MAX_BYTES + 1))
    if head[-1].removeprefix(BOM).lstrip()[:1] == b"{":
        yield from read_lines(raw, where, options, head)
    else:
        start = b"".join(head)
        rest = raw.read(max(0, MAX_BYTES + 1 - len(start)))
        yield text_item(start + rest, where, options)
