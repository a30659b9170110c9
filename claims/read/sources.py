"""Paths to a stream of articles and failures, one line at a time; nothing is held whole but one article."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from claims.model import Article, Failure, Reading
from claims.read.decode import Overrides, Unreadable, article, decoded

MAX_BYTES = 16 * 1024 * 1024
"""Longest line and longest text file; a longer one is no article."""
PLAIN, LINES = (".txt", ".text"), (".jsonl", ".jsonl.gz", ".ndjson")
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
    """Every article of files, folders and "-"; what cannot be read comes as a Failure in its place."""
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
                yield from self._folder(Path(path))
            else:
                yield from self._file(path)
        except (OSError, EOFError, zlib.error) as error:
            yield Failure(path, _reason(error), _step(error))

    def _folder(self, folder: Path) -> Iterator[Item]:
        found = sorted(p for p in folder.rglob("*") if p.is_file() and p.name.endswith(PLAIN + LINES) and not _hidden(p, folder))
        if not found:
            yield Failure(str(folder), "a folder without articles", TYPES)
        for file in found:
            yield from self.path(str(file), None)

    def _file(self, path: str) -> Iterator[Item]:
        if path.endswith(".gz"):
            with gzip.open(path, "rb") as lines:
                yield from self._lines(cast("IO[bytes]", lines), path)
        elif path.endswith(LINES):
            with Path(path).open("rb") as lines:
                yield from self._lines(lines, path)
        elif path.endswith(PLAIN) or Path(path).suffix == "":
            with Path(path).open("rb") as raw:
                yield self._plain(raw.read(MAX_BYTES + 1), path)
        else:
            Path(path).open("rb").close()
            yield Failure(path, "a type of file that is not read", TYPES)

    def _stream(self, raw: IO[bytes], where: str) -> Iterator[Item]:
        first = raw.readline(MAX_BYTES + 1)
        if first.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
            yield from self._lines(raw, where, first)
        else:
            yield self._plain(first + raw.read(MAX_BYTES + 1 - len(first)), where)

    def _plain(self, raw: bytes, where: str) -> Item:
        if len(raw) > MAX_BYTES:
            return Failure(where, *TOO_LONG)
        if raw[:8192].count(0) > 8:
            return Failure(where, "a binary file", TYPES)
        try:
            return article({"text": decoded(raw, self._encoding)}, where, self._overrides)
        except Unreadable as error:
            return Failure(where, error.what, error.next_step)

    def _lines(self, raw: IO[bytes], where: str, first: bytes | None = None) -> Iterator[Item]:
        number = 0
        try:
            for line in chain([first] if first is not None else [], iter(lambda: raw.readline(MAX_BYTES + 1), b"")):
                number += 1
                if len(line) > MAX_BYTES:
                    _skip_line(raw, line)
                    yield Failure(f"{where}:{number}", *TOO_LONG)
                elif line.strip():
                    yield self._line(line, f"{where}:{number}")
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            yield Failure(f"{where}:{number + 1}", _reason(error), _step(error))

    def _line(self, line: bytes, where: str) -> Item:
        try:
            row = _object(decoded(line, self._encoding))
            if self._accept and row.get("schema") == 1 and "attributions" in row:
                from claims.read.roundtrip import reading_of

                return reading_of(row, article(row, where, self._overrides))
            return article(row, where, self._overrides)
        except Unreadable as error:
            return Failure(where, error.what, error.next_step)


def _object(text: str) -> dict[str, Any]:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "too deeply nested")
        raise Unreadable(f"malformed JSON: {reason}", "one JSON object a line") from None
    if not isinstance(row, dict):
        raise Unreadable("no JSON object", "one JSON object a line, with at least `text`")
    return row


def _skip_line(raw: IO[bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = raw.readline(MAX_BYTES)


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, EOFError | zlib.error | gzip.BadGzipFile):
        return "the gzip data is broken or cut off"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _step(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "check the path"
    if isinstance(error, PermissionError):
        return "check the permissions"
    return "the articles before it are kept"
