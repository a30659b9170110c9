"""Which reader takes a file, by its suffix: the one table that named files, folders and messages
follow."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from claims.read.json_lines import read_lines
from claims.read.options import Reader
from claims.read.plain_text import read_text


@dataclass(frozen=True)
class FileType:
    """Files that one reader takes; the first suffix is the one that messages name."""

    suffixes: tuple[str, ...]
    read: Reader
    opened: Callable[[str], IO[bytes]]
    in_folders: bool = True
    """False where only a file that the user names is taken for articles."""


def _as_it_is(path: str) -> IO[bytes]:
    return Path(path).open("rb")


def _unpacked(path: str) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb"))


FILE_TYPES: tuple[FileType, ...] = (
    FileType((".txt", ".text"), read_text, _as_it_is),
    FileType((".jsonl", ".ndjson"), read_lines, _as_it_is),
    FileType((".jsonl.gz", ".ndjson.gz"), read_lines, _unpacked),
    FileType((".json",), read_lines, _as_it_is, in_folders=False),
    FileType((".json.gz",), read_lines, _unpacked, in_folders=False),
)


def file_type(name: str) -> FileType | None:
    """The type of a file by its name, whatever its case; None where no reader takes it."""
    low = name.lower()
    return next((kind for kind in FILE_TYPES if low.endswith(kind.suffixes)), None)


def types_read() -> str:
    """The sentence that names what a folder is searched for."""
    *first, last = (kind.suffixes[0] for kind in FILE_TYPES if kind.in_folders)
    return f"onrecord reads {', '.join(first)} and {last}"
