"""Paths to a stream of articles and failures, one at a time; which reader takes a file stands in
file_types.py, what it is handed to in dispatch.py."""

from __future__ import annotations

import glob
import os
import re
import stat
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from claims.errors import UsageError
from claims.model import Failure, Reading
from claims.read.address_lists import OFFER
from claims.read.addresses import is_address
from claims.read.decode import Overrides, UnreadableError, WrongTypeError
from claims.read.dispatch import in_turn, marked_items, read_file, read_stream, read_walked
from claims.read.failures import failure
from claims.read.file_types import file_type, type_names, types_read
from claims.read.options import Elsewhere, Item, ReadOptions, Wanted, Web

_SAVED_PARTS = re.compile(r"(?:_files|-Dateien|_fichiers|\.files)$")
"""Ends of the folder in which a browser keeps the parts of a page."""


def read_paths(
    paths: Sequence[str],
    *,
    encoding: str = "utf-8",
    overrides: Overrides | None = None,
    stdin: BinaryIO | None = None,
    accept_readings: bool = False,
    format: str | None = None,
    columns: Mapping[str, str] | None = None,
    web: Web | None = None,
    fetching: bool = False,
    elsewhere: Elsewhere | None = None,
) -> Iterator[Item]:
    """Every article of files, folders, patterns, "-" and, where there is a web, addresses; what cannot be read
    comes as a Failure in its place.

    format is a name of file_types.py that all input is taken for; columns are keys of an article → names
    of a table's columns; fetching: the addresses that stand in the input are asked too, at the end; elsewhere: who
    reads web archives. Raises UsageError for a format that is none.
    """
    if format is not None and format not in type_names():
        raise UsageError(f"format {format!r} is none of {', '.join(type_names())}")
    told = overrides or Overrides()
    options = ReadOptions(
        encoding, told, accept_readings, format, columns or {}, None, fetching, elsewhere
    )
    yield from _all(paths, options, stdin, web)


def _all(
    paths: Sequence[str], options: ReadOptions, stdin: BinaryIO | None, web: Web | None
) -> Iterator[Item]:
    """What lies in files first, then what is asked of the web."""
    wanted = [Wanted(path) for path in paths if web and is_address(path)]
    files = [path for path in paths if not (web and is_address(path))]
    for path in in_turn(files, options):
        for item in _path(path, options, stdin):
            if web and options.fetching and isinstance(item, Failure) and item.address:
                wanted.append(Wanted(item.address, item.known, item.known.get("is") == "feed"))
            else:
                # Lines have said their own place by then.
                refused = None if isinstance(item, Failure) else options.names.refused(item, path)
                yield refused or item
    if web and wanted:
        yield from marked_items(web.read(wanted, options))


def _path(path: str, options: ReadOptions, stdin: BinaryIO | None) -> Iterator[Item]:
    """What a path holds; an article and a failure say which file is to be read again."""
    for item in _items(path, options, stdin):
        yield item if isinstance(item, Reading) or item.path else replace(item, path=path)


def _items(path: str, options: ReadOptions, stdin: BinaryIO | None) -> Iterator[Item]:
    try:
        if is_address(path):
            yield Failure(
                "an address", "nothing here asks the network", "save the page, and name it"
            )
        elif path == "-":
            yield from read_stream(stdin or sys.stdin.buffer, "-", options)
        elif Path(path).is_dir():
            yield from _folder(path, options)
        elif glob.has_magic(path) and not Path(path).exists():
            yield from _pattern(path, options)
        elif irregular := _no_file(path):
            yield irregular
        else:
            yield from read_file(path, options)
    except WrongTypeError as error:
        yield Failure(path, error.what, types_read())
    except UnreadableError as error:
        yield Failure(path, error.what, error.next_step)
    except (OSError, EOFError, zlib.error) as error:
        yield failure(path, error)


def _pattern(pattern: str, options: ReadOptions) -> Iterator[Item]:
    paths = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207
    if not paths:
        yield Failure(pattern, "no file fits the pattern", "check the path")
    found = set(paths)
    parts: list[str] = []
    for path in in_turn([path for path in paths if not _is_part(path, found, parts)], options):
        yield from _path(path, options, None)
    yield from (_part(folder) for folder in dict.fromkeys(parts))


def _is_part(path: str, found: set[str], parts: list[str]) -> bool:
    """Whether a file lies in the folder of a saved page's parts beside that page, which the pattern has found too; the
    folder is noted."""
    for folder in map(str, Path(path).parents):
        page = _SAVED_PARTS.sub("", folder)
        if page != folder and not found.isdisjoint((f"{page}.html", f"{page}.htm")):
            parts.append(folder)
            return True
    return False


def _part(folder: str) -> Failure:
    return Failure(folder, "the parts of a saved page", skipped=True)


def _folder(folder: str, options: ReadOptions) -> Iterator[Item]:
    closed: list[OSError] = []
    files = 0
    for inside, folders, names in os.walk(folder, onerror=closed.append):
        yield from _parts_of_pages(inside, folders, names)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        shown = sorted(name for name in names if not name.startswith("."))
        for path in in_turn([str(Path(inside) / name) for name in shown], options):
            for item in _walked(path, options):
                files += not (isinstance(item, Failure) and item.skipped)
                yield item if isinstance(item, Reading) else replace(item, path=path)
    yield from (failure(str(error.filename), error) for error in closed)
    if not files and not closed:
        yield Failure(folder, "a folder without articles", types_read())


def _walked(path: str, options: ReadOptions) -> Iterator[Item]:
    """What a file of a folder holds; what is wrong with one that its name calls no article is no
    error."""
    unnamed = file_type(path) is None
    try:
        if irregular := _no_file(path):
            yield replace(irregular, skipped=unnamed)
        else:
            for item in read_walked(path, options):
                offered = isinstance(item, Failure) and item.next_step == OFFER
                yield replace(item, skipped=True) if offered and isinstance(item, Failure) else item
    except WrongTypeError as error:
        yield Failure(path, error.what, skipped=True)
    except UnreadableError as error:
        yield Failure(path, error.what, error.next_step)
    except (OSError, EOFError, zlib.error) as error:
        yield replace(failure(path, error), skipped=unnamed)


def _parts_of_pages(inside: str, folders: list[str], names: list[str]) -> Iterator[Failure]:
    """Takes the folders of saved pages' parts out of the walk, and names them."""
    pages = {Path(name).stem for name in names if name.lower().endswith((".html", ".htm"))}
    for name in [name for name in folders if _SAVED_PARTS.sub("", name) in pages - {name}]:
        folders.remove(name)
        yield _part(str(Path(inside) / name))


def _no_file(path: str) -> Failure | None:
    """The failure of what is there and no regular file: opening it might wait for ever, or read a
    device. Raises OSError where nothing is there."""
    mode = Path(path).stat().st_mode
    if stat.S_ISREG(mode):
        return None
    kinds = {"a pipe (FIFO)": stat.S_ISFIFO, "a socket": stat.S_ISSOCK}
    kind = next((kind for kind, is_one in kinds.items() if is_one(mode)), "a device")
    return Failure(path, f"{kind}, no file", "pipe what it holds to `-`")
