"""How many articles paths hold, as far as a look at the files tells; nothing is read but line ends."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.read.file_types import file_type

ONE_EACH = ("text", "html", "mhtml", "pdf", "docx", "rtf", "eml")
"""Types of which a file is one article."""
MAX_FILES = 200_000
"""That are counted; more is too many to be counted first."""
MAX_BYTES_COUNTED = 256 * 1024 * 1024
"""Of a file whose lines are counted."""
CHUNK_BYTES = 1024 * 1024


def count_articles(paths: Sequence[str]) -> int | None:
    """The number of articles that files and folders hold; None where only reading them can tell."""
    total = 0
    for number, path in enumerate(_files(paths)):
        held = _held(path) if number < MAX_FILES else None
        if held is None:
            return None
        total += held
    return total


def _files(paths: Sequence[str]) -> Iterator[str]:
    for path in paths:
        if not Path(path).is_dir():
            yield path
            continue
        for inside, folders, names in os.walk(path):
            folders[:] = [
                name for name in folders if not name.startswith(".") and not name.endswith("_files")
            ]
            yield from (str(Path(inside) / name) for name in names if not name.startswith("."))


def _held(path: str) -> int | None:
    """The articles of a file; none of one that no reader takes by its name."""
    kind = file_type(path)
    if kind is None:
        return 0 if Path(path).is_file() else None
    if kind.name in ONE_EACH:
        return 1
    if kind.name == "jsonl":
        return _lines(path)
    return None


def _lines(path: str) -> int | None:
    try:
        if Path(path).stat().st_size > MAX_BYTES_COUNTED:
            return None
        with Path(path).open("rb") as file:
            count, last = 0, b"\n"
            while chunk := file.read(CHUNK_BYTES):
                count, last = count + chunk.count(b"\n"), chunk[-1:]
    except OSError:
        return None
    return count + (last != b"\n")
