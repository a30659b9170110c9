"""Which reader takes a file: the one table that named files, folders, archives and messages follow. The
content decides; the suffix is a hint."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from claims.read import signatures
from claims.read.address_lists import is_addresses, read_addresses
from claims.read.archive import files
from claims.read.exports.reader import reader_of, signature_of
from claims.read.extras import read_parquet
from claims.read.feed import read_feed
from claims.read.html_page import read_page
from claims.read.json_lines import read_lines
from claims.read.mail import messages, read_mail, read_saved_archive
from claims.read.newsml import read_newsml
from claims.read.ninjs import is_ninjs, read_ninjs
from claims.read.opml import read_opml
from claims.read.options import Reader, Unpacker
from claims.read.pdf import read_pdf
from claims.read.plain_text import read_text
from claims.read.rtf import read_rtf
from claims.read.table import is_table, read_table
from claims.read.web_archives import pages
from claims.read.word import read_word


def _as_it_is(path: str) -> IO[bytes]:
    return Path(path).open("rb", buffering=signatures.HEAD_BYTES)


def _unpacked(path: str) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb"))


@dataclass(frozen=True)
class FileType:
    """Files that one reader takes; the first suffix is the one that messages name."""

    suffixes: tuple[str, ...]
    read: Reader | None
    """None where the files are unpacked instead."""
    opened: Callable[[str], IO[bytes]] = _as_it_is
    in_folders: bool = True
    """False where only a file that the user names is taken for articles."""
    name: str = ""
    """As `--as` takes it; "" where no option is needed."""
    signature: signatures.Signature = signatures.never
    """Whether the first bytes are surely of this type, whatever the suffix says."""
    hint: signatures.Signature = signatures.never
    """Whether they may be, where no suffix says anything."""
    contained: bool = False
    """Whether it is read in a process of its own, within limits."""
    unpack: Unpacker | None = None
    """Gives the documents within, each of which finds its own reader."""


FILE_TYPES: tuple[FileType, ...] = (
    FileType((".txt", ".text"), read_text, name="text"),
    FileType((".jsonl", ".ndjson"), read_lines, name="jsonl"),
    FileType((".jsonl.gz", ".ndjson.gz"), read_lines, _unpacked),
    FileType((".json",), read_lines, in_folders=False),
    FileType((".json.gz",), read_lines, _unpacked, in_folders=False),
    FileType((".md", ".markdown"), read_text, in_folders=False),
    FileType((".pdf",), read_pdf, name="pdf", signature=signatures.is_pdf, contained=True),
    FileType((".docx",), read_word, name="docx", signature=signatures.is_docx, contained=True),
    FileType((".rtf",), read_rtf, name="rtf", signature=signatures.is_rtf, contained=True),
    FileType((".zip",), None, name="zip", hint=signatures.is_archive, unpack=files),
    FileType((".parquet",), read_parquet, name="parquet", signature=signatures.is_parquet, contained=True),
    FileType((".warc", ".warc.gz"), None, name="warc", signature=signatures.is_warc, unpack=pages),
    FileType(
        (".rss", ".atom"), read_feed, name="feed", signature=signatures.is_feed, contained=True
    ),
    FileType((".opml",), read_opml, name="opml", signature=signatures.is_opml, contained=True),
    FileType(
        (".ris", ".bib", ".nbib"), read_addresses, in_folders=False, name="addresses", signature=is_addresses
    ),
    FileType(
        (".mhtml", ".mht"), read_saved_archive, name="mhtml", signature=signatures.is_saved_archive, contained=True
    ),
    FileType((".mbox",), None, name="mbox", signature=signatures.is_mailbox, unpack=messages),
    FileType((".eml",), read_mail, name="eml", signature=signatures.is_mail, contained=True),
    FileType((".html", ".htm", ".xhtml"), read_page, name="html", signature=signatures.is_html, contained=True),
    FileType((), read_newsml, name="newsml", signature=signatures.is_newsml, contained=True),
    FileType((), read_ninjs, name="ninjs", signature=is_ninjs, contained=True),
    *(
        FileType((), reader_of(name), name=name, signature=signature_of(name), contained=True)
        for name in ("nexis", "factiva", "proquest")
    ),
    FileType((".csv", ".tsv", ".tab"), read_table, name="csv", hint=is_table),
)  # fmt: skip
"""In the order in which contents are asked; of two types that may be meant the first is taken."""


def file_type(name: str) -> FileType | None:
    """The type of a file by its name, whatever its case; None where no reader takes it."""
    low = name.lower()
    return next((kind for kind in FILE_TYPES if low.endswith(kind.suffixes)), None)


def type_of(name: str, head: bytes, told: str | None = None) -> FileType | None:
    """The type that the user tells, else that of the first bytes, else that of the name, else what
    the bytes may be; None where no reader takes it."""
    if told is not None:
        return named(told)
    return (
        sure_type(head)
        or file_type(name)
        or next((kind for kind in FILE_TYPES if kind.hint(head)), None)
    )


def sure_type(head: bytes) -> FileType | None:
    """The type that the first bytes say beyond doubt, if any."""
    return next((kind for kind in FILE_TYPES if kind.signature(head)), None)


def named(name: str) -> FileType:
    """The type of that name; raises KeyError."""
    return {kind.name: kind for kind in FILE_TYPES if kind.name}[name]


def type_names() -> list[str]:
    """The names that `--as` takes."""
    return [kind.name for kind in FILE_TYPES if kind.name]


def types_read() -> str:
    """The sentence that names what a folder is searched for."""
    *first, last = (kind.suffixes[0] for kind in FILE_TYPES if kind.in_folders and kind.suffixes)
    return f"onrecord reads {', '.join(first)} and {last}"
