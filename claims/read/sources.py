"""Paths to a stream of articles and failures, one at a time; which reader takes a file stands in
file_types.py."""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from claims.model import Failure
from claims.read.decode import Overrides, WrongTypeError
from claims.read.failures import failure
from claims.read.file_types import file_type, types_read
from claims.read.options import Item, ReadOptions
from claims.read.unnamed_type import read_unnamed


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
    options = ReadOptions(encoding, overrides or Overrides(), accept_readings)
    for path in paths:
        yield from _path(path, options, stdin)


def _path(path: str, options: ReadOptions, stdin: BinaryIO | None = None) -> Iterator[Item]:
    try:
        if path == "-":
            yield from read_unnamed(stdin or sys.stdin.buffer, "-", options)
        elif Path(path).is_dir():
            yield from _folder(path, options)
        else:
            yield from _file(path, options)
    except WrongTypeError as error:
        yield Failure(path, error.what, types_read())
    except (OSError, EOFError, zlib.error) as error:
        yield failure(path, error)


def _folder(folder: str, options: ReadOptions) -> Iterator[Item]:
    closed: list[OSError] = []
    files = 0
    for inside, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            kind = file_type(name)
            if kind is not None and kind.in_folders and not name.startswith("."):
                files += 1
                yield from _path(str(Path(inside) / name), options)
    yield from (failure(str(error.filename), error) for error in closed)
    if not files and not closed:
        yield Failure(folder, "a folder without articles", types_read())


def _file(path: str, options: ReadOptions) -> Iterator[Item]:
    """What a file holds; raises WrongTypeError for a type that nothing reads, and OSError."""
    kind = file_type(path)
    if kind is not None:
        with kind.opened(path) as raw:
            yield from kind.read(raw, path, options)
        return
    with Path(path).open("rb") as raw:
        if Path(path).suffix:
            raise WrongTypeError("a type of file that is not read")
        yield from read_unnamed(raw, path, options)
