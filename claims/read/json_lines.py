"""JSON lines, each an article or what this program wrote of one; nothing is held whole but one
line."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import IO

from claims.model import Failure
from claims.read.decode import UnreadableError, article, decoded, row_of
from claims.read.failures import failure
from claims.read.options import MAX_BYTES, TOO_LONG, Item, ReadOptions
from claims.read.roundtrip import reading_of


def read_lines(
    raw: IO[bytes], where: str, options: ReadOptions, head: Sequence[bytes] = ()
) -> Iterator[Item]:
    """Every line in order, those of head first; what is broken comes as a Failure in its place."""
    number = 0
    try:
        for line in chain(head, iter(lambda: raw.readline(MAX_BYTES + 1), b"")):
            number += 1
            if len(line) > MAX_BYTES:
                _skip_line(raw, line)
                yield Failure(f"{where}:{number}", *TOO_LONG)
            elif line.strip():
                yield _line(line, f"{where}:{number}", options)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield failure(f"{where}:{number + 1}", error)
        return
    if not number:
        yield Failure(where, "an empty file", "leave it out")


def _line(line: bytes, where: str, options: ReadOptions) -> Item:
    try:
        row = row_of(decoded(line, options.encoding))
        made = article(row, where, options.overrides)
        made = replace(made, warnings=(*made.warnings, *options.unread_keys.warnings(row)))
        if options.accept_readings and row.get("schema") == 1 and "attributions" in row:
            item = reading_of(row, made, outlet_given=options.overrides.outlet is not None)
            return options.names.refused(item, where) or item
        return options.names.refused(made, where) or made
    except UnreadableError as error:
        return Failure(where, error.what, error.next_step)
    except Exception as error:  # one line, whatever it holds, keeps no other out
        return Failure(where, f"cannot be read ({type(error).__name__}: {error})", "leave it out")


def _skip_line(raw: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = raw.readline(MAX_BYTES)
