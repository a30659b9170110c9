"""CSV and TSV, an article a row; nothing is held whole but one row."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from claims.model import Article, Failure
from claims.read.address_lists import missing_text, without_text
from claims.read.columns import (
    NAMES,
    chosen,
    folded,
    known_names,
    row_of,
)
from claims.read.decode import UnreadableError
from claims.read.documents import document
from claims.read.options import MAX_BYTES, TOO_LONG, Item, ReadOptions
from claims.read.signatures import HEAD_BYTES

DELIMITERS = ",;\t|"


def is_table(head: bytes) -> bool:
    """Whether its first line names columns, of which one is a text's and another of an article's too."""
    names = {folded(name) for name in _header(_letters(head))}
    return len(names & known_names()) > 1 and not names.isdisjoint(NAMES["text"])


def read_table(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """An article for each row, a failure in the place of a broken one; raises WrongTypeError where no
    column holds a text, and UnreadableError for an encoding that is none."""
    head = raw.peek(HEAD_BYTES)[:HEAD_BYTES] if hasattr(raw, "peek") else b""
    lines = _Lines(_decoded(raw, head, options.encoding))
    csv.field_size_limit(MAX_BYTES)
    reader = csv.reader(lines, delimiter=_delimiter(_letters(head)))
    try:
        header = [_mended(name)[0].strip() for name in next(reader, [])]
        if not header:
            yield Failure(where, "an empty file", "leave it out")
            return
        columns = chosen(header, options.columns)
        if "text" not in columns and not options.fetching:
            yield without_text(columns, where)
            return
        yield from _rows(reader, header, columns, where, options)
    except (csv.Error, UnicodeError) as error:
        problem = f"a broken table after line {reader.line_num}: {error}"
        yield Failure(where, problem, "the rows before it are kept")
        return
    if lines.quotes % 2:
        problem = "a quotation mark is not closed, so rows may have gone into the text of another"
        yield Failure(where, problem, "close it and read the table again")


def _decoded(raw: IO[bytes], head: bytes, encoding: str) -> io.TextIOWrapper:
    """The letters of a table; raises UnreadableError for an encoding that is none."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    try:
        if codecs.lookup(encoding).name == "utf-8":
            return io.TextIOWrapper(raw, "utf-8-sig", "surrogateescape", newline="")
        return io.TextIOWrapper(raw, encoding, "replace", newline="")
    except LookupError:
        raise UnreadableError(
            f"cannot read as encoding {encoding!r}", "try utf-8, cp1252 or latin-1"
        ) from None


class _Lines:
    """Lines of a table, none longer than a text may be, NULs, which csv refuses, as U+FFFD; counts
    quotation marks."""

    def __init__(self, lines: io.TextIOWrapper) -> None:
        self._lines = lines
        self.quotes = 0

    def __iter__(self) -> Iterator[str]:
        while line := self._lines.readline(MAX_BYTES + 1):
            if len(line) > MAX_BYTES:
                raise csv.Error(TOO_LONG[0])
            self.quotes += line.count('"')
            yield line.replace("\x00", "\ufffd")


def _rows(
    reader: Iterator[list[str]],
    header: list[str],
    columns: dict[str, str],
    where: str,
    options: ReadOptions,
) -> Iterator[Item]:
    number = 0
    for number, cells in enumerate(reader, 2):
        if not any(cell.strip() for cell in cells):
            continue
        place = f"{where}:{number}"
        if len(cells) > len(header):
            yield Failure(
                place,
                f"{len(cells)} cells under {len(header)} columns",
                "quote what holds a delimiter",
            )
            continue
        mended = [_mended(cell) for cell in cells]
        row = row_of(dict(zip(header, (cell for cell, _ in mended), strict=False)), columns)
        item = missing_text(document(row, place, options, among_others=True), row, place)
        if isinstance(item, Article) and any(changed for _, changed in mended):
            item = replace(item, warnings=(*item.warnings, "not UTF-8: read as windows-1252"))
        refused = options.names.refused(item, place) if isinstance(item, Article) else None
        yield refused or item
    if not number:
        yield Failure(where, "a table without rows", "leave it out")


def _mended(cell: str) -> tuple[str, bool]:
    """A cell, and whether its bytes were no UTF-8, so that they were read as windows-1252."""
    if not re.search("[\udc80-\udcff]", cell):
        return cell, False
    return cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace"), True


def _letters(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")


def _delimiter(head: str) -> str:
    line = re.sub(r'"[^"]*"', "", head.split("\n", 1)[0])
    return max(DELIMITERS, key=lambda mark: (line.count(mark), -DELIMITERS.index(mark)))


def _header(head: str) -> list[str]:
    line = head.split("\n", 1)[0].rstrip("\r")
    try:
        return next(csv.reader([line], delimiter=_delimiter(head)), [])
    except csv.Error:
        return []
