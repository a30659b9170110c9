"""A DOCX file to its one article, or those of an archive's export, by way of HTML, which keeps what
stands in boxes, tables and revisions."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import IO

from claims.read.decode import UnreadableError
from claims.read.documents import document, whole_bytes
from claims.read.exports.records import archive_of, articles
from claims.read.html_text import lines_of
from claims.read.options import Item, ReadOptions

MAX_UNPACKED_BYTES = 64 * 1024 * 1024
"""Of the file's text parts."""
MAX_PARTS = 5_000
"""Files within the file."""
BODY = "word/document.xml"


def read_word(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """The article of a document, or those of an archive's export."""
    lines = word_lines(whole_bytes(raw))
    archive = archive_of(lines)
    if archive is not None:
        yield from articles(lines, archive, where, options, wrapped=False)
    else:
        yield document({"text": "\n\n".join(lines)}, where, options)


def word_lines(body: bytes) -> list[str]:
    """The lines of a document's text, one a paragraph; raises UnreadableError where it is none."""
    problem = _problem(body)
    if problem:
        raise UnreadableError(*problem)
    import mammoth

    page = mammoth.convert_to_html(io.BytesIO(body), convert_image=_no_image).value
    return lines_of(page)


def _problem(body: bytes) -> tuple[str, str] | None:
    """What keeps a file from being read, before anything in it is unpacked."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(body)).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return "a broken DOCX file", "save it again"
    if BODY not in {part.filename for part in parts}:
        return "no Word document is in it", "save it as .docx"
    text = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if len(parts) > MAX_PARTS or text > MAX_UNPACKED_BYTES:
        return (
            f"unpacks to more than {MAX_UNPACKED_BYTES // 1024 // 1024} MB of text",
            "save its text",
        )
    return None


def _no_image(image: object) -> list[object]:
    """Pictures are left out."""
    return []
