"""An RTF file to its one article, or to the articles of an archive's export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from claims.read.documents import document, whole_bytes
from claims.read.exports.records import archive_of, articles
from claims.read.options import Item, ReadOptions

_CODEPAGE = re.compile(rb"\\ansicpg(\d{3,5})")


def read_rtf(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """The article of a document, or those of an export."""
    lines = rtf_lines(whole_bytes(raw))
    archive = archive_of(lines)
    if archive is not None:
        yield from articles(lines, archive, where, options, wrapped=False)
    else:
        text = "\n\n".join(line.strip(" |") for line in lines if line.strip(" |"))
        yield document({"text": text}, where, options)


def rtf_lines(body: bytes) -> list[str]:
    """The lines of its text, one a paragraph or a table's row, whose cells a bar parts."""
    from striprtf.striprtf import rtf_to_text

    declared = _CODEPAGE.search(body[:4096])
    codepage = f"cp{declared[1].decode()}" if declared else "cp1252"
    codepage = "utf-8" if codepage == "cp65001" else codepage
    text: str = rtf_to_text(body.decode("latin-1"), encoding=codepage, errors="replace")  # type: ignore[no-untyped-call]
    return text.replace("\r", "\n").split("\n")
