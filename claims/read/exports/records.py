"""Lines of whatever file to the articles of an export: which archive it is from, a row an article, and
the count held to what the file itself says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from claims.model import Failure
from claims.read.bylines import byline
from claims.read.documents import document
from claims.read.exports import factiva, fields, nexis, proquest
from claims.read.language import code_of_name
from claims.read.options import Item, ReadOptions
from claims.read.told import told_rows

Rows = Callable[..., tuple[list[dict[str, Any]], int]]


@dataclass(frozen=True)
class Archive:
    """One that hands out files of articles."""

    name: str
    is_its: Callable[[Sequence[str]], bool]
    rows: Rows
    begins_part: Callable[[str], bool]
    """Whether a line goes on with none before it, for files that break lines to a width."""


ARCHIVES = (
    Archive("nexis", nexis.is_nexis, nexis.rows, nexis.begins_part),
    Archive("factiva", factiva.is_factiva, factiva.rows, factiva.begins_part),
    Archive("proquest", proquest.is_proquest, proquest.rows, proquest.begins_part),
)


def archive_of(lines: Sequence[str]) -> Archive | None:
    """The archive whose export the lines are; None where they are no export."""
    clean = fields.plain(lines)
    return next((archive for archive in ARCHIVES if archive.is_its(clean)), None)


def articles(
    lines: Sequence[str], archive: Archive, where: str, options: ReadOptions, *, wrapped: bool
) -> Iterator[Item]:
    """An article for each document; what has no text, and a count that differs, is named."""
    rows, expected = archive.rows(fields.plain(lines), wrapped=wrapped)
    empty = 0
    for number, row in enumerate(rows, 1):
        item = _article(row, archive, f"{where}:{number}", options)
        empty += isinstance(item, Failure) and item.skipped
        yield item
    if not rows or empty == len(rows):
        yield Failure(
            where, f"no article was found in this {archive.name} export", "export the full texts"
        )
    elif expected != len(rows):
        what = f"the file says that it holds {expected:,} documents, {len(rows):,} were found"
        yield Failure(where, what, "export it again; those found are kept")


def _article(row: dict[str, Any], archive: Archive, where: str, options: ReadOptions) -> Item:
    if not (row.get("text") or "").strip():
        named = row.get("title") or "a document"
        return Failure(where, f"holds no text ({named})", skipped=True)
    source = f"{archive.name} export"
    told = {**row, "wire": row.get("credit")}
    written = byline([row.get("author") or ""], row.get("outlet"))
    credit = byline([row.get("credit") or ""], row.get("outlet"))
    return document(
        {
            **row,
            "author": written.author,
            "wire": written.wire or credit.wire,
            "language": code_of_name(row.get("language") or ""),
            "told": told_rows(source, told),
        },
        where,
        options,
        among_others=True,
    )
