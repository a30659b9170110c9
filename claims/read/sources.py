"""Paths to a stream of articles and failures, one line at a time; nothing is held whole but one
article."""

from __future__ import annotations

import gzip
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO, BinaryIO, cast

from claims.model import Article, Failure, Reading
from claims.read.decode import BOM, Overrides, UnreadableError, article, decoded, is_binary, row_of
from claims.read.roundtrip import reading_of

MAX_BYTES = 16 * 1024 * 1024
"""Longest line and longest text file; a longer one is no article."""
PLAIN, LINES, PACKED = (".txt", ".text"), (".jsonl", ".ndjson"), (".jsonl.gz", ".ndjson.gz")
NAMED = (".json", ".json.gz")
"""Read as lines where the user names the file; a folder's other JSON is not taken for articles."""
TYPES = "onrecord reads .txt, .jsonl and .jsonl.gz"
TOO_LONG = f"longer than {MAX_BYTES // 1024 // 1024} MB", "one article a line or file; split it"
Item = Article | Reading | Failure


def read_paths(
    paths: Sequence[str],
    *,
    encoding: str = "utf-8",
    overrides: Overrides | None = None,
    stdin: BinaryIO | None = None,
    accept_readings: bool = False,
) -> Iterator[Item]:
    """Every article of files, folders and "-"; what cannot be read comes as a Failure in its
    place."""
    reader = _Reader(encoding, overrides or Overrides(), accept_readings)
    for path in paths:
        yield from reader.path(path, stdin)


class _Reader:
    def __init__(self, encoding: str, overrides: Overrides, accept_readings: bool) -> None:
        self._encoding, self._overrides, self._accept = encoding, overrides, accept_readings

    def path(self, path: str, stdin: BinaryIO | None) -> Iterator[Item]:
        try:
            if path == "-":
                yield from self._stream(stdin or sys.stdin.buffer, "-")
            elif Path(path).is_dir():
                yield from self._folder(path)
            else:
                yield from self._file(path)
        except (OSError, EOFError, zlib.error) as error:
            yield _failure(path, error)

    def _folder(self, folder: str) -> Iterator[Item]:
        closed: list[OSError] = []
        found = 0
        for inside, folders, names in os.walk(folder, onerror=closed.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                if name.lower().endswith((*PLAIN, *LINES, *PACKED)) and not name.startswith("."):
                    found += 1
                    yield from self.path(str(Path(inside) / name), None)
        yield from (_failure(str(error.filename), error) for error in closed)
        if not found and not closed:
            yield Failure(folder, "a folder without articles", TYPES)

    def _file(self, path: str) -> Iterator[Item]:
        name = path.lower()
        if name.endswith((*PACKED, NAMED[1])):
            with gzip.open(path, "rb") as lines:
                yield from self._lines(cast("IO[bytes]", lines), path)
            return
        with Path(path).open("rb") as raw:
            if name.endswith((*LINES, NAMED[0])):
                yield from self._lines(raw, path)
            elif name.endswith(PLAIN):
                yield self._plain(raw.read(MAX_BYTES + 1), path)
            elif Path(path).suffix == "":
                yield from self._stream(raw, path)
            else:
                yield Failure(path, "a type of file that is not read", TYPES)

    def _stream(self, raw: IO[bytes], where: str) -> Iterator[Item]:
        """Lines where the first character that is no blank is a brace, else one text."""
        head = [raw.readline(MAX_BYTES + 1)]
        while (
            not head[-1].removeprefix(BOM).strip() and head[-1] and sum(map(len, head)) < MAX_BYTES
        ):
            head.append(raw.readline(MAX_BYTES + 1))
        if head[-1].removeprefix(BOM).lstrip()[:1] == b"{":
            yield from self._lines(raw, where, head)
        else:
            start = b"".join(head)
            yield self._plain(start + raw.read(max(0, MAX_BYTES + 1 - len(start))), where)

    def _plain(self, raw: bytes, where: str) -> Item:
        if len(raw) > MAX_BYTES:
            return Failure(where, *TOO_LONG)
        if is_binary(raw, self._encoding):
            return Failure(where, "a binary file", TYPES)
        try:
            return article({"text": decoded(raw, self._encoding)}, where, self._overrides)
        except UnreadableError as error:
            return Failure(where, error.what, error.next_step)

    def _lines(self, raw: IO[bytes], where: str, head: Sequence[bytes] = ()) -> Iterator[Item]:
        number = 0
        try:
            for line in chain(head, iter(lambda: raw.readline(MAX_BYTES + 1), b"")):
                number += 1
                if len(line) > MAX_BYTES:
                    _skip_line(raw, line)
                    yield Failure(f"{where}:{number}", *TOO_LONG)
                elif line.strip():
                    yield self._line(line, f"{where}:{number}")
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            yield _failure(f"{where}:{number + 1}", error)
            return
        if not number:
            yield Failure(where, "an empty file", "leave it out")

    def _line(self, line: bytes, where: str) -> Item:
        try:
            row = row_of(decoded(line, self._encoding))
            made = article(row, where, self._overrides)
            if self._accept and row.get("schema") == 1 and "attributions" in row:
                return reading_of(row, made, outlet_given=self._overrides.outlet is not None)
            return made
        except UnreadableError as error:
            return Failure(where, error.what, error.next_step)


def _skip_line(raw: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = raw.readline(MAX_BYTES)


def _failure(where: str, error: Exception) -> Failure:
    if isinstance(error, FileNotFoundError):
        return Failure(where, "no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        return Failure(where, "permission denied", "check the permissions")
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        return Failure(
            where, "the gzip data is broken or cut off", "the articles before it are kept"
        )
    return Failure(
        where,
        (error.strerror if isinstance(error, OSError) else None) or str(error),
        "check the file",
    )
