"""A file that is told or shown to be an archive's export, in whatever type of file, to its articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from claims.read import prescan, signatures
from claims.read.charset import decoded_page
from claims.read.documents import whole_bytes
from claims.read.exports.records import ARCHIVES, Archive, archive_of, articles
from claims.read.html_text import lines_of
from claims.read.options import Item, Reader, ReadOptions
from claims.read.rtf import rtf_lines
from claims.read.word import word_lines

_MARKS = (b"Document", b"DOCUMENT", b"ocument link", b"Publication title")
"""One of which stands in every such file."""


def reader_of(name: str) -> Reader:
    """The reader of the exports of the archive with that name."""
    archive = next(archive for archive in ARCHIVES if archive.name == name)

    def read(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
        lines, wrapped = _lines(whole_bytes(raw), options)
        yield from articles(lines, archive, where, options, wrapped=wrapped)

    return read


def signature_of(name: str) -> signatures.Signature:
    """Whether a text begins as an export of that archive."""

    def is_its(head: bytes) -> bool:
        if not any(mark in head for mark in _MARKS) or head.lstrip()[:1] in (b"<", b"{", b"%"):
            return False
        found = archive_of(decoded_page(head).splitlines())
        return found is not None and found.name == name

    return is_its


def page_export(page: str) -> tuple[list[str], Archive] | None:
    """The lines of a page that is an export, and whose it is; None for any other page."""
    if "Document" not in page and "Publication title" not in page:
        return None
    prescan.check(page)
    lines = lines_of(page)
    archive = archive_of(lines)
    return (lines, archive) if archive else None


def _lines(body: bytes, options: ReadOptions) -> tuple[list[str], bool]:
    """The lines, and whether they were broken to a width."""
    if body.startswith(b"{\\rtf"):
        return rtf_lines(body), False
    if signatures.is_zip(body):
        return word_lines(body), False
    told = options.encoding if options.encoding.lower() not in ("utf-8", "utf8") else None
    text = decoded_page(body, told)
    if signatures.is_html(body[: signatures.HEAD_BYTES]):
        prescan.check(text)
        return lines_of(text), False
    return text.splitlines(), True
