"""A text file or stream to its one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from claims.model import Failure
from claims.read.decode import UnreadableError, WrongTypeError, article, decoded, is_binary
from claims.read.options import MAX_BYTES, TOO_LONG, Item, ReadOptions


def read_text(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """The article that all bytes are; raises WrongTypeError where they are no text."""
    yield text_item(raw.read(MAX_BYTES + 1), where, options)


def text_item(raw: bytes, where: str, options: ReadOptions) -> Item:
    """The same of bytes in memory; raises WrongTypeError too."""
    if len(raw) > MAX_BYTES:
        return Failure(where, *TOO_LONG)
    if is_binary(raw, options.encoding):
        raise WrongTypeError("a binary file")
    try:
        made = article({"text": decoded(raw, options.encoding)}, where, options.overrides)
        return options.names.refused(made, where) or made
    except UnreadableError as error:
        return Failure(where, error.what, error.next_step)
